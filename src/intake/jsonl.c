#include "intake/jsonl.h"

#include "base/error.h"
#include "intake/json.h"

enum { TEXT, HTML, ID, TITLE, URL, OUTLET, PUBLISHED, LANGUAGE, BYLINE, FRAGMENT, MEMBERS };

static bool whole_number(dl_bytes value) {
    size_t at = value.size && value.data[0] == '-';
    while (at < value.size && dl_is_digit(value.data[at])) at++;
    return at == value.size;
}

/* A member as text; *good is cleared where it is something else. The id may be a whole number, which is kept as it is written. */
static const char *text_of(dl_arena *arena, const dl_json_member *m, bool *good) {
    if (m->kind == DL_JSON_ABSENT || m->kind == DL_JSON_NULL) return NULL;
    if (m->kind == DL_JSON_STRING) return m->value.data;
    bool number = !strcmp(m->name, "id") && m->kind == DL_JSON_NUMBER && whole_number(m->value);
    *good = *good && number;
    return number ? dl_arena_copy(arena, m->value).data : NULL;
}

static const char *const not_text[MEMBERS] = {
    [ID] = "`id` is neither text nor a whole number",
    [TITLE] = "`title` is not text",
    [URL] = "`url` is not text",
    [OUTLET] = "`outlet` is not text",
    [PUBLISHED] = "`published` is not text: give an ISO 8601 date such as 2022-03-14",
    [LANGUAGE] = "`language` is not text",
    [BYLINE] = "`byline` is not text",
};

/* NULL, or what is wrong with a member. */
static const char *fill(dl_arena *arena, dl_source *source, const dl_json_member *members) {
    const char **const to[MEMBERS] = {[ID] = &source->ref,        [TITLE] = &source->title,         [URL] = &source->uri,
                                      [OUTLET] = &source->outlet, [PUBLISHED] = &source->published, [LANGUAGE] = &source->language,
                                      [BYLINE] = &source->byline};
    for (int i = 0; i < MEMBERS; i++) {
        bool good = true;
        if (to[i]) *to[i] = text_of(arena, &members[i], &good);
        if (!good) return not_text[i];
    }
    const dl_json_member *fragment = &members[FRAGMENT];
    if (fragment->kind > DL_JSON_BOOLEAN) return "`fragment` is neither true nor false";
    source->fragment = fragment->kind == DL_JSON_BOOLEAN && dl_bytes_is(fragment->value, "true");
    bool good = members[TEXT].kind == DL_JSON_STRING || members[HTML].kind == DL_JSON_STRING;
    return good ? NULL : "neither `text` nor `html`: a record needs one of them";
}

static dl_status read_line(dl_arena *arena, dl_doc **doc, dl_bytes line, uint64_t began, const char *date, dl_error *error) {
    dl_json_member members[MEMBERS] = {[TEXT] = {.name = "text"},           [HTML] = {.name = "html"},         [ID] = {.name = "id"},
                                       [TITLE] = {.name = "title"},         [URL] = {.name = "url"},           [OUTLET] = {.name = "outlet"},
                                       [PUBLISHED] = {.name = "published"}, [LANGUAGE] = {.name = "language"}, [BYLINE] = {.name = "byline"},
                                       [FRAGMENT] = {.name = "fragment"}};
    dl_source source = {.charset = ""};
    size_t at;
    const char *wrong = dl_json_read(arena, line, members, MEMBERS, &at);
    if (wrong) return dl_fail_at(error, DL_BAD_INPUT, wrong, began + at, 0);
    wrong = fill(arena, &source, members);
    if (wrong) return dl_fail_at(error, DL_BAD_INPUT, wrong, began, 0);
    source.date = date;
    bool text = members[TEXT].kind == DL_JSON_STRING;
    dl_status status = text ? dl_doc_make(doc, &source, members[TEXT].value, error) : dl_doc_make_page(doc, &source, members[HTML].value, error);
    if (status == DL_BAD_ARGUMENT)
        return dl_fail_at(error, DL_BAD_INPUT, "`published` is no possible ISO 8601 date: give it as 2022-03-14 or 2022-03-14T08:20Z", began, 0);
    return status;
}

/* The arena is the caller's, so that it is whole when memory runs out half-way. */
static dl_status guarded(dl_arena *arena, dl_doc **doc, dl_bytes line, uint64_t began, const char *date, dl_error *error) {
    jmp_buf guard;
    dl_arena_guard(arena, &guard);
    if (setjmp(guard)) return dl_fail(error, DL_NO_MEMORY, "out of memory while reading JSON");
    return read_line(arena, doc, line, began, date, error);
}

dl_status dl_jsonl_read(dl_doc **doc, dl_bytes line, uint64_t began, const char *date, dl_error *error) {
    dl_arena arena = {0};
    dl_status status = guarded(&arena, doc, line, began, date, error);
    dl_arena_free(&arena);
    return status;
}
