/* Lines and words of the dictionaries, and the rows that are made of them. */
#include "lexicon/petrarch.h"

#include "base/utf8.h"

#include <utf8proc.h>

enum { MOST_BYTES = 120, MOST_TOKENS = 16 };

/* A remark begins with "#" or ";", but not in a code: "[###]". */
static dl_bytes without_remark(dl_bytes line) {
    bool code = false;
    for (size_t i = 0; i < line.size; i++) {
        code = line.data[i] == '[' || (code && line.data[i] != ']');
        if (!code && (line.data[i] == '#' || line.data[i] == ';')) line.size = i;
    }
    while (line.size && dl_is_space(line.data[line.size - 1])) line.size--;
    return line;
}

bool dl_petrarch_line(dl_petrarch *p, dl_bytes *rest, dl_bytes *line) {
    bool inside = false;
    while (dl_bytes_cut(rest, '\n', line)) {
        p->line++;
        bool opens = memmem(line->data, line->size, "<!", 2), closes = memmem(line->data, line->size, "->", 2);
        if (inside || opens) {
            inside = !closes;
            continue;
        }
        *line = without_remark(*line);
        if (dl_utf8_valid(*line) != line->size) {
            dl_petrarch_remark(p, "not UTF-8: left out", (dl_bytes){0});
            continue;
        }
        if (line->size && line->data[0] != '<') return true;
    }
    return false;
}

void dl_petrarch_remark(dl_petrarch *p, const char *message, dl_bytes about) {
    dl_remark remark = {.file = p->file, .line = p->line, .message = message, .about = about};
    p->ear.hear(p->ear.self, &remark);
}

void dl_petrarch_put(dl_petrarch *p, dl_buffer *buffer, dl_bytes text) {
    dl_buffer_add(p->arena, buffer, text.data, text.size);
}

void dl_petrarch_row(dl_petrarch *p, dl_petrarch_table *t, const dl_bytes *cells, size_t count) {
    dl_buffer *out = &t->text;
    for (size_t i = 0; i < count; i++) {
        size_t at = out->size + (i > 0);
        if (i) dl_petrarch_put(p, out, DL_LIT("\t"));
        dl_petrarch_put(p, out, cells[i]);
        for (; at < out->size; at++)
            if ((unsigned char)out->data[at] < ' ') out->data[at] = ' ';
    }
    dl_petrarch_put(p, out, DL_LIT("\n"));
    t->rows++;
}

static bool of_word(char c) {
    return dl_is_alnum(c) || c == '.' || c == '-' || c == '\'' || (unsigned char)c >= 0x80;
}

dl_bytes dl_petrarch_words(dl_petrarch *p, dl_bytes text, dl_petrarch_case how) {
    char *out = dl_arena_alloc(p->arena, text.size + 1);
    size_t size = 0;
    bool first = true; /* of a word */
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (!of_word(c)) {
            if (size && out[size - 1] != ' ') out[size++] = ' ';
            first = true;
            continue;
        }
        bool capital = how == DL_PETRARCH_TITLE ? first : how == DL_PETRARCH_FIRST && !size;
        c = dl_to_lower(c);
        out[size++] = capital && dl_is_lower(c) ? (char)(c - 32) : c;
        first = false;
    }
    while (size && out[size - 1] == ' ') size--;
    out[size] = 0;
    dl_bytes words = {out, size};
    if (size < 5 || memcmp(out + 1, "he ", 3) || dl_to_lower(out[0]) != 't') return words;
    words = (dl_bytes){out + 4, size - 4};
    if (how != DL_PETRARCH_LOWER && dl_is_lower(words.data[0])) out[4] = (char)(out[4] - 32);
    return words;
}

dl_bytes dl_petrarch_id(dl_petrarch *p, dl_bytes name) {
    dl_bytes words = dl_petrarch_words(p, name, DL_PETRARCH_LOWER), id = dl_arena_printf(p->arena, "petrarch-%.*s", (int)words.size, words.data);
    for (char *c = (char *)id.data; *c; c++)
        if (*c == ' ') *c = '-';
    return id;
}

/* Blanks beyond ASCII alone are no word. */
static bool has_word(dl_bytes words) {
    for (size_t at = 0, n; at < words.size; at += n) {
        utf8proc_category_t kind = utf8proc_category((utf8proc_int32_t)dl_utf8_read(words, at, &n));
        if ((kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO) || (kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO))
            return true;
    }
    return !words.size;
}

bool dl_petrarch_fits(dl_bytes words) {
    size_t tokens = 1;
    if (!has_word(words)) return false;
    for (size_t i = 0; i < words.size; i++)
        tokens += words.data[i] == ' ' ? 1 : dl_is_alpha(words.data[i]) ? 0 : 2; /* hyphens and the like cut a word in three */
    return words.size <= MOST_BYTES && tokens <= MOST_TOKENS;
}

dl_bytes dl_petrarch_forms(dl_petrarch *p, dl_bytes word) {
    size_t n = word.size;
    if (n < 4 || word.data[n - 1] != 's' || strchr("sui", word.data[n - 2])) return word;
    if (dl_bytes_finish(word, "ies"))
        return dl_arena_printf(p->arena, "%.*s|%.*s|%.*sy", (int)n, word.data, (int)n - 1, word.data, (int)n - 3, word.data);
    return dl_arena_printf(p->arena, "%.*s|%.*s", (int)n, word.data, (int)n - 1, word.data);
}

bool dl_petrarch_between(dl_bytes *rest, char open, char close, dl_bytes *inside) {
    const char *from = rest->size ? memchr(rest->data, open, rest->size) : NULL;
    const char *to = from ? memchr(from + 1, close, (size_t)(rest->data + rest->size - from) - 1) : NULL;
    if (!to) return false;
    *inside = dl_bytes_trim((dl_bytes){from + 1, (size_t)(to - from) - 1});
    *rest = (dl_bytes){to + 1, (size_t)(rest->data + rest->size - to) - 1};
    return true;
}

dl_bytes dl_petrarch_source(const dl_petrarch *p) {
    const char *slash = strrchr(p->file, '/');
    return dl_bytes_of(slash ? slash + 1 : p->file);
}
