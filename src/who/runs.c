/* Names of persons that the tagger missed, above all in text set in capitals: a given name, or any word behind a title, and the words behind it that
 * are no words of the language that we know. */
#include "who/scene.h"

enum { LONGEST_RUN = 4 };

bool dl_who_in_table(const dl_scene *s, uint32_t table, uint32_t word) {
    dl_know_hit hit;
    return word && table && dl_know_look_up_word(s->know, table, word, &hit, 1);
}

static bool inflected(const dl_scene *s, uint32_t t) {
    unsigned xpos = dl_who_token(s, t)->xpos;
    return xpos == DL_XPOS_VBD || xpos == DL_XPOS_VBN || xpos == DL_XPOS_VBZ || xpos == DL_XPOS_VBG || xpos == DL_XPOS_MD;
}

/* Words of these kinds are few and well tagged even in capitals. */
static bool closed_class(const dl_scene *s, uint32_t t) {
    switch (dl_who_token(s, t)->upos) {
    case DL_UPOS_ADP:
    case DL_UPOS_AUX:
    case DL_UPOS_CCONJ:
    case DL_UPOS_SCONJ:
    case DL_UPOS_DET:
    case DL_UPOS_PRON:
    case DL_UPOS_PART:
    case DL_UPOS_NUM:
    case DL_UPOS_PUNCT:
    case DL_UPOS_SYM:
        return true;
    default:
        return false;
    }
}

static bool could_be_name(const dl_scene *s, uint32_t t) {
    const dl_token *w = dl_who_token(s, t);
    dl_bytes text = dl_token_text(s->doc, t);
    if (text.size < 3 || !dl_is_upper(text.data[0]) || closed_class(s, t)) return false;
    return !s->marks[t].country && !s->marks[t].timed && !s->marks[t].agent && !s->marks[t].title &&
           w->name != (DL_NAME_BEGIN | DL_NAME_ORGANISATION);
}

static bool goes_on(const dl_scene *s, uint32_t t, bool capitals) {
    const dl_token *w = dl_who_token(s, t);
    if (!could_be_name(s, t)) return false;
    if (!capitals) return w->upos == DL_UPOS_PROPN && !(w->name & DL_NAME_BEGIN);
    if (w->upos == DL_UPOS_PROPN) return true;
    if (dl_who_in_table(s, s->given, w->word) || dl_who_in_table(s, s->actors.offices.table, w->word)) return true;
    return !inflected(s, t) && (!w->word || s->place_first[t]);
}

/* "DE LA", "VAN DER", "AL" inside a name. */
static uint32_t particles(const dl_scene *s, uint32_t t, uint32_t end) {
    uint32_t from = t;
    while (t < end && t < from + 2 && dl_bytes_among(dl_token_text(s->doc, t), "de la del los las da dos von van der bin al el y di")) t++;
    return t;
}

/* Last token of such a name that begins at t, or 0. */
uint32_t dl_who_run(const dl_scene *s, uint32_t t, uint32_t end) {
    const dl_sentence *row = &s->doc->sentences.rows[dl_who_token(s, t)->sentence];
    if (row->zone == DL_ZONE_HEADLINE || !could_be_name(s, t) || inflected(s, t)) return 0;
    bool titled = t > row->first_token && s->marks[t - 1].title && row->capitals;
    if (!titled && !dl_who_in_table(s, s->given, dl_who_token(s, t)->word)) return 0;
    uint32_t last = t;
    while (last < t + LONGEST_RUN) {
        uint32_t next = particles(s, last + 1, end);
        if (next >= end || !goes_on(s, next, row->capitals)) break;
        last = next;
    }
    bool known = !dl_who_token(s, t)->word || dl_who_in_table(s, s->given, dl_who_token(s, t)->word) ||
                 dl_who_in_table(s, s->actors.offices.table, dl_who_token(s, t)->word);
    return last > t || (titled && known) ? last : 0;
}

/* "Corp", "Orchestra", "Airlines" and the nouns of bodies end names of organisations; "Station" and "Hotel" end names of facilities. */
uint8_t dl_who_kind(const dl_scene *s, uint32_t first, uint32_t last, uint8_t kind) {
    dl_agent agent = dl_who_agent(s, s->marks[last].agent);
    bool place = s->place_first[first] && s->doc->places.rows[s->place_first[first]].last_token == last;
    if (first == last || place) return kind;
    if (agent.kind == DL_AGENT_BODY || agent.kind == DL_AGENT_GROUP) return DL_NAME_ORGANISATION;
    if (agent.kind == DL_AGENT_THING) return kind == DL_NAME_PERSON ? DL_NAME_FACILITY : kind;
    return kind;
}
