#include "lang/rules.h"

#include "base/bytes.h"

#include <stdlib.h>

_Static_assert(DL_DEP_COUNT_ <= 64 && DL_XPOS_COUNT_ <= 64 && DL_UPOS_COUNT_ <= 32, "sets are of one number");

static void add(uint32_t *rows, uint32_t count, uint64_t set, uint32_t bit) {
    for (uint32_t i = 0; i < count; i++)
        if (!set || set >> i & 1) rows[i] |= bit;
}

static void add_initials(dl_rule_index *index, const dl_rule *rule, uint32_t bit) {
    if (!rule->words[0]) add(index->by_initial, UINT8_MAX + 1, 0, bit);
    for (size_t k = 0; k < sizeof rule->words / sizeof *rule->words && rule->words[k]; k++) {
        dl_bytes rest = dl_bytes_of(rule->words[k]), word;
        while (dl_bytes_cut(&rest, ' ', &word))
            if (word.size) index->by_initial[(unsigned char)word.data[0]] |= bit;
    }
}

void dl_rules_open(dl_rule_index *index, const dl_rules *rules) {
    *index = (dl_rule_index){.of = rules};
    for (uint32_t k = 0; k < rules->count; k++) {
        const dl_rule *rule = rules->rules + k;
        add(index->by_relation, DL_DEP_COUNT_, rule->relations, (uint32_t)1 << k);
        add(index->by_tag, DL_XPOS_COUNT_, rule->tags, (uint32_t)1 << k);
        add(index->by_class, DL_UPOS_COUNT_, rule->classes, (uint32_t)1 << k);
        add_initials(index, rule, (uint32_t)1 << k);
    }
}

static inline uint32_t rules_for(const dl_rule_index *index, const dl_window *w, uint32_t word) {
    return index->by_relation[w->deprel[word]] & index->by_tag[w->xpos[word]] & index->by_class[w->upos[word]] &
           index->by_initial[(unsigned char)w->initial[word]];
}

#ifdef DL_DEBUG
static bool is_same(const dl_window *a, const dl_window *b) {
    size_t words = a->count + 1;
    return !memcmp(a->head, b->head, words * sizeof *a->head) && !memcmp(a->deprel, b->deprel, words) && !memcmp(a->xpos, b->xpos, words) &&
           !memcmp(a->upos, b->upos, words);
}

/* Asks the rules that the word leaves out, none of which may have anything to do. */
static void prove(const dl_rules *rules, uint32_t left, dl_window *w, uint32_t word) {
    static _Thread_local dl_window before;
    before = *w;
    for (uint32_t k = 0; k < rules->count; k++) {
        if (left >> k & 1) continue;
        rules->rules[k].mend(w, word);
        if (!is_same(&before, w)) abort();
    }
}
#else
#define prove(rules, left, window, word) (void)0
#endif

void dl_rules_apply(const dl_rule_index *index, dl_window *w) {
    const dl_rules *rules = index->of;
    if (rules->not_in_headlines && w->headline) return;
    for (uint32_t i = 1 + rules->skipped_before; i + rules->skipped_behind <= w->count; i++) {
        uint32_t left = rules_for(index, w, i);
        prove(rules, left, w, i);
        while (left) { /* what a rule did may make way for those behind it, or close theirs */
            uint32_t k = (uint32_t)__builtin_ctz(left);
            rules->rules[k].mend(w, i);
            left = rules_for(index, w, i) & ~(uint32_t)1 << k;
        }
    }
}
