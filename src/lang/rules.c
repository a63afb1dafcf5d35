#include "lang/rules.h"

#include "base/bytes.h"

#include <stdlib.h>

_Static_assert(DL_DEP_COUNT_ <= 64 && DL_XPOS_COUNT_ <= 64 && DL_UPOS_COUNT_ <= 32, "sets are of one number");

static void add(uint32_t *rows, uint32_t count, uint64_t set, uint32_t bit) {
    for (uint32_t i = 0; i < count; i++)
        if (!set || set >> i & 1) rows[i] |= bit;
}

/* Where a form stands or would stand. */
static uint32_t slot_of(const dl_forms *forms, uint32_t form) {
    uint32_t at = form % DL_FORM_SLOTS;
    while (forms->slots[at].number && forms->slots[at].form != form) at = (at + 1) % DL_FORM_SLOTS;
    return at;
}

static uint32_t number_of(const dl_forms *forms, uint32_t form) {
    return forms->slots[slot_of(forms, form)].number;
}

void dl_forms_read(const dl_forms *forms, dl_window *w) {
    for (uint32_t i = 1; i <= w->count; i++) w->listed[i] = (uint16_t)number_of(forms, w->words[i].form);
}

/* The rule's forms one after the other; false behind the last. */
static bool next_form(const dl_rule *rule, size_t *list, dl_bytes *rest, uint32_t *form) {
    dl_bytes word;
    while (!rest->size) {
        if (*list == sizeof rule->words / sizeof *rule->words || !rule->words[*list]) return false;
        *rest = dl_bytes_of(rule->words[(*list)++]);
    }
    dl_bytes_cut(rest, ' ', &word);
    *form = dl_hash_bytes(word);
    return true;
}

void dl_rules_number(const dl_rules *rules, dl_forms *forms) {
    for (uint32_t k = 0, form; k < rules->count; k++) {
        size_t list = 0;
        for (dl_bytes rest = {0}; next_form(rules->rules + k, &list, &rest, &form);) {
            uint32_t at = slot_of(forms, form);
            if (forms->slots[at].number || forms->count + 1 == DL_FORMS) continue;
            forms->slots[at].form = form;
            forms->slots[at].number = ++forms->count;
        }
    }
}

static void add_forms(dl_rule_index *index, const dl_rule *rule, const dl_forms *forms, uint32_t bit) {
    size_t list = 0;
    uint32_t form;
    if (!rule->words[0]) add(index->by_form, DL_FORMS, 0, bit);
    for (dl_bytes rest = {0}; next_form(rule, &list, &rest, &form);) index->by_form[number_of(forms, form)] |= bit;
}

void dl_rules_open(dl_rule_index *index, const dl_rules *rules, const dl_forms *forms) {
    *index = (dl_rule_index){.of = rules};
    for (uint32_t k = 0; k < rules->count; k++) {
        const dl_rule *rule = rules->rules + k;
        add(index->by_relation, DL_DEP_COUNT_, rule->relations, (uint32_t)1 << k);
        add(index->by_tag, DL_XPOS_COUNT_, rule->tags, (uint32_t)1 << k);
        add(index->by_class, DL_UPOS_COUNT_, rule->classes, (uint32_t)1 << k);
        add_forms(index, rule, forms, (uint32_t)1 << k);
    }
}

static inline uint32_t rules_for(const dl_rule_index *index, const dl_window *w, uint32_t word) {
    return index->by_relation[w->deprel[word]] & index->by_tag[w->xpos[word]] & index->by_class[w->upos[word]] & index->by_form[w->listed[word]];
}

#ifdef DL_DEBUG
static bool is_same(const dl_tree *t, const dl_window *w) {
    size_t words = w->count + 1;
    return !memcmp(t->head, w->head, words * sizeof *t->head) && !memcmp(t->deprel, w->deprel, words) && !memcmp(t->xpos, w->xpos, words) &&
           !memcmp(t->upos, w->upos, words);
}

/* Asks the rules that the word leaves out, none of which may have anything to do. In one sentence of eight, for it takes long. */
static void prove_left_out(const dl_rules *rules, uint32_t left, dl_window *w, uint32_t word) {
    enum { SENTENCES = 8 };
    dl_tree before;
    if (w->words[w->count].form % SENTENCES != w->words[1].form % SENTENCES) return;
    dl_tree_keep(&before, w);
    for (uint32_t k = 0; k < rules->count; k++)
        if (!(left >> k & 1)) rules->rules[k].mend(w, word);
    if (!is_same(&before, w)) abort();
}

/* Asks a rule of the same word with each value that its row leaves out. */
static void prove_values(const dl_rule *rule, dl_window *w, uint32_t word, uint8_t *values, uint32_t count, uint64_t set) {
    dl_tree before;
    uint8_t own = values[word];
    for (uint32_t value = 0; set && value < count; value++) {
        if (set >> value & 1) continue;
        values[word] = (uint8_t)value;
        dl_tree_keep(&before, w);
        rule->mend(w, word);
        if (!is_same(&before, w)) abort();
    }
    values[word] = own;
}

/* As the rule mends the word; then as it does where the word is another than its row asks for, which it must leave alone. */
static void mend(const dl_rule *rule, dl_window *w, uint32_t word) {
    dl_tree before, mended;
    dl_tree_keep(&before, w);
    rule->mend(w, word);
    if (is_same(&before, w)) return;
    dl_tree_keep(&mended, w);
    dl_tree_put(&before, w);
    prove_values(rule, w, word, w->deprel, DL_DEP_COUNT_, rule->relations);
    prove_values(rule, w, word, w->xpos, DL_XPOS_COUNT_, rule->tags);
    prove_values(rule, w, word, w->upos, DL_UPOS_COUNT_, rule->classes);
    dl_tree_put(&mended, w);
}
#else
#define prove_left_out(rules, left, window, word) (void)0
static inline void mend(const dl_rule *rule, dl_window *w, uint32_t word) {
    rule->mend(w, word);
}
#endif

void dl_rules_apply(const dl_rule_index *index, dl_window *w) {
    const dl_rules *rules = index->of;
    if (rules->not_in_headlines && w->headline) return;
    for (uint32_t i = 1 + rules->skipped_before; i + rules->skipped_behind <= w->count; i++) {
        uint32_t left = rules_for(index, w, i);
        prove_left_out(rules, left, w, i);
        while (left) { /* what a rule did may make way for those behind it, or close theirs */
            uint32_t k = (uint32_t)__builtin_ctz(left);
            mend(rules->rules + k, w, i);
            left = rules_for(index, w, i) & ~(uint32_t)1 << k;
        }
    }
}
