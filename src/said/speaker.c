#include "said/speaker.h"

enum { CLIMB = 6, NAME_REACH = 12, ISSUER_REACH = 8, COORDINATED = 4 };

static dl_deprel base_of(const dl_said_reader *r, uint32_t token) {
    return dl_deprel_base(dl_said_token(r, token)->deprel);
}

static bool relative(const dl_said_reader *r, uint32_t token) {
    unsigned x = dl_said_token(r, token)->xpos;
    return x == DL_XPOS_WP || x == DL_XPOS_WDT;
}

/* A subject on the same side of the quotation marks as the verb: the words said are sometimes misread as their speaker. */
static uint32_t subject_child(const dl_said_reader *r, uint32_t verb, uint32_t segment) {
    uint32_t steps = 0, found = 0;
    for (uint32_t c = r->child[verb]; c && steps < NAME_REACH * 4; c = r->sister[c], steps++) {
        dl_deprel base = base_of(r, c);
        if ((base != DL_DEP_NSUBJ && base != DL_DEP_NSUBJ_OUTER) || r->words[c].segment != segment) continue;
        if (found && c > verb) break; /* of several in front the nearest */
        found = c;
    }
    return found;
}

/* The tree's subject: its own, or that of the verb it is coordinated with, depends on or completes. */
static uint32_t tree_subject(const dl_said_reader *r, uint32_t verb, bool *own) {
    uint32_t v = verb;
    *own = true;
    for (uint32_t step = 0; step < CLIMB; step++) {
        uint32_t s = subject_child(r, v, r->words[verb].segment), h = dl_said_token(r, v)->head;
        if (s && s != verb && !relative(r, s)) return s;
        if (s && relative(r, s)) return h >= r->first && h < r->end ? h : 0;
        if (h < r->first || h >= r->end) return 0;
        dl_deprel base = base_of(r, v);
        *own = false;
        if (base == DL_DEP_ACL) return h;
        if (base != DL_DEP_CONJ && base != DL_DEP_ADVCL && base != DL_DEP_XCOMP && base != DL_DEP_CCOMP && base != DL_DEP_DEP) return 0;
        if (base == DL_DEP_CCOMP && dl_said_token(r, v)->xpos != DL_XPOS_VBG && dl_said_token(r, v)->xpos != DL_XPOS_VB) return 0;
        unsigned up = dl_said_token(r, h)->upos;
        if (up == DL_UPOS_NOUN || up == DL_UPOS_PROPN) return base == DL_DEP_CONJ ? 0 : h;
        v = h;
    }
    return 0;
}

static bool nominal(const dl_said_reader *r, uint32_t token) {
    unsigned upos = dl_said_token(r, token)->upos;
    return upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN || upos == DL_UPOS_PRON;
}

/* "..., said a statement by the ministry": a parser may take what stands behind the verb for its object. */
static uint32_t inverted_object(const dl_said_reader *r, uint32_t verb, uint32_t end) {
    if (verb == r->first || !dl_said_is_mark(r, verb - 1)) return 0;
    uint32_t o = dl_said_child(r, verb, DL_DEP_OBJ, DL_DEP_XCOMP);
    if (!o || o < end || r->left[o] != end) return 0;
    return nominal(r, o) ? o : 0;
}

static bool may_stand_between(const dl_said_reader *r, uint32_t token) {
    unsigned upos = dl_said_token(r, token)->upos;
    return !upos || upos == DL_UPOS_ADV || upos == DL_UPOS_AUX || upos == DL_UPOS_DET || dl_said_is(r, token, "both") || dl_said_is(r, token, "all");
}

/* A coordinated noun stands for the first of its row. */
static uint32_t first_of_row(const dl_said_reader *r, uint32_t head) {
    for (uint32_t step = 0; r->parsed && step < CLIMB && base_of(r, head) == DL_DEP_CONJ; step++) {
        uint32_t up = dl_said_token(r, head)->head;
        if (up < r->first || up >= head) break;
        unsigned upos = dl_said_token(r, up)->upos;
        if (upos != DL_UPOS_NOUN && upos != DL_UPOS_PROPN) break;
        head = up;
    }
    return head;
}

/* "Ana Pop": the last name hangs on the first. */
static uint32_t head_of_name(const dl_said_reader *r, uint32_t token) {
    for (uint32_t step = 0; r->parsed && step < CLIMB; step++) {
        dl_deprel base = base_of(r, token);
        uint32_t up = dl_said_token(r, token)->head;
        if ((base != DL_DEP_FLAT && base != DL_DEP_COMPOUND) || up < r->first || up >= r->end) break;
        token = up;
    }
    return token;
}

/* Without a tree: the mention that ends in front of the verb, or begins behind it. */
static uint32_t near_subject(const dl_said_reader *r, uint32_t verb, uint32_t end) {
    for (uint32_t back = 1; back <= 4 && verb >= r->first + back; back++) {
        uint32_t m = r->words[verb - back].cover;
        if (m && r->doc->mentions.rows[m].head < verb) return first_of_row(r, r->doc->mentions.rows[m].head);
        if (!may_stand_between(r, verb - back)) break;
    }
    uint32_t t = verb - 1;
    while (t > r->first && t + 4 > verb && may_stand_between(r, t)) t--;
    if (t >= r->first && nominal(r, t) && r->words[t].segment == r->words[verb].segment) return head_of_name(r, t);
    for (t = end; t < r->end && t < end + 3; t++) {
        uint32_t m = r->words[t].cover;
        if (m && r->doc->mentions.rows[m].head >= end) return r->doc->mentions.rows[m].head;
        if (dl_said_is_mark(r, t)) break;
    }
    for (t = end; t < r->end && t < end + 6 && !dl_said_is_mark(r, t); t++)
        if (nominal(r, t) && dl_said_is_mark(r, verb - 1) && (t + 1 == r->end || !nominal(r, t + 1))) return head_of_name(r, t);
    return 0;
}

/* Titles and articles that the tree left out belong to the subject all the same. */
static void widen(const dl_said_reader *r, dl_subject *s, uint32_t segment) {
    for (uint32_t step = 0; step < NAME_REACH && s->first > r->first; step++) {
        uint32_t t = s->first - 1;
        unsigned upos = dl_said_token(r, t)->upos;
        bool belongs = upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN || upos == DL_UPOS_ADJ || upos == DL_UPOS_DET;
        if (!belongs || r->words[t].segment != segment || r->time[t]) return;
        s->first = t;
    }
}

void dl_subject_find(const dl_said_reader *r, uint32_t verb, dl_subject *s) {
    uint32_t end = verb + r->words[verb].verb_length;
    *s = (dl_subject){.first = verb, .last = end - 1, .own = true};
    if (r->parsed) s->head = tree_subject(r, verb, &s->own);
    uint32_t object = r->parsed && (!s->head || !s->own) ? inverted_object(r, verb, end) : 0;
    if (object) s->head = object, s->own = true;
    if (!s->head) {
        s->head = near_subject(r, verb, end);
        s->own = s->head != 0;
        if (s->head && s->head > verb) s->last = s->head;
    }
    if (!s->head || !s->own) return;
    s->inverted = s->head > verb;
    if (r->parsed && s->inverted) {
        if (r->right[s->head] > s->last) s->last = r->right[s->head];
    } else if (r->parsed && (base_of(r, s->head) == DL_DEP_NSUBJ || r->right[s->head] < verb)) {
        s->first = r->left[s->head];
        while (s->first < s->head && r->words[s->first].segment != r->words[verb].segment) s->first++;
        while (s->first < s->head && dl_said_is_mark(r, s->first)) s->first++;
    } else if (!s->inverted) {
        uint32_t m = r->words[s->head].cover;
        s->first = m ? dl_token_at(r->doc, r->doc->mentions.rows[m].span.begin) : s->head;
        while (s->first > r->first && dl_said_token(r, s->first - 1)->upos == DL_UPOS_DET) s->first--;
    }
    if (s->first < r->first) s->first = r->first;
    if (!s->inverted) widen(r, s, r->words[verb].segment);
}

/* Among the children of a head: a name that the description stands beside ("ministry spokesman Ion Pop", "an adviser, Ana Pop,"). */
static uint32_t named_child(const dl_said_reader *r, uint32_t head) {
    uint32_t steps = 0;
    for (uint32_t c = r->parsed ? r->child[head] : 0; c && steps < NAME_REACH; c = r->sister[c], steps++) {
        dl_deprel base = base_of(r, c);
        uint32_t m = r->words[c].mention;
        bool beside = base == DL_DEP_APPOS || base == DL_DEP_FLAT || base == DL_DEP_COMPOUND;
        if (beside && m && r->doc->mentions.rows[m].named && r->doc->mentions.rows[m].kind == DL_NAME_PERSON) return m;
    }
    return 0;
}

uint32_t dl_mention_of(const dl_said_reader *r, uint32_t head) {
    if (!head) return 0;
    uint32_t m = r->words[head].mention;
    if (m && r->doc->mentions.rows[m].named) return m;
    uint32_t named = named_child(r, head);
    if (named) return named;
    return m ? m : r->words[head].cover;
}

static bool opened_by(const dl_said_reader *r, uint32_t token, const char *a, const char *b) {
    uint32_t c = dl_said_child(r, token, DL_DEP_CASE, DL_DEP_CASE);
    return c && (dl_said_is(r, c, a) || dl_said_is(r, c, b));
}

/* Who made a statement: "a statement by the ministry", "the ministry's statement", "the Russian statement", "a statement released by the army". */
static uint32_t issuer(const dl_said_reader *r, uint32_t noun) {
    uint32_t found = 0, steps = 0;
    if (!r->parsed) return r->last_issuer;
    for (uint32_t c = r->child[noun]; c && steps < ISSUER_REACH; c = r->sister[c], steps++) {
        unsigned rel = dl_said_token(r, c)->deprel;
        dl_deprel base = base_of(r, c);
        uint32_t m = dl_mention_of(r, c);
        if (base == DL_DEP_ACL) {
            uint32_t agent = dl_said_child(r, c, DL_DEP_OBL, DL_DEP_OBL);
            if (agent && opened_by(r, agent, "by", "from")) return dl_mention_of(r, agent);
        }
        if (base == DL_DEP_NMOD && m && (rel == DL_DEP_NMOD_POSS || opened_by(r, c, "by", "from"))) return m;
        if ((base == DL_DEP_COMPOUND || base == DL_DEP_AMOD) && m) found = m;
    }
    return found ? found : r->last_issuer;
}

static void add_one(dl_said_reader *r, uint32_t head, dl_draft *draft) {
    uint32_t m = 0, noun = r->words[head].noun;
    bool issued = noun && dl_bytes_is(dl_know_get(r->know, r->nouns, noun - 1, "kind"), "issued");
    if (issued) m = issuer(r, head);
    if (!m) m = dl_mention_of(r, head);
    if (!m && (dl_said_is(r, head, "it") || dl_said_is(r, head, "they"))) m = r->last_issuer;
    if (issued && m) r->last_issuer = m;
    dl_draft_speaker(draft, m);
}

void dl_speakers_add(dl_said_reader *r, uint32_t head, dl_draft *draft) {
    if (!head) return;
    add_one(r, head, draft);
    uint32_t count = 0;
    for (uint32_t c = r->parsed ? r->child[head] : 0; c && count < NAME_REACH; c = r->sister[c], count++)
        if (base_of(r, c) == DL_DEP_CONJ && !dl_said_is_finite(r, c) && draft->speaker_count < COORDINATED) add_one(r, c, draft);
}
