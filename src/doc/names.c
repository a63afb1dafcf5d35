/* The words that records write for the coded values of rows. */
#include "doc/doc.h"
#include "doc/ud.h"

#include <string.h>

#define LOOK_UP(names, number) ((number) < sizeof(names) / sizeof *(names) ? (names)[number] : "")

#define UPOS(id, name) name,
#define XPOS(id, name)
#define DEPREL(id, base, name)
static const char *const upos_names[] = {
#include "doc/ud.def"
};
#undef UPOS
#undef XPOS
#undef DEPREL
#define UPOS(id, name)
#define XPOS(id, name) name,
#define DEPREL(id, base, name)
static const char *const xpos_names[] = {
#include "doc/ud.def"
};
#undef XPOS
#undef DEPREL
#define XPOS(id, name)
#define DEPREL(id, base, name) name,
static const char *const deprel_names[] = {
#include "doc/ud.def"
};
#undef DEPREL
#define DEPREL(id, base, name) DL_DEP_##base,
const unsigned char dl_deprel_bases[DL_DEP_COUNT_] = {
#include "doc/ud.def"
};

const char *dl_upos_name(unsigned upos) {
    return LOOK_UP(upos_names, upos);
}

const char *dl_xpos_name(unsigned xpos) {
    return LOOK_UP(xpos_names, xpos);
}

const char *dl_deprel_name(unsigned deprel) {
    return LOOK_UP(deprel_names, deprel);
}

#define NAMES(function, ...)                              \
    const char *function(unsigned number) {               \
        static const char *const names[] = {__VA_ARGS__}; \
        return LOOK_UP(names, number);                    \
    }

NAMES(dl_name_kind_name, "", "person", "organisation", "place", "facility", "group", "nationality")
NAMES(dl_zone_name, "body", "lead", "headline", "dateline", "caption", "boilerplate")
NAMES(dl_timex_name, "DATE", "TIME", "DURATION", "SET")
NAMES(dl_grain_name, "", "decade", "year", "quarter", "month", "week", "day", "part", "hour", "minute", "second")
NAMES(dl_precision_name, "", "exact", "near", "admin1", "country", "region")
NAMES(dl_what_name, "other", "killed", "wounded", "missing", "captured", "arrested", "displaced", "evacuated", "abducted", "protesters", "troops")
NAMES(dl_quote_kind_name, "direct", "indirect", "mixed")
NAMES(dl_stance_name, "say", "confirm", "claim", "deny", "doubt")
NAMES(dl_source_kind_name, "", "quote", "said", "according-to", "report")
NAMES(dl_event_name, "", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
      "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER")
NAMES(dl_claim_status_name, "happened", "ongoing", "planned", "called-for", "threatened", "attempted", "possible", "conditional", "denied", "not")
NAMES(dl_relation_name, "in", "near", "toward", "from", "across", "border")
NAMES(dl_basis_name, "", "said", "reported", "syntax", "clause", "sentence", "paragraph", "dateline", "actor", "incident", "scene")
NAMES(dl_published_basis_name, "", "given", "meta", "dateline", "url", "media-id", "text")
NAMES(dl_fact_name, "", "title", "byline", "outlet", "section", "language", "canonical", "published", "modified")

dl_event dl_event_named(dl_bytes name) {
    for (unsigned e = 1; e <= DL_EVENT_OTHER; e++)
        if (dl_bytes_is(name, dl_event_name(e))) return (dl_event)e;
    return DL_EVENT_NONE;
}

bool dl_claim_status_named(dl_bytes name, dl_claim_status *status) {
    for (unsigned s = 0; s <= DL_CLAIM_NOT; s++)
        if (dl_bytes_is(name, dl_claim_status_name(s))) return *status = (dl_claim_status)s, true;
    return false;
}
