/* The country that governs a sentence. State institutions ("police", "the interior ministry") and people of the place ("residents") of which the text
 * names no country belong to it. The rule, in this order:
 *   0. for institutions of a state: the country whose state media are the sentence's source;
 *   1. for them, too: the country that the document names more than half as often again as any other;
 *   2. places smaller than a country that stand in the sentence, where all lie in one country;
 *   3. the one country that the sentence names, itself or by a place in it (an adjective may tell of anyone);
 *   4. the country that the document names most: each name, adjective and place counts one, in headline and lead two, the dateline's country two
 * more. */
#include "know/code.h"
#include "who/scene.h"

/* Row of a country by its code, from 1; 0 where there is none. */
uint32_t dl_who_country_row(const dl_scene *s, dl_bytes code) {
    return dl_country_row(s->country_rows, code);
}

static bool begins_with_label(const dl_scene *s, const dl_sentence *row) {
    if (row->first_token + 2 > dl_sentence_end(row) || !dl_bytes_is(dl_token_text(s->doc, row->first_token + 1), ":")) return false;
    dl_bytes word = dl_token_text(s->doc, row->first_token);
    for (size_t i = 0; i < word.size; i++)
        if (!dl_is_upper(word.data[i])) return false;
    return word.size > 2;
}

/* "LANGDON: The army quit": who speaks, in a script, is no place in North Dakota. */
static bool is_label(const dl_scene *s, const dl_draft *d) {
    const dl_sentence *row = &s->doc->sentences.rows[d->mention.sentence];
    return d->first == d->last && d->first == row->first_token && begins_with_label(s, row);
}

/* One label may be a dateline ("LONDON: Police said"), several are a script. */
static void take_labels(dl_scene *s) {
    uint32_t labels = 0;
    for (DL_EACH(i, &s->doc->sentences)) labels += begins_with_label(s, &s->doc->sentences.rows[i]);
    if (labels < 2) return;
    for (DL_EACH(i, &s->drafts)) {
        dl_draft *d = &s->drafts.rows[i];
        if (d->mention.kind == DL_NAME_PLACE && d->mention.place && !d->country.size && is_label(s, d))
            s->labelled = s->labelled ? s->labelled : d->mention.place, d->mention.kind = DL_NAME_PERSON, d->mention.place = 0, d->capital = false;
    }
}

/* "the British Defence Ministry": the country that a body has in its name; outlets report from anywhere. */
static uint32_t country_inside(const dl_scene *s, const dl_draft *d) {
    uint32_t row = 0;
    if (d->table || d->mention.kind != DL_NAME_ORGANISATION) return 0;
    for (uint32_t t = d->first; t <= d->last; t++) {
        if (s->marks[t].agent && dl_bytes_is(dl_who_agent(s, s->marks[t].agent).role, "JRN")) return 0;
        if (s->marks[t].country && !row) row = dl_who_country_row(s, dl_know_cell(s->know, s->countries, s->marks[t].country - 1, s->country_code));
    }
    return row;
}

void dl_who_count_countries(dl_scene *s) {
    uint32_t n = dl_know_rows(s->know, s->countries), best = 0, second = 0, all = 0, home = 0;
    take_labels(s);
    s->country_count = DL_NEW_ARRAY(&s->doc->arena, uint32_t, n + 1);
    uint32_t *first = DL_NEW_ARRAY(&s->doc->arena, uint32_t, n + 1); /* draft that names it first */
    for (DL_EACH(i, &s->drafts)) {
        const dl_draft *d = &s->drafts.rows[i];
        uint32_t zone = s->doc->sentences.rows[d->mention.sentence].zone, row = 0;
        if (zone == DL_ZONE_BOILERPLATE) continue;
        if (d->country.size) row = dl_who_country_row(s, d->country);
        if (!row && d->mention.place) row = dl_who_country_row(s, s->doc->places.rows[d->mention.place].country);
        dl_bytes actor = d->table ? s->entities.rows[d->mention.entity].actor : (dl_bytes){0};
        if (!row && !dl_actor_is_of(actor, "JRN")) row = dl_who_country_row(s, dl_actor_country(actor)); /* outlets report from anywhere */
        if (!row && zone == DL_ZONE_LEAD) row = country_inside(s, d);
        if (!first[row]) first[row] = i;
        s->country_count[row] += zone == DL_ZONE_HEADLINE || zone == DL_ZONE_LEAD ? 2 : 1;
    }
    if (s->doc->dateline_place && s->doc->dateline_place != s->labelled)
        home = dl_who_country_row(s, s->doc->places.rows[s->doc->dateline_place].country);
    s->country_count[home] += 2;
    for (uint32_t r = 1; r <= n; r++) {
        all += s->country_count[r];
        bool more = s->country_count[r] > (best ? s->country_count[best] : 0);
        bool sooner = best && s->country_count[r] == s->country_count[best] && first[r] && first[r] < first[best] && s->drafts.rows[first[r]].subject;
        if (more || sooner)
            second = best, best = r;
        else if (s->country_count[r] > (second ? s->country_count[second] : 0))
            second = r;
    }
    if (best) s->dominant = dl_know_cell(s->know, s->countries, best - 1, s->country_code);
    enum { OFTEN = 5, ALONE = 2, HOME = 4 };
    if (home && s->country_count[home] >= HOME && 4 * s->country_count[home] >= 3 * s->country_count[best])
        s->dateline = dl_know_cell(s->know, s->countries, home - 1, s->country_code);
    bool one = best && 10 * s->country_count[best] >= 7 * all;
    s->about_one = one && s->country_count[best] >= (second ? OFTEN : ALONE);
    s->about_often = one && s->country_count[best] >= OFTEN;
    s->about_several = !one && all >= OFTEN;
    s->dominates = best && (!second || 2 * s->country_count[best] > 3 * s->country_count[second]);
}

/* Parties, unions, parishes and people with a trade that nothing tells the country of belong to the one that the report is about. Firms, relief
 * groups, gunmen and migrants may come from anywhere. */
dl_bytes dl_who_at_home(dl_scene *s, dl_bytes actor) {
    bool local = s->about_one && actor.size == 3 && dl_bytes_among(actor, "pty opp lab agr edu med jrn rel soc jud leg cop gov cvl");
    return local ? dl_actor_compose(&s->doc->arena, s->dominant, actor) : actor;
}

typedef struct evidence {
    dl_bytes place, any, source;
    bool places, others; /* several */
    bool capital;        /* something is told to be in one */
} evidence;

static void see(dl_bytes *one, bool *several, dl_bytes country) {
    if (!country.size) return;
    if (one->size && !dl_bytes_equal(*one, country)) *several = true;
    *one = country;
}

/* "Syrian | state television": what it tells of police and army, it tells of its own. */
static bool is_state_media(const dl_scene *s, const dl_draft *d) {
    uint32_t t = d->last + 1;
    if (d->mention.kind != DL_NAME_NATIONALITY || t + 1 >= s->doc->tokens.count || !dl_who_lemma(s, t, "state")) return false;
    for (t++; t < s->doc->tokens.count && t < d->last + 6; t++)
        if (dl_bytes_among(dl_who_token(s, t)->lemma, "media medium television tv radio agency broadcaster newspaper")) return true;
    return false;
}

/* "In Geneva, | the U.N. said residents had fled": where a body of many lands speaks tells nothing of whom it speaks of. */
static bool is_seat(const dl_scene *s, const dl_draft *d) {
    const dl_token *w = dl_who_token(s, d->mention.head);
    uint32_t subject = dl_deprel_base(w->deprel) == DL_DEP_OBL && w->head ? dl_who_child(s, w->head, DL_DEP_NSUBJ) : 0;
    uint32_t name = subject && dl_bytes_among(dl_who_token(s, w->head)->lemma, "say tell warn report announce add") ? s->marks[subject].name : 0;
    const dl_draft *body = &s->drafts.rows[name];
    return name && body->table && dl_actor_is_international(s->entities.rows[body->mention.entity].actor);
}

/* "Tried two men for spying for | Israel": for whom one worked need not be his own land. */
static bool is_spied_for(const dl_scene *s, uint32_t land) {
    uint32_t word = dl_who_token(s, land)->head;
    return word && dl_who_has_case(s, land, "for with behalf") &&
           dl_bytes_among(dl_who_token(s, word)->lemma, "spy espionage collaborate collude work");
}

static evidence evidence_of(const dl_scene *s, uint32_t sentence) {
    const dl_sentence *row = &s->doc->sentences.rows[sentence];
    evidence e = {0};
    uint32_t end = dl_sentence_end(row), last = 0;
    for (uint32_t t = row->first_token; t < end; t++) {
        uint32_t draft = s->marks[t].name;
        if (!draft || draft == last) continue;
        const dl_draft *d = &s->drafts.rows[last = draft];
        if (dl_who_has_case(s, d->mention.head, "into") || is_spied_for(s, d->mention.head)) continue; /* "fled into Chad when soldiers came" */
        if (d->mention.place && is_seat(s, d)) continue;
        dl_bytes country = dl_who_country_of(s, d);
        if (d->mention.place && !d->country.size) {
            e.capital |=
                d->capital && (dl_who_has_case(s, d->mention.head, "in") || dl_deprel_base(dl_who_token(s, d->mention.head)->deprel) == DL_DEP_APPOS);
            if (!d->capital) see(&e.place, &e.places, country);
        }
        if (is_state_media(s, d)) e.source = d->country;
        if (d->mention.kind != DL_NAME_NATIONALITY) see(&e.any, &e.others, country);
    }
    return e;
}

static void govern_sentence(dl_scene *s, uint32_t sentence) {
    evidence e = evidence_of(s, sentence);
    s->governed_sentence = sentence;
    s->source = e.source;
    s->governed_by_place = e.capital || (e.place.size && !e.places);
    s->governed = e.place.size && !e.places ? e.place : e.any.size && !e.others ? e.any : (dl_bytes){0};
}

static dl_bytes land_of(const dl_scene *s, uint32_t name) {
    const dl_draft *d = &s->drafts.rows[name];
    if (!name || d->mention.kind == DL_NAME_NATIONALITY) return (dl_bytes){0};
    return dl_who_country_of(s, d);
}

/* "to Bishkek, where | soldiers took up posts": the country of the place that the clause is told of. */
static dl_bytes clause_place(const dl_scene *s, uint32_t token) {
    enum { STEPS = 4 };
    for (uint32_t t = token, steps = 0; t && steps < STEPS; t = dl_who_token(s, t)->head, steps++) {
        if (dl_deprel_base(dl_who_token(s, t)->deprel) != DL_DEP_ACL) continue;
        uint32_t noun = dl_who_token(s, t)->head, where = dl_who_child(s, t, DL_DEP_ADVMOD);
        if (!where || where > token || !dl_bytes_among(dl_token_text(s->doc, where), "where")) return (dl_bytes){0};
        return noun && noun < where ? land_of(s, s->marks[noun].name) : (dl_bytes){0};
    }
    return (dl_bytes){0};
}

/* "In Dar es Salaam, | police said": the country of the place with which the sentence begins. */
static dl_bytes opening_place(const dl_scene *s, uint32_t token) {
    uint32_t first = dl_who_token(s, token)->sentence, t = s->doc->sentences.rows[first].first_token;
    if (t + 2 >= token || !dl_bytes_among(dl_token_text(s->doc, t), "in") || !s->marks[t + 1].name) return (dl_bytes){0};
    const dl_draft *d = &s->drafts.rows[s->marks[t + 1].name];
    bool comma = d->first == t + 1 && d->last + 1 < token && dl_bytes_is(dl_token_text(s->doc, d->last + 1), ",");
    return comma ? land_of(s, s->marks[t + 1].name) : (dl_bytes){0};
}

dl_bytes dl_who_on_the_spot(const dl_scene *s, uint32_t token, dl_bytes role) {
    dl_bytes country = clause_place(s, token);
    return country.size || !dl_bytes_among(role, "cop jud") ? country : opening_place(s, token);
}

dl_bytes dl_who_governing(dl_scene *s, uint32_t token, bool state, bool sure) {
    uint32_t sentence = dl_who_token(s, token)->sentence;
    if (s->governed_sentence != sentence) govern_sentence(s, sentence); /* once a sentence, however many descriptions it has */
    if (state && s->source.size) return s->source;
    if (state && s->dominates) return s->dominant;
    if (state && s->dateline.size && !s->governed_by_place) return s->dateline;
    if (s->governed.size) return s->governed;
    return s->dominates || !sure ? s->dominant : (dl_bytes){0};
}

/* Whether the words from `t` up to a verb only say what is done and to whom, in no clause of its own. */
static bool is_argument(const dl_scene *s, uint32_t t, uint32_t verb) {
    for (uint32_t steps = 0; t && steps < 5; t = dl_who_token(s, t)->head, steps++) {
        if (t == verb) return true;
        const dl_token *w = dl_who_token(s, t);
        dl_deprel base = dl_deprel_base(w->deprel);
        bool goes_on = base == DL_DEP_OBJ || base == DL_DEP_XCOMP || (base == DL_DEP_ADVCL && w->xpos == DL_XPOS_VB);
        bool phrase = (base == DL_DEP_OBL || base == DL_DEP_NMOD) && dl_who_has_case(s, t, "to against with toward towards");
        if (!goes_on && !(phrase && steps < 2)) return false;
    }
    return false;
}

/* "Chad's | president": whose someone is. */
static bool owns(const dl_scene *s, uint32_t t) {
    uint32_t head = dl_who_token(s, t)->head;
    return dl_who_token(s, t)->deprel == DL_DEP_NMOD_POSS && head && (s->marks[head].agent || s->marks[head].title);
}

/* "Police arrested two | French tourists": whose people they are. */
static bool describes_people(const dl_scene *s, uint32_t t) {
    dl_deprel base = dl_deprel_base(dl_who_token(s, t)->deprel);
    uint32_t head = dl_who_token(s, t)->head;
    return (base == DL_DEP_AMOD || base == DL_DEP_COMPOUND) && head > t && s->marks[head].agent;
}

bool dl_who_acts_on(const dl_scene *s, uint32_t head, dl_bytes country) {
    const dl_token *w = dl_who_token(s, head);
    uint32_t end = dl_sentence_end(&s->doc->sentences.rows[w->sentence]), verb = w->head;
    if (dl_deprel_base(w->deprel) != DL_DEP_NSUBJ || w->deprel == DL_DEP_NSUBJ_PASS) return false;
    for (uint32_t t = head + 1; t < end; t++) {
        const dl_draft *n = s->marks[t].name ? &s->drafts.rows[s->marks[t].name] : NULL;
        if (!n || n->mention.head != t || !dl_bytes_equal(n->country, country)) continue;
        if (is_argument(s, owns(s, t) || describes_people(s, t) ? dl_who_token(s, t)->head : t, verb)) return true;
    }
    return false;
}
