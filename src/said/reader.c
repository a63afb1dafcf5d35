#include "said/reader.h"

#include "said/marks.h"

static const char *const stances[] = {"say", "confirm", "claim", "deny", "doubt"};
static const char *const sources[] = {"none", "quote", "said", "according-to", "report"};

#define NUMBER_OF(name, names) number_of(name, names, sizeof names / sizeof *names)
static uint8_t number_of(dl_bytes name, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (dl_bytes_is(name, names[i])) return (uint8_t)i;
    return 0;
}

static uint16_t takes_of(dl_bytes letters) {
    static const char order[] = "cqxnfosmv";
    uint16_t takes = 0;
    for (size_t i = 0; i < letters.size; i++) {
        const char *at = memchr(order, letters.data[i], sizeof order - 1);
        if (at) takes |= (uint16_t)(1u << (at - order));
    }
    return takes;
}

/* The row of a verb that the text has, decoded when it is met first. */
static void decode_verb(dl_said_reader *r, uint32_t row) {
    dl_said_verb *verb = &r->rows[row];
    if (verb->decoded) return;
    *verb =
        (dl_said_verb){takes_of(dl_know_cell(r->know, r->verbs, row, r->takes)), NUMBER_OF(dl_know_cell(r->know, r->verbs, row, r->stance), stances),
                       NUMBER_OF(dl_know_cell(r->know, r->verbs, row, r->source), sources), true};
}

static uint32_t phrase(const dl_said_reader *r, const dl_know_view *view, uint32_t token, uint32_t table, uint32_t *row) {
    dl_know_hit hit;
    if (!dl_know_find(r->know, view, token, table, &hit, 1)) return 0;
    *row = hit.row + 1;
    return hit.last - hit.first + 1;
}

static void find_cues(dl_said_reader *r, uint32_t sentence) {
    const dl_sentence *s = &r->doc->sentences.rows[sentence];
    dl_know_view view = {r->doc->text, r->doc->tokens.rows, dl_sentence_end(s), s->capitals};
    uint64_t cues = dl_know_bit(r->verbs) | dl_know_bit(r->nouns) | dl_know_bit(r->phrases);
    for (uint32_t t = s->first_token; t < view.end; t++) {
        dl_said_word *w = &r->words[t];
        uint32_t row = 0;
        uint64_t begins = dl_know_begins_at(r->know, &view, t);
        if (!(begins & cues)) continue;
        if (begins & dl_know_bit(r->verbs)) w->verb_length = (uint8_t)phrase(r, &view, t, r->verbs, &row);
        w->verb = w->verb_length ? (uint16_t)row : 0;
        if (w->verb) decode_verb(r, w->verb - 1u);
        if (begins & dl_know_bit(r->nouns)) w->noun_length = (uint8_t)phrase(r, &view, t, r->nouns, &row);
        w->noun = w->noun_length ? (uint16_t)row : 0;
        if (begins & dl_know_bit(r->phrases)) w->phrase_length = (uint8_t)phrase(r, &view, t, r->phrases, &row);
        w->phrase = w->phrase_length ? (uint8_t)row : 0;
    }
}

/* Mentions by their tokens. Of several that cover a token the first and longest is kept. */
static void place_mentions(dl_said_reader *r) {
    uint32_t next = 1;
    for (DL_EACH(i, &r->doc->mentions)) {
        const dl_mention *m = &r->doc->mentions.rows[i];
        if (m->head && (!r->words[m->head].mention || m->named)) r->words[m->head].mention = i;
        uint32_t first = dl_mention_first(r->doc, m), t = first < next ? next : first; /* nested mentions are covered already */
        for (; t < r->doc->tokens.count && r->doc->tokens.rows[t].span.begin < m->span.end; t++) {
            r->words[t].cover = i;
            bool name = m->named && t > first && dl_is_upper(dl_said_char(r, t));
            if (name && !r->doc->sentences.rows[m->sentence].capitals) r->words[t].verb = 0; /* "Qaboos bin Said" */
            next = t + 1;
        }
    }
}

static void place_segments(dl_said_reader *r) {
    for (DL_EACH(i, &r->segments)) {
        const dl_segment *s = &r->segments.rows[i];
        uint32_t outer = s->outer;
        for (uint32_t t = s->first; t <= s->last; t++)
            if (r->words[t].segment == outer) r->words[t].segment = i;
    }
}

/* Reach of every subtree: a token hands its reach to its head once all its children have. Linear. A head is put behind the queue with each child, and
 * stays there with the last: so that nobody has to guess which it is. */
static void measure_tree(dl_said_reader *r) {
    const dl_token *tokens = r->doc->tokens.rows;
    uint32_t n = r->end - r->first, done = 0, ready = 0;
    uint32_t *waiting = DL_NEW_ARRAY(&r->doc->arena, uint32_t, n + 1), *queue = DL_NEW_ARRAY(&r->doc->arena, uint32_t, n + 1);
    for (uint32_t t = r->end; t-- > r->first;) {
        uint32_t h = tokens[t].head;
        r->left[t] = r->right[t] = t;
        if (h < r->first || h >= r->end) continue;
        r->sister[t] = r->child[h];
        r->child[h] = t;
        waiting[h - r->first]++;
    }
    for (uint32_t t = r->first; t < r->end; t++) queue[ready] = t, ready += !waiting[t - r->first];
    for (; done < ready; done++) {
        uint32_t t = queue[done], h = tokens[t].head;
        if (h < r->first || h >= r->end) continue;
        uint32_t left = r->left[t], right = r->right[t];
        r->left[h] = left < r->left[h] ? left : r->left[h];
        r->right[h] = right > r->right[h] ? right : r->right[h];
        queue[ready] = h;
        ready += !--waiting[h - r->first];
    }
}

static void chain_tokens(dl_said_reader *r) {
    uint32_t n = r->doc->tokens.count;
    r->next_phrase = DL_NEW_ARRAY(&r->doc->arena, uint32_t, n + 1);
    r->next_quoted = DL_NEW_ARRAY(&r->doc->arena, uint32_t, n + 1);
    r->next_phrase[n] = r->next_quoted[n] = n;
    for (uint32_t t = n; t-- > 0;) {
        bool phrase = r->words[t].phrase && !r->words[t].segment;
        r->next_phrase[t] = phrase ? t : r->next_phrase[t + 1];
        r->next_quoted[t] = r->words[t].segment ? t : r->next_quoted[t + 1];
    }
}

void dl_said_reader_open(dl_said_reader *r, const dl_know *know, dl_doc *doc) {
    *r = (dl_said_reader){.know = know, .doc = doc, .tokens = doc->tokens.rows};
    r->verbs = dl_know_table(know, "said/verbs");
    r->nouns = dl_know_table(know, "said/nouns");
    r->phrases = dl_know_table(know, "said/phrases");
    r->takes = dl_know_column(know, r->verbs, "takes");
    r->stance = dl_know_column(know, r->verbs, "stance");
    r->source = dl_know_column(know, r->verbs, "source");
    uint32_t n = doc->tokens.count + 1;
    if (n < 2) n = 2;
    r->words = DL_NEW_ARRAY(&doc->arena, dl_said_word, n);
    r->time = DL_NEW_ARRAY(&doc->arena, uint32_t, n);
    r->left = DL_NEW_ARRAY(&doc->arena, uint32_t, n);
    r->right = DL_NEW_ARRAY(&doc->arena, uint32_t, n);
    r->child = DL_NEW_ARRAY(&doc->arena, uint32_t, n);
    r->sister = DL_NEW_ARRAY(&doc->arena, uint32_t, n);
    r->rows = DL_NEW_ARRAY(&doc->arena, dl_said_verb, dl_know_rows(know, r->verbs) + 1);
    for (DL_EACH(s, &doc->sentences)) find_cues(r, s);
    for (DL_EACH(t, &doc->times)) r->time[doc->times.rows[t].first_token] = t;
    place_mentions(r);
    dl_segments_read(r);
    place_segments(r);
    chain_tokens(r);
    for (DL_EACH(s, &doc->sentences)) {
        dl_said_reader_sentence(r, s);
        if (r->parsed) measure_tree(r);
    }
}

void dl_said_reader_sentence(dl_said_reader *r, uint32_t sentence) {
    const dl_sentence *s = &r->doc->sentences.rows[sentence];
    r->sentence = sentence;
    r->first = s->first_token;
    r->end = dl_sentence_end(s);
    r->parsed = s->parsed;
}

bool dl_said_is_mark(const dl_said_reader *r, uint32_t token) {
    const dl_token *t = dl_said_token(r, token);
    if (t->upos) return t->upos == DL_UPOS_PUNCT;
    char c = dl_said_char(r, token);
    return !dl_is_alpha(c) && !dl_is_digit(c) && (unsigned char)c < 0x80;
}

bool dl_said_is_quote_mark(const dl_said_reader *r, uint32_t token) {
    static const char marks[] = "\" ' '' `` ` \xe2\x80\x9c \xe2\x80\x9d \xe2\x80\x98 \xe2\x80\x99 \xc2\xab \xc2\xbb \xe2\x80\x9e";
    dl_bytes text = dl_token_text(r->doc, token);
    return text.size && !dl_is_alnum(text.data[0]) && dl_bytes_among(text, marks);
}

bool dl_said_has_verb(const dl_said_reader *r, uint32_t first, uint32_t last) {
    enum { REACH = 400 };
    for (uint32_t t = first; t <= last && t < first + REACH; t++)
        if (dl_said_token(r, t)->upos == DL_UPOS_VERB || dl_said_token(r, t)->upos == DL_UPOS_AUX) return true;
    return false;
}

uint32_t dl_said_last_of_paragraph(const dl_said_reader *r, uint32_t sentence) {
    const dl_sentence *rows = r->doc->sentences.rows;
    while (sentence + 1 < r->doc->sentences.count && rows[sentence + 1].paragraph == rows[sentence].paragraph) sentence++;
    return sentence;
}

bool dl_said_is_finite(const dl_said_reader *r, uint32_t token) {
    const dl_token *t = dl_said_token(r, token);
    if (!t->upos) return r->words[token].verb > 0;
    if (t->upos == DL_UPOS_AUX) return true;
    return t->upos == DL_UPOS_VERB && (t->xpos == DL_XPOS_VBD || t->xpos == DL_XPOS_VBZ || t->xpos == DL_XPOS_VBP);
}

uint32_t dl_said_child(const dl_said_reader *r, uint32_t token, dl_deprel a, dl_deprel b) {
    if (!r->parsed) return 0;
    for (uint32_t c = r->child[token]; c; c = r->sister[c]) {
        dl_deprel base = dl_deprel_base(dl_said_token(r, c)->deprel);
        if (base == a || base == b) return c;
    }
    return 0;
}

bool dl_said_is_passive(const dl_said_reader *r, uint32_t verb) {
    if (!r->parsed) return false;
    for (uint32_t c = r->child[verb]; c && c < verb; c = r->sister[c])
        if (dl_said_token(r, c)->deprel == DL_DEP_AUX_PASS) return true;
    return false;
}

uint32_t dl_said_agent(const dl_said_reader *r, uint32_t verb) {
    for (uint32_t c = r->parsed ? r->child[verb] : 0; c; c = r->sister[c])
        if (c > verb && dl_deprel_base(dl_said_token(r, c)->deprel) == DL_DEP_OBL && dl_said_is(r, r->left[c], "by")) return c;
    return 0;
}
