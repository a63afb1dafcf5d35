/* The status of an event: told as happened, planned, called for, denied ... */
#ifndef DL_EVENT_STATUS_H
#define DL_EVENT_STATUS_H

#include "event/lexicon.h"

/* What the status was read from: for the trace. */
typedef struct dl_status_reading {
    dl_claim_status status;
    const char *rule;    /* constant */
    uint32_t token;      /* the word that decided; 0 where none did */
    uint32_t table, row; /* knowledge row, table 0 where none */
} dl_status_reading;

/* `senses` holds the sense of each token that has one (dl_sense.event or .inner), numbered by `sense_at`. */
typedef struct dl_senses {
    const dl_sense *rows;
    const uint32_t *sense_at;
} dl_senses;

dl_status_reading dl_status_of(const dl_reading *r, const dl_senses *senses, uint32_t trigger);

#endif
