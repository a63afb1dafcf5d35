#include "lang/net_work.h"

enum { CACHE_MOST = 128 };

dl_net_work *dl_net_begin(const dl_net *net, dl_arena *arena, uint32_t tokens, uint32_t longest) {
    dl_net_work *work = DL_NEW(arena, dl_net_work);
    uint32_t size = 64, room = longest + 2;
    while (size < tokens && size < CACHE_MOST) size *= 2;
    work->net = net;
    work->cache = dl_arena_alloc(arena, size * sizeof *work->cache);
    work->cached = DL_NEW_ARRAY(arena, bool, size);
    work->cache_mask = size - 1;
    for (int s = 0; s < 2; s++) work->state[s] = dl_arena_alloc(arena, room * sizeof *work->state[s]);
    work->memory = dl_arena_alloc(arena, room * sizeof *work->memory);
    work->cell = dl_arena_alloc(arena, room * sizeof *work->cell);
    work->have = DL_NEW_ARRAY(arena, uint16_t, room);
    work->slot = dl_arena_alloc(arena, room * sizeof *work->slot);
    work->name = dl_arena_alloc(arena, room * sizeof *work->name);
    return work;
}

void dl_net_read_tags(dl_net_work *work, dl_window *w) {
    const dl_net *net = work->net;
    for (uint32_t i = 1; i <= w->count; i++) {
        int16_t scores[DL_NET_TAGS];
        memcpy(scores, net->tag.bias, sizeof scores);
        dl_matrix_add(&net->tag, 0, DL_NET_WIDTH, dl_net_top(work, i), scores);
        uint32_t best = dl_best_of(scores, 0, net->pair_count);
        w->upos[i] = net->pairs[best].upos;
        w->xpos[i] = net->pairs[best].xpos;
    }
}
