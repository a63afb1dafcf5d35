/* What a page says of itself: title, authors, outlet, section, language, address, dates. Pages say it several times and differently; whom to believe
 * is data/web/meta.tsv, and for the title title.h.
 */
#ifndef DL_INTAKE_HTML_FACTS_H
#define DL_INTAKE_HTML_FACTS_H

#include "doc/doc.h"
#include "intake/html/stamp.h"
#include "intake/html/text.h"
#include "intake/html/tree.h"

/* An update of a live blog, as JSON-LD tells it; empty what it does not tell. */
typedef struct dl_update {
    dl_bytes id; /* of its element: what stands behind "#" in its address */
    dl_bytes headline, published, body;
} dl_update;

typedef enum dl_fact_source { DL_FACT_META, DL_FACT_LD, DL_FACT_ITEM } dl_fact_source;

typedef struct dl_fact_row {
    dl_bytes name;
    dl_fact_kind fact;
    uint32_t rank;
} dl_fact_row;

/* data/web/meta.tsv, by where the rows look. */
typedef struct dl_fact_rows {
    DL_ARRAY(dl_fact_row) in[DL_FACT_ITEM + 1];
} dl_fact_rows;

dl_fact_rows dl_fact_rows_read(dl_arena *arena, const dl_know *know);

struct dl_web; /* web.h */

typedef struct dl_facts {
    dl_arena *arena;
    const dl_html_references *references;
    const dl_html_tree *tree;
    date_words words;
    dl_bytes host; /* of the page's address, without "www."; empty where it is unknown */
    const dl_fact_rows *rows;
    dl_fact facts[DL_FACT_COUNT_];
    uint32_t ranks[DL_FACT_COUNT_]; /* of the facts found; UINT32_MAX where none is */
    dl_stamp published, modified;
    dl_bytes body; /* articleBody of JSON-LD, decoded; empty where there is none */
    DL_ARRAY(dl_update) updates;
    dl_span body_span; /* of the script that holds body or updates */
} dl_facts;

/* The facts that elements and JSON-LD give. `uri` is the address of the page, or empty. */
dl_facts *dl_facts_read(dl_arena *arena, const struct dl_web *web, const dl_html_tree *tree, dl_bytes uri);
/* Blanks in a row are one, none at the ends. */
dl_bytes dl_facts_tidy(dl_arena *arena, dl_bytes text);
/* A value for a fact: taken where its rank is lower than that of what is there, and where it can be what it should be. `basis` is constant. */
void dl_facts_offer(dl_facts *facts, dl_fact_kind fact, uint32_t rank, const char *basis, dl_bytes value);
/* Offers what a row of the table gives. */
void dl_facts_offer_named(dl_facts *facts, dl_fact_source in, dl_bytes name, dl_bytes value);

/* jsonld.c: the facts of a script of type application/ld+json. */
void dl_facts_json(dl_facts *facts, dl_bytes script);

#endif
