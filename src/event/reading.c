#include "event/reading.h"

static uint32_t *numbers(dl_doc *doc) {
    return DL_NEW_ARRAY(&doc->arena, uint32_t, doc->tokens.count + 1);
}

/* Dependents in text order: tokens are linked in front of the list from the last to the first. */
static void turn_links(dl_reading *r) {
    for (uint32_t t = r->doc->tokens.count; t-- > 1;) {
        uint32_t head = dl_at(r, t)->head;
        if (!head) continue;
        r->sibling[t] = r->child[head];
        r->child[head] = t;
        r->relations[head] |= r->marks[t].relation;
    }
}

static void mark(uint32_t *at, const dl_doc *doc, uint32_t first, uint32_t last, uint32_t row) {
    for (uint32_t t = first; t <= last && t < doc->tokens.count; t++) at[t] = row;
}

/* Inner quotations come behind the outer ones that hold them, so the last mark is the innermost. Contents are re-marked at most once per nesting. */
static void mark_quotes(dl_reading *r) {
    for (DL_EACH(i, &r->doc->quotes)) {
        dl_span span = r->doc->quotes.rows[i].span;
        for (uint32_t t = dl_token_at(r->doc, span.begin); t < r->doc->tokens.count && dl_at(r, t)->span.begin < span.end; t++) r->quote_at[t] = i;
    }
}

static void take_tables(dl_reading *r, const dl_event_tables *t) {
    r->sets = t->sets, r->light = t->light, r->blame = t->blame;
    r->verbs = t->verbs, r->phrases = t->phrases, r->nouns = t->nouns, r->adjectives = t->adjectives;
    r->governors = t->governors, r->modals = t->modals, r->openers = t->openers, r->classes = t->classes;
    r->set_of = t->set_of, r->set_bits = t->set_bits, r->roles = t->roles, r->role_keys = t->role_keys;
    r->memo->slot_of = DL_NEW_ARRAY(&r->doc->arena, uint8_t, t->role_count + 1);
}

const dl_sets_memo *dl_sets_of(const dl_reading *r, uint32_t word) {
    dl_sets_memo *memo = r->in_sets + word % DL_SETS_MEMO;
    if (memo->word == word) return memo;
    dl_know_hit hits[DL_SETS_ROOM];
    *memo = (dl_sets_memo){.word = word, .count = dl_know_look_up_word(r->know, r->sets.table, word, hits, DL_SETS_ROOM)};
    for (uint32_t i = 0; i < memo->count; i++) memo->sets[i] = r->set_of[hits[i].row], memo->bits |= r->set_bits[hits[i].row];
    return memo;
}

static dl_word_marks marks_of(const dl_reading *r, const dl_token *token) {
    dl_bytes lemma = token->lemma;
    dl_deprel base = dl_deprel_base(token->deprel);
    dl_word_marks m = {.relation = DL_RELATION_BIT(token->deprel) | DL_RELATION_BIT(base),
                       .base = (uint8_t)base,
                       .key = dl_word_key(lemma),
                       .folds = token->stem && !dl_is_plain(lemma)};
    if (!m.folds) m.ends = lemma.size ? dl_ends_bits(lemma.data[0], lemma.data[lemma.size - 1]) : UINT64_MAX;
    if (!token->stem) return m;
    m.begins = dl_know_begins(r->know, token->stem);
    m.in_sets = (m.begins & dl_know_bit(r->sets.table)) != 0;
    if (m.in_sets) m.sets = dl_sets_of(r, token->stem)->bits;
    return m;
}

static void mark_words(dl_reading *r) {
    r->marks = DL_NEW_ARRAY(&r->doc->arena, dl_word_marks, r->doc->tokens.count + 1);
    for (DL_EACH(t, &r->doc->tokens)) r->marks[t] = marks_of(r, dl_at(r, t));
}

/* Of every role that the rows of a report ask for, there is room for one a token. */
static void open_memo(dl_reading *r) {
    uint32_t room = DL_HEADS_MEMO;
    while (room > 1 && room > r->doc->tokens.count) room /= 2;
    r->heads = DL_NEW_ARRAY(&r->doc->arena, dl_heads_memo, room);
    r->heads_mask = room - 1;
}

static uint64_t words_of(const dl_reading *r, const dl_sentence *s) {
    uint64_t words = 0;
    for (uint32_t t = s->first_token; t <= dl_sentence_end(s) && t < r->doc->tokens.count; t++) words |= dl_key_bit(r->marks[t].key);
    return words;
}

void dl_reading_open(dl_reading *r, const dl_know *know, const dl_event_tables *tables, dl_doc *doc) {
    *r = (dl_reading){.know = know, .doc = doc, .tokens = doc->tokens.rows};
    r->child = numbers(doc), r->sibling = numbers(doc), r->mention_at = numbers(doc), r->against_at = numbers(doc);
    r->quote_at = numbers(doc), r->place_at = numbers(doc), r->time_at = numbers(doc), r->raised_to = numbers(doc);
    r->relations = DL_NEW_ARRAY(&doc->arena, uint64_t, doc->tokens.count + 1);
    r->words_of = DL_NEW_ARRAY(&doc->arena, uint64_t, doc->sentences.count + 1);
    r->voice = DL_NEW_ARRAY(&doc->arena, uint8_t, doc->tokens.count + 1);
    r->memo = DL_NEW(&doc->arena, dl_role_memo);
    open_memo(r);
    r->meant = DL_NEW_ARRAY(&doc->arena, dl_meant_memo, DL_MEANT_MEMO);
    r->freely = DL_NEW(&doc->arena, dl_freedom);
    r->in_sets = DL_NEW_ARRAY(&doc->arena, dl_sets_memo, DL_SETS_MEMO);
    take_tables(r, tables);
    mark_words(r);
    for (DL_EACH(s, &doc->sentences)) r->words_of[s] = words_of(r, &doc->sentences.rows[s]);
    turn_links(r);
    mark_quotes(r);
    for (uint32_t i = doc->mentions.count; i-- > 1;) {
        const dl_mention *m = &doc->mentions.rows[i];
        dl_span head = dl_at(r, m->head)->span;
        bool within = m->span.begin > head.begin && m->span.begin < head.end; /* "anti-government": no party, but whom it is against */
        (within ? r->against_at : r->mention_at)[m->head] = i;
    }
    for (DL_EACH(i, &doc->places)) mark(r->place_at, doc, doc->places.rows[i].first_token, doc->places.rows[i].last_token, i);
    for (DL_EACH(i, &doc->times)) mark(r->time_at, doc, doc->times.rows[i].first_token, doc->times.rows[i].last_token, i);
}

dl_word_query dl_word_query_of(const dl_reading *r, uint32_t token, dl_bytes words) {
    const dl_token *t = dl_at(r, token);
    bool folds = r->marks[token].folds || (t->stem && !dl_is_plain(words));
    return (dl_word_query){.know = r->know, .lemma = t->lemma, .rest = words, .stem = t->stem, .folds = folds};
}

/* Folding leaves the first of two ASCII letters what it is. */
bool dl_word_folds_to(const dl_word_query *q) {
    char a = q->lemma.size ? *q->lemma.data : 0, b = q->word.size ? *q->word.data : 0;
    if (dl_is_alpha(a) && dl_is_alpha(b) && (a | 32) != (b | 32)) return false;
    return (!dl_is_plain(q->lemma) || !dl_is_plain(q->word)) && q->stem == dl_know_word(q->know, q->word);
}

enum { LANES = 16 };
typedef unsigned char lanes __attribute__((vector_size(LANES)));

static inline lanes lanes_at(const char *text) {
    lanes read;
    memcpy(&read, text, LANES);
    return read;
}

/* Whether a list may hold a word: it has one as long that begins with its first letter, or is more than ASCII without apostrophes. Sixteen places
 * are looked at in one step, for where the next word of a list begins no processor foresees. The list is longer than the word twice and LANES. */
static bool may_list(dl_bytes list, dl_bytes word) {
    const char first = (char)(word.data[0] | 32), *at = list.data;
    size_t last = list.size - word.size, end = last - LANES; /* where the last word would begin, and the last step */
    if (((at[0] | 32) == first && at[word.size] == ' ') || ((at[last] | 32) == first && at[last - 1] == ' ')) return true;
    lanes found = {0};
    for (size_t i = 1; i < end + LANES; i += LANES) {
        if (i > end) i = end;
        lanes before = lanes_at(at + i - 1), behind = lanes_at(at + i + word.size), here = lanes_at(at + i) | 32;
        found |= (lanes)(before == ' ') & (lanes)(behind == ' ') & (lanes)(here == (unsigned char)first);
        found |= ((before | behind) & 0x80) | (lanes)(before == '\'') | (lanes)(behind == '\'');
    }
    uint64_t halves[2];
    memcpy(halves, &found, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

bool dl_lemma_in(const dl_reading *r, uint32_t token, dl_bytes lemmas) {
    dl_bytes lemma = dl_at(r, token)->lemma;
    bool sifted = lemma.size && lemmas.size > 2 * lemma.size + LANES && !r->marks[token].folds;
    if (sifted && !may_list(lemmas, lemma)) return false;
    dl_word_query q = dl_word_query_of(r, token, lemmas);
    while (q.rest.size)
        if (dl_word_next(&q, ' ')) return true;
    return false;
}

bool dl_phrase_up_to(const dl_reading *r, uint32_t table, uint32_t last, uint32_t words, dl_know_hit *hit) {
    const dl_sentence *s = &r->doc->sentences.rows[dl_at(r, last)->sentence];
    dl_know_view view = {r->doc->text, r->doc->tokens.rows, last + 1, s->capitals};
    for (; table && words; words--)
        if (last + 1 >= s->first_token + words && dl_know_find(r->know, &view, last + 1 - words, table, hit, 1) && hit->last == last) return true;
    return false;
}

/* What a whole clause is said of ("the truth is that rebels fled") does nothing in it, where that has a subject of its own. */
uint32_t dl_first_child(const dl_reading *r, uint32_t token, dl_deprel relation) {
    uint32_t seen = 0, outer = 0;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        uint64_t have = r->marks[c].relation;
        if (!(have & DL_RELATION_BIT(relation))) continue;
        if (!(have & DL_RELATION_BIT(DL_DEP_NSUBJ_OUTER))) return c;
        outer = c;
    }
    return outer;
}

uint32_t dl_first_child_in(const dl_reading *r, uint32_t token, dl_deprel relation, dl_bytes lemmas, uint64_t without) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        const dl_word_marks *m = &r->marks[c];
        if (m->relation & DL_RELATION_BIT(relation) && !(m->ends & without) && dl_lemma_in(r, c, lemmas)) return c;
    }
    return 0;
}

uint32_t dl_way_before(const dl_reading *r, uint32_t token) {
    uint32_t way = dl_child(r, token, DL_DEP_CASE), to = way + 1;
    if (!way || to >= token || dl_at(r, to)->head != token || dl_base_of(r, to) != DL_DEP_CASE || !dl_lemma_is(r, to, "to")) return 0;
    return dl_lemma_among(r, way, "over back out up down away") ? way : 0;
}

bool dl_has_case(const dl_reading *r, uint32_t token, dl_bytes preposition) {
    uint32_t c = dl_child(r, token, DL_DEP_CASE);
    if (!c) return false;
    if (dl_bytes_equal(dl_at(r, c)->lemma, preposition)) return true;
    if (dl_bytes_is(preposition, "following") && dl_lemma_is(r, c, "follow")) return true;
    return dl_bytes_is(preposition, "to") && dl_way_before(r, token);
}

/* A finite clause needs more than a participle: "thousands demonstrated", however the tagger saw it. Headlines do without ("tourist killed"). */
static bool finite(const dl_reading *r, uint32_t verb) {
    const dl_token *t = dl_at(r, verb);
    if (r->doc->sentences.rows[t->sentence].zone == DL_ZONE_HEADLINE) return false;
    return t->deprel == DL_DEP_ROOT || t->deprel == DL_DEP_CCOMP || t->deprel == DL_DEP_PARATAXIS || dl_is_relative(r, verb);
}

/* "Lopez, a nurse from Lima, | opposed reforms": whom the description behind the commas is of. */
static uint32_t lost_behind_comma(const dl_reading *r, uint32_t verb) {
    uint32_t head = dl_at(r, verb)->head, top = dl_at(r, head)->deprel == DL_DEP_APPOS ? dl_at(r, head)->head : 0;
    bool described = dl_at(r, verb)->deprel == DL_DEP_AMOD && top && top < verb - 1 && dl_lemma_is(r, verb - 1, ",");
    return described && dl_at(r, top)->deprel == DL_DEP_ROOT ? top : 0;
}

/* "The envoy | called for calm", read as an envoy who is called. */
static bool lost_to_caller(const dl_reading *r, uint32_t verb) {
    uint32_t head = dl_at(r, verb)->head;
    bool modifies = dl_at(r, verb)->deprel == DL_DEP_ACL && head == verb - 1 && r->mention_at[head] && dl_at(r, head)->deprel == DL_DEP_ROOT;
    return modifies && dl_lemma_among(r, verb, "call appeal plead") && !dl_child(r, verb, DL_DEP_OBL_AGENT);
}

uint32_t dl_lost_subject(const dl_reading *r, uint32_t verb) {
    const dl_token *t = dl_at(r, verb);
    uint32_t head = t->head, before = verb - 1;
    if (t->xpos != DL_XPOS_VBN && t->xpos != DL_XPOS_VBD) return 0;
    if (lost_to_caller(r, verb)) return head;
    if (lost_behind_comma(r, verb)) return lost_behind_comma(r, verb);
    if (t->deprel != DL_DEP_AMOD || head < verb || dl_at(r, head)->deprel != DL_DEP_ROOT || dl_child(r, head, DL_DEP_COP)) return 0;
    if (before > 1 && dl_at(r, before)->upos == DL_UPOS_ADV) before--;
    unsigned upos = dl_at(r, before)->upos;
    dl_deprel base = dl_base_of(r, before);
    bool noun = upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN || upos == DL_UPOS_PRON;
    bool people = upos == DL_UPOS_ADJ && r->mention_at[before] && dl_lemma_is(r, before - 1, "the"); /* "the British" */
    if (people && dl_at(r, before)->head == head && base == DL_DEP_AMOD) return before;
    return noun && dl_at(r, before)->head == head && (base == DL_DEP_NSUBJ || base == DL_DEP_COMPOUND) ? before : 0;
}

uint32_t dl_wanted_done(const dl_reading *r, uint32_t verb) {
    const dl_token *t = dl_at(r, verb);
    bool bare = t->xpos == DL_XPOS_VBN && t->deprel == DL_DEP_XCOMP && !dl_child(r, verb, DL_DEP_MARK) && !dl_child(r, verb, DL_DEP_NSUBJ);
    if (!bare || !dl_lemma_among(r, t->head, "want order have get see demand need")) return 0;
    return dl_child(r, t->head, dl_child(r, t->head, DL_DEP_AUX_PASS) ? DL_DEP_NSUBJ : DL_DEP_OBJ);
}

uint32_t dl_bare_relative(const dl_reading *r, uint32_t verb) {
    const dl_token *t = dl_at(r, verb);
    uint32_t doer = t->head, done_to = doer - 1;
    if (t->deprel != DL_DEP_ACL || doer != verb - 1 || (t->xpos != DL_XPOS_VBN && t->xpos != DL_XPOS_VBD)) return 0;
    uint32_t whom = dl_at(r, doer)->head; /* "his wife, | whom rebels abducted, was freed" */
    if (whom > 2 && whom < doer && dl_base_of(r, doer) == DL_DEP_NSUBJ && (dl_lemma_is(r, whom, "whom") || dl_lemma_is(r, whom, "who"))) {
        done_to = dl_lemma_is(r, whom - 1, ",") ? whom - 2 : whom - 1;
        return r->mention_at[done_to] ? done_to : 0;
    }
    if (dl_base_of(r, doer) != DL_DEP_NSUBJ || dl_child(r, verb, DL_DEP_OBL) || dl_child(r, verb, DL_DEP_OBJ)) return 0;
    while (done_to && (dl_at(r, done_to)->upos == DL_UPOS_DET || dl_at(r, done_to)->upos == DL_UPOS_ADJ)) done_to--;
    bool other = done_to && dl_at(r, done_to)->head == dl_at(r, doer)->head && dl_base_of(r, done_to) == DL_DEP_NSUBJ;
    return other && r->mention_at[doer] ? done_to : 0;
}

/* The treebanks hang "who fired" in "it was the men who fired" on the whole sentence. */
bool dl_is_relative(const dl_reading *r, uint32_t verb) {
    unsigned relation = dl_at(r, verb)->deprel;
    uint32_t told = dl_at(r, verb)->head;
    if (relation != DL_DEP_ADVCL_RELCL) return relation == DL_DEP_ACL_RELCL;
    unsigned upos = dl_at(r, told)->upos; /* unlike "that is why | they are asking" */
    bool noun = upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN || upos == DL_UPOS_NUM || upos == DL_UPOS_PRON;
    bool it = dl_child_lemma(r, told, DL_DEP_EXPL, "it") || dl_child_lemma(r, told, DL_DEP_NSUBJ, "it");
    return told < verb && noun && it && dl_child(r, told, DL_DEP_COP);
}

/* "Norway is committed | to helping Malawi": what it has bound itself to; unlike "was committed to prison". */
static bool is_bound(const dl_reading *r, uint32_t verb) {
    if (dl_at(r, verb)->xpos != DL_XPOS_VBN || !dl_lemma_is(r, verb, "commit") || dl_child(r, verb, DL_DEP_OBL_AGENT)) return false;
    uint32_t to = dl_child(r, verb, DL_DEP_XCOMP);
    if (!to) to = dl_child(r, verb, DL_DEP_ADVCL);
    return to && dl_child_lemma(r, to, DL_DEP_MARK, "to");
}

/* "The army is engaged | in a war", "was locked in talks", "has been embroiled in a conflict": what a side is in, nobody does to it; unlike "was
 * locked in a cell". */
static bool is_engaged(const dl_reading *r, uint32_t verb) {
    if (dl_at(r, verb)->xpos != DL_XPOS_VBN || !dl_lemma_among(r, verb, "engage lock embroil involve mire entangle enmesh")) return false;
    uint32_t in = dl_child(r, verb, DL_DEP_OBL_AGENT) || dl_child(r, verb, DL_DEP_OBJ) ? 0 : dl_child(r, verb, DL_DEP_OBL);
    return in && dl_has_case(r, in, DL_LIT("in")) &&
           dl_lemma_among(r, in,
                          "war conflict battle fighting fight clash struggle gunfight firefight skirmish combat hostility campaign confrontation "
                          "standoff stand-off dispute row talk talks negotiation");
}

static bool is_passive(const dl_reading *r, uint32_t verb) {
    const dl_token *t = dl_at(r, verb);
    if (dl_lost_subject(r, verb) || dl_bare_relative(r, verb)) return false;
    bool object = dl_child(r, verb, DL_DEP_OBJ) != 0;
    if (is_bound(r, verb) || is_engaged(r, verb)) return false;
    if (dl_child(r, verb, DL_DEP_AUX_PASS)) return true;
    if (!object && dl_child_lemma(r, verb, DL_DEP_MARK, "to") && dl_lemma_is(r, verb, "blame")) return true; /* "the rebels are to blame" */
    bool agent = dl_child(r, verb, DL_DEP_OBL_AGENT) &&                                                      /* unlike "spoke by phone" */
                 !(t->xpos == DL_XPOS_VBD && dl_lemma_among(r, verb, "speak talk go come arrive travel"));
    if (agent) return !object || !dl_child(r, verb, DL_DEP_NSUBJ); /* not "rejected mediation by Oman" */
    if (dl_child(r, verb, DL_DEP_NSUBJ_PASS)) return !object && !(finite(r, verb) && !dl_child_lemma(r, verb, DL_DEP_AUX, "be get"));
    if (object || dl_child(r, verb, DL_DEP_AUX)) return false;
    bool chained = t->deprel == DL_DEP_CONJ && t->head && dl_child(r, t->head, DL_DEP_AUX_PASS) && /* "were killed and a dozen wounded" */
                   !(dl_child(r, verb, DL_DEP_IOBJ) && dl_child(r, verb, DL_DEP_XCOMP));           /* "were alarmed and urged them to act" */
    bool past = t->xpos == DL_XPOS_VBN || (t->xpos == DL_XPOS_VBD && chained);
    if (!past) return false;
    bool found = t->deprel == DL_DEP_XCOMP && dl_lemma_among(r, t->head, "find leave"); /* "was found | shot dead" */
    bool describes = t->deprel == DL_DEP_ACL || t->deprel == DL_DEP_AMOD || t->deprel == DL_DEP_ADVCL;
    return chained || found || describes || dl_wanted_done(r, verb);
}

bool dl_is_passive(const dl_reading *r, uint32_t verb) {
    enum { ACTIVE = 1, PASSIVE };
    if (!r->voice[verb]) r->voice[verb] = is_passive(r, verb) ? PASSIVE : ACTIVE;
    return r->voice[verb] == PASSIVE;
}

/* From a token up to another. */
static dl_bytes path_up(const dl_reading *r, uint32_t from, uint32_t to) {
    dl_bytes pieces[4 * DL_PATH + 1];
    size_t count = 0;
    pieces[count++] = dl_at(r, from)->lemma;
    for (uint32_t t = from; t != to && dl_at(r, t)->head && count < sizeof pieces / sizeof *pieces; t = dl_at(r, t)->head) {
        pieces[count++] = DL_LIT("<");
        pieces[count++] = dl_bytes_of(dl_deprel_name(dl_at(r, t)->deprel));
        pieces[count++] = DL_LIT("-");
        pieces[count++] = dl_at(r, dl_at(r, t)->head)->lemma;
    }
    return dl_arena_join(&r->doc->arena, pieces, count);
}

/* Whether `above` governs the token, directly or not. */
static bool below(const dl_reading *r, uint32_t token, uint32_t above) {
    for (uint32_t t = token, steps = 0; t && steps <= DL_PATH; t = dl_at(r, t)->head, steps++)
        if (t == above) return true;
    return false;
}

dl_bytes dl_path_between(const dl_reading *r, uint32_t a, uint32_t b) {
    for (uint32_t t = a, steps = 0; t && steps < DL_PATH; t = dl_at(r, t)->head, steps++) {
        if (!below(r, b, t)) continue;
        if (t == b) return path_up(r, a, b);
        if (t == a) return path_up(r, b, a);
        return dl_arena_join(&r->doc->arena, (dl_bytes[]){path_up(r, a, t), DL_LIT(", "), path_up(r, b, t)}, 3);
    }
    return (dl_bytes){0};
}

void dl_heads_add(dl_heads *heads, uint32_t token) {
    if (!token || heads->count == DL_TOKENS) return;
    for (uint32_t i = 0; i < heads->count; i++)
        if (heads->rows[i] == token) return;
    heads->rows[heads->count++] = token;
}

/* Breadth by repeated widening would cost a queue; trees of sentences are nearly projective, so the outermost dependents give the ends. */
dl_span dl_subtree(const dl_reading *r, uint32_t token) {
    dl_span span = dl_at(r, token)->span;
    for (uint32_t t = token, steps = 0; steps < DL_CLIMB; steps++) { /* leftmost chain */
        uint32_t first = r->child[t];
        if (!first || first > t) break;
        t = first;
        if (dl_at(r, t)->span.begin < span.begin) span.begin = dl_at(r, t)->span.begin;
    }
    for (uint32_t t = token, steps = 0; steps < DL_CLIMB; steps++) { /* rightmost chain */
        uint32_t last = 0, seen = 0;
        for (uint32_t c = r->child[t]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) last = c;
        if (last <= t) break;
        t = last;
        if (dl_at(r, t)->span.end > span.end) span.end = dl_at(r, t)->span.end;
    }
    return span;
}

uint32_t dl_root_of(const dl_reading *r, const dl_sentence *s) {
    for (uint32_t t = s->first_token; s->parsed && t < dl_sentence_end(s); t++)
        if (!dl_at(r, t)->head) return t;
    return 0;
}
