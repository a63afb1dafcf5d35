/* How near to hand a thing is for a pronoun: Lappin and Leass' salience, on the grounds of the table below. */
#include "know/code.h"
#include "who/refer.h"

enum { MOST_TOLD = 6 };

/* "Lopez and | his aides" */
static bool in_row_with(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    bool possessive = dl_who_token(s, pronoun->mention.head)->xpos == DL_XPOS_PRP_POSS;
    return possessive && d->last + 2 == pronoun->first && dl_bytes_among(dl_token_text(s->doc, d->last + 1), "and &");
}

/* "Police caught two men. | They were jailed": whom the law has in its hands. */
static bool is_in_custody(const dl_scene *s, const dl_draft *pronoun) {
    const dl_token *w = dl_who_token(s, pronoun->mention.head);
    bool patient = w->deprel == DL_DEP_NSUBJ_PASS || w->deprel == DL_DEP_OBJ;
    return patient && w->head &&
           dl_bytes_among(dl_who_token(s, w->head)->lemma,
                          "arrest detain jail imprison sentence convict indict charge deport extradite acquit torture release free");
}

/* "Stone accused Cole of saying | he wanted more": what somebody is accused of is his. */
static bool is_accused(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_token *w = dl_who_token(s, d->mention.head);
    bool accused = (w->deprel == DL_DEP_OBJ || w->deprel == DL_DEP_NSUBJ_PASS) &&
                   dl_bytes_among(dl_who_token(s, w->head)->lemma, "accuse suspect convict charge");
    return accused && w->sentence == pronoun->mention.sentence && w->head < pronoun->first && d->last < pronoun->first;
}

uint32_t dl_who_salience(dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    uint32_t away = pronoun->mention.sentence - d->mention.sentence;
    bool possessive = dl_who_token(s, d->mention.head)->deprel == DL_DEP_NMOD_POSS;
    uint32_t points = d->subject ? 60 : possessive ? 20 : 35;
    if (away == 0) points += dl_who_token(s, pronoun->mention.head)->xpos == DL_XPOS_PRP_POSS ? 45 : 30;
    dl_deprel role = dl_who_token(s, pronoun->mention.head)->deprel;
    if (away == 0 && (role == DL_DEP_OBJ || role == DL_DEP_IOBJ) && dl_who_is_person(d)) points += 12; /* "broke with Stone and urged | him" */
    if (away == 1) points += 15;
    if (away > 1) points -= 4 * (away - 1);
    if (d->mention.named) points += 4;
    if (dl_who_is_person(d))
        points += dl_who_entity_of(s, d)->times < MOST_TOLD ? dl_who_entity_of(s, d)->times : MOST_TOLD; /* of whom much is told */
    if (in_row_with(s, pronoun, d)) points += 60;
    if (is_accused(s, pronoun, d)) points += 40;
    if (dl_who_is_person(d) && dl_who_entity_of(s, d)->told) points += 8; /* who is known to be a woman, before who may be one */
    bool body = d->mention.kind == DL_NAME_ORGANISATION && d->mention.named && !d->mention.plural;
    if (body && pronoun->mention.plural) points -= 12; /* "the ministry said they would", but rather of several */
    if (dl_actor_is_of(dl_who_actor_of(s, d), "COP JUD") && is_in_custody(s, pronoun)) points = points > 50 ? points - 50 : 0;
    /* who only reports is seldom spoken of */
    return dl_bytes_finish(dl_who_entity_of(s, d)->actor, "JRN") && points > 40 && dl_who_is_person(d) ? points - 40 : points;
}
