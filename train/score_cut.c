#include "score_cut.h"

#include "intake/cut.h"
#include "raw_text.h"

#include <stdio.h>

typedef struct tally {
    uint32_t right, got, gold;
} tally;

typedef struct tallies {
    tally tokens, sentences;
} tallies;

/* ---- comparing */

/* Offsets of a document's spans in characters that are no blanks. */
static void count_to(dl_bytes text, uint32_t offset, uint32_t *at, uint32_t *count) {
    size_t size;
    for (; *at < offset; *at += (uint32_t)size) *count += !raw_blank_at(text, *at, &size);
}

static void got_spans(dl_doc *doc, spans *tokens, spans *sentences) {
    uint32_t at = 0, count = 0;
    for (DL_EACH(i, &doc->tokens)) {
        dl_token *t = doc->tokens.rows + i;
        dl_span *s = DL_PUSH(&doc->arena, tokens);
        count_to(doc->text, t->span.begin, &at, &count);
        s->begin = count;
        count_to(doc->text, t->span.end, &at, &count);
        s->end = count;
    }
    for (DL_EACH(i, &doc->sentences)) {
        const dl_sentence *s = doc->sentences.rows + i;
        *DL_PUSH(&doc->arena, sentences) = (dl_span){tokens->rows[s->first_token].begin, tokens->rows[dl_sentence_end(s) - 1].end};
    }
}

static void compare(const spans *gold, const spans *got, tally *n) {
    n->gold += gold->count - 1;
    n->got += got->count - 1;
    for (uint32_t a = 1, b = 1; a < gold->count && b < got->count;) {
        dl_span x = gold->rows[a], y = got->rows[b];
        n->right += x.begin == y.begin && x.end == y.end;
        a += x.end <= y.end;
        b += y.end <= x.end;
    }
}

/* ---- listing what differs */

/* The characters [begin, end) of the text, with `mark` at those where a span of `cut` begins. */
static void show(dl_bytes text, const uint32_t *bytes, const spans *cut, uint32_t first, dl_span s, char mark) {
    for (uint32_t at = s.begin; at < s.end; at++) {
        while (first < cut->count && cut->rows[first].begin < at) first++;
        if (at > s.begin && first < cut->count && cut->rows[first].begin == at) putchar(mark);
        for (uint32_t i = bytes[at]; i < bytes[at + 1]; i++)
            if (text.data[i] == '\n')
                printf("\\n");
            else
                putchar(text.data[i]);
    }
}

static void show_around(const char *what, dl_bytes text, const uint32_t *bytes, const spans *gold, const spans *got, dl_span differs, uint32_t last) {
    enum { AROUND = 40 };
    spans none = {0};
    printf("%s\t", what);
    show(text, bytes, &none, 1, (dl_span){differs.begin < AROUND ? 0 : differs.begin - AROUND, differs.begin}, ' ');
    printf("\t");
    show(text, bytes, gold, 1, differs, '|');
    printf("\t");
    show(text, bytes, got, 1, differs, '|');
    printf("\t");
    show(text, bytes, &none, 1, (dl_span){differs.end, differs.end + AROUND < last ? differs.end + AROUND : last}, ' ');
    printf("\n");
}

/* Stretches of tokens between borders that both cuts have. */
static void list_tokens(dl_bytes text, const uint32_t *bytes, const spans *gold, const spans *got) {
    uint32_t last = gold->rows[gold->count - 1].end;
    for (uint32_t a = 1, b = 1; a < gold->count && b < got->count; a++, b++) {
        uint32_t begin = gold->rows[a].begin;
        bool same = gold->rows[a].end == got->rows[b].end;
        while (gold->rows[a].end != got->rows[b].end && a + 1 < gold->count && b + 1 < got->count) {
            if (gold->rows[a].end < got->rows[b].end)
                a++;
            else
                b++;
        }
        if (!same) show_around("token", text, bytes, gold, got, (dl_span){begin, gold->rows[a].end}, last);
    }
}

static void list_ends(dl_bytes text, const uint32_t *bytes, const spans *gold, const spans *got) {
    uint32_t last = gold->rows[gold->count - 1].end;
    spans none = {0};
    for (uint32_t a = 1, b = 1; a < gold->count && b < got->count;) {
        uint32_t x = gold->rows[a].end, y = got->rows[b].end;
        if (x < y) show_around("missing end", text, bytes, &none, &none, (dl_span){x, x}, last);
        if (y < x) show_around("wrong end", text, bytes, &none, &none, (dl_span){y, y}, last);
        a += x <= y;
        b += y <= x;
    }
}

/* Where each character that is no blank begins. */
static const uint32_t *character_bytes(dl_arena *arena, dl_bytes text) {
    uint32_t *bytes = DL_NEW_ARRAY(arena, uint32_t, text.size + 1), n = 0;
    size_t size;
    for (size_t at = 0; at < text.size; at += size)
        if (!raw_blank_at(text, at, &size)) bytes[n++] = (uint32_t)at;
    bytes[n] = (uint32_t)text.size;
    return bytes;
}

/* ---- one text, one file */

typedef struct scorer {
    const dl_cutter *cutter;
    tallies n;
    uint32_t ranges;
    bool list;
} scorer;

static void cut_text(void *self, raw_text *raw) {
    scorer *s = self;
    dl_doc doc = {.text = raw_bytes(raw)};
    spans tokens = {0}, sentences = {0};
    dl_cut_read(s->cutter, &doc);
    got_spans(&doc, &tokens, &sentences);
    compare(&raw->tokens, &tokens, &s->n.tokens);
    compare(&raw->sentences, &sentences, &s->n.sentences);
    s->ranges += raw->ranges;
    if (s->list) {
        const uint32_t *bytes = character_bytes(&raw->arena, doc.text);
        list_tokens(doc.text, bytes, &raw->tokens, &tokens);
        list_ends(doc.text, bytes, &raw->sentences, &sentences);
    }
    dl_arena_free(&doc.arena);
}

static void show_tally(const char *what, const char *how, tally n) {
    printf("%s of %s, precision  %.4f\n", what, how, n.got ? (double)n.right / n.got : 0);
    printf("%s of %s, recall  %.4f\n", what, how, n.gold ? (double)n.right / n.gold : 0);
    printf("%s of %s, F1  %.4f\n", what, how, n.gold + n.got ? 2.0 * n.right / (n.got + n.gold) : 0);
}

int score_cut(const char *knowledge, const char *conllu, bool list) {
    dl_error error;
    dl_know *know;
    dl_arena arena = {0};
    dl_cutter *cutter;
    if (dl_know_open(&know, knowledge, &error) != DL_OK) die(error.message, knowledge);
    if (dl_cutter_open(&cutter, know, &error) != DL_OK) die(error.message, knowledge);
    dl_bytes file = read_whole(&arena, conllu);
    scorer whole = {.cutter = cutter, .list = list}, each = {.cutter = cutter};
    raw_text_read(file, false, cut_text, &whole);
    raw_text_read(file, true, cut_text, &each);
    show_tally("tokens", "one text", whole.n.tokens);
    show_tally("sentences", "one text", whole.n.sentences);
    show_tally("tokens", "each document", each.n.tokens);
    show_tally("sentences", "each document", each.n.sentences);
    printf("tokens  %u\nsentences  %u\nwords whose parts are not written, one token each  %u\n", whole.n.tokens.gold, whole.n.sentences.gold,
           whole.ranges);
    dl_arena_free(&arena);
    dl_cutter_close(cutter);
    dl_know_close(know);
    return 0;
}
