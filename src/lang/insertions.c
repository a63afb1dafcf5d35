#include "lang/insertions.h"

enum { LONGEST = 14, HITS = 8 }; /* words of a speaker, or of what is told of the saying */

/* A window and the tokens that it holds. */
typedef struct text {
    const dl_insertion_tables *tables;
    const dl_window *w;
    dl_know_view view;
    uint32_t first;
} text;

void dl_insertions_open(dl_insertion_tables *t, const dl_know *know) {
    *t = (dl_insertion_tables){.know = know};
    if (!know) return;
    t->verbs = dl_know_table(know, "said/verbs");
    t->takes = dl_know_column(know, t->verbs, "takes");
    t->phrases = dl_know_table(know, "said/phrases");
}

static bool is_dash(const dl_window *w, uint32_t i) {
    bool may_be = w->initial[i] == '-' || w->initial[i] == '\xE2';
    return may_be && w->upos[i] == DL_UPOS_PUNCT && w->xpos[i] != DL_XPOS_HYPH && dl_window_among(w, i, "-- - \xE2\x80\x93 \xE2\x80\x94");
}

static bool is_comma(const dl_window *w, uint32_t i) {
    return w->initial[i] == ',' && w->xpos[i] == DL_XPOS_COMMA;
}

static bool is_quote(const dl_window *w, uint32_t i) {
    return i <= w->count && w->initial[i] == '"';
}

static bool is_finite(const dl_window *w, uint32_t i) {
    uint8_t x = w->xpos[i];
    return x == DL_XPOS_VBD || x == DL_XPOS_VBZ || x == DL_XPOS_VBP;
}

static bool is_noun(const dl_window *w, uint32_t i) {
    uint8_t x = w->xpos[i];
    return x == DL_XPOS_NN || x == DL_XPOS_NNS || x == DL_XPOS_NNP || x == DL_XPOS_NNPS || x == DL_XPOS_PRP;
}

/* What stands in front of a noun. */
static bool is_of_noun(const dl_window *w, uint32_t i) {
    switch (w->xpos[i]) {
    case DL_XPOS_DT:
    case DL_XPOS_JJ:
    case DL_XPOS_JJR:
    case DL_XPOS_JJS:
    case DL_XPOS_PRP_POSS:
    case DL_XPOS_CD:
    case DL_XPOS_POS:
    case DL_XPOS_HYPH:
        return true;
    default:
        return false;
    }
}

/* What a phrase may go on with; no clause of its own. */
static bool goes_on(const dl_window *w, uint32_t i) {
    uint8_t x = w->xpos[i];
    bool small = x == DL_XPOS_IN || x == DL_XPOS_TO || x == DL_XPOS_CC || x == DL_XPOS_VBN || x == DL_XPOS_VBG || x == DL_XPOS_RB;
    return is_noun(w, i) || is_of_noun(w, i) || (small && !dl_window_among(w, i, "that"));
}

/* The last word of the verb of saying at `i`; 0. *takes: what it takes. */
static uint32_t saying(const text *t, uint32_t i, dl_bytes *takes) {
    dl_know_hit hits[HITS];
    uint32_t n = dl_know_find(t->tables->know, &t->view, t->first + i - 1, t->tables->verbs, hits, HITS);
    for (uint32_t k = 0; k < n; k++) {
        *takes = dl_know_cell(t->tables->know, t->tables->verbs, hits[k].row, t->tables->takes);
        if (memchr(takes->data, 'c', takes->size) || memchr(takes->data, 'q', takes->size)) return hits[k].last - t->first + 1;
    }
    return 0;
}

/* Where the words from `i` on that a phrase may hold end; the word in front. */
static uint32_t end_of_phrase(const dl_window *w, uint32_t i) {
    uint32_t from = i;
    while (i <= w->count && i - from < LONGEST && goes_on(w, i)) i++;
    return i - 1;
}

static bool is_time(const dl_window *w, uint32_t i) {
    return dl_window_is_weekday(w, i) || dl_window_among(w, i, "today yesterday last this earlier late later");
}

/* What may follow a verb of saying that says no more than when, where and to whom. */
static bool tells_how(const dl_window *w, uint32_t i, bool addressee) {
    uint8_t x = w->xpos[i];
    return x == DL_XPOS_IN || x == DL_XPOS_TO || x == DL_XPOS_RB || is_time(w, i) || (addressee && goes_on(w, i));
}

/* "police said on Monday", "a spokesman told Reuters": the last word; 0. */
static uint32_t end_of_report(const text *t, uint32_t i) {
    const dl_window *w = t->w;
    uint32_t from = i, verb = 0;
    dl_bytes takes;
    bool named = false, has = false;
    if (!is_noun(w, i) && !is_of_noun(w, i)) return 0;
    for (; i < w->count && i - from < LONGEST; i++) {
        if (is_finite(w, i) || (has && w->xpos[i] == DL_XPOS_VBN)) verb = named ? saying(t, i, &takes) : 0;
        if (verb) break;
        named |= is_noun(w, i);
        bool auxiliary = dl_window_among(w, i, "has have had");
        has |= auxiliary;
        if (!auxiliary && !goes_on(w, i)) return 0;
    }
    if (!verb) return 0;
    i = verb + 1;
    if (i > w->count || !tells_how(w, i, memchr(takes.data, 'o', takes.size) != NULL)) return verb;
    return end_of_phrase(w, i);
}

/* "says the report", "said Maria Lopez": the last word; 0. */
static uint32_t end_of_turned(const text *t, uint32_t i) {
    const dl_window *w = t->w;
    dl_bytes takes;
    uint32_t verb = is_finite(w, i) ? saying(t, i, &takes) : 0, next = verb + 1;
    if (!verb || next >= w->count || !memchr(takes.data, 's', takes.size) || is_time(w, next)) return 0;
    bool plain = w->xpos[i] == DL_XPOS_VBZ || dl_window_among(w, i, "said");
    bool speaker = w->xpos[next] == DL_XPOS_NNP || (plain && (is_noun(w, next) || w->xpos[next] == DL_XPOS_DT || w->xpos[next] == DL_XPOS_JJ));
    return speaker ? end_of_phrase(w, next) : 0;
}

/* "according to a report": the last word; 0. */
static uint32_t end_of_source(const text *t, uint32_t i) {
    dl_know_hit hit;
    if (!dl_know_find(t->tables->know, &t->view, t->first + i - 1, t->tables->phrases, &hit, 1)) return 0;
    uint32_t next = hit.last - t->first + 2, last = end_of_phrase(t->w, next);
    return last >= next ? last : 0;
}

/* Whether the sentence goes on with its verb. */
static bool verb_follows(const dl_window *w, uint32_t i) {
    for (uint32_t k = 0; k < 2 && i < w->count && w->xpos[i] == DL_XPOS_RB; k++) i++;
    return i <= w->count && (dl_window_is_finite(w, i) || w->xpos[i] == DL_XPOS_VBN || w->xpos[i] == DL_XPOS_VB);
}

static bool find_at(const text *t, uint32_t open, dl_insertion *out) {
    const dl_window *w = t->w;
    bool dash = is_dash(w, open), comma = !dash && is_comma(w, open), quoted = comma && is_quote(w, open + 1);
    if ((!dash && !comma) || open < 2) return false;
    uint32_t first = open + 1 + quoted, last = end_of_report(t, first);
    dl_deprel relation = DL_DEP_PARATAXIS;
    bool turned = !last && (last = end_of_turned(t, first));
    if (!last && (last = end_of_source(t, first))) relation = DL_DEP_OBL;
    uint32_t close = last + 1 + quoted;
    if (!last || close >= w->count || !(dash ? is_dash(w, last + 1) : is_comma(w, last + 1)) || (quoted && !is_quote(w, close))) return false;
    bool verb = verb_follows(w, close + 1);
    if (!verb && !quoted) return false;
    *out = (dl_insertion){first, last, verb ? open : open + 1, close, relation, false, turned};
    return true;
}

uint32_t dl_insertions_find(const dl_insertion_tables *tables, const dl_doc *doc, uint32_t first, const dl_window *w,
                            dl_insertion out[DL_INSERTIONS]) {
    text t = {tables, w, {doc->text, doc->tokens.rows, first + w->count, w->capitals}, first};
    uint32_t n = 0;
    for (uint32_t i = 2; i + 3 < w->count && n < DL_INSERTIONS; i++)
        if (find_at(&t, i, out + n)) i = out[n++].close;
    return n;
}

bool dl_insertions_has_subject(const dl_window *w, uint32_t verb, uint32_t before) {
    uint8_t d = w->deprel[verb];
    uint32_t clause = d == DL_DEP_AUX || d == DL_DEP_AUX_PASS || d == DL_DEP_COP ? w->head[verb] : verb;
    for (uint32_t i = 1; i < before; i++) {
        bool subject =
            dl_window_is_subject(w, i) || w->deprel[i] == DL_DEP_CSUBJ || w->deprel[i] == DL_DEP_EXPL || w->deprel[i] == DL_DEP_NSUBJ_OUTER;
        if (w->head[i] == clause && subject) return true;
    }
    return false;
}

static bool is_relative(const dl_window *w, uint32_t i) {
    return w->xpos[i] == DL_XPOS_WP || w->xpos[i] == DL_XPOS_WDT || w->xpos[i] == DL_XPOS_WP_POSS;
}

/* How words between marks hang, by the first of them; none where they may be more than an insertion. */
static dl_deprel relation_of(const dl_window *w, uint32_t first, uint32_t last, bool *of_noun) {
    uint8_t x = w->xpos[first];
    *of_noun = true;
    uint32_t finite = first;
    while (finite <= last && !dl_window_is_finite(w, finite)) finite++;
    if (is_relative(w, first)) return finite <= last ? DL_DEP_ACL_RELCL : DL_DEP_NONE;
    if (finite <= last) return DL_DEP_NONE;
    bool active =
        x == DL_XPOS_VBN && first < last && (is_noun(w, first + 1) || is_of_noun(w, first + 1)); /* "has burnt shops, killed guards, left" */
    if (active && !dl_window_is_weekday(w, first + 1)) return DL_DEP_NONE;
    if (x == DL_XPOS_VBN || x == DL_XPOS_VBG || x == DL_XPOS_JJ) return DL_DEP_ACL;
    if (dl_window_among(w, first, "of") || (first < last && dl_window_among(w, first + 1, "with"))) return DL_DEP_NMOD; /* "along with" */
    if (x == DL_XPOS_CD && first == last) return DL_DEP_NMOD_UNMARKED;
    if (is_noun(w, first) || is_of_noun(w, first)) return DL_DEP_APPOS;
    *of_noun = false;
    for (uint32_t i = first; i < last; i++) /* "to the airport and put him on a plane" */
        if (w->xpos[i] == DL_XPOS_CC && w->upos[i + 1] == DL_UPOS_VERB && w->xpos[i + 1] != DL_XPOS_VBG) return DL_DEP_NONE;
    if (x == DL_XPOS_RB) return first == last ? DL_DEP_ADVMOD : DL_DEP_NONE;
    if (x != DL_XPOS_IN) return DL_DEP_NONE;
    return w->xpos[first + 1] == DL_XPOS_VBN || w->xpos[first + 1] == DL_XPOS_VBG ? DL_DEP_ADVCL : DL_DEP_OBL;
}

/* What ends with the mark at `close`, behind which the sentence goes on with a verb without a subject. */
static bool find_before(const dl_window *w, uint32_t close, dl_insertion *out) {
    enum { MOST = 20 };
    bool dash = is_dash(w, close), of_noun;
    uint32_t verb = close + 1, open = close - 1;
    if (!dash && !is_comma(w, close)) return false;
    for (uint32_t k = 0; k < 2 && verb < w->count && w->xpos[verb] == DL_XPOS_RB; k++) verb++;
    bool hidden = dash && (w->upos[verb] == DL_UPOS_VERB || w->upos[verb] == DL_UPOS_NOUN || w->upos[verb] == DL_UPOS_ADJ);
    bool may_be = w->xpos[verb] == DL_XPOS_VBN || hidden; /* behind dashes a past is often read as another word */
    if (!dl_window_is_finite(w, verb) && !may_be) return false;
    while (open > 1 && close - open < MOST && w->upos[open] != DL_UPOS_PUNCT) open--;
    if (open < 2 || open + 1 >= close || !(dash ? is_dash(w, open) : is_comma(w, open)) || w->upos[open - 1] == DL_UPOS_PUNCT) return false;
    if (dl_insertions_has_subject(w, verb, open)) return false;
    dl_deprel relation = relation_of(w, open + 1, close - 1, &of_noun);
    if (of_noun && !dl_window_is_nominal(w, open - 1) && w->upos[open - 1] != DL_UPOS_NUM) return false; /* "professional, respectful, fast" */
    *out = (dl_insertion){open + 1, close - 1, open, close, relation, of_noun, false};
    return relation != DL_DEP_NONE;
}

/* "The union called for talks, police | said on Monday", with both as who said it: the last words are who says so. */
static bool find_end(const dl_window *w, uint32_t saying, dl_insertion *out) {
    uint32_t doer = 0, speaker = 0, last = w->count;
    if (w->deprel[saying] != DL_DEP_ROOT || w->xpos[saying] != DL_XPOS_VBD) return false;
    for (uint32_t i = 1; i < saying; i++)
        if (w->head[i] == saying && w->deprel[i] == DL_DEP_NSUBJ) doer = doer ? doer : i, speaker = i;
    uint32_t first = dl_window_first_of(w, speaker), open = first - 1;
    if (!doer || doer == speaker || !is_comma(w, open)) return false;
    while (last > saying && w->upos[last] == DL_UPOS_PUNCT) last--;
    for (uint32_t i = saying + 1; i <= last; i++)
        if (!goes_on(w, i)) return false;
    *out = (dl_insertion){first, last, open, last, DL_DEP_PARATAXIS, false, false};
    return true;
}

uint32_t dl_insertions_lost(const dl_window *w, dl_insertion out[DL_INSERTIONS]) {
    uint32_t n = 0;
    for (uint32_t i = 3; i < w->count && n < DL_INSERTIONS; i++) {
        bool mark = w->upos[i] == DL_UPOS_PUNCT;
        if (n && out[n - 1].close >= i) continue;
        if (mark ? find_before(w, i, out + n) : find_end(w, i, out + n)) n++;
    }
    return n;
}
