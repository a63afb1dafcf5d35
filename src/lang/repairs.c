/* The corrections, in their order. */
#include "lang/repair.h"

static void repair_in_order(dl_window *w) {
    dl_repair_comparatives(w);
    dl_repair_complements(w);
    dl_repair_held_to_be(w);
    dl_repair_hidden_verbs(w);
    dl_repair_recipients(w);
    dl_repair_classes(w);
    dl_repair_gerunds(w);
    dl_repair_infinitives(w);
    dl_repair_relatives(w);
    dl_repair_headline_verbs(w);
    dl_repair_headline(w);
    dl_repair_hyphens(w);
    dl_repair_main_verb(w);
    dl_repair_conjuncts(w);
    dl_repair_asides(w);
    dl_repair_lost_subjects(w);
    dl_repair_subjects(w);
    dl_repair_names(w);
    dl_repair_clauses(w);
    dl_repair_participles(w);
    dl_repair_objects(w);
    dl_repair_nations(w);
    dl_repair_swallowed_subjects(w);
    dl_repair_passives(w);
    dl_repair_outcomes(w);
}

/* One root, which all words hang on. */
static bool is_tree(const dl_window *w) {
    uint32_t roots = 0;
    for (uint32_t i = 1; i <= w->count; i++) {
        uint32_t above = i;
        roots += !w->head[i];
        for (uint32_t steps = 0; above && steps <= w->count; steps++) above = w->head[above];
        if (above) return false;
    }
    return roots == 1;
}

/* The rules of grammar, each of which looks at a few words; where together they would tie the tree in a circle or in two, it stays as the network
 * read it. */
void dl_repair_tree(dl_window *w) {
    uint16_t head[DL_WINDOW_ROOM];
    uint8_t xpos[DL_WINDOW_ROOM], upos[DL_WINDOW_ROOM], deprel[DL_WINDOW_ROOM];
    size_t words = w->count + 1;
    memcpy(head, w->head, words * sizeof *head);
    memcpy(xpos, w->xpos, words);
    memcpy(upos, w->upos, words);
    memcpy(deprel, w->deprel, words);
    repair_in_order(w);
    if (is_tree(w)) return;
    memcpy(w->head, head, words * sizeof *head);
    memcpy(w->xpos, xpos, words);
    memcpy(w->upos, upos, words);
    memcpy(w->deprel, deprel, words);
}
