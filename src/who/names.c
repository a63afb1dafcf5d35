/* Proper names: what the name tagger found, what the knowledge holds, and places. The longer of two that overlap stands; titles and articles are
 * cut off. Known persons are told by full name, or by first name or initial and surname; a bare surname by what the document says elsewhere and
 * only then by who held an office at its date. */
#include "who/scene.h"

enum { HITS = 24, LONGEST_NAME = 32 /* words */ };

/* A name as the knowledge has it. */
typedef struct known_name {
    uint32_t table, row, first, last;
    bool surname;
} known_name;

static uint32_t top_of(const dl_scene *s, uint32_t first, uint32_t last) {
    for (uint32_t t = first; t <= last; t++) {
        uint32_t head = dl_who_token(s, t)->head;
        if ((head < first || head > last) && dl_who_token(s, t)->upos != DL_UPOS_PUNCT) return t;
    }
    return last;
}

static bool is_subject(const dl_scene *s, uint32_t t) {
    return dl_deprel_base(dl_who_token(s, t)->deprel) == DL_DEP_NSUBJ;
}

static uint32_t push_name(dl_scene *s, uint32_t first, uint32_t last, uint8_t kind) {
    dl_draft *d = DL_PUSH(&s->doc->arena, &s->drafts);
    uint32_t number = (uint32_t)(d - s->drafts.rows), head = top_of(s, first, last);
    dl_span span = {dl_who_token(s, first)->span.begin, dl_who_token(s, last)->span.end};
    unsigned xpos = dl_who_token(s, last)->xpos;
    *d = (dl_draft){.first = first, .last = last, .subject = is_subject(s, head)};
    d->mention = (dl_mention){.span = span, .sentence = dl_who_token(s, first)->sentence, .head = head, .kind = kind, .named = 1};
    d->mention.plural = (xpos == DL_XPOS_NNS || xpos == DL_XPOS_NNPS) && kind != DL_NAME_PERSON && kind != DL_NAME_PLACE;
    for (uint32_t t = first; t <= last; t++) s->marks[t].name = number;
    if (!s->marks[head].draft) s->marks[head].draft = number;
    return number;
}

static uint8_t tagged(const dl_scene *s, uint32_t t) {
    return dl_who_token(s, t)->name & (uint8_t)~DL_NAME_BEGIN;
}

/* Last token of the tagger's name that begins at t. */
static uint32_t tagged_end(const dl_scene *s, uint32_t t, uint32_t end) {
    uint8_t kind = tagged(s, t);
    uint32_t last = t;
    while (last + 1 < end && last - t < LONGEST_NAME && dl_who_token(s, last + 1)->name == kind) last++;
    return last;
}

/* A word in capitals where the sentence is not: UN, FMLN. */
static bool acronym(const dl_scene *s, uint32_t t) {
    dl_bytes w = dl_token_text(s->doc, t);
    uint32_t upper = 0;
    for (size_t i = 0; i < w.size; i++) {
        if (dl_is_lower(w.data[i])) return false;
        upper += dl_is_upper(w.data[i]);
    }
    return upper > 1 && !s->doc->sentences.rows[dl_who_token(s, t)->sentence].capitals;
}

/* A noun with a capital inside a sentence that is not set in capitals throughout. */
static bool capital_inside(const dl_scene *s, uint32_t t) {
    const dl_sentence *row = &s->doc->sentences.rows[dl_who_token(s, t)->sentence];
    return t > row->first_token && !row->capitals && row->zone != DL_ZONE_HEADLINE && dl_is_upper(dl_token_text(s->doc, t).data[0]) &&
           dl_who_token(s, t)->upos == DL_UPOS_NOUN;
}

/* A single word is taken for a name only where the tagger or the tag says so: Dawn, Shell and Total are words too. */
static bool hit_fits(const dl_scene *s, const dl_know_hit *h) {
    if (h->table != s->actors.offices.table && h->table != s->actors.bodies.table && h->table != s->actors.metonyms.table) return false;
    if (h->table == s->actors.offices.table) return h->first < h->last;
    bool name = dl_who_token(s, h->last)->upos == DL_UPOS_PROPN || tagged(s, h->last) || acronym(s, h->last) || capital_inside(s, h->last);
    return name || h->first < h->last;
}

/* Whether the text names the country of the row. */
static bool seen_here(const dl_scene *s, const dl_actor_table *t, uint32_t row) {
    uint32_t country = dl_who_country_row(s, dl_actor_cell(&s->actors, t, row, t->country));
    if (!country) return false;
    if (s->country_seen[country - 1]) return true;
    dl_bytes near = dl_know_cell(s->know, s->countries, country - 1, s->country_near), one;
    while (dl_bytes_cut(&near, '|', &one)) {
        uint32_t neighbour = dl_who_country_row(s, one);
        if (neighbour && s->country_seen[neighbour - 1]) return true;
    }
    return false;
}

/* A short acronym of a national party or group is one of many unless the text names its country or one beside it. */
static bool stray_acronym(const dl_scene *s, const dl_know_hit *h) {
    dl_bytes word = dl_token_text(s->doc, h->first);
    if (h->first < h->last || h->table != s->actors.bodies.table || word.size > 4) return false;
    for (size_t i = 0; i < word.size; i++)
        if (dl_is_lower(word.data[i])) return false;
    dl_bytes code = dl_actor_cell(&s->actors, &s->actors.bodies, h->row, s->actors.bodies.code);
    bool national = dl_actor_cell(&s->actors, &s->actors.bodies, h->row, s->actors.bodies.country).size;
    return national && !dl_bytes_finish(code, "JRN") && !dl_bytes_finish(code, "BUS") && !seen_here(s, &s->actors.bodies, h->row);
}

/* Of rows with one name: that of a country that the text names, then the one that holds at the document's date, else the first. */
static void prefer(const dl_scene *s, known_name *best, const dl_know_hit *h) {
    const dl_actor_table *t = h->table == s->actors.offices.table  ? &s->actors.offices
                              : h->table == s->actors.bodies.table ? &s->actors.bodies
                                                                   : NULL;
    bool longer = !best->table || h->last - h->first > best->last - best->first;
    if (!longer && t && best->table == h->table && h->last == best->last && seen_here(s, t, h->row) != seen_here(s, t, best->row)) {
        if (seen_here(s, t, h->row)) *best = (known_name){h->table, h->row, h->first, h->last, false};
        return;
    }
    bool holds = !longer && t && h->last == best->last && dl_actor_row_holds(&s->actors, t, h->row, s->doc->published) &&
                 !(best->table == t->table && dl_actor_row_holds(&s->actors, t, best->row, s->doc->published));
    if (longer || holds) *best = (known_name){h->table, h->row, h->first, h->last, false};
}

static known_name known_at(const dl_scene *s, uint32_t t) {
    const dl_sentence *row = &s->doc->sentences.rows[dl_who_token(s, t)->sentence];
    dl_know_view view = {.text = s->doc->text, .tokens = s->doc->tokens.rows, .end = dl_sentence_end(row), .capitals = row->capitals};
    dl_know_hit hits[HITS];
    known_name best = {0};
    if (!dl_who_token(s, t)->word) return best;
    uint32_t n = dl_know_find(s->know, &view, t, 0, hits, HITS);
    for (uint32_t i = 0; i < n; i++)
        if (hit_fits(s, &hits[i]) && !stray_acronym(s, &hits[i])) prefer(s, &best, &hits[i]);
    return best;
}

/* The country phrase that begins at t, by its last token, or 0. */
static uint32_t country_at(const dl_scene *s, uint32_t t, uint32_t end) {
    for (uint32_t last = t; last < end && last < t + 6; last++)
        if (s->marks[last].country && last + 1 - s->marks[last].country_words == t) return last;
    return 0;
}

static uint32_t title_words_at(const dl_scene *s, uint32_t first, uint32_t last) {
    for (uint32_t t = last; t > first; t--) { /* the longest that leaves a word */
        uint32_t end = t - 1;
        if (s->marks[end].title && end + 1 - s->marks[end].title_words <= first) return end - first + 1;
    }
    return 0;
}

/* A word without a capital ends no name. */
static bool lower_case(const dl_scene *s, uint32_t t) {
    dl_bytes w = dl_token_text(s->doc, t);
    return w.size && dl_is_lower(w.data[0]) && !dl_bytes_start(w, "al-") && !dl_bytes_start(w, "el-");
}

/* First token of a tagged name without article, title and, before a person, a country's adjective. */
static uint32_t trim_front(const dl_scene *s, uint32_t first, uint32_t last, uint8_t kind) {
    for (uint32_t steps = 0; first < last && steps < 8; steps++) {
        const dl_token *t = dl_who_token(s, first);
        uint32_t words = kind == DL_NAME_PERSON ? title_words_at(s, first, last) : 0, country;
        dl_bytes text = dl_token_text(s->doc, first);
        bool small = lower_case(s, first) && !dl_who_among(text, "de da di du van von bin la le del della");
        if (small || t->upos == DL_UPOS_DET || t->upos == DL_UPOS_PUNCT || t->upos == DL_UPOS_ADP || t->upos == DL_UPOS_PART)
            words = 1;
        else if (!words && kind == DL_NAME_PERSON && (country = country_at(s, first, last)) && s->marks[country].adjective && t->upos == DL_UPOS_ADJ)
            words = country - first + 1;
        if (!words) break;
        first += words;
    }
    return first;
}

/* Where a tagged name runs on: a person's into a preposition or another sign than those inside names, a place's into a comma. */
static bool ends_before(const dl_scene *s, uint32_t t, uint8_t kind) {
    const dl_token *w = dl_who_token(s, t);
    dl_bytes text = dl_token_text(s->doc, t);
    if (s->marks[t].timed) return true; /* "Emmanuel Macron Sunday" */
    if (dl_who_among(text, "-- --- _ | : ; ( [ \" * # > =") || (dl_bytes_is(text, "-") && !dl_who_token(s, t - 1)->glued)) return true;
    if (kind == DL_NAME_PLACE) return dl_bytes_is(text, ",");
    if (kind != DL_NAME_PERSON) return false;
    bool sign = w->upos == DL_UPOS_PUNCT && !dl_who_among(text, "- ' . \xe2\x80\x99");
    return sign || w->upos == DL_UPOS_NUM || w->upos == DL_UPOS_CCONJ ||
           (w->upos == DL_UPOS_ADP && !dl_who_among(text, "de da di du van von al el bin der den la le"));
}

static uint32_t trim_back(const dl_scene *s, uint32_t first, uint32_t last, uint8_t kind) {
    for (uint32_t t = first + 1; t <= last; t++)
        if (ends_before(s, t, kind)) last = t - 1;
    while (last > first && lower_case(s, last)) last--;
    while (last > first && (dl_who_token(s, last)->upos == DL_UPOS_PART || dl_who_token(s, last)->upos == DL_UPOS_ADP ||
                            (dl_who_token(s, last)->upos == DL_UPOS_PUNCT && !dl_bytes_is(dl_token_text(s->doc, last), ")"))))
        last--;
    return last;
}

static void name_known(dl_scene *s, const known_name *k) {
    uint32_t d = push_name(s, k->first, k->last, k->table == s->actors.offices.table ? DL_NAME_PERSON : DL_NAME_ORGANISATION);
    s->drafts.rows[d].table = k->table;
    s->drafts.rows[d].row = k->row;
}

static void name_country(dl_scene *s, uint32_t first, uint32_t last) {
    uint32_t d = push_name(s, first, last, s->marks[last].adjective ? DL_NAME_NATIONALITY : DL_NAME_PLACE);
    s->drafts.rows[d].country = dl_know_cell(s->know, s->countries, s->marks[last].country - 1, s->country_code);
}

/* A body named inside a longer name that the tagger found ("BBC Arabic", "Hamas political bureau") gives it its code. */
static void body_inside(dl_scene *s, uint32_t draft, const known_name *k) {
    dl_draft *d = &s->drafts.rows[draft];
    if (d->mention.kind != DL_NAME_ORGANISATION || !k->table || k->table == s->actors.offices.table) return;
    d->table = k->table;
    d->row = k->row;
}

/* An acronym of three letters or more that the knowledge does not hold. */
static bool unknown_body(const dl_scene *s, uint32_t t) {
    const dl_who_mark *m = &s->marks[t];
    dl_bytes w = dl_token_text(s->doc, t);
    for (size_t i = 0; i < w.size; i++)
        if (!dl_is_upper(w.data[i])) return false;
    return w.size >= 3 && w.size <= 7 && dl_who_token(s, t)->upos == DL_UPOS_PROPN && !m->agent && !m->title && !m->timed && !s->place_first[t];
}

/* Last token of the place that begins at t, or 0. */
static uint32_t place_end(const dl_scene *s, uint32_t t) {
    return s->place_first[t] ? s->doc->places.rows[s->place_first[t]].last_token : 0;
}

/* "Emergency Situations Ministry" of which the tagger took the last word: capitalised words that modify it belong to it. Returns its last token or 0.
 */
static uint32_t compound_start(const dl_scene *s, uint32_t t, uint32_t end) {
    uint32_t body = t;
    while (body < end && body < t + 4 && !dl_who_token(s, body)->name && dl_who_token(s, body)->upos == DL_UPOS_PROPN &&
           dl_deprel_base(dl_who_token(s, body)->deprel) == DL_DEP_COMPOUND && !s->marks[body].country && !s->marks[body].title &&
           !s->marks[body].timed)
        body++;
    if (body == t || body >= end || dl_who_token(s, body)->name != (DL_NAME_BEGIN | DL_NAME_ORGANISATION)) return 0;
    uint32_t last = tagged_end(s, body, end), head = dl_who_token(s, t)->head;
    return head > t && head <= last && !s->doc->sentences.rows[dl_who_token(s, t)->sentence].capitals ? last : 0;
}

/* "Grand Mufti", "Prime Minister": a title alone is a description. */
static bool only_title(const dl_scene *s, uint32_t first, uint32_t last) {
    const dl_who_mark *m = &s->marks[last];
    bool title = m->title && last + 1u - m->title_words <= first;
    bool noun = m->agent && last + 1u - m->agent_words <= first && dl_who_agent(s, m->agent).kind == DL_AGENT_PERSON;
    return (title || noun) && (first < last || noun);
}

/* One name that begins at t; returns the token behind it, or t. */
static uint32_t name_at(dl_scene *s, uint32_t t, uint32_t end) {
    known_name k = known_at(s, t);
    uint32_t country = country_at(s, t, end), tag = 0;
    uint8_t kind = tagged(s, t);
    if (kind && (dl_who_token(s, t)->name & DL_NAME_BEGIN)) tag = tagged_end(s, t, end);
    uint32_t longer = compound_start(s, t, end);
    if (longer) tag = longer, kind = DL_NAME_ORGANISATION;
    uint32_t run = dl_who_run(s, t, end);
    if (run > tag && (!kind || kind == DL_NAME_PERSON)) tag = run, kind = DL_NAME_PERSON;
    if (tag) {
        uint32_t first = trim_front(s, t, tag, kind);
        if (first > t) return t; /* read the cut-off words alone first; the rest is met again */
        tag = trim_back(s, t, tag, kind);
    }
    if (k.table && k.last >= tag && (!country || k.last >= country)) return name_known(s, &k), k.last + 1;
    uint32_t place = place_end(s, t);
    if (place > country && place >= tag && (place > t || !kind)) return push_name(s, t, place, DL_NAME_PLACE), place + 1;
    bool headline = s->doc->sentences.rows[dl_who_token(s, t)->sentence].zone == DL_ZONE_HEADLINE;
    bool person = kind == DL_NAME_PERSON && tag > country && !headline;
    if (country && headline && kind == DL_NAME_PERSON && tag > country) tag = country;
    if (country && country >= tag && !person) return name_country(s, t, country), country + 1;
    if (!tag && !kind && acronym(s, t) && unknown_body(s, t)) return push_name(s, t, t, DL_NAME_ORGANISATION), t + 1;
    if (!tag || (t == tag && (lower_case(s, t) || dl_who_token(s, t)->upos == DL_UPOS_PUNCT || dl_who_token(s, t)->upos == DL_UPOS_PART))) return t;
    if (only_title(s, t, tag)) return t;
    uint32_t d = push_name(s, t, tag, dl_who_kind(s, t, tag, kind));
    if (k.table && k.first == t) body_inside(s, d, &k);
    return tag + 1;
}

/* The words that were cut off the front of a tagged name leave the rest without a beginning. */
static uint32_t rest_of_name(dl_scene *s, uint32_t t, uint32_t end) {
    uint8_t kind = tagged(s, t);
    if (!kind || (dl_who_token(s, t)->name & DL_NAME_BEGIN) || s->marks[t].name) return t;
    uint32_t country = country_at(s, t, end);
    known_name k = known_at(s, t);
    uint32_t last = tagged_end(s, t, end);
    if (trim_front(s, t, last, kind) > t) return t;
    last = trim_back(s, t, last, kind);
    if (k.table && k.last >= last) return name_known(s, &k), k.last + 1;
    if (country >= last && country) return name_country(s, t, country), country + 1;
    if (t == last && (lower_case(s, t) || dl_who_token(s, t)->upos == DL_UPOS_PART)) return t;
    if (only_title(s, t, last)) return t;
    push_name(s, t, last, dl_who_kind(s, t, last, kind));
    return last + 1;
}

void dl_who_names(dl_scene *s, uint32_t sentence) {
    const dl_sentence *row = &s->doc->sentences.rows[sentence];
    uint32_t end = dl_sentence_end(row), t = row->first_token;
    while (t < end) {
        uint32_t next = name_at(s, t, end);
        if (next == t) next = rest_of_name(s, t, end);
        t = next > t ? next : t + 1;
    }
}

/* Whether all rows with this surname are of one person. */
static bool only_one(const dl_scene *s, uint32_t t) {
    dl_know_hit hits[HITS];
    const dl_actor_table *offices = &s->actors.offices;
    uint32_t n = dl_know_look_up_word(s->know, offices->table, dl_who_token(s, t)->word, hits, HITS);
    for (uint32_t i = 1; i < n; i++)
        if (!dl_bytes_equal(dl_actor_cell(&s->actors, offices, hits[i].row, offices->id),
                            dl_actor_cell(&s->actors, offices, hits[0].row, offices->id)))
            return false;
    return n > 0;
}

/* A bare surname stands for who holds an office at the date only where the text names the country or a title; Gonzalez and May are many. */
static bool holds_here(const dl_scene *s, uint32_t t, uint32_t row) {
    if (s->doc->published == DL_NO_TIME ? !only_one(s, t) : !dl_actor_row_holds(&s->actors, &s->actors.offices, row, s->doc->published)) return false;
    uint32_t country = dl_who_country_row(s, dl_actor_cell(&s->actors, &s->actors.offices, row, s->actors.offices.country));
    if (!country || s->country_seen[country - 1] || s->doc->published == DL_NO_TIME) return true;
    return t > 1 && s->marks[t - 1].title && dl_who_token(s, t - 1)->sentence == dl_who_token(s, t)->sentence;
}

/* Whether someone of this surname holds an office at the document's date. */
static bool holder(const dl_scene *s, uint32_t t) {
    dl_know_hit hits[HITS];
    uint32_t n = dl_who_token(s, t)->word ? dl_know_look_up_word(s->know, s->actors.offices.table, dl_who_token(s, t)->word, hits, HITS) : 0;
    for (uint32_t i = 0; i < n; i++)
        if (holds_here(s, t, hits[i].row)) return true;
    return false;
}

static bool covered(const dl_scene *s, const dl_place *p) {
    for (uint32_t t = p->first_token; t <= p->last_token; t++)
        if (s->marks[t].name) return true;
    return false;
}

static bool is_country(dl_bytes feature) {
    return dl_bytes_start(feature, "PCL");
}

/* Ties places to the names that they are, and names those that nobody else did. */
void dl_who_place_names(dl_scene *s) {
    for (DL_EACH(p, &s->doc->places)) {
        const dl_place *place = &s->doc->places.rows[p];
        uint32_t draft = s->marks[place->last_token].name;
        if (!draft && !covered(s, place)) draft = push_name(s, place->first_token, place->last_token, DL_NAME_PLACE);
        if (!draft) continue;
        dl_draft *d = &s->drafts.rows[draft];
        bool same = d->first == place->first_token && d->last == place->last_token;
        if (!same || d->table || (d->mention.kind == DL_NAME_PERSON && d->first < d->last)) continue;
        if (d->mention.kind == DL_NAME_ORGANISATION || d->mention.kind == DL_NAME_PERSON) d->mention.kind = DL_NAME_PLACE;
        if (d->mention.kind == DL_NAME_NATIONALITY) continue;
        d->mention.place = p;
        d->capital = dl_bytes_is(place->feature, "PPLC");
        if (is_country(place->feature) && !d->country.size && place->country.size == 3) d->country = place->country;
    }
}

/* Surnames that the tagger missed, of persons whom the document names in full or who hold an office at its date. */
void dl_who_surnames(dl_scene *s) {
    char key[DL_WHO_KEY];
    for (DL_EACH(i, &s->drafts)) {
        const dl_draft *d = &s->drafts.rows[i];
        if (d->mention.kind == DL_NAME_PERSON && d->first < d->last) dl_who_find(s, 'l', (dl_bytes){key, dl_who_key(s, d->last, d->last, key)}, 1);
    }
    for (DL_EACH(t, &s->doc->tokens)) {
        const dl_token *w = dl_who_token(s, t);
        bool capital = dl_is_upper(dl_token_text(s->doc, t).data[0]) && !s->doc->sentences.rows[w->sentence].capitals;
        bool proper = w->upos == DL_UPOS_PROPN || (w->upos == DL_UPOS_NOUN && capital);
        if (!proper || s->marks[t].name || s->marks[t].country || s->marks[t].title || s->marks[t].timed) continue;
        bool said = dl_who_find(s, 'l', (dl_bytes){key, dl_who_key(s, t, t, key)}, 0) != 0;
        if (said || (!s->marks[t].agent && w->upos == DL_UPOS_PROPN && holder(s, t))) push_name(s, t, t, DL_NAME_PERSON);
    }
}

/* ---------------------------------------------------------------- who a person is */

static bool same_start(dl_bytes a, dl_bytes b) {
    size_t n = 0;
    while (n < a.size && n < b.size && dl_to_lower(a.data[n]) == dl_to_lower(b.data[n])) n++;
    bool initial = (a.size == 2 && a.data[1] == '.') || a.size == 1 || (b.size > 1 && b.data[1] == '.');
    return n >= 3 || (n && (initial || n == a.size || n == b.size));
}

static bool surname_fits(const dl_scene *s, const dl_draft *d, const dl_know_hit *h) {
    if (h->table != s->actors.offices.table || h->last != d->last) return false;
    if (h->first == d->first) return h->column != s->surname || holds_here(s, d->first, h->row);
    if (h->column != s->surname) return false;
    dl_bytes name = dl_actor_cell(&s->actors, &s->actors.offices, h->row, s->actors.offices.name), first = {0};
    return dl_bytes_cut(&name, ' ', &first) && same_start(dl_token_text(s->doc, d->first), first);
}

/* A bare surname that belongs to several who hold office is left alone. */
static bool choose_person(const dl_scene *s, dl_draft *d) {
    const dl_sentence *row = &s->doc->sentences.rows[d->mention.sentence];
    dl_know_view view = {.text = s->doc->text, .tokens = s->doc->tokens.rows, .end = d->last + 1, .capitals = row->capitals};
    dl_know_hit hits[HITS];
    known_name best = {0};
    for (uint32_t t = d->first; t <= d->last && t < d->first + 8; t++) {
        if (!dl_who_token(s, t)->word) continue;
        uint32_t n = dl_know_find(s->know, &view, t, s->actors.offices.table, hits, HITS);
        for (uint32_t i = 0; i < n; i++)
            if (surname_fits(s, d, &hits[i])) prefer(s, &best, &hits[i]);
    }
    if (!best.table) return false;
    d->table = best.table;
    d->row = best.row;
    return true;
}

/* Of several persons with one surname the one whose full name stands nearest before. */
static uint32_t full_name_before(const dl_scene *s, uint32_t draft) {
    char key[DL_WHO_KEY], other[DL_WHO_KEY];
    const dl_draft *d = &s->drafts.rows[draft];
    dl_bytes name = {key, dl_who_key(s, d->last, d->last, key)};
    for (uint32_t back = 1; back < draft && back <= 64; back++) {
        const dl_draft *c = &s->drafts.rows[draft - back];
        if (c->mention.kind != DL_NAME_PERSON || c->first == c->last) continue;
        if (dl_bytes_equal(name, (dl_bytes){other, dl_who_key(s, c->last, c->last, other)})) return c->mention.entity;
    }
    return 0;
}

/* Persons by full name first, so that a surname in the headline finds the name that the text gives later. */
void dl_who_know_names(dl_scene *s) {
    char key[DL_WHO_KEY];
    for (DL_EACH(i, &s->drafts)) {
        dl_draft *d = &s->drafts.rows[i];
        bool person = d->mention.kind == DL_NAME_PERSON;
        bool lone = d->mention.kind == DL_NAME_PLACE && !d->mention.place && !d->country.size && d->first == d->last;
        if (lone && dl_who_find(s, 'l', (dl_bytes){key, dl_who_key(s, d->first, d->last, key)}, 0)) d->mention.kind = DL_NAME_PERSON, person = true;
        if (person && d->first == d->last) continue;
        if (person && !d->table) choose_person(s, d);
        dl_who_enter(s, i);
    }
    for (DL_EACH(i, &s->drafts)) {
        dl_draft *d = &s->drafts.rows[i];
        if (d->mention.entity) continue;
        dl_bytes name = {key, dl_who_key(s, d->first, d->last, key)};
        uint32_t relative = dl_who_find(s, 'd', name, 0) ? full_name_before(s, i) : 0;
        if (!relative && !dl_who_find(s, 's', name, 0)) choose_person(s, d);
        if (relative)
            d->mention.entity = relative;
        else
            dl_who_enter(s, i);
    }
}
