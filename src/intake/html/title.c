#include "intake/html/title.h"

#include "intake/html/extract.h"

/* Letters and digits in small letters, and all other bytes that are not ASCII: what is compared. */
static dl_bytes folded(dl_arena *arena, dl_bytes text) {
    char *out = dl_arena_alloc(arena, text.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (dl_is_alnum(c) || ((unsigned char)c >= 0x80 && (unsigned char)c != 0xe2)) out[size++] = dl_to_lower(c);
        if ((unsigned char)c == 0xe2) i += 2; /* a mark of punctuation */
    }
    return (dl_bytes){out, size};
}

static bool contains(dl_bytes whole, dl_bytes part) {
    return part.size && part.size <= whole.size && memmem(whole.data, whole.size, part.data, part.size);
}

/* The text of the heading at a node; empty where it is longer than a title. */
static dl_bytes heading(const dl_facts *facts, const dl_blocks *blocks, uint32_t node) {
    enum { LONGEST = 400 };
    dl_block block = {.first = node + 1, .end = facts->tree->nodes.rows[node].end}; /* the element itself is dropped where it is a title */
    dl_extract text = {.arena = facts->arena, .references = facts->references};
    dl_extract_block(&text, blocks, &block);
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] == '\n') text.data[i] = ' ';
    return text.size <= LONGEST ? (dl_bytes){text.data, text.size} : (dl_bytes){0};
}

/* The mark that parts a title from the name of the site, at `at`: a bar or dash between blanks, "»", "::". Its size, 0 where there is none. */
static size_t parting(dl_bytes text, size_t at) {
    if (text.data[at] != ' ') return 0;
    static const char *const marks[] = {" | ",        " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " \xc2\xbb ", " :: ", " \xe2\x80\xa2 ",
                                        " \xc2\xb7 ", " / "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (dl_bytes_start((dl_bytes){text.data + at, text.size - at}, marks[i])) return strlen(marks[i]);
    return 0;
}

/* Whether the piece of a title is the name of the site, as the page or its address tells it. */
static bool names_site(const dl_facts *facts, dl_bytes piece) {
    enum { LEAST = 3 };
    dl_bytes bare = folded(facts->arena, piece), site = folded(facts->arena, facts->facts[DL_FACT_OUTLET].value),
             host = folded(facts->arena, facts->host);
    if (bare.size < LEAST) return false;
    return (site.size && (contains(bare, site) || contains(site, bare))) || contains(host, bare);
}

/* Without the name of the site: pieces behind or in front of a mark that are its name go; of others the last, if `guess`, where it is short. */
static dl_bytes without_site(const dl_facts *facts, dl_bytes title, bool guess) {
    enum { SHORT = 4 };
    for (;;) {
        size_t mark = 0, size = 0, words = 1;
        for (size_t i = 0; i < title.size; i++)
            if (parting(title, i)) mark = i, size = parting(title, i);
        if (!mark) return title;
        dl_bytes last = {title.data + mark + size, title.size - mark - size}, first = {title.data, mark};
        for (size_t i = 0; i < last.size; i++) words += last.data[i] == ' ';
        if (names_site(facts, first) && !names_site(facts, last)) return last;
        if (!names_site(facts, last) && !(guess && words <= SHORT && first.size > last.size)) return guess && first.size < last.size ? last : title;
        title = first;
    }
}

/* A name of the page, folded: as it stands, and without the name of the site. */
typedef struct page_name {
    dl_bytes whole, bare;
} page_name;

static page_name name_of(const dl_facts *facts, dl_bytes name) {
    return (page_name){folded(facts->arena, name), folded(facts->arena, without_site(facts, name, true))};
}

/* Whether the page names itself so: the name with the heading in it, and not for the lesser part; a lesser heading must be all of it. */
static bool confirms(const page_name *name, dl_bytes head, bool h1) {
    return contains(name->whole, head) && (h1 ? head.size * 2 >= name->bare.size : head.size >= name->bare.size);
}

/* The longest heading that a name of the page, or its other name, confirms. */
static dl_bytes confirmed(dl_facts *facts, const dl_blocks *blocks, dl_bytes name, dl_bytes other) {
    const page_name names[] = {name_of(facts, name), name_of(facts, other)};
    dl_bytes best = {0};
    size_t longest = 0;
    const dl_html_node *nodes = facts->tree->nodes.rows;
    for (uint32_t i = 1; i < facts->tree->nodes.count; i++) {
        if (nodes[i].tag != DL_TAG_H1 && nodes[i].tag != DL_TAG_H2) continue;
        dl_bytes text = heading(facts, blocks, i), head = folded(facts->arena, text);
        for (size_t n = 0; n < 2; n++)
            if (head.size > longest && confirms(&names[n], head, nodes[i].tag == DL_TAG_H1)) best = text, longest = head.size;
    }
    return best;
}

/* The one heading of the first rank above the text, where the page names itself in other words: names are made for search engines. Empty where there
 * is none, where it is that of the site, or where it only adds to the name ("Local News: ..."). */
static dl_bytes paraphrased(dl_facts *facts, const dl_blocks *blocks, const dl_article *article, dl_bytes name) {
    enum { LEAST = 4 };
    if (!article->headline) return (dl_bytes){0};
    dl_bytes head = heading(facts, blocks, blocks->rows.rows[article->headline].box), bare = folded(facts->arena, head);
    uint32_t words = 1;
    for (size_t i = 0; i < head.size; i++) words += head.data[i] == ' ';
    if (words < LEAST || dl_bytes_finish(bare, folded(facts->arena, name).data)) return (dl_bytes){0};
    const dl_html_node *nodes = facts->tree->nodes.rows;
    for (uint32_t i = 1; i < facts->tree->nodes.count; i++) {
        if (nodes[i].tag != DL_TAG_H1) continue;
        dl_bytes one = folded(facts->arena, heading(facts, blocks, i));
        if (one.size && !dl_bytes_equal(one, bare)) return (dl_bytes){0};
    }
    return names_site(facts, head) ? (dl_bytes){0} : head;
}

/* The text of the title element; one in SVG titles a picture. */
static dl_bytes element_title(dl_facts *facts, const dl_blocks *blocks) {
    const dl_html_node *nodes = facts->tree->nodes.rows;
    for (uint32_t i = 1; i < facts->tree->nodes.count; i++) {
        dl_tag around = (dl_tag)nodes[nodes[i].parent].tag;
        bool head = !nodes[i].parent || around == DL_TAG_HEAD || around == DL_TAG_HTML || around == DL_TAG_BODY;
        if (nodes[i].tag == DL_TAG_TITLE && head && nodes[i].end > i + 1) return heading(facts, blocks, i);
    }
    return (dl_bytes){0};
}

static void set(dl_facts *facts, dl_bytes title, const char *basis) {
    facts->ranks[DL_FACT_TITLE] = UINT32_MAX;
    dl_facts_offer(facts, DL_FACT_TITLE, 1, basis, title);
}

void dl_title_choose(dl_facts *facts, const dl_blocks *blocks, const dl_article *article) {
    dl_fact given = facts->facts[DL_FACT_TITLE];
    dl_bytes element = element_title(facts, blocks), head = confirmed(facts, blocks, given.value, element);
    dl_bytes name = without_site(facts, given.value, false);
    dl_bytes bare_head = folded(facts->arena, head), bare_name = folded(facts->arena, name);
    dl_bytes instead = head.size ? (dl_bytes){0} : paraphrased(facts, blocks, article, name);
    bool kicker = bare_head.size > bare_name.size && contains(bare_head, bare_name); /* "Local News: ..." */
    if (head.size && !kicker) {
        set(facts, head, "heading");
    } else if (instead.size) {
        set(facts, instead, "heading");
    } else if (given.value.size) {
        set(facts, name, given.basis);
    } else if (article->headline) {
        set(facts, heading(facts, blocks, blocks->rows.rows[article->headline].box), "heading");
    } else if (element.size) {
        set(facts, without_site(facts, element, true), "title");
    }
}
