#include "event/meant.h"

#include "event/edges.h"
#include "event/lexicon.h"

enum { MENTIONS_BACK = 48, WORDS_BACK = 60 };

static uint32_t phrase_with_of(const dl_reading *r, uint32_t token) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        if ((base == DL_DEP_NMOD || base == DL_DEP_OBL) && dl_has_case(r, c, DL_LIT("of"))) return c;
        if (base == DL_DEP_ACL && dl_child_lemma(r, c, DL_DEP_MARK, "of")) return c;
    }
    return 0;
}

dl_heads dl_counted_all(const dl_reading *r, uint32_t token) {
    dl_heads found = {0};
    for (uint32_t t = token, steps = 0; t && steps < 3; steps++) {
        uint32_t next = phrase_with_of(r, t); /* first, for it is what few nouns have */
        if (!next) break;
        unsigned upos = dl_at(r, t)->upos; /* "the largest of the roadblocks" */
        bool most = upos == DL_UPOS_ADJ && (dl_at(r, t)->xpos == DL_XPOS_JJS || dl_lemma_among(r, t, "first last"));
        if (upos != DL_UPOS_NUM && !most && !dl_in_sets(r, t, DL_SET(partitive) | DL_SET(period))) break; /* "in three days of fighting" */
        dl_heads_add(&found, next);
        t = next;
    }
    return found;
}

uint32_t dl_counted(const dl_reading *r, uint32_t token) {
    dl_heads all = dl_counted_all(r, token);
    return all.count ? all.rows[all.count - 1] : 0;
}

uint32_t dl_measured(const dl_reading *r, uint32_t token) {
    if (!phrase_with_of(r, token)) return 0;
    bool quantity = dl_at(r, token)->upos == DL_UPOS_NUM ||
                    dl_lemma_among(r, token,
                                   "number dozen hundred thousand million score some many most all several couple handful majority lot half none "
                                   "both each few any two-thirds one");
    return quantity ? dl_counted(r, token) : 0;
}

uint32_t dl_called_what(const dl_reading *r, uint32_t token) {
    if (!dl_lemma_is(r, token, "what")) return 0;
    uint32_t clause = dl_child(r, token, DL_DEP_ACL_RELCL), seen = 0;
    if (!clause) return 0;
    if (dl_child(r, clause, DL_DEP_COP)) return dl_at(r, clause)->upos == DL_UPOS_NOUN ? clause : 0; /* "what police said was | a bomb" */
    if (!dl_lemma_among(r, clause, "call describe term dub label brand say see consider regard believe think suspect appear seem know deem"))
        return 0;
    for (uint32_t c = r->child[clause]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        bool said = base == DL_DEP_XCOMP || base == DL_DEP_OBJ || (base == DL_DEP_OBL && dl_has_case(r, c, DL_LIT("as")));
        said = said || (base == DL_DEP_CCOMP && dl_child(r, c, DL_DEP_COP));
        if (c > clause && said && (dl_at(r, c)->upos == DL_UPOS_NOUN || dl_at(r, c)->upos == DL_UPOS_PROPN)) return c;
    }
    return 0;
}

/* What a pronoun was last called by a noun, where it is known whom or what it means; 0 where it was called nothing. */
static uint32_t named_before(const dl_reading *r, uint32_t token) {
    uint32_t m = r->mention_at[token], entity = r->doc->mentions.rows[m].entity;
    if (!m || !entity) return 0;
    for (uint32_t i = m; i-- > 1 && i + MENTIONS_BACK > m;) {
        const dl_mention *before = &r->doc->mentions.rows[i];
        if (before->entity == entity && before->head && dl_at(r, before->head)->upos != DL_UPOS_PRON) return before->head;
    }
    return 0;
}

static bool is_plural(const dl_reading *r, uint32_t token) {
    return dl_at(r, token)->xpos == DL_XPOS_NNS || dl_at(r, token)->xpos == DL_XPOS_NNPS;
}

/* Whether a noun may be what a pronoun, or a bare number, behind it stands for. Who is known by name or does what is told is not "it" here. */
static bool may_be_meant(const dl_reading *r, uint32_t noun, uint32_t token, bool many) {
    const dl_token *n = dl_at(r, noun);
    dl_deprel base = dl_base_of(r, noun);
    if (n->upos != DL_UPOS_NOUN || r->time_at[noun] || is_plural(r, noun) != many) return false;
    if (dl_deprel_base(dl_at(r, token)->deprel) != DL_DEP_NSUBJ && n->head == dl_at(r, token)->head) return false; /* "the army moved it" */
    return base == DL_DEP_NSUBJ || base == DL_DEP_OBJ || base == DL_DEP_OBL || base == DL_DEP_NMOD || base == DL_DEP_ROOT || base == DL_DEP_CONJ ||
           base == DL_DEP_APPOS || base == DL_DEP_XCOMP;
}

/* How much a sentence speaks of a noun in it: of its subject most. */
static int prominence(const dl_reading *r, uint32_t noun) {
    dl_deprel base = dl_base_of(r, noun);
    return base == DL_DEP_NSUBJ ? 3 : base == DL_DEP_OBJ ? 2 : 1;
}

/* "A truce was near. Iran floated | it", "refugees came; guards let dozens through": the two nouns of its number of which the sentence before, and
 * its own up to it, speak most, for a word of which nothing tells what it means. */
static void add_candidates(const dl_reading *r, dl_heads *found, uint32_t token, bool many) {
    uint32_t s = dl_at(r, token)->sentence, first = r->doc->sentences.rows[s > 1 ? s - 1 : s].first_token, best[2] = {0};
    int most[2] = {0};
    for (uint32_t t = token, steps = 0; t-- > first && steps < WORDS_BACK; steps++) {
        int points = may_be_meant(r, t, token, many) ? 2 * prominence(r, t) + (dl_at(r, t)->sentence == s) : 0;
        if (points > most[0])
            best[1] = best[0], most[1] = most[0], best[0] = t, most[0] = points;
        else if (points > most[1])
            best[1] = t, most[1] = points;
    }
    for (uint32_t i = 0; i < 2; i++)
        if (best[i]) dl_heads_add(found, best[i]);
}

/* "Makes | it impossible to", "found it hard", "takes it seriously": "it" stands for nothing told before. */
static bool is_expletive(const dl_reading *r, uint32_t it) {
    return dl_base_of(r, it) == DL_DEP_OBJ && dl_lemma_among(r, dl_at(r, it)->head, "make find consider deem think take");
}

/* "Guards let | dozens through", "captured 22": a number alone that acts or is acted upon. */
bool dl_counts_nothing(const dl_reading *r, uint32_t token) {
    dl_deprel base = dl_base_of(r, token);
    unsigned upos = dl_at(r, token)->upos;
    bool alone = base == DL_DEP_NSUBJ || base == DL_DEP_OBJ;
    if (!alone || (upos != DL_UPOS_NUM && upos != DL_UPOS_NOUN)) return false;
    if (r->time_at[token] || dl_child(r, token, DL_DEP_NMOD) || dl_child(r, token, DL_DEP_COMPOUND)) return false;
    return upos == DL_UPOS_NUM || dl_lemma_among(r, token, "dozen hundred thousand score");
}

/* "| Judge Carlos Lopez", "Prime | Minister Lopez": the title right in front of a person's name. */
static void add_title(const dl_reading *r, dl_heads *found, uint32_t name) {
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[name]];
    if (!r->mention_at[name] || m->kind != DL_NAME_PERSON || !m->named) return;
    uint32_t t = name, first = r->doc->sentences.rows[dl_at(r, name)->sentence].first_token;
    while (t > first && dl_at(r, t)->span.begin >= m->span.begin) t--;
    unsigned upos = dl_at(r, t)->upos;
    bool joined = dl_at(r, t)->head > t && dl_at(r, t)->head <= name;
    if (t < name && joined && (upos == DL_UPOS_PROPN || upos == DL_UPOS_NOUN) && dl_at(r, t)->span.end < m->span.begin) dl_heads_add(found, t);
}

/* "Carlos Lopez, | a general", "Lopez, who is a general": what a name is said to be. */
static void add_said_of_name(const dl_reading *r, dl_heads *found, uint32_t name) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[name]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel relation = dl_at(r, c)->deprel;
        bool noun = dl_at(r, c)->upos == DL_UPOS_NOUN;
        if (noun && c > name && (relation == DL_DEP_APPOS || (relation == DL_DEP_ACL_RELCL && dl_child(r, c, DL_DEP_COP)))) dl_heads_add(found, c);
    }
    add_title(r, found, name);
}

dl_heads dl_meant_by(const dl_reading *r, uint32_t token) {
    const dl_token *t = dl_at(r, token);
    uint32_t noun = t->xpos == DL_XPOS_PRP ? named_before(r, token) : token;
    dl_heads found = {0};
    if (!noun) return found;
    found = dl_counted_all(r, noun);
    if (noun != token) dl_heads_add(&found, noun);
    uint32_t called = dl_called_what(r, noun);
    if (called) dl_heads_add(&found, called);
    return found;
}

dl_heads dl_may_mean(const dl_reading *r, uint32_t token) {
    dl_heads found = dl_meant_by(r, token);
    for (uint32_t i = 0; i < 1 + found.count; i++) {
        uint32_t name = i ? found.rows[i - 1] : token;
        if (dl_at(r, name)->upos == DL_UPOS_PROPN) add_said_of_name(r, &found, name);
    }
    if (found.count) return found;
    bool it = dl_lemma_is(r, token, "it"), they = dl_lemma_among(r, token, "they them");
    if ((it && !is_expletive(r, token)) || they || dl_counts_nothing(r, token)) add_candidates(r, &found, token, !it);
    return found;
}
