#include "lang/tagger.h"

#include "doc/ud.h"

bool dl_tagger_open(dl_tagger *tagger, const dl_model *model) {
    const dl_model_section *s = dl_model_find(model, "tag.pairs", sizeof(dl_tag_pair));
    if (!s || s->width != 1 || !dl_linear_open(&tagger->linear, model, "tag.weights", s->count)) return false;
    tagger->pairs = dl_model_data(model, s);
    for (uint32_t i = 0; i < s->count; i++)
        if (tagger->pairs[i].upos >= DL_UPOS_COUNT_ || tagger->pairs[i].xpos >= DL_XPOS_COUNT_) return false;
    return true;
}

uint32_t dl_tagger_features(const dl_window *window, uint32_t at, uint32_t *features) {
    const dl_word *w = window->words + at;
    static const dl_word none;
    const dl_word *before2 = at >= 2 ? w - 2 : &none;
    uint32_t tag1 = window->tag[at - 1] + 1u, tag2 = at >= 2 ? window->tag[at - 2] + 1u : 0;
    uint32_t n = 0;
#define FEATURE(a) (features[n] = dl_mix(n * 0x01000193u + 77, (a)), n++)
    FEATURE(0);
    FEATURE(w->form);
    FEATURE(w->suffix3);
    FEATURE(w->suffix2);
    FEATURE(w->shape);
    FEATURE(dl_mix(w->suffix3, w->shape));
    FEATURE(dl_mix(w->prefix, w->suffix2));
    FEATURE(tag1);
    FEATURE(dl_mix(tag1, tag2));
    FEATURE(dl_mix(tag1, w->form));
    FEATURE(dl_mix(tag1, w->suffix3));
    FEATURE(dl_mix(tag1, w->shape));
    FEATURE(w[-1].form);
    FEATURE(w[-1].suffix3);
    FEATURE(before2->form);
    FEATURE(w[1].form);
    FEATURE(w[1].suffix3);
    FEATURE(w[1].shape);
    FEATURE(w[2].form);
    FEATURE(dl_mix(w->form, w[1].form));
    FEATURE(dl_mix(w[-1].form, w->form));
    FEATURE(dl_mix(w->suffix2, w[1].suffix2));
    FEATURE(dl_mix(tag1, w[1].form));
    FEATURE(dl_mix(w[-1].shape, dl_mix(w->shape, w[1].shape)));
#undef FEATURE
    return n;
}

void dl_tagger_read(const dl_tagger *tagger, dl_window *window) {
    uint32_t features[DL_LINEAR_MAX_FEATURES];
    int32_t scores[DL_LINEAR_MAX_CLASSES];
    for (uint32_t i = 1; i <= window->count; i++) {
        dl_linear_score(&tagger->linear, features, dl_tagger_features(window, i, features), scores);
        uint32_t best = dl_linear_best(scores, tagger->linear.classes);
        window->tag[i] = (uint8_t)(best + 1);
        window->upos[i] = tagger->pairs[best].upos;
        window->xpos[i] = tagger->pairs[best].xpos;
    }
}
