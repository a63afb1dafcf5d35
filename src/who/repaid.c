/* Whose deed it is for which somebody is praised, blamed or punished ("imposed sanctions on Chad over | its invasion"), and which he is asked to end
 * ("asked Chad to stop | its attacks"): his own, and not theirs who do it to him. And whose it is what somebody harms: not his ("attacked | its
 * troops"). */
#include "doc/ud.h"
#include "who/refer.h"

enum { UP = 3 };

/* The verb or noun of praise, blame or punishment that governs `t`, up to a few words above it; 0. */
static uint32_t reproach_above(const dl_scene *s, uint32_t t) {
    for (uint32_t steps = 0; t && steps < UP; t = dl_who_token(s, t)->head, steps++)
        if (dl_who_wants(s, t, DL_LIT("repaid"))) return t;
    return 0;
}

/* "Condemned Chad for | its invasion": behind the one told of, in his sentence; the pronoun's word, or NULL. */
static const dl_token *owner_behind(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_token *p = dl_who_token(s, pronoun->mention.head);
    bool behind = d->mention.sentence == pronoun->mention.sentence && d->last < pronoun->first;
    return behind && p->xpos == DL_XPOS_PRP_POSS && p->head ? p : NULL;
}

/* "Condemned | Chad", "| Chad was fined" */
static bool is_object(const dl_token *w) {
    return w->deprel == DL_DEP_OBJ || w->deprel == DL_DEP_IOBJ || w->deprel == DL_DEP_NSUBJ_PASS;
}

/* "Condemned | Chad for", "sanctions against | Chad over", "Chad | was fined for": to whom it is done. */
static bool is_done_to(const dl_scene *s, const dl_draft *d, uint32_t reproach) {
    const dl_token *w = dl_who_token(s, d->mention.head);
    bool verb = dl_who_token(s, reproach)->upos == DL_UPOS_VERB;
    if (is_object(w)) return verb && w->head == reproach;
    bool protests = verb && dl_bytes_among(dl_who_token(s, reproach)->lemma, "protest lodge complain");
    if (!dl_who_has_case(s, d->mention.head, protests ? "to with" : verb ? "on against at" : "on against at of to")) return false;
    return w->head == reproach || (verb && w->head && dl_who_token(s, w->head)->head == reproach); /* "imposed sanctions | against Chad" */
}

bool dl_who_is_repaid(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_token *p = owner_behind(s, pronoun, d);
    if (!p || !dl_who_has_case(s, p->head, "for over about because following after")) return false;
    uint32_t reproach = reproach_above(s, dl_who_token(s, p->head)->head);
    if (!reproach || !is_done_to(s, d, reproach)) return false;
    bool after = dl_who_has_case(s, p->head, "following after");
    return !after || dl_deprel_base(dl_who_token(s, d->mention.head)->deprel) == DL_DEP_OBL; /* "imposed on Chad | after its" */
}

/* "Asked Chad to stop | its attacks", "called on Chad to": who is asked to end what is his. */
bool dl_who_is_asked_to_end(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_token *p = owner_behind(s, pronoun, d), *w = dl_who_token(s, d->mention.head);
    if (!p) return false;
    const dl_token *deed = dl_who_token(s, p->head);
    uint32_t ends = deed->deprel == DL_DEP_OBJ ? deed->head : 0;
    if (!ends || !dl_who_wants(s, ends, DL_LIT("own"))) return false;
    const dl_token *clause = dl_who_token(s, ends);
    dl_deprel base = dl_deprel_base(clause->deprel);
    if (base != DL_DEP_XCOMP && base != DL_DEP_ADVCL) return false;
    bool asked = is_object(w) || (w->deprel == DL_DEP_OBL && dl_who_has_case(s, d->mention.head, "on upon to with"));
    return asked && w->head == clause->head && dl_who_wants(s, clause->head, DL_LIT("asked"));
}

/* The word for the harm that is done to a noun: the verb whose object it is, or that of "the attack on | its embassy", "fired at its ships"; 0. */
static uint32_t harm_to(const dl_scene *s, uint32_t noun) {
    const dl_token *w = dl_who_token(s, noun);
    bool object = w->deprel == DL_DEP_OBJ && dl_who_token(s, w->head)->upos == DL_UPOS_VERB;
    bool target = (w->deprel == DL_DEP_NMOD || w->deprel == DL_DEP_OBL) && dl_who_has_case(s, noun, "on against at");
    return (object || target) && w->head && dl_who_wants(s, w->head, DL_LIT("harms")) ? w->head : 0;
}

/* "Niger | attacked its troops", "accused Niger | of attacking its troops", "Niger was behind | the attack on its embassy": who did the harm. */
static bool does_harm(const dl_scene *s, const dl_draft *d, uint32_t harm) {
    const dl_token *w = dl_who_token(s, d->mention.head);
    uint32_t above = dl_who_token(s, harm)->head;
    bool accused = above && dl_bytes_among(dl_who_token(s, above)->lemma, "accuse suspect blame charge");
    if (accused) return w->deprel == DL_DEP_OBJ && w->head == above;
    return dl_deprel_base(w->deprel) == DL_DEP_NSUBJ && (w->head == harm || dl_who_shares_subject(s, harm, w->head));
}

bool dl_who_harms_owner(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_token *p = dl_who_token(s, pronoun->mention.head);
    bool things = p->xpos == DL_XPOS_PRP_POSS && (pronoun->which == DL_PRONOUN_IT || pronoun->which == DL_PRONOUN_THEY);
    if (!things || d->mention.sentence != pronoun->mention.sentence || !p->head) return false;
    uint32_t harm = harm_to(s, p->head);
    if (!harm || dl_who_lemma(s, pronoun->mention.head + 1, "own")) return false;
    static const char own[] = "hostage prisoner captive victim detainee target enemy foe opponent rival neighbour neighbor "
                              "constitution law promise pledge commitment obligation rule mandate oath";
    if (dl_bytes_among(dl_who_token(s, p->head)->lemma, own)) return false;
    return does_harm(s, d, harm);
}
