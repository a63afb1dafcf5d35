#include "event/tolls.h"

#include "base/calendar.h"

enum { STEPS = 5, WORDS = 3, YEARS = 2 }; /* how far a time stands below the event, its preposition before it; the shortest span that is no event's */

static bool of_harm(const dl_build *b, const dl_claim *c, const dl_trigger *trigger) {
    bool killing = dl_bytes_is(c->cameo, "182") || dl_bytes_is(c->cameo, "202") || dl_bytes_is(c->mode, "targeted");
    return b->senses.rows[trigger->sense].harm || (c->event == DL_EVENT_ASSAULT && killing);
}

/* "In ten years of war", "over the past three years": P10Y, P3Y. */
static bool lasts_years(const dl_reading *r, const dl_time *time) {
    dl_bytes v = time->value;
    bool years = time->type == DL_TIMEX_DURATION && v.size >= 3 && v.data[v.size - 1] == 'Y' && (v.size > 3 || v.data[1] >= '0' + YEARS);
    for (uint32_t t = time->first_token; years && t > 1 && t + WORDS > time->first_token; t--)
        if (dl_lemma_among(r, t - 1, "in over during within for throughout")) return true;
    return false;
}

static bool begins_years_ago(const dl_reading *r, const dl_time *time) {
    const dl_doc *doc = r->doc;
    if (time->type != DL_TIMEX_DATE || time->begin == DL_NO_TIME || time->grain > DL_GRAIN_YEAR) return false;
    bool past = doc->published == DL_NO_TIME || doc->published - time->begin > (dl_instant)YEARS * 365 * DL_DAY;
    return past && time->first_token > 1 && dl_lemma_is(r, time->first_token - 1, "since");
}

/* The time is a phrase of the event, or of the verb whose object it is, with no clause in between. */
static bool belongs(const dl_reading *r, uint32_t time, uint32_t trigger) {
    uint32_t verb = dl_base_of(r, trigger) == DL_DEP_OBJ ? dl_at(r, trigger)->head : trigger;
    for (uint32_t t = time, steps = 0; t && steps < STEPS; t = dl_at(r, t)->head, steps++) {
        if (t == trigger || t == verb) return true;
        dl_deprel base = dl_base_of(r, t);
        if (base == DL_DEP_ACL || base == DL_DEP_ADVCL || base == DL_DEP_CCOMP || base == DL_DEP_PARATAXIS) return false;
    }
    return false;
}

bool dl_claim_is_toll_of_years(const dl_build *b, uint32_t claim, const dl_trigger *trigger) {
    const dl_reading *r = &b->r;
    const dl_claim *c = &r->doc->claims.rows[claim];
    const dl_sentence *s = &r->doc->sentences.rows[c->sentence];
    if (!of_harm(b, c, trigger) || !dl_sentence_has_count(r->doc, c->sentence) || dl_claim_has(r->doc, c, DL_ROLE_WHO)) return false;
    for (uint32_t t = s->first_token; t < dl_sentence_end(s); t++) {
        const dl_time *time = &r->doc->times.rows[r->time_at[t]];
        if (!r->time_at[t] || time->first_token != t) continue;
        if ((lasts_years(r, time) || begins_years_ago(r, time)) && belongs(r, time->last_token, trigger->token)) return true;
    }
    return false;
}
