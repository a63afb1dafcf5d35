#include "intake/feed/feed.h"

#include "base/error.h"
#include "base/utf8.h"

static dl_status read_all(dl_feed *feed, dl_bytes bytes, dl_error *error) {
    jmp_buf guard;
    dl_arena_guard(&feed->arena, &guard);
    if (setjmp(guard)) {
        dl_arena_guard(&feed->arena, NULL);
        return dl_fail(error, DL_NO_MEMORY, "out of memory while reading a feed");
    }
    size_t at = dl_bytes_start(bytes, "\xef\xbb\xbf") ? 3 : 0;
    while (at < bytes.size && dl_is_space(bytes.data[at])) at++;
    if (at < bytes.size && bytes.data[at] == '{')
        dl_feed_json(feed, (dl_bytes){bytes.data + at, bytes.size - at});
    else
        dl_feed_xml(feed, (dl_bytes){bytes.data + at, bytes.size - at});
    feed->wrong_at += at;
    dl_arena_guard(&feed->arena, NULL);
    return DL_OK;
}

dl_status dl_feed_open(dl_feed *feed, dl_bytes bytes, dl_error *error) {
    *feed = (dl_feed){.next = 1};
    dl_status status = read_all(feed, bytes, error);
    if (status != DL_OK) dl_feed_close(feed);
    return status;
}

void dl_feed_close(dl_feed *feed) {
    dl_arena_free(&feed->arena);
    *feed = (dl_feed){0};
}

/* A value as a string; the parsers put a NUL behind what they give. */
static const char *string_of(dl_bytes value) {
    return value.size ? value.data : NULL;
}

static dl_bytes first_of(dl_bytes a, dl_bytes b) {
    return a.size ? a : b;
}

dl_status dl_feed_next(dl_feed *feed, dl_doc **doc, const char *date, dl_error *error) {
    if (feed->next >= feed->items.count) {
        const char *wrong = feed->wrong;
        feed->wrong = NULL;
        return wrong ? dl_fail_at(error, DL_BAD_INPUT, wrong, feed->wrong_at, 0) : DL_END;
    }
    const dl_feed_item *item = &feed->items.rows[feed->next++];
    dl_source source = {.ref = string_of(item->id),
                        .uri = string_of(item->link),
                        .title = string_of(item->title),
                        .byline = string_of(item->author),
                        .outlet = string_of(first_of(item->outlet, feed->title)),
                        .language = string_of(first_of(item->language, feed->language)),
                        .stamp = string_of(first_of(item->published, item->updated)),
                        .date = date,
                        .charset = "",
                        .fragment = true};
    return dl_doc_make_page(doc, &source, first_of(item->content, item->summary), error);
}
