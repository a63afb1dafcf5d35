#include "lang/title_case.h"

#include "lang/deeds.h"
#include "lang/hints.h"

enum { SHORT = 4, FEW = 2 }; /* words shorter than this may be small in a title; with fewer that are longer it is none */

static bool is_title(const dl_doc *doc, uint32_t first, uint32_t count) {
    uint32_t large = 0;
    for (uint32_t i = 0; i < count; i++) {
        dl_bytes text = dl_token_text(doc, first + i);
        if (text.size < SHORT || !dl_is_alpha(text.data[0])) continue;
        if (!dl_is_upper(text.data[0])) return false;
        large++;
    }
    return large >= FEW;
}

/* Whether the line tells of anything: the words of a name, an address or a product are left as they are. */
static bool may_tell(const dl_window *w) {
    for (uint32_t i = 2; i <= w->count; i++)
        if (w->deeds[i] & (DL_DEED_THIRD | DL_DEED_BARE | DL_DEED_NOUN)) return true;
    return false;
}

/* "New York", "Supreme Court", "Human Rights Watch": a word of a name of several. */
static bool in_long_name(const dl_window *w, uint32_t i) {
    static const dl_hint names[] = {DL_HINT_PLACE, DL_HINT_COUNTRY, DL_HINT_BODY, DL_HINT_PERSON};
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        unsigned inside = names[k] + DL_HINT_INSIDE;
        if (w->hints[i] >> inside & 1 || (w->hints[i] >> names[k] & 1 && i < w->count && w->hints[i + 1] >> inside & 1)) return true;
    }
    return false;
}

void dl_title_case_read(const dl_cases *cases, const dl_doc *doc, uint32_t first, dl_window *w) {
    if (w->capitals || !is_title(doc, first, w->count) || !may_tell(w)) return;
    dl_cases_read(cases, w);
    for (uint32_t i = 2; i <= w->count; i++) {
        dl_bytes text = dl_token_text(doc, first + i - 1);
        bool deed = w->deeds[i] & (DL_DEED_THIRD | DL_DEED_BARE | DL_DEED_NOUN | DL_DEED_PEOPLE);
        bool small = w->cased[i] == DL_CASE_LOWER || w->cased[i] == DL_CASE_MOSTLY_LOWER;
        small = small || (deed && w->cased[i] <= DL_CASE_MIXED); /* rare words, and those of names and of none ("Rally") */
        bool title = dl_is_upper(text.data[0]) && text.size > 1 && !dl_is_upper(text.data[1]); /* no "US" */
        if (!small || !title || in_long_name(w, i)) continue;
        char folded[DL_FOLD_ROOM];
        dl_window_set(w, i, (dl_bytes){folded, dl_word_fold(text, folded)});
    }
}
