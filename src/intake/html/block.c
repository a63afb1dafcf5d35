#include "intake/html/block.h"

/* Elements whose content is never text of an article. */
static bool is_empty_of_text(dl_tag tag) {
    switch (tag) {
    case DL_TAG_SCRIPT:
    case DL_TAG_STYLE:
    case DL_TAG_TEMPLATE:
    case DL_TAG_IFRAME:
    case DL_TAG_NOEMBED:
    case DL_TAG_NOFRAMES:
    case DL_TAG_SVG:
    case DL_TAG_MATH:
    case DL_TAG_SELECT:
    case DL_TAG_TEXTAREA:
    case DL_TAG_BUTTON:
    case DL_TAG_AUDIO:
    case DL_TAG_VIDEO:
    case DL_TAG_OBJECT:
    case DL_TAG_APPLET:
    case DL_TAG_HEAD:
    case DL_TAG_TITLE:
        return true;
    default:
        return false;
    }
}

static uint32_t count_words(dl_bytes text) {
    uint32_t words = 0;
    bool inside = false;
    for (size_t i = 0; i < text.size; i++) {
        bool blank = dl_is_space(text.data[i]);
        words += !blank && !inside;
        inside = !blank;
    }
    return words;
}

/* Marks that end a sentence: with a blank, a quotation mark, a tag or a reference behind them, or at the end of the run. */
static uint32_t count_stops(dl_bytes text) {
    uint32_t stops = 0;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c != '.' && c != '!' && c != '?') continue;
        stops += i + 1 == text.size || dl_is_space(text.data[i + 1]) || strchr("\"')<&\xe2", text.data[i + 1]);
    }
    return stops;
}

static bool ends_with_colon(dl_bytes text) {
    text = dl_bytes_trim(text);
    return text.size && text.data[text.size - 1] == ':';
}

static bool closes_line(dl_tag tag) {
    return dl_tag_flags(tag) & DL_TAG_IS_BLOCK;
}

static uint32_t within(const dl_blocks *b, const uint32_t *sums, uint32_t node) {
    return sums[b->tree->nodes.rows[node].end] - sums[node];
}

/* A hint on a large part of the page's text, or on what holds an article by another hint, says something of the layout, not that it is none of it. */
static bool believable(const dl_blocks *b, uint32_t node, unsigned most) {
    enum { ENOUGH = 60 };
    uint32_t count = b->tree->nodes.count, article = b->bodies[count], body = within(b, b->bodies, node);
    if (body * 2 > article) return false;
    if (article >= ENOUGH && !body) return true;
    return (uint64_t)within(b, b->prose, node) * 100 <= (uint64_t)b->prose[count] * most;
}

static bool styled_away(const dl_html_tree *tree, uint32_t node) {
    dl_bytes style = dl_html_value_of(tree, node, DL_ATTRIBUTE_STYLE);
    for (size_t i = 0; i + 12 <= style.size; i++) {
        if (dl_to_lower(style.data[i]) != 'd' || !dl_bytes_like((dl_bytes){style.data + i, 8}, "display:")) continue;
        size_t at = i + 8;
        while (at < style.size && dl_is_space(style.data[at])) at++;
        return style.size - at >= 4 && dl_bytes_like((dl_bytes){style.data + at, 4}, "none");
    }
    return false;
}

static bool is_dropped(const dl_blocks *b, uint32_t node) {
    const dl_html_node *n = &b->tree->nodes.rows[node];
    unsigned hints = b->hints[node];
    if (n->tag == DL_TAG_BODY || n->tag == DL_TAG_HTML) return false;
    if (hints & DL_HINT_EMBED) return true;
    if (hints & DL_HINT_COMMENTS) return believable(b, node, 90);
    if (hints & DL_HINT_BODY) return false;
    return (hints & DL_HINT_DROP || styled_away(b->tree, node)) && believable(b, node, 40);
}

/* The hints of every node, and the sums of words in front of it. */
static void survey(dl_blocks *b, const dl_page_hints *hints) {
    enum { LONG = 10 };
    uint32_t words = 0, prose = 0, bodies = 0, body_end = 0, count = b->tree->nodes.count;
    for (uint32_t i = 0, skip_end = 0; i < count; i++) {
        const dl_html_node *n = &b->tree->nodes.rows[i];
        b->words[i] = words, b->prose[i] = prose, b->bodies[i] = bodies;
        if (i < skip_end || !i) continue;
        if (n->tag == DL_TAG_TEXT) {
            uint32_t run = count_words(dl_html_text_of(b->tree, i));
            words += run;
            if (run >= LONG) prose += run;
            if (run >= LONG && i < body_end) bodies += run;
            continue;
        }
        if (is_empty_of_text((dl_tag)n->tag)) skip_end = n->end;
        if (dl_tag_flags((dl_tag)n->tag) & DL_TAG_IS_BLOCK || n->tag == DL_TAG_OTHER) b->hints[i] = (uint8_t)dl_hint_of(hints, b->tree, i);
        if (b->hints[i] & DL_HINT_BODY && n->end > body_end) body_end = n->end;
    }
    b->words[count] = words, b->prose[count] = prose, b->bodies[count] = bodies;
}

/* Whether the tag says what kind of text a block is. */
static bool is_kind(dl_tag tag) {
    switch (tag) {
    case DL_TAG_P:
    case DL_TAG_LI:
    case DL_TAG_TD:
    case DL_TAG_TH:
    case DL_TAG_DT:
    case DL_TAG_DD:
    case DL_TAG_PRE:
    case DL_TAG_FIGCAPTION:
    case DL_TAG_CAPTION:
    case DL_TAG_BLOCKQUOTE:
        return true;
    default:
        return dl_tag_flags(tag) & DL_TAG_IS_HEADING;
    }
}

/* The walk over the page. */
typedef struct cutter {
    dl_arena *arena;
    dl_blocks *b;
    dl_block block;                   /* that is being filled; empty where words is 0 */
    uint32_t open[DL_HTML_DEPTH + 1]; /* elements that hold the next node */
    uint8_t hints[DL_HTML_DEPTH + 1]; /* what they and those around them tell */
    bool linked[DL_HTML_DEPTH + 1];   /* whether one of them is a link */
    uint32_t depth;
    uint32_t breaks; /* line breaks in a row */
} cutter;

static void finish_block(cutter *c, uint32_t end) {
    if (c->block.words) {
        c->block.end = end;
        *DL_PUSH(c->arena, &c->b->rows) = c->block;
    }
    c->block = (dl_block){0};
    c->breaks = 0;
}

static void begin_block(cutter *c, uint32_t node) {
    const dl_html_node *nodes = c->b->tree->nodes.rows;
    c->block.first = node;
    c->block.hints = c->hints[c->depth];
    for (uint32_t d = c->depth; d && !c->block.box; d--)
        if (closes_line((dl_tag)nodes[c->open[d]].tag)) c->block.box = c->open[d];
    c->block.tag = nodes[c->block.box].tag;
    for (uint32_t at = c->block.box, steps = 0; at && steps < 4; at = nodes[at].parent, steps++)
        if (is_kind((dl_tag)nodes[at].tag)) {
            c->block.tag = nodes[at].tag;
            return;
        }
}

static void add_text(cutter *c, uint32_t node) {
    uint32_t words = within(c->b, c->b->words, node);
    if (!words) return;
    if (c->breaks > 1) finish_block(c, node);
    if (!c->block.words) begin_block(c, node);
    c->block.words += words;
    if (c->linked[c->depth]) c->block.link_words += words;
    dl_bytes text = dl_html_text_of(c->b->tree, node);
    c->block.stops += count_stops(text);
    c->block.leads_on = ends_with_colon(text);
    c->breaks = 0;
}

/* Leaves the elements that end in front of `node`. */
static void leave(cutter *c, uint32_t node) {
    const dl_html_node *nodes = c->b->tree->nodes.rows;
    while (c->depth && nodes[c->open[c->depth]].end <= node) {
        dl_tag tag = (dl_tag)nodes[c->open[c->depth]].tag;
        c->depth--;
        if (closes_line(tag)) finish_block(c, node);
    }
}

/* A link to another page: not the name of a place in this one, nor a link to one. */
static bool leads_away(const dl_html_tree *tree, uint32_t node) {
    if (tree->nodes.rows[node].tag != DL_TAG_A) return false;
    dl_bytes target = dl_html_value_of(tree, node, DL_ATTRIBUTE_HREF);
    return target.size && *target.data != '#';
}

static void enter(cutter *c, uint32_t node) {
    enum { CAPTION_MOST = 120 }; /* a caption is no longer; the name of a larger element means its layout */
    dl_tag tag = (dl_tag)c->b->tree->nodes.rows[node].tag;
    if (tag == DL_TAG_BR) c->breaks++;
    if (closes_line(tag)) finish_block(c, node);
    if (dl_tag_flags(tag) & DL_TAG_IS_VOID || c->depth == DL_HTML_DEPTH) return;
    c->open[++c->depth] = node;
    unsigned own = c->b->hints[node] & (DL_HINT_LEAD | (within(c->b, c->b->words, node) <= CAPTION_MOST ? DL_HINT_CAPTION : 0));
    c->hints[c->depth] = (uint8_t)(c->hints[c->depth - 1] | own);
    c->linked[c->depth] = c->linked[c->depth - 1] || leads_away(c->b->tree, node);
}

dl_blocks *dl_blocks_cut(dl_arena *arena, const dl_page_hints *hints, const dl_html_tree *tree) {
    uint32_t count = tree->nodes.count;
    dl_blocks *b = DL_NEW(arena, dl_blocks);
    b->tree = tree;
    b->words = DL_NEW_ARRAY(arena, uint32_t, count + 1);
    b->prose = DL_NEW_ARRAY(arena, uint32_t, count + 1);
    b->bodies = DL_NEW_ARRAY(arena, uint32_t, count + 1);
    b->hints = DL_NEW_ARRAY(arena, uint8_t, count);
    b->dropped = DL_NEW_ARRAY(arena, uint8_t, count);
    survey(b, hints);
    cutter *c = DL_NEW(arena, cutter);
    c->arena = arena;
    c->b = b;
    for (uint32_t i = 1; i < count;) {
        const dl_html_node *n = &tree->nodes.rows[i];
        leave(c, i);
        if (n->tag == DL_TAG_TEXT) {
            add_text(c, i++);
            continue;
        }
        b->dropped[i] = is_empty_of_text((dl_tag)n->tag) || is_dropped(b, i);
        if (b->dropped[i]) {
            if (closes_line((dl_tag)n->tag)) finish_block(c, i);
            i = n->end;
            continue;
        }
        enter(c, i++);
    }
    leave(c, count);
    finish_block(c, count);
    return b;
}

uint32_t dl_block_text(const dl_blocks *blocks, const dl_block *block, uint32_t node) {
    while (node < block->end) {
        if (blocks->tree->nodes.rows[node].tag == DL_TAG_TEXT) return node;
        node = blocks->dropped[node] ? blocks->tree->nodes.rows[node].end : node + 1;
    }
    return block->end;
}
