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
