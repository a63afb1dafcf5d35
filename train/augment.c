/* Altered copies of training sentences, for what news has and the treebanks have too little of. */
#include "corpus.h"

#include "doc/ud.h"

enum { CAPITALS_SHARE = 14, NO_STOP_SHARE = 8, HEADLINE_SHARE = 8 }; /* of a hundred sentences */

static dl_bytes in_capitals(dl_arena *arena, dl_bytes word) {
    char *out = dl_arena_alloc(arena, word.size + 1);
    for (size_t i = 0; i < word.size; i++) out[i] = dl_is_lower(word.data[i]) ? (char)(word.data[i] - 32) : word.data[i];
    return (dl_bytes){out, word.size};
}

static sample *copy_sample(corpus *c, uint32_t from) {
    sample *made = DL_PUSH(&c->arena, &c->samples);
    const sample *s = c->samples.rows + from;
    *made = *s;
    made->made = true;
    made->tokens = DL_NEW_ARRAY(&c->arena, sample_token, s->count + 1);
    memcpy(made->tokens, s->tokens, (s->count + 1) * sizeof *s->tokens);
    return made;
}

static void add_capitals(corpus *c, uint32_t from) {
    sample *s = copy_sample(c, from);
    s->capitals = true;
    for (uint32_t i = 1; i <= s->count; i++) s->tokens[i].form = in_capitals(&c->arena, s->tokens[i].form);
}

static bool is_leaf(const sample *s, uint32_t word) {
    for (uint32_t i = 1; i <= s->count; i++)
        if (s->tokens[i].head == word) return false;
    return true;
}

static void remove_word(sample *s, uint32_t word) {
    memmove(s->tokens + word, s->tokens + word + 1, (s->count - word) * sizeof *s->tokens);
    s->count--;
    for (uint32_t i = 1; i <= s->count; i++)
        if (s->tokens[i].head > word) s->tokens[i].head--;
}

static bool is_stop(const sample *s, uint32_t word) {
    return s->tokens[word].xpos == DL_XPOS_STOP && is_leaf(s, word);
}

static void add_without_stop(corpus *c, uint32_t from) {
    const sample *s = c->samples.rows + from;
    if (s->count > 2 && is_stop(s, s->count)) remove_word(copy_sample(c, from), s->count);
}

static bool headline_drops(const sample *s, uint32_t word) {
    const sample_token *t = s->tokens + word;
    if (t->name) return false;
    return ((t->deprel == DL_DEP_DET && dl_bytes_is(t->lemma, "the")) || (t->deprel == DL_DEP_DET && dl_bytes_is(t->lemma, "a")) ||
            (t->deprel == DL_DEP_AUX_PASS) || (t->deprel == DL_DEP_AUX && dl_bytes_is(t->lemma, "be")) || is_stop(s, word)) &&
           is_leaf(s, word);
}

static void add_headline(corpus *c, uint32_t from) {
    sample *s = copy_sample(c, from);
    for (uint32_t i = s->count; i >= 1; i--)
        if (s->count > 2 && headline_drops(s, i)) remove_word(s, i);
}

void corpus_augment(corpus *c, uint32_t first, uint32_t end, uint32_t seed) {
    chance luck = {seed};
    for (uint32_t i = first; i < end; i++) {
        if (!c->samples.rows[i].tree || c->samples.rows[i].capitals) continue;
        uint32_t draw = chance_below(&luck, 100);
        if (draw < CAPITALS_SHARE)
            add_capitals(c, i);
        else if (c->samples.rows[i].silver)
            continue;
        else if (draw < CAPITALS_SHARE + NO_STOP_SHARE)
            add_without_stop(c, i);
        else if (draw < CAPITALS_SHARE + NO_STOP_SHARE + HEADLINE_SHARE)
            add_headline(c, i);
    }
}
