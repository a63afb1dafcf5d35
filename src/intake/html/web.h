/* The tables of data/web/ that reading a page asks, decoded once: opened with the engine, and then only looked at. The knowledge outlives them. */
#ifndef DL_INTAKE_HTML_WEB_H
#define DL_INTAKE_HTML_WEB_H

#include "intake/html/facts.h"
#include "intake/html/line.h"

typedef struct dl_web {
    dl_arena arena;
    const dl_know *know;
    dl_html_references references;
    dl_page_hints *hints;
    dl_lines *lines;
    dl_fact_rows facts;
    date_words words;
} dl_web;

dl_status dl_web_open(dl_web **web, const dl_know *know, dl_error *error);
void dl_web_close(dl_web *web);

#endif
