/* "We", "us" and "our forces" inside a quotation, or in a statement that a state or body issued, mean its speaker's side, "I" and "me" the speaker.
 * Quotations are found after the mentions, so this is a stage of its own behind them. A side has the speaker's code and an entity of its own. */
#include "who/issuer.h"
#include "who/scene.h"
#include "who/who.h"

#include "base/search.h"
#include "doc/ud.h"
#include "know/actors.h"
#include "know/code.h"

enum { HITS = 8 };

typedef struct voice {
    const dl_know *know;
    dl_doc *doc;
    uint32_t agents, role;       /* table and column */
    uint32_t speakers, entities; /* entities of the document; those and the sides */
    uint32_t *side;              /* by entity of the document: the entity of its side, 0 none yet */
} voice;

static uint32_t entities_of(const dl_doc *doc) {
    uint32_t most = 0;
    for (DL_EACH(i, &doc->mentions))
        if (doc->mentions.rows[i].entity > most) most = doc->mentions.rows[i].entity;
    return most;
}

/* The role that the noun at the end of a description has by itself: MIL for "our forces". */
static dl_bytes role_of(const voice *v, const dl_mention *m) {
    const dl_sentence *row = &v->doc->sentences.rows[m->sentence];
    dl_know_view view = {.text = v->doc->text, .tokens = v->doc->tokens.rows, .end = m->head + 1, .capitals = row->capitals};
    dl_know_hit hits[HITS];
    for (uint32_t t = dl_mention_first(v->doc, m); t <= m->head; t++) {
        uint32_t n = dl_know_find(v->know, &view, t, v->agents, hits, HITS);
        for (uint32_t i = 0; i < n; i++)
            if (hits[i].last == m->head) return dl_know_cell(v->know, v->agents, hits[i].row, v->role);
    }
    return (dl_bytes){0};
}

/* "our forces", said by a minister of Ukraine: UKRMIL. */
static void own(const voice *v, dl_mention *m, const dl_mention *speaker) {
    dl_bytes country = dl_actor_country(speaker->actor), role = m->actor.size ? m->actor : role_of(v, m);
    if (dl_bytes_among(v->doc->tokens.rows[m->head].lemma, "colleague")) role = (dl_bytes){0}; /* what the speaker is */
    if (dl_actor_country(role).size) return;                                                   /* "our Russian friends" */
    if (country.size && role.size)
        m->actor = dl_actor_compose(&v->doc->arena, country, role);
    else if (speaker->actor.size)
        m->actor = speaker->actor;
}

/* The side of a side that speaks ("we said") is itself. */
static uint32_t side_of(voice *v, uint32_t speaker) {
    if (speaker > v->speakers) return speaker;
    if (!v->side[speaker]) v->side[speaker] = ++v->entities;
    return v->side[speaker];
}

static void mean_side(voice *v, dl_mention *m, const dl_mention *speaker) {
    m->entity = side_of(v, speaker->entity);
    m->actor = speaker->actor;
}

static void mean_speaker(dl_mention *m, const dl_mention *speaker) {
    m->entity = speaker->entity;
    m->name = speaker->name;
    m->actor = speaker->actor;
    m->id = speaker->id;
}

static void read_mention(voice *v, dl_mention *m, const dl_mention *speaker) {
    if (m->named) return;
    unsigned xpos = v->doc->tokens.rows[m->head].xpos;
    dl_bytes word = dl_token_text(v->doc, m->head), first = dl_token_text(v->doc, dl_mention_first(v->doc, m));
    bool pronoun = xpos == DL_XPOS_PRP || xpos == DL_XPOS_PRP_POSS;
    if (pronoun && dl_bytes_among(word, "we us our ours 's ’s"))
        mean_side(v, m, speaker);
    else if (pronoun && dl_bytes_among(word, "i me my mine"))
        mean_speaker(m, speaker);
    else if (!pronoun && dl_bytes_among(first, "our my"))
        own(v, m, speaker);
}

/* First mention that begins at or behind `offset`. */
static uint32_t mention_at(const dl_doc *doc, uint32_t offset) {
    return DL_ROW_NOT_BELOW(&doc->mentions, span.begin, offset);
}

static void read_quote(voice *v, const dl_quote *q) {
    if (q->kind == DL_QUOTE_INDIRECT || !q->speaker_count) return;
    dl_mention speaker = v->doc->mentions.rows[v->doc->parties.rows[q->first_speaker].mention];
    for (uint32_t i = mention_at(v->doc, q->span.begin); i < v->doc->mentions.count; i++) {
        dl_mention *m = &v->doc->mentions.rows[i];
        if (m->span.begin >= q->span.end) break;
        read_mention(v, m, &speaker);
    }
}

/* A statement that speaks for itself: "we" of whoever issued it, but for what it quotes. */
static void read_statement(voice *v) {
    uint32_t issuer = dl_issuer_of(v->doc), quote = 1;
    if (!issuer) return;
    dl_mention speaker = v->doc->mentions.rows[issuer];
    for (uint32_t i = issuer + 1; i < v->doc->mentions.count; i++) {
        dl_mention *m = &v->doc->mentions.rows[i];
        while (quote < v->doc->quotes.count && v->doc->quotes.rows[quote].span.end <= m->span.begin) quote++;
        bool quoted = quote < v->doc->quotes.count && v->doc->quotes.rows[quote].span.begin <= m->span.begin;
        if (!quoted) read_mention(v, m, &speaker);
    }
}

/* An inner quotation stands behind the outer in the table: its speaker has the last word. */
void dl_who_voice_read(const dl_know *know, dl_doc *doc) {
    voice v = {.know = know, .doc = doc, .speakers = entities_of(doc)};
    v.agents = dl_know_table(know, "actors/agents");
    v.role = dl_know_column(know, v.agents, "role");
    v.entities = v.speakers;
    v.side = DL_NEW_ARRAY(&doc->arena, uint32_t, v.speakers + 1);
    read_statement(&v);
    for (DL_EACH(q, &doc->quotes)) read_quote(&v, &doc->quotes.rows[q]);
}
