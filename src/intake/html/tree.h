/* The little of a tree that finding an article needs: elements and runs of text in the order of the page, each knowing its parent and where what it
 * holds ends. End tags that are left out are implied as the standard has it; what it does to mend misnested tables and formatting is left out, for
 * it moves no text from one article to another.
 */
#ifndef DL_INTAKE_HTML_TREE_H
#define DL_INTAKE_HTML_TREE_H

#include "base/array.h"
#include "intake/html/names.h"
#include "intake/html/token.h"

typedef struct dl_html_node {
    dl_span span;             /* of the start tag, or of the text */
    uint32_t parent;          /* 0 for the page */
    uint32_t end;             /* one past the last node inside it */
    uint32_t first_attribute; /* of the tree's attributes; those of an element are followed by one without a name */
    uint8_t tag;              /* dl_tag */
    uint8_t mode;             /* dl_html_mode of text */
} dl_html_node;

typedef struct dl_html_kept {
    dl_span value;
    uint8_t name; /* dl_attribute_name; DL_ATTRIBUTE_OTHER ends a list */
} dl_html_kept;

/* Elements inside each other beyond this depth are taken as standing beside each other. */
enum { DL_HTML_DEPTH = 512 };

typedef struct dl_html_tree {
    dl_bytes page;
    DL_ARRAY(dl_html_node) nodes; /* row 0 is the page */
    DL_ARRAY(dl_html_kept) attributes;
} dl_html_tree;

/* Reads the page, which must outlive the tree. */
dl_html_tree *dl_html_tree_read(dl_arena *arena, dl_bytes page);

/* The value of an attribute as it is written; false where the element has none of that name. */
bool dl_html_attribute_of(const dl_html_tree *tree, uint32_t node, dl_attribute_name name, dl_span *value);
/* The same as bytes; empty where there is none. */
dl_bytes dl_html_value_of(const dl_html_tree *tree, uint32_t node, dl_attribute_name name);
/* Text as it is written. */
static inline dl_bytes dl_html_text_of(const dl_html_tree *tree, uint32_t node) {
    return dl_html_bytes(tree->page, tree->nodes.rows[node].span);
}

#endif
