#include "intake/html/web.h"

#include "base/error.h"

#include <stdlib.h>

static void read_tables(dl_web *web) {
    web->references = dl_html_references_of(web->know);
    web->hints = dl_page_hints_read(&web->arena, web->know);
    web->lines = dl_lines_read(&web->arena, web->know);
    web->facts = dl_fact_rows_read(&web->arena, web->know);
    web->words = dl_date_words(web->know);
}

dl_status dl_web_open(dl_web **web, const dl_know *know, dl_error *error) {
    static const char message[] = "out of memory while reading the tables of web pages";
    *web = calloc(1, sizeof **web);
    if (!*web) return dl_fail(error, DL_NO_MEMORY, message);
    jmp_buf guard;
    (*web)->know = know;
    dl_arena_guard(&(*web)->arena, &guard);
    if (setjmp(guard)) return dl_fail(error, DL_NO_MEMORY, message);
    read_tables(*web);
    dl_arena_guard(&(*web)->arena, NULL);
    return DL_OK;
}

void dl_web_close(dl_web *web) {
    if (!web) return;
    dl_arena_free(&web->arena);
    free(web);
}
