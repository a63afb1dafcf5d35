#include "lang/lang.h"

dl_status dl_lang_open(dl_lang **lang, const char *path, dl_error *error) {
    (void)path;
    (void)error;
    *lang = NULL;
    return DL_OK;
}

void dl_lang_close(dl_lang *lang) {
    (void)lang;
}

const char *dl_lang_hash(const dl_lang *lang) {
    (void)lang;
    return "";
}

void dl_lang_read(const dl_lang *lang, const dl_know *know, dl_doc *doc) {
    (void)lang;
    (void)know;
    (void)doc;
}
