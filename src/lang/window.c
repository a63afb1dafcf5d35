#include "lang/window.h"

bool dl_window_listed(const dl_window *w, uint32_t word, dl_bytes forms) {
    const dl_word *read = w->words + word;
    for (size_t at = 0, size; at < forms.size; at += size + 1) {
        size = dl_bytes_before(forms.data + at, forms.size - at, ' ');
        bool alike = size == read->size && forms.data[at] == w->initial[word];
        if (alike && read->form == dl_hash_bytes((dl_bytes){forms.data + at, size})) return true;
    }
    return false;
}

void dl_tree_keep(dl_tree *t, const dl_window *w) {
    size_t words = w->count + 1;
    memcpy(t->head, w->head, words * sizeof *t->head);
    memcpy(t->deprel, w->deprel, words);
    memcpy(t->xpos, w->xpos, words);
    memcpy(t->upos, w->upos, words);
}

void dl_tree_put(const dl_tree *t, dl_window *w) {
    size_t words = w->count + 1;
    memcpy(w->head, t->head, words * sizeof *t->head);
    memcpy(w->deprel, t->deprel, words);
    memcpy(w->xpos, t->xpos, words);
    memcpy(w->upos, t->upos, words);
}
