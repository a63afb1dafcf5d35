/* JSON Feed 1.0 and 1.1 (jsonfeed.org). */
#include "intake/feed/feed.h"
#include "intake/json.h"

enum { ID, URL, TITLE, HTML, TEXT, SUMMARY, PUBLISHED, MODIFIED, LANGUAGE, AUTHOR, AUTHORS, MEMBERS };

static dl_bytes text_of(const dl_json_member *m) {
    return m->kind == DL_JSON_STRING || m->kind == DL_JSON_NUMBER ? m->value : (dl_bytes){0};
}

/* The name of the first of the authors. */
static dl_bytes author_of(dl_feed *feed, const dl_json_member *one, const dl_json_member *list) {
    dl_json_member name = {.name = "name"};
    dl_bytes object = one->kind == DL_JSON_OBJECT ? one->value : (dl_bytes){0};
    size_t at = 0;
    if (list->kind == DL_JSON_ARRAY && !dl_json_element(list->value, &at, &object)) object = (dl_bytes){0};
    if (!object.size || *object.data != '{' || dl_json_read(&feed->arena, object, &name, 1, &at)) return (dl_bytes){0};
    return text_of(&name);
}

/* Text that is no HTML as HTML: "<" and "&" are what they are. */
static dl_bytes escaped(dl_feed *feed, dl_bytes text) {
    char *out = dl_arena_alloc(&feed->arena, text.size * 5 + 1);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        const char *reference = text.data[i] == '&' ? "&amp;" : text.data[i] == '<' ? "&lt;" : NULL;
        if (reference)
            memcpy(out + size, reference, strlen(reference)), size += strlen(reference);
        else
            out[size++] = text.data[i];
    }
    return (dl_bytes){out, size};
}

static void read_item(dl_feed *feed, dl_bytes object) {
    dl_json_member m[MEMBERS] = {[ID] = {.name = "id"},
                                 [URL] = {.name = "url"},
                                 [TITLE] = {.name = "title"},
                                 [HTML] = {.name = "content_html"},
                                 [TEXT] = {.name = "content_text"},
                                 [SUMMARY] = {.name = "summary"},
                                 [PUBLISHED] = {.name = "date_published"},
                                 [MODIFIED] = {.name = "date_modified"},
                                 [LANGUAGE] = {.name = "language"},
                                 [AUTHOR] = {.name = "author"},
                                 [AUTHORS] = {.name = "authors"}};
    size_t at;
    if (*object.data != '{' || dl_json_read(&feed->arena, object, m, MEMBERS, &at)) return;
    dl_feed_item *item = DL_PUSH(&feed->arena, &feed->items);
    *item = (dl_feed_item){.id = dl_arena_copy(&feed->arena, text_of(&m[ID])),
                           .title = text_of(&m[TITLE]),
                           .link = text_of(&m[URL]),
                           .author = author_of(feed, &m[AUTHOR], &m[AUTHORS]),
                           .published = text_of(&m[PUBLISHED]),
                           .updated = text_of(&m[MODIFIED]),
                           .content = m[HTML].kind == DL_JSON_STRING ? m[HTML].value : escaped(feed, text_of(&m[TEXT])),
                           .summary = escaped(feed, text_of(&m[SUMMARY])),
                           .language = text_of(&m[LANGUAGE])};
}

void dl_feed_json(dl_feed *feed, dl_bytes bytes) {
    dl_json_member m[] = {{.name = "title"}, {.name = "language"}, {.name = "items"}};
    dl_bytes item;
    size_t at = 0;
    feed->wrong = dl_json_read(&feed->arena, bytes, m, 3, &at);
    feed->wrong_at = at;
    if (feed->wrong) return;
    feed->title = text_of(&m[0]);
    feed->language = text_of(&m[1]);
    if (m[2].kind != DL_JSON_ARRAY) return;
    for (at = 0; dl_json_element(m[2].value, &at, &item);) read_item(feed, item);
}
