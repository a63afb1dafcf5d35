/* Clauses and infinitives that hang on a word that opens them: "due to visit", "the fear that". */
#include "lang/repair.h"

/* "The king was | due to visit", with "due to" read as a preposition of the visit: he was due, and the visit is what he was due for. */
static bool is_lost_intention(const dl_window *w, uint32_t due) {
    uint32_t verb = w->head[due], to = due + 1;
    bool read_as_opener = dl_window_among(w, due, "due") && verb == due + 2 && verb <= w->count && w->xpos[verb] == DL_XPOS_VB;
    return read_as_opener && w->xpos[to] == DL_XPOS_TO && due > 1 && w->upos[due - 1] == DL_UPOS_AUX;
}

static void open_infinitive(dl_window *w, uint32_t due, uint32_t verb) {
    w->head[verb] = (uint16_t)due;
    w->deprel[verb] = DL_DEP_XCOMP;
    w->upos[due + 1] = DL_UPOS_PART;
    w->head[due + 1] = (uint16_t)verb;
    w->deprel[due + 1] = DL_DEP_MARK;
}

static void return_intention(dl_window *w, uint32_t due) {
    if (!is_lost_intention(w, due)) return;
    uint32_t verb = due + 2;
    for (uint32_t i = 1; i < due; i++)
        if (w->head[i] == verb) w->head[i] = (uint16_t)due;
    w->upos[due] = DL_UPOS_ADJ;
    w->xpos[due] = DL_XPOS_JJ;
    w->head[due] = w->head[verb];
    w->deprel[due] = w->deprel[verb];
    w->head[due - 1] = (uint16_t)due;
    w->deprel[due - 1] = DL_DEP_COP;
    open_infinitive(w, due, verb);
}

/* "The army was | due to attack", with "due to" as one word and the attack as when. */
static void part_intention(dl_window *w, uint32_t due) {
    uint32_t to = due + 1, verb = due + 2;
    bool joined = dl_window_among(w, due, "due") && w->head[to] == due && w->deprel[to] == DL_DEP_FIXED;
    if (joined && w->xpos[verb] == DL_XPOS_VB && w->head[verb] == due) open_infinitive(w, due, verb);
}

/* "Fears | that rebels had attacked", with the clause as a relative one: where "that" is no part of the clause, the clause tells what is feared. */
static void tell_content(dl_window *w, uint32_t that) {
    uint32_t verb = w->head[that];
    bool opener = w->deprel[that] == DL_DEP_MARK && verb > that && w->deprel[verb] == DL_DEP_ACL_RELCL && dl_window_among(w, that, "that");
    if (opener) w->deprel[verb] = DL_DEP_ACL;
}

static const dl_rule rules[] = {
    {return_intention, .words = {"due"}},
    {part_intention, .words = {"due"}},
    {tell_content, .relations = DL_REL(MARK), .words = {"that"}},
};
const dl_rules dl_rules_of_complements = {DL_RULES_OF(rules), .skipped_before = 1, .skipped_behind = 2};
