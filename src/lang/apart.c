#include "lang/apart.h"

/* Some of a window's words, read by themselves: `at` holds their positions there. */
typedef struct piece {
    dl_window *part;
    uint16_t at[DL_WINDOW_ROOM];
} piece;

static void add_word(piece *p, const dl_window *w, uint32_t word) {
    dl_window *part = p->part;
    uint32_t i = ++part->count;
    part->words[i] = w->words[word];
    part->initial[i] = w->initial[word];
    part->hints[i] = w->hints[word];
    part->deeds[i] = w->deeds[word];
    p->at[i] = (uint16_t)word;
}

static void add_words(piece *p, const dl_window *w, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i <= last; i++) add_word(p, w, i);
}

static void read(piece *p, dl_net_work *net, const dl_mending *mending) {
    dl_window *part = p->part;
    for (uint32_t i = part->count + 1; i < DL_WINDOW_ROOM && i <= part->count + 3; i++) part->words[i] = (dl_word){0}, part->initial[i] = 0;
    dl_net_read_words(net, part);
    dl_net_read_tags(net, part);
    dl_net_read_tree(net, part);
    dl_repair_tree(mending, part);
}

/* Writes the piece into the window. Returns the position of its root there. */
static uint32_t put(const piece *p, dl_window *w) {
    const dl_window *part = p->part;
    uint32_t root = 0;
    for (uint32_t i = 1; i <= part->count; i++) {
        uint32_t at = p->at[i];
        w->upos[at] = part->upos[i];
        w->xpos[at] = part->xpos[i];
        w->deprel[at] = part->deprel[i];
        w->head[at] = part->head[i] ? p->at[part->head[i]] : 0;
        if (!part->head[i]) root = at;
    }
    return root;
}

static bool is_clause(const dl_window *w, uint32_t word) {
    switch (w->deprel[word]) {
    case DL_DEP_ROOT:
    case DL_DEP_CCOMP:
    case DL_DEP_CONJ:
    case DL_DEP_PARATAXIS:
    case DL_DEP_ADVCL:
    case DL_DEP_ACL:
    case DL_DEP_ACL_RELCL:
        return true;
    default:
        return !w->head[word];
    }
}

/* What an insertion in front of `behind` is told with: the clause whose words stand on both sides. */
static uint32_t host(const dl_window *w, uint32_t behind) {
    uint32_t word = behind;
    while (w->head[word] >= behind) word = w->head[word];
    while (w->head[word] && !is_clause(w, word)) word = w->head[word];
    return word;
}

static void hang(dl_window *w, const dl_insertion *in, uint32_t root, uint32_t head) {
    bool phrase = in->deprel == DL_DEP_ACL && dl_window_is_nominal(w, root); /* "including four nurses" */
    w->head[root] = (uint16_t)head;
    w->deprel[root] = phrase ? DL_DEP_NMOD : in->deprel;
    for (uint32_t i = in->first; i <= in->last; i++)
        if (in->turned && w->head[i] == root && w->deprel[i] == DL_DEP_OBJ) w->deprel[i] = DL_DEP_NSUBJ;
    for (uint32_t i = in->open; i <= in->close; i++) {
        if (i >= in->first && i <= in->last) continue;
        w->head[i] = (uint16_t)root;
        w->deprel[i] = DL_DEP_PUNCT;
    }
}

/* The noun that an insertion behind `before` is said of: the first of its names where it is a name itself ("Lima, Peru,"), else the whole phrase. */
static uint32_t noun_before(const dl_window *w, uint32_t before, bool name) {
    uint32_t noun = before;
    while (w->head[noun] && w->head[noun] <= before && dl_window_is_nominal(w, w->head[noun]) && !(name && w->deprel[noun] == DL_DEP_NMOD))
        noun = w->head[noun];
    while (w->head[noun] > before && dl_window_is_nominal(w, w->head[noun]) && !dl_window_is_subject(w, noun)) noun = w->head[noun];
    return noun;
}

/* The words that are left without the insertions. */
static void read_rest(piece *p, dl_net_work *net, const dl_mending *mending, const dl_window *w, const dl_insertion *in, uint32_t count) {
    uint32_t from = 1;
    p->part->capitals = w->capitals;
    p->part->headline = w->headline;
    p->part->count = 0;
    for (uint32_t k = 0; k < count; k++) {
        add_words(p, w, from, in[k].open - 1);
        from = in[k].close + 1;
    }
    add_words(p, w, from, w->count);
    read(p, net, mending);
}

/* The first word of the rest behind an insertion. */
static uint32_t place_behind(const piece *p, const dl_insertion *in) {
    uint32_t behind = 1;
    while (behind < p->part->count && p->at[behind] < in->close) behind++;
    return behind;
}

/* Whether what is left tells something of someone. */
static bool is_told(const dl_window *part) {
    static const dl_relations auxiliary = DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(COP);
    uint32_t root = 1;
    while (root < part->count && part->head[root]) root++;
    bool finite = dl_window_is_finite(part, root) || dl_window_has(part, root, auxiliary);
    return finite && dl_insertions_has_subject(part, root, root);
}

static bool brings_subject(const piece *p, const dl_insertion *in) {
    const dl_window *part = p->part;
    uint32_t behind = place_behind(p, in), verb = behind;
    if (in->deprel == DL_DEP_PARATAXIS) return is_told(part);
    while (verb < part->count && part->xpos[verb] == DL_XPOS_RB) verb++;
    return dl_window_is_finite(part, verb) && dl_insertions_has_subject(part, verb, behind);
}

static void put_all(piece *p, dl_net_work *net, const dl_mending *mending, dl_window *w, const dl_insertion *in, uint32_t count) {
    uint32_t heads[DL_INSERTIONS];
    put(p, w);
    for (uint32_t k = 0; k < count; k++) {
        uint32_t behind = place_behind(p, in + k);
        bool name = w->xpos[in[k].first] == DL_XPOS_NNP && w->xpos[in[k].open - 1] == DL_XPOS_NNP;
        heads[k] = p->at[in[k].of_noun ? noun_before(p->part, behind - 1, name) : host(p->part, behind)];
    }
    for (uint32_t k = 0; k < count; k++) {
        p->part->count = 0;
        add_words(p, w, in[k].first, in[k].last);
        read(p, net, mending);
        hang(w, in + k, put(p, w), heads[k]);
    }
}

void dl_apart_read(dl_net_work *net, const dl_mending *mending, dl_window *w, const dl_insertion *in, uint32_t count, dl_window *parts) {
    piece p = {.part = parts};
    read_rest(&p, net, mending, w, in, count);
    dl_apart_mend(net, mending, parts, parts + 1);
    put_all(&p, net, mending, w, in, count);
}

bool dl_apart_mend(dl_net_work *net, const dl_mending *mending, dl_window *w, dl_window *part) {
    dl_insertion lost[DL_INSERTIONS];
    uint32_t count = dl_insertions_lost(w, lost);
    piece p = {.part = part};
    if (!count) return false;
    read_rest(&p, net, mending, w, lost, count);
    for (uint32_t k = 0; k < count; k++)
        if (!brings_subject(&p, lost + k)) return true;
    put_all(&p, net, mending, w, lost, count);
    return true;
}
