#include "lang/names.h"

void dl_cases_shelve(dl_cases *cases) {
    uint32_t next = 0;
    for (uint32_t i = 0; i < cases->count; i++) next = dl_shelve(&cases->shelves, next, dl_shelf_of(cases->forms[i]), i);
    dl_shelve(&cases->shelves, next, DL_SHELVES, cases->count);
}

bool dl_cases_open(dl_cases *cases, const dl_model *model) {
    const dl_model_section *s = dl_model_find(model, "name.cases", sizeof(uint32_t));
    if (!s || s->width != 1) return false;
    *cases = (dl_cases){.forms = dl_model_data(model, s), .count = s->count};
    dl_cases_shelve(cases);
    return true;
}

/* The case stands in the lowest bits of a form, so that it does not disturb the order. */
static uint8_t look_up(const dl_cases *cases, uint32_t form) {
    const uint32_t bits = (1u << DL_CASE_BITS) - 1;
    const uint32_t *ends = cases->shelves.first + dl_shelf_of(form);
    uint32_t at = ends[0] + dl_first_not_below(cases->forms + ends[0], ends[1] - ends[0], form & ~bits);
    return at < cases->count && (cases->forms[at] & ~bits) == (form & ~bits) ? cases->forms[at] & bits : DL_CASE_UNKNOWN;
}

/* All are fetched before the first is needed. */
void dl_cases_read(const dl_cases *cases, dl_window *w) {
    for (uint32_t i = 1; i <= w->count; i++) __builtin_prefetch(cases->forms + cases->shelves.first[dl_shelf_of(w->words[i].form)]);
    for (uint32_t i = 1; i <= w->count; i++) w->cased[i] = look_up(cases, w->words[i].form);
    w->cased[0] = w->cased[w->count + 1] = 0;
}

static bool goes_on(uint32_t class) {
    return class && !(class & 1);
}

static uint32_t best_of(const int32_t *sums) {
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
    for (uint32_t c = 0; c < DL_NAME_CLASSES; c++) sums[c] = goes_on(c) ? NEVER : scores[1][c];
    for (uint32_t i = 2; i <= w->count; i++) {
        int32_t next[DL_NAME_CLASSES];
        uint32_t best = best_of(sums); /* of the word before; for one that goes on only those of its kind */
        for (uint32_t c = 0; c < DL_NAME_CLASSES; c++) {
            uint32_t last = !goes_on(c) ? best : sums[c] >= sums[c - 1] ? c : c - 1;
            int32_t before = sums[last];
            from[i][c] = (uint8_t)last;
            next[c] = before <= NEVER ? NEVER : before + scores[i][c];
        }
        memcpy(sums, next, sizeof sums);
    }
    uint32_t class = best_of(sums);
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
