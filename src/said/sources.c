#include "said/sources.h"

#include "doc/ud.h"

enum { MODIFIERS = 6 };

typedef struct naming {
    const dl_know *know;
    dl_doc *doc;
    uint32_t verbs, nouns, phrases; /* tables */
    uint8_t *covered;               /* by token: a mention covers it */
    uint32_t entities;              /* numbers given out */
    DL_ARRAY(dl_mention) made;
} naming;

static const dl_token *at(const naming *n, uint32_t token) {
    return &n->doc->tokens.rows[token];
}

static void mark_covered(naming *n) {
    uint32_t next = 1;
    for (DL_EACH(i, &n->doc->mentions)) {
        const dl_mention *m = &n->doc->mentions.rows[i];
        if (m->entity > n->entities) n->entities = m->entity;
        uint32_t t = dl_mention_first(n->doc, m);
        if (t < next) t = next;
        for (; t < n->doc->tokens.count && at(n, t)->span.begin < m->span.end; t++) n->covered[t] = 1, next = t + 1;
        n->covered[m->head] = 1; /* "politician | Ana Pop", with the name hung on what she is */
    }
}

static bool noun(const naming *n, uint32_t token) {
    return at(n, token)->upos == DL_UPOS_NOUN || at(n, token)->upos == DL_UPOS_PROPN;
}

/* A word of the table begins at the token. */
static bool among(const naming *n, const dl_sentence *s, uint32_t table, uint32_t token, dl_know_hit *hit) {
    dl_know_view view = {n->doc->text, n->doc->tokens.rows, dl_sentence_end(s), s->capitals};
    return table && dl_know_find(n->know, &view, token, table, hit, 1);
}

/* A statement, a letter: it speaks for who issued it, whom the text may name elsewhere. */
static bool issued(const naming *n, const dl_sentence *s, uint32_t token) {
    dl_know_hit hit;
    return among(n, s, n->nouns, token, &hit) && dl_bytes_is(dl_know_get(n->know, n->nouns, hit.row, "kind"), "issued");
}

/* The subject of a verb of saying; the noun of a phrase that "according to" opens. */
static bool speaks(const naming *n, const dl_sentence *s, uint32_t token) {
    uint32_t head = at(n, token)->head;
    dl_know_hit hit;
    if (issued(n, s, token)) return false;
    if (dl_deprel_base(at(n, token)->deprel) == DL_DEP_NSUBJ)
        return head > token && at(n, token)->deprel != DL_DEP_NSUBJ_PASS && at(n, head)->upos == DL_UPOS_VERB && among(n, s, n->verbs, head, &hit);
    for (uint32_t back = 1; back <= MODIFIERS && token >= s->first_token + back + 1; back++)
        if (at(n, token - back - 1)->head == token && among(n, s, n->phrases, token - back - 1, &hit)) return true;
    return false;
}

/* The noun with what stands in front of it and belongs to it, articles left out. */
static dl_span phrase_of(const naming *n, const dl_sentence *s, uint32_t token) {
    uint32_t first = token;
    for (uint32_t t = token; t-- > s->first_token && t + MODIFIERS >= token && at(n, t)->head == token && !n->covered[t];) {
        dl_deprel base = dl_deprel_base(at(n, t)->deprel);
        if (base != DL_DEP_AMOD && base != DL_DEP_COMPOUND && base != DL_DEP_NUMMOD && base != DL_DEP_FLAT) break;
        first = t;
    }
    return (dl_span){at(n, first)->span.begin, at(n, token)->span.end};
}

/* "Mrs | Haley", with Haley hung on her title: she has a name already. */
static bool is_title_of(const naming *n, uint32_t token) {
    uint32_t next = token + 1;
    return next < n->doc->tokens.count && n->covered[next] && at(n, next)->head == token && at(n, next)->deprel == DL_DEP_FLAT;
}

static void name_source(naming *n, uint32_t sentence, uint32_t token) {
    unsigned xpos = at(n, token)->xpos;
    bool plural = xpos == DL_XPOS_NNS || xpos == DL_XPOS_NNPS;
    dl_mention *m = DL_PUSH(&n->doc->arena, &n->made);
    m->span = phrase_of(n, &n->doc->sentences.rows[sentence], token);
    m->sentence = sentence, m->head = token, m->entity = ++n->entities;
    m->name = dl_doc_words(n->doc, m->span);
    m->named = at(n, token)->upos == DL_UPOS_PROPN;
    m->plural = plural;
    m->kind = plural && !m->named ? DL_NAME_GROUP : DL_NAME_ORGANISATION;
}

/* Both lists are in text order; so is what comes of them. */
static void merge(naming *n) {
    dl_doc *doc = n->doc;
    if (n->made.count < 2) return;
    uint32_t old = doc->mentions.count > 1 ? doc->mentions.count - 1 : 0, made = n->made.count - 1;
    for (uint32_t i = 0; i < made; i++) (void)DL_DOC_PUSH(doc, mentions);
    for (uint32_t to = old + made; to && made; to--) { /* from the end, so that no row is overwritten before it was moved */
        bool move = old && doc->mentions.rows[old].span.begin > n->made.rows[made].span.begin;
        doc->mentions.rows[to] = move ? doc->mentions.rows[old--] : n->made.rows[made--];
    }
}

void dl_said_name_sources(const dl_know *know, dl_doc *doc) {
    naming n = {.know = know, .doc = doc, .verbs = dl_know_table(know, "said/verbs"), .phrases = dl_know_table(know, "said/phrases")};
    n.nouns = dl_know_table(know, "said/nouns");
    n.covered = DL_NEW_ARRAY(&doc->arena, uint8_t, doc->tokens.count + 1);
    mark_covered(&n);
    for (DL_EACH(i, &doc->sentences)) {
        const dl_sentence *s = &doc->sentences.rows[i];
        if (!s->parsed || s->zone == DL_ZONE_BOILERPLATE) continue;
        for (uint32_t t = s->first_token; t < dl_sentence_end(s); t++)
            if (noun(&n, t) && !n.covered[t] && !is_title_of(&n, t) && speaks(&n, s, t)) name_source(&n, i, t);
    }
    merge(&n);
}
