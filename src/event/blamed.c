#include "event/blamed.h"

#include "event/conditions.h"
#include "event/edges.h"
#include "event/roles.h"
#include "know/fired.h"

enum { HITS = 8, STEPS = 2 }; /* rows of a word; how far above the noun it stands */

bool dl_ascribes(const dl_reading *r, uint32_t verb) {
    return dl_lemma_among(r, verb, "blame attribute ascribe pin");
}

/* "No group claimed responsibility" names nobody. */
static dl_heads somebody(const dl_reading *r, dl_heads heads) {
    if (heads.count && (dl_child_lemma(r, heads.rows[0], DL_DEP_DET, "no neither") || dl_lemma_among(r, heads.rows[0], "nobody none no-one")))
        heads.count = 0;
    return heads;
}

static bool among(const dl_heads *heads, uint32_t token) {
    for (uint32_t i = 0; i < heads->count; i++)
        if (heads->rows[i] == token) return true;
    return false;
}

/* A role, or `pred`: that of which a noun is said ("the attack was the | work of rebels"). */
static dl_heads in_role(const dl_reading *r, uint32_t word, dl_bytes role) {
    dl_heads found = {0};
    if (!dl_bytes_is(role, "pred")) return dl_role_heads(r, word, role);
    uint32_t subject = dl_child(r, word, DL_DEP_NSUBJ);
    bool relative = subject && dl_is_relative(r, word) && dl_lemma_among(r, subject, "who which that");
    dl_heads_add_all(r, &found, relative ? dl_at(r, word)->head : subject);
    return found;
}

/* "Two men suspected of being | involved in the murder", "accused rebels of being | behind it": of whom it is said by the verb above. */
static dl_heads controllers(const dl_reading *r, uint32_t word) {
    uint32_t above = dl_at(r, word)->head;
    bool clause = dl_child_lemma(r, word, DL_DEP_MARK, "of for") && dl_at(r, above)->upos == DL_UPOS_VERB;
    bool cleared = dl_lemma_among(r, above, "acquit clear exonerate absolve");
    return clause && !cleared ? dl_role_heads(r, above, DL_LIT("obj")) : (dl_heads){0};
}

static dl_heads first_filled(const dl_reading *r, uint32_t word, dl_bytes roles) {
    dl_heads found = {0};
    dl_bytes role;
    while (!found.count && dl_bytes_cut(&roles, ',', &role)) found = in_role(r, word, role);
    return found.count ? found : controllers(r, word);
}

/* "Has not claimed responsibility", "had no role", "could have taken part", "their alleged involvement": nobody's deed for certain. */
static bool left_open(const dl_reading *r, uint32_t word) {
    if (dl_child_lemma(r, word, DL_DEP_AMOD, "possible alleged allege suspected suspect supposed purported")) return true;
    uint32_t part = dl_is_verb(r, word) ? dl_child(r, word, DL_DEP_OBJ) : word; /* "had no role", "denied his role" */
    if (dl_child_lemma(r, part, DL_DEP_DET, "no any neither") || (part == word && dl_lemma_among(r, dl_at(r, word)->head, "deny dispute")))
        return true;
    return dl_child_lemma(r, word, DL_DEP_ADVMOD, "not n't never") ||
           dl_child_lemma(r, word, DL_DEP_AUX, "may might could can would will should must");
}

/* What the rows of one word tell. */
static dl_heads by_word(const dl_reading *r, uint32_t word, uint32_t noun) {
    dl_know_hit hits[HITS];
    uint32_t table = r->blame.table, n = dl_know_look_up_word(r->know, table, dl_at(r, word)->stem, hits, HITS);
    for (uint32_t i = 0; i < n; i++) {
        if (!dl_conditions_hold(r, word, r->blame.rows + hits[i].row)) continue;
        dl_heads acts = in_role(r, word, dl_know_get(r->know, table, hits[i].row, "act"));
        if (!among(&acts, noun) || left_open(r, word)) continue;
        dl_heads found = somebody(r, first_filled(r, word, dl_know_get(r->know, table, hits[i].row, "who")));
        if (!found.count || among(&found, noun)) continue;
        dl_know_fired(r->know, table, hits[i].row);
        return found;
    }
    return (dl_heads){0};
}

/* "The rebels were behind the attack", "are thought to be behind it", "the group behind the attack". */
static dl_heads behind(const dl_reading *r, uint32_t noun) {
    dl_heads found = {0};
    if (!dl_has_case(r, noun, DL_LIT("behind"))) return found;
    if (dl_child(r, noun, DL_DEP_COP)) return dl_subject(r, noun);
    dl_heads_add_all(r, &found, dl_base_of(r, noun) == DL_DEP_NMOD ? dl_at(r, noun)->head : 0);
    return found;
}

/* "In an action attributed to rebels, a bomb | destroyed a school": whose the act is in which it happened. */
static dl_heads by_act(const dl_reading *r, uint32_t verb) {
    dl_heads found = {0};
    uint32_t seen = 0;
    for (uint32_t c = r->child[verb]; c && !found.count && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        bool act = dl_base_of(r, c) == DL_DEP_OBL && dl_has_case(r, c, DL_LIT("in"));
        if (act && dl_lemma_among(r, c, "attack action act assault operation crime incident ambush")) found = dl_blamed_for(r, c);
    }
    return found;
}

dl_heads dl_blamed_for(const dl_reading *r, uint32_t noun) {
    dl_heads found = behind(r, noun);
    uint32_t seen = 0;
    for (uint32_t c = r->child[noun]; c && !found.count && seen++ < DL_CHILDREN;
         c = r->sibling[c]) /* "the murder, which was perpetrated by", "an attack blamed on" */
        if (dl_is_relative(r, c) || (dl_at(r, c)->deprel == DL_DEP_ACL && dl_at(r, c)->xpos == DL_XPOS_VBN)) found = by_word(r, c, noun);
    uint32_t before = found.count ? 0 : dl_noun_before(r, noun); /* "his role | in the raid", hung side by side */
    if (before && before != dl_at(r, noun)->head) found = by_word(r, before, noun);
    for (uint32_t t = dl_at(r, noun)->head, steps = 0; t && !found.count && steps < STEPS; t = dl_at(r, t)->head, steps++)
        found = by_word(r, t, noun);
    return found.count || dl_at(r, noun)->upos != DL_UPOS_VERB ? found : by_act(r, noun);
}
