#include "score_cut.h"

#include "corpus.h"
#include "intake/cut.h"
#include "text/marks.h"

#include <stdio.h>

typedef DL_ARRAY(dl_span) spans; /* row 0 unused; offsets in characters that are no blanks */

/* The raw text of one document or of a whole file, and its gold cut. */
typedef struct raw_text {
    dl_arena arena;
    DL_ARRAY(char) text; /* row 0 is a line break */
    spans tokens, sentences;
    uint32_t at;     /* characters of the tokens so far */
    uint32_t ranges; /* words whose syntactic parts are no pieces of it ("wanna" as "want", "to"): one token each */
} raw_text;

/* What is read from a file, line by line. */
typedef struct tree_reader {
    raw_text *raw;
    const char *gap; /* stands before the next sentence */
    bool glued;      /* the last token has no space behind it */
    dl_bytes range;  /* the word written that the tokens up to `range_end` are the parts of */
    int64_t range_end;
    uint32_t range_token; /* first of them */
} tree_reader;

typedef struct tally {
    uint32_t right, got, gold;
} tally;

typedef struct tallies {
    tally tokens, sentences;
} tallies;

/* One character, where a mark may be a run of them. */
static bool blank_at(dl_bytes text, size_t at, size_t *size) {
    if ((unsigned char)text.data[at] >= 0x80) return dl_mark_at(text, at, text.size, size) == DL_MARK_SPACE;
    *size = 1;
    return dl_is_space(text.data[at]);
}

static uint32_t characters(dl_bytes text) {
    uint32_t n = 0;
    size_t size;
    for (size_t at = 0; at < text.size; at += size) n += !blank_at(text, at, &size);
    return n;
}

static void add_text(raw_text *raw, dl_bytes piece) {
    for (size_t i = 0; i < piece.size; i++) *DL_PUSH(&raw->arena, &raw->text) = piece.data[i];
}

/* ---- the gold cut */

static void end_range(tree_reader *r) {
    raw_text *raw = r->raw;
    uint32_t begin = raw->tokens.rows[r->range_token].begin, size = characters(r->range);
    if (raw->at - begin != size) { /* the parts are not written in the text: the word counts as one token */
        raw->tokens.count = r->range_token + 1;
        raw->tokens.rows[r->range_token].end = raw->at = begin + size;
        raw->ranges++;
    }
    r->range = (dl_bytes){0};
}

static void read_token(tree_reader *r, dl_bytes line) {
    dl_bytes cell[10], rest = line;
    for (int i = 0; i < 10; i++)
        if (!dl_bytes_cut(&rest, '\t', cell + i)) return;
    int64_t number, last;
    size_t digits = dl_bytes_number(cell[0], &number);
    bool glued = memmem(cell[9].data, cell[9].size, "SpaceAfter=No", 13) != NULL;
    if (digits < cell[0].size && cell[0].data[digits] == '-') {
        dl_bytes_number((dl_bytes){cell[0].data + digits + 1, cell[0].size - digits - 1}, &last);
        r->range = cell[1], r->range_end = last, r->range_token = r->raw->tokens.count ? r->raw->tokens.count : 1;
        r->glued = glued;
        return;
    }
    if (digits < cell[0].size) return; /* an empty node */
    uint32_t begin = r->raw->at;
    r->raw->at += characters(cell[1]);
    *DL_PUSH(&r->raw->arena, &r->raw->tokens) = (dl_span){begin, r->raw->at};
    if (!r->range.data)
        r->glued = glued;
    else if (number == r->range_end)
        end_range(r);
}

static void read_comment(tree_reader *r, dl_bytes line) {
    static const char mark[] = "# text = ";
    bool paragraph = dl_bytes_is(line, "# newpar") || dl_bytes_start(line, "# newpar id") || dl_bytes_start(line, "# newdoc");
    if (paragraph && r->raw->text.count) r->gap = "\n\n";
    if (!dl_bytes_start(line, mark)) return;
    add_text(r->raw, dl_bytes_of(r->gap));
    add_text(r->raw, (dl_bytes){line.data + sizeof mark - 1, line.size - (sizeof mark - 1)});
}

static void end_sentence(tree_reader *r) {
    raw_text *raw = r->raw;
    uint32_t begin = raw->sentences.count ? raw->sentences.rows[raw->sentences.count - 1].end : 0;
    if (raw->at == begin) return;
    *DL_PUSH(&raw->arena, &raw->sentences) = (dl_span){begin, raw->at};
    r->gap = r->glued ? "" : " ";
}

/* ---- comparing */

/* Offsets of a document's spans in characters that are no blanks. */
static void count_to(dl_bytes text, uint32_t offset, uint32_t *at, uint32_t *count) {
    size_t size;
    for (; *at < offset; *at += (uint32_t)size) *count += !blank_at(text, *at, &size);
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
        if (!blank_at(text, at, &size)) bytes[n++] = (uint32_t)at;
    bytes[n] = (uint32_t)text.size;
    return bytes;
}

/* ---- one text, one file */

static void cut_text(const dl_know *know, raw_text *raw, tallies *n, bool list) {
    if (raw->sentences.count) {
        dl_doc doc = {.text = {raw->text.rows + 1, raw->text.count - 1}};
        spans tokens = {0}, sentences = {0};
        if (characters(doc.text) != raw->at) die("the words do not make up the text", "score-cut");
        dl_cut_read(know, &doc);
        got_spans(&doc, &tokens, &sentences);
        compare(&raw->tokens, &tokens, &n->tokens);
        compare(&raw->sentences, &sentences, &n->sentences);
        if (list) {
            const uint32_t *bytes = character_bytes(&raw->arena, doc.text);
            list_tokens(doc.text, bytes, &raw->tokens, &tokens);
            list_ends(doc.text, bytes, &raw->sentences, &sentences);
        }
        dl_arena_free(&doc.arena);
    }
    dl_arena_free(&raw->arena);
    *raw = (raw_text){0};
}

static uint32_t cut_file(const dl_know *know, dl_bytes file, bool each, tallies *n, bool list) {
    raw_text raw = {0};
    tree_reader r = {.raw = &raw, .gap = ""};
    uint32_t ranges = 0;
    for (const char *at = file.data, *end = at + file.size; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (!stop) stop = end;
        dl_bytes line = {at, (size_t)(stop - at)};
        if (each && dl_bytes_start(line, "# newdoc")) {
            ranges += raw.ranges;
            cut_text(know, &raw, n, list);
            r = (tree_reader){.raw = &raw, .gap = ""};
        }
        if (!line.size)
            end_sentence(&r);
        else if (line.data[0] == '#')
            read_comment(&r, line);
        else
            read_token(&r, line);
        at = stop + 1;
    }
    end_sentence(&r);
    ranges += raw.ranges;
    cut_text(know, &raw, n, list);
    return ranges;
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
    if (dl_know_open(&know, knowledge, &error) != DL_OK) die(error.message, knowledge);
    dl_bytes file = read_whole(&arena, conllu);
    tallies whole = {0}, each = {0};
    uint32_t ranges = cut_file(know, file, false, &whole, list);
    cut_file(know, file, true, &each, false);
    show_tally("tokens", "one text", whole.tokens);
    show_tally("sentences", "one text", whole.sentences);
    show_tally("tokens", "each document", each.tokens);
    show_tally("sentences", "each document", each.sentences);
    printf("tokens  %u\nsentences  %u\nwords whose parts are not written, one token each  %u\n", whole.tokens.gold, whole.sentences.gold, ranges);
    dl_arena_free(&arena);
    dl_know_close(know);
    return 0;
}
