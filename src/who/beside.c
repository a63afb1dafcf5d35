/* Appositions and what somebody "is": a description that stands beside a name is of the same thing. */
#include "who/refer.h"

/* A comma closes the phrase within a few words. */
static bool closed(const dl_scene *s, uint32_t last) {
    for (uint32_t t = last + 1; t < s->doc->tokens.count && t <= last + 6; t++) {
        if (dl_who_token(s, t)->upos == DL_UPOS_VERB || dl_who_token(s, t)->upos == DL_UPOS_AUX) return false;
        if (dl_bytes_is(dl_token_text(s->doc, t), ",")) return true;
    }
    return false;
}

/* The name that ends in front of a comma before the description, or 0: "Ana Pop, | formerly the mayor". */
static uint32_t name_in_front(const dl_scene *s, const dl_draft *d) {
    uint32_t t = d->first;
    if (t > 1 && dl_bytes_among(dl_token_text(s->doc, t - 1), "the a an")) t--;
    if (t > 1 && dl_bytes_among(dl_token_text(s->doc, t - 1), "formerly currently now then once")) t--;
    if (t < 3 || !dl_bytes_is(dl_token_text(s->doc, t - 1), ",") || dl_who_token(s, t - 2)->sentence != d->mention.sentence) return 0;
    uint32_t n = s->marks[t - 2].name;
    return n && s->drafts.rows[n].mention.kind == DL_NAME_PERSON && !d->mention.plural ? n : 0;
}

/* "Ana Pop is a | Romanian national", "Ana Pop, who is | Romania's envoy", "who served as | its envoy": likewise, or 0. */
static uint32_t name_that_is(const dl_scene *s, const dl_draft *d) {
    uint32_t t = d->first;
    if (t > 1 && dl_bytes_among(dl_token_text(s->doc, t - 1), "the a an")) t--;
    bool served = t > 5 && dl_bytes_is(dl_token_text(s->doc, t - 1), "as") && dl_bytes_is(dl_token_text(s->doc, t - 2), "served");
    if (served && dl_who_is_person(d) && dl_bytes_is(dl_token_text(s->doc, t - 3), "who") && dl_bytes_is(dl_token_text(s->doc, t - 4), ","))
        return dl_who_token(s, t - 5)->sentence == d->mention.sentence ? s->marks[t - 5].name : 0;
    bool owned = t == d->first && t < d->mention.head && dl_who_token(s, t + 1)->xpos == DL_XPOS_POS;
    bool is = t > 2 && (t < d->first || owned) && dl_bytes_among(dl_token_text(s->doc, t - 1), "is was");
    if (!is || !dl_who_is_person(d) || dl_who_token(s, t - 2)->sentence != d->mention.sentence) return 0;
    bool relative = t > 4 && dl_bytes_among(dl_token_text(s->doc, t - 2), "who") && dl_bytes_is(dl_token_text(s->doc, t - 3), ",");
    return s->marks[t - (relative ? 4 : 2)].name;
}

/* "her rival, | Governor Ramon Ouano": the name behind the comma, with its title, or 0. */
static uint32_t name_behind(const dl_scene *s, const dl_draft *d) {
    enum { WORDS = 6 };
    uint32_t t = d->last + 1, end = dl_sentence_end(&s->doc->sentences.rows[d->mention.sentence]);
    if (t >= end || !dl_bytes_is(dl_token_text(s->doc, t), ",") || !dl_who_is_person(d)) return 0;
    for (t++; t < end && t < d->last + WORDS && s->marks[t].owned; t++) {
    }
    uint32_t name = t > d->last + 2 && t < end ? s->marks[t].name : 0;
    return name && s->drafts.rows[name].first == t && s->drafts.rows[name].mention.kind == DL_NAME_PERSON ? name : 0;
}

/* "A trader named | Tom Reed": likewise, or 0. */
static uint32_t name_given(const dl_scene *s, const dl_draft *d) {
    uint32_t t = d->last + 1, end = dl_sentence_end(&s->doc->sentences.rows[d->mention.sentence]);
    bool named = t + 1 < end && dl_who_is_person(d) && dl_bytes_among(dl_token_text(s->doc, t), "named");
    return named && s->marks[t + 1].name && dl_who_is_person(&s->drafts.rows[s->marks[t + 1].name]) ? s->marks[t + 1].name : 0;
}

/* The person's name that begins at `t`, or behind a title there; 0. */
static uint32_t person_at(const dl_scene *s, uint32_t t, uint32_t end) {
    for (uint32_t words = 0; t < end && s->marks[t].owned && words < 3; words++) t++;
    const dl_draft *n = t < end ? &s->drafts.rows[s->marks[t].name] : s->drafts.rows;
    return t < end && s->marks[t].name && n->first == t && dl_who_is_person(n) ? s->marks[t].name : 0;
}

/* "The gunman, | identified as Karl Brand, was shot", "the gunman was later named by police as Karl Brand", "police identified the gunman as Karl
 * Brand": likewise, or 0. */
static uint32_t name_told(const dl_scene *s, const dl_draft *d) {
    enum { TELLER = 5 };
    uint32_t t = d->last + 1, end = dl_sentence_end(&s->doc->sentences.rows[d->mention.sentence]), verb = dl_who_token(s, d->mention.head)->head;
    if (t + 1 >= end || !dl_who_is_person(d) || d->mention.plural || d->mention.named) return 0;
    bool by_others = verb && verb < d->first && dl_bytes_among(dl_who_token(s, verb)->lemma, "identify name");
    if (by_others && dl_bytes_is(dl_token_text(s->doc, t), "as")) return person_at(s, t + 1, end);
    bool comma = dl_bytes_is(dl_token_text(s->doc, t), ","), passive = false;
    if (comma) t++;
    for (uint32_t words = 0; t < end && words < 4; words++, t++) {
        bool auxiliary = !comma && dl_bytes_among(dl_token_text(s->doc, t), "is was has had been being");
        if (!auxiliary && dl_who_token(s, t)->upos != DL_UPOS_ADV) break;
        passive |= auxiliary;
    }
    if (t + 2 >= end || !dl_bytes_among(dl_token_text(s->doc, t), passive || comma ? "identified named" : "identified")) return 0;
    uint32_t as = t + 1;
    while (as < end && as < t + TELLER && dl_who_token(s, as)->upos != DL_UPOS_VERB && !dl_bytes_is(dl_token_text(s->doc, as), "as")) as++;
    return as < end && dl_bytes_is(dl_token_text(s->doc, as), "as") ? person_at(s, as + 1, end) : 0;
}

/* "Leonid Slutsky, a senior member of Russia's negotiating team": the name that the description stands beside, or 0. */
static uint32_t beside(const dl_scene *s, const dl_draft *d) {
    const dl_token *w = dl_who_token(s, d->mention.head);
    uint32_t front = name_in_front(s, d);
    if (w->deprel == DL_DEP_APPOS && w->head) return front ? front : s->marks[w->head].name;
    uint32_t name = dl_who_child(s, d->mention.head, DL_DEP_APPOS);
    if (name && s->marks[name].name) return s->marks[name].name;
    uint32_t behind = dl_who_child(s, d->mention.head, DL_DEP_NMOD) ? name_behind(s, d) : 0;
    if (behind) return behind;
    uint32_t is = name_that_is(s, d);
    if (!is) is = name_given(s, d);
    if (!is) is = name_told(s, d);
    if (is || !front) return is;
    /* the parser lost the tie */
    bool opens = s->drafts.rows[front].first == s->doc->sentences.rows[d->mention.sentence].first_token; /* "Ana Pop, the mayor said" */
    return w->deprel == DL_DEP_CONJ || (d->subject && !opens && !closed(s, d->last)) ? 0 : front;
}

bool dl_who_refer_beside(dl_scene *s, dl_draft *d) {
    uint32_t name = beside(s, d);
    if (!name || d->mention.kind == DL_NAME_FACILITY) return false;
    dl_draft *n = &s->drafts.rows[name];
    bool unplaced = n->mention.kind == DL_NAME_PLACE && !n->mention.place && !n->country.size;
    if (unplaced && dl_who_is_person(d)) { /* who is described as a person is one, whatever the tagger took the name for */
        n->mention.kind = DL_NAME_PERSON;
        dl_who_entity_of(s, n)->kind = DL_NAME_PERSON;
    }
    bool person = n->mention.kind == DL_NAME_PERSON && dl_who_is_person(d);
    bool body = n->mention.kind == DL_NAME_ORGANISATION && (d->mention.kind == DL_NAME_ORGANISATION || d->mention.kind == DL_NAME_GROUP);
    if (!person && !body) return false;
    d->mention.entity = n->mention.entity;
    dl_entity *e = dl_who_entity_of(s, d);
    dl_who_call(e, dl_who_called_by(s, d->mention.head));
    return true;
}

uint32_t dl_who_compatriot(const dl_scene *s, const dl_draft *d) {
    uint32_t t = d->first;
    if (t < 4 || d->mention.plural || !dl_bytes_among(dl_token_text(s->doc, t - 1), "a an ethnic")) return 0;
    if (dl_bytes_among(dl_token_text(s->doc, t - 1), "ethnic") && !dl_bytes_among(dl_token_text(s->doc, --t - 1), "an")) return 0;
    bool is = dl_bytes_among(dl_token_text(s->doc, t - 2), "is was"), comma = dl_bytes_is(dl_token_text(s->doc, t - 2), ",");
    bool tied = comma ? dl_who_token(s, d->mention.head)->deprel == DL_DEP_APPOS : is;
    uint32_t name = tied && dl_who_token(s, t - 3)->sentence == d->mention.sentence ? s->marks[t - 3].name : 0;
    return name && dl_who_is_person(&s->drafts.rows[name]) ? name : 0;
}
