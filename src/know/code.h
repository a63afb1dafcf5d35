/* What an actor code says: CAMEO writes a country, an organisation or a region first, and then roles, three letters each (UKRGOV, IGOUNO). */
#ifndef DL_KNOW_CODE_H
#define DL_KNOW_CODE_H

#include "base/bytes.h"

/* Whether the last sector of an actor's code is this one of three letters: "COP". */
bool dl_actor_ends(dl_bytes actor, dl_bytes sector);

/* The ISO 3166-1 alpha-3 code (or that of a user's own land) in front; empty where the code begins with something else. */
dl_bytes dl_actor_country(dl_bytes actor);
/* Takes the next role (a PLOVER sector) off the front of *rest; false where none is left. Start with the whole code. */
bool dl_actor_role(dl_bytes *rest, dl_bytes *role);
/* Whether an actor's last role is one of these, separated by blanks: "BUS CVL". */
bool dl_actor_is_of(dl_bytes actor, const char *roles);

/* Whether an actor is a body of many lands: its code begins with IGO or NGO. */
bool dl_actor_is_international(dl_bytes actor);

enum { DL_CODES = 26 * 26 * 26 };
/* A code of three capitals as a number in base 26; DL_CODES where it is none. */
uint32_t dl_code_number(dl_bytes code);

#endif
