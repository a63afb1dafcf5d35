/* JSON-LD: what a script of a page tells of its article (schema.org). */
#include "intake/html/facts.h"
#include "intake/json.h"

enum { DEPTH = 4 }; /* lists and graphs inside each other */

static void read_value(dl_facts *facts, dl_bytes value, int depth);

static bool is_open(char c) {
    return c == '{' || c == '[';
}

/* A string with its quotation marks, decoded: it is given to the reader of objects as a member. */
static dl_bytes string_of(dl_facts *facts, dl_bytes quoted) {
    dl_json_member member = {.name = "s"};
    size_t at;
    dl_bytes object = dl_arena_printf(facts->arena, "{\"s\":%.*s}", (int)quoted.size, quoted.data);
    return dl_json_read(facts->arena, object, &member, 1, &at) || member.kind != DL_JSON_STRING ? (dl_bytes){0} : member.value;
}

/* What a member says in words: text, the name (or address) of a thing, or of each thing of a list. */
static dl_bytes words_of(dl_facts *facts, dl_json_kind kind, dl_bytes value, int depth) {
    dl_json_member members[] = {{.name = "name"}, {.name = "@id"}};
    dl_bytes all = {"", 0}, one;
    size_t at = 0;
    if (kind == DL_JSON_STRING) return dl_html_decode(facts->arena, facts->references, value, DL_HTML_RCDATA);
    if (kind == DL_JSON_OBJECT) {
        if (dl_json_read(facts->arena, value, members, 2, &at) || !depth) return all;
        for (size_t i = 0; i < 2; i++)
            if (members[i].kind == DL_JSON_STRING || members[i].kind == DL_JSON_ARRAY)
                return words_of(facts, members[i].kind, members[i].value, depth - 1);
        return all;
    }
    if (kind != DL_JSON_ARRAY || !depth) return all;
    for (size_t n = 0; n < 20 && dl_json_element(value, &at, &one); n++) {
        dl_bytes words = *one.data == '"'   ? words_of(facts, DL_JSON_STRING, string_of(facts, one), depth - 1)
                         : *one.data == '{' ? words_of(facts, DL_JSON_OBJECT, one, depth - 1)
                                            : (dl_bytes){0};
        if (!words.size) continue;
        all = dl_arena_printf(facts->arena, "%.*s%s%.*s", (int)all.size, all.data, all.size ? ", " : "", (int)words.size, words.data);
    }
    return all;
}

static bool names_article(dl_bytes type) {
    static const char *const kinds[] = {"Article", "Posting", "Report", "WebPage", "Recipe", "Review"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (memmem(type.data, type.size, kinds[i], strlen(kinds[i]))) return true;
    return false;
}

/* What stands behind "#". */
static dl_bytes fragment_of(dl_bytes url) {
    const char *mark = url.size ? memchr(url.data, '#', url.size) : NULL;
    return mark ? (dl_bytes){mark + 1, (size_t)(url.data + url.size - mark) - 1} : (dl_bytes){0};
}

static dl_bytes text_of(dl_facts *facts, const dl_json_member *m) {
    return m->kind == DL_JSON_STRING ? words_of(facts, m->kind, m->value, 1) : (dl_bytes){0};
}

/* The updates of a live blog. */
static void read_updates(dl_facts *facts, dl_bytes list) {
    enum { MOST = 2000 };
    dl_bytes one;
    size_t at = 0, wrong;
    for (size_t n = 0; n < MOST && dl_json_element(list, &at, &one); n++) {
        dl_json_member m[] = {{.name = "url"}, {.name = "@id"}, {.name = "headline"}, {.name = "datePublished"}, {.name = "articleBody"}};
        if (*one.data != '{' || dl_json_read(facts->arena, one, m, 5, &wrong)) continue;
        dl_bytes url = fragment_of(text_of(facts, &m[0]));
        *DL_PUSH(facts->arena, &facts->updates) = (dl_update){.id = url.size ? url : fragment_of(text_of(facts, &m[1])),
                                                              .headline = text_of(facts, &m[2]),
                                                              .published = text_of(facts, &m[3]),
                                                              .body = m[4].kind == DL_JSON_STRING ? m[4].value : (dl_bytes){0}};
    }
}

static void read_object(dl_facts *facts, dl_bytes object, int depth) {
    enum { TYPE, GRAPH, ENTITY, BODY, UPDATES, OWN };
    const dl_fact_row *rows = facts->rows->in[DL_FACT_LD].rows; /* from row 1 on */
    uint32_t row_count = facts->rows->in[DL_FACT_LD].count, count = OWN + row_count;
    dl_json_member *members = DL_NEW_ARRAY(facts->arena, dl_json_member, count);
    const char *own[OWN] = {"@type", "@graph", "mainEntity", "articleBody", "liveBlogUpdate"};
    size_t at;
    for (uint32_t i = 0; i < count; i++) members[i].name = i < OWN ? own[i] : i > OWN ? rows[i - OWN].name.data : "";
    if (dl_json_read(facts->arena, object, members, count, &at)) return;
    if (!members[TYPE].value.data) members[TYPE].value = DL_LIT("");
    if (members[GRAPH].kind == DL_JSON_ARRAY) read_value(facts, members[GRAPH].value, depth);
    if (members[ENTITY].kind == DL_JSON_OBJECT) read_value(facts, members[ENTITY].value, depth);
    if (!names_article(members[TYPE].value)) return;
    bool page = memmem(members[TYPE].value.data, members[TYPE].value.size, "WebPage", 7);
    if (members[UPDATES].kind == DL_JSON_ARRAY) read_updates(facts, members[UPDATES].value);
    if (members[BODY].kind == DL_JSON_STRING && members[BODY].value.size > facts->body.size) facts->body = members[BODY].value;
    for (uint32_t i = 1; i < row_count; i++) {
        const dl_json_member *m = &members[OWN + i];
        if (m->kind != DL_JSON_ABSENT) dl_facts_offer(facts, rows[i].fact, rows[i].rank + page, "json-ld", words_of(facts, m->kind, m->value, 3));
    }
}

static void read_value(dl_facts *facts, dl_bytes value, int depth) {
    enum { MOST = 64 };
    dl_bytes one;
    size_t at = 0;
    while (value.size && dl_is_space(*value.data)) value.data++, value.size--;
    if (!value.size || !depth) return;
    if (*value.data == '{') read_object(facts, value, depth - 1);
    if (*value.data != '[') return;
    for (size_t n = 0; n < MOST && dl_json_element(value, &at, &one); n++)
        if (is_open(*one.data)) read_value(facts, one, depth - 1);
}

void dl_facts_json(dl_facts *facts, dl_bytes script) {
    read_value(facts, script, DEPTH);
}
