#include "lang/net_work.h"

enum { CACHE_MOST = 128 };

dl_net_work *dl_net_begin(const dl_net *net, dl_arena *arena, uint32_t tokens, uint32_t longest) {
    dl_net_work *work = DL_NEW(arena, dl_net_work);
    uint32_t size = 64, room = longest + 2;
    while (size < tokens && size < CACHE_MOST) size *= 2;
    work->net = net;
    work->cache = dl_arena_room(arena, size * sizeof *work->cache);
    work->cached = DL_NEW_ARRAY(arena, bool, size);
    work->cache_mask = size - 1;
    for (int s = 0; s < 2; s++) work->state[s] = dl_arena_room(arena, room * sizeof *work->state[s]);
    work->memory = dl_arena_room(arena, room * sizeof *work->memory);
    work->cell = dl_arena_room(arena, room * sizeof *work->cell);
    work->have = DL_NEW_ARRAY(arena, uint16_t, room);
    work->slot = dl_arena_room(arena, room * sizeof *work->slot);
    memcpy(work->slot[0], net->none, sizeof *work->slot);
    work->have[0] = DL_NET_ALL_SLOTS;
    work->name = dl_arena_room(arena, room * sizeof *work->name);
    return work;
}

DL_WIDE static dl_tag_pair best_pair(const dl_net *net, const uint8_t *word) {
    int16_t scores[DL_NET_TAGS];
    dl_matrix_apply(&net->tag, 0, DL_NET_WIDTH, word, net->tag.bias, scores);
    return net->pairs[dl_best_of(scores, 0, net->pair_count)];
}

void dl_net_read_tags(dl_net_work *work, dl_window *w) {
    for (uint32_t i = 1; i <= w->count; i++) {
        dl_tag_pair pair = best_pair(work->net, dl_net_top(work, i));
        w->upos[i] = pair.upos;
        w->xpos[i] = pair.xpos;
    }
}
