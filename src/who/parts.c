/* What the words of a phrase tell of an actor: country, role, body; and the code that they make. */
#include "know/code.h"
#include "know/fired.h"
#include "who/scene.h"

enum { CLIMB = 6 };

static bool climbs_to(const dl_scene *s, uint32_t t, uint32_t head) {
    for (uint32_t steps = 0; t && steps < CLIMB; steps++) {
        t = dl_who_token(s, t)->head;
        if (t == head) return true;
    }
    return false;
}

/* Words that may stand in front of a noun inside its phrase. */
static bool may_precede(const dl_scene *s, uint32_t t, uint32_t head) {
    const dl_token *w = dl_who_token(s, t);
    if (s->marks[t].timed || w->xpos == DL_XPOS_WRB) return false;
    switch (w->upos) {
    case DL_UPOS_ADJ:
    case DL_UPOS_NOUN:
    case DL_UPOS_PROPN:
    case DL_UPOS_NUM:
    case DL_UPOS_DET:
    case DL_UPOS_X:
    case DL_UPOS_ADV:
        return true;
    case DL_UPOS_PRON:
        return w->deprel == DL_DEP_NMOD_POSS && w->xpos != DL_XPOS_WP_POSS;
    case DL_UPOS_VERB:
        return w->deprel == DL_DEP_AMOD || w->deprel == DL_DEP_COMPOUND ||
               (w->head == head && t + 1 == head && w->deprel != DL_DEP_CASE && (w->xpos == DL_XPOS_VBG || w->xpos == DL_XPOS_VBN));
    case DL_UPOS_PART:
        return w->deprel == DL_DEP_CASE && w->xpos == DL_XPOS_POS;
    case DL_UPOS_PUNCT:
        return dl_bytes_among(dl_token_text(s->doc, t), "-") || (w->head != head && dl_who_token(s, t - 1)->upos == DL_UPOS_ADJ);
    case DL_UPOS_CCONJ:
        return w->head != head; /* a conjunction of the head's own joins another phrase */
    case DL_UPOS_ADP:
        return w->deprel == DL_DEP_COMPOUND;
    default:
        return false;
    }
}

/* Signs, a verb form that nothing stands before ("arrested several members"), and the hedges before a number ("at least", "nearly"), do not begin a
 * description. */
static bool loose(const dl_scene *s, uint32_t t) {
    const dl_token *w = dl_who_token(s, t), *next = dl_who_token(s, t + 1);
    bool dozen = next->upos == DL_UPOS_DET && dl_who_token(s, t + 2)->upos == DL_UPOS_NUM; /* "at least | a dozen nurses" */
    return w->upos == DL_UPOS_PUNCT || w->upos == DL_UPOS_CCONJ || w->upos == DL_UPOS_ADV ||
           ((next->upos == DL_UPOS_NUM || dozen) && w->upos != DL_UPOS_DET && dl_bytes_among(w->lemma, "least most more less than many few"));
}

static bool tells_nation(const dl_scene *s, uint32_t t) {
    return s->marks[t].country && s->marks[t].adjective && dl_who_token(s, t)->xpos != DL_XPOS_NNPS;
}

/* "Greek, | Cypriot and French officials": the comma of a row of nations. */
static bool joins_nations(const dl_scene *s, uint32_t comma, uint32_t low, uint32_t head) {
    bool between = dl_bytes_is(dl_token_text(s->doc, comma), ",") && comma > low && comma + 2 < head;
    bool goes_on = between && dl_bytes_among(dl_token_text(s->doc, comma + 2), ", and or");
    return goes_on && tells_nation(s, comma - 1) && tells_nation(s, comma + 1) && dl_who_token(s, comma - 1)->upos != DL_UPOS_NOUN;
}

/* "Greek | and Cypriot officials", with the "and" hung on the officials. */
static bool pairs_nations(const dl_scene *s, uint32_t edge, uint32_t low) {
    bool pair = edge > low + 1 && dl_bytes_among(dl_token_text(s->doc, edge - 1), "and or") && tells_nation(s, edge) && tells_nation(s, edge - 2);
    return pair && dl_who_token(s, edge)->upos == DL_UPOS_ADJ && dl_who_token(s, edge - 2)->upos == DL_UPOS_ADJ;
}

uint32_t dl_who_left_edge(const dl_scene *s, uint32_t head, uint32_t first) {
    uint32_t edge = head, low = head - first > DL_WHO_REACH ? head - DL_WHO_REACH : first;
    while (edge > low) {
        const dl_token *w = dl_who_token(s, edge - 1);
        bool hyphen = w->upos == DL_UPOS_PUNCT && w->glued;
        if (joins_nations(s, edge - 1, low, head)) {
            edge--;
            continue;
        }
        if (!hyphen && (!may_precede(s, edge - 1, head) || !climbs_to(s, edge - 1, head))) break;
        if (w->deprel == DL_DEP_APPOS || (w->deprel == DL_DEP_CONJ && w->head == head)) break;
        bool article = edge < head && dl_who_token(s, edge)->head == head && dl_bytes_among(dl_token_text(s->doc, edge), "a an the");
        if (article && w->upos == DL_UPOS_ADJ) break; /* "shot dead | a journalist" */
        edge--;
    }
    /* an adjective of nationality belongs to the noun behind it, wherever the tree hung it */
    while (edge > low && (tells_nation(s, edge - 1) || joins_nations(s, edge - 1, low, head) || (edge < head && pairs_nations(s, edge, low)))) edge--;
    while (edge < head && (loose(s, edge) || dl_who_token(s, edge)->upos == DL_UPOS_VERB)) edge++;
    return edge;
}

/* "a Saudi-led coalition", "the NATO-led force" */
static bool leads(const dl_scene *s, uint32_t last) {
    if (!dl_bytes_among(dl_token_text(s->doc, last + 2), "led")) return false;
    for (uint32_t t = last + 3; t < s->doc->tokens.count && t <= last + 6; t++)
        if (dl_bytes_among(dl_who_token(s, t)->lemma, "coalition force troop")) return true;
    return false;
}

/* "Russian-backed", "Turkish-held": the country is not the actor's own, unless it leads or runs it, or is where somebody of a known trade sits ("a
 * London-based | company"). */
static bool hyphenated(const dl_scene *s, uint32_t last, const dl_parts *parts) {
    if (last + 2 >= s->doc->tokens.count || !dl_bytes_is(dl_token_text(s->doc, last + 1), "-")) return false;
    dl_bytes w = dl_token_text(s->doc, last + 2);
    bool own = parts->role.size && dl_bytes_among(w, "based headquartered");
    return ((dl_bytes_finish(w, "ed") && !own) || dl_bytes_among(w, "held born made wide")) && !leads(s, last);
}

/* "ethnic Albanians" tells of a people, not of a state. */
static bool ethnic(const dl_scene *s, uint32_t first) {
    return first > 1 && dl_who_lemma(s, first - 1, "ethnic");
}

static bool joined(const dl_scene *s, uint32_t from, uint32_t to) {
    for (uint32_t t = from; t < to; t++) {
        unsigned upos = dl_who_token(s, t)->upos;
        bool genitive = dl_who_token(s, t)->xpos == DL_XPOS_POS;
        if (upos != DL_UPOS_CCONJ && upos != DL_UPOS_PUNCT && upos != DL_UPOS_DET && !genitive) return false;
    }
    return from < to;
}

static void add_country(const dl_scene *s, dl_parts *parts, dl_bytes country, uint32_t first, uint32_t last) {
    if (country.size != 3 || hyphenated(s, last, parts) || ethnic(s, first) || parts->countries == DL_WHO_COUNTRIES) return;
    if (parts->countries && !joined(s, last + 1, parts->country_at)) return;
    for (uint32_t i = 0; i < parts->countries; i++)
        if (dl_bytes_equal(parts->country[i], country)) return;
    /* written from right to left, kept from left to right */
    for (uint32_t i = parts->countries; i; i--) parts->country[i] = parts->country[i - 1];
    parts->country[0] = country;
    parts->countries++;
    parts->country_at = first;
}

void dl_who_add_agent(const dl_scene *s, dl_parts *parts, const dl_agent *agent) {
    if (agent->kind == DL_AGENT_THING) return;
    if (dl_bytes_is(agent->role, "IGO")) {
        if (!parts->base.size) parts->base = agent->role;
        return;
    }
    if (agent->role.size && (parts->weak || !parts->role.size)) {
        parts->role = s->policed && agent->rank ? DL_LIT("COP") : agent->role;
        parts->weak = agent->weak;
        parts->rank |= agent->rank;
    }
    parts->state |= agent->state;
    parts->voice |= agent->voice;
    parts->local |= agent->local || (agent->resident && !s->about_several);
    parts->former |= dl_bytes_is(agent->role, "ELI"); /* "former president" */
}

/* "Hamas-run | ministry", "Houthi-controlled | port authority" */
static bool is_ruled(const dl_scene *s, uint32_t last) {
    return last + 3 < s->doc->tokens.count && dl_bytes_is(dl_token_text(s->doc, last + 1), "-") &&
           dl_bytes_among(dl_token_text(s->doc, last + 2), "run controlled administered");
}

static void add_name(const dl_scene *s, dl_parts *parts, const dl_draft *d) {
    if (d->country.size) {
        add_country(s, parts, d->country, d->first, d->last);
        return;
    }
    if (d->mention.place) {
        add_country(s, parts, s->doc->places.rows[d->mention.place].country, d->first, d->last);
        return;
    }
    dl_bytes actor = s->entities.rows[d->mention.entity].actor;
    if (!actor.size) { /* the president of a body of which nothing is known is no head of state */
        bool team = parts->rank && (d->mention.kind == DL_NAME_PLACE || d->mention.kind == DL_NAME_ORGANISATION); /* "captain of Arsenal" */
        bool head = team || (parts->weak && !parts->voice && dl_bytes_among(parts->role, "gov") && d->mention.kind == DL_NAME_ORGANISATION);
        if (head) parts->role = (dl_bytes){0}, parts->state = false;
        return;
    }
    if (parts->role.size && !parts->weak && is_ruled(s, d->last)) { /* what armed men rule is of their land */
        add_country(s, parts, dl_actor_country(actor), d->first, d->last + 2);
        return;
    }
    bool foreign = actor.size > 3 && (dl_bytes_start(actor, "IGO") || dl_bytes_start(actor, "NGO") || dl_bytes_start(actor, "IMG"));
    bool body = d->table && d->table == s->actors.bodies.table && actor.size > 3;
    if (foreign || dl_bytes_is(actor, "IGO") || dl_bytes_is(actor, "NGO") || body) {
        if (!parts->base.size && d->mention.kind != DL_NAME_PERSON) parts->base = actor;
        return;
    }
    dl_bytes country = dl_actor_country(actor), role = actor;
    if (country.size) {
        add_country(s, parts, country, d->first, d->last);
        role = (dl_bytes){actor.data + 3, actor.size - 3};
    }
    bool other = d->mention.kind == DL_NAME_PERSON && !parts->voice; /* the sister of a president, unlike his spokesman */
    if (other || role.size < 3 || !(parts->weak || !parts->role.size)) return;
    parts->role = role;
    parts->weak = false;
}

static void add_title(const dl_scene *s, dl_parts *parts, uint32_t row) {
    dl_bytes flags = dl_know_cell(s->know, s->titles, row - 1, s->title_flags);
    dl_bytes role = dl_know_cell(s->know, s->titles, row - 1, s->title_role);
    if (!role.size || (parts->role.size && !parts->weak)) return;
    dl_know_fired(s->know, s->titles, row - 1);
    parts->rank |= dl_bytes_among(flags, "rank");
    parts->role = s->policed && dl_bytes_among(flags, "rank") ? DL_LIT("COP") : role;
    parts->weak = parts->rank || dl_bytes_among(flags, "weak");
    parts->state |= dl_bytes_among(role, "gov mil cop leg jud spy");
}

/* "Major | Peter Kamau" */
static bool before_person(const dl_scene *s, uint32_t t) {
    uint32_t name = t + 1 < s->doc->tokens.count ? s->marks[t + 1].name : 0;
    return name && s->drafts.rows[name].mention.kind == DL_NAME_PERSON && dl_is_upper(dl_token_text(s->doc, t).data[0]);
}

/* Adjectives that are spelled like nouns of the table. */
static bool plain_adjective(const dl_scene *s, uint32_t t) {
    const dl_token *w = dl_who_token(s, t);
    return w->upos == DL_UPOS_ADJ && !before_person(s, t) &&
           dl_bytes_among(w->lemma, "major private general individual national other principal native regular minor liberal");
}

/* "Former presidential candidate and senator Lee": was a candidate, is a senator. */
static bool once_candidate(const dl_scene *s, uint32_t former, uint32_t last) {
    for (uint32_t t = former + 1; t <= last && t < former + 5; t++)
        if (dl_bytes_among(dl_who_token(s, t)->lemma, "candidate nominee contender hopeful")) return true;
    return false;
}

/* "Inspector" in front of a name is a title, though an inspector may be of anything. */
static bool is_title(const dl_scene *s, uint32_t t) {
    const dl_who_mark *m = &s->marks[t];
    if (!m->title || plain_adjective(s, t)) return false;
    bool same = m->agent && m->title_words == m->agent_words, named = t + 1 < s->doc->tokens.count && s->marks[t + 1].name;
    bool owned = t > 1 && (dl_who_token(s, t - 1)->xpos == DL_XPOS_POS || dl_who_token(s, t - 1)->xpos == DL_XPOS_PRP_POSS);
    dl_bytes role = same ? dl_who_agent(s, m->agent).role : (dl_bytes){0};
    bool vague = same && (!role.size || (dl_bytes_is(role, "CVL") && named && !owned)); /* "Sister Anna", no kin */
    return m->title_words > m->agent_words || (vague && dl_is_upper(dl_token_text(s->doc, t).data[0]));
}

/* "Ex-defence | minister" */
static bool is_ex(dl_bytes word) {
    return word.size > 3 && dl_bytes_among((dl_bytes){word.data, 3}, "ex-");
}

/* "The United States | Department of Justice" has no "state department": how many words of a noun are behind the land's. */
static uint32_t agent_words(const dl_scene *s, uint32_t t) {
    uint32_t words = s->marks[t].agent_words, begin = t + 1 - words;
    return words > 1 && s->marks[begin].country && s->marks[begin].country_words > 1 ? words - 1 : words;
}

void dl_who_gather(const dl_scene *s, uint32_t first, uint32_t last, dl_parts *parts) {
    for (uint32_t t = last; t >= first && t; t--) {
        const dl_who_mark *m = &s->marks[t];
        if (m->owned) continue; /* a person's title tells of the person */
        if (t < last && is_ex(dl_token_text(s->doc, t))) parts->former = true;
        if (m->name) {
            const dl_draft *d = &s->drafts.rows[m->name];
            add_name(s, parts, d);
            if (d->first < first || d->first >= t + 1) continue;
            t = d->first;
        } else if (m->country) {
            add_country(s, parts, dl_know_cell(s->know, s->countries, m->country - 1, s->country_code), t + 1 - m->country_words, t);
        } else if (is_title(s, t)) {
            add_title(s, parts, m->title);
            for (uint32_t k = 1; k < m->title_words && !s->marks[t].name; k++) t--; /* "White House | Chief of Staff" */
            t += s->marks[t].name != 0 && t < last;
        } else if (m->agent && !plain_adjective(s, t)) {
            dl_agent agent = dl_who_agent(s, m->agent);
            bool vague = dl_bytes_is(agent.role, "CVL") && !dl_bytes_among(dl_who_token(s, t)->lemma, "civilian village tribal");
            if (!parts->base.size && !vague) dl_who_add_agent(s, parts, &agent);
            t -= agent_words(s, t) - 1;
        } else if (m->title && !plain_adjective(s, t)) {
            add_title(s, parts, m->title);
        } else if (dl_bytes_among(dl_who_token(s, t)->lemma, "former ex") && once_candidate(s, t, last)) {
            continue;
        } else if (dl_bytes_among(dl_who_token(s, t)->lemma, "former ex deposed ousted overthrown fugitive exiled disgraced late")) {
            parts->former = true;
        } else if (dl_bytes_among(dl_who_token(s, t)->lemma, "opposition") && (parts->weak || !parts->role.size)) {
            parts->role = DL_LIT("OPP");
            parts->weak = false;
        }
    }
}

/* The country of a country's name, of a place, or of a known name whose code is a land's alone. */
static dl_bytes land_of(const dl_scene *s, const dl_draft *d) {
    if (d->country.size || d->mention.place) return dl_who_country_of(s, d);
    dl_bytes actor = d->table ? s->entities.rows[d->mention.entity].actor : (dl_bytes){0};
    return actor.size == 3 ? dl_actor_country(actor) : (dl_bytes){0};
}

static bool names_land(const dl_scene *s, const dl_draft *d) {
    return d->mention.place || land_of(s, d).size;
}

/* What a phrase behind the head adds: "president of Russia", "members of the security forces", "police in Cairo", "a tourist from Canada". */
static void add_phrase(const dl_scene *s, uint32_t t, bool of, dl_parts *parts) {
    const dl_draft *d = s->marks[t].draft ? &s->drafts.rows[s->marks[t].draft] : s->marks[t].name ? &s->drafts.rows[s->marks[t].name] : NULL;
    if (!d) return;
    bool place = names_land(s, d);
    if (d->mention.named && (of || place) && !parts->countries) {
        add_name(s, parts, d);
        return;
    }
    if (!of || d->mention.named) return;
    bool club = d->mention.kind == DL_NAME_ORGANISATION && !d->parts.role.size && !d->parts.base.size && !dl_who_agent(s, d->agent).country;
    if (club && parts->weak && !parts->voice && (parts->rank || dl_bytes_among(parts->role, "gov")))
        parts->role = (dl_bytes){0}, parts->state = false;               /* of a federation, of a side */
    bool people = parts->role.size && dl_bytes_is(d->parts.role, "CVL"); /* "the vice president for women" */
    if ((parts->weak || !parts->role.size) && d->parts.role.size && !people) {
        parts->role = d->parts.role;
        parts->weak = d->parts.weak;
    }
    parts->state |= d->parts.state;
    parts->local |= d->parts.local;
    if (!parts->base.size) parts->base = d->parts.base;
    if (parts->countries) return;
    memcpy(parts->country, d->parts.country, sizeof parts->country);
    parts->countries = d->parts.countries;
}

/* "Attacked a spokesman | for the rebels", "accused an aide | to the premier": for whom one speaks or works, where the verb takes no such phrase of
 * its own ("sent an aide to Cairo"). */
static bool works_for(const dl_scene *s, uint32_t head, uint32_t t, const dl_parts *parts) {
    if (!parts->voice || !parts->weak || dl_who_token(s, head)->deprel != DL_DEP_OBJ) return false;
    if (dl_bytes_among(dl_token_text(s->doc, t), "for")) return true;
    return dl_bytes_among(dl_token_text(s->doc, t), "to") && dl_bytes_among(dl_who_token(s, head)->lemma, "aide adviser advisor assistant") &&
           !dl_bytes_among(dl_who_token(s, dl_who_token(s, head)->head)->lemma,
                           "send dispatch bring take hand return introduce recall appoint assign");
}

/* "Attacked workers | from Chad", but "expelled workers | from Chad". */
static bool comes_from(const dl_scene *s, uint32_t head, uint32_t t) {
    if (!dl_bytes_among(dl_token_text(s->doc, t), "from")) return false;
    const dl_token *w = dl_who_token(s, head);
    if (w->deprel == DL_DEP_CONJ) w = dl_who_token(s, w->head); /* "nurses and | workers from Chad" */
    return w->deprel == DL_DEP_OBJ &&
           dl_bytes_among(dl_who_token(s, w->head)->lemma,
                          "attack kill wound injure shoot stab beat arrest detain jail accuse blame condemn criticise criticize denounce threaten "
                          "meet thank praise kidnap abduct");
}

static void add_row(const dl_scene *s, uint32_t head, uint32_t first, dl_parts *parts);
static bool is_many(const dl_scene *s, uint32_t head);

/* The same where the tree hung it on the verb: "the rebels in Darfur said". */
static void add_next(const dl_scene *s, uint32_t head, dl_parts *parts) {
    uint32_t t = head + 1, end = dl_sentence_end(&s->doc->sentences.rows[dl_who_token(s, head)->sentence]);
    if (t + 1 >= end) return;
    bool from = comes_from(s, head, t), works = works_for(s, head, t, parts) || (from && parts->weak);
    bool of = works || dl_bytes_among(dl_token_text(s->doc, t), "of");
    if (!of && !from && !dl_bytes_among(dl_token_text(s->doc, t), "in throughout across")) return;
    uint32_t far = head + (works ? 9 : 6); /* "from Kenya's human rights | commission" */
    for (t++; t < end && t < far; t++) {
        if (of && s->marks[t].draft && !s->drafts.rows[s->marks[t].draft].mention.named) {
            add_phrase(s, t, true, parts);
            return;
        }
        if (s->marks[t].name) {
            const dl_draft *d = &s->drafts.rows[s->marks[t].name];
            if (works && d->mention.kind == DL_NAME_NATIONALITY) continue;    /* "for the Kenyan | rebels" */
            if (works && dl_who_token(s, d->last + 1)->xpos == DL_XPOS_POS) { /* "from Kenya's | army" */
                t = d->last + 1;
                continue;
            }
            if (names_land(s, d)) add_name(s, parts, d);
            if (from && parts->countries && is_many(s, head)) add_row(s, head, s->marks[t].name, parts);
            return;
        }
        unsigned upos = dl_who_token(s, t)->upos;
        if (upos != DL_UPOS_DET && upos != DL_UPOS_ADJ && !(of && (upos == DL_UPOS_NOUN || upos == DL_UPOS_NUM))) return;
    }
}

/* A subject of another verb than the head's begins a clause of its own: "met leaders of Chad and Niger sent troops". */
static bool own_clause(const dl_scene *s, uint32_t name, uint32_t head) {
    const dl_token *w = dl_who_token(s, s->drafts.rows[name].mention.head);
    return dl_deprel_base(w->deprel) == DL_DEP_NSUBJ && w->head != dl_who_token(s, head)->head;
}

/* "the leaders of Armenia, Georgia and Azerbaijan": the countries of the row behind the first, which ends with "and" and a name. */
static void add_row(const dl_scene *s, uint32_t head, uint32_t first, dl_parts *parts) {
    uint32_t end = dl_sentence_end(&s->doc->sentences.rows[dl_who_token(s, head)->sentence]), n = 0;
    dl_bytes row[DL_WHO_COUNTRIES - 1];
    bool closed = false;
    for (uint32_t t = s->drafts.rows[first].last + 1; t + 1 < end && n < DL_WHO_COUNTRIES - 1 && !closed;
         t = s->drafts.rows[s->marks[t].name].last + 1) {
        bool comma = dl_bytes_is(dl_token_text(s->doc, t), ",");
        if (comma) t++;
        if (dl_bytes_among(dl_token_text(s->doc, t), "and or &")) closed = true, t++;
        if (t < end && dl_who_token(s, t)->upos == DL_UPOS_DET) t++;
        if (t >= end || (!comma && !closed) || !s->marks[t].name || land_of(s, &s->drafts.rows[s->marks[t].name]).size != 3) return;
        if (s->drafts.rows[s->marks[t].name].mention.kind == DL_NAME_NATIONALITY || own_clause(s, s->marks[t].name, head)) return;
        row[n++] = land_of(s, &s->drafts.rows[s->marks[t].name]);
    }
    for (uint32_t i = 0; closed && i < n && parts->countries < DL_WHO_COUNTRIES; i++)
        if (!dl_bytes_equal(row[i], parts->country[0])) parts->country[parts->countries++] = row[i];
}

static bool is_many(const dl_scene *s, uint32_t head) {
    unsigned xpos = dl_who_token(s, head)->xpos;
    return xpos == DL_XPOS_NNS || xpos == DL_XPOS_NNPS;
}

/* Several presidents have several countries. */
static void add_rows(const dl_scene *s, uint32_t head, uint32_t c, dl_parts *parts) {
    uint32_t name = s->marks[c].name;
    if (is_many(s, head) && name && parts->countries == 1 && dl_bytes_equal(land_of(s, &s->drafts.rows[name]), parts->country[0]))
        add_row(s, head, name, parts);
}

/* "A minister | of the Presbyterian Church" */
static bool of_church(const dl_scene *s, uint32_t t) {
    const dl_draft *d = &s->drafts.rows[s->marks[t].draft];
    return s->marks[t].draft && dl_actor_is_of(d->mention.entity ? s->entities.rows[d->mention.entity].actor : d->mention.actor, "REL");
}

void dl_who_add_phrases(const dl_scene *s, uint32_t head, const char *where, dl_parts *parts) {
    uint32_t seen = 0;
    for (uint32_t c = s->child[head]; c && seen++ < DL_WHO_CHILDREN; c = s->sibling[c]) {
        if (c < head) continue;
        dl_deprel base = dl_deprel_base(dl_who_token(s, c)->deprel);
        if (base != DL_DEP_NMOD && base != DL_DEP_ACL) continue;
        if (base == DL_DEP_NMOD && dl_who_has_case(s, c, "of")) {
            add_phrase(s, c, true, parts);
            if (dl_who_lemma(s, head, "minister") && of_church(s, c)) parts->role = DL_LIT("REL"), parts->state = false;
        }
        if (base == DL_DEP_NMOD && dl_who_has_case(s, c, "for within among with")) add_phrase(s, c, !parts->role.size || parts->weak, parts);
        bool person = s->marks[c].name && s->drafts.rows[s->marks[c].name].mention.kind == DL_NAME_PERSON;
        bool to = base == DL_DEP_NMOD && parts->weak && dl_who_has_case(s, c, "to"); /* "an aide to the opposition leader" */
        if (to && (person || (parts->voice && !s->marks[c].name))) add_phrase(s, c, true, parts);
        bool sent = base == DL_DEP_NMOD && parts->weak && dl_who_has_case(s, c, "from"); /* "officials from the | ministry" */
        if (base == DL_DEP_NMOD && dl_who_has_case(s, c, where)) add_phrase(s, c, sent, parts);
        bool country = s->marks[c].name && s->drafts.rows[s->marks[c].name].mention.kind == DL_NAME_PLACE; /* not "people including Americans" */
        bool examples = base == DL_DEP_NMOD && (dl_who_has_case(s, c, "such") || (country && dl_who_has_case(s, c, "include"))) && is_many(s, head) &&
                        !dl_who_child(s, c, DL_DEP_NUMMOD); /* "allies such as Chad and Niger" */
        if (examples && s->marks[c].name && names_land(s, &s->drafts.rows[s->marks[c].name])) parts->countries = 0; /* not "Chad's neighbours" */
        if (examples && !parts->countries) add_phrase(s, c, false, parts);
        if (examples || (base == DL_DEP_NMOD && dl_who_has_case(s, c, "of from in"))) add_rows(s, head, c, parts);
        if (base != DL_DEP_ACL || !*where) continue;
        uint32_t origin = dl_who_child(s, c, DL_DEP_OBL);
        bool sits = origin && dl_bytes_among(dl_token_text(s->doc, c), "based headquartered"); /* "a firm based in Lyon" */
        if (origin && dl_who_has_case(s, origin, sits ? "from in at" : "from")) add_phrase(s, origin, false, parts);
    }
    if (dl_bytes_among(DL_LIT("in"), where) && !parts->countries && !parts->base.size) add_next(s, head, parts);
}

static dl_bytes of_body(dl_scene *s, const dl_parts *parts) {
    bool foreign = dl_bytes_start(parts->base, "IGO");
    bool force = foreign && dl_bytes_is(parts->role, "MIL") && !dl_bytes_finish(parts->base, "MIL");
    return force ? dl_actor_compose(&s->doc->arena, parts->base, parts->role) : parts->base;
}

/* The code with the country of this number; the others are further actors of the same phrase. */
dl_bytes dl_who_code(dl_scene *s, const dl_parts *parts, uint32_t which) {
    if (parts->base.size) return of_body(s, parts);
    dl_bytes role = parts->role;
    if (parts->former && dl_bytes_among(role, "gov leg jud")) role = DL_LIT("ELI");
    if (role.size && parts->weak && !parts->rank && !parts->countries && dl_bytes_among(role, "mil")) role = (dl_bytes){0};
    return dl_actor_compose(&s->doc->arena, which < parts->countries ? parts->country[which] : (dl_bytes){0}, role);
}
