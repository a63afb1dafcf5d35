/* The corrections, in their order. */
#include "lang/repair.h"

/* Rules for single words, or what looks at a whole sentence. */
static const struct step {
    const dl_rules *rules;
    void (*mend)(dl_window *);
} steps[] = {
    {.rules = &dl_rules_of_comparatives}, {.rules = &dl_rules_of_complements},   {.rules = &dl_rules_of_held_to_be},
    {.rules = &dl_rules_of_hidden_verbs}, {.rules = &dl_rules_of_recipients},    {.rules = &dl_rules_of_lookalikes},
    {.rules = &dl_rules_of_classes},      {.rules = &dl_rules_of_gerunds},       {.rules = &dl_rules_of_infinitives},
    {.rules = &dl_rules_of_relatives},    {.mend = dl_repair_headline_verbs},    {.mend = dl_repair_headline},
    {.rules = &dl_rules_of_hyphens},      {.rules = &dl_rules_of_main_verb},     {.rules = &dl_rules_of_conjuncts},
    {.rules = &dl_rules_of_asides},       {.rules = &dl_rules_of_lost_subjects}, {.rules = &dl_rules_of_subjects},
    {.rules = &dl_rules_of_names},        {.rules = &dl_rules_of_clauses},       {.rules = &dl_rules_of_participles},
    {.rules = &dl_rules_of_objects},      {.mend = dl_repair_nations},           {.rules = &dl_rules_of_swallowed_subjects},
    {.rules = &dl_rules_of_passives},     {.rules = &dl_rules_of_outcomes},      {.rules = &dl_rules_of_sayings},
};
_Static_assert(sizeof steps / sizeof *steps == DL_REPAIR_STEPS, "a step each");

void dl_mending_open(dl_mending *mending) {
    for (size_t k = 0; k < DL_REPAIR_STEPS; k++)
        if (steps[k].rules) dl_rules_number(steps[k].rules, &mending->forms);
    for (size_t k = 0; k < DL_REPAIR_STEPS; k++)
        if (steps[k].rules) dl_rules_open(mending->steps + k, steps[k].rules, &mending->forms);
}

static void repair_in_order(const dl_mending *mending, dl_window *w) {
    for (size_t k = 0; k < DL_REPAIR_STEPS; k++) {
        if (steps[k].rules)
            dl_rules_apply(mending->steps + k, w);
        else
            steps[k].mend(w);
    }
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
void dl_repair_tree(const dl_mending *mending, dl_window *w) {
    dl_tree read;
    dl_tree_keep(&read, w);
    dl_forms_read(&mending->forms, w);
    repair_in_order(mending, w);
    if (memcmp(read.head, w->head, (w->count + 1) * sizeof *w->head) && !is_tree(w)) dl_tree_put(&read, w);
}
