/* A small emitter of JSON (RFC 8259) to a sink: it keeps the commas and the escapes. A field without a value is not written: empty text, DL_NO_COUNT,
 * a coordinate that is no number. The same values give the same bytes in any locale.
 */
#ifndef DL_OUT_JSON_H
#define DL_OUT_JSON_H

#include "out/offsets.h"
#include "out/pen.h"

typedef struct dl_json {
    dl_pen pen;
    bool comma; /* one is due in front of the next value */
    dl_offset_map offsets;
} dl_json;

void dl_json_start(dl_json *json, const dl_sink *sink, dl_bytes text);

/* What stands in front of a value: the comma that is due, and its key, a word of ours with nothing to escape. Here, so that the compiler knows the
 * size of a key that is written out at the call. */
static inline void dl_json_key(dl_json *json, const char *key) {
    size_t size = key ? strlen(key) : 0;
    char *at = dl_pen_room(&json->pen, size + 4), *first = at;
    *at = ',';
    at += json->comma;
    json->comma = true;
    if (key) {
        *at++ = '"';
        memcpy(at, key, size), at += size;
        *at++ = '"', *at++ = ':';
    }
    json->pen.used += (size_t)(at - first);
}
/* A string with its quotes and escapes; any bytes. */
void dl_json_string(dl_json *json, dl_bytes text);

/* `key` is NULL in a list. `open` is '{' or '['; end with the matching '}' or ']'. */
static inline void dl_json_begin(dl_json *json, const char *key, char open) {
    dl_json_key(json, key);
    dl_pen_char(&json->pen, open);
    json->comma = false;
}
static inline void dl_json_end(dl_json *json, char close) {
    dl_pen_char(&json->pen, close);
    json->comma = true;
}
/* Ends an object that is a whole line. */
void dl_json_line(dl_json *json);

static inline void dl_json_text(dl_json *json, const char *key, dl_bytes text) {
    if (!text.size) return;
    dl_json_key(json, key);
    dl_json_string(json, text);
}
/* Text that is known to be empty. */
void dl_json_empty(dl_json *json, const char *key);
/* A word of ours, with nothing to escape; nothing for one that is empty or NULL. */
static inline void dl_json_word(dl_json *json, const char *key, const char *word) {
    dl_bytes text = dl_bytes_of(word);
    if (!text.size) return;
    dl_json_key(json, key);
    dl_pen_char(&json->pen, '"');
    dl_pen_bytes(&json->pen, text);
    dl_pen_char(&json->pen, '"');
}
static inline void dl_json_number(dl_json *json, const char *key, int64_t number) {
    if (number == DL_NO_COUNT) return;
    dl_json_key(json, key);
    dl_pen_number(&json->pen, number);
}
void dl_json_null(dl_json *json, const char *key);
void dl_json_bool(dl_json *json, const char *key, bool value);
void dl_json_degrees(dl_json *json, const char *key, double degrees);
/* An instant cut to its grain, in ISO 8601; nothing for DL_NO_TIME. */
void dl_json_instant(dl_json *json, const char *key, dl_instant instant, dl_grain grain, bool zoned);
/* The same in the zone `offset` minutes east of UTC, which it names: "2022-03-14T08:20+02:00". */
void dl_json_local(dl_json *json, const char *key, dl_instant instant, dl_grain grain, bool zoned, int offset);
/* One byte offset of the text, in the units that the sink asks for. */
void dl_json_offset(dl_json *json, const char *key, uint32_t byte);
/* The fields "start" and "end". */
void dl_json_span(dl_json *json, dl_span span);
/* An object of the two; nothing for an empty span. */
void dl_json_span_object(dl_json *json, const char *key, dl_span span);

#endif
