/* Lines inside an article's element that are none of the article: data/web/lines.tsv, bylines and dates. */
#ifndef DL_INTAKE_HTML_LINE_H
#define DL_INTAKE_HTML_LINE_H

#include "intake/html/block.h"

typedef enum dl_line_kind {
    DL_LINE_PLAIN,
    DL_LINE_FOREIGN, /* none of the article */
    DL_LINE_END      /* nor is what follows it */
} dl_line_kind;

typedef enum dl_line_where { DL_LINE_NOWHERE, DL_LINE_START, DL_LINE_ANY, DL_LINE_WHOLE, DL_LINE_TO_END } dl_line_where;

typedef struct dl_line_row {
    dl_bytes phrase;
    dl_line_where where;
} dl_line_row;

typedef DL_ARRAY(dl_line_row) dl_line_rows;

/* The rows of the table by the first byte of their phrases, and likewise those that may stand behind the front of a line. */
typedef struct dl_lines {
    dl_line_rows by_first[256], anywhere[256];
} dl_lines;

dl_lines *dl_lines_read(dl_arena *arena, const dl_know *know);
dl_line_kind dl_line_of(const dl_lines *lines, const dl_blocks *blocks, const dl_block *block);

#endif
