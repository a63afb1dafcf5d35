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

/* Whether eight bytes are all written as they are, by the tests of is_plain on each at once (compare dl_bytes_before). A byte from 0x80 on is left to
 * is_plain too. */
static bool eight_plain(const char *at) {
    const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
    uint64_t eight;
    memcpy(&eight, at, sizeof eight);
    uint64_t quote = eight ^ ones * '"', slash = eight ^ ones * '\\', last = eight ^ ones * 0x7f;
    uint64_t odd = eight | (eight - ones * 0x20) | (quote - ones) | (slash - ones) | (last - ones);
    return !(odd & tops);
}

static void string(dl_pen *pen, dl_bytes text) {
    dl_pen_char(pen, '"');
    size_t from = 0;
    for (size_t i = 0; i < text.size; i++) {
        while (i + 8 < text.size && eight_plain(text.data + i)) i += 8;
        unsigned char c = (unsigned char)text.data[i];
        if (is_plain(c)) continue;
        dl_pen_bytes(pen, (dl_bytes){text.data + from, i - from});
        escape(pen, c);
        from = i + 1;
    }
    dl_pen_bytes(pen, (dl_bytes){text.data + from, text.size - from});
    dl_pen_char(pen, '"');
}

static void key_and_comma(dl_json *json, const char *key) {
    if (json->comma) dl_pen_char(&json->pen, ',');
    json->comma = true;
    if (!key) return;
    dl_pen_char(&json->pen, '"'); /* keys are words of ours: nothing in them is escaped */
    dl_pen_bytes(&json->pen, dl_bytes_of(key));
    dl_pen_char(&json->pen, '"');
    dl_pen_char(&json->pen, ':');
}

void dl_json_begin(dl_json *json, const char *key, char open) {
    key_and_comma(json, key);
    dl_pen_char(&json->pen, open);
    json->comma = false;
}

void dl_json_end(dl_json *json, char close) {
    dl_pen_char(&json->pen, close);
    json->comma = true;
}

void dl_json_line(dl_json *json) {
    dl_json_end(json, '}');
    dl_pen_char(&json->pen, '\n');
    json->comma = false;
}

void dl_json_text(dl_json *json, const char *key, dl_bytes text) {
    if (!text.size) return;
    key_and_comma(json, key);
    string(&json->pen, text);
}

void dl_json_empty(dl_json *json, const char *key) {
    key_and_comma(json, key);
    dl_pen_text(&json->pen, "\"\"");
}

void dl_json_word(dl_json *json, const char *key, const char *text) {
    dl_json_text(json, key, dl_bytes_of(text));
}

void dl_json_number(dl_json *json, const char *key, int64_t number) {
    if (number == DL_NO_COUNT) return;
    key_and_comma(json, key);
    dl_pen_number(&json->pen, number);
}

void dl_json_null(dl_json *json, const char *key) {
    key_and_comma(json, key);
    dl_pen_text(&json->pen, "null");
}

void dl_json_bool(dl_json *json, const char *key, bool value) {
    key_and_comma(json, key);
    dl_pen_text(&json->pen, value ? "true" : "false");
}

void dl_json_degrees(dl_json *json, const char *key, double degrees) {
    char digits[32];
    size_t size = dl_spell_degrees(digits, degrees);
    if (!size) return;
    key_and_comma(json, key);
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
