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
