#include "intake/html/embeds.h"

typedef struct finder {
    dl_arena *arena;
    const dl_know *know;
    uint32_t table, element, attribute, before; /* the last three are columns */
    const dl_html_references *references;
    const dl_blocks *b;
    dl_html_tokens *tokens;
    dl_embed_nodes found;
} finder;

/* With its scheme; empty where it leads nowhere outside. */
static dl_bytes whole(finder *f, dl_bytes before, dl_bytes raw) {
    dl_bytes value = dl_bytes_trim(dl_html_decode(f->arena, f->references, raw, DL_HTML_VALUE));
    if (!value.size) return value;
    if (before.size) return dl_arena_join(f->arena, (dl_bytes[]){before, value}, 2);
    if (dl_bytes_start(value, "//")) return dl_arena_join(f->arena, (dl_bytes[]){DL_LIT("https:"), value}, 2);
    return dl_bytes_start(value, "http://") || dl_bytes_start(value, "https://") ? value : (dl_bytes){0};
}

static dl_bytes attribute_named(const dl_html_tokens *t, dl_bytes name) {
    for (uint32_t i = 0; i < t->attribute_count; i++)
        if (dl_bytes_alike(dl_html_bytes(t->page, t->attributes[i].name), name)) return dl_html_bytes(t->page, t->attributes[i].value);
    return (dl_bytes){0};
}

/* What the start tag names, which is read again: few elements come here, and the tree keeps few attributes. */
static dl_bytes url_of_tag(finder *f, uint32_t node) {
    const dl_html_tree *tree = f->b->tree;
    dl_html_token token;
    dl_bytes url = {0};
    dl_html_open(f->tokens, dl_html_bytes(tree->page, tree->nodes.rows[node].span));
    if (!dl_html_next(f->tokens, &token) || token.kind != DL_HTML_START_TAG) return url;
    dl_bytes name = dl_html_bytes(f->tokens->page, token.name);
    for (uint32_t row = 0; row < dl_know_rows(f->know, f->table) && !url.size; row++)
        if (dl_bytes_alike(name, dl_know_cell(f->know, f->table, row, f->element)))
            url = whole(f, dl_know_cell(f->know, f->table, row, f->before),
                        attribute_named(f->tokens, dl_know_cell(f->know, f->table, row, f->attribute)));
    return url;
}

static dl_bytes last_link(finder *f, uint32_t node) {
    const dl_html_tree *tree = f->b->tree;
    for (uint32_t i = tree->nodes.rows[node].end; --i > node;)
        if (tree->nodes.rows[i].tag == DL_TAG_A) return whole(f, (dl_bytes){0}, dl_html_value_of(tree, i, DL_ATTRIBUTE_HREF));
    return (dl_bytes){0};
}

/* An element that may embed something. Frames in what is dropped are the page's own: advertisements, and videos of other reports. */
static bool may_embed(const finder *f, uint32_t node, bool dropped_around) {
    if (f->b->hints[node] & DL_HINT_EMBED) return true;
    dl_tag tag = (dl_tag)f->b->tree->nodes.rows[node].tag;
    return !dropped_around && (tag == DL_TAG_IFRAME || tag == DL_TAG_SCRIPT || tag == DL_TAG_OTHER);
}

static bool take(finder *f, uint32_t node, bool dropped_around) {
    if (!may_embed(f, node, dropped_around)) return false;
    dl_bytes url = url_of_tag(f, node);
    if (!url.size && f->b->hints[node] & DL_HINT_EMBED) url = last_link(f, node);
    if (!url.size) return false;
    bool again = f->found.count && dl_bytes_equal(f->found.rows[f->found.count - 1].url, url);
    if (!again) *DL_PUSH(f->arena, &f->found) = (dl_embed_node){node, url};
    return true;
}

dl_embed_nodes dl_embeds_find(dl_arena *arena, const dl_know *know, const dl_html_references *references, const dl_blocks *blocks, uint32_t root) {
    uint32_t table = dl_know_table(know, "web/embeds");
    finder f = {.arena = arena,
                .know = know,
                .table = table,
                .element = dl_know_column(know, table, "element"),
                .attribute = dl_know_column(know, table, "attribute"),
                .before = dl_know_column(know, table, "before"),
                .references = references,
                .b = blocks,
                .tokens = DL_NEW(arena, dl_html_tokens)};
    const dl_html_node *nodes = blocks->tree->nodes.rows;
    uint32_t dropped_end = 0;
    for (uint32_t i = root + 1; i < nodes[root].end;) {
        bool dropped_around = i < dropped_end;
        if (!dropped_around && blocks->dropped[i]) dropped_end = nodes[i].end;
        i = nodes[i].tag != DL_TAG_TEXT && take(&f, i, dropped_around) ? nodes[i].end : i + 1;
    }
    return f.found;
}
