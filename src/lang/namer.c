#include "lang/namer.h"

bool dl_namer_open(dl_namer *namer, const dl_model *model) {
    return dl_linear_open(&namer->linear, model, "name.weights", DL_NAMER_CLASSES);
}

uint32_t dl_namer_features(const dl_window *window, uint32_t at, uint32_t *features) {
    const dl_word *w = window->words + at;
    const uint8_t *tag = window->tag + at;
    static const dl_word none;
    const dl_word *before2 = at >= 2 ? w - 2 : &none;
    uint32_t last = dl_namer_class(window->name[at - 1]) + 1, last2 = at >= 2 ? dl_namer_class(window->name[at - 2]) + 1 : 0;
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
    uint32_t features[DL_LINEAR_MAX_FEATURES];
    int32_t scores[DL_LINEAR_MAX_CLASSES];
    for (uint32_t i = 1; i <= window->count; i++) {
        dl_linear_score(&namer->linear, features, dl_namer_features(window, i, features), scores);
        uint32_t best = 0;
        for (uint32_t c = 1; c < DL_NAMER_CLASSES; c++)
            if (scores[c] > scores[best] && dl_namer_allows(window, i, c)) best = c;
        window->name[i] = (uint8_t)(best ? (best + 1) / 2 | (best & 1 ? DL_NAME_BEGIN : 0) : 0);
    }
}
