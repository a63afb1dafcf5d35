#include "who/who.h"

#include "who/scene.h"

#include <stdlib.h>

static bool is_quotation_mark(const dl_scene *s, uint32_t t) {
    if (dl_who_token(s, t)->upos != DL_UPOS_PUNCT || !strchr("\"`'\xe2", dl_token_text(s->doc, t).data[0])) return false;
    return dl_bytes_among(dl_token_text(s->doc, t), "\" `` '' \xe2\x80\x9c \xe2\x80\x9d");
}

static dl_scene set_up(const dl_know *know, const dl_countries *countries, dl_doc *doc) {
    dl_scene s = {.know = know, .doc = doc, .tokens = doc->tokens.rows, .actors = dl_actors_open(know), .country_rows = countries};
    s.countries = dl_know_table(know, "places/countries");
    s.agents = dl_know_table(know, "actors/agents");
    s.titles = dl_know_table(know, "actors/titles");
    s.given = dl_know_table(know, "places/given");
    s.provinces = dl_know_table(know, "places/admin1");
    s.wants = dl_know_table(know, "actors/wants");
    s.like = dl_know_table(know, "actors/like");
    s.wants_what = dl_know_column(know, s.wants, "wants");
    s.like_roles = dl_know_column(know, s.like, "roles");
    s.country_seen = DL_NEW_ARRAY(&doc->arena, uint8_t, dl_know_rows(know, s.countries) + 1);
    s.known_tables = dl_know_bit(s.actors.offices.table) | dl_know_bit(s.actors.bodies.table) | dl_know_bit(s.actors.metonyms.table);
    s.country_code = dl_know_column(know, s.countries, "iso3");
    s.country_near = dl_know_column(know, s.countries, "neighbours");
    s.country_name = s.country_names[0] = dl_know_column(know, s.countries, "name");
    s.country_names[1] = dl_know_column(know, s.countries, "aliases");
    s.agent_role = dl_know_column(know, s.agents, "role");
    s.agent_kind = dl_know_column(know, s.agents, "kind");
    s.agent_flags = dl_know_column(know, s.agents, "flags");
    s.title_words = dl_know_column(know, s.titles, "title");
    s.title_role = dl_know_column(know, s.titles, "role");
    s.title_flags = dl_know_column(know, s.titles, "flags");
    s.surname = dl_know_column(know, s.actors.offices.table, "surname");
    s.province_country = dl_know_column(know, s.provinces, "iso3");
    s.given_gender = dl_know_column(know, s.given, "gender");
    s.office_title = dl_know_column(know, s.actors.offices.table, "title");
    s.agents_read = DL_NEW_ARRAY(&doc->arena, dl_agent_slot, DL_WHO_AGENTS);
    s.marks = DL_NEW_ARRAY(&doc->arena, dl_who_mark, doc->tokens.count);
    s.child = DL_NEW_ARRAY(&doc->arena, uint32_t, doc->tokens.count);
    s.sibling = DL_NEW_ARRAY(&doc->arena, uint32_t, doc->tokens.count);
    s.place_seen = DL_NEW_ARRAY(&doc->arena, uint8_t, dl_know_rows(know, s.countries) + 1);
    for (DL_EACH(p, &doc->places)) {
        uint32_t row = dl_who_country_row(&s, doc->places.rows[p].country);
        if (row) s.place_seen[row - 1] = 1;
    }
    DL_RESERVE(&doc->arena, &s.drafts, doc->tokens.count / 4); /* about as many as most reports have; they are large */
    s.place_first = DL_NEW_ARRAY(&doc->arena, uint32_t, doc->tokens.count);
    (void)DL_PUSH(&doc->arena, &s.entities); /* so that row 0, which stands for nobody, may be read */
    s.quotes = DL_NEW_ARRAY(&doc->arena, uint32_t, doc->tokens.count + 1);
    for (DL_EACH(t, &doc->tokens)) s.quotes[t + 1] = s.quotes[t] + is_quotation_mark(&s, t);
    return s;
}

static bool tells_of_police_only(const dl_scene *s) {
    bool police = false;
    for (DL_EACH(t, &s->doc->tokens)) {
        if (!s->marks[t].agent) continue;
        dl_agent agent = dl_who_agent(s, s->marks[t].agent);
        if (agent.rank) continue;
        if (dl_bytes_is(agent.role, "MIL") && agent.kind != DL_AGENT_THING) return false;
        police |= dl_bytes_is(agent.role, "COP");
    }
    return police;
}

static int draft_order(const void *a, const void *b) {
    const dl_draft *x = a, *y = b;
    if (x->mention.span.begin != y->mention.span.begin) return x->mention.span.begin < y->mention.span.begin ? -1 : 1;
    return (x->mention.span.end > y->mention.span.end) - (x->mention.span.end < y->mention.span.end);
}

/* Names found by way of places stand behind the others; marks must point at the rows in text order. */
static void sort_names(dl_scene *s) {
    if (s->drafts.count < 2) return;
    qsort(s->drafts.rows + 1, s->drafts.count - 1, sizeof *s->drafts.rows, draft_order);
    for (DL_EACH(i, &s->drafts)) {
        const dl_draft *d = &s->drafts.rows[i];
        for (uint32_t t = d->first; t <= d->last; t++) s->marks[t].name = i;
        s->marks[d->mention.head].draft = i;
    }
}

static int order_of(const void *a, const void *b, void *scene) {
    const dl_scene *s = scene;
    uint32_t i = *(const uint32_t *)a, j = *(const uint32_t *)b;
    int order = draft_order(&s->drafts.rows[i], &s->drafts.rows[j]);
    return order ? order : (i > j) - (i < j);
}

/* "One | of its soldiers": whose they are is known when all of the sentence has been referred, and he is one of them. */
static void take_of(dl_scene *s, dl_draft *d) {
    uint32_t of = dl_who_child(s, d->mention.head, DL_DEP_NMOD), draft = of > d->mention.head ? s->marks[of].draft : 0;
    bool counts = dl_who_token(s, d->mention.head)->upos == DL_UPOS_NUM ||
                  dl_bytes_among(dl_who_token(s, d->mention.head)->lemma, "some many several most dozen hundred thousand score few");
    if (!counts || !draft || d->mention.named || !dl_who_has_case(s, of, "of")) return;
    const dl_draft *whole = &s->drafts.rows[draft];
    dl_bytes actor = dl_who_actor_of(s, whole);
    bool same = d->agent && d->agent == whole->agent && dl_actor_country(actor).size && d->mention.entity != whole->mention.entity;
    if (!same || whole->mention.named || !d->mention.entity) return;
    d->mention.actor = actor;
    if (!dl_who_entity_of(s, d)->name.size) dl_who_entity_of(s, d)->actor = actor;
}

/* Puts the sentence's drafts into text order and finds out whom they mean. */
static void refer_sentence(dl_scene *s, uint32_t names, uint32_t names_end, uint32_t others) {
    uint32_t n = 0, drafts = s->drafts.count ? s->drafts.count : 1; /* with row 0, which an empty array has not */
    uint32_t room = names_end - names + drafts - others;
    uint32_t *rows = DL_NEW_ARRAY(&s->doc->arena, uint32_t, room);
    for (uint32_t i = names; i < names_end; i++) rows[n++] = i;
    for (uint32_t i = others; i < s->drafts.count; i++) rows[n++] = i;
    if (n) qsort_r(rows, n, sizeof *rows, order_of, s);
    for (uint32_t i = 0; i < n; i++) {
        *DL_PUSH(&s->doc->arena, &s->order) = rows[i];
        dl_who_refer(s, s->order.count - 1);
    }
    for (uint32_t i = 0; i < n; i++) take_of(s, &s->drafts.rows[rows[i]]);
}

static dl_bytes name_of(const dl_scene *s, const dl_draft *d) {
    const dl_entity *e = &s->entities.rows[d->mention.entity];
    return e->name.size ? e->name : dl_doc_words(s->doc, d->mention.span);
}

/* A named thing has one code, that of its entity; a description may have its own. */
static dl_bytes actor_of(const dl_scene *s, const dl_draft *d) {
    const dl_entity *e = &s->entities.rows[d->mention.entity];
    if ((d->mention.named || d->pronoun) && d->mention.actor.size) return d->mention.actor;
    if (d->mention.named || e->known) return e->actor;
    return e->actor.size > d->mention.actor.size ? e->actor : d->mention.actor;
}

/* Where the tables have its name, or the noun of a description. */
static void note_row(const dl_scene *s, const dl_draft *d, dl_mention *m) {
    uint32_t country = d->country.size ? s->marks[d->last].country : 0;
    if (d->table)
        m->know_table = d->table, m->know_row = d->row;
    else if (country)
        m->know_table = s->countries, m->know_row = country - 1;
    else if (d->agent)
        m->know_table = s->agents, m->know_row = d->agent - 1;
}

static void write_mentions(dl_scene *s) {
    uint32_t numbers = 0;
    for (DL_EACH(i, &s->order)) {
        const dl_draft *d = &s->drafts.rows[s->order.rows[i]];
        dl_entity *e = &s->entities.rows[d->mention.entity];
        if (!e->number) e->number = ++numbers;
        dl_mention *m = DL_DOC_PUSH(s->doc, mentions);
        *m = d->mention;
        m->entity = e->number;
        m->name = name_of(s, d);
        bool abroad = d->abroad || dl_who_acts_on(s, d->mention.head, s->dominant);
        m->actor = abroad ? actor_of(s, d) : dl_who_at_home(s, actor_of(s, d));
        m->id = e->id;
        note_row(s, d, m);
    }
}

void dl_who_read(const dl_know *know, const dl_countries *countries, dl_doc *doc) {
    dl_scene s = set_up(know, countries, doc);
    for (DL_EACH(i, &doc->sentences)) dl_who_mark_sentence(&s, i);
    s.policed = tells_of_police_only(&s);
    for (DL_EACH(i, &doc->times))
        for (uint32_t t = doc->times.rows[i].first_token; t <= doc->times.rows[i].last_token; t++) s.marks[t].timed = 1;
    for (DL_EACH(i, &doc->places)) s.place_first[doc->places.rows[i].first_token] = i;
    for (DL_EACH(i, &doc->sentences)) dl_who_names(&s, i);
    dl_who_place_names(&s);
    dl_who_surnames(&s);
    sort_names(&s);
    dl_who_know_names(&s);
    dl_who_count_countries(&s);
    uint32_t names = 1, names_end = s.drafts.count ? s.drafts.count : 1;
    for (DL_EACH(i, &doc->sentences)) {
        uint32_t from = names, others = s.drafts.count ? s.drafts.count : 1;
        while (names < names_end && s.drafts.rows[names].mention.sentence == i) names++;
        dl_who_finish_names(&s, from, names);
        dl_who_phrases(&s, i);
        refer_sentence(&s, from, names, others);
    }
    write_mentions(&s);
    if (s.about_one) doc->about = s.dominant;
}
