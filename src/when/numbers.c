/* Numbers in digits and words. */
#include "when/frame.h"

/* "1,200": groups of three behind commas. */
static uint32_t read_digits(const when_reader *r, uint32_t i, int32_t *value) {
    const when_atom *a = atom(r, i);
    if (a->mark != '0' || a->number < 0) return 0;
    if (i > 1 && a->glued && (mark(r, i - 1, '.') || mark(r, i - 1, ',')) && atom(r, i - 2)->mark == '0') return 0;
    int64_t n = a->number;
    i++;
    while (mark(r, i, ',') && atom(r, i)->glued && atom(r, i + 1)->digits == 3 && atom(r, i + 1)->glued && n < 100000) {
        n = n * 1000 + atom(r, i + 1)->number;
        i += 2;
    }
    *value = (int32_t)n;
    return i;
}

/* "twenty-four", "two hundred and ten", "a thousand". */
static uint32_t read_words(const when_reader *r, uint32_t i, int32_t *value) {
    int32_t total = 0, group = 0;
    uint32_t start = i;
    if (is(r, i, WHEN_ARTICLE) && is(r, i + 1, WHEN_SCALE)) group = 1, i++;
    for (int words = 0; words < 8; words++) {
        if (is(r, i, WHEN_NUMBER)) {
            int n = dl_when_value(r, i, WHEN_NUMBER);
            if (group % 100 && !(n < 10 && group % 100 >= 20 && group % 10 == 0)) break;
            group += n;
        } else if (is(r, i, WHEN_SCALE) && group) {
            int scale = dl_when_value(r, i, WHEN_SCALE);
            total += scale == 1000 ? group * 1000 : 0;
            group = scale == 1000 ? 0 : group * scale;
        } else {
            break;
        }
        i++;
        bool joined = mark(r, i, '-') || is(r, i, WHEN_AND);
        if (joined && is(r, i + 1, WHEN_NUMBER) && (mark(r, i, '-') ? group % 100 >= 20 : group % 100 == 0)) i++;
    }
    *value = total + group;
    return i > start && (total || group) ? i : 0;
}

static uint32_t read_half_behind(const when_reader *r, uint32_t i, when_frame *out) {
    if (atom(r, i)->number == 1 && mark(r, i + 1, '/') && atom(r, i + 2)->number == 2) return out->half = true, i + 3;
    if (is(r, i, WHEN_AND) && is(r, i + 1, WHEN_ARTICLE) && is(r, i + 2, WHEN_HALF)) return out->half = true, i + 3;
    if (mark(r, i, '.') && atom(r, i)->glued && atom(r, i + 1)->number == 5 && atom(r, i + 1)->digits == 1) return out->half = true, i + 2;
    return i;
}

/* "to 18", "or three" behind a number: the least counts. */
static uint32_t skip_upper_bound(const when_reader *r, uint32_t i) {
    int32_t upper;
    uint32_t next = 0;
    if (is(r, i, WHEN_TO) || is(r, i, WHEN_OR) || mark(r, i, '-')) next = read_digits(r, i + 1, &upper);
    if (!next && (is(r, i, WHEN_TO) || is(r, i, WHEN_OR))) next = read_words(r, i + 1, &upper);
    return next ? next : i;
}

uint32_t dl_read_quantity(const when_reader *r, uint32_t i, when_frame *out) {
    uint32_t next = 0, start = i;
    if (is(r, i, WHEN_ARTICLE) && (is(r, i + 1, WHEN_FEW) || is(r, i + 1, WHEN_COUPLE))) i++;
    if (is(r, i, WHEN_COUPLE)) {
        out->count = 2;
        out->mod = CODE_APPROX;
        return prep(r, i + 1, CODE_OF) ? i + 2 : i + 1;
    }
    if (is(r, i, WHEN_FEW)) return out->vague = true, i + 1;
    if (is(r, i, WHEN_HALF) && is(r, i + 1, WHEN_ARTICLE)) return out->half = true, i + 2;
    if ((next = read_digits(r, i, &out->count)) || (next = read_words(r, i, &out->count))) return skip_upper_bound(r, read_half_behind(r, next, out));
    if (is(r, start, WHEN_ARTICLE)) return out->count = 1, start + 1;
    return 0;
}
