#include "know/code.h"

/* PLOVER's sectors. */
static const char sectors[] = "AGRBUSCOPCRMCVLEDUELIGOVJRNJUDLABLEGMEDMILOPPPREPRMPTYREBREFRELSOCSPYUAFUNK";
/* What CAMEO and PLOVER write in place of a country: kinds of organisations, then regions (CAMEO codebook 1.1b3, chapter 3). */
static const char others[] = "IGOIMGINTISMMNCNGMNGOUNO"
                             "AFRASABLKCASCAUCEUCFRCRBEAFEEUEINEURLAMMDTMEANAFNMRPGSSAFSAMSASSCNSEAWAFWST";

/* CAMEO's other roles, which PLOVER has no more: in the tables of users. */
static const char older[] = "DEVENVHLHHRIINSMODRADSEPSET";

static bool listed(const char *list, dl_bytes code) {
    for (; *list; list += 3)
        if (!memcmp(list, code.data, 3)) return true;
    return false;
}

dl_bytes dl_actor_country(dl_bytes actor) {
    if (actor.size < 3 || listed(others, actor) || listed(sectors, actor) || listed(older, actor)) return (dl_bytes){0};
    return (dl_bytes){actor.data, 3};
}

bool dl_actor_role(dl_bytes *rest, dl_bytes *role) {
    while (rest->size >= 3) {
        *role = (dl_bytes){rest->data, 3};
        *rest = (dl_bytes){rest->data + 3, rest->size - 3};
        if (listed(sectors, *role)) return true;
    }
    return false;
}

bool dl_actor_ends(dl_bytes actor, dl_bytes sector) {
    return actor.size >= 3 && sector.size == 3 && !memcmp(actor.data + actor.size - 3, sector.data, 3);
}

bool dl_actor_is_of(dl_bytes actor, const char *roles) {
    dl_bytes list = dl_bytes_of(roles), role;
    while (dl_bytes_cut(&list, ' ', &role))
        if (dl_actor_ends(actor, role)) return true;
    return false;
}

uint32_t dl_code_number(dl_bytes code) {
    uint32_t number = 0;
    if (code.size != 3) return DL_CODES;
    for (int i = 0; i < 3; i++) {
        if (!dl_is_upper(code.data[i])) return DL_CODES;
        number = number * 26 + (uint32_t)(code.data[i] - 'A');
    }
    return number;
}
