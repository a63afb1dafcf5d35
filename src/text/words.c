#include "text/tokens.h"

dl_word_kind dl_word_kind_named(dl_bytes name) {
    static const char *const names[DL_WORD_KIND_COUNT_] = {"plain", "abbreviation", "title", "numbered", "trailing",   "prefix", "starter",
                                                           "fused", "clipped",      "unit",  "domain",   "behind-its", "joined"};
    for (unsigned i = 0; i < DL_WORD_KIND_COUNT_; i++)
        if (dl_bytes_is(name, names[i])) return (dl_word_kind)i;
    return DL_WORD_PLAIN;
}
