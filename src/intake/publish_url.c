#include "intake/publish_url.h"

enum { FIELDS_MAX = 64 };

/* A run of digits, or a path segment that is the name of a month; `mark` is the byte behind it. */
typedef struct field {
    int64_t value;
    uint8_t digits; /* 0 for a month's name */
    char mark;
    bool joined; /* nothing but one mark stands between this field and the one before */
} field;

static dl_bytes path_of(dl_bytes uri) {
    for (size_t i = 0; i + 2 < uri.size; i++) {
        if (memcmp(uri.data + i, "://", 3)) continue;
        const char *slash = memchr(uri.data + i + 3, '/', uri.size - i - 3);
        return slash ? (dl_bytes){slash, (size_t)(uri.data + uri.size - slash)} : (dl_bytes){uri.data, 0};
    }
    return uri;
}

static bool month_segment(const date_words *words, dl_bytes path, size_t at, size_t size, int64_t *month) {
    bool alone = at > 0 && path.data[at - 1] == '/' && at + size < path.size && path.data[at + size] == '/';
    dl_bytes word = {path.data + at, size};
    return alone && (dl_date_word(words, word, "month", month) || dl_date_word(words, word, "month-short", month));
}

/* Cuts the path into its fields; returns how many. */
static uint32_t cut(const date_words *words, dl_bytes path, field *fields) {
    uint32_t count = 0;
    size_t last_end = 0;
    for (size_t i = 0; i < path.size && count < FIELDS_MAX;) {
        dl_bytes rest = {path.data + i, path.size - i};
        field f = {0};
        size_t size = dl_bytes_number(rest, &f.value);
        size_t letters = size ? 0 : dl_letters(rest);
        if (size || (letters && month_segment(words, path, i, letters, &f.value))) {
            f.digits = (uint8_t)size;
            f.joined = count && i == last_end + 1;
            size += letters;
            f.mark = i + size < path.size ? path.data[i + size] : '/';
            fields[count++] = f;
            last_end = i + size;
        }
        i += size + (size ? 0 : letters ? letters : 1);
    }
    return count;
}

static bool plausible(dl_date date) {
    return dl_date_possible(date) && date.year >= 1980 && date.year <= 2100;
}

/* Two fields that belong together: "2022/03", "2022-03". */
static bool pair(const field *a, const field *b) {
    return b->joined && (a->mark == '/' || a->mark == '-' || a->mark == '_' || a->mark == '.');
}

static dl_grain date_at(const field *f, uint32_t left, dl_date *date) {
    bool two = left > 1 && pair(f, f + 1), three = two && left > 2 && pair(f + 1, f + 2) && f[0].mark == f[1].mark;
    int64_t v = f->value;
    dl_grain grain = DL_GRAIN_NONE;
    if (f->digits == 8)
        *date = (dl_date){(int)(v / 10000), (int)(v / 100 % 100), (int)(v % 100)}, grain = DL_GRAIN_DAY;
    else if (f->digits == 6 && two && f[1].digits == 2)
        *date = (dl_date){(int)(v / 100), (int)(v % 100), (int)f[1].value}, grain = DL_GRAIN_DAY;
    else if (f->digits == 4 && two && f[1].digits == 4)
        *date = (dl_date){(int)v, (int)(f[1].value / 100), (int)(f[1].value % 100)}, grain = DL_GRAIN_DAY;
    else if (f->digits == 4 && three && f[1].digits <= 2 && f[2].digits >= 1 && f[2].digits <= 2)
        *date = (dl_date){(int)v, (int)f[1].value, (int)f[2].value}, grain = DL_GRAIN_DAY;
    else if (f->digits == 4 && two && f[1].digits <= 2 && f->mark == '/')
        *date = (dl_date){(int)v, (int)f[1].value, 1}, grain = DL_GRAIN_MONTH;
    else if (f->digits == 4 && f->mark == '/')
        *date = (dl_date){(int)v, 1, 1}, grain = DL_GRAIN_YEAR;
    return grain && plausible(*date) ? grain : DL_GRAIN_NONE;
}

dl_grain dl_url_date(const date_words *words, dl_bytes uri, dl_date *date) {
    field fields[FIELDS_MAX];
    uint32_t count = cut(words, path_of(uri), fields);
    dl_grain best = DL_GRAIN_NONE;
    for (uint32_t i = 0; i < count; i++) {
        dl_date found;
        dl_grain grain = date_at(&fields[i], count - i, &found);
        if (grain <= best) continue;
        best = grain;
        *date = found;
    }
    return best;
}
