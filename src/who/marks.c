#include "know/fired.h"
#include "who/scene.h"

enum { ABBREVIATION = 3 }; /* letters of one that may be a word too */

static dl_agent read_agent(const dl_scene *s, uint32_t row) {
    dl_agent agent = {0};
    dl_know_fired(s->know, s->agents, row);
    dl_bytes kind = dl_know_cell(s->know, s->agents, row, s->agent_kind), flags = dl_know_cell(s->know, s->agents, row, s->agent_flags), flag;
    agent.role = dl_know_cell(s->know, s->agents, row, s->agent_role);
    agent.kind = dl_bytes_is(kind, "person")         ? DL_AGENT_PERSON
                 : dl_bytes_is(kind, "group")        ? DL_AGENT_GROUP
                 : dl_bytes_is(kind, "organisation") ? DL_AGENT_BODY
                 : dl_bytes_is(kind, "number")       ? DL_AGENT_NUMBER
                 : dl_bytes_is(kind, "adjective")    ? DL_AGENT_ADJECTIVE
                                                     : DL_AGENT_THING;
    while (dl_bytes_cut(&flags, ' ', &flag)) {
        agent.rank |= dl_bytes_is(flag, "rank");
        agent.weak |= dl_bytes_is(flag, "weak") || dl_bytes_is(flag, "rank");
        agent.state |= dl_bytes_is(flag, "state");
        agent.local |= dl_bytes_is(flag, "local");
        agent.resident |= dl_bytes_is(flag, "resident");
        agent.many |= dl_bytes_is(flag, "many");
        agent.country |= dl_bytes_is(flag, "country");
        agent.abroad |= dl_bytes_is(flag, "abroad");
        agent.sole |= dl_bytes_is(flag, "sole");
        agent.voice |= dl_bytes_is(flag, "voice");
        agent.target |= dl_bytes_is(flag, "target");
        if (dl_bytes_is(flag, "she")) agent.gender = 'f';
        if (dl_bytes_is(flag, "he")) agent.gender = 'm';
    }
    return agent;
}

/* A report has few nouns of people, and asks for each again and again: a row that another took the place of is read anew. */
dl_agent dl_who_agent(const dl_scene *s, uint32_t row) {
    if (!row) return (dl_agent){0};
    dl_agent_slot *slot = &s->agents_read[row % DL_WHO_AGENTS];
    if (slot->row != row) *slot = (dl_agent_slot){row, read_agent(s, row - 1)};
    return slot->agent;
}

/* A phrase stands at its head: "member" in "member of parliament", "charge" in "charge d'affaires", else the last word that is no preposition
 * ("expert on", "passer-by"). */
static uint32_t head_of(const dl_scene *s, uint32_t first, uint32_t last) {
    for (uint32_t t = first + 1; t <= last; t++)
        if (dl_who_lemma(s, t, "of") || dl_bytes_start(dl_token_text(s->doc, t), "d'")) return t - 1;
    while (last > first && dl_bytes_among(dl_token_text(s->doc, last), "by on -")) last--;
    return last;
}

static void mark_agent(dl_scene *s, const dl_know_view *view, uint32_t t) {
    dl_know_hit hits[4];
    uint32_t n = dl_know_find(s->know, view, t, s->agents, hits, 4);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t last = head_of(s, t, hits[i].last), words = last - t + 1;
        dl_who_mark *m = &s->marks[last];
        if (words <= m->agent_words) continue;
        m->agent = hits[i].row + 1;
        m->agent_words = (uint8_t)words;
    }
}

static void mark_title(dl_scene *s, const dl_know_view *view, uint32_t t) {
    dl_know_hit hits[4];
    uint32_t n = dl_know_find(s->know, view, t, s->titles, hits, 4);
    for (uint32_t i = 0; i < n; i++) {
        dl_who_mark *m = &s->marks[hits[i].last];
        uint32_t words = hits[i].last - t + 1;
        if (words <= m->title_words) continue;
        m->title = hits[i].row + 1;
        m->title_words = (uint8_t)words;
    }
}

/* "A CAR BOMB": where all is in capitals, a noun may look like an abbreviation. */
static bool only_a_noun(const dl_scene *s, const dl_know_view *view, uint32_t t) {
    return view->capitals && dl_who_token(s, t)->upos == DL_UPOS_NOUN && dl_token_text(s->doc, t).size <= ABBREVIATION;
}

/* A country's word is no verb ("to polish") and, in capitals, no pronoun (US). */
static bool country_fits(const dl_scene *s, const dl_know_view *view, const dl_know_hit *hit) {
    const dl_token *t = dl_who_token(s, hit->last);
    if (hit->first == hit->last && only_a_noun(s, view, hit->last)) return false;
    return t->upos != DL_UPOS_VERB && t->upos != DL_UPOS_PRON && t->upos != DL_UPOS_AUX && t->upos != DL_UPOS_ADV;
}

/* Returns whether one of several words is marked. */
static bool mark_country(dl_scene *s, const dl_know_view *view, uint32_t t) {
    bool several = false;
    dl_know_hit hits[4];
    uint32_t n = dl_know_find(s->know, view, t, s->countries, hits, 4);
    for (uint32_t i = 0; i < n; i++) {
        dl_who_mark *m = &s->marks[hits[i].last];
        uint32_t words = hits[i].last - t + 1;
        if (words <= m->country_words || !country_fits(s, view, &hits[i])) continue;
        m->country = hits[i].row + 1;
        m->country_words = (uint8_t)words;
        several |= words > 1;
        s->marks[t].land = 1;
        s->country_seen[hits[i].row] = 1;
        m->adjective = hits[i].column != s->country_names[0] && hits[i].column != s->country_names[1];
    }
    return several;
}

void dl_who_mark_sentence(dl_scene *s, uint32_t sentence) {
    const dl_sentence *row = &s->doc->sentences.rows[sentence];
    uint32_t end = dl_sentence_end(row);
    dl_know_view view = {.text = s->doc->text, .tokens = s->doc->tokens.rows, .end = end, .capitals = row->capitals};
    bool several = false;
    for (uint32_t t = row->first_token; t < end; t++) {
        const dl_token *token = dl_who_token(s, t);
        uint64_t begins = dl_know_begins_at(s->know, &view, t);
        if (dl_know_begins(s->know, token->stem) & dl_know_bit(s->agents)) mark_agent(s, &view, t);
        if (begins & dl_know_bit(s->titles)) mark_title(s, &view, t);
        if (begins & dl_know_bit(s->countries)) several |= mark_country(s, &view, t);
        s->marks[t].known = (begins & s->known_tables) != 0;
        if (token->head) {
            s->sibling[t] = s->child[token->head];
            s->child[token->head] = t;
        }
    }
    /* of overlapping countries the longer stands: Korea inside South Korea, Guinea inside Equatorial Guinea */
    for (uint32_t t = row->first_token; several && t < end; t++)
        for (uint32_t k = 1; s->marks[t].country && k < s->marks[t].country_words && t - k >= row->first_token; k++) s->marks[t - k].country = 0;
}

uint32_t dl_who_child(const dl_scene *s, uint32_t t, dl_deprel relation) {
    uint32_t seen = 0;
    for (uint32_t c = s->child[t]; c && seen++ < DL_WHO_CHILDREN; c = s->sibling[c])
        if (dl_deprel_base(dl_who_token(s, c)->deprel) == relation) return c;
    return 0;
}

uint32_t dl_who_owner(const dl_scene *s, uint32_t noun) {
    uint32_t owner = dl_who_child(s, noun, DL_DEP_NMOD);
    return owner && dl_who_token(s, owner)->deprel == DL_DEP_NMOD_POSS ? owner : 0;
}

bool dl_who_has_case(const dl_scene *s, uint32_t t, const char *words) {
    uint32_t seen = 0;
    for (uint32_t c = s->child[t]; c && seen++ < DL_WHO_CHILDREN; c = s->sibling[c])
        if (dl_who_token(s, c)->deprel == DL_DEP_CASE && dl_bytes_among(dl_who_token(s, c)->lemma, words)) return true;
    return false;
}
