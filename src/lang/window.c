#include "lang/window.h"

bool dl_window_listed(const dl_window *w, uint32_t word, const char *forms) {
    for (const char *at = forms; *at;) {
        const char *end = at;
        while (*end && *end != ' ') end++;
        bool begins = *at == w->initial[word];
        if (begins && w->words[word].form == dl_hash_bytes((dl_bytes){at, (size_t)(end - at)})) return true;
        at = *end ? end + 1 : end;
    }
    return false;
}
