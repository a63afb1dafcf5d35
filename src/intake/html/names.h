/* Names of elements and attributes as numbers. Case counts for nothing in them. */
#ifndef DL_INTAKE_HTML_NAMES_H
#define DL_INTAKE_HTML_NAMES_H

#include "base/bytes.h"

typedef enum dl_tag {
    DL_TAG_OTHER,
#define TAG(id, name, flags) DL_TAG_##id,
#include "intake/html/tags.def"
#undef TAG
    DL_TAG_TEXT, /* no element but a run of text */
    DL_TAG_COUNT_
} dl_tag;

enum {
    DL_TAG_IS_BLOCK = 1,       /* stands on lines of its own */
    DL_TAG_IS_VOID = 2,        /* has no content and no end tag */
    DL_TAG_IS_CLOSES_P = 4,    /* ends an open paragraph */
    DL_TAG_IS_SCOPE = 8,       /* end tags inside do not reach beyond it */
    DL_TAG_IS_RAW = 16,        /* its content is text without references */
    DL_TAG_IS_RCDATA = 32,     /* its content is text with references */
    DL_TAG_IS_HEADING = 64,    /* h1 to h6 */
    DL_TAG_IS_HEAD_ONLY = 128, /* may stand in the head without ending it */
    DL_TAG_IS_FOREIGN = 256    /* begins SVG or MathML */
};

/* The attributes that are kept; any other is passed over. */
typedef enum dl_attribute_name {
    DL_ATTRIBUTE_OTHER,
#define ATTRIBUTE(id, name) DL_ATTRIBUTE_##id,
#include "intake/html/attributes.def"
#undef ATTRIBUTE
    DL_ATTRIBUTE_COUNT_
} dl_attribute_name;

dl_tag dl_tag_of(dl_bytes name);
unsigned dl_tag_flags(dl_tag tag);
dl_attribute_name dl_attribute_of(dl_bytes name);

#endif
