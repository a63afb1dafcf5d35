#include "out/json.h"

#include "base/calendar.h"

void dl_json_start(dl_json *json, const dl_sink *sink, dl_bytes text) {
    dl_pen_start(&json->pen, sink);
    dl_offsets_start(&json->offsets, text, sink->offsets);
    json->comma = false;
}

static void escape(dl_pen *pen, unsigned char c) {
    static const char hex[] = "0123456789abcdef";
    static const char shorts[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    dl_pen_char(pen, '\\');
    for (const char *s = shorts; *s; s += 2)
        if ((unsigned char)*s == c) {
            dl_pen_char(pen, s[1]);
            return;
        }
    dl_pen_text(pen, "u00");
    dl_pen_char(pen, hex[c >> 4]);
    dl_pen_char(pen, hex[c & 15]);
}

static bool is_plain(unsigned char c) {
    return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f;
}

/* Whether eight bytes are all written as they are, by the tests of is_plain on each at once (compare dl_bytes_before). */
static bool all_plain(uint64_t eight) {
    const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
    uint64_t quote = eight ^ ones * '"', slash = eight ^ ones * '\\', last = eight ^ ones * 0x7f;
    uint64_t odd = (eight - ones * 0x20) | (quote - ones) | (slash - ones) | (last - ones);
    return !(odd & ~eight & tops);
}

static uint64_t eight_at(const char *at) {
    uint64_t eight;
    memcpy(&eight, at, sizeof eight);
    return eight;
}

/* One to seven bytes with blanks behind them. */
static uint64_t few_at(const char *at, size_t size) {
    uint64_t blanks = (uint64_t)0x2020202020202020u << 8 * size;
    if (size < 4) {
        const unsigned char *few = (const unsigned char *)at;
        return few[0] | (uint64_t)few[size / 2] << 8 * (size / 2) | (uint64_t)few[size - 1] << 8 * (size - 1) | blanks;
    }
    uint32_t first, last;
    memcpy(&first, at, sizeof first), memcpy(&last, at + size - sizeof last, sizeof last);
    return first | (uint64_t)last << 8 * (size - sizeof last) | blanks;
}

/* Copies a text that holds nothing to escape; false where it does. Eight bytes at a step, the last of which may overlap those before; fewer are
 * written with what is behind them. */
static bool copy_plain(char *to, dl_bytes text) {
    uint64_t eight;
    if (text.size < sizeof eight) {
        eight = few_at(text.data, text.size);
        memcpy(to, &eight, sizeof eight);
        return all_plain(eight);
    }
    for (size_t i = 0;; i += sizeof eight) {
        if (i + sizeof eight > text.size) i = text.size - sizeof eight;
        eight = eight_at(text.data + i);
        if (!all_plain(eight)) return false;
        memcpy(to + i, &eight, sizeof eight);
        if (i + sizeof eight == text.size) return true;
    }
}

static void piecewise(dl_pen *pen, dl_bytes text) {
    size_t from = 0;
    for (size_t i = 0; i < text.size; i++) {
        while (i + 8 < text.size && all_plain(eight_at(text.data + i))) i += 8;
        unsigned char c = (unsigned char)text.data[i];
        if (is_plain(c)) continue;
        dl_pen_bytes(pen, (dl_bytes){text.data + from, i - from});
        escape(pen, c);
        from = i + 1;
    }
    dl_pen_bytes(pen, (dl_bytes){text.data + from, text.size - from});
}

void dl_json_string(dl_json *json, dl_bytes text) {
    enum { SHORT = 256 };
    dl_pen *pen = &json->pen;
    char *at = dl_pen_room(pen, SHORT + 10);
    *at = '"';
    pen->used++;
    if (text.size && text.size <= SHORT && copy_plain(at + 1, text))
        pen->used += text.size;
    else
        piecewise(pen, text);
    dl_pen_char(pen, '"');
}

void dl_json_line(dl_json *json) {
    dl_json_end(json, '}');
    dl_pen_char(&json->pen, '\n');
    json->comma = false;
}

void dl_json_empty(dl_json *json, const char *key) {
    dl_json_key(json, key);
    dl_pen_text(&json->pen, "\"\"");
}

void dl_json_null(dl_json *json, const char *key) {
    dl_json_key(json, key);
    dl_pen_text(&json->pen, "null");
}

void dl_json_bool(dl_json *json, const char *key, bool value) {
    dl_json_key(json, key);
    dl_pen_text(&json->pen, value ? "true" : "false");
}

void dl_json_degrees(dl_json *json, const char *key, double degrees) {
    char digits[32];
    size_t size = dl_spell_degrees(digits, degrees);
    if (!size) return;
    dl_json_key(json, key);
    dl_pen_bytes(&json->pen, (dl_bytes){digits, size});
}

void dl_json_instant(dl_json *json, const char *key, dl_instant instant, dl_grain grain, bool zoned) {
    char iso[32];
    if (instant == DL_NO_TIME) return;
    dl_json_text(json, key, (dl_bytes){iso, dl_iso_write(iso, instant, grain, zoned)});
}

void dl_json_local(dl_json *json, const char *key, dl_instant instant, dl_grain grain, bool zoned, int offset) {
    char iso[40];
    if (instant == DL_NO_TIME) return;
    bool named = zoned && offset && grain > DL_GRAIN_PART;
    size_t size = dl_iso_write(iso, named ? instant + offset * 60 : instant, grain, zoned && !named);
    if (named) {
        int minutes = offset < 0 ? -offset : offset;
        const char zone[] = {offset < 0 ? '-' : '+',          (char)('0' + minutes / 600), (char)('0' + minutes / 60 % 10), ':',
                             (char)('0' + minutes % 60 / 10), (char)('0' + minutes % 10)};
        memcpy(iso + size, zone, sizeof zone);
        size += sizeof zone;
    }
    dl_json_text(json, key, (dl_bytes){iso, size});
}

void dl_json_offset(dl_json *json, const char *key, uint32_t byte) {
    dl_json_number(json, key, dl_offsets_at(&json->offsets, byte));
}

void dl_json_span(dl_json *json, dl_span span) {
    dl_json_offset(json, "start", span.begin);
    dl_json_offset(json, "end", span.end);
}

void dl_json_span_object(dl_json *json, const char *key, dl_span span) {
    if (span.begin >= span.end) return;
    dl_json_begin(json, key, '{');
    dl_json_span(json, span);
    dl_json_end(json, '}');
}
