#include "intake/jsonl.h"

#include "base/error.h"

#include <jansson.h>

static const char *broken(const json_error_t *error) {
    switch (json_error_code(error)) {
    case json_error_premature_end_of_input:
        return "JSON that ends too early: one whole object a line is expected";
    case json_error_end_of_input_expected:
        return "more than one JSON value on the line: one object a line is expected";
    case json_error_invalid_utf8:
        return "JSON that is not UTF-8";
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return "a NUL character (\\u0000) in JSON text";
    case json_error_stack_overflow:
        return "JSON nested too deeply";
    case json_error_numeric_overflow:
        return "a number in JSON that is too large";
    case json_error_unknown: /* jansson gives up without a word only where an allocation is refused */
    case json_error_out_of_memory:
        return "out of memory while reading JSON";
    default:
        return "broken JSON: one object a line is expected";
    }
}

/* A member that is text or, where `number` is set, a whole number, whose digits are put into `digits`. False where it is something else. */
static bool member(const json_t *object, const char *key, const char **text, char digits[32]) {
    const json_t *value = json_object_get(object, key);
    *text = NULL;
    if (!value || json_is_null(value)) return true;
    if (json_is_string(value)) {
        *text = json_string_value(value);
        return true;
    }
    if (!digits || !json_is_integer(value)) return false;
    snprintf(digits, 32, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    *text = digits;
    return true;
}

static dl_status members(dl_source *source, const json_t *object, char digits[32], uint64_t began, dl_error *error) {
    const char *wrong = !member(object, "id", &source->ref, digits)              ? "`id` is neither text nor a whole number"
                        : !member(object, "title", &source->title, NULL)         ? "`title` is not text"
                        : !member(object, "url", &source->uri, NULL)             ? "`url` is not text"
                        : !member(object, "outlet", &source->outlet, NULL)       ? "`outlet` is not text"
                        : !member(object, "published", &source->published, NULL) ? "`published` is not text: give an ISO 8601 date such as 2022-03-14"
                        : !member(object, "language", &source->language, NULL)   ? "`language` is not text"
                                                                                 : NULL;
    return wrong ? dl_fail_at(error, DL_BAD_INPUT, wrong, began, 0) : DL_OK;
}

static dl_status make(dl_doc **doc, const json_t *object, uint64_t began, const char *date, dl_error *error) {
    dl_source source = {0};
    char digits[32];
    if (!json_is_object(object)) return dl_fail_at(error, DL_BAD_INPUT, "not a JSON object: one object a line is expected", began, 0);
    dl_status status = members(&source, object, digits, began, error);
    if (status != DL_OK) return status;
    const json_t *text = json_object_get(object, "text");
    if (!json_is_string(text)) {
        bool page = json_is_string(json_object_get(object, "html"));
        return dl_fail_at(error, DL_BAD_INPUT, page ? "`html` without `text`: this version reads text only" : "no `text`: a record needs one", began,
                          0);
    }
    if (!source.published || !*source.published) source.published = date;
    status = dl_doc_make(doc, &source, (dl_bytes){json_string_value(text), json_string_length(text)}, error);
    if (status == DL_BAD_ARGUMENT)
        return dl_fail_at(error, DL_BAD_INPUT, "`published` is no possible ISO 8601 date: give it as 2022-03-14 or 2022-03-14T08:20Z", began, 0);
    return status;
}

dl_status dl_jsonl_read(dl_doc **doc, dl_bytes line, uint64_t began, const char *date, dl_error *error) {
    json_error_t at = {0}; /* jansson itself leaves the code unset where it says nothing */
    json_t *object = json_loadb(line.data, line.size, JSON_DECODE_ANY, &at);
    if (!object) {
        enum json_error_code code = json_error_code(&at);
        dl_status status = code == json_error_out_of_memory || code == json_error_unknown ? DL_NO_MEMORY : DL_BAD_INPUT;
        uint64_t offset = at.position > 0 ? (uint64_t)at.position : 0;
        return dl_fail_at(error, status, broken(&at), began + (offset < line.size ? offset : line.size), 0);
    }
    dl_status status = make(doc, object, began, date, error);
    json_decref(object);
    return status;
}
