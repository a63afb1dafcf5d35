/* Whether a harm word acts on what follows it or befell what stands before it. */
#ifndef DL_COUNT_VOICE_H
#define DL_COUNT_VOICE_H

#include "count/words.h"

typedef enum dl_voice {
    DL_VOICE_ACTIVE,  /* "killed 20", "killing 20": the people stand behind it */
    DL_VOICE_PASSIVE, /* "20 were killed", "20 died", "20 dead": in front */
    DL_VOICE_NOUN     /* "deaths" */
} dl_voice;

dl_voice dl_harm_voice(const dl_count_reader *r, uint32_t token);

#endif
