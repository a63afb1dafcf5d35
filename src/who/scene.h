/* What the files of this stage share while one document is read. All of it lives in the document's arena. */
#ifndef DL_WHO_SCENE_H
#define DL_WHO_SCENE_H

#include "doc/doc.h"
#include "doc/ud.h"
#include "know/actors.h"
#include "know/countries.h"

enum {
    DL_WHO_COUNTRIES = 8, /* countries that one phrase can name */
    DL_WHO_REACH = 24,    /* words that a noun phrase or a title reaches to the left of its head */
    DL_WHO_CHILDREN = 64, /* dependents of one word that are looked at */
    DL_WHO_KEY = 256,     /* bytes of a folded name */
    DL_WHO_CALLED = 4,    /* titles of one person that are kept */
    DL_WHO_AGENTS = 64,   /* rows of agents that are kept decoded */
    DL_WHO_LOOK_BACK = 60 /* mentions among which one before is looked for */
};

/* What a noun of data/actors/agents.tsv says. */
typedef enum dl_agent_kind {
    DL_AGENT_NONE,
    DL_AGENT_PERSON,
    DL_AGENT_GROUP,
    DL_AGENT_BODY,
    DL_AGENT_THING,
    DL_AGENT_NUMBER,
    DL_AGENT_ADJECTIVE
} dl_agent_kind;

typedef struct dl_agent {
    dl_bytes role;
    uint8_t kind; /* dl_agent_kind */
    bool weak, rank, state, local, resident, many, country, abroad, target, sole, voice;
    char gender; /* 'm', 'f' or 0 */
} dl_agent;

typedef struct dl_agent_slot {
    uint32_t row; /* from 1 */
    dl_agent agent;
} dl_agent_slot;

/* What the knowledge says of one token. Rows are counted from 1 here, 0 is none; a phrase stands at its last token. */
typedef struct dl_who_mark {
    uint32_t country, agent, title;
    uint32_t name;  /* draft of the proper name that the token is part of */
    uint32_t draft; /* first draft that has the token as its head */
    uint8_t agent_words, title_words, country_words;
    uint8_t adjective; /* the country is named by an adjective or demonym */
    uint8_t owned;     /* the token is part of what stands before a person's name */
    uint8_t timed;     /* the token is part of a time expression */
    uint8_t known;     /* the names of actors/offices, bodies or metonyms may begin here */
    uint8_t land;      /* a country's words begin here, unless longer ones took their place */
    uint8_t speaks;    /* what dl_who_speaks found: 0 where it was not asked yet */
} dl_who_mark;

typedef enum dl_pronoun {
    DL_PRONOUN_OTHER,
    DL_PRONOUN_HE,
    DL_PRONOUN_SHE,
    DL_PRONOUN_IT,
    DL_PRONOUN_THEY,
    DL_PRONOUN_SPEAKER /* I, we: whoever speaks */
} dl_pronoun;

/* What a phrase tells of an actor. */
typedef struct dl_parts {
    dl_bytes country[DL_WHO_COUNTRIES];
    uint32_t country_at; /* first token of the leftmost country taken */
    uint8_t countries;
    bool weak, state, local, former;
    bool rank;     /* a rank that soldiers and police have */
    bool voice;    /* who speaks or works for somebody, and is of his sector: a spokesman, an aide */
    dl_bytes base; /* code of a body that is named: IGOUNO, LBNREB */
    dl_bytes role;
} dl_parts;

/* A land that words told of a body of its state, and the sentence. */
typedef struct dl_told_land {
    dl_bytes land;
    uint32_t sentence;
} dl_told_land;

/* A mention in the making. */
typedef struct dl_draft {
    dl_mention mention; /* entity is a row of scene->entities until the end */
    dl_parts parts;
    uint32_t first, last; /* tokens */
    uint32_t agent;       /* row of agents, from 1 */
    uint32_t table, row;  /* known name: its table and row; table 0 is none */
    dl_bytes country;     /* of a country's name or adjective */
    bool pronoun, definite, subject, capital;
    uint8_t which;    /* dl_pronoun, of a pronoun */
    bool many;        /* one word for many: army, police */
    bool several;     /* of offices that a state has one of */
    bool abroad;      /* nothing says that it is of the country that the report is about */
    bool titled_many; /* its title is of a row of names: "Foreign Ministers | Ole Berg of Norway and Ana Pop of Romania" */
    bool alone;       /* a description without modifiers of its own */
} dl_draft;

typedef struct dl_entity {
    dl_bytes name, actor, id;
    uint32_t number;                /* as written; given in text order */
    uint32_t called[DL_WHO_CALLED]; /* stems of titles and nouns that the text gives the person, 0 behind the last */
    uint8_t kind, words;
    uint8_t times; /* mentions met so far */
    bool plural, known;
    bool rank;  /* a soldier by a rank that police have as well */
    bool told;  /* a name, title or noun tells the gender, not only a pronoun */
    bool loose; /* nobody: met as a pronoun only */
    char gender;
} dl_entity;

typedef struct dl_who_slot {
    uint64_t hash;
    uint32_t entity;
} dl_who_slot;

typedef struct dl_scene {
    const dl_know *know;
    dl_doc *doc;
    const dl_token *tokens; /* the document's */
    dl_actors actors;
    dl_told_land legislature, army;                                    /* last told of */
    uint32_t countries, titles, agents, given, provinces, wants, like; /* tables */
    uint32_t country_code, country_near, country_name, country_names[2];
    uint64_t known_tables; /* bits of those that hold known names */
    uint32_t agent_role, agent_kind, agent_flags, title_words, title_role, title_flags, surname, office_title, given_gender, province_country,
        wants_what, like_roles;
    dl_agent_slot *agents_read; /* by row, and those of DL_WHO_AGENTS rows share a place */
    dl_who_mark *marks;
    uint32_t *child, *sibling, *place_first; /* place row that begins at a token */
    uint32_t *quotes;                        /* quotation marks in front of a token */
    DL_ARRAY(dl_draft) drafts;
    DL_ARRAY(dl_entity) entities;
    DL_ARRAY(uint32_t) order; /* drafts in text order */
    dl_who_slot *slots;
    uint32_t slot_room, slot_count;
    const dl_countries *country_rows;
    uint32_t *country_count; /* by row of countries */
    uint8_t *country_seen;   /* likewise: the text has its name or adjective */
    uint8_t *place_seen;     /* likewise: a place that lies in it */
    uint32_t labelled;       /* the place for which a speaker's label was taken first */
    dl_bytes dominant, governed, source;
    dl_bytes dateline;          /* the country of the dateline, where none is named a third more often */
    bool governed_by_place;     /* `governed` is the country of a place smaller than it, or something is in a capital */
    bool policed;               /* the document tells of police and of no soldiers: ranks in it are of police */
    bool dominates;             /* the dominant country is named more than half as often again as the next */
    bool about_one;             /* it is named often and seven in ten times that any is, or alone and more than once, or in the lead */
    bool about_often;           /* often, at that */
    bool about_several;         /* names many, and none of them in seven of ten */
    uint32_t governed_sentence; /* whose country `governed` is; empty: that of the document */
} dl_scene;

static inline const dl_token *dl_who_token(const dl_scene *s, uint32_t t) {
    return &s->tokens[t];
}
static inline bool dl_who_lemma(const dl_scene *s, uint32_t t, const char *lemma) {
    return dl_bytes_like(dl_who_token(s, t)->lemma, lemma);
}
/* A draft by its place in text order. */
static inline dl_draft *dl_who_ordered(dl_scene *s, uint32_t at) {
    return &s->drafts.rows[s->order.rows[at]];
}
static inline dl_entity *dl_who_entity_of(dl_scene *s, const dl_draft *d) {
    return &s->entities.rows[d->mention.entity];
}
/* The code of the mention itself, else that of its entity (row 0 is empty). */
static inline dl_bytes dl_who_actor_of(dl_scene *s, const dl_draft *d) {
    return d->mention.actor.size ? d->mention.actor : dl_who_entity_of(s, d)->actor;
}
static inline bool dl_who_is_person(const dl_draft *d) {
    return d->mention.kind == DL_NAME_PERSON;
}
/* The country that a name tells: its own, else that of its place. */
static inline dl_bytes dl_who_country_of(const dl_scene *s, const dl_draft *d) {
    return d->country.size || !d->mention.place ? d->country : s->doc->places.rows[d->mention.place].country;
}
/* A dependent of `t` with this relation (subtypes count), or 0. */
uint32_t dl_who_child(const dl_scene *s, uint32_t t, dl_deprel relation);
/* Whose the noun is ("Chad's | troops", "their | troops"), or 0. */
uint32_t dl_who_owner(const dl_scene *s, uint32_t noun);
bool dl_who_has_case(const dl_scene *s, uint32_t t, const char *words);

/* marks.c */
void dl_who_mark_sentence(dl_scene *s, uint32_t sentence);
dl_agent dl_who_agent(const dl_scene *s, uint32_t row);
/* names.c */
void dl_who_names(dl_scene *s, uint32_t sentence);
void dl_who_place_names(dl_scene *s);
void dl_who_surnames(dl_scene *s);
void dl_who_know_names(dl_scene *s);
/* persons.c */
/* The country in which all that had this surname and title held office: "President Nixon". Empty where there are several or none. */
dl_bytes dl_who_office_country(const dl_scene *s, uint32_t surname, uint32_t title);
/* titles.c */
void dl_who_finish_names(dl_scene *s, uint32_t from, uint32_t to);
/* parts.c */
uint32_t dl_who_left_edge(const dl_scene *s, uint32_t head, uint32_t first);
void dl_who_gather(const dl_scene *s, uint32_t first, uint32_t last, dl_parts *parts);
void dl_who_add_agent(const dl_scene *s, dl_parts *parts, const dl_agent *agent);
/* `where`: the prepositions behind which a place tells whose it is: all for people and bodies, "from" for weapons, none for embassies and envoys. */
#define DL_WHO_ANYWHERE "from in at"
void dl_who_add_phrases(const dl_scene *s, uint32_t head, const char *where, dl_parts *parts);
dl_bytes dl_who_code(dl_scene *s, const dl_parts *parts, uint32_t which);
/* phrases.c */
void dl_who_phrases(dl_scene *s, uint32_t sentence);
/* refer.c */
void dl_who_refer(dl_scene *s, uint32_t at);
/* The country for which a mention acts: not one that only tells where something is. */
dl_bytes dl_who_acting_country(dl_scene *s, const dl_draft *d);
/* pairs.c */
/* "Both sides", "the two leaders": makes the description the first of the two and adds the second behind it. */
bool dl_who_pair(dl_scene *s, uint32_t at, const dl_agent *agent);
/* "The foreign ministers": those of the nearest sentence that tells of several, each by himself. */
bool dl_who_members(dl_scene *s, uint32_t at, const dl_agent *agent);
/* "Ghana and Togo agreed": whether a name is the first of several that are a subject together. */
bool dl_who_heads_row(dl_scene *s, const dl_draft *d);
/* "They" that means a row: adds a mention for each other member of the row that the antecedent belongs to. */
void dl_who_add_row(dl_scene *s, uint32_t at, uint32_t antecedent);
/* runs.c */
/* Whether the table (0: none) has a phrase that is this one word. */
bool dl_who_in_table(const dl_scene *s, uint32_t table, uint32_t word);
uint32_t dl_who_run(const dl_scene *s, uint32_t t, uint32_t end);
/* The kind that the words of a tagged name tell, where it is another than the tagger's. */
uint8_t dl_who_kind(const dl_scene *s, uint32_t first, uint32_t last, uint8_t kind);
/* entities.c */
uint32_t dl_who_entity(dl_scene *s, uint8_t kind);
/* The entity of a key, or 0. `make` non-zero: enters it. */
uint32_t dl_who_find(dl_scene *s, char kind, dl_bytes key, uint32_t make);
uint32_t dl_who_surname(const dl_scene *s, const dl_draft *d, uint32_t last);
static inline bool dl_who_is_surname(const dl_scene *s, const dl_draft *d) { /* a person's surname alone */
    return dl_who_surname(s, d, d->last) == d->first;
}
void dl_who_call(dl_entity *e, uint32_t stem);
uint32_t dl_who_called_by(const dl_scene *s, uint32_t t);
size_t dl_who_key(const dl_scene *s, uint32_t first, uint32_t last, char out[DL_WHO_KEY]);
void dl_who_enter(dl_scene *s, uint32_t draft);
/* govern.c */
uint32_t dl_who_country_row(const dl_scene *s, dl_bytes code);
void dl_who_count_countries(dl_scene *s);
/* `state`: an institution of a state is meant. `sure`: where the document names several countries, only where one dominates. */
dl_bytes dl_who_governing(dl_scene *s, uint32_t token, bool state, bool sure);
/* The country of the place that the clause is told of ("to Bishkek, where | soldiers"), or, for police and courts, with which the sentence begins. */
dl_bytes dl_who_on_the_spot(const dl_scene *s, uint32_t token, dl_bytes role);
/* A role without a country with the one that the report is about, where it is about one and such people are mostly of the place. */
dl_bytes dl_who_at_home(dl_scene *s, dl_bytes actor);
/* "The president | was due to visit Chad", "met Chad's president": to whom a state does something, or with whose men it deals, it is another's.
 * `head`: of the phrase that names the doer. */
bool dl_who_acts_on(const dl_scene *s, uint32_t head, dl_bytes country);

#endif
