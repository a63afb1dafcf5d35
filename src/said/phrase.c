#include "said/phrase.h"

enum { CITED_REACH = 12, SOURCE_TOKENS = 24, WRAPPED = 16 };

static bool kind_is(const dl_said_reader *r, uint32_t token, const char *kind) {
    uint32_t row = r->words[token].phrase;
    return row && dl_bytes_is(dl_know_get(r->know, r->phrases, row - 1, "kind"), kind);
}

void dl_sources_cited(dl_said_reader *r, uint32_t verb, dl_draft *draft) {
    for (uint32_t t = verb + 1; t < r->end && t <= verb + CITED_REACH; t++) {
        if (!kind_is(r, t, "citing") || r->words[t].segment != r->words[verb].segment) continue;
        dl_draft both = *draft;
        both.speaker_count = 0;
        dl_speakers_add(r, dl_source_head(r, t + r->words[t].phrase_length), &both);
        for (uint32_t i = 0; i < draft->speaker_count; i++) dl_draft_speaker(&both, draft->speakers[i]);
        *draft = both;
        return;
    }
}

/* One past the source's noun phrase as the tree or the mention has it. */
static uint32_t phrase_end(const dl_said_reader *r, uint32_t begin, uint32_t head) {
    uint32_t t = begin, m = head ? r->words[head].cover : 0;
    if (head && r->parsed) t = (r->right[head] > head ? r->right[head] : head) + 1;
    while (!(head && r->parsed) && t < r->end && !dl_said_is_mark(r, t)) t++;
    while (m && t < r->end && dl_said_token(r, t)->span.begin < r->doc->mentions.rows[m].span.end) t++;
    while (t > begin && t < r->end && (dl_said_token(r, t)->upos == DL_UPOS_NOUN || dl_said_token(r, t)->upos == DL_UPOS_PROPN) && !r->time[t]) t++;
    if (t > begin + SOURCE_TOKENS * 2) t = begin + SOURCE_TOKENS * 2;
    for (uint32_t k = begin; k < t && k < r->end; k++)
        if (dl_said_is(r, k, ",") && !r->words[k].cover) return k;
    return t;
}

/* "according to Ana Pop, head of the clinic, the ...": what stands between two commas and bears no verb describes the source. */
static uint32_t source_end(const dl_said_reader *r, uint32_t begin, uint32_t head) {
    uint32_t end = phrase_end(r, begin, head);
    if (end >= r->end || !dl_said_is(r, end, ",")) return end;
    for (uint32_t t = end + 1; t < r->end && t < end + SOURCE_TOKENS; t++) {
        if (dl_said_is_finite(r, t) || r->words[t].segment) return end;
        if (dl_said_is(r, t, ",")) return t + 1 < r->end ? t : end;
    }
    return end;
}

/* The next such phrase behind `token`, with its "but" or "and" and comma before it left out; the sentence's end where there is none. */
static uint32_t until_next(const dl_said_reader *r, uint32_t token) {
    for (uint32_t t = r->next_phrase[token]; t < r->end; t = r->next_phrase[t + 1]) {
        if (!kind_is(r, t, "according")) continue;
        while (t > token &&
               (dl_said_is_mark(r, t - 1) || dl_said_is(r, t - 1, "but") || dl_said_is(r, t - 1, "and") || dl_said_is(r, t - 1, "while")))
            t--;
        return t;
    }
    return r->end;
}

/* Quotations of this sentence that stand in front of the phrase get one more source around them. */
static bool wrap(dl_said_reader *r, dl_drafts *drafts, uint32_t token, const dl_draft *like) {
    bool any = false;
    uint32_t first = r->first; /* a semicolon ends what is wrapped */
    for (uint32_t t = r->first; t < token; t++)
        if (dl_said_is(r, t, ";")) first = t + 1;
    for (uint32_t i = drafts->list.count, steps = 0; i-- > 1 && steps < WRAPPED; steps++) {
        dl_draft *d = &drafts->list.rows[i];
        if (d->last < r->first) break;
        if (d->first >= first && d->last < token && d->cue.end <= dl_said_token(r, token)->span.begin &&
            d->cue.begin >= dl_said_token(r, r->first)->span.begin) {
            for (uint32_t k = 0; k < like->speaker_count; k++) dl_draft_speaker(d, like->speakers[k]);
            any = true;
        }
    }
    return any;
}

static void read_phrase(dl_said_reader *r, dl_drafts *drafts, uint32_t token, uint32_t *from) {
    uint32_t begin = token + r->words[token].phrase_length, head = dl_source_head(r, begin);
    dl_draft like = {.source = DL_SOURCE_ACCORDING_TO, .stance = DL_STANCE_SAY};
    like.cue = (dl_span){dl_said_token(r, token)->span.begin, dl_said_token(r, begin - 1)->span.end};
    dl_speakers_add(r, head, &like);
    dl_sources_cited(r, token, &like);
    uint32_t end = source_end(r, begin, head);
    if (end + 1 < r->end && dl_said_is(r, end, ",") && kind_is(r, end + 1, "citing")) { /* "according to Reuters, citing officials, ..." */
        uint32_t cited = end + 1 + r->words[end + 1].phrase_length;
        end = source_end(r, cited, dl_source_head(r, cited));
    }
    for (uint32_t t = *from; t < token; t++)
        if (dl_said_is(r, t, ";")) *from = t + 1;
    bool opens = token <= *from + 2;
    if (!opens && wrap(r, drafts, token, &like)) {
        *from = end;
        return;
    }
    uint32_t one = 0, two = 0, stop = until_next(r, end);
    if (!opens && token > *from) one = dl_draft_add(r, drafts, *from, token - 1, &like);
    if (opens || (end + 2 < stop && dl_said_is(r, end, ",") && !r->words[end + 1].phrase && dl_said_is_finite(r, end + 1)))
        if (end < stop) two = dl_draft_add(r, drafts, end, stop - 1, &like);
    dl_draft_join(r, drafts, one, two);
    *from = stop;
}

void dl_phrases_read(dl_said_reader *r, dl_drafts *drafts) {
    uint32_t from = r->first;
    for (uint32_t t = r->first; t < r->end; t++)
        if (kind_is(r, t, "according") && !r->words[t].segment) read_phrase(r, drafts, t, &from);
}
