#include "said/loose.h"

enum { CLIMB = 12, SHORT = 2 };

/* The token under which all of the segment's words of one sentence hang. */
static uint32_t segment_head(const dl_said_reader *r, const dl_segment *s) {
    for (uint32_t t = s->first; t <= s->last && t < r->end; t++) {
        uint32_t h = dl_said_token(r, t)->head;
        if ((h < s->first || h > s->last) && !dl_said_is_mark(r, t)) return t;
    }
    return s->first;
}

/* The verb of saying or judging that governs the words, by the tree. */
static uint32_t governing_verb(const dl_said_reader *r, const dl_segment *s) {
    uint32_t t = segment_head(r, s);
    for (uint32_t step = 0; step < CLIMB; step++) {
        uint32_t h = dl_said_token(r, t)->head;
        if (h < r->first || h >= r->end) return 0;
        unsigned upos = dl_said_token(r, h)->upos;
        if (r->words[h].verb && (upos == DL_UPOS_VERB || !upos) && h < s->first && r->words[h].segment == s->outer) return h;
        t = h;
    }
    return 0;
}

/* Without a tree: a verb of saying just in front. */
static uint32_t verb_in_front(const dl_said_reader *r, const dl_segment *s) {
    for (uint32_t t = s->first; t-- > r->first && t + CLIMB > s->first;)
        if (r->words[t].verb && r->words[t].segment == s->outer && (dl_said_token(r, t)->upos == DL_UPOS_VERB || !dl_said_token(r, t)->upos))
            return t;
    return 0;
}

/* A fragment under a verb: condemned the "cowardly attack". */
static bool read_fragment(dl_said_reader *r, dl_drafts *drafts, uint32_t number) {
    dl_segment s = r->segments.rows[number];
    uint32_t verb = r->parsed ? governing_verb(r, &s) : 0;
    if (!verb) verb = verb_in_front(r, &s);
    if (!verb || s.title || s.last - s.first + 1 < SHORT) return false;
    dl_subject subject;
    dl_draft like;
    dl_subject_find(r, verb, &subject);
    if (dl_said_is_passive(r, verb)) subject.head = dl_said_agent(r, verb); /* "was described by the paper as a ..." */
    if (!dl_cue_describe(r, verb, &subject, &like)) return false;
    uint32_t made = dl_draft_add(r, drafts, s.first, s.last, &like);
    if (made) drafts->list.rows[made].kind = DL_QUOTE_MIXED;
    return made > 0;
}

/* Whether the segment begins its sentence: nothing but marks in front of it. */
static bool begins_sentence(const dl_said_reader *r, const dl_segment *s) {
    for (uint32_t t = s->first; t-- > r->first && t + CLIMB > s->first;)
        if (!dl_said_is_mark(r, t)) return false;
    return s->first < r->first + CLIMB;
}

/* "...," she said with a sigh, "...": the second half of a sentence whose first half is a quotation with this cue. */
static bool second_half(const dl_said_reader *r, const dl_drafts *drafts, const dl_segment *s, uint32_t last_draft) {
    if (!last_draft || s->first < r->first + 2 || !dl_said_is_mark(r, s->first - 2)) return false;
    const dl_draft *d = &drafts->list.rows[last_draft];
    return d->kind == DL_QUOTE_DIRECT && d->cue.begin >= dl_said_token(r, r->first)->span.begin && d->cue.end <= s->open && d->last < s->first;
}

/* A speech that goes on: the draft in front of it, in the same paragraph or, where marks or layout say so, in the one before. */
static uint32_t goes_on_from(const dl_said_reader *r, const dl_drafts *drafts, const dl_segment *s, uint32_t last_draft, uint32_t last_segment) {
    if (!last_draft) return 0;
    const dl_draft *d = &drafts->list.rows[last_draft];
    const dl_sentence *was = &r->doc->sentences.rows[dl_said_token(r, d->last)->sentence];
    if (was->paragraph == s->paragraph) return last_draft;
    const dl_segment *before = &r->segments.rows[last_segment];
    if (last_segment && before->quote && before->paragraph + 1 == s->paragraph && (before->runs_on || s->runs_on || d->kind == DL_QUOTE_DIRECT))
        return last_draft;
    return 0;
}

static void continue_speech(dl_said_reader *r, dl_drafts *drafts, uint32_t number, uint32_t from) {
    dl_draft like = drafts->list.rows[from];
    like.source = DL_SOURCE_QUOTE;
    uint32_t made = dl_draft_add(r, drafts, r->segments.rows[number].first, r->segments.rows[number].last, &like);
    if (made && drafts->list.rows[from].kind == DL_QUOTE_DIRECT) dl_draft_join(r, drafts, from, made);
}

/* The last draft whose cue stands in text order before `offset`; drafts are found in that order, but for nested ones. */
typedef struct cursor {
    uint32_t *by_token; /* draft that ends at the token */
    uint32_t filled;    /* drafts entered */
} cursor;

static void enter(const dl_drafts *drafts, cursor *c) {
    for (; c->filled < drafts->list.count; c->filled++) {
        const dl_draft *d = &drafts->list.rows[c->filled];
        if (c->filled) c->by_token[d->last] = c->filled;
    }
}

void dl_loose_segments_read(dl_said_reader *r, dl_drafts *drafts) {
    cursor c = {DL_NEW_ARRAY(&r->doc->arena, uint32_t, r->doc->tokens.count + 1), 0};
    uint32_t token = 1, last_draft = 0;
    for (DL_EACH(i, &r->segments)) {
        dl_segment s = r->segments.rows[i];
        if (s.first > s.last || s.outer) continue;
        enter(drafts, &c);
        for (; token < s.first; token++)
            if (c.by_token[token]) last_draft = c.by_token[token];
        if (s.quote) continue;
        dl_said_reader_sentence(r, dl_said_token(r, s.first)->sentence);
        if (begins_sentence(r, &s) || second_half(r, drafts, &s, last_draft)) {
            uint32_t from = goes_on_from(r, drafts, &s, last_draft, i - 1);
            if (from) {
                continue_speech(r, drafts, i, from);
                continue;
            }
        }
        read_fragment(r, drafts, i);
    }
}
