/* What is one incident in several reports: the same event at the same place, at times that may be one, by parties that are not told apart. */
#include "base/calendar.h"
#include "base/hash.h"
#include "out/ledger.h"

enum { LATE_DAYS = 3 }; /* a report is written so many days after the event at most, where it does not tell the day */

/* Only a place closer than a country can tell that two reports speak of one incident. */
static bool placed(const dl_ledger_incident *i) {
    return i->event != DL_EVENT_NONE && i->place.size && i->precision && i->precision < DL_PRECISION_COUNTRY;
}

static bool same_place(const dl_ledger_incident *a, const dl_ledger_incident *b) {
    if (a->geonameid && b->geonameid) return a->geonameid == b->geonameid;
    return dl_bytes_equal(a->place, b->place) && dl_bytes_equal(a->country, b->country);
}

static dl_instant earliest(const dl_ledger_incident *i) {
    return i->basis == DL_BASIS_REPORTED ? i->begin - LATE_DAYS * DL_DAY : i->begin;
}

static bool same_time(const dl_ledger_incident *a, const dl_ledger_incident *b) {
    if (a->begin == DL_NO_TIME || b->begin == DL_NO_TIME) return false;
    return earliest(a) <= b->end && earliest(b) <= a->end;
}

static bool told_apart(dl_bytes a, dl_bytes b) {
    return a.size >= 3 && b.size >= 3 && memcmp(a.data, b.data, 3) != 0;
}

static uint32_t *bucket(dl_ledger *ledger, const dl_ledger_incident *i) {
    return &ledger->buckets[dl_hash_pair((uint32_t)dl_hash(i->place), i->event) % DL_LEDGER_BUCKETS];
}

uint32_t dl_ledger_join(dl_ledger *ledger, const dl_ledger_incident *incident) {
    uint32_t *first = placed(incident) ? bucket(ledger, incident) : NULL;
    for (uint32_t i = first ? *first : 0; i; i = ledger->incidents.rows[i].bucket_next) {
        const dl_ledger_incident *other = &ledger->incidents.rows[i];
        if (other->event == incident->event && same_place(other, incident) && same_time(other, incident) &&
            !told_apart(other->who_actor, incident->who_actor))
            return i;
    }
    dl_ledger_incident *row = DL_PUSH(&ledger->arena, &ledger->incidents);
    *row = *incident;
    uint32_t number = ledger->incidents.count - 1;
    if (first) row->bucket_next = *first, *first = number;
    return number;
}
