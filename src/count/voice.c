#include "count/voice.h"

#include "doc/ud.h"

enum { AUXILIARY_REACH = 5 };

static bool adverb(const dl_count_reader *r, uint32_t token) {
    return dl_count_function(r, token) == DL_FUNCTION_SKIP || dl_count_token(r, token)->upos == DL_UPOS_ADV ||
           dl_bytes_finish(dl_token_text(r->doc, token), "ly");
}

/* The auxiliary in front, adverbs and a coordinated participle ("were killed or wounded") passed over. */
static dl_function auxiliary(const dl_count_reader *r, uint32_t token) {
    for (uint32_t back = 1; back <= AUXILIARY_REACH && token >= r->first + back; back++) {
        uint32_t t = token - back;
        dl_function f = dl_count_function(r, t);
        if (f == DL_FUNCTION_BE || f == DL_FUNCTION_HAVE) return f;
        if (f == DL_FUNCTION_AND && t > r->first && dl_count_word_at(r, t - 1)->harm && dl_count_word_at(r, t - 1)->past) {
            back++;
            continue;
        }
        if (!adverb(r, t) && f != DL_FUNCTION_MODAL) break;
    }
    return DL_FUNCTION_NONE;
}

/* Behind an active verb stands a noun phrase, behind a participle a preposition, an adverb, a stop or nothing. */
static bool object_follows(const dl_count_reader *r, uint32_t token) {
    uint32_t next = token + dl_count_word_at(r, token)->harm_length;
    if (next >= r->end) return false;
    const dl_count_word *w = dl_count_word_at(r, next);
    dl_know_hit hit;
    if (w->time) return false;
    bool range = dl_count_is(r, next, "between") && next + 1 < r->end && !dl_count_word_at(r, next + 1)->time; /* "killed between 15 and 20" */
    if (range && dl_count_token(r, next + 1)->upos == DL_UPOS_NUM) return true;
    if (dl_is_digit(dl_count_char(r, next)) || w->people || dl_count_function(r, next) == DL_FUNCTION_THE) return true;
    if (dl_count_phrase(r, next, r->numbers, &hit) || dl_count_phrase(r, next, r->vague, &hit)) return true;
    if (dl_count_phrase(r, next, r->hedges, &hit) && dl_bytes_is(dl_know_get(r->know, r->hedges, hit.row, "place"), "before")) {
        uint32_t behind = hit.last + 1; /* "killed around 20", but not "killed around noon" */
        return behind < r->end &&
               (dl_is_digit(dl_count_char(r, behind)) || dl_count_phrase(r, behind, r->numbers, &hit) || dl_count_phrase(r, behind, r->vague, &hit));
    }
    unsigned upos = dl_count_token(r, next)->upos;
    return upos == DL_UPOS_NUM || upos == DL_UPOS_DET || upos == DL_UPOS_PROPN || upos == DL_UPOS_NOUN || upos == DL_UPOS_ADJ || upos == DL_UPOS_PRON;
}

dl_voice dl_harm_voice(const dl_count_reader *r, uint32_t token) {
    const dl_count_word *w = dl_count_word_at(r, token);
    switch (r->rows[w->harm - 1].takes) {
    case DL_TAKES_SUBJECT:
    case DL_TAKES_STATE:
        return DL_VOICE_PASSIVE;
    case DL_TAKES_OBJECT:
        break;
    default:
        return DL_VOICE_NOUN;
    }
    if (!w->past) return DL_VOICE_ACTIVE;
    dl_function f = auxiliary(r, token);
    if (f == DL_FUNCTION_BE) return DL_VOICE_PASSIVE;
    if (f == DL_FUNCTION_HAVE) return DL_VOICE_ACTIVE;
    return object_follows(r, token) ? DL_VOICE_ACTIVE : DL_VOICE_PASSIVE;
}
