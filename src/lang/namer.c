#include "lang/namer.h"

bool dl_namer_open(dl_namer *namer, const dl_model *model) {
    const dl_model_section *cases = dl_model_find(model, "name.cases", sizeof(uint32_t));
    if (!cases || cases->width != 1) return false;
    namer->cases = dl_model_data(model, cases);
    namer->case_count = cases->count;
    return dl_sparse_open(&namer->sparse, model, "name.keys", "name.rows");
}

static uint8_t look_up_case(const uint32_t *cases, uint32_t count, uint32_t form) {
    uint32_t low = 0, high = count, key = form >> DL_CASE_BITS;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (cases[mid] >> DL_CASE_BITS < key)
            low = mid + 1;
        else
            high = mid;
    }
    return low < count && cases[low] >> DL_CASE_BITS == key ? cases[low] & ((1u << DL_CASE_BITS) - 1) : DL_CASE_UNKNOWN;
}

void dl_namer_look_case(const uint32_t *cases, uint32_t count, dl_window *w) {
    for (uint32_t i = 1; i <= w->count; i++) w->cased[i] = look_up_case(cases, count, w->words[i].form);
    w->cased[0] = w->cased[w->count + 1] = 0;
}

uint32_t dl_namer_features(const dl_window *window, uint32_t at, uint32_t *features) {
    const dl_word *w = window->words + at;
    const uint8_t *tag = window->tag + at;
    static const dl_word none;
    const dl_word *before2 = at >= 2 ? w - 2 : &none;
    uint32_t last = dl_namer_class(window->name[at - 1]) + 1, last2 = at >= 2 ? dl_namer_class(window->name[at - 2]) + 1 : 0;
    const uint16_t *w_hints = window->hints + at;
    uint32_t n = 0;
#define FEATURE(a) (features[n] = dl_mix(n * 0x01000193u + 99, (a)), n++)
    FEATURE(last);
    FEATURE(w->form);
    FEATURE(dl_mix(w->form, last));
    FEATURE(dl_mix(w->form, w->shape));
    FEATURE(w->suffix3);
    FEATURE(dl_mix(w->suffix3, w->shape));
    FEATURE(w->suffix2);
    FEATURE(w->shape);
    FEATURE(dl_mix(w->shape, last));
    FEATURE(*tag);
    FEATURE(dl_mix(*tag, last));
    FEATURE(dl_mix(*tag, dl_mix(w->shape, last)));
    FEATURE(w[-1].form);
    FEATURE(dl_mix(w[-1].form, last));
    FEATURE(dl_mix(w[-1].form, w->form));
    FEATURE(dl_mix(w[-1].form, *tag));
    FEATURE(w[1].form);
    FEATURE(dl_mix(w[1].form, last));
    FEATURE(dl_mix(w[1].form, w->form));
    FEATURE(dl_mix(w[1].form, *tag));
    FEATURE(before2->form);
    FEATURE(dl_mix(before2->form, w[-1].form));
    FEATURE(w[2].form);
    FEATURE(dl_mix(w[1].form, w[2].form));
    FEATURE(dl_mix(last, last2));
    FEATURE(dl_mix(w[-1].shape, dl_mix(w->shape, w[1].shape)));
    FEATURE(dl_mix(tag[-1], dl_mix(tag[0], tag[1])));
    FEATURE(dl_mix(w[1].suffix3, w[1].shape));
    FEATURE(dl_mix(w[-1].suffix3, w[-1].shape));
    FEATURE(dl_mix(w->prefix, w->suffix2));
    uint32_t hints = w_hints[0], cased = window->cased[at];
    FEATURE(hints);
    FEATURE(dl_mix(hints, last));
    FEATURE(dl_mix(hints, *tag));
    FEATURE(dl_mix(hints, w_hints[1]));
    FEATURE(dl_mix(at > 1 ? w_hints[-1] : 0, hints));
    FEATURE(dl_mix(hints, w->shape));
    FEATURE(dl_mix(cased, w->shape));
    FEATURE(dl_mix(cased, dl_mix(w->shape, at == 1)));
    FEATURE(dl_mix(dl_mix(cased, window->cased[at + 1]), dl_mix(w->shape, w[1].shape)));
    FEATURE(dl_mix(hints, dl_mix(cased, last)));
#undef FEATURE
    return n;
}

bool dl_namer_allows(const dl_window *window, uint32_t at, uint32_t class) {
    if (class > 2 * DL_NAMER_KINDS) return false;
    if (!class || class & 1) return true;
    uint32_t last = dl_namer_class(window->name[at - 1]);
    return last == class || last == class - 1;
}

void dl_namer_read(const dl_namer *namer, dl_window *window) {
    uint32_t features[DL_NAMER_FEATURES];
    int32_t scores[DL_NAMER_CLASSES];
    dl_namer_look_case(namer->cases, namer->case_count, window);
    for (uint32_t i = 1; i <= window->count; i++) {
        window->name[i] = DL_NAME_NONE;
        if (!dl_namer_worth(window, i)) continue;
        dl_sparse_score(&namer->sparse, features, dl_namer_features(window, i, features), scores);
        uint32_t best = 0;
        for (uint32_t c = 1; c < DL_NAMER_CLASSES; c++)
            if (scores[c] > scores[best] && dl_namer_allows(window, i, c)) best = c;
        window->name[i] = (uint8_t)(best ? (best + 1) / 2 | (best & 1 ? DL_NAME_BEGIN : 0) : 0);
    }
}
