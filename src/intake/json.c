#include "intake/json.h"

#include "base/bytes.h"
#include "base/utf8.h"

typedef struct json {
    dl_arena *arena;
    dl_bytes text;
    size_t at;
    const char *wrong;                 /* NULL while all is well */
    uint8_t object[DL_JSON_DEPTH / 8]; /* one bit a depth: set where it is an object */
    size_t depth;
} json;

static const char ends_early[] = "JSON that ends too early: one whole object a line is expected";
static const char broken[] = "broken JSON: one object a line is expected";

static bool fail(json *j, const char *wrong) {
    j->wrong = j->at < j->text.size ? wrong : ends_early;
    return false;
}

/* The next byte behind blanks, or 0 at the end. */
static char peek(json *j) {
    while (j->at < j->text.size && strchr(" \t\r\n", j->text.data[j->at]) && j->text.data[j->at]) j->at++;
    return j->at < j->text.size ? j->text.data[j->at] : 0;
}

static bool take(json *j, char c) {
    if (peek(j) != c) return false;
    j->at++;
    return true;
}

static bool hex4(json *j, uint32_t *unit) {
    *unit = 0;
    for (int i = 0; i < 4; i++, j->at++) {
        int digit = j->at < j->text.size ? dl_hex_digit(j->text.data[j->at]) : -1;
        if (digit < 0) return fail(j, broken);
        *unit = *unit * 16 + (uint32_t)digit;
    }
    return true;
}

/* Behind "\u": one character, which may take a second escape (a surrogate pair). */
static size_t unicode_escape(json *j, char *out) {
    uint32_t high, low;
    size_t began = j->at - 2;
    if (!hex4(j, &high)) return 0;
    if (!high) return j->at = began, fail(j, "a NUL character (\\u0000) in JSON text");
    if (high < 0xd800 || high > 0xdfff) return dl_utf8_write(out, high);
    bool pair = high < 0xdc00 && j->text.size - j->at >= 2 && !memcmp(j->text.data + j->at, "\\u", 2);
    if (pair) {
        j->at += 2;
        if (!hex4(j, &low)) return 0;
        if (low >= 0xdc00 && low <= 0xdfff) return dl_utf8_write(out, 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff));
    }
    return j->at = began, fail(j, "half a character (a lone surrogate) in JSON text");
}

static size_t escape(json *j, char *out) {
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    char c = ++j->at < j->text.size ? j->text.data[j->at] : 0;
    const char *found = c ? strchr(from, c) : NULL;
    if (c != 'u' && !found) return fail(j, broken);
    j->at++;
    if (c == 'u') return unicode_escape(j, out);
    *out = to[found - from];
    return 1;
}

/* The string at its opening mark; `value` is NULL where nobody wants it. An escape is never shorter than what it stands for, so the written length is
 * room enough. */
static bool string(json *j, dl_bytes *value) {
    const char *close = j->text.data + ++j->at, *end = j->text.data + j->text.size;
    while (close < end && *close != '"') close += *close == '\\' && end - close > 1 ? 2 : 1;
    char unwanted[4], *out = value ? dl_arena_alloc(j->arena, (size_t)(close - j->text.data) - j->at + 1) : unwanted;
    size_t size = 0;
    while (j->at < j->text.size && j->text.data[j->at] != '"') {
        char c = j->text.data[j->at];
        size_t bytes = 1;
        if ((unsigned char)c < 0x20) return fail(j, "a control character in JSON text");
        if (c == '\\')
            bytes = escape(j, out + size);
        else
            out[size] = c, j->at++;
        if (!bytes) return false;
        if (value) size += bytes;
    }
    if (j->at >= j->text.size) return fail(j, broken);
    j->at++;
    if (value) *value = (dl_bytes){out, size};
    return true;
}

static size_t digits(json *j) {
    size_t began = j->at;
    while (j->at < j->text.size && dl_is_digit(j->text.data[j->at])) j->at++;
    return j->at - began;
}

static bool take_any(json *j, const char *signs) {
    if (j->at >= j->text.size || !j->text.data[j->at] || !strchr(signs, j->text.data[j->at])) return false;
    j->at++;
    return true;
}

static bool number(json *j) {
    take_any(j, "-");
    if (!take_any(j, "0") && !digits(j)) return fail(j, broken);
    if (take_any(j, ".") && !digits(j)) return fail(j, broken);
    if (take_any(j, "eE")) {
        take_any(j, "+-");
        if (!digits(j)) return fail(j, broken);
    }
    return true;
}

static bool word(json *j, const char *name) {
    dl_bytes rest = {j->text.data + j->at, j->text.size - j->at};
    if (!dl_bytes_start(rest, name)) return fail(j, broken);
    j->at += strlen(name);
    return true;
}

/* What is no array and no object. */
static bool scalar(json *j, dl_json_member *to) {
    char c = peek(j);
    size_t began = j->at;
    bool good;
    if (c == '"') {
        if (to) to->kind = DL_JSON_STRING;
        return string(j, to ? &to->value : NULL);
    }
    dl_json_kind kind = c == 't' || c == 'f' ? DL_JSON_BOOLEAN : c == 'n' ? DL_JSON_NULL : DL_JSON_NUMBER;
    good = kind == DL_JSON_NUMBER ? number(j) : word(j, c == 't' ? "true" : c == 'f' ? "false" : "null");
    if (to) to->kind = kind, to->value = (dl_bytes){j->text.data + began, j->at - began};
    return good;
}

static bool open_nest(json *j, bool object) {
    if (j->depth == DL_JSON_DEPTH) return fail(j, "JSON nested too deeply");
    uint8_t bit = (uint8_t)(1u << j->depth % 8);
    j->object[j->depth / 8] = (uint8_t)((j->object[j->depth / 8] & ~bit) | (object ? bit : 0));
    j->depth++;
    j->at++;
    return true;
}

static bool in_object(const json *j) {
    return j->object[(j->depth - 1) / 8] >> (j->depth - 1) % 8 & 1;
}

static bool key(json *j, dl_bytes *name) {
    if (peek(j) != '"') return fail(j, broken);
    return string(j, name) && (take(j, ':') || fail(j, broken));
}

/* Goes behind a value and the nests that it closes: true where another value of the same nest follows. */
static bool go_on(json *j, size_t floor) {
    while (j->depth > floor) {
        if (take(j, ',')) return !in_object(j) || key(j, NULL);
        if (!take(j, in_object(j) ? '}' : ']')) return fail(j, broken);
        j->depth--;
    }
    return false;
}

/* A whole scalar or empty nest, or the opening of a nest up to its first value. */
static bool begin_value(json *j, bool *opened) {
    char c = peek(j);
    *opened = false;
    if (c != '{' && c != '[') return scalar(j, NULL);
    if (!open_nest(j, c == '{')) return false;
    if (take(j, c == '{' ? '}' : ']')) return j->depth--, true;
    *opened = true;
    return c == '[' || key(j, NULL);
}

/* Walks over a value; what is inside is checked, not kept. */
static bool skip(json *j) {
    size_t floor = j->depth;
    for (;;) {
        bool opened;
        if (!begin_value(j, &opened)) return false;
        if (!opened && !go_on(j, floor)) return !j->wrong;
    }
}

static dl_json_member *wanted(dl_json_member *members, size_t count, dl_bytes name) {
    for (size_t i = 0; i < count; i++)
        if (dl_bytes_is(name, members[i].name)) return &members[i];
    return NULL;
}

static bool member(json *j, dl_json_member *members, size_t count) {
    dl_bytes name;
    if (!key(j, &name)) return false;
    dl_json_member *to = wanted(members, count, name);
    char c = peek(j);
    if (c != '{' && c != '[') return scalar(j, to);
    size_t began = j->at;
    if (!skip(j)) return false;
    if (to) to->kind = c == '{' ? DL_JSON_OBJECT : DL_JSON_ARRAY, to->value = (dl_bytes){j->text.data + began, j->at - began};
    return true;
}

static bool object(json *j, dl_json_member *members, size_t count) {
    if (!take(j, '{')) return fail(j, "not a JSON object: one object a line is expected");
    if (!take(j, '}')) {
        do {
            if (!member(j, members, count)) return false;
        } while (take(j, ','));
        if (!take(j, '}')) return fail(j, broken);
    }
    peek(j);
    if (j->at < j->text.size) return fail(j, "more than one JSON value on the line: one object a line is expected");
    return true;
}

const char *dl_json_read(dl_arena *arena, dl_bytes text, dl_json_member *members, size_t count, size_t *at) {
    *at = dl_utf8_valid(text);
    if (*at < text.size) return "JSON that is not UTF-8";
    for (size_t i = 0; i < count; i++) members[i].kind = DL_JSON_ABSENT, members[i].value = (dl_bytes){0};
    json *j = DL_NEW(arena, json);
    j->arena = arena;
    j->text = text;
    object(j, members, count);
    *at = j->at < text.size ? j->at : text.size;
    return j->wrong;
}

static bool between(char c) {
    return c == ',' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool dl_json_element(dl_bytes list, size_t *at, dl_bytes *element) {
    size_t i = *at + !*at, depth = 0; /* behind the bracket */
    while (i < list.size && between(list.data[i])) i++;
    size_t begin = i;
    for (bool quoted = false; i < list.size; i++) {
        char c = list.data[i];
        if (quoted) {
            i += c == '\\';
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if (!depth && (c == ',' || c == ']')) {
            break;
        } else if (c == '}' || c == ']') {
            depth--;
        }
    }
    *at = i < list.size ? i : list.size;
    while (*at > begin && between(list.data[*at - 1])) --*at;
    *element = (dl_bytes){list.data + begin, *at - begin};
    return *at > begin;
}
