#include "said/labels.h"

enum { LABEL_TOKENS = 8, CONTENT_TOKENS = 3 };

static bool is_dash(const dl_said_reader *r, uint32_t token) {
    return dl_bytes_among(dl_token_text(r->doc, token), "- -- \xe2\x80\x93 \xe2\x80\x94 \xe2\x80\x95");
}

static const dl_sentence *sentence_of(const dl_said_reader *r, uint32_t token) {
    return &r->doc->sentences.rows[dl_said_token(r, token)->sentence];
}

static dl_draft draft_of(const dl_said_reader *r, uint32_t mark, uint32_t speaker, uint8_t source) {
    dl_draft d = {.cue = dl_said_token(r, mark)->span, .source = source};
    dl_draft_speaker(&d, speaker);
    return d;
}

/* The person named right behind the dash that follows the words in marks, where these open their paragraph; 0. */
static uint32_t signer(const dl_said_reader *r, const dl_segment *s, uint32_t *dash) {
    uint32_t count = r->doc->tokens.count, t = s->last + 1;
    bool opens = s->first < 2 || sentence_of(r, s->first - 1)->paragraph != s->paragraph ||
                 (dl_said_is_quote_mark(r, s->first - 1) && (s->first < 3 || sentence_of(r, s->first - 2)->paragraph != s->paragraph));
    while (t < count && dl_said_is_quote_mark(r, t)) t++;
    if (!opens || t + 1 >= count || !is_dash(r, t) || sentence_of(r, t + 1)->paragraph != s->paragraph) return 0;
    uint32_t m = r->words[t + 1].cover;
    const dl_mention *named = &r->doc->mentions.rows[m];
    *dash = t;
    return m && named->named && named->kind == DL_NAME_PERSON && named->span.begin == dl_said_token(r, t + 1)->span.begin ? m : 0;
}

void dl_signatures_read(dl_said_reader *r, dl_drafts *drafts) {
    for (DL_EACH(i, &r->segments)) {
        dl_segment s = r->segments.rows[i];
        uint32_t dash = 0, speaker = s.first > s.last || s.outer || s.quote ? 0 : signer(r, &s, &dash);
        if (!speaker) continue;
        dl_draft like = draft_of(r, dash, speaker, DL_SOURCE_QUOTE);
        dl_draft_add(r, drafts, s.first, s.last, &like);
    }
}

/* Of a paragraph that begins with the reader's sentence: the colon behind its first words, where these name a speaker and nothing else; 0. */
static uint32_t label_colon(const dl_said_reader *r, uint32_t *speaker) {
    const dl_sentence *s = &r->doc->sentences.rows[r->sentence];
    if (r->sentence > 1 && s[-1].paragraph == s->paragraph) return 0;
    uint32_t first = r->first;
    while (first + 1 < r->end && dl_said_is_quote_mark(r, first)) first++; /* a transcript may stand in marks, label and all */
    for (uint32_t t = first; t < r->end && t <= first + LABEL_TOKENS; t++) {
        if (dl_said_is(r, t, ":")) {
            uint32_t m = t > first ? r->words[t - 1].cover : 0;
            unsigned kind = r->doc->mentions.rows[m].kind;
            *speaker = m;
            return m && (kind == DL_NAME_PERSON || kind == DL_NAME_ORGANISATION || kind == DL_NAME_GROUP) ? t : 0;
        }
        if (dl_said_is_finite(r, t) || dl_said_is_quote_mark(r, t) || dl_said_is(r, t, ",")) return 0;
    }
    return 0;
}

/* A label names who speaks: whoever speaks elsewhere in the report too, or has a second label; all else before a colon is a topic. By entity: its
 * labels, and 2 where it speaks elsewhere. */
static uint8_t *voice(const dl_said_reader *r, uint8_t *voices, uint32_t mention) {
    return &voices[r->doc->mentions.rows[mention].entity];
}

static void hear(const dl_said_reader *r, const dl_drafts *drafts, uint8_t *voices) {
    for (DL_EACH(i, &drafts->list))
        for (uint32_t k = 0; k < drafts->list.rows[i].speaker_count; k++) *voice(r, voices, drafts->list.rows[i].speakers[k]) = 2;
}

static void read_label(dl_said_reader *r, dl_drafts *drafts, uint32_t colon, uint32_t speaker) {
    uint32_t last = dl_sentence_end(&r->doc->sentences.rows[dl_said_last_of_paragraph(r, r->sentence)]) - 1;
    uint32_t segment = r->words[colon + 1 <= last ? colon + 1 : last].segment;
    bool headline = r->doc->sentences.rows[r->sentence].zone == DL_ZONE_HEADLINE;
    if (colon + CONTENT_TOKENS > last || (segment && r->segments.rows[segment].quote) || !dl_said_has_verb(r, colon + 1, last)) return;
    dl_draft like = draft_of(r, colon, speaker, headline ? DL_SOURCE_SAID : DL_SOURCE_QUOTE);
    uint32_t made = dl_draft_add(r, drafts, colon + 1, last, &like);
    if (!made || headline) return;
    drafts->list.rows[made].kind = DL_QUOTE_DIRECT; /* a transcript has no marks, and its stops are its own */
    if (!drafts->list.rows[made].segment) drafts->list.rows[made].last = last;
}

void dl_labels_read(dl_said_reader *r, dl_drafts *drafts) {
    uint8_t *voices = DL_NEW_ARRAY(&r->doc->arena, uint8_t, r->doc->mentions.count + 1);
    hear(r, drafts, voices);
    for (int pass = 0; pass < 2; pass++) {
        for (DL_EACH(s, &r->doc->sentences)) {
            if (r->doc->sentences.rows[s].zone == DL_ZONE_BOILERPLATE) continue;
            dl_said_reader_sentence(r, s);
            uint32_t speaker, colon = label_colon(r, &speaker);
            if (!colon) continue;
            uint8_t *heard = voice(r, voices, speaker);
            if (!pass && *heard < 2) ++*heard;
            if (pass && *heard == 2) read_label(r, drafts, colon, speaker);
        }
    }
}
