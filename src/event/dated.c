/* The word that a time expression tells the day of, and the time that a word has. */
#include "event/dated.h"

#include "event/about.h"
#include "event/edges.h"

/* "In last week's | ruling, a judge jailed", "at the 2015 | election, he vowed". */
static bool in_circumstance(const dl_reading *r, uint32_t noun) {
    return dl_base_of(r, noun) == DL_DEP_OBL && dl_child_lemma(r, noun, DL_DEP_CASE, "in at during");
}

/* "The 2015 | deal", "a Christmas | market", "last year's | budget": what a thing is called after; a weekday or "today" in front is that of the news.
 */
static bool names_thing(const dl_reading *r, const dl_time *time, uint32_t noun) {
    bool weekday = false;
    for (uint32_t t = time->first_token; t <= time->last_token; t++) weekday |= dl_bytes_finish(dl_at(r, t)->lemma, "day");
    bool inner = dl_base_of(r, noun) == DL_DEP_COMPOUND; /* "an Oct. 23 sniper | shooting" */
    return noun > time->last_token && !weekday && !inner && !in_circumstance(r, noun);
}

/* "Expelled from | talks on Monday": what one leaves then may have been at any time. */
static bool is_left(const dl_build *b, uint32_t noun) {
    const dl_reading *r = &b->r;
    uint32_t verb = dl_base_of(r, noun) == DL_DEP_OBL && dl_has_case(r, noun, DL_LIT("from")) ? dl_at(r, noun)->head : 0;
    return verb && b->sense_at[verb] && dl_sense_at(b, noun)->event == DL_EVENT_CONSULT;
}

/* "Invited them to | return two weeks ago", "to act during Monday's debate": what is wished lies ahead, so the time is that of the wish. */
static bool is_wished(const dl_reading *r, const dl_time *time, uint32_t verb) {
    bool infinitive = dl_at(r, verb)->xpos == DL_XPOS_VB && dl_child_lemma(r, verb, DL_DEP_MARK, "to") && dl_base_of(r, verb) == DL_DEP_XCOMP;
    bool past = dl_lemma_among(r, time->last_token, "ago yesterday") ||
                (time->last_token + 1 < r->doc->tokens.count && dl_at(r, time->last_token + 1)->xpos == DL_XPOS_POS);
    return infinitive && time->first_token > verb && past;
}

/* "On Tuesday, officials | said, a drone struck a depot": what is set between commas says it of a deed of that day. */
static uint32_t told_between(const dl_reading *r, const dl_time *time, uint32_t saying) {
    uint32_t subject = dl_child(r, saying, DL_DEP_NSUBJ), said = dl_child(r, saying, DL_DEP_CCOMP);
    bool between = said > saying + 1 && subject && subject < saying && dl_bytes_is(dl_token_text(r->doc, saying + 1), ",");
    bool front = between && time->last_token < subject && dl_bytes_is(dl_token_text(r->doc, time->last_token + 1), ",");
    return front && !dl_child_lemma(r, said, DL_DEP_MARK, "that") ? said : 0;
}

/* "Signed a | deal in May": what is written or agreed is so when the verb says. */
static bool is_made(const dl_reading *r, uint32_t noun) {
    bool made = dl_base_of(r, noun) == DL_DEP_OBJ && dl_at(r, dl_at(r, noun)->head)->xpos == DL_XPOS_VBD;
    return made && dl_in_sets(r, noun, DL_SET(agreement) | DL_SET(truce)) && !dl_child_lemma(r, noun, DL_DEP_DET, "the this that");
}

uint32_t dl_ahead_of(const dl_reading *r, const dl_time *time) {
    uint32_t noun = time->first_token - 1;
    bool to_come = r->doc->published != DL_NO_TIME && time->begin != DL_NO_TIME && time->begin > r->doc->published;
    return to_come && dl_at(r, noun)->upos == DL_UPOS_NOUN && dl_child_lemma(r, noun, DL_DEP_CASE, "before ahead until till") ? noun : 0;
}

/* "It was the deadliest | attack since 2014", "the first raid since May": how long there was none like it, and not when it was. */
static bool is_ranked(const dl_reading *r, const dl_time *time, uint32_t noun) {
    uint32_t seen = 0;
    if (!noun || dl_at(r, noun)->upos != DL_UPOS_NOUN || !dl_lemma_is(r, time->first_token - 1, "since")) return false;
    for (uint32_t c = r->child[noun]; c && c < noun && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (dl_at(r, c)->xpos == DL_XPOS_JJS || dl_at(r, c)->xpos == DL_XPOS_RBS || dl_lemma_among(r, c, "first only second third")) return true;
    return false;
}

uint32_t dl_time_governor(const dl_build *b, const dl_time *time) {
    const dl_reading *r = &b->r;
    uint32_t before = time->first_token - 1, ahead = dl_ahead_of(r, time);
    if (ahead) return ahead;
    bool day = dl_at(r, before)->upos != DL_UPOS_ADP || dl_lemma_among(r, before, "on over");
    uint32_t head = 0;
    for (uint32_t t = time->first_token; t <= time->last_token && !head; t++) {
        head = dl_at(r, t)->head;
        if (head >= time->first_token && head <= time->last_token) head = 0;
    }
    for (uint32_t steps = 0; head && steps < 4 && dl_at(r, head)->head; steps++) {
        bool name = dl_at(r, head)->upos == DL_UPOS_PROPN, noun = dl_at(r, head)->upos == DL_UPOS_NOUN && !b->sense_at[head];
        bool thing = noun && (day || in_circumstance(r, head) || (is_made(r, head) && dl_lemma_is(r, before, "in")) ||
                              (dl_base_of(r, head) == DL_DEP_NMOD && b->sense_at[dl_at(r, head)->head]));
        if (day && is_left(b, head)) thing = true;
        bool adverb = dl_at(r, head)->upos == DL_UPOS_ADV && dl_base_of(r, head) == DL_DEP_ADVMOD; /* "Earlier on Monday", "Back in 2018" */
        if ((!name && !thing && !adverb && !is_wished(r, time, head)) || (noun && names_thing(r, time, head))) break;
        head = dl_at(r, head)->head;
    }
    if (is_ranked(r, time, head)) return 0;
    uint32_t told = head ? told_between(r, time, head) : 0;
    if (told) return told;
    uint32_t deed = head ? dl_deed_before(b, time, head) : 0;
    return deed ? deed : head;
}

bool dl_time_dates(const dl_reading *r, const dl_time *time) {
    bool ends = time->first_token > 1 && dl_lemma_among(r, time->first_token - 1, "until till"); /* tells only when it was over */
    bool before = time->first_token > 1 && dl_lemma_is(r, time->first_token - 1, "before");      /* "ruled out a vote before 2030" */
    bool limit = before && r->doc->published != DL_NO_TIME && time->begin > r->doc->published;
    return !ends && !limit && (time->type == DL_TIMEX_DATE || time->type == DL_TIMEX_TIME) && time->begin != DL_NO_TIME;
}

/* Finer first; of equally fine ones the earlier in the text. */
static bool finer(const dl_reading *r, uint32_t time, uint32_t than) {
    return !than || r->doc->times.rows[time].grain > r->doc->times.rows[than].grain;
}

uint32_t dl_time_of_word(const dl_build *b, uint32_t word) {
    const dl_reading *r = &b->r;
    const dl_sentence *s = &r->doc->sentences.rows[dl_at(r, word)->sentence];
    uint32_t best = 0, last = 0, end = dl_sentence_end(s), first = word > s->first_token + 60 ? word - 60 : s->first_token;
    for (uint32_t t = first; t < end && t < word + 60; t++) {
        uint32_t time = r->time_at[t];
        if (!time || time == last) continue;
        last = time;
        if (dl_time_dates(r, &r->doc->times.rows[time]) && dl_time_governor(b, &r->doc->times.rows[time]) == word && finer(r, time, best))
            best = time;
    }
    return best;
}

bool dl_time_ends_day(const dl_time *time) {
    return time->value.size >= 6 && memmem(time->value.data, time->value.size, "T24:00", 6);
}
