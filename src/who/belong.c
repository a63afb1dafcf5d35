/* Whose the actor is that a description names: an owner ("their forces"), the country in front, a sender, or the country that governs. */
#include "know/code.h"
#include "who/refer.h"

/* The country for which the mention acts: not one that only tells where something is. */
dl_bytes dl_who_acting_country(dl_scene *s, const dl_draft *d) {
    dl_bytes actor = dl_who_actor_of(s, d);
    bool state = actor.size == 6 && !memcmp(actor.data + 3, "GOV", 3) && (d->capital || (d->mention.named && dl_who_is_person(d)));
    if (state) return dl_actor_country(actor);
    if (!d->country.size || d->pronoun) return (dl_bytes){0};
    return dl_who_has_case(s, d->mention.head, "in at near inside outside into across through around") ? (dl_bytes){0} : d->country;
}

/* "The people on board", "Hutu soldiers": whose they are is told by something that no country is known of. */
static bool is_elsewhere(const dl_scene *s, const dl_draft *d, const dl_agent *agent) {
    uint32_t next = d->mention.head + 1, capitals = s->doc->sentences.rows[d->mention.sentence].capitals;
    if (!d->parts.state && next + 1 < s->doc->tokens.count && dl_bytes_among(dl_token_text(s->doc, next), "aboard on"))
        return dl_bytes_is(dl_token_text(s->doc, next), "aboard") || dl_bytes_among(dl_token_text(s->doc, next + 1), "board");
    uint32_t words = s->marks[d->mention.head].agent_words, before = d->mention.head - (words ? words : 1);
    const dl_token *w = dl_who_token(s, before);
    if (agent->resident && before == s->doc->sentences.rows[d->mention.sentence].first_token) return false; /* "Coca | growers" */
    bool people = before >= d->first && before > 1 && w->deprel == DL_DEP_COMPOUND && w->upos == DL_UPOS_PROPN && !capitals;
    return people && dl_is_upper(dl_token_text(s->doc, before).data[0]) && !s->marks[before].agent && !s->marks[before].title;
}

typedef struct token_range {
    uint32_t begin, end; /* half-open */
} token_range;

/* The words of the sentence that are looked at: in one without an end, who stands far away has no part in it. */
static token_range words_around(const dl_scene *s, const dl_draft *d) {
    enum { FAR = 300 };
    const dl_sentence *row = &s->doc->sentences.rows[d->mention.sentence];
    uint32_t end = dl_sentence_end(row);
    return (token_range){d->first > row->first_token + FAR ? d->first - FAR : row->first_token, end > d->first + FAR ? d->first + FAR : end};
}

/* "Norway expelled two nurses", "Norway blamed Chad for the death of a nurse": whom a state speaks of or acts on need not be its own, unless the
 * report is about it. */
static bool is_spoken_of(const dl_scene *s, const dl_draft *d, dl_bytes country) {
    if (s->about_often && dl_bytes_equal(s->dominant, country)) return false;
    token_range words = words_around(s, d);
    for (uint32_t t = words.begin; t < words.end; t++) {
        const dl_draft *n = &s->drafts.rows[s->marks[t].name];
        bool state = s->marks[t].name && n->mention.kind == DL_NAME_PLACE && n->mention.head == t && dl_bytes_equal(n->country, country);
        dl_deprel role = dl_who_token(s, t)->deprel;
        if (state && ((role == DL_DEP_NSUBJ && t < d->first) || role == DL_DEP_OBL_AGENT)) return true;
    }
    return false;
}

/* "Terrorists", "foreign jihadists": of no country in particular. */
static bool fights_anywhere(const dl_scene *s, const dl_draft *d) {
    for (uint32_t t = d->first; t <= d->mention.head; t++)
        if (dl_bytes_among(dl_who_token(s, t)->lemma, "terrorist extremist islamic islamist jihadist jihadi international foreign")) return true;
    return false;
}

/* Whether the sentence names no country but that of the report, nor a place elsewhere. */
static bool names_only(const dl_scene *s, const dl_draft *d, dl_bytes country) {
    token_range words = words_around(s, d);
    for (uint32_t t = words.begin; t < words.end; t++) {
        const dl_draft *n = &s->drafts.rows[s->marks[t].name];
        if (!s->marks[t].name) continue;
        dl_bytes here = dl_who_country_of(s, n);
        if (here.size && !dl_bytes_equal(here, country)) return false;
    }
    return true;
}

void dl_who_note_body(dl_scene *s, const dl_draft *d) {
    dl_bytes actor = d->table ? dl_who_actor_of(s, d) : (dl_bytes){0}, land = dl_actor_country(actor), role = d->parts.role;
    if (land.size && actor.size == 6) role = (dl_bytes){actor.data + 3, 3};
    if (!land.size && d->parts.countries == 1 && !d->parts.base.size) land = d->parts.country[0];
    if (!land.size) return;
    if (dl_bytes_is(role, "LEG")) s->legislature = (dl_told_land){land, d->mention.sentence};
    if (dl_bytes_is(role, "MIL")) s->army = (dl_told_land){land, d->mention.sentence};
}

/* Congress, which Americans have, is no parliament. */
static bool is_parliament(const dl_scene *s, const dl_draft *d) {
    return dl_bytes_among(dl_who_token(s, d->mention.head)->lemma, "parliament mp parliamentarian");
}

/* "The parliament of Iraq voted. | Lawmakers, Parliament": of the land of the legislature that was last told of with its land; likewise "the army".
 */
static dl_bytes land_of_body(const dl_scene *s, const dl_draft *d) {
    enum { AGO = 4 };
    bool army = dl_bytes_is(d->parts.role, "MIL") && d->definite && !d->mention.plural && dl_who_lemma(s, d->mention.head, "military");
    const dl_told_land *told = dl_bytes_is(d->parts.role, "LEG") ? &s->legislature : army ? &s->army : NULL;
    if (!told || !told->land.size || d->mention.sentence - told->sentence > AGO) return (dl_bytes){0};
    return dl_bytes_is(told->land, "USA") && is_parliament(s, d) ? (dl_bytes){0} : told->land;
}

/* "JERUSALEM: Settlers attacked a village near Nablus, the military said": Palestine has no army, and the one there is Israel's. */
static bool has_no_army(dl_scene *s, const dl_draft *d, const dl_parts *p) {
    if (!dl_bytes_is(p->role, "MIL") || !dl_bytes_among(dl_who_token(s, d->mention.head)->lemma, "military army soldier troop")) return false;
    return dl_bytes_is(dl_who_governing(s, d->mention.head, p->state && !p->local, false), "PSE");
}

/* Institutions of a state and people of the place belong to the country that governs the sentence where none is named. */
static void settle_country(dl_scene *s, dl_draft *d, const dl_agent *agent) {
    dl_parts *p = &d->parts;
    bool elsewhere = is_elsewhere(s, d, agent);
    d->abroad = d->several || elsewhere || agent->abroad || is_spoken_of(s, d, s->dominant);
    bool rebels = dl_bytes_is(p->role, "REB") && s->about_often && !d->abroad && !fights_anywhere(s, d);
    if (rebels && !p->countries && !p->base.size && names_only(s, d, s->dominant)) p->country[0] = s->dominant, p->countries = 1;
    if (agent->kind == DL_AGENT_THING && !dl_bytes_among(p->role, "cop gov")) return;
    bool home = p->state || p->local || (agent->country && d->definite && !d->mention.plural);
    if (p->countries || p->base.size || !home || (d->several && !p->former) || elsewhere) return; /* "governments in the region" */
    p->country[0] = p->state ? dl_who_on_the_spot(s, d->mention.head, p->role) : (dl_bytes){0};
    if (!p->country[0].size) p->country[0] = land_of_body(s, d);
    if (p->country[0].size != 3 && has_no_army(s, d, p)) {
        p->country[0] = DL_LIT("ISR"), p->countries = 1;
        return;
    }
    bool spot = p->country[0].size == 3;
    if (!spot) p->country[0] = dl_who_governing(s, d->mention.head, p->state && !p->local, !p->state && !agent->country);
    bool stately = p->state || agent->country; /* "The kingdom expelled | Canada's envoy": of another land */
    bool foreign =
        stately ? dl_who_acts_on(s, d->mention.head, p->country[0]) : p->local && agent->kind != DL_AGENT_BODY && is_spoken_of(s, d, p->country[0]);
    p->countries = p->country[0].size == 3 && (spot || !foreign);
}

/* Takes the country or body of an actor; where the words tell no role, its role too, unless it is a person's or a people's. */
static void belong(dl_draft *d, dl_bytes actor, bool person) {
    if (actor.size < 3) return;
    if (dl_actor_is_international(actor) || dl_bytes_start(actor, "IMG"))
        d->parts.base = actor;
    else if (dl_actor_country(actor).size)
        d->parts.country[0] = dl_actor_country(actor), d->parts.countries = 1;
    bool role = actor.size > 3 && !person && !dl_bytes_finish(actor, "CVL"), open = d->parts.weak || !d->parts.role.size;
    if (open && d->parts.countries && role)
        d->parts.role = (dl_bytes){actor.data + 3, actor.size - 3}, d->parts.weak = false;
    else if (!d->parts.role.size && !person && dl_actor_is_of(actor, "MIL REB PRM COP")) /* of no known country */
        d->parts.role = actor, d->parts.weak = false;
}

/* "the country's | parliament": the country that the description in front means. */
static bool take_country(dl_scene *s, dl_draft *d) {
    uint32_t owner = dl_who_owner(s, d->mention.head), draft = owner < d->mention.head ? s->marks[owner].draft : 0;
    const dl_draft *p = &s->drafts.rows[draft];
    if (!draft || !p->country.size || p->mention.named || p->pronoun) return false;
    if (!d->parts.countries && !d->parts.base.size) d->parts.country[0] = p->country, d->parts.countries = 1;
    return true;
}

/* "their forces": whose they are is what the pronoun, met before, means. True where there is such a pronoun. */
static bool take_owner(dl_scene *s, dl_draft *d) {
    uint32_t seen = 0, owner = 0;
    for (uint32_t c = s->child[d->mention.head]; c && seen++ < DL_WHO_CHILDREN && !owner; c = s->sibling[c])
        if (dl_who_token(s, c)->xpos == DL_XPOS_PRP_POSS) owner = c;
    if (!owner && d->first > 1 && dl_who_token(s, d->first - 1)->xpos == DL_XPOS_PRP_POSS) owner = d->first - 1;
    bool country = d->first + 2 <= d->mention.head && dl_who_token(s, d->first + 2)->xpos == DL_XPOS_POS &&
                   dl_bytes_among(dl_who_token(s, d->first + 1)->lemma, "country nation homeland"); /* "his country's army" */
    if (!owner && country && dl_who_token(s, d->first)->xpos == DL_XPOS_PRP_POSS) owner = d->first;
    if (!owner) return false;
    const dl_draft *p = s->marks[owner].draft ? &s->drafts.rows[s->marks[owner].draft] : NULL;
    if (!p || !p->mention.entity || d->parts.base.size) return true;
    dl_bytes actor = dl_who_actor_of(s, p);
    if (d->parts.countries) { /* "his Pakistani counterpart" */
        if (!d->parts.role.size && actor.size == 6 && dl_who_lemma(s, d->mention.head, "counterpart")) d->parts.role = (dl_bytes){actor.data + 3, 3};
        return true;
    }
    bool peer = dl_bytes_among(dl_who_token(s, d->mention.head)->lemma, d->mention.plural ? "colleague" : "colleague office");
    bool force = dl_who_lemma(s, d->mention.head, "man") && d->mention.plural && !dl_who_is_person(p) &&
                 (actor.size > 3 || dl_actor_is_of(actor, "MIL REB PRM COP")); /* "the ministry's | men" */
    if (peer || force) d->parts.role = (dl_bytes){0};
    bool neighbour = dl_bytes_among(dl_who_token(s, d->mention.head)->lemma, "neighbour neighbor");
    if (neighbour && actor.size == 3 && !dl_who_is_person(p)) { /* "Kuwait ... its | neighbour": another country */
        d->parts.role = (dl_bytes){0};
        return true;
    }
    belong(d, actor, dl_who_is_person(p) && !peer && !d->parts.voice);
    return true;
}

/* "Russia sent troops": whom a state sends are its own. */
static bool take_sender(dl_scene *s, dl_draft *d) {
    uint32_t verb = dl_who_token(s, d->mention.head)->head, subject = 0;
    bool object = dl_who_token(s, d->mention.head)->deprel == DL_DEP_OBJ && dl_bytes_among(d->parts.role, "mil");
    for (uint32_t t = d->first; t < d->mention.head; t++) object = object && !s->marks[t].country && !s->marks[t].name;
    if (!object || d->parts.base.size) return false;
    if (!dl_bytes_among(dl_who_token(s, verb)->lemma, "send deploy dispatch withdraw mobilise mobilize recall redeploy mass station")) return false;
    for (uint32_t steps = 0; verb && steps < 4 && !subject; verb = dl_who_token(s, verb)->head, steps++)
        subject = dl_who_child(s, verb, DL_DEP_NSUBJ);
    const dl_draft *p = subject && s->marks[subject].draft ? &s->drafts.rows[s->marks[subject].draft] : NULL;
    if (!p || !p->mention.entity || p->mention.entity == d->mention.entity) return false;
    dl_bytes actor = dl_who_actor_of(s, p);
    if (actor.size < 3) return false;
    d->parts.countries = 0; /* "soldiers in Mali" are whose they were */
    belong(d, actor, true);
    return d->parts.countries || d->parts.base.size;
}

void dl_who_settle(dl_scene *s, dl_draft *d, const dl_agent *agent) {
    if (!take_owner(s, d) && !take_country(s, d) && !take_sender(s, d)) settle_country(s, d, agent);
}
