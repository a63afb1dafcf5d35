/* Universal Dependencies, version 2 (Nivre et al. 2020): part-of-speech tags, English Penn Treebank tags and relations, one list each (doc/ud.def).
 */
#ifndef DL_DOC_UD_H
#define DL_DOC_UD_H

#define UPOS(id, name) DL_UPOS_##id,
#define XPOS(id, name)
#define DEPREL(id, base, name)
typedef enum dl_upos {
#include "doc/ud.def"
    DL_UPOS_COUNT_
} dl_upos;
#undef UPOS
#undef XPOS
#undef DEPREL

#define UPOS(id, name)
#define XPOS(id, name) DL_XPOS_##id,
#define DEPREL(id, base, name)
typedef enum dl_xpos {
#include "doc/ud.def"
    DL_XPOS_COUNT_
} dl_xpos;
#undef UPOS
#undef XPOS
#undef DEPREL

#define UPOS(id, name)
#define XPOS(id, name)
#define DEPREL(id, base, name) DL_DEP_##id,
typedef enum dl_deprel {
#include "doc/ud.def"
    DL_DEP_COUNT_
} dl_deprel;
#undef UPOS
#undef XPOS
#undef DEPREL

/* The relation without its subtype: nsubj for nsubj:pass. */
extern const unsigned char dl_deprel_bases[DL_DEP_COUNT_];
static inline dl_deprel dl_deprel_base(unsigned deprel) {
    return deprel < DL_DEP_COUNT_ ? (dl_deprel)dl_deprel_bases[deprel] : (dl_deprel)deprel;
}

#endif
