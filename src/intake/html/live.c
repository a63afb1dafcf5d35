#include "intake/html/live.h"

/* The update of JSON-LD that names the element by its id; NULL where none does. */
static const dl_update *update_of(const dl_facts *facts, uint32_t node) {
    dl_bytes id = dl_html_value_of(facts->tree, node, DL_ATTRIBUTE_ID);
    for (DL_EACH(i, &facts->updates))
        if (id.size && dl_bytes_equal(facts->updates.rows[i].id, id)) return &facts->updates.rows[i];
    return NULL;
}

static bool first_time(const dl_facts *facts, uint32_t node, dl_stamp *stamp) {
    for (uint32_t i = node + 1; i < facts->tree->nodes.rows[node].end; i++) {
        dl_bytes value = dl_html_value_of(facts->tree, i, DL_ATTRIBUTE_DATETIME);
        if (facts->tree->nodes.rows[i].tag == DL_TAG_TIME && dl_stamp_read(&facts->words, value, stamp)) return true;
    }
    return false;
}

/* An element with most of the article's words holds the entries. */
static bool holds_most(const dl_blocks *b, uint32_t node, uint32_t root) {
    const dl_html_node *nodes = b->tree->nodes.rows;
    return 2 * (b->words[nodes[node].end] - b->words[node]) > b->words[nodes[root].end] - b->words[root];
}

static bool is_entry(const dl_facts *facts, const dl_blocks *b, uint32_t node, uint32_t root, dl_stamp *stamp) {
    const dl_update *update = facts->updates.count ? update_of(facts, node) : NULL;
    if ((!update && !(b->hints[node] & DL_HINT_ENTRY)) || holds_most(b, node, root)) return false;
    return (update && dl_stamp_read(&facts->words, update->published, stamp)) || first_time(facts, node, stamp);
}

dl_live_entries dl_live_find(const dl_facts *facts, const dl_blocks *b, const dl_article *article) {
    dl_live_entries found = {0};
    const dl_html_node *nodes = b->tree->nodes.rows;
    uint32_t root = article->root;
    for (uint32_t i = root + 1; article->found && i < nodes[root].end;) {
        dl_stamp stamp;
        bool entry = nodes[i].tag != DL_TAG_TEXT && !b->dropped[i] && is_entry(facts, b, i, root, &stamp);
        if (entry) *DL_PUSH(facts->arena, &found) = (dl_live_entry){i, nodes[i].end, stamp};
        i = entry || b->dropped[i] ? nodes[i].end : i + 1;
    }
    if (found.count < 3) found.count = 0; /* row 0 is none */
    return found;
}
