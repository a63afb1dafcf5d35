#include "raw_text.h"

#include "base/utf8.h"
#include "text/marks.h"

/* What is read from a file, line by line. */
typedef struct tree_reader {
    raw_text *raw;
    const char *gap; /* stands before the next sentence */
    bool glued;      /* the last token has no space behind it */
    dl_bytes range;  /* the word written that the tokens up to `range_end` are the parts of */
    int64_t range_end;
    uint32_t range_token; /* first of them */
} tree_reader;

bool raw_blank_at(dl_bytes text, size_t at, size_t *size) {
    size_t mark;
    dl_utf8_read(text, at, size);
    return dl_mark_at(text, at, at + *size, &mark) == DL_MARK_SPACE;
}

static uint32_t characters(dl_bytes text) {
    uint32_t n = 0;
    size_t size;
    for (size_t at = 0; at < text.size; at += size) n += !raw_blank_at(text, at, &size);
    return n;
}

static void add_text(raw_text *raw, dl_bytes piece) {
    for (size_t i = 0; i < piece.size; i++) *DL_PUSH(&raw->arena, &raw->bytes) = piece.data[i];
}

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
    if (paragraph && r->raw->bytes.count) r->gap = "\n\n";
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

static void end_text(raw_text *raw, void (*use)(void *self, raw_text *raw), void *self) {
    if (raw->sentences.count) {
        if (characters(raw_bytes(raw)) != raw->at) die("the words do not make up the text", "raw text");
        use(self, raw);
    }
    dl_arena_free(&raw->arena);
    *raw = (raw_text){0};
}

void raw_text_read(dl_bytes file, bool each, void (*use)(void *self, raw_text *raw), void *self) {
    raw_text raw = {0};
    tree_reader r = {.raw = &raw, .gap = ""};
    for (const char *at = file.data, *end = at + file.size; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (!stop) stop = end;
        dl_bytes line = {at, (size_t)(stop - at)};
        if (each && dl_bytes_start(line, "# newdoc")) {
            end_text(&raw, use, self);
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
    end_text(&raw, use, self);
}
