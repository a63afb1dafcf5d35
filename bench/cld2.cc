// CLD2 for bench/intake.c, which is C.
#include <cstdio> // the header below needs it and does not say so

#include <cld2/public/compact_lang_det.h>

extern "C" bool bench_cld2_is_english(const char *text, int size) {
    bool reliable;
    return CLD2::DetectLanguage(text, size, true, &reliable) == CLD2::ENGLISH;
}
