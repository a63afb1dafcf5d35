#include "base/calendar.h"
#include "intake/warc/http.h"
#include "watch/record.h"
#include "watch/round.h"
#include "watch/sink.h"

enum { TRIES_MOST = 4, REMEMBERED = 60 * DL_DAY };

static bool wants_page(const dl_new_item *found) {
    return !found->item.content.size && found->link.size;
}

static bool is_page(dl_bytes type) {
    return !type.size || dl_header_is(type, "text/html") || dl_header_is(type, "application/xhtml+xml");
}

/* What is written for an item whose page cannot be had. */
static const char *instead(const dl_new_item *found) {
    return found->item.summary.size ? "what the feed says of it is written instead" : "nothing is written, for the feed says no more of it";
}

/* True where the item waits for another round: its page may come yet. */
static bool put_off(dl_round *r, const dl_new_item *found, const dl_answer *answer) {
    dl_state_item *known = dl_state_item_of(&r->state, found->hash);
    if (answer->outcome != DL_FETCH_LATER || known->tries >= TRIES_MOST) return false;
    known->tries++;
    r->feeds.rows[found->feed].pending = true;
    r->options->say("%s: %s; it is asked again with the next round", found->link.data, answer->why);
    return true;
}

static dl_status save(dl_round *r, dl_error *error) {
    dl_sink_settle(r->options);
    r->unsaved = 0;
    r->outcome.about = r->options->state;
    return dl_state_save(&r->state, error);
}

static dl_status put(dl_round *r, const dl_watch_record *record, uint64_t hash, dl_error *error) {
    dl_arena_free(&r->document);
    r->document.guard = r->arena.guard;
    r->outcome.about = r->options->folder ? r->options->folder : "-";
    dl_bytes line = dl_watch_line(record, &r->document, r->know);
    dl_status status = line.size ? dl_sink_put(r->options, hash, line, error) : DL_OK;
    if (status != DL_OK) return status;
    dl_state_item_of(&r->state, hash)->tries = 0;
    return ++r->unsaved < DL_WATCH_UNSAVED ? DL_OK : save(r, error);
}

static dl_status write_item(dl_round *r, const dl_new_item *found, dl_error *error) {
    const dl_source_feed *feed = &r->feeds.rows[found->feed];
    dl_watch_record record = {.item = &found->item, .url = found->link, .feed_title = feed->title, .feed_language = feed->language};
    dl_answer answer = {0};
    if (wants_page(found)) {
        dl_status status = dl_fetcher_next(r->fetcher, &r->arena, &answer, error);
        if (status != DL_OK) return status;
        if (put_off(r, found, &answer)) return DL_OK;
        if (answer.outcome == DL_FETCH_BODY && !is_page(answer.type)) answer.why = "is no page";
        if (answer.why) r->options->say("%s: %s; %s", found->link.data, answer.why, instead(found));
    }
    if (!answer.why) record.page = answer.body, record.page_type = answer.type;
    return put(r, &record, found->hash, error);
}

/* Only a feed whose items are all done with may be told from now on by what its server calls this answer. */
static void conclude(dl_round *r, const dl_source_feed *feed) {
    dl_state_feed *known = dl_state_feed_of(&r->state, feed->url);
    known->failures = 0;
    known->due = 0;
    known->etag = feed->pending ? (dl_bytes){0} : feed->answer.etag;
    known->modified = feed->pending ? (dl_bytes){0} : feed->answer.modified;
    dl_state_forget(&r->state, feed->hash, r->now - REMEMBERED);
}

dl_status dl_round_write(dl_round *r, dl_error *error) {
    for (DL_EACH(i, &r->items))
        if (wants_page(&r->items.rows[i])) dl_fetcher_ask(r->fetcher, &r->arena, r->items.rows[i].link, (dl_bytes){0}, (dl_bytes){0});
    for (DL_EACH(i, &r->items)) {
        dl_status status = write_item(r, &r->items.rows[i], error);
        if (status != DL_OK) return status;
    }
    for (DL_EACH(i, &r->feeds))
        if (r->feeds.rows[i].read) conclude(r, &r->feeds.rows[i]);
    return save(r, error);
}
