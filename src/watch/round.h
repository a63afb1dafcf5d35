/* One round of a watch (watch.h). */
#ifndef DL_WATCH_ROUND_H
#define DL_WATCH_ROUND_H

#include "intake/feed/feed.h"
#include "know/know.h"
#include "watch/state.h"
#include "watch/watch.h"

/* A feed of the list. */
typedef struct dl_source_feed {
    dl_bytes url, title, language;
    uint64_t hash;
    dl_answer answer;
    bool asked, read; /* in this round */
    bool pending;     /* not all of it is done with: it is asked for anew, whatever its server says of changes */
} dl_source_feed;

/* A new item. */
typedef struct dl_new_item {
    dl_feed_item item;
    dl_bytes link;
    uint64_t hash;
    uint32_t feed, number; /* row of its feed; how many new ones the feed lists before it */
} dl_new_item;

typedef struct dl_round {
    const dl_watch_options *options;
    const dl_know *know;
    dl_fetcher *fetcher;
    dl_arena arena, document; /* of the round; of the line at hand */
    dl_state state;
    dl_feed feed; /* that is being read */
    DL_ARRAY(dl_source_feed) feeds;
    DL_ARRAY(dl_new_item) items;
    int64_t now;      /* seconds since 1970, when it began */
    unsigned unsaved; /* lines written since the state was saved */
    dl_watch_outcome outcome;
} dl_round;

/* list.c: reads the file of addresses. */
dl_status dl_round_list(dl_round *round, dl_error *error);
/* poll.c: asks for the feeds that are due and gathers their new items. */
dl_status dl_round_poll(dl_round *round, dl_error *error);
/* items.c: writes the new items. */
dl_status dl_round_write(dl_round *round, dl_error *error);

#endif
