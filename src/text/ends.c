#include "text/ends.h"

#include "base/hash.h"
#include "text/marks.h"

/* Shapes: a lower-case word, A capitals, B one capital, C capitalised, S a capitalised word that begins sentences; I initials, T a title, N a word
 * that a number follows, b another abbreviation; digits by their look: 1 short, 4 of four, 9 longer, t a time of day, d with slashes, 5 others; U an
 * address of a page, M of mail; e a face, _ a long line, p other marks; marks of punctuation by themselves, o for dots, q and Q for quotation marks
 * that open and close. Borders: ^ and $. */
enum { LINE_LEAST = 4, WORD_MOST = 16 };

static dl_bytes word_of(dl_bytes text, const dl_cut_tokens *tokens, uint32_t i) {
    dl_span s = tokens->rows[i].span;
    return (dl_bytes){text.data + s.begin, s.end - s.begin};
}

static char digits_shape(dl_bytes word) {
    size_t digits = 0;
    while (digits < word.size && dl_is_digit(word.data[digits])) digits++;
    if (digits == word.size) return digits < 3 ? '1' : digits == 4 ? '4' : '9';
    if (word.data[digits] == ':') return 't';
    return memchr(word.data, '/', word.size) ? 'd' : '5';
}

static char stopped_shape(dl_bytes word, const dl_word_list *words) {
    dl_word_kind kind = words ? words->kind(words->self, (dl_bytes){word.data, word.size - 1}) : DL_WORD_PLAIN;
    if (kind == DL_WORD_TITLE) return 'T';
    if (kind == DL_WORD_NUMBERED) return 'N';
    if (kind == DL_WORD_ABBREVIATION) return 'b';
    for (size_t i = 0; i < word.size; i += 2)
        if (i + 1 == word.size || !dl_is_upper(word.data[i]) || word.data[i + 1] != '.') return 'b';
    return 'I';
}

static char letters_shape(dl_bytes word, const dl_word_list *words, bool capitals) {
    if (word.size > 1 && word.data[word.size - 1] == '.') return stopped_shape(word, words);
    if (!dl_is_upper(word.data[0])) return 'a';
    if (words && words->kind(words->self, word) == DL_WORD_STARTER) return 'S';
    if (capitals) return 'C';
    if (word.size == 1) return 'B';
    for (size_t i = 1; i < word.size; i++)
        if (dl_is_lower(word.data[i])) return 'C';
    return 'A';
}

static char mark_shape(dl_bytes word, dl_mark mark, size_t size) {
    switch (mark) {
    case DL_MARK_STOP:
        return '.';
    case DL_MARK_END:
        return '!';
    case DL_MARK_DOTS:
        return 'o';
    case DL_MARK_OPEN:
        return word.data[0] == '(' || word.data[0] == '[' || word.data[0] == '{' ? '(' : 'q';
    case DL_MARK_CLOSE:
        return word.data[0] == ')' || word.data[0] == ']' || word.data[0] == '}' ? ')' : 'Q';
    case DL_MARK_QUOTE:
        return word.data[0] == '"' ? 'Q' : '\'';
    case DL_MARK_APOSTROPHE:
        return '\'';
    case DL_MARK_COMMA:
        return ',';
    case DL_MARK_COLON:
        return ':';
    case DL_MARK_HYPHEN:
        return '-';
    case DL_MARK_DASH:
        return size < LINE_LEAST ? '-' : '_';
    default:
        return word.data[0] == ';' ? ';' : size < LINE_LEAST ? 'p' : '_';
    }
}

static bool is_site(dl_bytes word) {
    return dl_bytes_start(word, "http:") || dl_bytes_start(word, "https:") || dl_bytes_start(word, "www.");
}

static char shape_of(dl_bytes word, const dl_word_list *words, bool capitals) {
    size_t size;
    dl_mark mark = dl_mark_at(word, 0, word.size, &size);
    if (mark != DL_MARK_NONE && size == word.size) return mark_shape(word, mark, size);
    if (dl_is_digit(word.data[0])) return digits_shape(word);
    if (word.size > 3 && memchr(word.data, '@', word.size)) return 'M';
    if (is_site(word)) return 'U';
    if (dl_is_alpha(word.data[0]) || (unsigned char)word.data[0] >= 0x80) return letters_shape(word, words, capitals);
    for (size_t i = 0; i < word.size; i++)
        if (dl_is_alnum(word.data[i])) return word.size == 2 && strchr(":;=", word.data[0]) ? 'e' : 'a';
    return strchr(":;=", word.data[0]) ? 'e' : word.size < LINE_LEAST ? 'p' : '_';
}

void dl_end_shapes(dl_bytes text, const dl_cut_tokens *tokens, uint32_t first, uint32_t end, const dl_word_list *words, bool capitals, char *shapes) {
    for (uint32_t i = first; i < end; i++) {
        char shape = shape_of(word_of(text, tokens, i), words, capitals);
        bool before = i > first && tokens->rows[i - 1].glued, behind = tokens->rows[i].glued;
        if ((shape == 'Q' || shape == '\'') && behind && !before) shape = shape == 'Q' ? 'q' : '`'; /* a straight mark opens what it is written on */
        shapes[i] = shape;
    }
}

void dl_end_step(const dl_end_view *view, uint32_t i, dl_end_state *state) {
    char shape = view->shapes[i];
    if (shape == 'q' || shape == 'Q') state->quoted = shape == 'q';
    if (shape == '(') state->bracketed = true;
    if (shape == ')') state->bracketed = false;
}

static bool is_mark(char shape) {
    return strchr(".!o,:;-'`qQp)(_", shape) != NULL;
}

bool dl_end_marked(const dl_end_view *view, uint32_t i) {
    enum { CLOSERS = 6 };
    if (view->shapes[i] == 'b') return i + 1 < view->end && strchr("Sq(", view->shapes[i + 1]) != NULL;
    for (uint32_t n = 0; n < CLOSERS && i > view->first && strchr("Q')", view->shapes[i]) && view->tokens->rows[i - 1].glued; n++) i--;
    return strchr(".!ob", view->shapes[i]) != NULL;
}

/* By the shapes on both sides alone. Most gaps stand between two words in small letters. */
static bool shapes_part(char l, char r) {
    switch (l) {
    case '(':
    case 'q':
    case '`':
        return false;
    case 'I':
    case 'N':
        return r != 'a' && !strchr("ABCIT1495", r);
    case ',':
        return strchr("ABCS", r) != NULL;
    case '-':
    case ':':
    case ';':
    case '1':
    case '4':
    case '5':
    case '9':
    case 'd':
    case 't':
    case 'T':
    case 'b':
        return r != 'a';
    case 'A':
    case 'B':
    case 'C':
    case 'S':
        return r != 'a' && (!is_mark(r) || strchr("-p(_q", r));
    case 'a':
        return r != 'a' && !strchr("1495tdq", r) && (!is_mark(r) || strchr("-p(_", r));
    default:
        return true;
    }
}

bool dl_end_possible(const dl_end_view *view, uint32_t i) {
    if (view->capitals) return dl_end_marked(view, i);
    if (view->shapes[i] == 'Q' && i > view->first && view->shapes[i - 1] == ',') return false;
    return shapes_part(view->shapes[i], view->shapes[i + 1]);
}

static void put(dl_end_feature *f, char c) {
    if (f->size < DL_END_ROOM) f->text[f->size++] = c;
}

static void put_word(dl_end_feature *f, dl_bytes word) {
    for (size_t i = 0; i < word.size; i++) put(f, dl_to_lower(word.data[i]));
    put(f, ' ');
}

/* Shapes that are as good as the word itself, or whose words are without number. */
static bool has_word(char shape, dl_bytes word) {
    return word.size <= WORD_MOST && strchr("aCABSITNbpo-e", shape);
}

/* A number or letter that begins a sentence counts the items of a list: L. */
static char before_shape(const dl_end_view *view, const dl_end_state *state, uint32_t i) {
    if (i <= state->first) return '^';
    char shape = view->shapes[i - 1];
    return i == state->first + 1 && strchr("1B", shape) ? 'L' : shape;
}

/* In front of a word it matters little that it is an abbreviation. */
static char next_shape(const dl_end_view *view, uint32_t i) {
    char shape = view->shapes[i];
    return strchr("TNIb", shape) && dl_is_upper(view->text.data[view->tokens->rows[i].span.begin]) ? 'C' : shape;
}

/* What may begin a sentence, without regard to its word. */
static char class_of(char shape) {
    return strchr("ABCSITNb", shape) ? 'A' : strchr("149td5", shape) ? '1' : strchr("UM", shape) ? 'U' : shape;
}

static char behind_shape(const dl_end_view *view, uint32_t i) {
    return i + 2 < view->end ? view->shapes[i + 2] : '$';
}

void dl_end_shape_features(const dl_end_view *view, const dl_end_state *state, uint32_t i, dl_end_feature f[DL_END_SHAPES]) {
    char l = view->shapes[i], r = next_shape(view, i + 1), before = before_shape(view, state, i), behind = behind_shape(view, i);
    char glued = view->tokens->rows[i].glued ? 'g' : 's';
    *f++ = (dl_end_feature){"=", 1};
    *f++ = (dl_end_feature){{'=', l, r, glued}, 4};
    *f++ = (dl_end_feature){{'+', before, l, r, behind}, 5};
    uint32_t length = i + 1 - state->first;
    *f++ = (dl_end_feature){{'#', length < 4 ? (char)('0' + length) : length < 8 ? '4' : '8', before, l, class_of(r)}, 5};
    *f++ = (dl_end_feature){{'*', before, l, class_of(r)}, 4};
    *f++ = (dl_end_feature){{'?', state->quoted ? 'q' : 'n', state->bracketed ? '(' : 'n', l, r}, 5};
}

uint32_t dl_end_word_features(const dl_end_view *view, const dl_end_state *state, uint32_t i, dl_end_feature features[DL_END_WORDS]) {
    dl_end_feature *f = features;
    char l = view->shapes[i], r = next_shape(view, i + 1), before = before_shape(view, state, i), behind = behind_shape(view, i);
    struct {
        char mark, shape;
        uint32_t token;
        char near[3];
    } words[] = {{'<', l, i, {r}}, {'>', r, i + 1, {l}}, {'[', before, i - 1, {l, r}}, {']', behind, i + 2, {l, r}}};
    for (uint32_t w = 0; w < sizeof words / sizeof *words; w++) {
        if (words[w].shape == '^' || words[w].shape == '$') continue;
        dl_bytes word = word_of(view->text, view->tokens, words[w].token);
        if (!has_word(words[w].shape, word)) continue;
        *f = (dl_end_feature){{words[w].mark}, 1};
        put_word(f, word);
        for (const char *c = words[w].near; *c; c++) put(f, *c);
        f++;
    }
    return (uint32_t)(f - features);
}

uint32_t dl_end_features(const dl_end_view *view, const dl_end_state *state, uint32_t i, dl_end_feature features[DL_END_FEATURES]) {
    dl_end_shape_features(view, state, i, features);
    return DL_END_SHAPES + dl_end_word_features(view, state, i, features + DL_END_SHAPES);
}

uint32_t dl_end_key(const dl_end_feature *feature) {
    return (uint32_t)(dl_hash((dl_bytes){feature->text, feature->size}) >> 32);
}
