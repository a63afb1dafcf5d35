#include "event/openers.h"

enum { WORDS = 4 }; /* of the longest opener */

bool dl_in_question(const dl_reading *r, uint32_t token) {
    const dl_sentence *s = &r->doc->sentences.rows[dl_at(r, token)->sentence];
    dl_bytes last = dl_token_text(r->doc, dl_sentence_end(s) - 1);
    return last.data[0] == '?';
}

/* "did not say | whether Kenya would help", "refused to say whom it would back": the clause that is left open; or 0. What is asked of something done
 * ("did not say who attacked the church") is not. */
static uint32_t asked_clause(const dl_reading *r, uint32_t token) {
    for (uint32_t t = token, steps = 0; t && steps < 3; t = dl_at(r, t)->head, steps++) {
        dl_deprel base = dl_base_of(r, t);
        bool whether = dl_child_lemma(r, t, DL_DEP_MARK, "whether if") || dl_child_lemma(r, t, DL_DEP_ADVMOD, "whether");
        bool whom = dl_child_lemma(r, t, DL_DEP_OBJ, "who whom what which") && dl_child_lemma(r, t, DL_DEP_AUX, "would will may might");
        if ((base == DL_DEP_CCOMP || base == DL_DEP_OBJ || base == DL_DEP_ADVCL) && (whether || whom)) return t;
        if (base != DL_DEP_CONJ && base != DL_DEP_XCOMP && base != DL_DEP_CCOMP && base != DL_DEP_NSUBJ) return 0;
    }
    return 0;
}

bool dl_left_open(const dl_reading *r, uint32_t token) {
    uint32_t clause = asked_clause(r, token), saying = clause ? dl_at(r, clause)->head : 0, above = saying ? dl_at(r, saying)->head : 0;
    if (!saying || !dl_lemma_among(r, saying, "say mention announce specify disclose reveal answer indicate state comment tell")) return false;
    if (dl_child_lemma(r, saying, DL_DEP_ADVMOD, "not n't never")) return true;
    return above && dl_base_of(r, saying) == DL_DEP_XCOMP && dl_lemma_among(r, above, "refuse decline fail");
}

uint32_t dl_inverted_opener(const dl_reading *r, uint32_t verb) {
    uint32_t subject = dl_child(r, verb, DL_DEP_NSUBJ);
    if (!subject || dl_in_question(r, verb)) return 0;
    uint32_t opener = dl_token_at(r->doc, dl_subtree(r, subject).begin) - 1;
    const dl_sentence *s = &r->doc->sentences.rows[dl_at(r, verb)->sentence];
    if (opener < s->first_token || opener > verb) return 0;
    dl_bytes form = dl_token_text(r->doc, opener);
    if (!dl_bytes_like(form, "should") && !dl_bytes_like(form, "had") && !dl_bytes_like(form, "were")) return 0;
    return opener == s->first_token || dl_at(r, opener - 1)->upos == DL_UPOS_PUNCT ? opener : 0;
}

/* The word that bears the tense of a verb. */
static uint32_t tensed(const dl_reading *r, uint32_t verb) {
    uint32_t aux = dl_child(r, verb, DL_DEP_AUX), passive = dl_child(r, verb, DL_DEP_AUX_PASS);
    return aux ? aux : passive ? passive : verb;
}

/* "They attack", "are freed", "have left". */
static bool present(const dl_reading *r, uint32_t verb) {
    unsigned xpos = dl_at(r, tensed(r, verb))->xpos;
    bool finite = xpos == DL_XPOS_VBP || xpos == DL_XPOS_VBZ || (xpos == DL_XPOS_VB && !dl_child(r, verb, DL_DEP_AUX));
    return finite && !dl_child_lemma(r, verb, DL_DEP_MARK, "to");
}

/* "Would stay shut until | they were freed": the past tense of a clause whose verb is told with "would" is of what was to come. */
static bool is_to_come(const dl_reading *r, uint32_t verb) {
    uint32_t above = dl_base_of(r, verb) == DL_DEP_ADVCL ? dl_at(r, verb)->head : 0;
    return above && dl_child_lemma(r, above, DL_DEP_AUX, "would") && !dl_child_lemma(r, above, DL_DEP_AUX, "have");
}

static dl_status_reading by_phrase(const dl_reading *r, uint32_t head, uint32_t last) {
    dl_status_reading s = {.rule = "status-opener", .token = last, .table = r->openers.table};
    dl_know_hit hit;
    bool within = last > tensed(r, head); /* "has once again blamed" */
    if (within || !dl_phrase_up_to(r, s.table, last, WORDS, &hit)) return (dl_status_reading){0};
    bool other_tense = dl_know_get(r->know, s.table, hit.row, "tense").size && !present(r, head) && !is_to_come(r, head);
    if (other_tense || !dl_claim_status_named(dl_know_cell(r->know, s.table, hit.row, r->openers.status), &s.status)) return (dl_status_reading){0};
    s.row = hit.row;
    bool asked = dl_base_of(r, head) == DL_DEP_CCOMP || (dl_at(r, head)->head && dl_lemma_among(r, dl_at(r, head)->head, "know ask wonder"));
    if (s.status == DL_CLAIM_CONDITIONAL && asked && dl_lemma_is(r, last, "if")) s.status = DL_CLAIM_POSSIBLE; /* "asked if the army bombed" */
    return s;
}

/* "If | the killing is solved": what opens a clause does not open its subject. */
static bool known_subject(const dl_reading *r, uint32_t head) {
    return dl_base_of(r, head) == DL_DEP_NSUBJ && dl_at(r, head)->upos == DL_UPOS_NOUN &&
           dl_child_lemma(r, head, DL_DEP_DET, "the this that these those");
}

/* "Instead | of": the last word of an expression that hangs on its first. */
static uint32_t last_fixed(const dl_reading *r, uint32_t word) {
    uint32_t last = word;
    for (uint32_t c = r->child[word], seen = 0; c && seen < DL_CHILDREN; c = r->sibling[c], seen++)
        if (c > last && dl_base_of(r, c) == DL_DEP_FIXED) last = c;
    return last;
}

dl_status_reading dl_status_of_opener(const dl_reading *r, uint32_t head) {
    dl_status_reading s = {0};
    uint32_t seen = 0, begin = dl_token_at(r->doc, dl_subtree(r, head).begin), inverted = dl_inverted_opener(r, head);
    if (inverted) return (dl_status_reading){DL_CLAIM_CONDITIONAL, "status-inversion", inverted, 0, 0};
    for (uint32_t c = r->child[head]; c && c < head && !s.token && seen++ < DL_CHILDREN; c = r->sibling[c]) s = by_phrase(r, head, last_fixed(r, c));
    if (!s.token && !known_subject(r, head) && begin > r->doc->sentences.rows[dl_at(r, head)->sentence].first_token)
        s = by_phrase(r, head, begin - 1);
    return s;
}
