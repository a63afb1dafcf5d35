#include "intake/html/article.h"

/* ------------------------------------------------------------------ weights */

enum { WORDS_MOST = 100, SENTENCE_WORDS = 10 };

static bool is_heading(const dl_block *block) {
    return dl_tag_flags((dl_tag)block->tag) & DL_TAG_IS_HEADING;
}

/* Reads like running text: sentences, and not for the most part links. */
static bool is_prose(const dl_block *block) {
    if (block->link_words * 2 > block->words || is_heading(block)) return false;
    return block->words >= SENTENCE_WORDS && (block->stops || block->words >= 2 * SENTENCE_WORDS);
}

static int weight(const dl_block *block, bool captions) {
    if (block->hints & DL_HINT_CAPTION && !captions) return 0;
    if (is_heading(block)) return block->link_words * 2 > block->words ? -2 : 0;
    if (is_prose(block)) return (int)(block->words < WORDS_MOST ? block->words : WORDS_MOST) - (int)block->link_words;
    if (block->link_words * 2 > block->words) return -2;
    return block->tag == DL_TAG_P || block->tag == DL_TAG_PRE ? 1 : -1;
}

/* ------------------------------------------------------------------ the element that holds it */

/* Sums by node. A node stands behind its parent, so the walk from the end adds children to parents. */
static int64_t *sums(dl_arena *arena, const dl_blocks *b, bool captions) {
    uint32_t count = b->tree->nodes.count;
    int64_t *sum = DL_NEW_ARRAY(arena, int64_t, count);
    for (DL_EACH(i, &b->rows)) sum[b->rows.rows[i].box] += weight(&b->rows.rows[i], captions);
    for (uint32_t i = count - 1; i; i--) sum[b->tree->nodes.rows[i].parent] += sum[i];
    return sum;
}

/* A paragraph holds no article, long as it may be. */
static bool holds_blocks(const dl_blocks *b, uint32_t node) {
    dl_tag tag = (dl_tag)b->tree->nodes.rows[node].tag;
    return tag != DL_TAG_P && tag != DL_TAG_PRE && tag != DL_TAG_LI && !(dl_tag_flags(tag) & DL_TAG_IS_HEADING);
}

/* False where nothing weighs anything. The page itself may be it: one that writes no body has its blocks there. */
static bool largest(const dl_blocks *b, const int64_t *sum, uint32_t *best) {
    *best = 0;
    for (uint32_t i = 1; i < b->tree->nodes.count; i++)
        if (sum[i] >= sum[*best] && holds_blocks(b, i)) *best = i;
    return sum[*best] > 0;
}

/* How much of the sum, in hundredths, an element must keep to be taken for the one around it. */
static int64_t wanted(const dl_blocks *b, uint32_t node, uint32_t root) {
    if (b->hints[root] & DL_HINT_BODY) return 85;
    if (b->hints[node] & DL_HINT_BODY) return 60;
    return b->tree->nodes.rows[node].tag == DL_TAG_ARTICLE || b->tree->nodes.rows[node].tag == DL_TAG_MAIN ? 50 : 75;
}

/* Whether prose and little else stands in a node in front of one inside it: there the article begins. What stands behind it is more often none. */
static bool begins_in_front(const dl_blocks *b, uint32_t root, uint32_t inner) {
    enum { LEAST = 40, FOR_EACH = 20 };
    int prose = 0, clutter = 0;
    for (DL_EACH(i, &b->rows)) {
        const dl_block *block = &b->rows.rows[i];
        if (block->first < root || block->first >= inner) continue;
        int of_block = weight(block, false);
        prose += of_block > 1 ? of_block : 0;
        clutter += of_block < 0;
    }
    return prose >= LEAST && prose >= FOR_EACH * clutter;
}

/* The element inside `root` that keeps enough of the largest sum, the one with most first; 0 where there is none. */
static uint32_t smaller(const dl_blocks *b, const int64_t *sum, uint32_t root, int64_t whole) {
    uint32_t best = 0;
    for (uint32_t i = root + 1; i < b->tree->nodes.rows[root].end; i++) {
        if (sum[i] * 100 < whole * wanted(b, i, root) || sum[i] <= 0 || !holds_blocks(b, i)) continue;
        if (!best || sum[i] > sum[best]) best = i;
    }
    return best && !begins_in_front(b, root, best) ? best : 0;
}

static bool find_root(const dl_blocks *b, const int64_t *sum, uint32_t *root) {
    if (!largest(b, sum, root)) return false;
    int64_t whole = sum[*root];
    for (uint32_t next = smaller(b, sum, *root, whole); next; next = smaller(b, sum, *root, whole)) *root = next;
    return true;
}

/* ------------------------------------------------------------------ the blocks of it */

typedef struct chooser {
    const dl_blocks *b;
    const dl_lines *lines;
    const int64_t *sum;
    bool captions; /* tell the story */
    bool fragment; /* nothing of another article is in it */
    dl_article article;
    uint32_t first, end; /* blocks from the first to behind the last that read like text */
} chooser;

static bool within(const dl_blocks *b, uint32_t node, uint32_t root) {
    return node >= root && node < b->tree->nodes.rows[root].end;
}

/* The innermost article or main around a node; 0 where there is none. */
static uint32_t article_around(const dl_blocks *b, uint32_t node) {
    for (; node; node = b->tree->nodes.rows[node].parent)
        if (b->tree->nodes.rows[node].tag == DL_TAG_ARTICLE || b->tree->nodes.rows[node].tag == DL_TAG_MAIN) return node;
    return 0;
}

/* An element of the same class beside the root: the article goes on in it, as where advertisements cut it into sections. */
static bool is_twin(const chooser *c, uint32_t node) {
    const dl_html_tree *tree = c->b->tree;
    uint32_t root = c->article.root;
    if (c->sum[node] < 10 || tree->nodes.rows[node].tag != tree->nodes.rows[root].tag) return false;
    dl_bytes class = dl_html_value_of(tree, root, DL_ATTRIBUTE_CLASS);
    return class.size && dl_bytes_equal(class, dl_html_value_of(tree, node, DL_ATTRIBUTE_CLASS)) && article_around(c->b, root) &&
           article_around(c->b, root) == article_around(c->b, node);
}

static bool is_caption(const dl_block *block) {
    return block->hints & DL_HINT_CAPTION || block->tag == DL_TAG_FIGCAPTION;
}

static dl_part part_of(const chooser *c, const dl_block *block) {
    if (!c->captions && is_caption(block)) return DL_PART_CAPTION;
    if (is_heading(block)) return block->tag == DL_TAG_H1 ? DL_PART_NONE : DL_PART_SUBHEAD;
    uint32_t most = block->tag == DL_TAG_P && block->stops ? 3 : 2; /* quarters of its words that may be links */
    return block->link_words * 4 > block->words * most ? DL_PART_NONE : DL_PART_BODY;
}

/* The element that a block's own element stands in. */
static uint32_t around(const dl_blocks *b, const dl_block *block) {
    return b->tree->nodes.rows[block->box].parent;
}

/* What a line that ends the article puts an end to. */
typedef struct ending {
    uint8_t rank;  /* tag of the heading that it is; 0 where nothing is ended */
    uint32_t home; /* what holds the paragraphs in front of it, where the line stands deeper: a box in the midst of them; else 0 */
} ending;

/* Up to a heading of its rank, or to where the paragraphs go on among which it stands in a box. */
static bool is_over(const dl_blocks *b, const ending *e, const dl_block *block) {
    return (is_heading(block) && block->tag <= e->rank) || (e->home && is_prose(block) && around(b, block) == e->home);
}

/* The linked headline of another article, of which some lines may follow. One with a number in front of it is of a list that is the article. */
static bool is_teaser(const dl_blocks *b, const dl_block *block) {
    enum { LEAST = 4 };
    if (!is_heading(block) || block->words < LEAST || block->link_words < block->words) return false;
    dl_bytes text = dl_bytes_trim(dl_html_text_of(b->tree, dl_block_text(b, block, block->first)));
    size_t digits = 0;
    while (digits < text.size && dl_is_digit(text.data[digits])) digits++;
    return !digits || (digits < text.size && !strchr(".):", text.data[digits])); /* "5 ways to ..." is none */
}

/* Gives every block of an element its part. */
static void take(chooser *c, uint32_t root) {
    const dl_blocks *b = c->b;
    ending ended = {0};
    uint32_t home = 0;
    for (DL_EACH(i, &b->rows)) {
        const dl_block *block = &b->rows.rows[i];
        if (!within(b, block->first, root)) continue;
        dl_line_kind line = dl_line_of(c->lines, b, block);
        if (c->first && (line == DL_LINE_END || (!c->fragment && is_teaser(b, block) && around(b, block) != home)))
            ended = (ending){is_heading(block) ? block->tag : DL_TAG_H6, around(b, block) != home ? home : 0};
        else if (ended.rank && is_over(b, &ended, block))
            ended.rank = 0;
        dl_part part = ended.rank || line != DL_LINE_PLAIN ? DL_PART_NONE : part_of(c, block);
        c->article.parts[i] = (uint8_t)part;
        if (part != DL_PART_BODY || !is_prose(block)) continue;
        home = around(b, block);
        if (!c->first) c->first = i;
        c->end = i + 1;
    }
}

static void take_twins(chooser *c) {
    uint32_t root = c->article.root;
    for (uint32_t i = 1; i < c->b->tree->nodes.count; i++) {
        if (c->b->dropped[i])
            i = c->b->tree->nodes.rows[i].end - 1;
        else if (!within(c->b, i, root) && !within(c->b, root, i) && is_twin(c, i))
            take(c, i), i = c->b->tree->nodes.rows[i].end - 1;
    }
}

/* The h1 in front of the text, the last one; or the only one of the page. */
static uint32_t find_headline(const chooser *c) {
    uint32_t found = 0;
    for (DL_EACH(i, &c->b->rows))
        if (c->b->rows.rows[i].tag == DL_TAG_H1 && (!found || i < c->first)) found = i;
    return found;
}

/* What stands between headline and text: captions, and what reads like text, the standfirst. */
static void take_standfirst(chooser *c) {
    enum { MOST = 3, WORDS_LEAST = 8 };
    uint32_t taken = 0, from = c->article.headline;
    for (uint32_t i = from + 1; from && i < c->first && taken < MOST; i++) {
        const dl_block *block = &c->b->rows.rows[i];
        if (c->article.parts[i] || block->link_words * 4 > block->words) continue;
        if (block->hints & DL_HINT_CAPTION) {
            c->article.parts[i] = DL_PART_CAPTION;
            continue;
        }
        bool lead = block->hints & DL_HINT_LEAD || i == from + 1 || (is_heading(block) && block->stops);
        bool reads = is_prose(block) || (lead && block->words >= WORDS_LEAST);
        if (reads && dl_line_of(c->lines, c->b, block) == DL_LINE_PLAIN) c->article.parts[i] = DL_PART_BODY, taken++;
    }
}

/* A short line belongs to the article where it stands inside it and says that it is text: by its tag, or by ending a sentence. */
static bool belongs(const chooser *c, uint32_t i) {
    enum { LEADS_WORDS = 4 };
    const dl_block *block = &c->b->rows.rows[i];
    if (is_prose(block)) return true;
    if (block->tag == DL_TAG_LI || block->tag == DL_TAG_TD || block->tag == DL_TAG_TH || block->tag == DL_TAG_DD || block->tag == DL_TAG_DT)
        return i > c->first;
    bool leads_on = block->leads_on && block->words >= LEADS_WORDS && i > c->first; /* to a list */
    if (block->tag == DL_TAG_P || block->tag == DL_TAG_PRE || block->tag == DL_TAG_BLOCKQUOTE)
        return block->stops || leads_on || (i > c->first && i < c->end);
    return i > c->first && i < c->end && block->stops;
}

/* Short lines that do not belong, and subheads that stand in front of no text. */
static void drop_strays(chooser *c) {
    bool text = false; /* follows, up to the next subhead of a higher rank */
    for (DL_EACH(i, &c->b->rows))
        if (c->article.parts[i] == DL_PART_BODY && !belongs(c, i)) c->article.parts[i] = DL_PART_NONE;
    for (uint32_t i = c->b->rows.count - 1; i && i < c->b->rows.count; i--) {
        uint8_t *part = &c->article.parts[i];
        if (*part == DL_PART_SUBHEAD && (!text || i < c->first)) *part = DL_PART_NONE;
        if (*part == DL_PART_BODY) text = true;
        if (*part == DL_PART_SUBHEAD && c->b->rows.rows[i].tag <= c->b->rows.rows[i - 1].tag) text = false;
    }
}

/* The element that holds the article, and its text. */
static chooser choose(dl_arena *arena, const dl_lines *lines, const dl_blocks *b, bool captions) {
    chooser c = {.b = b, .lines = lines, .sum = sums(arena, b, captions), .captions = captions};
    c.article.parts = DL_NEW_ARRAY(arena, uint8_t, b->rows.count + 1);
    c.article.found = find_root(b, c.sum, &c.article.root);
    if (!c.article.found) return c;
    take(&c, c.article.root);
    take_twins(&c);
    drop_strays(&c);
    return c;
}

static dl_article whole(dl_arena *arena, const dl_lines *lines, const dl_blocks *b) {
    chooser c = {.b = b, .lines = lines, .fragment = true};
    c.article.parts = DL_NEW_ARRAY(arena, uint8_t, b->rows.count + 1);
    take(&c, 0);
    return c.article;
}

/* Whether the captions are the text: there is none beside them, or no more than an introduction. */
static bool tells_by_pictures(const chooser *c) {
    enum { TIMES = 5 };
    uint32_t words = 0, told = 0;
    for (DL_EACH(i, &c->b->rows)) {
        const dl_block *block = &c->b->rows.rows[i];
        if (c->article.parts[i] == DL_PART_BODY) words += block->words;
        if (is_caption(block) && is_prose(block)) told += block->words;
    }
    return !c->first || told > TIMES * words;
}

dl_article dl_article_find(dl_arena *arena, const dl_lines *lines, const dl_blocks *b, bool fragment) {
    if (fragment) return whole(arena, lines, b);
    chooser c = choose(arena, lines, b, false);
    if (tells_by_pictures(&c)) {
        chooser pictures = choose(arena, lines, b, true);
        if (pictures.first) c = pictures;
    }
    if (!c.article.found) return c.article;
    c.article.headline = find_headline(&c);
    take_standfirst(&c);
    c.article.first = c.first;
    return c.article;
}
