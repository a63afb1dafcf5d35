/* The parties of one claim while they are found: mentions with their codes, and the role that gave them. */
#ifndef DL_EVENT_FILL_H
#define DL_EVENT_FILL_H

#include "event/build.h"

enum { DL_MOST_PARTIES = 24 };

typedef struct dl_found_party {
    uint32_t mention;
    dl_bytes actor;
    uint32_t head;
} dl_found_party;

typedef struct dl_found_parties {
    dl_found_party rows[DL_MOST_PARTIES];
    uint32_t count;
    dl_bytes role; /* the role that gave them, of this sense */
    const dl_sense *sense;
} dl_found_parties;

/* Adds a mention once: of two names of one entity with one code the first, of "Turkish" and "Turkish army" the army. */
void dl_party_add(const dl_reading *r, dl_found_parties *found, uint32_t mention, dl_bytes actor, uint32_t head);
/* Adds whoever the phrase of a token means: its mentions, the owner of a thing, or the doers of an event that it names. `depth`: 0, or 1 within such.
 */
void dl_party_of(const dl_build *b, dl_found_parties *found, uint32_t token, int depth);
/* Adds whoever stands in the first of the roles (separated by commas) that anyone stands in. */
void dl_parties_in(const dl_build *b, dl_found_parties *found, uint32_t trigger, dl_bytes roles, int depth);

/* Whom an act is done to where its own roles say nothing: who bears it, whom it goes on with, whom it demands something of. */
void dl_whom_beside(const dl_build *b, dl_found_parties *whom, const dl_found_parties *who, uint32_t trigger);

#endif
