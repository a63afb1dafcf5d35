#include "lang/word.h"

#include <utf8proc.h>

enum { SHAPE = 12, SHORT = 64 }; /* signs of a shape; bytes of a word that is read in one go */

static const uint32_t hash_of_none = 0x811c9dc5u;

static inline uint32_t hash_on(uint32_t hash, char c) {
    return (hash ^ (unsigned char)c) * 0x01000193u;
}

uint32_t dl_hash_bytes(dl_bytes bytes) {
    uint32_t hash = hash_of_none;
    for (size_t i = 0; i < bytes.size; i++) hash = hash_on(hash, bytes.data[i]);
    return dl_mix(hash, (uint32_t)bytes.size);
}

/* Quotation marks and dashes are written in many ways that mean the same; one byte stands for each kind. */
static utf8proc_int32_t plain_character(utf8proc_int32_t c) {
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
        return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
        return '"';
    case 0x2010:
    case 0x2011:
        return '-';
    default:
        return utf8proc_tolower(c);
    }
}

static size_t fold_wide(dl_bytes rest, char *out, size_t room, size_t *used) {
    utf8proc_int32_t c;
    utf8proc_ssize_t read = utf8proc_iterate((const utf8proc_uint8_t *)rest.data, (utf8proc_ssize_t)rest.size, &c);
    *used = read > 0 ? (size_t)read : 1;
    if (read <= 0 || room < 4) return 0;
    return (size_t)utf8proc_encode_char(plain_character(c), (utf8proc_uint8_t *)out);
}

static bool is_double_quote(dl_bytes word) {
    return word.size == 2 && (!memcmp(word.data, "``", 2) || !memcmp(word.data, "''", 2));
}

size_t dl_word_fold(dl_bytes word, char out[DL_FOLD_ROOM]) {
    size_t size = 0, used = 1;
    if (is_double_quote(word)) word = DL_LIT("\"");
    for (size_t i = 0; i < word.size && size + 4 < DL_FOLD_ROOM; i += used) {
        used = 1;
        if ((unsigned char)word.data[i] < 0x80)
            out[size++] = word.data[i] == '`' ? '\'' : dl_to_lower(word.data[i]);
        else
            size += fold_wide((dl_bytes){word.data + i, word.size - i}, out + size, DL_FOLD_ROOM - size, &used);
    }
    return size;
}

static bool is_continuation(char c) {
    return ((unsigned char)c & 0xc0) == 0x80;
}

static dl_bytes first_characters(dl_bytes word, unsigned count) {
    size_t at = 0;
    while (at < word.size && (count || is_continuation(word.data[at]))) {
        count -= !is_continuation(word.data[at]) && count;
        at++;
    }
    return (dl_bytes){word.data, at};
}

static dl_bytes last_characters(dl_bytes word, unsigned count) {
    size_t at = word.size;
    while (at && count) {
        at--;
        count -= !is_continuation(word.data[at]);
    }
    return (dl_bytes){word.data + at, word.size - at};
}

static char shape_of(char c, bool capitals) {
    if (dl_is_upper(c)) return capitals ? 'x' : 'X';
    if (dl_is_lower(c)) return 'x';
    if (dl_is_digit(c)) return '0';
    return (unsigned char)c < 0x80 ? c : 'u';
}

/* Runs of one class count as one, but a single capital is told from several: "Xx" for Paris, "XX" for UN, "X" for A. */
static uint32_t shape_hash(dl_bytes word, bool capitals) {
    char shape[SHAPE], last = 0;
    unsigned size = 0, run = 0;
    for (size_t i = 0; i < word.size && size < SHAPE; i++) {
        if (is_continuation(word.data[i])) continue;
        char c = shape_of(word.data[i], capitals);
        run = c == last ? run + 1 : 1;
        last = c;
        if (run <= (c == 'X' || c == '0' ? 2u : 1u)) shape[size++] = c;
    }
    return dl_mix(dl_hash_bytes((dl_bytes){shape, size}), capitals);
}

static bool is_plain(dl_bytes text) {
    for (size_t i = 0; i < text.size; i++)
        if (dl_is_upper(text.data[i]) || dl_is_digit(text.data[i]) || (unsigned char)text.data[i] >= 0x80) return false;
    return true;
}

/* Any word, part by part. */
static char read_any(dl_bytes text, bool capitals, dl_word *word) {
    char folded[DL_FOLD_ROOM];
    size_t size = dl_word_fold(text, folded);
    for (size_t i = 0; i < size; i++)
        if (dl_is_digit(folded[i])) folded[i] = '0';
    dl_bytes form = {folded, size};
    word->plain = is_plain(text);
    word->size = (uint8_t)size;
    word->form = dl_hash_bytes(form);
    word->prefix = dl_hash_bytes(first_characters(form, 3));
    word->suffix2 = dl_hash_bytes(last_characters(form, 2));
    word->suffix3 = dl_hash_bytes(last_characters(form, 3));
    word->shape = size == 1 && !dl_is_alpha(*folded) ? word->form : shape_hash(text, capitals);
    return size ? *folded : 0;
}

/* The same of a short word of ASCII alone, as nearly all are, while its bytes go by. */
char dl_word_read(dl_bytes text, bool capitals, dl_word *word) {
    char folded[SHORT], shape[SHAPE], last = 0;
    uint32_t form = hash_of_none, prefix = 0, signs = 0, run = 0, size = (uint32_t)text.size;
    bool plain = true;
    if (!text.size || text.size > SHORT || is_double_quote(text)) return read_any(text, capitals, word);
    for (uint32_t i = 0; i < size; i++) {
        char c = text.data[i], sign = c;
        if ((unsigned char)c >= 0x80) return read_any(text, capitals, word);
        if (dl_is_lower(c))
            sign = 'x';
        else if (dl_is_upper(c))
            c = dl_to_lower(c), sign = capitals ? 'x' : 'X', plain = false;
        else if (dl_is_digit(c))
            c = sign = '0', plain = false;
        else if (c == '`')
            c = '\'';
        folded[i] = c;
        form = hash_on(form, c);
        if (i < 3) prefix = form;
        if (sign != last) run = 0, last = sign;
        if (run < (sign == 'X' || sign == '0' ? 2u : 1u) && signs < SHAPE) shape[signs++] = sign, run++;
    }
    word->plain = plain;
    word->size = (uint8_t)size;
    word->form = dl_mix(form, size);
    word->prefix = dl_mix(prefix, size < 3 ? size : 3);
    word->suffix2 = size < 3 ? word->form : dl_mix(hash_on(hash_on(hash_of_none, folded[size - 2]), folded[size - 1]), 2);
    word->suffix3 = size < 4 ? word->form : dl_hash_bytes((dl_bytes){folded + size - 3, 3});
    bool mark = size == 1 && !dl_is_alpha(*folded);
    word->shape = mark ? word->form : dl_mix(dl_hash_bytes((dl_bytes){shape, signs}), capitals);
    return *folded;
}
