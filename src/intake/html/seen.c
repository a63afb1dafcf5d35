#include "intake/html/seen.h"

enum { ABOVE = 80, BELOW = 60, RANK_TIME = 50, RANK_LINE = 60, LONGEST = 120 };

static void offer_time(dl_facts *facts, uint32_t node) {
    dl_bytes raw = dl_html_value_of(facts->tree, node, DL_ATTRIBUTE_DATETIME);
    dl_facts_offer(facts, DL_FACT_PUBLISHED, RANK_TIME, "time", dl_html_decode(facts->arena, facts->references, raw, DL_HTML_VALUE));
}

/* A line that holds a date and little else; a sentence is none. */
static void offer_line(dl_facts *facts, uint32_t node) {
    dl_bytes raw = dl_html_text_of(facts->tree, node);
    if (raw.size < 8 || raw.size > LONGEST) return;
    dl_facts_offer(facts, DL_FACT_PUBLISHED, RANK_LINE, "text", dl_html_decode(facts->arena, facts->references, raw, DL_HTML_DATA));
}

/* The only time of a page that has one far from the text: lists of other reports have many. */
static void offer_only_time(dl_facts *facts) {
    const dl_html_node *nodes = facts->tree->nodes.rows;
    uint32_t only = 0;
    for (uint32_t i = 1; i < facts->tree->nodes.count; i++) {
        if (nodes[i].tag != DL_TAG_TIME || !dl_html_value_of(facts->tree, i, DL_ATTRIBUTE_DATETIME).size) continue;
        if (only) return;
        only = i;
    }
    if (only) offer_time(facts, only);
}

/* The first nodes of the text: from the headline on, or from the article on where it has none; some in front of them, for dates stand above, too. */
void dl_seen_date(dl_facts *facts, const dl_blocks *blocks, const dl_article *article) {
    const dl_html_tree *tree = facts->tree;
    if (facts->ranks[DL_FACT_PUBLISHED] < RANK_TIME || !article->found) return;
    uint32_t top = article->headline ? blocks->rows.rows[article->headline].first : article->root;
    uint32_t text = article->first ? blocks->rows.rows[article->first].first : article->root;
    uint32_t from = top > ABOVE ? top - ABOVE : 1, to = (text > top ? text : top) + BELOW;
    for (uint32_t pass = 0; pass < 2; pass++) /* what stands below the headline goes before what stands above it */
        for (uint32_t i = pass ? from : top; i < (pass ? top : to) && i < tree->nodes.count; i++) {
            const dl_html_node *n = &tree->nodes.rows[i];
            if (n->tag == DL_TAG_TIME) offer_time(facts, i);
            if (n->tag == DL_TAG_SCRIPT || n->tag == DL_TAG_STYLE)
                i = n->end - 1;
            else if (n->tag == DL_TAG_TEXT)
                offer_line(facts, i);
        }
    if (facts->ranks[DL_FACT_PUBLISHED] == UINT32_MAX) offer_only_time(facts);
}
