/* What a watch remembers from one round to the next: of each feed when it may be asked again and what its server called the answer that was read
 * last, and which items were seen. A text file of lines:
 *
 *     dateline watch 1
 *     feed  URL  DUE  FAILURES  ETAG  LAST-MODIFIED       tabs between; DUE in seconds since 1970; - is none
 *     item  HASH  FEED-HASH  LISTED  TRIES                TRIES 0: written; else one more than its page was tried in vain
 *
 * It is written beside itself and renamed, so it is the old one or the new one whatever happens. */
#ifndef DL_WATCH_STATE_H
#define DL_WATCH_STATE_H

#include "base/array.h"

typedef struct dl_state_feed {
    dl_bytes url;
    int64_t due; /* seconds since 1970; 0: at once */
    uint32_t failures;
    dl_bytes etag, modified; /* NUL-terminated; empty where none */
} dl_state_feed;

typedef struct dl_state_item {
    uint64_t hash, feed;
    int64_t listed;  /* when its feed had it last */
    uint32_t tries;  /* 0: written */
    bool listed_now; /* in the round at hand */
} dl_state_item;

typedef struct dl_state {
    dl_arena *arena;
    const char *path;
    DL_ARRAY(dl_state_feed) feeds;
    DL_ARRAY(dl_state_item) items;
    uint32_t *slots; /* open addressing over the items' hashes */
    uint32_t slot_count;
} dl_state;

/* Under the arena's guard. A file that is not there is an empty state. DL_BAD_INPUT with the byte of a line that makes no sense. */
dl_status dl_state_load(dl_state *state, dl_arena *arena, const char *path, dl_error *error);
dl_status dl_state_save(const dl_state *state, dl_error *error);

/* The row of a feed, made where there is none. Valid until the next feed is made. */
dl_state_feed *dl_state_feed_of(dl_state *state, dl_bytes url);
/* NULL where it was never seen. Valid until the next item is made. */
dl_state_item *dl_state_item_of(const dl_state *state, uint64_t hash);
dl_state_item *dl_state_item_add(dl_state *state, uint64_t hash);

/* Of a feed that was read whole: forgets its items that it lists no more and listed last before `before`. */
void dl_state_forget(dl_state *state, uint64_t feed, int64_t before);

#endif
