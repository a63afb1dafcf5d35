/* The tokenizer of the WHATWG HTML standard (section 13.2.5), with the place of every token in the page.
 *
 * Nothing is copied: a token is spans of the page. What the standard changes on the way (references, the case of names, NUL, the ends of lines) is
 * changed when somebody wants the bytes (text.h), which for most of a page is nobody. A page is whole in memory. It need not be valid UTF-8.
 */
#ifndef DL_INTAKE_HTML_TOKEN_H
#define DL_INTAKE_HTML_TOKEN_H

#include "base/bytes.h"

typedef enum dl_html_kind {
    DL_HTML_EOF,
    DL_HTML_TEXT, /* runs that follow each other belong together */
    DL_HTML_START_TAG,
    DL_HTML_END_TAG,
    DL_HTML_COMMENT,
    DL_HTML_DOCTYPE
} dl_html_kind;

/* How text is read. The tree builder sets it behind the start tag of an element whose content is no markup. */
typedef enum dl_html_mode { DL_HTML_DATA, DL_HTML_RCDATA, DL_HTML_RAWTEXT, DL_HTML_SCRIPT, DL_HTML_PLAINTEXT, DL_HTML_CDATA } dl_html_mode;

typedef struct dl_html_attribute {
    dl_span name, value;
} dl_html_attribute;

/* Attributes kept of one tag. Of the sixty of the largest tags of news pages none is lost; a tag with more is no news. */
enum { DL_HTML_ATTRIBUTES = 256 };

typedef struct dl_html_token {
    dl_html_kind kind;
    dl_html_mode mode; /* of text */
    dl_span span;      /* all of it, with its marks */
    dl_span name;      /* of a tag or doctype; what a comment or text holds */
    bool self_closing, named, quirks, has_public, has_system;
    dl_span public_id, system_id; /* of a doctype */
} dl_html_token;

typedef struct dl_html_tokens {
    dl_bytes page;
    uint32_t at;
    dl_html_mode mode;
    bool foreign;  /* inside SVG or MathML, where CDATA sections are */
    dl_bytes last; /* name of the last start tag: the end tag that ends raw text */
    dl_html_attribute attributes[DL_HTML_ATTRIBUTES];
    uint32_t attribute_count; /* of the tag read last */
} dl_html_tokens;

/* A page of at most 1 GiB, which must outlive the tokens. */
void dl_html_open(dl_html_tokens *tokens, dl_bytes page);
/* The next token; false at the end of the page. */
bool dl_html_next(dl_html_tokens *tokens, dl_html_token *token);

static inline dl_bytes dl_html_bytes(dl_bytes page, dl_span span) {
    return (dl_bytes){page.data + span.begin, span.end - span.begin};
}

#endif
