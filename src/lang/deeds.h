/* What the knowledge says of the words of a headline, where nouns and verbs look alike: could this one be a verb that tells what is done? */
#ifndef DL_LANG_DEEDS_H
#define DL_LANG_DEEDS_H

#include "doc/doc.h"
#include "know/know.h"
#include "lang/window.h"

typedef enum dl_deed {
    DL_DEED_THIRD = 1,   /* "jails" */
    DL_DEED_BARE = 2,    /* "jail" */
    DL_DEED_OPENER = 4,  /* a row of the verb names the next word: "rails | against", "locks | up" */
    DL_DEED_CLAUSE = 8,  /* the verb takes an infinitive: "vows | to" */
    DL_DEED_NOUN = 16,   /* it tells as a noun, too: "raid", "attacks" */
    DL_DEED_PEOPLE = 32, /* they may be who does it: "guards", "forces" */
    DL_DEED_THING = 64,  /* likewise a weapon or a building: "shells", "jails" */
} dl_deed;

typedef struct dl_deeds {
    const dl_know *know;
    uint32_t verbs, phrases, light, said, nouns, agents; /* tables */
    uint32_t verbs_if, phrases_if, said_takes, kind;     /* columns */
} dl_deeds;

/* `know` may be NULL: then no word is known. */
void dl_deeds_open(dl_deeds *deeds, const dl_know *know);
/* Fills window->deeds from the document's tokens, of which the window holds those from `first` on. */
void dl_deeds_read(const dl_deeds *deeds, const dl_doc *doc, uint32_t first, dl_window *window);

#endif
