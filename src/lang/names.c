#include "lang/names.h"

#include "base/search.h"

bool dl_cases_open(dl_cases *cases, const dl_model *model) {
    const dl_model_section *s = dl_model_find(model, "name.cases", sizeof(uint32_t));
    if (!s || s->width != 1) return false;
    *cases = (dl_cases){dl_model_data(model, s), s->count};
    return true;
}

/* The case stands in the lowest bits of a form, so that it does not disturb the order. */
static uint8_t look_up(const dl_cases *cases, uint32_t form) {
    const uint32_t bits = (1u << DL_CASE_BITS) - 1;
    uint32_t at = dl_first_not_below(cases->forms, cases->count, form & ~bits);
    return at < cases->count && (cases->forms[at] & ~bits) == (form & ~bits) ? cases->forms[at] & bits : DL_CASE_UNKNOWN;
}

void dl_cases_read(const dl_cases *cases, dl_window *w) {
    for (uint32_t i = 1; i <= w->count; i++) w->cased[i] = look_up(cases, w->words[i].form);
    w->cased[0] = w->cased[w->count + 1] = 0;
}

/* The best class of the word before for one that goes on (class even and not 0) or for any other. */
static uint32_t best_before(const int32_t *sums, uint32_t class) {
    if (class && !(class & 1)) return sums[class] >= sums[class - 1] ? class : class - 1;
    uint32_t best = 0;
    for (uint32_t c = 1; c < DL_NAME_CLASSES; c++)
        if (sums[c] > sums[best]) best = c;
    return best;
}

void dl_names_choose(int32_t (*scores)[DL_NET_NAMES], dl_window *w) {
    uint8_t from[DL_WINDOW_ROOM][DL_NAME_CLASSES];
    enum { NEVER = INT32_MIN / 2 };
    if (!w->count) return;
    int32_t sums[DL_NAME_CLASSES];
    for (uint32_t c = 0; c < DL_NAME_CLASSES; c++) sums[c] = c && !(c & 1) ? NEVER : scores[1][c];
    for (uint32_t i = 2; i <= w->count; i++) {
        int32_t next[DL_NAME_CLASSES];
        for (uint32_t c = 0; c < DL_NAME_CLASSES; c++) {
            from[i][c] = (uint8_t)best_before(sums, c);
            int32_t before = sums[from[i][c]];
            next[c] = before <= NEVER ? NEVER : before + scores[i][c];
        }
        memcpy(sums, next, sizeof sums);
    }
    uint32_t class = best_before(sums, 0);
    for (uint32_t i = w->count; i >= 1; i--) {
        w->name[i] = dl_names_kind(class);
        if (i > 1) class = from[i][class];
    }
}

static bool is_joined(const dl_window *w, uint32_t of, uint32_t to) {
    dl_deprel base = dl_deprel_base(w->deprel[of]);
    return w->head[of] == to && (base == DL_DEP_COMPOUND || base == DL_DEP_FLAT);
}

void dl_names_complete(dl_window *w) {
    for (uint32_t i = 2; i <= w->count; i++) {
        bool person = (w->name[i - 1] & ~DL_NAME_BEGIN) == DL_NAME_PERSON;
        if (!person || w->name[i] || w->capitals || w->words[i].plain || w->upos[i] != DL_UPOS_PROPN) continue;
        uint32_t head = w->head[i];
        bool beside = head > i && is_joined(w, i, head) && is_joined(w, i - 1, head); /* "minister Ana Pop" in front of its noun */
        if (beside || is_joined(w, i, i - 1) || is_joined(w, i - 1, i)) w->name[i] = DL_NAME_PERSON;
    }
}

void dl_names_drop_small(dl_window *w) {
    for (uint32_t i = 1; i <= w->count; i++) {
        bool alone = w->name[i] & DL_NAME_BEGIN && (i == w->count || !w->name[i + 1] || w->name[i + 1] & DL_NAME_BEGIN);
        bool small = w->words[i].plain && w->cased[i] >= DL_CASE_LOWER && w->cased[i] <= DL_CASE_MIXED;
        if (alone && small && !w->capitals) w->name[i] = DL_NAME_NONE;
    }
}
