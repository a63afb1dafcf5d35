#include "text/tokens.h"

/* A line without the blanks at its ends. */
typedef struct line {
    dl_span span;
    uint32_t indent;
} line;

typedef DL_ARRAY(line) lines;

/* Widths of text wrapped by hand or by a wire machine. */
enum { WRAP_LEAST = 45, WRAP_MOST = 110 };

static void find_lines(dl_arena *arena, dl_bytes text, lines *all) {
    for (size_t at = 0; at < text.size;) {
        const char *newline = memchr(text.data + at, '\n', text.size - at);
        size_t end = newline ? (size_t)(newline - text.data) : text.size, next = end + 1, begin = at;
        while (begin < end && dl_is_space(text.data[begin])) begin++;
        while (end > begin && dl_is_space(text.data[end - 1])) end--;
        *DL_PUSH(arena, all) = (line){{(uint32_t)begin, (uint32_t)end}, (uint32_t)(begin - at)};
        at = next;
    }
}

/* A text is wrapped where no line is long and most lines that have a line right behind them are nearly full. */
static uint32_t wrap_width(const lines *all) {
    uint32_t longest = 0, pairs = 0, full = 0;
    for (DL_EACH(i, all)) {
        uint32_t size = dl_span_size(all->rows[i].span);
        if (size > longest) longest = size;
        bool next = i + 1 < all->count && dl_span_size(all->rows[i + 1].span);
        pairs += size && next;
        full += size >= WRAP_LEAST && next;
    }
    return longest <= WRAP_MOST && pairs >= 2 && full * 10 >= pairs * 6 ? longest : 0;
}

static bool ends_sentence(dl_bytes text, dl_span s) {
    char last = text.data[s.end - 1];
    return last == '.' || last == '!' || last == '?' || last == '"' || last == '\'';
}

static bool goes_on(dl_bytes text, const line *this, const line *next, uint32_t width) {
    if (!width || next->indent > this->indent + 1) return false;
    if (dl_span_size(this->span) * 10 >= width * 6) return true;
    char first = text.data[next->span.begin];
    return !dl_is_upper(first) && !ends_sentence(text, this->span);
}

void dl_cut_text_paragraphs(dl_arena *arena, dl_bytes text, dl_cut_paragraphs *paragraphs) {
    lines all = {0};
    find_lines(arena, text, &all);
    uint32_t width = wrap_width(&all);
    bool open = false;
    for (DL_EACH(i, &all)) {
        line *this = &all.rows[i];
        if (!dl_span_size(this->span)) {
            open = false;
            continue;
        }
        if (open && goes_on(text, this - 1, this, width))
            paragraphs->rows[paragraphs->count - 1].span.end = this->span.end;
        else
            *DL_PUSH(arena, paragraphs) = (dl_cut_paragraph){this->span};
        open = true;
    }
}
