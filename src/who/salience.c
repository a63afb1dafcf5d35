/* How near to hand a thing is for a pronoun, by the grounds of Lappin and Leass (1994): what it is in its sentence, how far back, how often told of.
 * All weights stand in one table. Nouns that no mention is made of ("the report") are weighed as well: where one of them is nearer, the pronoun means
 * it, and so nobody. */
#include "know/code.h"
#include "who/refer.h"

enum { /* ground = points */
       SUBJECT = 60,
       POSSESSOR = 30,
       OTHER_ROLE = 35,
       SAME_SENTENCE = 30,
       OWNER_IN_SENTENCE = 45,  /* of "his" */
       OBJECT_IN_SENTENCE = 20, /* "broke with Stone and urged | him" */
       JOINED = 20,             /* "Cole asked the mayor, but | he refused" */
       SENTENCE_BEFORE = 15,
       FURTHER_BACK = -8, /* each sentence */
       PARALLEL = 4,      /* both are subjects, or objects, of two sentences */
       NAMED = 4,
       GOES_ON = 5,              /* meant by a pronoun: what the text goes on about */
       TOLD_OF = 3,              /* each time, up to six: a person of whom much is told */
       GENDER_TOLD = 8,          /* who is known to be a woman, before who may be one */
       OTHER_GENDER = -70,       /* who was "she" to a pronoun before */
       SPEAKER = 40,             /* "Stone said | he would" */
       SUSPECTS_OTHERS = -45,    /* "The ministry said | they were suspected of spying" */
       WANTS_RELEASE = -80,      /* "The union demanded | their release" */
       TOLD_OF_HARM = -500,      /* "Ten died, the ministry said. | It hit a market" */
       IN_ROW = 60,              /* "Lopez and | his aides" */
       OWNS_BOTH = 25,           /* "his father and | his mother" */
       ACCUSED = 40,             /* "Stone accused Cole of saying | he wanted more": what somebody is accused of is his */
       ONE_BODY = -12,           /* "the ministry said they would", but rather of several */
       LAW_IN_CUSTODY = -50,     /* who is jailed is not of police or court */
       TOOK_SOMEBODY = -45,      /* "Police arrested two men. | They were fined" */
       OWN_DEED = 50,            /* "condemned Chad for | its raid", "asked Chad to stop | its raids" */
       HARMS_IT = -60,           /* "Chad said Niger had attacked | its troops" */
       TOLD = 70,                /* "warned the rebels that | they would be attacked", "threatened Chad with sanctions if | it" */
       SPOKE_OF_HIM = -30,       /* "A doctor said the boy was well. | Rebels had shot him" */
       REPORTER = -40,           /* who only reports is seldom spoken of */
       OUTSIDE_QUOTE = -45,      /* inside his words a speaker calls himself I */
       NO_MENTION = -5,          /* a noun that is nobody's */
       NO_MENTION_OF_MANY = -15, /* likewise, for "they" */
       UNKNOWN_NAME = -20,       /* a name that the tagger knew nothing of, where only people and bodies will do */
       CLAUSE = 70,              /* what the sentence before tells, for "it" */
       CLAUSE_THAT_IS = 25,      /* "it is a pity" */
       CLAUSE_AS_OBJECT = 15,    /* "nobody expected it" */
       CLAUSE_DOES = -45         /* what happened does few things: "it came as a shock" */
};

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

/* "The attack hurt 30 people, the ministry said. | It struck a market": who only told of it, in no arms, is not what struck. */
static bool told_of_harm(dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_token *p = head_of(s, pronoun), *w = head_of(s, d);
    bool harms = p->deprel == DL_DEP_NSUBJ && !pronoun->mention.plural && p->head && w->sentence != p->sentence &&
                 dl_bytes_among(dl_who_token(s, p->head)->lemma, "strike hit kill destroy injure wound damage explode target leave tear sink crash");
    return harms && is_subject(w) && w->head && dl_who_speaks(s, w->head) && dl_who_child(s, w->head, DL_DEP_CCOMP) < d->first &&
           dl_actor_is_of(dl_who_actor_of(s, d), "GOV MED NGO");
}

/* "The union called for | their release": who asks for it is not held, nor is who holds them. */
static bool wants_release(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    enum { UP = 3 };
    const dl_token *p = head_of(s, pronoun), *w = head_of(s, d);
    bool owned = p->xpos == DL_XPOS_PRP_POSS && p->head && dl_bytes_among(dl_who_token(s, p->head)->lemma, "release freedom liberation extradition");
    if (!owned || !is_subject(w) || w->deprel == DL_DEP_NSUBJ_PASS || !w->head) return false;
    if (w->sentence != p->sentence) /* "Hamas holds ten hostages. The union demanded | their release" */
        return dl_bytes_among(dl_who_token(s, w->head)->lemma, "hold detain arrest abduct kidnap jail imprison seize capture take");
    uint32_t t = p->head;
    for (uint32_t steps = 0; t && t != w->head && steps < UP; steps++) t = dl_who_token(s, t)->head;
    return t && t == w->head && dl_bytes_among(dl_who_token(s, t)->lemma, "call demand urge seek request want appeal negotiate secure");
}

/* What a word is in its sentence, and how far from the pronoun that stands. */
static int32_t place_of(const dl_scene *s, const dl_draft *pronoun, const dl_token *w, bool subject) {
    uint32_t away = pronoun->mention.sentence - w->sentence;
    const dl_token *p = head_of(s, pronoun);
    int32_t points = subject ? SUBJECT : w->deprel == DL_DEP_NMOD_POSS ? POSSESSOR : OTHER_ROLE;
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
    return patient && w->head && (dl_who_wants(s, w->head, DL_LIT("custody")) || dl_who_wants(s, w->head, DL_LIT("freed")));
}

/* Police or a court that has somebody in its hands: to whom something is done next is he. */
static bool took_somebody(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_token *w = head_of(s, d);
    bool patient = head_of(s, pronoun)->deprel == DL_DEP_NSUBJ_PASS;
    return patient && is_subject(w) && w->head && dl_who_wants(s, w->head, DL_LIT("custody")) && dl_who_child(s, w->head, DL_DEP_OBJ);
}

/* "Police detained twenty marchers after | they tried to storm the palace", "fired tear gas at marchers. | They demanded": whom police hold or drive
 * away did it, unless it is what police do. */
static bool police_held(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_token *p = head_of(s, pronoun), *w = head_of(s, d);
    if (!pronoun->mention.plural || p->deprel != DL_DEP_NSUBJ || !p->head || !is_subject(w) || !w->head || w->deprel == DL_DEP_NSUBJ_PASS)
        return false;
    const dl_token *verb = dl_who_token(s, p->head);
    if (w->sentence != p->sentence) return dl_who_wants(s, p->head, DL_LIT("crowd")) && dl_who_wants(s, w->head, DL_LIT("held"));
    uint32_t mark = verb->deprel == DL_DEP_ADVCL && verb->head == w->head ? dl_who_child(s, p->head, DL_DEP_MARK) : 0;
    if (!mark || !dl_bytes_among(dl_token_text(s->doc, mark), "after as while because when")) return false;
    bool finds =
        dl_bytes_among(verb->lemma, "find receive discover raid search stop get identify arrive intercept uncover spot see learn launch trace");
    return dl_who_wants(s, w->head, DL_LIT("held")) && dl_who_child(s, w->head, DL_DEP_OBJ) && !finds;
}

/* Who told of somebody in a sentence before: who is caught or hurt in this one is whom he told of. */
static bool spoke_of_another(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_token *p = head_of(s, pronoun), *w = head_of(s, d);
    bool patient = p->deprel == DL_DEP_NSUBJ_PASS || p->deprel == DL_DEP_OBJ;
    if (!patient || !p->head || w->sentence == p->sentence || !is_subject(w) || !w->head || !dl_who_speaks(s, w->head)) return false;
    if (!is_in_custody(s, pronoun) && !dl_who_wants(s, p->head, DL_LIT("harms"))) return false;
    uint32_t told = dl_who_child(s, w->head, DL_DEP_CCOMP), subject = told ? dl_who_child(s, told, DL_DEP_NSUBJ) : 0;
    const dl_draft *other = &s->drafts.rows[subject ? s->marks[subject].draft : 0];
    return subject && s->marks[subject].draft && !other->pronoun && dl_who_is_person(other) && other->mention.plural == pronoun->mention.plural;
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

/* "The government said | they were suspected of killings": whoever says so suspects others. */
static bool is_suspected(const dl_scene *s, const dl_draft *pronoun) {
    const dl_token *p = head_of(s, pronoun);
    return pronoun->mention.plural && p->deprel == DL_DEP_NSUBJ_PASS && p->head &&
           dl_bytes_among(dl_who_token(s, p->head)->lemma, "suspect arrest detain jail convict sentence charge");
}

/* To whom it is told what will be done to him, or on what condition. */
static bool is_told(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    enum { UP = 4 };
    const dl_token *p = head_of(s, pronoun), *w = head_of(s, d);
    if (!is_object(w) || !is_subject(p) || !p->head || w->sentence != p->sentence || d->last >= pronoun->first) return false;
    bool threat = dl_bytes_among(dl_who_token(s, w->head)->lemma, "warn warning threaten urge press pressure");
    if (!threat && !dl_bytes_among(dl_who_token(s, w->head)->lemma, "tell inform notify assure remind")) return false;
    uint32_t clause = p->head;
    if (dl_who_token(s, clause)->deprel == DL_DEP_CCOMP && dl_who_token(s, clause)->head == w->head) return p->deprel == DL_DEP_NSUBJ_PASS;
    uint32_t mark = dl_who_token(s, clause)->deprel == DL_DEP_ADVCL ? dl_who_child(s, clause, DL_DEP_MARK) : 0;
    if (!threat || !mark || !dl_bytes_among(dl_who_token(s, mark)->lemma, "if unless until")) return false;
    for (uint32_t t = clause, steps = 0; t && steps < UP; t = dl_who_token(s, t)->head, steps++)
        if (t == w->head || t == dl_who_token(s, w->head)->head) return true;
    return false;
}

int32_t dl_who_salience(dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_entity *e = dl_who_entity_of(s, d);
    const dl_token *w = head_of(s, d), *p = head_of(s, pronoun);
    bool person = dl_who_is_person(d);
    int32_t points = place_of(s, pronoun, w, d->subject);
    if (w->sentence == p->sentence && is_object(p) && person) points += OBJECT_IN_SENTENCE;
    if (d->mention.named) points += NAMED;
    if (d->pronoun) points += GOES_ON;
    bool one = person && (d->mention.named || !pronoun->mention.plural); /* not the first of a row, for "they" */
    if (one) points += TOLD_OF * (e->times < MOST_TOLD ? e->times : MOST_TOLD);
    if (one && e->told) points += GENDER_TOLD;
    if (person && e->gender && dl_who_gender(pronoun) && e->gender != dl_who_gender(pronoun)) points += OTHER_GENDER;
    bool owners = d->pronoun && w->xpos == DL_XPOS_PRP_POSS && p->xpos == DL_XPOS_PRP_POSS && w->sentence == p->sentence;
    if (owners && dl_bytes_alike(dl_token_text(s->doc, d->first), dl_token_text(s->doc, pronoun->first))) points += OWNS_BOTH;
    if (w->sentence == p->sentence && is_subject(p) && dl_who_token(s, p->head)->deprel == DL_DEP_CONJ) points += JOINED;
    if (says_it(s, pronoun, d)) points += is_suspected(s, pronoun) ? SUSPECTS_OTHERS : SPEAKER;
    if (in_row_with(s, pronoun, d)) points += IN_ROW;
    if (is_accused(s, pronoun, d)) points += ACCUSED;
    if (is_told(s, pronoun, d)) points += TOLD;
    if (wants_release(s, pronoun, d)) points += WANTS_RELEASE;
    if (told_of_harm(s, pronoun, d)) points += TOLD_OF_HARM;
    if (spoke_of_another(s, pronoun, d)) points += SPOKE_OF_HIM;
    if (dl_who_is_repaid(s, pronoun, d) || dl_who_is_asked_to_end(s, pronoun, d)) points += OWN_DEED;
    if (dl_who_harms_owner(s, pronoun, d)) points += HARMS_IT;
    bool body = d->mention.kind == DL_NAME_ORGANISATION && d->mention.named && !d->mention.plural;
    if (body && pronoun->mention.plural) points += ONE_BODY;
    bool took = took_somebody(s, pronoun, d) || (police_held(s, pronoun, d) && d->mention.sentence < pronoun->mention.sentence);
    if (dl_bytes_finish(dl_who_actor_of(s, d), "MIL") && took) points += TOOK_SOMEBODY;
    if (dl_actor_is_of(dl_who_actor_of(s, d), "COP JUD")) {
        if (is_in_custody(s, pronoun))
            points += LAW_IN_CUSTODY;
        else if (took_somebody(s, pronoun, d) || police_held(s, pronoun, d))
            points += TOOK_SOMEBODY;
    }
    bool press = dl_bytes_finish(e->actor, "JRN");
    if (press && !person) press = p->xpos != DL_XPOS_PRP_POSS && !d->subject; /* "told Reuters" */
    if (press && (!d->subject || !w->head || dl_who_speaks(s, w->head))) points += REPORTER;
    if (dl_who_outside_quote(s, pronoun, d) || dl_who_inside_quote(s, pronoun, d)) points += OUTSIDE_QUOTE;
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
    if (dl_who_child(s, p->head, DL_DEP_COP)) return CLAUSE + CLAUSE_THAT_IS;
    bool deed = p->deprel == DL_DEP_NSUBJ && dl_who_token(s, p->head)->upos == DL_UPOS_VERB && !dl_who_wants(s, p->head, DL_LIT("event"));
    return CLAUSE + (deed ? CLAUSE_DOES : 0);
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
        int32_t points = place_of(s, pronoun, w, is_subject(w)) + (named ? UNKNOWN_NAME : many ? NO_MENTION_OF_MANY : NO_MENTION);
        if (points > most) most = points;
    }
    return most;
}
