/* Proper names: what the name tagger found, what the knowledge holds, and places. The longer of two that overlap stands. */
#include "who/names.h"

/* A word that only belongs to another of its phrase. */
static bool hangs(const dl_scene *s, uint32_t t) {
    unsigned deprel = dl_who_token(s, t)->deprel;
    return deprel == DL_DEP_FLAT || deprel == DL_DEP_COMPOUND || deprel == DL_DEP_AMOD || deprel == DL_DEP_NMOD_DESC || deprel == DL_DEP_PUNCT ||
           deprel == DL_DEP_CASE || deprel == DL_DEP_DET;
}

/* The word of a name that carries it: one whose head stands outside, a subject or object rather than a part of the words before the name. */
static uint32_t top_of(const dl_scene *s, uint32_t first, uint32_t last) {
    uint32_t top = 0;
    for (uint32_t t = first; t <= last; t++) {
        uint32_t head = dl_who_token(s, t)->head;
        if (head >= first && head <= last) continue;
        if (!hangs(s, t)) return t;
        if (!top && dl_who_token(s, t)->upos != DL_UPOS_PUNCT) top = t;
    }
    return top ? top : last;
}

static bool is_subject(const dl_scene *s, uint32_t t) {
    return dl_deprel_base(dl_who_token(s, t)->deprel) == DL_DEP_NSUBJ;
}

uint32_t dl_name_push(dl_scene *s, uint32_t first, uint32_t last, uint8_t kind) {
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

/* Some persons are listed with a title ("Sheikh Ahmed Yassin"), which is no part of the name. */
static void name_known(dl_scene *s, const dl_known_name *k) {
    bool person = k->table == s->actors.offices.table;
    uint32_t first = person ? dl_trim_front(s, k->first, k->last, DL_NAME_PERSON) : k->first;
    uint32_t d = dl_name_push(s, first, k->last, person ? DL_NAME_PERSON : DL_NAME_ORGANISATION);
    s->drafts.rows[d].table = k->table;
    s->drafts.rows[d].row = k->row;
}

static void name_country(dl_scene *s, uint32_t first, uint32_t last) {
    uint32_t d = dl_name_push(s, first, last, s->marks[last].adjective ? DL_NAME_NATIONALITY : DL_NAME_PLACE);
    s->drafts.rows[d].country = dl_know_cell(s->know, s->countries, s->marks[last].country - 1, s->country_code);
}

/* A body named inside a longer name that the tagger found ("BBC Arabic", "Hamas political bureau") gives it its code. */
static void body_inside(dl_scene *s, uint32_t draft, const dl_known_name *k) {
    dl_draft *d = &s->drafts.rows[draft];
    if (d->mention.kind != DL_NAME_ORGANISATION || !k->table || k->table == s->actors.offices.table) return;
    d->table = k->table;
    d->row = k->row;
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
    uint32_t last = dl_tagged_end(s, body, end), head = dl_who_token(s, t)->head;
    return head > t && head <= last && !s->doc->sentences.rows[dl_who_token(s, t)->sentence].capitals ? last : 0;
}

/* "Grand Mufti", "Prime Minister": a title alone is a description; so is "Col." where the tagger let the name begin behind it. */
static bool only_title(const dl_scene *s, uint32_t first, uint32_t last) {
    const dl_who_mark *m = &s->marks[last];
    bool title = m->title && last + 1u - m->title_words <= first;
    bool noun = m->agent && last + 1u - m->agent_words <= first && dl_who_agent(s, m->agent).kind == DL_AGENT_PERSON;
    bool address =
        title && dl_bytes_among(dl_token_text(s->doc, last), "mr mr. mrs mrs. ms ms. miss dr dr."); /* "Mrs", that the tagger parted from Haley */
    bool before_name = title && last + 1 < s->doc->tokens.count && dl_who_token(s, last + 1)->name == (DL_NAME_BEGIN | DL_NAME_PERSON) &&
                       dl_who_token(s, last + 1)->sentence == dl_who_token(s, last)->sentence;
    return (title || noun) && (first < last || noun || address || before_name);
}

/* "Ana Pop" of which the tagger took the first word: what the tree hangs flat on a person's name belongs to it. */
static uint32_t flat_end(const dl_scene *s, uint32_t first, uint32_t last, uint32_t end) {
    for (uint32_t t = last + 1; t < end && t <= first + 3; t++) {
        const dl_token *w = dl_who_token(s, t);
        dl_bytes text = dl_token_text(s->doc, t);
        bool flat = w->deprel == DL_DEP_FLAT && w->upos == DL_UPOS_PROPN && w->head >= first && w->head <= last && !memchr(text.data, '@', text.size);
        if (!flat || w->name || s->marks[t].country || s->marks[t].title || s->marks[t].agent || s->marks[t].timed) break;
        last = t;
    }
    return last;
}

/* A word that is no name by itself. */
static bool names_nothing(const dl_scene *s, uint32_t t) {
    unsigned upos = dl_who_token(s, t)->upos;
    return dl_lower_case(s, t) || upos == DL_UPOS_PUNCT || upos == DL_UPOS_PART || upos == DL_UPOS_DET;
}

/* "Kent Fire | and Rescue Service": a body's noun of several words ends its name; or `last`. */
static uint32_t body_end(const dl_scene *s, uint32_t first, uint32_t last, uint32_t end) {
    enum { WORDS = 4 };
    for (uint32_t t = last + 2; t < end && t <= last + WORDS; t++) {
        uint32_t begin = t + 1u - s->marks[t].agent_words;
        bool joined = s->marks[t].agent && s->marks[t].agent_words > 2 && begin > first && begin <= last + 1 && !dl_lower_case(s, t);
        if (joined && dl_who_agent(s, s->marks[t].agent).kind == DL_AGENT_BODY) last = t;
    }
    return last;
}

/* "The Guardian Council", "the PAS": the name behind the article goes on to `least`, where that of a newspaper or a place would end. */
static bool known_behind_article(const dl_scene *s, uint32_t t, uint32_t last, uint32_t least, uint32_t end) {
    if (last <= t || !dl_bytes_like(dl_token_text(s->doc, t), "the")) return false;
    dl_known_name k = dl_known_at(s, t + 1);
    bool begins = dl_who_token(s, t + 1)->name == (DL_NAME_BEGIN | DL_NAME_ORGANISATION);
    return (k.table && k.last >= least) || (begins && dl_tagged_end(s, t + 1, end) > last);
}

/* One name that begins at t; returns the token behind it, or t. */
static uint32_t name_at(dl_scene *s, uint32_t t, uint32_t end) {
    dl_known_name k = dl_known_at(s, t);
    uint32_t country = dl_country_at(s, t, end), tag = 0;
    uint8_t kind = dl_tagged(s, t);
    bool capitals = s->doc->sentences.rows[dl_who_token(s, t)->sentence].capitals;
    if (capitals && !kind && k.first == k.last && dl_who_token(s, t)->upos == DL_UPOS_PRON) k.table = 0; /* "WHO WANTS PEACE?" */
    if (kind && (dl_who_token(s, t)->name & DL_NAME_BEGIN)) tag = dl_tagged_end(s, t, end);
    if (k.table && known_behind_article(s, t, k.last, k.last + 1, end)) k.table = 0;
    uint32_t longer = compound_start(s, t, end);
    if (longer) tag = longer, kind = DL_NAME_ORGANISATION;
    uint32_t run = dl_who_run(s, t, end);
    if (run > tag && (!kind || (kind == DL_NAME_PERSON && capitals))) tag = run, kind = DL_NAME_PERSON;
    if (tag && kind == DL_NAME_PERSON && !capitals) tag = flat_end(s, t, tag, end);
    if (tag) {
        uint32_t first = dl_trim_front(s, t, tag, kind);
        if (first > t && k.table && k.last >= first && k.last >= tag) return name_known(s, &k), k.last + 1; /* "Pakistani Taliban", "The Hindu" */
        if (first > t) return t; /* read the cut-off words alone first; the rest is met again */
        tag = dl_trim_back(s, t, tag, kind);
    }
    if (k.table && k.last >= tag && (!country || k.last >= country)) return name_known(s, &k), k.last + 1;
    uint32_t whole = tag && !capitals ? body_end(s, t, tag, end) : 0;
    if (whole > tag) return dl_name_push(s, t, whole, DL_NAME_ORGANISATION), whole + 1;
    uint32_t place = place_end(s, t);
    if (place && known_behind_article(s, t, place, place, end)) place = 0;
    if (place > country && place >= tag && (place > t || !kind)) return dl_name_push(s, t, place, DL_NAME_PLACE), place + 1;
    bool headline = s->doc->sentences.rows[dl_who_token(s, t)->sentence].zone == DL_ZONE_HEADLINE;
    bool titled = country && tag > country && s->marks[country].adjective && only_title(s, country + 1, tag);
    if (titled) tag = country; /* "Kenyan Senator" is no name */
    bool person = kind == DL_NAME_PERSON && tag > country && !headline;
    if (country && headline && kind == DL_NAME_PERSON && tag > country) tag = country;
    if (country && country >= tag && !person) return name_country(s, t, country), country + 1;
    if (!tag || (t == tag && names_nothing(s, t))) return t;
    if (only_title(s, t, tag)) return t;
    uint32_t d = dl_name_push(s, t, tag, dl_who_kind(s, t, tag, kind));
    if (k.table && k.first == t) body_inside(s, d, &k);
    return tag + 1;
}

/* The words that were cut off the front of a tagged name leave the rest without a beginning. */
static uint32_t rest_of_name(dl_scene *s, uint32_t t, uint32_t end) {
    uint8_t kind = dl_tagged(s, t);
    if (!kind || (dl_who_token(s, t)->name & DL_NAME_BEGIN) || s->marks[t].name) return t;
    uint32_t country = dl_country_at(s, t, end);
    dl_known_name k = dl_known_at(s, t);
    uint32_t last = dl_tagged_end(s, t, end);
    if (dl_trim_front(s, t, last, kind) > t) return t;
    last = dl_trim_back(s, t, last, kind);
    if (k.table && k.last >= last) return name_known(s, &k), k.last + 1;
    if (country >= last && country) return name_country(s, t, country), country + 1;
    if (t == last && names_nothing(s, t)) return t;
    if (only_title(s, t, last)) return t;
    dl_name_push(s, t, last, dl_who_kind(s, t, last, kind));
    return last + 1;
}

/* Whether a word is as most are, and no name can begin with it. */
static bool begins_none(const dl_scene *s, uint32_t t) {
    const dl_token *w = dl_who_token(s, t);
    const dl_who_mark *m = &s->marks[t];
    return !w->name && !m->known && !m->land && !s->place_first[t] && w->upos != DL_UPOS_PROPN && !dl_is_upper(dl_token_text(s->doc, t).data[0]);
}

void dl_who_names(dl_scene *s, uint32_t sentence) {
    const dl_sentence *row = &s->doc->sentences.rows[sentence];
    uint32_t end = dl_sentence_end(row), t = row->first_token;
    while (t < end) {
        uint32_t next = begins_none(s, t) ? t + 1 : name_at(s, t, end);
        if (next == t) next = rest_of_name(s, t, end);
        t = next > t ? next : t + 1;
    }
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
        if (!draft && !covered(s, place)) draft = dl_name_push(s, place->first_token, place->last_token, DL_NAME_PLACE);
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
