/* What the words around a proper name tell of it: the title and role in front of a person, the role noun inside an organisation's name, the
 * preposition before a capital. */
#include "know/fired.h"
#include "who/scene.h"

/* The words in front of a name that may be its title: "former Ukrainian prime minister", "Sinn Fein leader". Returns the first of them. */
static uint32_t title_start(const dl_scene *s, const dl_draft *d) {
    uint32_t first = s->doc->sentences.rows[d->mention.sentence].first_token, t = d->first;
    while (t > first && d->first - t < DL_WHO_REACH) {
        const dl_token *w = dl_who_token(s, t - 1);
        dl_bytes text = dl_token_text(s->doc, t - 1);
        bool hyphen = w->upos == DL_UPOS_PUNCT && dl_bytes_is(text, "-");
        bool genitive = w->upos == DL_UPOS_PART && w->xpos == DL_XPOS_POS;
        bool word = w->upos == DL_UPOS_ADJ || w->upos == DL_UPOS_NOUN || w->upos == DL_UPOS_PROPN || w->upos == DL_UPOS_X || s->marks[t - 1].name ||
                    s->marks[t - 1].title || s->marks[t - 1].agent;
        bool of = w->upos == DL_UPOS_ADP && t < d->first && s->marks[t].country;
        if (!hyphen && !genitive && !word && !of) break;
        uint32_t name = s->marks[t - 1].name;
        if (name && s->drafts.rows[name].mention.kind == DL_NAME_PERSON) break;
        t--;
    }
    return t;
}

static uint32_t title_before(const dl_scene *s, uint32_t first) {
    return first > 1 && dl_who_token(s, first - 1)->sentence == dl_who_token(s, first)->sentence ? s->marks[first - 1].title : 0;
}

static bool role_before(const dl_scene *s, uint32_t first) {
    if (title_before(s, first)) return true;
    if (first < 2 || !s->marks[first - 1].agent) return false;
    dl_agent agent = dl_who_agent(s, s->marks[first - 1].agent);
    return agent.kind == DL_AGENT_PERSON && !dl_bytes_is(dl_token_text(s->doc, first - 1), ",");
}

static void learn_gender(dl_scene *s, const dl_draft *d, uint32_t title, uint32_t agent) {
    dl_entity *e = &s->entities.rows[d->mention.entity];
    if (e->gender) return;
    dl_bytes flags = title ? dl_know_cell(s->know, s->titles, title - 1, s->title_flags) : (dl_bytes){0}, flag;
    while (dl_bytes_cut(&flags, ' ', &flag)) {
        if (dl_bytes_is(flag, "she")) e->gender = 'f';
        if (dl_bytes_is(flag, "he")) e->gender = 'm';
    }
    if (!e->gender && agent) e->gender = dl_who_agent(s, agent).gender;
}

/* The title or noun may be the head to which the parser hung the name; then role fillers are found there. */
static void take_head(dl_scene *s, uint32_t draft, uint32_t start) {
    dl_draft *d = &s->drafts.rows[draft];
    for (uint32_t steps = 0; steps < 4; steps++) {
        uint32_t head = dl_who_token(s, d->mention.head)->head;
        dl_deprel base = dl_deprel_base(dl_who_token(s, d->mention.head)->deprel);
        bool part = base == DL_DEP_FLAT || base == DL_DEP_APPOS || base == DL_DEP_COMPOUND || base == DL_DEP_NMOD || base == DL_DEP_DEP;
        if (!part || head < start || head >= d->first || s->marks[head].name) return;
        if (s->marks[d->mention.head].draft == draft) s->marks[d->mention.head].draft = 0;
        d->mention.head = head;
        d->subject |= dl_deprel_base(dl_who_token(s, head)->deprel) == DL_DEP_NSUBJ;
        s->marks[head].draft = draft;
    }
}

static void finish_person(dl_scene *s, uint32_t draft) {
    dl_draft *d = &s->drafts.rows[draft];
    if (!role_before(s, d->first)) return;
    uint32_t start = title_start(s, d), title = title_before(s, d->first), agent = s->marks[d->first - 1].agent;
    if (title) dl_know_fired(s->know, s->titles, title - 1);
    take_head(s, draft, start);
    d = &s->drafts.rows[draft];
    learn_gender(s, d, title, agent);
    dl_who_gather(s, start, d->first - 1, &d->parts);
    for (uint32_t t = start; t < d->first; t++) s->marks[t].owned = !s->marks[t].name;
    dl_parts behind = {.weak = true};
    dl_who_add_phrases(s, d->mention.head, false, &behind);
    if (!d->parts.countries && behind.countries) d->parts.country[0] = behind.country[0], d->parts.countries = 1;
    if (!d->parts.base.size && !d->parts.countries) d->parts.base = behind.base;
    if (!d->parts.role.size && d->parts.countries && dl_who_among(dl_who_token(s, d->first - 1)->lemma, "leader ruler strongman"))
        d->parts.role = DL_LIT("GOV"), d->parts.weak = false;
    dl_entity *e = &s->entities.rows[d->mention.entity];
    if (!e->title) e->title = dl_who_token(s, d->first - 1)->stem;
    if (e->id.size) { /* without a date the text's own title tells which office it was */
        if (s->doc->published == DL_NO_TIME && d->parts.former && e->actor.size > 3 && dl_bytes_finish(e->actor, "GOV"))
            e->actor = dl_actor_compose(&s->doc->arena, (dl_bytes){e->actor.data, 3}, DL_LIT("ELI"));
        bool dated = s->doc->published != DL_NO_TIME && d->table != s->actors.bodies.table;
        if (e->actor.size > 3 || dated || !d->parts.role.size || d->parts.former) return;
        e->actor = d->parts.countries ? dl_who_code(s, &d->parts, 0) : dl_actor_compose(&s->doc->arena, e->actor, d->parts.role);
        return;
    }
    if (!d->parts.role.size && !d->parts.base.size && !d->parts.countries) return;
    if (!d->parts.countries && !d->parts.base.size && d->parts.state) {
        d->parts.country[0] = dl_who_governing(s, d->first, true, false);
        d->parts.countries = d->parts.country[0].size == 3;
    }
    if (e->actor.size < 4) e->actor = dl_who_code(s, &d->parts, 0);
}

static void finish_body(dl_scene *s, uint32_t draft) {
    dl_draft *d = &s->drafts.rows[draft];
    dl_entity *e = &s->entities.rows[d->mention.entity];
    if (e->actor.size || d->table) return;
    uint32_t first = s->doc->sentences.rows[d->mention.sentence].first_token;
    uint32_t edge = dl_who_left_edge(s, d->mention.head, first);
    dl_parts parts = {.weak = true};
    for (uint32_t t = d->first; t <= d->last; t++) s->marks[t].name = 0; /* its own words are read */
    dl_who_gather(s, d->first, d->last, &parts);
    for (uint32_t t = d->first; t <= d->last; t++) s->marks[t].name = draft;
    if (edge < d->first) dl_who_gather(s, edge, d->first - 1, &parts);
    if (!parts.countries) dl_who_add_phrases(s, d->mention.head, false, &parts);
    if (!parts.countries && !parts.base.size && parts.state) {
        parts.country[0] = dl_who_governing(s, d->first, true, false);
        parts.countries = parts.country[0].size == 3;
    }
    d->parts = parts;
    e->actor = dl_who_code(s, &parts, 0);
}

/* A capital stands for the government unless a preposition of place opens its phrase. */
static bool acts(const dl_scene *s, const dl_draft *d) {
    dl_deprel base = dl_deprel_base(dl_who_token(s, d->mention.head)->deprel);
    if (dl_who_has_case(s, d->mention.head,
                        "in at near outside inside around across into toward towards to from of over above through throughout on"))
        return false;
    return base != DL_DEP_COMPOUND && base != DL_DEP_AMOD && base != DL_DEP_FLAT && base != DL_DEP_APPOS && base != DL_DEP_LIST;
}

static void finish_place(dl_scene *s, uint32_t draft) {
    dl_draft *d = &s->drafts.rows[draft];
    if (d->country.size) return;
    if (!d->mention.place) { /* "Kingdom of Morocco" */
        dl_parts parts = {0};
        for (uint32_t t = d->first; t <= d->last; t++) s->marks[t].name = 0;
        dl_who_gather(s, d->first, d->last, &parts);
        for (uint32_t t = d->first; t <= d->last; t++) s->marks[t].name = draft;
        if (parts.countries) d->mention.actor = parts.country[0];
        return;
    }
    dl_bytes country = s->doc->places.rows[d->mention.place].country;
    dl_bytes role = d->capital && acts(s, d) ? DL_LIT("GOV") : (dl_bytes){0};
    d->mention.actor = dl_actor_compose(&s->doc->arena, country, country.size ? role : (dl_bytes){0});
}

/* Names from left to right: what stands before a person may itself hold the name of a body. */
void dl_who_finish_names(dl_scene *s, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++) {
        switch (s->drafts.rows[i].mention.kind) {
        case DL_NAME_PERSON:
            finish_person(s, i);
            break;
        case DL_NAME_ORGANISATION:
        case DL_NAME_GROUP:
            finish_body(s, i);
            break;
        case DL_NAME_PLACE:
            finish_place(s, i);
            break;
        default:
            break;
        }
    }
}
