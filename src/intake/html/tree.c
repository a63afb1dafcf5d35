#include "intake/html/tree.h"

typedef struct builder {
    dl_arena *arena;
    dl_html_tree *tree;
    dl_html_tokens tokens;
    uint32_t open[DL_HTML_DEPTH];  /* the open elements, outermost first */
    uint32_t depth, too_deep;      /* open elements beyond them */
    uint32_t foreign;              /* depth of the outermost SVG or MathML, 0 where none is open */
    uint32_t count[DL_TAG_COUNT_]; /* open elements of each kind: what is not there is not looked for */
} builder;

static dl_tag tag_at(const builder *b, uint32_t depth) {
    return (dl_tag)b->tree->nodes.rows[b->open[depth - 1]].tag;
}

static unsigned flags_at(const builder *b, uint32_t depth) {
    return dl_tag_flags(tag_at(b, depth));
}

/* Closes the open elements from `depth` (1 is the outermost) on. */
static void close_from(builder *b, uint32_t depth) {
    while (b->depth >= depth) {
        b->count[tag_at(b, b->depth)]--;
        b->tree->nodes.rows[b->open[--b->depth]].end = b->tree->nodes.count;
    }
    if (b->foreign > b->depth) b->foreign = 0;
    b->tokens.foreign = b->foreign;
}

/* The depth of the innermost open element of one of these kinds, looked for no further out than an element with one of the flags `stop`; else 0. */
static uint32_t find(const builder *b, dl_tag first, dl_tag second, unsigned stop) {
    if (!b->count[first] && !b->count[second]) return 0;
    for (uint32_t depth = b->depth; depth; depth--) {
        dl_tag tag = tag_at(b, depth);
        if (tag == first || tag == second) return depth;
        if (dl_tag_flags(tag) & stop) return 0;
    }
    return 0;
}

static void close_found(builder *b, uint32_t depth) {
    if (depth) close_from(b, depth);
}

/* ------------------------------------------------------------------ what a start tag ends */

/* An item ends the one before it in the same list. */
static void end_item(builder *b, dl_tag first, dl_tag second) {
    for (uint32_t depth = b->depth; depth; depth--) {
        dl_tag tag = tag_at(b, depth);
        if (tag == first || tag == second) {
            close_from(b, depth);
            return;
        }
        bool passes = tag == DL_TAG_P || tag == DL_TAG_DIV || tag == DL_TAG_ADDRESS || !(flags_at(b, depth) & (DL_TAG_IS_BLOCK | DL_TAG_IS_SCOPE));
        if (!passes) return;
    }
}

/* The parts of a table end what of it is open; a table inside stops them. */
static void end_part(builder *b, dl_tag tag) {
    static const dl_tag cells[] = {DL_TAG_TD, DL_TAG_TH, DL_TAG_CAPTION, DL_TAG_COLGROUP}, rows[] = {DL_TAG_TR},
                        bodies[] = {DL_TAG_TBODY, DL_TAG_THEAD, DL_TAG_TFOOT};
    bool row = tag != DL_TAG_TD && tag != DL_TAG_TH, body = row && tag != DL_TAG_TR;
    uint32_t outermost = 0;
    for (uint32_t depth = b->depth; depth && tag_at(b, depth) != DL_TAG_TABLE; depth--) {
        dl_tag open = tag_at(b, depth);
        for (size_t i = 0; i < 4; i++) {
            if (open == cells[i]) outermost = depth;
            if (row && i < 1 && open == rows[i]) outermost = depth;
            if (body && i < 3 && open == bodies[i]) outermost = depth;
        }
    }
    close_found(b, outermost);
}

static void end_head(builder *b, dl_tag tag) {
    if (!b->depth || dl_tag_flags(tag) & DL_TAG_IS_HEAD_ONLY) return;
    if (b->depth <= 3) close_found(b, find(b, DL_TAG_HEAD, DL_TAG_HEAD, 0)); /* html, head, noscript */
}

/* A link does not stand in a link: one that was left open ends here. */
static void end_link(builder *b) {
    uint32_t depth = find(b, DL_TAG_A, DL_TAG_A, DL_TAG_IS_BLOCK | DL_TAG_IS_SCOPE);
    close_found(b, depth);
}

/* HTML in the midst of SVG or MathML: that was left open. */
static void end_foreign(builder *b, unsigned flags) {
    if (b->foreign && flags & DL_TAG_IS_CLOSES_P) close_from(b, b->foreign);
}

static void imply_ends(builder *b, dl_tag tag) {
    unsigned flags = dl_tag_flags(tag);
    end_foreign(b, flags);
    end_head(b, tag);
    if (flags & DL_TAG_IS_CLOSES_P) close_found(b, find(b, DL_TAG_P, DL_TAG_P, DL_TAG_IS_SCOPE));
    if (flags & DL_TAG_IS_HEADING && b->depth && flags_at(b, b->depth) & DL_TAG_IS_HEADING) close_from(b, b->depth);
    switch (tag) {
    case DL_TAG_A:
        end_link(b);
        break;
    case DL_TAG_LI:
        end_item(b, DL_TAG_LI, DL_TAG_LI);
        break;
    case DL_TAG_DD:
    case DL_TAG_DT:
        end_item(b, DL_TAG_DD, DL_TAG_DT);
        break;
    case DL_TAG_OPTION:
    case DL_TAG_OPTGROUP:
        if (b->depth && tag_at(b, b->depth) == DL_TAG_OPTION) close_from(b, b->depth);
        break;
    case DL_TAG_CAPTION:
    case DL_TAG_COLGROUP:
    case DL_TAG_TBODY:
    case DL_TAG_THEAD:
    case DL_TAG_TFOOT:
    case DL_TAG_TR:
    case DL_TAG_TD:
    case DL_TAG_TH:
        end_part(b, tag);
        break;
    default:
        break;
    }
}

/* ------------------------------------------------------------------ nodes */

static uint32_t add_node(builder *b, dl_span span, dl_tag tag) {
    dl_html_tree *tree = b->tree;
    dl_html_node *node = DL_PUSH(b->arena, &tree->nodes);
    *node = (dl_html_node){.span = span, .parent = b->depth ? b->open[b->depth - 1] : 0, .end = tree->nodes.count, .tag = (uint8_t)tag};
    return tree->nodes.count - 1;
}

static void add_kept(builder *b, dl_attribute_name name, dl_span value) {
    *DL_PUSH(b->arena, &b->tree->attributes) = (dl_html_kept){value, (uint8_t)name};
}

/* List 0, which holds nothing, is that of every element without a known attribute. */
static void add_attributes(builder *b, uint32_t node) {
    uint32_t first = b->tree->attributes.count;
    for (uint32_t i = 0; i < b->tokens.attribute_count; i++) {
        const dl_html_attribute *a = &b->tokens.attributes[i];
        dl_attribute_name name = dl_attribute_of(dl_html_bytes(b->tree->page, a->name));
        if (name) add_kept(b, name, a->value);
    }
    if (b->tree->attributes.count == first) return;
    add_kept(b, DL_ATTRIBUTE_OTHER, (dl_span){0, 0});
    b->tree->nodes.rows[node].first_attribute = first;
}

static void push(builder *b, uint32_t node, dl_tag tag) {
    if (b->depth == DL_HTML_DEPTH) {
        b->too_deep++;
        return;
    }
    b->open[b->depth++] = node;
    b->count[tag]++;
    if (dl_tag_flags(tag) & DL_TAG_IS_FOREIGN && !b->foreign) b->foreign = b->depth;
    b->tokens.foreign = b->foreign;
}

/* The tokenizer is told how to read what the element holds; the standard looks at this in the tree builder, too. */
static dl_html_mode mode_inside(dl_tag tag) {
    unsigned flags = dl_tag_flags(tag);
    if (tag == DL_TAG_SCRIPT) return DL_HTML_SCRIPT;
    if (tag == DL_TAG_PLAINTEXT) return DL_HTML_PLAINTEXT;
    return flags & DL_TAG_IS_RAW ? DL_HTML_RAWTEXT : flags & DL_TAG_IS_RCDATA ? DL_HTML_RCDATA : DL_HTML_DATA;
}

static void start_tag(builder *b, const dl_html_token *token) {
    dl_tag tag = dl_tag_of(dl_html_bytes(b->tree->page, token->name));
    if (!b->too_deep) imply_ends(b, tag);
    uint32_t node = add_node(b, token->span, tag);
    add_attributes(b, node);
    bool closed = dl_tag_flags(tag) & DL_TAG_IS_VOID || (token->self_closing && (b->foreign || dl_tag_flags(tag) & DL_TAG_IS_FOREIGN));
    if (closed) return;
    push(b, node, tag);
    if (!b->foreign) b->tokens.mode = mode_inside(tag);
}

/* An end tag closes its element and what is open in it. That of a formatting element does not reach out of a block. */
static void end_tag(builder *b, const dl_html_token *token) {
    dl_bytes name = dl_html_bytes(b->tree->page, token->name);
    dl_tag tag = dl_tag_of(name);
    if (tag == DL_TAG_BODY || tag == DL_TAG_HTML || dl_tag_flags(tag) & DL_TAG_IS_VOID) return;
    if (b->too_deep) {
        b->too_deep--;
        return;
    }
    if (!b->count[tag] && !(dl_tag_flags(tag) & DL_TAG_IS_HEADING)) return;
    unsigned block = dl_tag_flags(tag) & (DL_TAG_IS_BLOCK | DL_TAG_IS_SCOPE);
    unsigned stop = tag == DL_TAG_TABLE || tag == DL_TAG_TR || tag == DL_TAG_TBODY ? 0 : block ? DL_TAG_IS_SCOPE : DL_TAG_IS_BLOCK | DL_TAG_IS_SCOPE;
    for (uint32_t depth = b->depth; depth; depth--) {
        const dl_html_node *node = &b->tree->nodes.rows[b->open[depth - 1]];
        bool same = node->tag == tag;
        if (same && tag == DL_TAG_OTHER) { /* names of its own are compared: "<" and the name */
            dl_bytes open = {b->tree->page.data + node->span.begin + 1, name.size};
            same = node->span.end - node->span.begin > name.size + 1 && dl_bytes_alike(open, name);
        }
        bool heading = dl_tag_flags(tag) & DL_TAG_IS_HEADING && flags_at(b, depth) & DL_TAG_IS_HEADING;
        if (same || heading) {
            close_from(b, depth);
            return;
        }
        if (flags_at(b, depth) & stop) return;
    }
}

static bool blank(dl_bytes text) {
    for (size_t i = 0; i < text.size; i++)
        if (!dl_is_space(text.data[i])) return false;
    return true;
}

static void text(builder *b, const dl_html_token *token) {
    bool empty = token->mode == DL_HTML_DATA && blank(dl_html_bytes(b->tree->page, token->name));
    if (!empty && b->depth && (tag_at(b, b->depth) == DL_TAG_HEAD || tag_at(b, b->depth) == DL_TAG_HTML)) end_head(b, DL_TAG_TEXT);
    uint32_t node = add_node(b, token->name, DL_TAG_TEXT);
    b->tree->nodes.rows[node].mode = (uint8_t)token->mode;
}

/* Bytes of a page for each node, as pages of news have them, and the nodes that there is room for at once. */
enum { NODE_BYTES = 40, NODES_MOST = 1 << 16 };

dl_html_tree *dl_html_tree_read(dl_arena *arena, dl_bytes page) {
    builder *b = DL_NEW(arena, builder);
    dl_html_token token;
    b->arena = arena;
    b->tree = DL_NEW(arena, dl_html_tree);
    b->tree->page = page;
    DL_RESERVE(arena, &b->tree->nodes, page.size / NODE_BYTES < NODES_MOST ? (uint32_t)(page.size / NODE_BYTES) : NODES_MOST);
    dl_html_open(&b->tokens, page);
    add_node(b, (dl_span){0, 0}, DL_TAG_OTHER);
    add_kept(b, DL_ATTRIBUTE_OTHER, (dl_span){0, 0});
    b->tree->nodes.rows[0] = (dl_html_node){0};
    b->tree->nodes.count = b->tree->attributes.count = 1;
    while (dl_html_next(&b->tokens, &token)) {
        if (token.kind == DL_HTML_START_TAG) start_tag(b, &token);
        if (token.kind == DL_HTML_END_TAG) end_tag(b, &token);
        if (token.kind == DL_HTML_TEXT) text(b, &token);
    }
    close_from(b, 1);
    b->tree->nodes.rows[0].end = b->tree->nodes.count;
    return b->tree;
}

bool dl_html_attribute_of(const dl_html_tree *tree, uint32_t node, dl_attribute_name name, dl_span *value) {
    for (const dl_html_kept *a = &tree->attributes.rows[tree->nodes.rows[node].first_attribute]; a->name; a++)
        if (a->name == name) {
            *value = a->value;
            return true;
        }
    return false;
}

dl_bytes dl_html_value_of(const dl_html_tree *tree, uint32_t node, dl_attribute_name name) {
    dl_span span;
    return dl_html_attribute_of(tree, node, name, &span) ? dl_html_bytes(tree->page, span) : (dl_bytes){0};
}
