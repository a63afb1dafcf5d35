/* What happens among those of one land happens there: courts, parliaments and parties act at home. */
#include "event/described.h"
#include "event/placing.h"
#include "know/code.h"

/* Events of words and law; with troops, aid, favour and visits one goes abroad, and violence is placed by whom it hits. */
static bool is_of_home(const dl_claim *c, bool both) {
    switch (c->event) {
    case DL_EVENT_CONSULT:
    case DL_EVENT_COOPERATE:
        return both;
    case DL_EVENT_ACCUSE:
    case DL_EVENT_AGREE:
    case DL_EVENT_CONCEDE:
    case DL_EVENT_REJECT:
    case DL_EVENT_REQUEST:
    case DL_EVENT_RETREAT:
    case DL_EVENT_SANCTION:
    case DL_EVENT_THREATEN:
        return true;
    default:
        return false;
    }
}

/* The one land of all parties, whose rows are of that land and no army; empty where one is of another or of none that is known. */
static dl_bytes land_of(const dl_doc *doc, const dl_claim *c, bool *both) {
    dl_bytes land = {0};
    bool side[2] = {false, false}, judged = dl_bytes_is(c->mode, "convict"); /* by a court of his land, as far as is told */
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        dl_bytes country = dl_actor_country(party->actor);
        if (party->role > DL_ROLE_WHOM || (judged && party->role == DL_ROLE_WHO && !country.size)) continue;
        if (!country.size || dl_bytes_finish(party->actor, "MIL") || (land.size && !dl_bytes_equal(country, land))) return (dl_bytes){0};
        land = country;
        side[party->role] = true;
    }
    *both = side[DL_ROLE_WHO] && side[DL_ROLE_WHOM];
    return side[DL_ROLE_WHO] || judged ? land : (dl_bytes){0};
}

void dl_claims_at_home(dl_build *b) {
    dl_doc *doc = b->r.doc;
    for (DL_EACH(i, &doc->claims)) {
        dl_claim *c = &doc->claims.rows[i];
        bool both = false, open = !dl_is_told(c->status) && c->status != DL_CLAIM_PLANNED;
        dl_bytes land = c->place || open ? (dl_bytes){0} : land_of(doc, c, &both);
        uint32_t place = land.size && is_of_home(c, both) ? dl_row_of_land(b, land) : 0;
        dl_found_place found = {place, doc->places.rows[place].first_token, DL_RELATION_IN, DL_BASIS_ACTOR};
        if (place) dl_claim_take_place(b, i, found, (dl_bytes){0});
    }
}
