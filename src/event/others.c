/* Others who stand in one role: joined by "and", set out in a list, included among them, told of along with them; the second of two objects. */
#include "event/edges.h"
#include "know/code.h"

static const dl_mention *somebody(const dl_reading *r, uint32_t token) {
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[token]];
    return r->mention_at[token] && (m->kind == DL_NAME_PERSON || m->kind == DL_NAME_GROUP || m->actor.size) ? m : NULL;
}

bool dl_is_somebody(const dl_reading *r, uint32_t token) {
    return somebody(r, token) != NULL;
}

/* What is told of a crowd tells somebody else: "two men, a teacher and | a priest". A name is no news of one. */
static bool tells_more(const dl_reading *r, uint32_t crowd, uint32_t one) {
    const dl_mention *m = somebody(r, one), *all = r->doc->mentions.rows;
    if (!m || m->kind == DL_NAME_FACILITY || !m->actor.size) return false;
    for (uint32_t i = r->mention_at[crowd]; i && i < r->doc->mentions.count && all[i].head == crowd; i++)
        if (dl_bytes_equal(m->actor, all[i].actor)) return false;
    return true;
}

/* "Six people, | including a priest", "men of the village, | two nurses and a priest": those that are told of a crowd without a name. */
static void add_told_of(const dl_reading *r, dl_heads *heads, uint32_t crowd, uint32_t one) {
    const dl_mention *all = &r->doc->mentions.rows[r->mention_at[crowd]];
    bool many = dl_at(r, crowd)->xpos == DL_XPOS_NNS && !(r->mention_at[crowd] && all->named);
    if (!many || one < crowd) return;
    bool included = dl_base_of(r, one) == DL_DEP_NMOD && dl_child_lemma(r, one, DL_DEP_CASE, "including include");
    bool list = dl_at(r, one)->deprel == DL_DEP_APPOS && dl_child(r, one, DL_DEP_CONJ) && !dl_child(r, one, DL_DEP_CASE);
    if (!included && (!list || (r->mention_at[crowd] && all->actor.size > 3))) return;
    uint32_t seen = 0;
    if (tells_more(r, crowd, one)) dl_heads_add(heads, one);
    for (uint32_t c = r->child[one]; c && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (dl_at(r, c)->deprel == DL_DEP_CONJ && tells_more(r, crowd, c)) dl_heads_add(heads, c);
}

/* "Germany, | France and Norway", "Kenya's president, | Uganda's premier and the king": one of another land, in a row that the parser hung on the
 * first.
 */
static bool in_row(const dl_reading *r, uint32_t first, uint32_t one) {
    dl_deprel relation = dl_at(r, one)->deprel;
    if (one < first || (relation != DL_DEP_NMOD_UNMARKED && relation != DL_DEP_APPOS) || !r->mention_at[first] || !r->mention_at[one]) return false;
    const dl_mention *a = &r->doc->mentions.rows[r->mention_at[first]], *b = &r->doc->mentions.rows[r->mention_at[one]];
    dl_bytes here = dl_actor_country(a->actor), there = dl_actor_country(b->actor);
    bool alike = a->kind == b->kind && (a->named || a->actor.size > 3) && here.size && there.size && !dl_bytes_equal(here, there);
    if (!alike || !dl_lemma_is(r, one - 1, ",")) {
        uint32_t owner = alike ? dl_child(r, one, DL_DEP_NMOD_POSS) : 0; /* "president, | Uganda's premier" */
        if (!owner || !dl_lemma_is(r, owner - 1, ",")) return false;
    }
    uint32_t last = dl_child(r, one, DL_DEP_CONJ);
    if (!last) last = dl_child(r, first, DL_DEP_CONJ);
    return last > one;
}

/* "Blamed | not the army but the rebels": the first of the two is not meant. */
static bool is_denied(const dl_reading *r, uint32_t token) {
    uint32_t not_he = dl_child_lemma(r, token, DL_DEP_ADVMOD, "not"), other = not_he ? dl_child(r, token, DL_DEP_CONJ) : 0;
    return other && not_he < token && !dl_child_lemma(r, token, DL_DEP_ADVMOD, "only just merely") && dl_child_lemma(r, other, DL_DEP_CC, "but") &&
           !dl_child_lemma(r, other, DL_DEP_ADVMOD, "also");
}

/* "Mayor Juan Paz and | bishop Ana Cole", "senators Rubio, | Lee and Perdue": the other names, hung on the first. */
static void add_named(const dl_reading *r, dl_heads *heads, uint32_t name) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[name]; c && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (dl_at(r, c)->deprel == DL_DEP_CONJ && r->mention_at[c] && r->doc->mentions.rows[r->mention_at[c]].kind == DL_NAME_PERSON)
            dl_heads_add(heads, c);
}

/* "President Jean Roux, | Chancellor Olaf Kern and Premier Ana Cole": another person of a row, named behind an office; or 0. */
static uint32_t other_person(const dl_reading *r, uint32_t first, uint32_t office) {
    const dl_mention *a = &r->doc->mentions.rows[r->mention_at[first]];
    if (!r->mention_at[first] || a->kind != DL_NAME_PERSON || !a->named || office < first) return 0;
    uint32_t flat = dl_child(r, office, DL_DEP_FLAT), name = r->mention_at[office] ? office : flat;
    const dl_mention *b = &r->doc->mentions.rows[r->mention_at[name]];
    if (!name || !r->mention_at[name] || b->kind != DL_NAME_PERSON || !b->named || !b->actor.size || b->entity == a->entity) return 0;
    bool row = dl_child(r, name, DL_DEP_CONJ) > name || dl_child(r, first, DL_DEP_CONJ) > name || (flat && dl_child(r, flat, DL_DEP_CONJ));
    return row ? name : 0;
}

/* "Traders from Peru | and Chile" are told of twice by their own phrase: the second land is nobody else, wherever the tree hung it. */
static bool is_theirs(const dl_reading *r, uint32_t crowd, uint32_t land) {
    const dl_mention *all = r->doc->mentions.rows, *of = &all[r->mention_at[land]];
    if (!r->mention_at[crowd] || !r->mention_at[land] || of->kind != DL_NAME_PLACE || of->actor.size != 3) return false;
    for (uint32_t i = r->mention_at[crowd] + 1; i < r->doc->mentions.count && all[i].head == crowd; i++)
        if (all[i].actor.size > 3 && dl_bytes_equal(dl_actor_country(all[i].actor), of->actor)) return true;
    return false;
}

/* "Chad's rebels | and Niger's police fled", hung on the verb side by side; or 0. */
static uint32_t sister(const dl_reading *r, uint32_t token) {
    uint32_t next = r->sibling[token];
    bool same = next > token && dl_base_of(r, token) == DL_DEP_NSUBJ && dl_at(r, next)->deprel == dl_at(r, token)->deprel;
    return same && somebody(r, token) && somebody(r, next) && dl_child_lemma(r, next, DL_DEP_CC, "and") ? next : 0;
}

/* "Protesters, many of them | women": said of the protesters, and nobody else. */
static bool are_of_them(const dl_reading *r, uint32_t noun) {
    uint32_t part = dl_child(r, noun, DL_DEP_NSUBJ);
    return part && part + 2 < noun && dl_lemma_is(r, part + 1, "of") && dl_at(r, part + 2)->upos == DL_UPOS_PRON && !dl_child(r, noun, DL_DEP_COP);
}

/* "The Republic of Chad's | army", with the army hung on the republic: whose name ends with the owner is not meant himself. */
static uint32_t owned_by(const dl_reading *r, uint32_t token) {
    const dl_mention *land = &r->doc->mentions.rows[r->mention_at[token]];
    uint32_t noun = r->mention_at[token] && land->kind == DL_NAME_PLACE && dl_lemma_is(r, token + 1, "of") ? dl_child(r, token, DL_DEP_NMOD) : 0;
    uint32_t owner = noun && r->mention_at[noun] ? dl_child(r, noun, DL_DEP_NMOD_POSS) : 0;
    bool inside = owner > token && dl_at(r, owner)->span.end <= land->span.end;
    return inside && dl_at(r, noun)->span.begin >= land->span.end ? noun : token;
}

void dl_heads_add_all(const dl_reading *r, dl_heads *heads, uint32_t token) {
    uint32_t seen = 0;
    if (!token) return;
    token = owned_by(r, token);
    if (!is_denied(r, token)) dl_heads_add(heads, token);
    bool opened = dl_child(r, token, DL_DEP_CASE) != 0;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        if (dl_at(r, c)->deprel == DL_DEP_CONJ) {
            bool other_phrase = !opened && dl_child(r, c, DL_DEP_CASE) && dl_at(r, c)->xpos != DL_XPOS_PRP_POSS && dl_child(r, c, DL_DEP_CASE) < c;
            bool excepted = dl_child_lemma(r, c, DL_DEP_ADVMOD, "not") && dl_child(r, c, DL_DEP_CC); /* "Kenya, | but not Chad, signed" */
            excepted = excepted || dl_child_lemma(r, c, DL_DEP_CC, "rather instead");                /* "the army | rather than the police" */
            excepted = excepted || are_of_them(r, c);
            if (!other_phrase && !excepted && !is_theirs(r, token, c)) dl_heads_add(heads, c); /* "diplomats here | and throughout the region" */
        } else if (base == DL_DEP_NMOD || base == DL_DEP_APPOS) {
            if (in_row(r, token, c)) {
                dl_heads_add(heads, c);
                dl_heads_add(heads, dl_child(r, c, DL_DEP_CONJ));
            }
            if (base == DL_DEP_APPOS && c == token + 1 && r->mention_at[token]) add_named(r, heads, c);
            uint32_t other = base == DL_DEP_APPOS ? other_person(r, token, c) : 0;
            if (other) {
                dl_heads_add(heads, other);
                add_named(r, heads, other);
                if (dl_child(r, other, DL_DEP_FLAT)) add_named(r, heads, dl_child(r, other, DL_DEP_FLAT));
            }
            add_told_of(r, heads, token, c);
        } else if (base == DL_DEP_FLAT && r->mention_at[token]) /* "Chancellor | Olaf Kern and Ana Cole" */
            add_named(r, heads, c);
    }
    if (sister(r, token)) dl_heads_add(heads, sister(r, token));
}

/* The phrase with "along with", "together with" or "alongside" that a word opens, or 0. */
static uint32_t beside_whom(const dl_reading *r, uint32_t phrase) {
    uint32_t with = dl_child(r, phrase, DL_DEP_CASE);
    if (!with) return 0;
    if (dl_bytes_is(dl_at(r, with)->lemma, "along")) with++; /* two openers of one phrase */
    dl_bytes opener = dl_at(r, with)->lemma, before = dl_at(r, with - 1)->lemma;
    if (dl_bytes_is(opener, "alongside")) return with;
    return dl_bytes_is(opener, "with") && (dl_bytes_is(before, "along") || dl_bytes_is(before, "together")) ? with : 0;
}

void dl_add_companions(const dl_reading *r, dl_heads *found, uint32_t verb, uint32_t head, bool of_object) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[head]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        dl_bytes adverb = base == DL_DEP_ADVMOD ? dl_at(r, c)->lemma : (dl_bytes){0};
        if (dl_bytes_is(adverb, "together") || dl_bytes_is(adverb, "along")) /* "Norway, | together with Chad" */
            for (uint32_t p = r->child[c], more = 0; p && more++ < DL_CHILDREN; p = r->sibling[p])
                if (beside_whom(r, p) && somebody(r, p) && (!of_object || p > verb)) dl_heads_add_all(r, found, p);
        if ((base != DL_DEP_OBL && base != DL_DEP_NMOD) || (of_object && c < verb)) continue;
        uint32_t joint = of_object && dl_at(r, c)->deprel == DL_DEP_OBL ? dl_child(r, c, DL_DEP_CC) : 0;
        bool too = joint && dl_bytes_is(dl_at(r, joint)->lemma, "as"); /* "the mayor | as well as the bishop" */
        if ((beside_whom(r, c) || too) && somebody(r, c)) dl_heads_add_all(r, found, c);
    }
}

/* "Arrested the mayor on Monday and | the bishop on Tuesday", "jailed him for six years and | her for two", with the second hung on the phrase behind
 * the first, or on the verb. */
void dl_add_gapped(const dl_reading *r, dl_heads *found, uint32_t verb, uint32_t first) {
    uint32_t seen = 0;
    const dl_mention *m = first ? somebody(r, first) : NULL;
    if (!m || m->kind == DL_NAME_PLACE) return;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        if (c < first || c < verb) continue;
        bool phrase = dl_base_of(r, c) == DL_DEP_OBL && !somebody(r, c) && dl_child(r, c, DL_DEP_CASE);
        uint32_t second = dl_at(r, c)->deprel == DL_DEP_CONJ ? c : phrase ? dl_child(r, c, DL_DEP_CONJ) : 0;
        const dl_mention *s = second ? somebody(r, second) : NULL;
        bool noun = s && s->kind != DL_NAME_PLACE && (dl_at(r, second)->upos == DL_UPOS_NOUN || dl_at(r, second)->upos == DL_UPOS_PROPN);
        uint32_t last = noun && r->child[second] ? r->child[second] : 0, more = 0;
        while (last && r->sibling[last] && more++ < DL_CHILDREN) last = r->sibling[last];
        bool own = last > second && (dl_child(r, last, DL_DEP_CASE) || r->time_at[last]); /* "the bishop | on Tuesday" */
        own = own || (second + 1 < r->doc->tokens.count && dl_at(r, second + 1)->upos == DL_UPOS_ADP);
        own = own || (last <= second && dl_at(r, second + 1)->upos == DL_UPOS_PUNCT &&
                      second + 2 >= dl_sentence_end(&r->doc->sentences.rows[dl_at(r, second)->sentence]));
        bool joined = noun && dl_child_lemma(r, second, DL_DEP_CC, "and") && !dl_child(r, second, DL_DEP_ACL) && !dl_child(r, second, DL_DEP_OBJ) &&
                      !dl_child(r, second, DL_DEP_CASE) && !dl_child(r, second, DL_DEP_NSUBJ) && !dl_child(r, second, DL_DEP_COP);
        if (joined && own) dl_heads_add(found, second);
    }
}

/* A noun hung on the object that is no part of it: it has its article or is of another number ("gave | the villagers food", "sent Mali | 300 men").
 */
static bool stands_apart(const dl_reading *r, uint32_t verb, uint32_t noun, uint32_t object) {
    const dl_mention *m = somebody(r, noun), *o = &r->doc->mentions.rows[r->mention_at[object]];
    unsigned xpos = dl_at(r, noun)->xpos;
    if (!m || m->kind == DL_NAME_FACILITY || m->kind == DL_NAME_NATIONALITY || dl_child(r, noun, DL_DEP_CASE)) return false;
    if (r->mention_at[object] && dl_span_overlap(o->span, m->span)) return false;
    bool many = xpos == DL_XPOS_NNS || xpos == DL_XPOS_NNPS, closed = noun + 1 < object && dl_at(r, noun + 1)->upos != DL_UPOS_NOUN;
    bool article = dl_at(r, verb + 1)->upos == DL_UPOS_DET || dl_at(r, verb + 1)->deprel == DL_DEP_NMOD_POSS;
    bool name = m->named && m->kind == DL_NAME_PERSON;
    if (r->mention_at[object] && (o->kind == DL_NAME_PERSON || o->kind == DL_NAME_GROUP)) return closed && dl_at(r, noun + 1)->upos == DL_UPOS_NUM;
    unsigned of = dl_at(r, object)->xpos;
    bool mass =
        dl_lemma_among(r, object,
                       "access entry bail food water aid asylum refuge sanctuary shelter money support permission help assistance compensation "
                       "amnesty immunity independence autonomy citizenship medicine shelter clemency parole residency admission protection");
    return many || name || (article && (mass || of == DL_XPOS_NNS || closed)) || (closed && dl_at(r, noun + 1)->upos == DL_UPOS_NUM);
}

uint32_t dl_receiver(const dl_reading *r, uint32_t verb) {
    uint32_t object = dl_child(r, verb, DL_DEP_OBJ), seen = 0;
    uint32_t to = object > verb + 1 ? dl_phrase_of(r, verb, DL_LIT("to")) : 0;
    if (object <= verb + 1 || dl_is_passive(r, verb) || (to > object && somebody(r, to))) return 0; /* "offered US $ 1 million to him" */
    if (!dl_lemma_among(
            r, verb,
            "give deny grant hand send offer promise award lend refuse sell pay owe deal allow guarantee supply bring show tell teach set serve"))
        return 0;
    for (uint32_t c = r->child[object]; c && c < object && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        bool before = base == DL_DEP_AMOD || base == DL_DEP_COMPOUND || base == DL_DEP_NSUBJ || dl_at(r, c)->deprel == DL_DEP_NMOD_UNMARKED;
        if (before && c > verb && stands_apart(r, verb, c, object)) return c;
    }
    return 0;
}
