#include "know/code.h"

/* Codes by their first letter, each by its other two. */
typedef const char *code_list[26];

/* PLOVER's sectors. */
static const code_list sectors = {['A' - 'A'] = "GR",     ['B' - 'A'] = "US",   ['C' - 'A'] = "OPRMVL", ['E' - 'A'] = "DULI", ['G' - 'A'] = "OV",
                                  ['J' - 'A'] = "RNUD",   ['L' - 'A'] = "ABEG", ['M' - 'A'] = "EDIL",   ['O' - 'A'] = "PP",   ['P' - 'A'] = "RERMTY",
                                  ['R' - 'A'] = "EBEFEL", ['S' - 'A'] = "OCPY", ['U' - 'A'] = "AFNK"};
/* What CAMEO and PLOVER write in place of a country: kinds of organisations (IGO, IMG, INT, ISM, MNC, NGM, NGO, UNO), then regions (CAMEO codebook
 * 1.1b3, chapter 3); and CAMEO's other roles, which PLOVER has no more, in the tables of users (DEV, ENV, HLH, HRI, INS, MOD, RAD, SEP, SET). */
static const code_list others = {['A' - 'A'] = "FRSA",           ['B' - 'A'] = "LK",       ['C' - 'A'] = "ASAUEUFRRB", ['D' - 'A'] = "EV",
                                 ['E' - 'A'] = "AFEUINURNV",     ['H' - 'A'] = "LHRI",     ['I' - 'A'] = "GOMGNTSMNS", ['L' - 'A'] = "AM",
                                 ['M' - 'A'] = "NCDTEAOD",       ['N' - 'A'] = "GMGOAFMR", ['P' - 'A'] = "GS",         ['R' - 'A'] = "AD",
                                 ['S' - 'A'] = "AFAMASCNEAEPET", ['U' - 'A'] = "NO",       ['W' - 'A'] = "AFST"};

static bool listed(const code_list list, dl_bytes code) {
    if (!dl_is_upper(code.data[0])) return false;
    for (const char *at = list[code.data[0] - 'A']; at && *at; at += 2)
        if (at[0] == code.data[1] && at[1] == code.data[2]) return true;
    return false;
}

dl_bytes dl_actor_country(dl_bytes actor) {
    if (actor.size < 3 || listed(others, actor) || listed(sectors, actor)) return (dl_bytes){0};
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

bool dl_actor_is_international(dl_bytes actor) {
    return dl_bytes_start(actor, "IGO") || dl_bytes_start(actor, "NGO");
}
