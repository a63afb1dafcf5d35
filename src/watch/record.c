#include "watch/record.h"

#include "base/buffer.h"
#include "base/repair.h"
#include "intake/html/charset.h"
#include "intake/html/facts.h"
#include "out/json.h"

typedef struct line {
    dl_buffer bytes;
    dl_arena *arena;
} line;

static bool add(void *self, const char *data, size_t size) {
    line *l = self;
    dl_buffer_add(l->arena, &l->bytes, data, size);
    return true;
}

/* JSON has no text but UTF-8. */
static void text(dl_json *json, dl_arena *arena, const char *key, dl_bytes value) {
    dl_json_text(json, key, dl_repaired(arena, value, NULL));
}

static void published(dl_json *json, const dl_know *know, const dl_feed_item *item) {
    date_words words = dl_date_words(know);
    dl_stamp stamp;
    dl_bytes date = item->published.size ? item->published : item->updated;
    if (date.size && dl_stamp_read(&words, date, &stamp)) dl_json_local(json, "published", stamp.at, stamp.grain, stamp.zoned, stamp.offset);
}

static dl_bytes title(dl_arena *arena, const dl_know *know, dl_bytes written) {
    dl_html_references references = dl_html_references_of(know);
    return dl_facts_tidy(arena, dl_html_decode(arena, &references, written, DL_HTML_RCDATA)); /* feeds escape titles twice */
}

/* A page tells its outlet and language itself, and better than the feed, whose title may be "World news". */
static void page(dl_json *json, dl_arena *arena, const dl_know *know, const dl_watch_record *r) {
    dl_charset charset = dl_charset_read(arena, know, r->page, dl_charset_in(r->page_type));
    text(json, arena, "outlet", r->item->outlet);
    text(json, arena, "html", charset.text);
}

static void fragment(dl_json *json, dl_arena *arena, const dl_watch_record *r, dl_bytes content) {
    const dl_feed_item *item = r->item;
    text(json, arena, "outlet", item->outlet.size ? item->outlet : r->feed_title);
    text(json, arena, "language", item->language.size ? item->language : r->feed_language);
    text(json, arena, "byline", item->author);
    dl_json_bool(json, "fragment", true);
    text(json, arena, "html", content);
}

dl_bytes dl_watch_line(const dl_watch_record *r, dl_arena *arena, const dl_know *know) {
    const dl_feed_item *item = r->item;
    dl_bytes content = item->content.size ? item->content : item->summary;
    if (!r->page.size && !content.size) return (dl_bytes){0};
    line out = {.arena = arena};
    dl_sink sink = {.write = add, .self = &out};
    dl_json *json = DL_NEW(arena, dl_json);
    dl_json_start(json, &sink, (dl_bytes){0});
    dl_json_begin(json, NULL, '{');
    text(json, arena, "id", item->id.size ? item->id : r->url);
    text(json, arena, "url", r->url);
    text(json, arena, "title", title(arena, know, item->title));
    published(json, know, item);
    if (r->page.size)
        page(json, arena, know, r);
    else
        fragment(json, arena, r, content);
    dl_json_line(json);
    dl_pen_finish(&json->pen, NULL);
    return (dl_bytes){out.bytes.data, out.bytes.size};
}
