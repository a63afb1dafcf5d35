#include "base/calendar.h"
#include "base/hash.h"
#include "watch/round.h"
#include "watch/url.h"

#include <inttypes.h>
#include <stdlib.h>

enum { NEW_MOST = 100, BACK_OFF_MOST = DL_DAY, DOUBLINGS = 8 };

/* ------------------------------------------------------------------ items */

static bool names_itself(dl_bytes id) {
    return dl_bytes_start(id, "http://") || dl_bytes_start(id, "https://") || dl_bytes_start(id, "tag:") || dl_bytes_start(id, "urn:");
}

/* What tells an item from all others. An id that is an address, a tag or a URN is the same in every feed; others are their feed's own. */
static uint64_t identity(dl_round *r, const dl_source_feed *feed, const dl_feed_item *item, dl_bytes link) {
    if (names_itself(item->id)) return dl_hash(item->id);
    if (!item->id.size && link.size) return dl_hash(link);
    const dl_bytes own[] = {feed->url, DL_LIT("\n"), item->id};
    const dl_bytes all[] = {feed->url, DL_LIT("\n"), item->title, DL_LIT("\n"), item->published, DL_LIT("\n"), item->content, item->summary};
    return dl_hash(item->id.size ? dl_arena_join(&r->arena, own, 3) : dl_arena_join(&r->arena, all, 8));
}

static void copy_item(dl_arena *arena, dl_feed_item *to, const dl_feed_item *from) {
    const dl_bytes *in[] = {&from->id,      &from->title,   &from->link,    &from->author,   &from->published,
                            &from->updated, &from->content, &from->summary, &from->language, &from->outlet};
    dl_bytes *out[] = {&to->id,      &to->title,   &to->link,    &to->author,   &to->published,
                       &to->updated, &to->content, &to->summary, &to->language, &to->outlet};
    for (size_t i = 0; i < sizeof in / sizeof *in; i++)
        if (in[i]->size) *out[i] = dl_arena_copy(arena, *in[i]);
}

/* Notes that the feed lists the item; true where it is still to be written. */
static bool note(dl_round *r, const dl_source_feed *feed, uint64_t hash) {
    dl_state_item *item = dl_state_item_of(&r->state, hash);
    bool again = item && item->listed_now; /* twice in a feed, or in two */
    if (!item) {
        item = dl_state_item_add(&r->state, hash);
        *item = (dl_state_item){.hash = hash, .feed = feed->hash, .tries = 1};
    }
    item->listed = r->now;
    item->listed_now = true;
    return item->tries && !again;
}

static void take_items(dl_round *r, uint32_t row) {
    dl_source_feed *feed = &r->feeds.rows[row];
    uint32_t number = 0;
    for (DL_EACH(i, &r->feed.items)) {
        const dl_feed_item *item = &r->feed.items.rows[i];
        dl_bytes link = item->link.size ? dl_url_absolute(&r->arena, feed->url, item->link) : (dl_bytes){0};
        uint64_t hash = identity(r, feed, item, link);
        if (!note(r, feed, hash)) continue;
        if (number == NEW_MOST) { /* the rest comes with the next round */
            feed->pending = true;
            continue;
        }
        dl_new_item *found = DL_PUSH(&r->arena, &r->items);
        *found = (dl_new_item){.link = link, .hash = hash, .feed = row, .number = number++};
        copy_item(&r->arena, &found->item, item);
    }
}

/* ------------------------------------------------------------------ feeds */

static void fail(dl_round *r, const dl_source_feed *feed, const char *why, int64_t again) {
    dl_state_feed *known = dl_state_feed_of(&r->state, feed->url);
    uint32_t doublings = known->failures < DOUBLINGS ? known->failures : DOUBLINGS;
    int64_t wait = (int64_t)r->options->every_s << doublings;
    known->failures++;
    known->due = r->now + (wait < BACK_OFF_MOST ? wait : BACK_OFF_MOST);
    if (known->due < again) known->due = again;
    r->outcome.failures++;
    int64_t minutes = (known->due - r->now + 30) / 60; /* a server's answer comes a second or two behind the start of the round */
    r->options->say("%s: %s; it is asked again in %" PRId64 " minutes at the earliest", feed->url.data, why, minutes ? minutes : 1);
}

static dl_status read_feed(dl_round *r, uint32_t row, dl_error *error) {
    dl_source_feed *feed = &r->feeds.rows[row];
    dl_status status = dl_feed_open(&r->feed, feed->answer.body, error);
    if (status != DL_OK) return status;
    if (r->feed.wrong && r->feed.items.count < 2) {
        fail(r, feed, "is no feed that can be read", 0);
    } else {
        if (r->feed.wrong) r->options->say("%s: byte %" PRIu64 ": %s", feed->url.data, r->feed.wrong_at, r->feed.wrong);
        feed->read = true;
        feed->title = dl_arena_copy(&r->arena, r->feed.title);
        feed->language = dl_arena_copy(&r->arena, r->feed.language);
        take_items(r, row);
    }
    dl_feed_close(&r->feed);
    return DL_OK;
}

static dl_status take_answer(dl_round *r, uint32_t row, dl_error *error) {
    dl_source_feed *feed = &r->feeds.rows[row];
    const dl_answer *answer = &feed->answer;
    if (answer->outcome == DL_FETCH_BODY) return read_feed(r, row, error);
    if (answer->outcome != DL_FETCH_UNCHANGED) {
        fail(r, feed, answer->why, answer->again);
        return DL_OK;
    }
    dl_state_feed *known = dl_state_feed_of(&r->state, feed->url);
    known->failures = 0;
    known->due = 0;
    return DL_OK;
}

static int by_turn(const void *left, const void *right) {
    const dl_new_item *a = left, *b = right;
    if (a->number != b->number) return a->number < b->number ? -1 : 1;
    return (a->feed > b->feed) - (a->feed < b->feed);
}

dl_status dl_round_poll(dl_round *r, dl_error *error) {
    for (DL_EACH(i, &r->feeds)) {
        dl_source_feed *feed = &r->feeds.rows[i];
        const dl_state_feed *known = dl_state_feed_of(&r->state, feed->url);
        feed->asked = known->due <= r->now;
        if (feed->asked) dl_fetcher_ask(r->fetcher, &r->arena, feed->url, known->etag, known->modified);
    }
    for (DL_EACH(i, &r->feeds)) {
        if (!r->feeds.rows[i].asked) continue;
        dl_status status = dl_fetcher_next(r->fetcher, &r->arena, &r->feeds.rows[i].answer, error);
        if (status == DL_OK) status = take_answer(r, i, error);
        if (status != DL_OK) return status;
    }
    if (r->items.count > 2) qsort(r->items.rows + 1, r->items.count - 1, sizeof *r->items.rows, by_turn);
    return DL_OK;
}
