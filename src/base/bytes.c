#include "base/bytes.h"

bool dl_bytes_like_all(dl_bytes a, const char *s) {
    for (size_t i = 0; i < a.size; i++)
        if (!s[i] || dl_to_lower(a.data[i]) != dl_to_lower(s[i])) return false;
    return !s[a.size];
}

bool dl_bytes_alike(dl_bytes a, dl_bytes b) {
    for (size_t i = 0; a.size == b.size && i < a.size; i++)
        if (dl_to_lower(a.data[i]) != dl_to_lower(b.data[i])) return false;
    return a.size == b.size;
}

int dl_bytes_order(dl_bytes a, dl_bytes b) {
    size_t n = a.size < b.size ? a.size : b.size;
    int order = n ? memcmp(a.data, b.data, n) : 0;
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

bool dl_bytes_cut(dl_bytes *rest, char mark, dl_bytes *piece) {
    if (!rest->size) return false;
    *piece = (dl_bytes){rest->data, dl_bytes_before(rest->data, rest->size, mark)};
    size_t used = piece->size + (piece->size < rest->size);
    *rest = (dl_bytes){rest->data + used, rest->size - used};
    return true;
}

bool dl_bytes_among_all(dl_bytes word, const char *words) {
    dl_bytes list = dl_bytes_of(words);
    const char *one = list.data, *end = one + list.size;
    for (size_t size; one < end; one += size + 1) {
        size = dl_bytes_before(one, (size_t)(end - one), ' ');
        if (size != word.size) continue;
        size_t i = 0;
        while (i < size && dl_to_lower(word.data[i]) == one[i]) i++;
        if (i == size) return true;
    }
    return false;
}

size_t dl_bytes_number(dl_bytes text, int64_t *number) {
    size_t i = 0;
    *number = 0;
    for (; i < text.size && i < 18 && dl_is_digit(text.data[i]); i++) *number = *number * 10 + (text.data[i] - '0');
    return i;
}

dl_bytes dl_bytes_digits(int64_t number, char out[DL_DIGITS]) {
    char *first = out + DL_DIGITS;
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do *--first = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0) *--first = '-';
    return (dl_bytes){first, (size_t)(out + DL_DIGITS - first)};
}

dl_bytes dl_bytes_trim(dl_bytes text) {
    while (text.size && dl_is_space(text.data[0])) text.data++, text.size--;
    while (text.size && dl_is_space(text.data[text.size - 1])) text.size--;
    return text;
}
