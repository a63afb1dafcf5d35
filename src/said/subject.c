#include "said/speaker.h"

enum { CLIMB = 6, NAME_REACH = 12, INVERTED_REACH = 6, APPOSITION_REACH = 40 };

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

/* The noun only says where: "on Twitter". */
static bool on_a_medium(const dl_said_reader *r, uint32_t noun) {
    uint32_t c = dl_said_child(r, noun, DL_DEP_CASE, DL_DEP_CASE);
    return c && dl_said_is(r, c, "on");
}

/* "A ruling against the mayor | finding that", "a letter to the pope | accusing": the words of someone that the noun only tells more of; 0. */
static uint32_t words_about(const dl_said_reader *r, uint32_t noun) {
    uint32_t c = dl_said_child(r, noun, DL_DEP_CASE, DL_DEP_CASE), up = dl_said_token(r, noun)->head;
    bool apart = c && !dl_said_among(r, c, "by from of") && base_of(r, noun) == DL_DEP_NMOD && up >= r->first && up < noun;
    return apart && r->words[up].noun ? up : 0;
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
        if (base == DL_DEP_ACL && words_about(r, h)) return words_about(r, h);
        if (base == DL_DEP_ACL && !on_a_medium(r, h)) return h;
        if (base == DL_DEP_ACL) { /* "posted a message on Twitter blaming Iran" */
            v = dl_said_token(r, h)->head;
            if (v < r->first || v >= r->end) return 0;
            uint32_t poster = subject_child(r, v, r->words[verb].segment);
            return poster && !relative(r, poster) ? poster : 0;
        }
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
    if (!o) o = dl_said_child(r, verb, DL_DEP_IOBJ, DL_DEP_IOBJ);
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
        if (up < r->first || up >= head || r->words[up].segment != r->words[head].segment) break;
        unsigned upos = dl_said_token(r, up)->upos;
        if (upos != DL_UPOS_NOUN && upos != DL_UPOS_PROPN) break;
        head = up;
    }
    return head;
}

/* "Ana Pop": the last name hangs on the first, which the tree may have hung on the verb ("with Ana Pop warning"). */
static uint32_t head_of_name(const dl_said_reader *r, uint32_t token, uint32_t verb) {
    for (uint32_t step = 0; r->parsed && step < CLIMB; step++) {
        dl_deprel base = base_of(r, token);
        uint32_t up = dl_said_token(r, token)->head;
        if ((base != DL_DEP_FLAT && base != DL_DEP_COMPOUND) || up < r->first || up >= r->end || up == verb) break;
        token = up;
    }
    return token;
}

/* The noun phrase that ends right in front of the verb, adverbs and auxiliaries between them left out. */
static uint32_t adjacent_subject(const dl_said_reader *r, uint32_t verb) {
    for (uint32_t back = 1; back <= 4 && verb >= r->first + back; back++) {
        uint32_t t = verb - back, m = r->words[t].cover;
        if (r->words[t].segment != r->words[verb].segment) return 0;
        if (m && r->doc->mentions.rows[m].head < verb && r->doc->mentions.rows[m].head >= r->first)
            return first_of_row(r, r->doc->mentions.rows[m].head);
        if (nominal(r, t)) return r->time[t] ? 0 : head_of_name(r, t, verb);
        if (!may_stand_between(r, t)) return 0;
    }
    return 0;
}

/* "The mufti, the highest official, condemned", "Police, speaking on condition that ..., said": in front of what stands between two commas, which
 * bears no tense or opens with a participle or relative. */
static uint32_t subject_apart(const dl_said_reader *r, uint32_t verb) {
    bool finite = false;
    if (verb <= r->first + 1 || !dl_said_is(r, verb - 1, ",")) return 0;
    for (uint32_t t = verb - 2; t > r->first && t + APPOSITION_REACH > verb; t--) {
        if (r->words[t].segment != r->words[verb].segment) return 0;
        finite = finite || dl_said_is_finite(r, t);
        if (!dl_said_is(r, t, ",")) continue;
        unsigned x = dl_said_token(r, t + 1)->xpos;
        bool aside = x == DL_XPOS_VBG || x == DL_XPOS_VBN || x == DL_XPOS_WP || x == DL_XPOS_WDT || x == DL_XPOS_WP_POSS;
        if (finite && !aside) continue;
        uint32_t m = r->words[t - 1].cover;
        return m && !r->time[t - 1] && r->doc->mentions.rows[m].head >= r->first ? r->doc->mentions.rows[m].head : 0;
    }
    return 0;
}

/* Right behind a quotation no subject can stand in front of the verb. */
static bool behind_quotation(const dl_said_reader *r, uint32_t verb) {
    return verb > r->first + 1 && (dl_said_is_quote_mark(r, verb - 1) || (dl_said_is_mark(r, verb - 1) && dl_said_is_quote_mark(r, verb - 2)));
}

/* What follows the verb up to the next mark is a noun phrase, no clause: a speaker may stand there; whoever is told something, unless right behind
 * a quotation ("...," warned the minister). */
static bool may_be_inverted(const dl_said_reader *r, uint32_t verb, uint32_t end) {
    uint16_t takes = dl_said_verb_at(r, verb)->takes;
    if (!(takes & DL_SAYS_QUOTE) || end >= r->end || dl_said_is(r, end, "that")) return false;
    if (takes & DL_SAYS_ADDRESSEE && (!behind_quotation(r, verb) || dl_said_is(r, verb, "told"))) return false;
    for (uint32_t t = end; t < r->end && t < end + APPOSITION_REACH && !dl_said_is(r, t, ","); t++) {
        if (relative(r, t)) return true;
        if (dl_said_is_finite(r, t)) return false;
    }
    return true;
}

/* "..., said the minister": behind the verb, where a mark stands in front of it. */
static uint32_t subject_behind(const dl_said_reader *r, uint32_t verb, uint32_t end) {
    if (verb == r->first || !dl_said_is_mark(r, verb - 1)) return 0;
    for (uint32_t t = end; t < r->end && t < end + INVERTED_REACH && !dl_said_is_mark(r, t); t++) {
        uint32_t m = r->words[t].cover;
        if (m && r->doc->mentions.rows[m].head >= end) return r->doc->mentions.rows[m].head;
        if (nominal(r, t) && (t + 1 == r->end || !nominal(r, t + 1))) return head_of_name(r, t, verb);
    }
    return 0;
}

/* "..., she said, adding that": who said goes on. */
static uint32_t subject_before(const dl_said_reader *r, uint32_t verb) {
    return r->last_subject >= r->first && r->last_subject < verb && r->last_verb < verb && r->last_verb >= r->first ? r->last_subject : 0;
}

/* Titles, articles and the like, in front of a noun. */
static bool belongs_to_noun(const dl_said_reader *r, uint32_t token) {
    unsigned upos = dl_said_token(r, token)->upos;
    return upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN || upos == DL_UPOS_ADJ || upos == DL_UPOS_DET;
}

/* Titles and articles that the tree left out belong to the subject all the same. */
static void widen(const dl_said_reader *r, dl_subject *s, uint32_t segment) {
    for (uint32_t step = 0; step < NAME_REACH && s->first > r->first; step++) {
        uint32_t t = s->first - 1;
        if (!belongs_to_noun(r, t) || r->words[t].segment != segment || r->time[t]) return;
        s->first = t;
    }
}

/* "The bridge, Ana Pop said, had fallen": the noun phrase beside the verb, where a comma parts it from what the tree takes for its subject. */
static uint32_t nearer_subject(const dl_said_reader *r, uint32_t verb, uint32_t tree) {
    if (!tree || tree > verb) return 0;
    uint32_t near = adjacent_subject(r, verb), m = near ? r->words[near].cover : 0;
    if (!m || near <= tree || r->words[tree].cover == m) return 0;
    uint32_t begin = dl_mention_first(r->doc, &r->doc->mentions.rows[m]);
    while (begin > tree && belongs_to_noun(r, begin - 1)) begin--;
    return begin > tree && dl_said_is(r, begin - 1, ",") ? near : 0;
}

/* The verb of "quoted a doctor | as saying", 0 where this is none. */
static uint32_t quoting_verb(const dl_said_reader *r, uint32_t verb) {
    if (!r->parsed || verb <= r->first || !dl_said_is(r, verb - 1, "as")) return 0;
    uint32_t head = dl_said_token(r, verb)->head;
    if (head < r->first || head >= verb) return 0;
    if (dl_said_token(r, head)->upos == DL_UPOS_NOUN || dl_said_token(r, head)->upos == DL_UPOS_PROPN)
        head = dl_said_token(r, head)->head; /* hung on the doctor */
    if (head < r->first || head >= verb) return 0;
    dl_bytes lemma = dl_said_token(r, head)->lemma;
    return dl_bytes_is(lemma, "quote") || dl_bytes_is(lemma, "cite") ? head : 0;
}

static uint32_t who_is_quoted(const dl_said_reader *r, uint32_t quoting) {
    uint32_t object = dl_said_child(r, quoting, DL_DEP_OBJ, DL_DEP_OBJ);
    return object ? object : dl_said_child(r, quoting, DL_DEP_NSUBJ, DL_DEP_NSUBJ); /* "was quoted as saying" */
}

uint32_t dl_who_quotes(const dl_said_reader *r, uint32_t verb) {
    uint32_t quoting = quoting_verb(r, verb), object = quoting ? dl_said_child(r, quoting, DL_DEP_OBJ, DL_DEP_OBJ) : 0;
    if (!quoting) return 0;
    if (object) return dl_said_child(r, quoting, DL_DEP_NSUBJ, DL_DEP_NSUBJ);
    return dl_said_agent(r, quoting);
}

/* The nearest evidence first: the tree's own subject, a noun phrase beside the verb, what the tree says of governing verbs. */
static void choose(const dl_said_reader *r, uint32_t verb, uint32_t end, dl_subject *s) {
    uint32_t quoting = quoting_verb(r, verb), quoted_one = quoting ? who_is_quoted(r, quoting) : 0;
    if (quoted_one) {
        s->head = quoted_one, s->own = false;
        return;
    }
    bool participle = dl_said_token(r, verb)->xpos == DL_XPOS_VBG || dl_bytes_finish(dl_token_text(r->doc, verb), "ing");
    uint32_t tree = r->parsed ? tree_subject(r, verb, &s->own) : 0;
    bool inverts = may_be_inverted(r, verb, end);
    if (tree > verb && dl_said_verb_at(r, verb)->takes & DL_SAYS_ADDRESSEE && !inverts) tree = 0; /* behind "told" stands who is told */
    s->head = tree && s->own ? tree : 0;
    uint32_t nearer = nearer_subject(r, verb, s->head);
    if (nearer) s->head = nearer;
    bool apart = participle && (verb == r->first || dl_said_is_mark(r, verb - 1)); /* "..., adding" */
    if (!s->head && !apart) s->head = adjacent_subject(r, verb);
    bool of_words = tree && r->words[tree].noun && tree < verb && !s->own; /* "issued a ruling against the mayor finding that" */
    if (participle && s->head && s->head != tree && (on_a_medium(r, s->head) || (of_words && !apart))) s->head = 0;
    if (!s->head && !participle && !behind_quotation(r, verb)) s->head = subject_apart(r, verb);
    if (!s->head && inverts && r->parsed) s->head = inverted_object(r, verb, end);
    if (!s->head && inverts && !participle) s->head = subject_behind(r, verb, end);
    s->own = s->head != 0;
    if (!s->head && participle) s->head = subject_before(r, verb);
    if (!s->head) s->head = tree;
}

void dl_subject_find(const dl_said_reader *r, uint32_t verb, dl_subject *s) {
    uint32_t end = verb + r->words[verb].verb_length;
    *s = (dl_subject){.first = verb, .last = end - 1, .own = true};
    choose(r, verb, end, s);
    if (!s->head || !s->own) return;
    s->inverted = s->head > verb;
    if (s->inverted) {
        uint32_t last = r->parsed ? r->right[s->head] : s->head;
        if (last > s->last) s->last = last;
    } else if (r->parsed && (base_of(r, s->head) == DL_DEP_NSUBJ || r->right[s->head] < verb)) {
        s->first = r->left[s->head];
        while (s->first < s->head && r->words[s->first].segment != r->words[verb].segment) s->first++;
        for (uint32_t t = s->first; t < s->head; t++)
            if (dl_said_is_mark(r, t) && !dl_said_is(r, t, "-")) s->first = t + 1;
    } else if (!s->inverted) {
        uint32_t m = r->words[s->head].cover;
        s->first = m ? dl_mention_first(r->doc, &r->doc->mentions.rows[m]) : s->head;
        while (s->first > r->first && dl_said_token(r, s->first - 1)->upos == DL_UPOS_DET) s->first--;
    }
    if (s->first < r->first) s->first = r->first;
    uint32_t row = s->inverted ? 0 : dl_row_in_front(r, s->head);
    if (row) s->first = dl_mention_first(r->doc, &r->doc->mentions.rows[row]);
    if (!s->inverted) widen(r, s, r->words[verb].segment);
}
