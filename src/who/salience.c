/* How near to hand a thing is for a pronoun, by the grounds of Lappin and Leass (1994): what it is in its sentence, how far back, how often told of.
 * All weights stand in one table. Nouns that no mention is made of ("the report") are weighed as well: where one of them is nearer, the pronoun means
 * it, and so nobody. */
#include "know/code.h"
#include "who/refer.h"

/* ground, points */
#define DL_WHO_GROUNDS(X)                                                                                                   \
    X(SUBJECT, 60)                                                                                                          \
    X(OBJECT, 35)                                                                                                           \
    X(POSSESSOR, 30)                                                                                                        \
    X(OTHER_ROLE, 30)                                                                                                       \
    X(SAME_SENTENCE, 30)                                                                                                    \
    X(JOINED, 20)             /* in the clause that the pronoun's goes on from: "Cole asked the mayor, but | he refused" */ \
    X(OWNER_IN_SENTENCE, 45)  /* of "his" */                                                                                \
    X(OBJECT_IN_SENTENCE, 20) /* "broke with Stone and urged | him" */                                                      \
    X(SENTENCE_BEFORE, 15)                                                                                                  \
    X(FURTHER_BACK, -8) /* each sentence */                                                                                 \
    X(NAMED, 4)                                                                                                             \
    X(TOLD_OF, 3)             /* each time, up to six: a person of whom much is told */                                     \
    X(GOES_ON, 5)             /* meant by a pronoun: what the text goes on about */                                         \
    X(PARALLEL, 4)            /* both are subjects, or objects */                                                           \
    X(SPEAKER, 40)            /* "Stone said | he would" */                                                                 \
    X(IN_ROW, 60)             /* "Lopez and | his aides" */                                                                 \
    X(ACCUSED, 40)            /* "Stone accused Cole of saying | he wanted more": what somebody is accused of is his */     \
    X(GENDER_TOLD, 8)         /* who is known to be a woman, before who may be one */                                       \
    X(OTHER_GENDER, -70)      /* who was "she" to a pronoun before */                                                       \
    X(OWNS_BOTH, 25)          /* "his father and | his mother" */                                                           \
    X(ONE_BODY, -12)          /* "the ministry said they would", but rather of several */                                   \
    X(LAW_IN_CUSTODY, -50)    /* who is jailed is not of police or court */                                                 \
    X(REPORTER, -40)          /* who only reports is seldom spoken of */                                                    \
    X(OUTSIDE_QUOTE, -45)     /* inside his words a speaker calls himself I */                                              \
    X(NO_MENTION, -5)         /* a noun that is nobody's */                                                                 \
    X(NO_MENTION_OF_MANY, -5) /* likewise, for "they" */                                                                    \
    X(CLAUSE, 70)             /* what the sentence before tells, for "it" */                                                \
    X(CLAUSE_THAT_IS, 25)     /* "it is a pity" */                                                                          \
    X(CLAUSE_AS_OBJECT, 15)   /* "nobody expected it" */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
enum {
#define X(name, points) G_##name,
    DL_WHO_GROUNDS(X)
#undef X
        G_COUNT
};
static int g[G_COUNT] = {
#define X(name, points) points,
    DL_WHO_GROUNDS(X)
#undef X
};
__attribute__((constructor)) static void tune(void) {
    static const char *names[] = {
#define X(name, points) #name,
        DL_WHO_GROUNDS(X)
#undef X
    };
    for (int i = 0; i < G_COUNT; i++) {
        const char *e = getenv(names[i]);
        if (e) g[i] = atoi(e);
    }
}
#define SUBJECT g[G_SUBJECT]
#define OBJECT g[G_OBJECT]
#define POSSESSOR g[G_POSSESSOR]
#define OTHER_ROLE g[G_OTHER_ROLE]
#define SAME_SENTENCE g[G_SAME_SENTENCE]
#define JOINED g[G_JOINED]
#define OWNER_IN_SENTENCE g[G_OWNER_IN_SENTENCE]
#define OBJECT_IN_SENTENCE g[G_OBJECT_IN_SENTENCE]
#define SENTENCE_BEFORE g[G_SENTENCE_BEFORE]
#define FURTHER_BACK g[G_FURTHER_BACK]
#define NAMED g[G_NAMED]
#define TOLD_OF g[G_TOLD_OF]
#define GOES_ON g[G_GOES_ON]
#define PARALLEL g[G_PARALLEL]
#define SPEAKER g[G_SPEAKER]
#define IN_ROW g[G_IN_ROW]
#define ACCUSED g[G_ACCUSED]
#define GENDER_TOLD g[G_GENDER_TOLD]
#define OTHER_GENDER g[G_OTHER_GENDER]
#define OWNS_BOTH g[G_OWNS_BOTH]
#define ONE_BODY g[G_ONE_BODY]
#define LAW_IN_CUSTODY g[G_LAW_IN_CUSTODY]
#define REPORTER g[G_REPORTER]
#define OUTSIDE_QUOTE g[G_OUTSIDE_QUOTE]
#define NO_MENTION g[G_NO_MENTION]
#define CLAUSE g[G_CLAUSE]
#define CLAUSE_THAT_IS g[G_CLAUSE_THAT_IS]
#define CLAUSE_AS_OBJECT g[G_CLAUSE_AS_OBJECT]
#define NO_MENTION_OF_MANY g[G_NO_MENTION_OF_MANY]

enum { MOST_TOLD = 6, RIVALS_BACK = 120 /* words */ };

static const dl_token *head_of(const dl_scene *s, const dl_draft *d) {
    return dl_who_token(s, d->mention.head);
}

static bool is_object(const dl_token *w) {
    return w->deprel == DL_DEP_OBJ || w->deprel == DL_DEP_IOBJ;
}

static bool is_subject(const dl_token *w) {
    return dl_deprel_base(w->deprel) == DL_DEP_NSUBJ;
}

/* What a word is in its sentence, and how far from the pronoun that stands. */
static int32_t place_of(const dl_scene *s, const dl_draft *pronoun, const dl_token *w, bool subject) {
    uint32_t away = pronoun->mention.sentence - w->sentence;
    const dl_token *p = head_of(s, pronoun);
    int32_t points = subject ? SUBJECT : is_object(w) ? OBJECT : w->deprel == DL_DEP_NMOD_POSS ? POSSESSOR : OTHER_ROLE;
    if (away == 0) return points + (p->xpos == DL_XPOS_PRP_POSS ? OWNER_IN_SENTENCE : SAME_SENTENCE);
    if ((subject && is_subject(p)) || (is_object(w) && is_object(p))) points += PARALLEL;
    return points + (away == 1 ? SENTENCE_BEFORE : FURTHER_BACK * (int32_t)(away - 1));
}

/* "Lopez and | his aides" */
static bool in_row_with(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    bool possessive = head_of(s, pronoun)->xpos == DL_XPOS_PRP_POSS;
    return possessive && d->last + 2 == pronoun->first && dl_bytes_among(dl_token_text(s->doc, d->last + 1), "and &");
}

/* "Police caught two men. | They were jailed": whom the law has in its hands. */
static bool is_in_custody(const dl_scene *s, const dl_draft *pronoun) {
    const dl_token *w = head_of(s, pronoun);
    bool patient = w->deprel == DL_DEP_NSUBJ_PASS || w->deprel == DL_DEP_OBJ;
    return patient && w->head &&
           dl_bytes_among(dl_who_token(s, w->head)->lemma,
                          "arrest detain jail imprison sentence convict indict charge deport extradite acquit torture release free");
}

static bool is_accused(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_token *w = head_of(s, d);
    bool accused = (w->deprel == DL_DEP_OBJ || w->deprel == DL_DEP_NSUBJ_PASS) &&
                   dl_bytes_among(dl_who_token(s, w->head)->lemma, "accuse suspect convict charge");
    return accused && w->sentence == pronoun->mention.sentence && w->head < pronoun->first && d->last < pronoun->first;
}

/* "Stone said | he would": who says or thinks it is the subject of what he says. */
static bool says_it(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_token *p = head_of(s, pronoun), *w = head_of(s, d);
    if (!is_subject(p) || w->sentence != p->sentence || !p->head) return false;
    const dl_token *said = dl_who_token(s, p->head);
    while (said->deprel == DL_DEP_CONJ && said->head) said = dl_who_token(s, said->head);
    if (said->deprel != DL_DEP_CCOMP || !said->head || !dl_who_speaks(s, said->head)) return false;
    const dl_token *verb = dl_who_token(s, said->head);
    if (verb->deprel != DL_DEP_ACL_RELCL) return d->subject && said->head == w->head;
    uint32_t who = dl_who_child(s, said->head, DL_DEP_NSUBJ); /* "Cole, who had told Reed | he would" */
    return who && dl_who_token(s, who)->xpos == DL_XPOS_WP && verb->head == d->mention.head;
}

int32_t dl_who_salience(dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_entity *e = dl_who_entity_of(s, d);
    const dl_token *w = head_of(s, d), *p = head_of(s, pronoun);
    bool person = dl_who_is_person(d);
    int32_t points = place_of(s, pronoun, w, d->subject);
    if (w->sentence == p->sentence && is_object(p) && person) points += OBJECT_IN_SENTENCE;
    if (d->mention.named) points += NAMED;
    if (d->pronoun) points += GOES_ON;
    if (person) points += TOLD_OF * (e->times < MOST_TOLD ? e->times : MOST_TOLD);
    if (person && e->told) points += GENDER_TOLD;
    if (person && e->gender && dl_who_gender(s, pronoun) && e->gender != dl_who_gender(s, pronoun)) points += OTHER_GENDER;
    bool owners = d->pronoun && w->xpos == DL_XPOS_PRP_POSS && p->xpos == DL_XPOS_PRP_POSS && w->sentence == p->sentence;
    if (owners && dl_bytes_alike(dl_token_text(s->doc, d->first), dl_token_text(s->doc, pronoun->first))) points += OWNS_BOTH;
    if (w->sentence == p->sentence && is_subject(p) && dl_who_token(s, p->head)->deprel == DL_DEP_CONJ) points += JOINED;
    if (says_it(s, pronoun, d)) points += SPEAKER;
    if (in_row_with(s, pronoun, d)) points += IN_ROW;
    if (is_accused(s, pronoun, d)) points += ACCUSED;
    bool body = d->mention.kind == DL_NAME_ORGANISATION && d->mention.named && !d->mention.plural;
    if (body && pronoun->mention.plural) points += ONE_BODY;
    if (dl_actor_is_of(dl_who_actor_of(s, d), "COP JUD") && is_in_custody(s, pronoun)) points += LAW_IN_CUSTODY;
    bool reports = !d->subject || !w->head || dl_who_speaks(s, w->head);
    if (person && reports && dl_bytes_finish(e->actor, "JRN")) points += REPORTER;
    if (dl_who_outside_quote(s, pronoun, d)) points += OUTSIDE_QUOTE;
    return points;
}

/* A noun of the pronoun's number that is in no mention and carries its phrase. `named`: names only, which the tagger knew nothing of. */
static bool is_rival(const dl_scene *s, uint32_t t, bool many, bool named) {
    const dl_token *w = dl_who_token(s, t);
    const dl_who_mark *m = &s->marks[t];
    if (w->upos != DL_UPOS_PROPN && (named || w->upos != DL_UPOS_NOUN)) return false;
    if ((w->xpos == DL_XPOS_NNS || w->xpos == DL_XPOS_NNPS) != many || m->timed) return false;
    if (m->draft || m->name) {
        const dl_draft *d = &s->drafts.rows[m->draft];
        bool thing = m->draft && d->mention.head == t && (d->mention.kind == DL_NAME_FACILITY || d->mention.kind == DL_NAME_PLACE);
        if (!thing || named || d->country.size) return false;
    }
    dl_deprel base = dl_deprel_base(w->deprel);
    return base == DL_DEP_NSUBJ || base == DL_DEP_OBJ || base == DL_DEP_IOBJ || base == DL_DEP_OBL || base == DL_DEP_NMOD || base == DL_DEP_CONJ ||
           base == DL_DEP_ROOT || base == DL_DEP_APPOS;
}

/* "Stone resigned. | It was a surprise" */
static int32_t clause_of(const dl_scene *s, const dl_draft *pronoun) {
    const dl_token *p = head_of(s, pronoun);
    if (p->xpos == DL_XPOS_PRP_POSS || !p->head) return INT32_MIN;
    if (is_object(p)) return CLAUSE + CLAUSE_AS_OBJECT;
    return CLAUSE + (dl_who_child(s, p->head, DL_DEP_COP) ? CLAUSE_THAT_IS : 0);
}

int32_t dl_who_rival(const dl_scene *s, const dl_draft *pronoun, bool named) {
    bool many = pronoun->mention.plural;
    uint32_t back = pronoun->mention.sentence > DL_WHO_SENTENCES_BACK ? pronoun->mention.sentence - DL_WHO_SENTENCES_BACK : 1;
    int32_t most = many || named ? INT32_MIN : clause_of(s, pronoun);
    uint32_t from = s->doc->sentences.rows[back].first_token;
    if (pronoun->first > from + RIVALS_BACK) from = pronoun->first - RIVALS_BACK;
    for (uint32_t t = from; t < pronoun->first; t++) {
        if (!is_rival(s, t, many, named)) continue;
        const dl_token *w = dl_who_token(s, t), *p = head_of(s, pronoun);
        if (is_object(p) && is_subject(w) && w->head == p->head) continue;
        if (p->head == t) continue;
        int32_t points = place_of(s, pronoun, w, is_subject(w)) + (many ? NO_MENTION_OF_MANY : NO_MENTION);
        if (points > most) most = points;
    }
    return most;
}
