/* What the words around a proper name tell of it: the title and role in front of a person, the role noun inside an organisation's name, the
 * preposition before a capital. */
#include "know/code.h"
#include "know/fired.h"
#include "who/refer.h"

/* Where the title in front of a person's name ends: at the name, or before what it is of or to ("First Minister of Scotland Nicola Sturgeon", "US
 * ambassador to Israel David Friedman"), which stands between. */
typedef struct title_site {
    uint32_t end;  /* first token behind the title */
    uint32_t name; /* draft of the name between, 0 none */
} title_site;

/* The words in front of `end` that may be a title: "former Ukrainian prime minister", "Sinn Fein leader". Returns the first of them. */
static uint32_t title_start(const dl_scene *s, uint32_t end) {
    uint32_t first = s->doc->sentences.rows[dl_who_token(s, end)->sentence].first_token, t = end;
    bool titled = end > first && (s->marks[end - 1].title || s->marks[end - 1].agent);
    while (t > first && end - t < DL_WHO_REACH) {
        uint32_t words = s->marks[t - 1].title ? s->marks[t - 1].title_words : 0;
        if (words > 1 && t - first >= words) { /* "Secretary of State" */
            t -= words;
            continue;
        }
        const dl_token *w = dl_who_token(s, t - 1);
        dl_bytes text = dl_token_text(s->doc, t - 1);
        bool hyphen = w->upos == DL_UPOS_PUNCT && dl_bytes_is(text, "-");
        bool genitive = w->upos == DL_UPOS_PART && w->xpos == DL_XPOS_POS;
        bool word = w->upos == DL_UPOS_ADJ || w->upos == DL_UPOS_NOUN || w->upos == DL_UPOS_PROPN || w->upos == DL_UPOS_X || s->marks[t - 1].name ||
                    s->marks[t - 1].title || s->marks[t - 1].agent;
        bool of = w->upos == DL_UPOS_ADP && t < end && s->marks[t].country && !titled; /* not "aide to Iraqi President" */
        if (!hyphen && !genitive && !word && !of) break;
        bool address = t < end && dl_bytes_among(dl_token_text(s->doc, t), "mr mr. mrs mrs. ms ms. miss");
        if (address && s->marks[t - 1].agent && dl_who_agent(s, s->marks[t - 1].agent).kind == DL_AGENT_BODY) break; /* "told the agency | Mr Lee" */
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

static title_site title_site_of(const dl_scene *s, const dl_draft *d) {
    title_site here = {d->first, 0};
    uint32_t first = s->doc->sentences.rows[d->mention.sentence].first_token, name = d->first > first ? s->marks[d->first - 1].name : 0;
    if (!name || dl_who_is_person(&s->drafts.rows[name])) return here;
    uint32_t t = s->drafts.rows[name].first;
    if (t > first && dl_who_token(s, t - 1)->upos == DL_UPOS_DET) t--;
    if (t <= first + 1 || !dl_bytes_among(dl_token_text(s->doc, t - 1), "of to for in with at") || !role_before(s, t - 1)) return here;
    return (title_site){t - 1, name};
}

/* What the title is of says whose it is, where the words in front do not; where an envoy is sent to does not. */
static void add_between(const dl_scene *s, const title_site *site, dl_parts *parts) {
    const dl_draft *name = &s->drafts.rows[site->name];
    bool whose = dl_bytes_among(dl_token_text(s->doc, site->end), "of for in");
    parts->state &= whose;
    if (whose && !parts->countries && !parts->base.size) dl_who_gather(s, name->first, name->last, parts);
}

static void learn_gender(dl_scene *s, const dl_draft *d, uint32_t title, uint32_t agent) {
    dl_entity *e = &s->entities.rows[d->mention.entity];
    dl_bytes flags = title ? dl_know_cell(s->know, s->titles, title - 1, s->title_flags) : (dl_bytes){0}, flag;
    while (dl_bytes_cut(&flags, ' ', &flag)) {
        if (dl_bytes_is(flag, "she")) e->gender = 'f';
        if (dl_bytes_is(flag, "he")) e->gender = 'm';
    }
    if (!e->gender && agent) e->gender = dl_who_agent(s, agent).gender;
    e->told = e->gender;
}

static void move_head(dl_scene *s, uint32_t draft, uint32_t head) {
    dl_draft *d = &s->drafts.rows[draft];
    if (s->marks[d->mention.head].draft == draft) s->marks[d->mention.head].draft = 0;
    d->mention.head = head;
    d->subject |= dl_deprel_base(dl_who_token(s, head)->deprel) == DL_DEP_NSUBJ;
    s->marks[head].draft = draft;
}

/* The title or noun may be the head to which the parser hung the name, or, where it read one subject as two, its sister; role fillers are found
 * there. */
static void take_head(dl_scene *s, uint32_t draft, uint32_t start) {
    const dl_draft *d = &s->drafts.rows[draft];
    for (uint32_t steps = 0; steps < 4; steps++) {
        uint32_t head = dl_who_token(s, d->mention.head)->head;
        dl_deprel base = dl_deprel_base(dl_who_token(s, d->mention.head)->deprel);
        bool part = base == DL_DEP_FLAT || base == DL_DEP_APPOS || base == DL_DEP_COMPOUND || base == DL_DEP_NMOD || base == DL_DEP_DEP;
        if (!part || head < start || head >= d->first || s->marks[head].name) break;
        move_head(s, draft, head);
    }
    const dl_token *name = dl_who_token(s, d->mention.head), *title = dl_who_token(s, d->first - 1);
    bool sisters = title->head == name->head && title->deprel == name->deprel && dl_deprel_base(name->deprel) == DL_DEP_NSUBJ;
    if (d->first > start && sisters && !s->marks[d->first - 1].name) move_head(s, draft, d->first - 1);
}

/* "Corporal Jan Novak of the municipal police": whose rank it is, whatever word of the name the tree hung it on. */
static dl_bytes service_behind(const dl_scene *s, uint32_t last) {
    uint32_t t = last + 1, end = dl_sentence_end(&s->doc->sentences.rows[dl_who_token(s, last)->sentence]);
    dl_bytes role = {0};
    if (t >= end || !dl_bytes_among(dl_token_text(s->doc, t), "of from with")) return role;
    for (t++; t < end && t < last + 7; t++) {
        unsigned upos = dl_who_token(s, t)->upos;
        if (upos != DL_UPOS_DET && upos != DL_UPOS_ADJ && upos != DL_UPOS_NOUN && upos != DL_UPOS_PROPN) break;
        if (s->marks[t].agent) role = dl_who_agent(s, s->marks[t].agent).role;
    }
    return role;
}

/* Presidents, ambassadors and senators are called so for life, ministers are not. */
static bool is_of_office(const dl_scene *s, uint32_t title) {
    return title && dl_bytes_finish(dl_know_cell(s->know, s->titles, title - 1, s->title_words), "Minister");
}

/* Whether an office of the person is called as the text's title is, or longer ("Secretary" for a secretary of state). */
static bool held(const dl_scene *s, const dl_entity *e, uint32_t title) {
    dl_bytes called = title ? dl_know_cell(s->know, s->titles, title - 1, s->title_words) : (dl_bytes){0};
    uint32_t first, end;
    dl_actor_rows(&s->actors, &s->actors.offices, e->id, &first, &end);
    for (uint32_t r = first; r < end && called.size; r++) {
        dl_bytes office = dl_know_cell(s->know, s->actors.offices.table, r, s->office_title);
        if (office.size >= called.size && dl_bytes_alike((dl_bytes){office.data, called.size}, called)) return true;
    }
    return false;
}

/* The text's own title tells more than a table in which the person held no office at the date, or none but one that is over and called otherwise. */
static bool says_more(const dl_scene *s, const dl_entity *e, const dl_parts *parts, uint32_t title) {
    if (!parts->role.size || parts->former) return false;
    if (e->actor.size <= 3) return true;
    bool other = !dl_bytes_among(parts->role, "gov leg jud") || (is_of_office(s, title) && !held(s, e, title));
    return other && s->doc->published != DL_NO_TIME && dl_bytes_finish(e->actor, "ELI");
}

/* "his | wife Anna" */
static bool is_relative(const dl_scene *s, uint32_t noun) {
    bool owned = noun > 1 && (dl_who_token(s, noun - 1)->xpos == DL_XPOS_PRP_POSS || dl_who_token(s, noun - 1)->xpos == DL_XPOS_POS);
    return owned && dl_bytes_is(dl_who_agent(s, s->marks[noun].agent).role, "CVL");
}

/* "Ivanov's spokeswoman | Anna Orlova": who speaks for a person is of that person's sector. */
static void add_principal(const dl_scene *s, uint32_t start, dl_parts *parts) {
    uint32_t name = parts->voice && start > 1 ? s->marks[start - 1].name : 0;
    if (!name || dl_who_token(s, start)->xpos != DL_XPOS_POS || parts->countries || parts->base.size) return;
    if (dl_who_is_person(&s->drafts.rows[name])) dl_who_gather(s, s->drafts.rows[name].first, start - 1, parts);
}

/* What title and name have around them tells of the person. */
static void read_title(dl_scene *s, dl_draft *d, const title_site *site, uint32_t start) {
    dl_parts behind = {.weak = true};
    dl_who_gather(s, start, site->end - 1, &d->parts);
    if (site->name) add_between(s, site, &d->parts);
    add_principal(s, start, &d->parts);
    for (uint32_t t = start; t < d->first; t++) s->marks[t].owned = !s->marks[t].name;
    dl_who_add_phrases(s, d->mention.head, DL_WHO_ANYWHERE, &behind);
    if (!d->parts.countries && behind.countries) d->parts.country[0] = behind.country[0], d->parts.countries = 1;
    if (!d->parts.base.size && !d->parts.countries) d->parts.base = behind.base;
    dl_bytes service = d->parts.rank && d->parts.weak ? service_behind(s, d->last) : (dl_bytes){0};
    if (service.size) d->parts.role = service;
    bool leads = d->parts.countries && dl_bytes_among(dl_who_token(s, site->end - 1)->lemma, "leader ruler strongman");
    if (!d->parts.role.size && is_relative(s, site->end - 1)) d->parts.role = DL_LIT("CVL");
    if (!d->parts.role.size && leads) d->parts.role = DL_LIT("GOV"), d->parts.weak = false;
}

/* Persons of the table: without a date the text's own title tells which office it was. */
static void settle_known(dl_scene *s, dl_entity *e, const dl_parts *said, uint32_t title) {
    dl_bytes country = {e->actor.data, e->actor.size < 3 ? 0 : 3};
    if (s->doc->published == DL_NO_TIME && said->former && e->actor.size > 3 && dl_bytes_finish(e->actor, "GOV"))
        e->actor = dl_actor_compose(&s->doc->arena, country, DL_LIT("ELI"));
    if (!says_more(s, e, said, title)) return;
    dl_parts parts = *said;
    if (dl_actor_country(e->actor).size) { /* a person of a country keeps it, whoever is spoken of beside */
        parts.base = (dl_bytes){0};
        if (!parts.countries) parts.country[0] = country, parts.countries = 1;
    }
    e->actor = dl_who_code(s, &parts, 0);
}

/* The country that a description of an earlier sentence names, the last first: one by the word of `title`, or, where that is 0, of a mission. */
static dl_bytes described_before(const dl_scene *s, const dl_draft *d, uint32_t title) {
    for (uint32_t i = s->drafts.count; i-- > 1;) {
        const dl_draft *before = &s->drafts.rows[i];
        if (!before->agent || before->mention.sentence >= d->mention.sentence || before->parts.countries != 1) continue;
        const dl_token *noun = dl_who_token(s, before->mention.head);
        bool meant =
            title ? noun->stem == dl_who_token(s, title)->stem : dl_bytes_among(noun->lemma, "embassy consulate legation ambassador diplomat");
        if (meant) return before->parts.country[0];
    }
    return (dl_bytes){0};
}

/* "Kent Police said … Inspector Jones": of the country of the force last named. */
static dl_bytes force_before(const dl_scene *s, const dl_draft *d) {
    for (uint32_t i = (uint32_t)(d - s->drafts.rows); i-- > 1;) {
        dl_bytes actor = s->entities.rows[s->drafts.rows[i].mention.entity].actor;
        if (s->drafts.rows[i].mention.kind == DL_NAME_ORGANISATION && dl_actor_is_of(actor, "COP")) return dl_actor_country(actor);
    }
    return (dl_bytes){0};
}

/* "Israeli Prime Minister Avi Stern and | Energy Minister Dan Katz": whose the one is with whom he stands in a row. */
static dl_bytes beside_in_row(const dl_scene *s, uint32_t start) {
    uint32_t other = start > 2 && dl_bytes_among(dl_token_text(s->doc, start - 1), "and &") ? s->marks[start - 2].name : 0;
    const dl_draft *o = &s->drafts.rows[other];
    bool holds_office = other && dl_who_is_person(o) && o->parts.state && o->parts.countries == 1;
    return holds_office && o->mention.sentence == dl_who_token(s, start)->sentence ? o->parts.country[0] : (dl_bytes){0};
}

/* Others: institutions of a state of which the text names none belong to that of all who were called so, else to the one that governs the sentence.
 */
static void settle_unknown(dl_scene *s, dl_draft *d, dl_entity *e, uint32_t title, uint32_t site_end) {
    dl_parts *parts = &d->parts;
    if (!parts->role.size && !parts->base.size && !parts->countries) return;
    if (!parts->countries && !parts->base.size && parts->state) {
        dl_bytes held = title && d->first == d->last ? dl_who_office_country(s, d->last, title) : (dl_bytes){0};
        bool abroad = dl_bytes_among(dl_who_token(s, site_end - 1)->lemma, "ambassador envoy consul attaché attache");
        if (!held.size) held = described_before(s, d, site_end - 1); /* "Russia's ambassador ... Ambassador Karlov" */
        if (!held.size && abroad) held = described_before(s, d, 0);  /* "the Russian consulate ... Ambassador Sorokin" */
        if (!held.size && dl_bytes_is(parts->role, "COP")) held = force_before(s, d);
        if (!held.size) held = beside_in_row(s, title_start(s, site_end));
        if (!held.size && !abroad && dl_bytes_among(parts->role, "cop jud")) held = dl_who_on_the_spot(s, d->mention.head, parts->role);
        parts->country[0] = held.size || abroad ? held : dl_who_governing(s, d->first, true, false);
        parts->countries = parts->country[0].size == 3 && !dl_who_acts_on(s, d->mention.head, parts->country[0]);
    }
    if (!parts->countries && !parts->base.size && parts->local && s->about_one && dl_bytes_is(parts->role, "BUS"))
        parts->country[0] = s->dominant, parts->countries = 1;
    if (e->actor.size < 4) e->actor = dl_who_code(s, parts, 0);
    e->rank = parts->rank && parts->weak;
}

/* The country in "Lucia Andrade | of Ecuador", wherever the tree hung it. */
static dl_bytes named_behind(const dl_scene *s, const dl_draft *d) {
    uint32_t t = d->last + 1;
    if (t + 1 >= s->doc->tokens.count || !dl_bytes_among(dl_token_text(s->doc, t), "of") || !s->marks[t + 1].name) return (dl_bytes){0};
    const dl_draft *place = &s->drafts.rows[s->marks[t + 1].name];
    return place->first == t + 1 && place->mention.kind == DL_NAME_PLACE ? place->country : (dl_bytes){0};
}

/* "Foreign Ministers Ole Berg of Norway and | Ana Pop of Romania": the title of the row stands before the first. */
static void share_title(dl_scene *s, uint32_t draft) {
    dl_draft *d = &s->drafts.rows[draft];
    const dl_draft *before = draft > 2 ? &s->drafts.rows[draft - 2] : NULL, *place = &s->drafts.rows[draft - 1];
    dl_bytes country = named_behind(s, d);
    if (!country.size || !before || !before->titled_many || before->mention.sentence != d->mention.sentence) return;
    uint32_t t = place->last + 1;
    if (t < d->first && dl_bytes_is(dl_token_text(s->doc, t), ",")) t++;
    if (t < d->first && dl_bytes_among(dl_token_text(s->doc, t), "and")) t++;
    if (t != d->first || t == place->last + 1 || place->first != before->last + 2) return;
    dl_entity *e = &s->entities.rows[d->mention.entity];
    d->parts = before->parts;
    d->parts.country[0] = country;
    d->parts.countries = 1;
    d->titled_many = true;
    if (e->actor.size < 4) e->actor = dl_who_code(s, &d->parts, 0);
}

/* The draft of the body in "the BBC's | John Smith", "Ana Pop | of Amnesty International"; 0. */
static uint32_t body_beside(const dl_scene *s, const dl_draft *d) {
    const dl_sentence *row = &s->doc->sentences.rows[d->mention.sentence];
    uint32_t t = d->last + 1, end = dl_sentence_end(row), name = 0;
    if (d->first > row->first_token + 1 && dl_who_token(s, d->first - 1)->xpos == DL_XPOS_POS) name = s->marks[d->first - 2].name;
    if (!name && t + 2 < end && dl_bytes_among(dl_token_text(s->doc, t), "of from")) {
        t += dl_who_token(s, t + 1)->upos == DL_UPOS_DET ? 2 : 1;
        name = t < end ? s->marks[t].name : 0;
    }
    return name && s->drafts.rows[name].mention.kind == DL_NAME_ORGANISATION ? name : 0;
}

/* A person of whom the text tells nothing but the body that he is of is of its kind. */
static void read_body(dl_scene *s, dl_draft *d) {
    dl_entity *e = &s->entities.rows[d->mention.entity];
    uint32_t name = e->actor.size || e->id.size ? 0 : body_beside(s, d);
    const dl_draft *body = &s->drafts.rows[name];
    dl_parts parts = {.weak = true};
    if (!name || s->entities.rows[body->mention.entity].actor.size < 3) return;
    dl_who_gather(s, body->first, body->last, &parts);
    if (!parts.role.size && !parts.base.size) return;
    d->parts = parts;
    e->actor = dl_who_code(s, &parts, 0);
}

static void finish_person(dl_scene *s, uint32_t draft) {
    dl_draft *d = &s->drafts.rows[draft];
    title_site site = title_site_of(s, d);
    if (!role_before(s, site.end)) {
        share_title(s, draft);
        read_body(s, d);
        return;
    }
    uint32_t start = title_start(s, site.end), title = title_before(s, site.end), agent = s->marks[site.end - 1].agent;
    if (title) dl_know_fired(s->know, s->titles, title - 1);
    take_head(s, draft, start);
    learn_gender(s, d, title, agent);
    read_title(s, d, &site, start);
    dl_bytes own = named_behind(s, d);
    d->titled_many = own.size && d->parts.role.size && site.end > 1 && dl_bytes_finish(dl_token_text(s->doc, site.end - 1), "s");
    if (d->titled_many) d->parts.country[0] = own, d->parts.countries = 1;
    dl_entity *e = &s->entities.rows[d->mention.entity];
    if (!d->parts.former || !e->called[0]) dl_who_call(e, dl_who_called_by(s, site.end - 1));
    if (e->id.size)
        settle_known(s, e, &d->parts, title);
    else
        settle_unknown(s, d, e, title, site.end);
}

/* "Acme Corp." */
static bool is_firm(const dl_scene *s, const dl_draft *d) {
    return d->first < d->last &&
           dl_bytes_among(dl_token_text(s->doc, d->last), "corp corp. inc inc. co. ltd ltd. llc plc ag gmbh bancorp holdings airlines airways asa "
                                                          "oyj a/s n.v. b.v. s.a. s.p.a. ab oy bhd bhd. berhad pte k.k. s.r.l. kgaa");
}

/* "Joy FM", "Radio Phoenix", "the Valletta Herald" */
static bool is_outlet(const dl_scene *s, const dl_draft *d) {
    if (d->first == d->last) return false;
    bool ends = dl_bytes_among(dl_token_text(s->doc, d->last), "fm tv radio television times herald gazette tribune courier telegraph newspaper");
    return ends || dl_bytes_among(dl_token_text(s->doc, d->first), "radio");
}

/* The last word before what a body is about: "Commission | on Religious Freedom". */
static uint32_t before_subject(const dl_scene *s, const dl_draft *d) {
    for (uint32_t t = d->first + 1; t < d->last; t++)
        if (dl_bytes_among(dl_token_text(s->doc, t), "on")) return t - 1;
    return d->last;
}

/* "Hampshire County Council": the country of the province in front of its name, where only one has a province called so. */
static dl_bytes province_country(const dl_scene *s, const dl_draft *d) {
    enum { HITS = 8 };
    dl_know_hit hits[HITS];
    dl_know_view view = {.text = s->doc->text, .tokens = s->doc->tokens.rows, .end = d->last + 1};
    dl_bytes country = {0};
    uint32_t n = dl_who_token(s, d->first)->word ? dl_know_find(s->know, &view, d->first, s->provinces, hits, HITS) : 0;
    for (uint32_t i = 0; i < n; i++) {
        dl_bytes here = dl_know_cell(s->know, s->provinces, hits[i].row, s->province_country);
        if (hits[i].last == d->last || (country.size && !dl_bytes_equal(country, here))) return (dl_bytes){0};
        country = here;
    }
    return country;
}

/* "Chicago City Council": the country of the place in front of its name. */
static dl_bytes place_country(const dl_scene *s, const dl_draft *d) {
    uint32_t place = s->place_first[d->first];
    return place && s->doc->places.rows[place].last_token < d->last ? s->doc->places.rows[place].country : (dl_bytes){0};
}

static void finish_body(dl_scene *s, uint32_t draft) {
    dl_draft *d = &s->drafts.rows[draft];
    dl_entity *e = &s->entities.rows[d->mention.entity];
    if (e->actor.size || d->table) return;
    uint32_t first = s->doc->sentences.rows[d->mention.sentence].first_token;
    uint32_t edge = dl_who_left_edge(s, d->mention.head, first);
    dl_parts parts = {.weak = true};
    for (uint32_t t = d->first; t <= d->last; t++) s->marks[t].name = 0; /* its own words are read */
    dl_who_gather(s, d->first, before_subject(s, d), &parts);
    for (uint32_t t = d->first; t <= d->last; t++) s->marks[t].name = draft;
    bool firm = is_firm(s, d);
    if (firm) parts.role = DL_LIT("BUS"), parts.weak = parts.state = false; /* "Havfor Marine ASA" has no marines */
    if (edge < d->first) dl_who_gather(s, edge, d->first - 1, &parts);
    if (!parts.countries && !firm) dl_who_add_phrases(s, d->mention.head, DL_WHO_ANYWHERE, &parts);
    if (!parts.countries && !parts.base.size && parts.state) {
        parts.country[0] = province_country(s, d);
        if (!parts.country[0].size) parts.country[0] = dl_who_governing(s, d->first, true, false);
        if (!parts.country[0].size) parts.country[0] = place_country(s, d);
        parts.countries = parts.country[0].size == 3;
    }
    if (!parts.role.size && !parts.base.size && is_outlet(s, d)) parts.role = DL_LIT("JRN");
    d->parts = parts;
    e->actor = dl_who_code(s, &parts, 0);
}

/* A capital stands for the government unless a preposition of place opens its phrase; but what is said or sent "from" it is so by the government. */
static bool acts(const dl_scene *s, const dl_draft *d) {
    dl_deprel base = dl_deprel_base(dl_who_token(s, d->mention.head)->deprel);
    bool from = d->first > 2 && dl_bytes_is(dl_token_text(s->doc, d->first - 1), "from"); /* on whichever word the parse hung it */
    if (from && dl_who_token(s, d->first - 2)->upos == DL_UPOS_NOUN && dl_who_wants(s, d->first - 2, DL_LIT("sent"))) return true;
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
