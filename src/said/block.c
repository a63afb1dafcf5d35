#include "said/block.h"

#include "said/cue.h"

enum { PARAGRAPHS = 60, NEAR = 12 };

static const dl_sentence *sentence_at(const dl_said_reader *r, uint32_t sentence) {
    return &r->doc->sentences.rows[sentence];
}

/* The verb of saying of a sentence that ends its paragraph with a colon; 0. */
static uint32_t opening_verb(const dl_said_reader *r) {
    if (r->end < r->first + 3 || !dl_said_is(r, r->end - 1, ":") || dl_said_last_of_paragraph(r, r->sentence) != r->sentence) return 0;
    for (uint32_t t = r->end - 1; t-- > r->first && t + NEAR > r->end;) {
        bool verb = r->words[t].verb && dl_said_token(r, t)->upos == DL_UPOS_VERB;
        if (verb && dl_said_verb_at(r, t)->takes & DL_SAYS_QUOTE) return t;
    }
    return 0;
}

/* "I", "our" of whoever speaks: not between quotation marks. */
static bool in_first_person(const dl_said_reader *r, uint32_t first, uint32_t last) {
    for (uint32_t t = first; t <= last; t++)
        if (!r->words[t].segment && dl_bytes_among(dl_token_text(r->doc, t), "I i We we My my Our our us me")) return true;
    return false;
}

/* A paragraph that a speech may go on in: it ends like a sentence, opens no quotation and announces none. */
static bool goes_on(const dl_said_reader *r, uint32_t first, uint32_t last) {
    return !dl_said_is_quote_mark(r, first) && dl_said_is_mark(r, last) && strchr(".!?", dl_said_char(r, last));
}

static void read_block(dl_said_reader *r, dl_drafts *drafts, uint32_t sentence, const dl_draft *like) {
    uint32_t before = 0, count = r->doc->sentences.count;
    for (uint32_t n = 0; n < PARAGRAPHS && sentence < count; n++) {
        const dl_sentence *s = sentence_at(r, sentence);
        uint32_t end = dl_said_last_of_paragraph(r, sentence), first = s->first_token, last = dl_sentence_end(sentence_at(r, end)) - 1;
        if (s->zone == DL_ZONE_BOILERPLATE || !goes_on(r, first, last) || (!n && !in_first_person(r, first, last))) return;
        uint32_t made = dl_draft_add(r, drafts, first, last, like);
        if (!made) return;
        drafts->list.rows[made].kind = DL_QUOTE_DIRECT, drafts->list.rows[made].last = last; /* it has no marks, and its stops are its own */
        if (before) dl_draft_join(r, drafts, before, made);
        before = made, sentence = end + 1;
    }
}

void dl_blocks_read(dl_said_reader *r, dl_drafts *drafts) {
    for (DL_EACH(s, &r->doc->sentences)) {
        if (sentence_at(r, s)->zone == DL_ZONE_BOILERPLATE) continue;
        const dl_token *last = dl_said_token(r, dl_sentence_end(sentence_at(r, s)) - 1);
        if (r->doc->text.data[last->span.begin] != ':') continue;
        dl_said_reader_sentence(r, s);
        uint32_t verb = opening_verb(r);
        dl_subject subject;
        dl_draft like;
        if (!verb) continue;
        dl_subject_find(r, verb, &subject);
        if (dl_cue_describe(r, verb, &subject, &like) && like.speaker_count) read_block(r, drafts, s + 1, &like);
    }
}
