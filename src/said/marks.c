#include "said/marks.h"

enum { DEPTH = 4, SINGLE_REACH = 600, TITLE_WORDS = 12 };

typedef enum pair {
    PAIR_NONE,
    PAIR_STRAIGHT, /* " */
    PAIR_CURLY,    /* “ ” */
    PAIR_TICKS,    /* `` '' or '' '' */
    PAIR_ANGLE,    /* « » */
    PAIR_LOW,      /* „ “ */
    PAIR_SINGLE,   /* ' */
    PAIR_CURLED    /* ‘ ’ */
} pair;

typedef enum side { SIDE_EITHER, SIDE_OPEN, SIDE_CLOSE } side;

typedef struct mark {
    uint8_t pair, side, size;
} mark;

static const struct {
    const char *text;
    mark mark;
} MARKS[] = {
    {"\"", {PAIR_STRAIGHT, SIDE_EITHER, 1}},       {"\xe2\x80\x9c", {PAIR_CURLY, SIDE_OPEN, 3}},
    {"\xe2\x80\x9d", {PAIR_CURLY, SIDE_CLOSE, 3}}, {"``", {PAIR_TICKS, SIDE_OPEN, 2}},
    {"''", {PAIR_TICKS, SIDE_EITHER, 2}},          {"\xc2\xab", {PAIR_ANGLE, SIDE_OPEN, 2}},
    {"\xc2\xbb", {PAIR_ANGLE, SIDE_CLOSE, 2}},     {"\xe2\x80\x9e", {PAIR_LOW, SIDE_OPEN, 3}},
    {"\xe2\x80\x98", {PAIR_CURLED, SIDE_OPEN, 3}}, {"\xe2\x80\x99", {PAIR_CURLED, SIDE_CLOSE, 3}},
    {"'", {PAIR_SINGLE, SIDE_EITHER, 1}},
};

typedef struct scan {
    dl_said_reader *r;
    dl_bytes text;
    uint32_t begin, end; /* of the paragraph */
    uint32_t paragraph;
    uint32_t stack[DEPTH]; /* open segments */
    uint32_t depth;
} scan;

static bool starts(dl_bytes text, uint32_t at, uint32_t end, const char *mark, uint32_t size) {
    return at + size <= end && !memcmp(text.data + at, mark, size);
}

/* By a byte: whether a mark may begin with it. A table, for letters and blanks fall on either side of any comparison. */
static const bool may_begin_mark[256] = {['"'] = true, ['\''] = true, ['`'] = true, [0xe2] = true, [0xc2] = true};

/* The next byte with which a mark may begin, or the end. Few do, so that eight are passed in one step where all are plain (compare dl_bytes_before).
 */
static uint32_t next_mark(const scan *s, uint32_t at) {
    const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
    for (uint64_t eight; at + sizeof eight <= s->end; at += sizeof eight) {
        memcpy(&eight, s->text.data + at, sizeof eight);
        uint64_t straight = eight ^ ones * '"', single = eight ^ ones * '\'', tick = eight ^ ones * '`';
        uint64_t marks = ((straight - ones) | (single - ones) | (tick - ones) | eight) & tops; /* of what is not ASCII each byte is one */
        if (marks) {
            at += (uint32_t)__builtin_ctzll(marks) / 8;
            break;
        }
    }
    while (at < s->end && !may_begin_mark[(unsigned char)s->text.data[at]]) at++;
    return at;
}

static mark mark_at(const scan *s, uint32_t at) {
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (starts(s->text, at, s->end, MARKS[i].text, MARKS[i].mark.size)) return MARKS[i].mark;
    return (mark){0, 0, 0};
}

static bool wordy(char c) {
    return dl_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* A letter, or a byte of a character that is no curly mark or dash. */
static bool word_before(const scan *s, uint32_t at) {
    if (at == s->begin) return false;
    if ((unsigned char)s->text.data[at - 1] < 0x80) return wordy(s->text.data[at - 1]);
    return !(at >= s->begin + 3 && (unsigned char)s->text.data[at - 3] == 0xe2 && (unsigned char)s->text.data[at - 2] == 0x80);
}
static bool word_behind(const scan *s, uint32_t at) {
    if (at >= s->end) return false;
    if ((unsigned char)s->text.data[at] == 0xe2) return at + 1 < s->end && (unsigned char)s->text.data[at + 1] != 0x80;
    return wordy(s->text.data[at]);
}
static bool blank_before(const scan *s, uint32_t at) {
    if (at == s->begin) return true;
    char c = s->text.data[at - 1];
    if (dl_is_space(c) || strchr("([{-_/\"'`", c)) return true;
    return (unsigned char)c >= 0x80 && !word_before(s, at);
}
static bool blank_behind(const scan *s, uint32_t at) {
    return at >= s->end || dl_is_space(s->text.data[at]);
}

static bool open_of(const scan *s, uint8_t pair) {
    for (uint32_t i = 0; i < s->depth; i++)
        if (s->r->segments.rows[s->stack[i]].mark == pair) return true;
    return false;
}

/* Whether a straight mark opens: a blank in front and none behind; where both sides look alike, whether one is open. */
static side side_of(const scan *s, mark m, uint32_t at) {
    if (m.side != SIDE_EITHER) return (side)m.side;
    bool front = blank_before(s, at), behind = blank_behind(s, at + m.size);
    if (front && !behind) return SIDE_OPEN;
    if (!front) return open_of(s, m.pair) || behind ? SIDE_CLOSE : SIDE_OPEN;
    return open_of(s, m.pair) ? SIDE_CLOSE : SIDE_OPEN;
}

/* The mark that closes a single quotation is followed by no letter and stands behind a stop, or before one or a blank. */
static bool single_closes(const scan *s, uint8_t pair, uint32_t at, uint32_t size) {
    return (pair == PAIR_SINGLE || pair == PAIR_CURLED) && !word_behind(s, at + size) && !blank_before(s, at);
}

/* An apostrophe is no quotation mark: it opens only where a fitting close follows in the paragraph. */
static bool single_opens(const scan *s, uint8_t pair, uint32_t at, uint32_t size) {
    const char *close = pair == PAIR_SINGLE ? "'" : "\xe2\x80\x99";
    uint32_t limit = at + SINGLE_REACH < s->end ? at + SINGLE_REACH : s->end;
    if (!blank_before(s, at) || !word_behind(s, at + size) || dl_is_digit(s->text.data[at + size])) return false;
    for (uint32_t i = at + size + 1; i < limit; i++) {
        if (!starts(s->text, i, s->end, close, size) || !single_closes(s, pair, i, size)) continue;
        if (s->text.data[i - 1] != 's' || i + size >= s->end || !dl_is_space(s->text.data[i + size])) return true; /* no possessive */
    }
    return false;
}

static void finish(scan *s, uint32_t content_end, uint32_t close, bool runs_on) {
    dl_segment *seg = &s->r->segments.rows[s->stack[--s->depth]];
    while (content_end > seg->span.begin && dl_is_space(s->text.data[content_end - 1])) content_end--;
    seg->span.end = content_end > seg->span.begin ? content_end : seg->span.begin;
    seg->close = close;
    seg->runs_on = runs_on;
}

static void open_segment(scan *s, mark m, uint32_t at) {
    if (s->depth && s->r->segments.rows[s->stack[s->depth - 1]].mark == m.pair) finish(s, at, at, true);
    if (s->depth == DEPTH) return;
    dl_segment *seg = DL_PUSH(&s->r->doc->arena, &s->r->segments);
    uint32_t begin = at + m.size;
    while (begin < s->end && dl_is_space(s->text.data[begin])) begin++;
    *seg = (dl_segment){.span = {begin, begin}, .open = at, .mark = m.pair, .paragraph = s->paragraph};
    seg->outer = s->depth ? s->stack[s->depth - 1] : 0;
    s->stack[s->depth++] = s->r->segments.count - 1;
}

/* Closes the pair's innermost segment, and what was left open inside it. */
static void close_segment(scan *s, mark m, uint32_t at) {
    uint8_t pair = m.pair;
    if (!open_of(s, pair) && pair == PAIR_CURLY && open_of(s, PAIR_LOW)) pair = PAIR_LOW;
    if (!open_of(s, pair) && pair == PAIR_STRAIGHT && open_of(s, PAIR_CURLY)) pair = PAIR_CURLY;
    if (!open_of(s, pair)) return;
    while (s->r->segments.rows[s->stack[s->depth - 1]].mark != pair) finish(s, at, at, false);
    finish(s, at, at + m.size, false);
}

static uint32_t step(scan *s, uint32_t at) {
    mark m = mark_at(s, at);
    if (!m.pair) return 1;
    bool single = m.pair == PAIR_SINGLE || m.pair == PAIR_CURLED;
    if (m.pair == PAIR_TICKS && m.side == SIDE_EITHER && word_before(s, at) && word_behind(s, at + 2)) return 2;
    if (m.pair == PAIR_CURLY && m.side == SIDE_OPEN && open_of(s, PAIR_LOW)) m.side = SIDE_CLOSE;
    bool none = !open_of(s, PAIR_CURLY) && !open_of(s, PAIR_LOW) && !open_of(s, PAIR_STRAIGHT);
    if (m.pair == PAIR_CURLY && m.side == SIDE_CLOSE && none && blank_before(s, at) && word_behind(s, at + m.size)) m.side = SIDE_OPEN; /* ”slip” */
    if (single) {
        if (open_of(s, m.pair) && single_closes(s, m.pair, at, m.size))
            close_segment(s, m, at);
        else if (m.side != SIDE_CLOSE && single_opens(s, m.pair, at, m.size))
            open_segment(s, m, at);
    } else if (side_of(s, m, at) == SIDE_OPEN) {
        open_segment(s, m, at);
    } else {
        close_segment(s, m, at);
    }
    return m.size;
}

static void read_paragraph(scan *s) {
    s->depth = 0;
    for (uint32_t at = next_mark(s, s->begin); at < s->end; at = next_mark(s, at)) at += step(s, at);
    while (s->depth) finish(s, s->end, s->end, true);
}

/* "War and Peace": every word of weight has a capital, and there is no stop or comma at its end. In text set in capitals this says nothing. */
static bool is_title(const dl_doc *doc, const dl_segment *s) {
    const dl_sentence *sentence = &doc->sentences.rows[doc->tokens.rows[s->first].sentence];
    if (s->last > s->first + TITLE_WORDS || sentence->capitals || sentence->zone == DL_ZONE_HEADLINE) return false;
    bool capital = false;
    for (uint32_t t = s->first; t <= s->last; t++) {
        dl_bytes word = dl_token_text(doc, t);
        if (word.size > 3 && dl_is_lower(word.data[0])) return false;
        capital = capital || !dl_is_lower(word.data[0]); /* "an act of war" has none */
        if (word.size == 1 && strchr(".,!?", word.data[0])) return false;
    }
    return capital;
}

/* Tokens of the content; segments without any are dropped by leaving first above last. */
static void place_tokens(dl_said_reader *r) {
    for (DL_EACH(i, &r->segments)) {
        dl_segment *s = &r->segments.rows[i];
        s->first = dl_token_at(r->doc, s->span.begin);
        s->last = dl_token_at(r->doc, s->span.end);
        while (s->last >= r->doc->tokens.count || r->doc->tokens.rows[s->last].span.end > s->span.end) s->last--;
        s->title = s->first <= s->last && is_title(r->doc, s);
    }
}

void dl_segments_read(dl_said_reader *r) {
    const dl_doc *doc = r->doc;
    scan s = {.r = r, .text = doc->text};
    for (uint32_t i = 1; i < doc->sentences.count;) {
        const dl_sentence *first = &doc->sentences.rows[i];
        uint32_t last = dl_said_last_of_paragraph(r, i);
        s.begin = first->span.begin;
        s.end = doc->sentences.rows[last].span.end;
        s.paragraph = first->paragraph;
        if (first->zone != DL_ZONE_BOILERPLATE) read_paragraph(&s);
        i = last + 1;
    }
    place_tokens(r);
}
