/* Reads one JSON object (RFC 8259) and takes from it the members that are asked for. Bytes come from anyone: depth is bounded, nothing recurses, and
 * memory comes from an arena, whose guard takes over where there is none. */
#ifndef DL_INTAKE_JSON_H
#define DL_INTAKE_JSON_H

#include "base/arena.h"

enum { DL_JSON_DEPTH = 2048 }; /* most arrays and objects inside each other */

typedef enum dl_json_kind {
    DL_JSON_ABSENT,
    DL_JSON_NULL,
    DL_JSON_BOOLEAN,
    DL_JSON_NUMBER,
    DL_JSON_STRING,
    DL_JSON_ARRAY,
    DL_JSON_OBJECT
} dl_json_kind;

typedef struct dl_json_member {
    const char *name; /* set by the caller */
    dl_json_kind kind;
    dl_bytes value; /* a string decoded, with a NUL behind it that the size does not count; anything else as it is written */
} dl_json_member;

/* `text` must be one whole object. Of members with one name the last counts. NULL where all went well, else constant text saying what is wrong, and
 * in *at the byte of `text` where. */
const char *dl_json_read(dl_arena *arena, dl_bytes text, dl_json_member *members, size_t count, size_t *at);

/* The next element of a list that was read as a member ("[...]"), from *at on, which begins at 0. False behind the last. */
bool dl_json_element(dl_bytes list, size_t *at, dl_bytes *element);

#endif
