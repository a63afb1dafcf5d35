/* Strings, words and the automaton of phrases. */
#include "base/hash.h"
#include "lexicon/pack.h"

#include <utf8proc.h>

enum { WORD_MOST = 64 }; /* bytes of a word that the tokenizer lists */

void dl_pack_add(dl_pack *p, dl_buffer *b, const void *data, size_t size) {
    dl_buffer_add(p->arena, b, data, size);
}

dl_bytes dl_pack_string_at(const dl_pack *p, uint32_t at) {
    uint16_t size;
    memcpy(&size, p->strings.data + at - sizeof size, sizeof size);
    return (dl_bytes){p->strings.data + at, size};
}

/* The slot of a string among strings or words: its own, or the empty one where it belongs. */
static uint32_t slot_of(const dl_pack *p, const dl_pack_slot *slots, uint32_t room, dl_bytes string) {
    uint32_t slot = (uint32_t)dl_hash(string) & (room - 1);
    while (slots[slot].string && !dl_bytes_equal(dl_pack_string_at(p, slots[slot].string), string)) slot = (slot + 1) & (room - 1);
    return slot;
}

static void grow(dl_pack *p, dl_pack_slot **slots, uint32_t *room) {
    uint32_t more = *room ? *room * 2 : 1 << 10;
    dl_pack_slot *grown = DL_NEW_ARRAY(p->arena, dl_pack_slot, more);
    for (uint32_t i = 0; i < *room; i++)
        if ((*slots)[i].string) grown[slot_of(p, grown, more, dl_pack_string_at(p, (*slots)[i].string))] = (*slots)[i];
    *slots = grown;
    *room = more;
}

static uint32_t add_string(dl_pack *p, dl_bytes s) {
    uint16_t size = (uint16_t)s.size;
    dl_pack_add(p, &p->strings, &size, sizeof size);
    uint32_t at = (uint32_t)p->strings.size;
    dl_pack_add(p, &p->strings, s.data, s.size);
    dl_pack_add(p, &p->strings, "", 1);
    return at;
}

uint32_t dl_pack_string(dl_pack *p, dl_bytes s) {
    if (p->intern_count * 2 >= p->intern_room) grow(p, &p->intern, &p->intern_room);
    uint32_t slot = slot_of(p, p->intern, p->intern_room, s);
    if (!p->intern[slot].string) {
        p->intern[slot].string = add_string(p, s);
        p->intern_count++;
    }
    return p->intern[slot].string;
}

static uint32_t word(dl_pack *p, dl_bytes text) {
    char folded[256];
    dl_bytes key = {folded, dl_know_fold(text, folded, sizeof folded)};
    if (p->word_count * 2 >= p->word_room) grow(p, &p->words, &p->word_room);
    uint32_t slot = slot_of(p, p->words, p->word_room, key);
    if (!p->words[slot].string) p->words[slot] = (dl_pack_slot){dl_pack_string(p, key), ++p->word_count};
    return p->words[slot].word;
}

static uint32_t edge_slot(const dl_pack_edge *edges, uint32_t room, uint32_t node, uint32_t w) {
    uint32_t slot = dl_hash_pair(node, w) & (room - 1);
    while (edges[slot].next && (edges[slot].node != node || edges[slot].word != w)) slot = (slot + 1) & (room - 1);
    return slot;
}

static void edges_grow(dl_pack *p) {
    uint32_t room = p->edge_room ? p->edge_room * 2 : 1 << 10;
    dl_pack_edge *edges = DL_NEW_ARRAY(p->arena, dl_pack_edge, room);
    for (uint32_t i = 0; i < p->edge_room; i++)
        if (p->edges[i].next) edges[edge_slot(edges, room, p->edges[i].node, p->edges[i].word)] = p->edges[i];
    p->edges = edges, p->edge_room = room;
}

static uint32_t step(dl_pack *p, uint32_t node, uint32_t w) {
    if (p->edge_count * 2 >= p->edge_room) edges_grow(p);
    uint32_t slot = edge_slot(p->edges, p->edge_room, node, w);
    if (!p->edges[slot].next) {
        p->edges[slot] = (dl_pack_edge){node, w, ++p->node_count};
        p->edge_count++;
    }
    return p->edges[slot].next;
}

static dl_pack_kind *kind_slot(dl_pack_kind *kinds, uint32_t room, dl_bytes w) {
    uint32_t slot = (uint32_t)dl_hash(w) & (room - 1);
    while (kinds[slot].word.size && !dl_bytes_equal(kinds[slot].word, w)) slot = (slot + 1) & (room - 1);
    return &kinds[slot];
}

void dl_pack_kind_add(dl_pack *p, dl_bytes w, dl_bytes kind, dl_bytes parts) {
    if (!w.size) return;
    if (p->kind_count * 2 >= p->kind_room) {
        uint32_t room = p->kind_room ? p->kind_room * 2 : 1 << 11;
        dl_pack_kind *kinds = DL_NEW_ARRAY(p->arena, dl_pack_kind, room);
        for (uint32_t i = 0; i < p->kind_room; i++)
            if (p->kinds[i].word.size) *kind_slot(kinds, room, p->kinds[i].word) = p->kinds[i];
        p->kinds = kinds, p->kind_room = room;
    }
    dl_pack_kind *slot = kind_slot(p->kinds, p->kind_room, w);
    if (slot->word.size) return;
    *slot = (dl_pack_kind){w, kind, parts};
    p->kind_count++;
}

/* The tokenizer's row of a word as it is written, else of the word in small letters: "Inter-American" begins with the prefix "inter". */
static const dl_pack_kind *row_of(const dl_pack *p, dl_bytes w) {
    static const dl_pack_kind none;
    if (!p->kind_room || !w.size) return &none;
    const dl_pack_kind *slot = kind_slot(p->kinds, p->kind_room, w);
    if (slot->word.size || w.size > WORD_MOST) return slot;
    char folded[2 * WORD_MOST];
    return kind_slot(p->kinds, p->kind_room, (dl_bytes){folded, dl_know_fold(w, folded, sizeof folded)});
}

static dl_word_kind kind(const void *self, dl_bytes w) {
    const dl_pack_kind *row = row_of(self, w);
    return row->word.size ? dl_word_kind_named(row->kind) : DL_WORD_PLAIN;
}

static dl_bytes parts(const void *self, dl_bytes w) {
    return row_of(self, w)->parts;
}

static bool has_capital(dl_bytes w) {
    utf8proc_int32_t c;
    if ((unsigned char)w.data[0] < 0x80) return dl_is_upper(w.data[0]);
    return utf8proc_iterate((const utf8proc_uint8_t *)w.data, (utf8proc_ssize_t)w.size, &c) > 0 && utf8proc_tolower(c) != c;
}

static bool set_in_capitals(dl_bytes w) {
    size_t upper = 0;
    for (size_t i = 0; i < w.size; i++) {
        if (dl_is_lower(w.data[i])) return false;
        upper += dl_is_upper(w.data[i]);
    }
    return upper > 1;
}

/* Notes that a phrase of the table begins with this word: one of more words, one that may begin with a small letter. */
static void begin_with(dl_pack *p, uint32_t w, uint32_t table, bool longer, bool low) {
    if (w >= p->front_room) {
        uint32_t room = w * 2 + 1024;
        dl_know_front *fronts = DL_NEW_ARRAY(p->arena, dl_know_front, room);
        if (p->front_room) memcpy(fronts, p->fronts, p->front_room * sizeof *fronts);
        p->fronts = fronts, p->front_room = room;
    }
    dl_know_front *front = &p->fronts[w];
    uint64_t bit = dl_know_bit(table);
    front->begins |= bit;
    if (low) front->lowers |= bit;
    *(longer ? &front->longer : &front->alone) |= bit;
}

const char *dl_pack_phrase(dl_pack *p, dl_bytes text, const dl_pack_head *head, bool plain, dl_know_phrase hit) {
    while (text.size && text.data[0] == ' ') text = (dl_bytes){text.data + 1, text.size - 1};
    while (text.size && text.data[text.size - 1] == ' ') text.size--;
    if (!text.size) return NULL;
    dl_word_list words = {kind, parts, p};
    dl_cut_tokens tokens = {0};
    bool proper = head->flags & DL_KNOW_PROPER;
    dl_span all = {0, (uint32_t)text.size};
    if (plain)
        *DL_PUSH(p->arena, &tokens) = (dl_cut_token){all, false};
    else
        dl_cut_span_tokens(p->arena, text, all, &words, &tokens);
    if (tokens.count < 2 || tokens.count - 1 > DL_KNOW_PHRASE_WORDS) return "a phrase has no word or more than 16: shorten it";
    if (p->word_count > DL_KNOW_WORDS - DL_KNOW_PHRASE_WORDS) return "the phrases of all tables have more than 16 million words: take some away";
    uint32_t node = head->root;
    for (DL_EACH(i, &tokens)) {
        dl_bytes w = {text.data + tokens.rows[i].span.begin, dl_span_size(tokens.rows[i].span)};
        uint32_t number = word(p, w);
        node = step(p, node, number);
        if (i == 1) begin_with(p, number, hit.table, tokens.count > 2, !(proper && has_capital(w)));
        if (proper && has_capital(w)) hit.capital |= (uint16_t)(1u << (i - 1));
        if (proper && set_in_capitals(w)) hit.upper |= (uint16_t)(1u << (i - 1));
    }
    dl_pack_hit found = {node, (uint32_t)(p->hits.size / sizeof found), hit};
    dl_pack_add(p, &p->hits, &found, sizeof found);
    return NULL;
}
