/* Who a person is: known ones by full name, or by first name or initial and surname; a bare surname by what the document says elsewhere and only then
 * by who held an office at its date. */
#include "who/names.h"

/* Whether all rows with this surname are of one person. */
static bool only_one(const dl_scene *s, uint32_t t) {
    dl_know_hit hits[DL_WHO_HITS];
    const dl_actor_table *offices = &s->actors.offices;
    uint32_t n = dl_know_look_up_word(s->know, offices->table, dl_who_token(s, t)->word, hits, DL_WHO_HITS);
    for (uint32_t i = 1; i < n; i++)
        if (!dl_bytes_equal(dl_actor_cell(&s->actors, offices, hits[i].row, offices->id),
                            dl_actor_cell(&s->actors, offices, hits[0].row, offices->id)))
            return false;
    return n > 0;
}

dl_bytes dl_who_office_country(const dl_scene *s, uint32_t surname, uint32_t title) {
    const dl_actor_table *offices = &s->actors.offices;
    dl_know_hit hits[DL_WHO_HITS];
    dl_bytes called = dl_know_cell(s->know, s->titles, title - 1, s->title_words), country = {0};
    uint32_t n =
        dl_who_token(s, surname)->word ? dl_know_look_up_word(s->know, offices->table, dl_who_token(s, surname)->word, hits, DL_WHO_HITS) : 0;
    for (uint32_t i = 0; i < n; i++) {
        dl_bytes here = dl_actor_cell(&s->actors, offices, hits[i].row, offices->country);
        if (!dl_bytes_alike(dl_know_cell(s->know, offices->table, hits[i].row, s->office_title), called)) continue;
        if (country.size && !dl_bytes_equal(country, here)) return (dl_bytes){0};
        country = here;
    }
    return country;
}

/* "Senator Lopez", "Judge Merkel": a seat that the one who holds another office does not have. */
static bool has_other_seat(const dl_scene *s, uint32_t t, uint32_t row) {
    if (t < 2 || !s->marks[t - 1].title || dl_who_token(s, t - 1)->sentence != dl_who_token(s, t)->sentence) return false;
    dl_bytes seat = dl_know_cell(s->know, s->titles, s->marks[t - 1].title - 1, s->title_role);
    bool seated = dl_bytes_is(seat, "LEG") || dl_bytes_is(seat, "JUD");
    return seated && !dl_bytes_equal(seat, dl_actor_cell(&s->actors, &s->actors.offices, row, s->actors.offices.role));
}

/* "Trump", "Zelensky": who leads a state, and alone of all in the tables has a name that few others have, needs no first name. */
static bool leads(const dl_scene *s, uint32_t t, uint32_t row) {
    static const char *const titles[] = {"president",      "prime minister",    "chancellor",        "king",
                                         "vice president", "secretary general", "secretary of state"};
    const dl_actor_table *offices = &s->actors.offices;
    dl_bytes title = dl_know_cell(s->know, offices->table, row, s->office_title);
    bool head = false;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) head = head || dl_bytes_is(title, titles[i]);
    char low[DL_WHO_KEY];
    dl_bytes name = {low, dl_who_key(s, t, t, low)};
    return head && !dl_bytes_among(name, "brown dan davis may paz pena sanchez") && only_one(s, t);
}

/* A bare surname stands for who holds an office at the date only where the text names the country, a place in it or a title, or all know the leader;
 * Gonzalez and Lee are many. */
static bool holds_here(const dl_scene *s, uint32_t t, uint32_t row) {
    if (has_other_seat(s, t, row)) return false;
    if (s->doc->published == DL_NO_TIME ? !only_one(s, t) : !dl_actor_row_holds(&s->actors, &s->actors.offices, row, s->doc->published)) return false;
    uint32_t country = dl_who_country_row(s, dl_actor_cell(&s->actors, &s->actors.offices, row, s->actors.offices.country));
    if (!country || s->country_seen[country - 1] || s->place_seen[country - 1] || s->doc->published == DL_NO_TIME || leads(s, t, row)) return true;
    return t > 1 && s->marks[t - 1].title && dl_who_token(s, t - 1)->sentence == dl_who_token(s, t)->sentence;
}

/* Whether someone of this surname holds an office at the document's date. */
static bool holder(const dl_scene *s, uint32_t t) {
    dl_know_hit hits[DL_WHO_HITS];
    uint32_t n = dl_who_token(s, t)->word ? dl_know_look_up_word(s->know, s->actors.offices.table, dl_who_token(s, t)->word, hits, DL_WHO_HITS) : 0;
    for (uint32_t i = 0; i < n; i++)
        if (holds_here(s, t, hits[i].row)) return true;
    return false;
}

/* "Sudesh Amman, 20," */
static bool has_age(const dl_scene *s, uint32_t last) {
    uint32_t end = dl_sentence_end(&s->doc->sentences.rows[dl_who_token(s, last)->sentence]);
    if (last + 3 >= end || dl_who_token(s, last + 1)->xpos != DL_XPOS_COMMA || dl_who_token(s, last + 3)->upos != DL_UPOS_PUNCT) return false;
    dl_bytes age = dl_token_text(s->doc, last + 2);
    return age.size == 2 && dl_is_digit(age.data[0]) && dl_is_digit(age.data[1]);
}

/* Not "in Amman" and not "Amman police": a place's name where a person's may stand. */
static bool stands_alone(const dl_scene *s, const dl_draft *d) {
    const dl_token *t = dl_who_token(s, d->mention.head);
    dl_deprel base = dl_deprel_base(t->deprel);
    bool argument = base == DL_DEP_NSUBJ || base == DL_DEP_OBJ || t->deprel == DL_DEP_NMOD_POSS || t->deprel == DL_DEP_OBL_AGENT;
    return argument && !dl_who_child(s, d->mention.head, DL_DEP_COMPOUND);
}

/* A person beyond doubt, by a given name, an initial or a title: the tagger alone may have taken "Mozilla Firefox" for one. */
static bool is_certain(const dl_scene *s, const dl_draft *d) {
    dl_bytes first = dl_token_text(s->doc, d->first);
    if (has_age(s, d->last)) return true;
    if (d->table || (first.size == 2 && first.data[1] == '.') || (d->first > 1 && s->marks[d->first - 1].title)) return true;
    return dl_who_in_table(s, s->given, dl_who_token(s, d->first)->word);
}

/* "The Moon" is no Mr Moon. */
static bool has_article(const dl_scene *s, uint32_t t) {
    return t > 1 && dl_who_token(s, t - 1)->upos == DL_UPOS_DET && dl_who_token(s, t - 1)->sentence == dl_who_token(s, t)->sentence;
}

/* Surnames that the tagger missed, of persons whom the document names in full or who hold an office at its date. */
void dl_who_surnames(dl_scene *s) {
    char key[DL_WHO_KEY];
    for (DL_EACH(i, &s->drafts)) {
        dl_draft *d = &s->drafts.rows[i];
        bool aged = d->mention.kind == DL_NAME_PLACE && d->first < d->last && !d->mention.place && !d->country.size && has_age(s, d->last);
        if (aged) d->mention.kind = DL_NAME_PERSON; /* whatever the tagger took it for */
        if (d->mention.kind == DL_NAME_PERSON && d->first < d->last && is_certain(s, d))
            dl_who_find(s, 'l', (dl_bytes){key, dl_who_key(s, d->last, d->last, key)}, 1);
    }
    for (DL_EACH(i, &s->drafts)) { /* "Bloomberg", of Michael Bloomberg */
        dl_draft *d = &s->drafts.rows[i];
        bool body = d->first == d->last && d->table && d->table == s->actors.bodies.table && !has_article(s, d->first);
        if (body && dl_who_find(s, 'l', (dl_bytes){key, dl_who_key(s, d->first, d->first, key)}, 0))
            d->table = d->row = 0, d->mention.kind = DL_NAME_PERSON, d->mention.plural = 0;
    }
    for (DL_EACH(t, &s->doc->tokens)) {
        const dl_token *w = dl_who_token(s, t);
        bool capital = dl_is_upper(dl_token_text(s->doc, t).data[0]) && !s->doc->sentences.rows[w->sentence].capitals;
        bool proper = w->upos == DL_UPOS_PROPN || (w->upos == DL_UPOS_NOUN && capital);
        if (!proper || s->marks[t].name || s->marks[t].country || s->marks[t].title || s->marks[t].timed || has_article(s, t)) continue;
        bool said = dl_who_find(s, 'l', (dl_bytes){key, dl_who_key(s, t, t, key)}, 0) != 0;
        if (said || (!s->marks[t].agent && w->upos == DL_UPOS_PROPN && holder(s, t))) dl_name_push(s, t, t, DL_NAME_PERSON);
    }
}

static bool same_start(dl_bytes a, dl_bytes b) {
    size_t n = 0;
    while (n < a.size && n < b.size && dl_to_lower(a.data[n]) == dl_to_lower(b.data[n])) n++;
    bool initial = (a.size == 2 && a.data[1] == '.') || a.size == 1 || (b.size > 1 && b.data[1] == '.');
    return n >= 3 || (n && (initial || n == a.size || n == b.size));
}

static bool surname_fits(const dl_scene *s, const dl_draft *d, const dl_know_hit *h) {
    if (h->table != s->actors.offices.table || h->last != d->last || dl_known_namesake(s, d->first, h->row)) return false;
    if (h->first == d->first) return h->column != s->surname || holds_here(s, d->first, h->row);
    if (h->column != s->surname) return false;
    dl_bytes name = dl_actor_cell(&s->actors, &s->actors.offices, h->row, s->actors.offices.name), first = {0};
    return dl_bytes_cut(&name, ' ', &first) && same_start(dl_token_text(s->doc, d->first), first);
}

/* A bare surname that belongs to several who hold office is left alone. */
static bool choose_person(const dl_scene *s, dl_draft *d) {
    const dl_sentence *row = &s->doc->sentences.rows[d->mention.sentence];
    dl_know_view view = {.text = s->doc->text, .tokens = s->doc->tokens.rows, .end = d->last + 1, .capitals = row->capitals};
    dl_know_hit hits[DL_WHO_HITS];
    dl_known_name best = {0};
    for (uint32_t t = d->first; t <= d->last && t < d->first + 8; t++) {
        if (!dl_who_token(s, t)->word) continue;
        uint32_t n = dl_know_find(s->know, &view, t, s->actors.offices.table, hits, DL_WHO_HITS);
        for (uint32_t i = 0; i < n; i++)
            if (surname_fits(s, d, &hits[i])) dl_known_prefer(s, &best, &hits[i]);
    }
    if (!best.table) return false;
    d->table = best.table;
    d->row = best.row;
    return true;
}

/* Of several persons with one surname the one whose full name stands nearest before; 0 where none does. */
static uint32_t full_name_before(const dl_scene *s, uint32_t draft) {
    char key[DL_WHO_KEY], other[DL_WHO_KEY];
    const dl_draft *d = &s->drafts.rows[draft];
    dl_bytes name = {key, dl_who_key(s, d->first, d->last, key)};
    for (uint32_t back = 1; back < draft && back <= 64; back++) {
        const dl_draft *c = &s->drafts.rows[draft - back];
        if (c->mention.kind != DL_NAME_PERSON || dl_who_is_surname(s, c)) continue;
        if (dl_bytes_equal(name, (dl_bytes){other, dl_who_key(s, dl_who_surname(s, c, c->last), c->last, other)})) return c->mention.entity;
    }
    return 0;
}

/* Whom a bare surname means, where several are called so or a full name comes late: whom it meant before; behind a title, the full name nearest
 * before; else whom the document names in full first, for a report calls him by surname whom it is about; 0: let the tables say. */
static uint32_t bearer(dl_scene *s, uint32_t draft, dl_bytes name) {
    enum { LATE = 3 };
    const dl_draft *d = &s->drafts.rows[draft];
    uint32_t before = dl_who_find(s, 'b', name, 0), full = dl_who_find(s, 'f', name, 0);
    bool several = dl_who_find(s, 'd', name, 0) != 0;
    if (several && d->first > 1 && s->marks[d->first - 1].title) return full_name_before(s, draft);
    if (before || !full) return before;
    bool late = full > draft && s->drafts.rows[full].mention.sentence >= d->mention.sentence + LATE; /* "Mary Cole", long behind the senator Cole */
    return late ? 0 : s->drafts.rows[full].mention.entity;
}

/* "Zarema", of 7-year-old Zarema Idigova: the one person whom the report names so in full, where nobody has it as a surname. */
static uint32_t by_given_name(dl_scene *s, const dl_draft *d, dl_bytes name) {
    uint32_t full = d->first == d->last ? dl_who_find(s, 'g', name, 0) : 0;
    bool titled = d->first > 1 && s->marks[d->first - 1].title;
    if (!full || titled || dl_who_find(s, 'G', name, 0) || dl_who_find(s, 's', name, 0)) return 0;
    return s->drafts.rows[full].mention.entity;
}

static void enter_given_name(dl_scene *s, uint32_t draft) {
    char key[DL_WHO_KEY];
    const dl_draft *d = &s->drafts.rows[draft];
    dl_bytes name = {key, dl_who_key(s, d->first, d->first, key)};
    uint32_t other = dl_who_find(s, 'g', name, 0);
    if (other && s->drafts.rows[other].mention.entity != d->mention.entity) dl_who_find(s, 'G', name, 1);
    if (!other) dl_who_find(s, 'g', name, draft);
}

/* "Ford Motor Company", "Harper Mining Company": a firm, which may be called by the name of him who founded it. */
static bool is_firm(const dl_scene *s, const dl_draft *d) {
    bool firm = s->marks[d->last].agent && dl_bytes_finish(dl_who_agent(s, s->marks[d->last].agent).role, "BUS");
    return firm || dl_bytes_finish(s->entities.rows[d->mention.entity].actor, "BUS");
}

/* "Mahan", of Mahan Air: the first word of a body's name, where that is no word of another kind. */
static void enter_first_word(dl_scene *s, uint32_t draft) {
    char key[DL_WHO_KEY];
    const dl_draft *d = &s->drafts.rows[draft];
    const dl_who_mark *m = &s->marks[d->first];
    dl_bytes word = dl_token_text(s->doc, d->first);
    bool proper = d->mention.kind == DL_NAME_ORGANISATION && d->first < d->last && word.size > 3 && dl_is_upper(word.data[0]) &&
                  !s->doc->sentences.rows[d->mention.sentence].capitals;
    if (!proper || m->country || m->title || m->agent || m->timed || s->place_first[d->first] || dl_who_token(s, d->first)->upos != DL_UPOS_PROPN)
        return;
    if (dl_who_in_table(s, s->given, dl_who_token(s, d->first)->word) && !is_firm(s, d)) return;
    dl_bytes name = {key, dl_who_key(s, d->first, d->first, key)};
    uint32_t other = dl_who_find(s, 'o', name, 0);
    if (other && other != d->mention.entity) dl_who_find(s, 'O', name, 1); /* two bodies begin so */
    if (!other) dl_who_find(s, 'o', name, d->mention.entity);
}

/* "BTP", of the British Transport Police (BTP), "Mahan", of Mahan Air: the body that a single word is short for, whatever the tagger took it for;
 * or 0. */
static uint32_t short_for(dl_scene *s, const dl_draft *d) {
    char key[DL_WHO_KEY];
    if (d->first != d->last || d->table || s->doc->sentences.rows[d->mention.sentence].capitals) return 0;
    dl_bytes word = dl_token_text(s->doc, d->first), name = {key, dl_who_key(s, d->first, d->first, key)};
    bool acronym = word.size > 1;
    for (size_t i = 0; i < word.size; i++) acronym = acronym && dl_is_upper(word.data[i]);
    uint32_t entity = acronym ? dl_who_find(s, 'n', name, 0) : dl_who_find(s, 'O', name, 0) ? 0 : dl_who_find(s, 'o', name, 0);
    return entity && s->entities.rows[entity].kind == DL_NAME_ORGANISATION ? entity : 0;
}

static bool has_title(const dl_scene *s, const dl_draft *d) {
    return d->first > 1 && s->marks[d->first - 1].title && dl_who_token(s, d->first - 1)->sentence == d->mention.sentence;
}

/* "King Hussein", in a report of Saddam Hussein: whom the tables know by title and surname. */
static bool known_by_title(const dl_scene *s, dl_draft *d) {
    dl_known_name k = has_title(s, d) ? dl_known_at(s, d->first - 1) : (dl_known_name){0};
    if (!k.table || k.table != s->actors.offices.table || k.last != d->last) return false;
    d->table = k.table;
    d->row = k.row;
    return true;
}

/* "Prime Minister Ali | of Chad": of another land than the one of that surname. */
static bool of_another_land(const dl_scene *s, const dl_draft *d, uint32_t entity) {
    uint32_t of = d->last + 1;
    if (!has_title(s, d) || of + 1 >= s->doc->tokens.count || !dl_bytes_is(dl_token_text(s->doc, of), "of") || !s->marks[of + 1].name) return false;
    dl_bytes land = s->drafts.rows[s->marks[of + 1].name].country, own = dl_actor_country(s->entities.rows[entity].actor);
    return land.size == 3 && own.size && !dl_bytes_equal(land, own);
}

static void enter_surname(dl_scene *s, uint32_t draft) {
    char key[DL_WHO_KEY];
    dl_draft *d = &s->drafts.rows[draft];
    dl_bytes name = {key, dl_who_key(s, d->first, d->last, key)};
    bool person = d->mention.kind == DL_NAME_PERSON && dl_who_is_surname(s, d);
    if (person && known_by_title(s, d)) {
        dl_who_enter(s, draft);
        return;
    }
    uint32_t entity = person ? bearer(s, draft, name) : 0;
    if (entity && of_another_land(s, d, entity)) {
        d->mention.entity = dl_who_entity(s, DL_NAME_PERSON);
        return;
    }
    if (!entity && person) entity = by_given_name(s, d, name);
    if (!entity && (!dl_who_find(s, 's', name, 0) || dl_who_find(s, 'f', name, 0))) choose_person(s, d);
    uint32_t body = person && !entity && !dl_who_find(s, 's', name, 0) && !has_title(s, d) ? short_for(s, d) : 0;
    if (body) {
        d->mention.kind = DL_NAME_ORGANISATION;
        d->mention.entity = body;
        return;
    }
    if (entity)
        d->mention.entity = entity;
    else
        dl_who_enter(s, draft);
    if (person) dl_who_find(s, 'b', name, d->mention.entity);
}

/* The word of a full name that a report goes on with: the last, but the first of "Qaboos bin Said". */
static uint32_t calling_name(const dl_scene *s, const dl_draft *d) {
    bool fathers = d->last > d->first + 1 && dl_bytes_among(dl_token_text(s->doc, d->first + 1), "bin ibn bint");
    return fathers ? d->first : d->last;
}

/* Persons by full name first, so that a surname in the headline finds the name that the text gives later. */
void dl_who_know_names(dl_scene *s) {
    char key[DL_WHO_KEY];
    for (DL_EACH(i, &s->drafts)) {
        dl_draft *d = &s->drafts.rows[i];
        bool person = d->mention.kind == DL_NAME_PERSON;
        bool place = d->mention.kind == DL_NAME_PLACE && !d->country.size && d->first == d->last;
        bool lone = place && (!d->mention.place || stands_alone(s, d)); /* "Amman advised her", of Sudesh Amman */
        if (lone && dl_who_find(s, 'l', (dl_bytes){key, dl_who_key(s, d->first, d->last, key)}, 0))
            d->mention.kind = DL_NAME_PERSON, d->mention.place = 0, person = true;
        if (person && dl_who_is_surname(s, d)) continue;
        if (person && !d->table) choose_person(s, d);
        bool body = d->mention.kind == DL_NAME_ORGANISATION && !dl_who_find(s, 'n', (dl_bytes){key, dl_who_key(s, d->first, d->last, key)}, 0);
        uint32_t whole = body ? short_for(s, d) : 0;
        if (whole) {
            d->mention.entity = whole;
            continue;
        }
        dl_who_enter(s, i);
        enter_first_word(s, i);
        uint32_t called = calling_name(s, d);
        dl_bytes surname = {key, dl_who_key(s, called == d->last ? dl_who_surname(s, d, called) : called, called, key)};
        if (person && !dl_who_find(s, 'f', surname, 0)) dl_who_find(s, 'f', surname, i);
        if (person) enter_given_name(s, i);
    }
    for (DL_EACH(i, &s->drafts))
        if (!s->drafts.rows[i].mention.entity) enter_surname(s, i);
}
