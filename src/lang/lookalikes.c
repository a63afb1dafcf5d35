/* Names that are spelled like other words, and were read as those: May and Will like modals, the US like those who speak. */
#include "doc/ud.h"
#include "lang/repair.h"

/* Whether the word is a form that no modal stands right before: "said", "has", "will". */
static bool is_finite_form(const dl_window *w, uint32_t word) {
    unsigned tag = w->xpos[word];
    return tag == DL_XPOS_VBD || tag == DL_XPOS_VBN || tag == DL_XPOS_VBZ || tag == DL_XPOS_MD;
}

static const char modal_names[] = "may will";

/* "Theresa | May said", "| May will go", "| Will Smith said", with May and Will as auxiliaries: none stands right before a finite verb. */
static void make_name(dl_window *w, uint32_t word) {
    static const dl_relations subject = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS), helps = DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(COP);
    uint32_t verb = w->head[word], next = word + 1, first = word - 1;
    bool modal = w->upos[word] == DL_UPOS_AUX || (w->upos[word] == DL_UPOS_PROPN && w->deprel[word] == DL_DEP_AUX);
    if (!modal || w->words[word].plain || !dl_window_among(w, word, modal_names)) return;
    bool surname = w->upos[first] == DL_UPOS_PROPN && w->head[first] == verb && dl_window_is_subject(w, first);
    bool given = next + 1 == verb && w->upos[next] == DL_UPOS_PROPN && w->head[next] == verb && dl_window_is_subject(w, next);
    bool before = next == verb || (next < verb && w->head[next] == verb && helps >> w->deprel[next] & 1);
    bool lost = w->deprel[word] == DL_DEP_AUX && (given ? is_finite_form(w, verb) : before && is_finite_form(w, next));
    if (lost ? !surname && !given && dl_window_has(w, verb, subject) : !dl_window_is_subject(w, word)) return;
    w->upos[word] = DL_UPOS_PROPN;
    w->xpos[word] = DL_XPOS_NNP;
    if (!lost) return;
    w->deprel[word] = DL_DEP_NSUBJ;
    if ((next == verb || given) && w->xpos[verb] == DL_XPOS_VBN) w->xpos[verb] = DL_XPOS_VBD;
    if (given) w->head[next] = (uint16_t)word, w->deprel[next] = DL_DEP_FLAT;
    if (surname) w->head[word] = (uint16_t)first, w->deprel[word] = DL_DEP_FLAT;
}

/* "| US to withdraw troops", with those who speak: in capitals it is the country. */
static void make_land(dl_window *w, uint32_t word) {
    dl_word like;
    if (w->capitals || w->upos[word] != DL_UPOS_PRON || !dl_window_among(w, word, "us")) return;
    dl_word_read(DL_LIT("US"), w->capitals, &like);
    if (w->words[word].shape != like.shape) return;
    w->upos[word] = DL_UPOS_PROPN;
    w->xpos[word] = DL_XPOS_NNP;
}

static const dl_rule rules[] = {
    {make_land, .classes = DL_CLASS(PRON), .words = {"us"}},
    {make_name, .relations = DL_REL(AUX) | DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS), .classes = DL_CLASS(AUX) | DL_CLASS(PROPN), .words = {modal_names}},
};
const dl_rules dl_rules_of_lookalikes = {DL_RULES_OF(rules)};
