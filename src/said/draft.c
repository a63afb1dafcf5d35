#include "said/draft.h"

enum { OUTER_DEPTH = 16, SEGMENTS = 512 }; /* segments looked at inside one content; more stand in no honest sentence */

void dl_draft_speaker(dl_draft *draft, uint32_t mention) {
    for (uint32_t i = 0; i < draft->speaker_count; i++)
        if (draft->speakers[i] == mention) return;
    if (mention && draft->speaker_count < DL_SPEAKERS) draft->speakers[draft->speaker_count++] = mention;
}

void dl_draft_join(dl_said_reader *r, dl_drafts *drafts, uint32_t a, uint32_t b) {
    if (!a || !b || a == b) return;
    dl_draft *one = &drafts->list.rows[a], *two = &drafts->list.rows[b];
    if (!one->speech) one->speech = ++r->speeches;
    two->speech = one->speech;
}

/* Marks, commas and a subordinating "that" around the content are none of it; its own stop stays only inside a quotation. */
static void trim(const dl_said_reader *r, uint32_t *first, uint32_t *last) {
    while (*first <= *last && dl_said_is_mark(r, *first) && (dl_said_is_quote_mark(r, *first) || strchr(",:;-.", dl_said_char(r, *first)))) ++*first;
    bool that = *first < *last && dl_bytes_like(dl_token_text(r->doc, *first), "that") && !dl_said_is_finite(r, *first + 1);
    uint32_t segment = r->words[*first].segment;
    if (that && !(segment && r->segments.rows[segment].first == *first)) ++*first;
    while (*last >= *first && dl_said_is_mark(r, *last)) {
        bool inside = r->words[*last].segment && r->words[*first].segment == r->words[*last].segment;
        if (inside || strchr(")]%$", dl_said_char(r, *last))) break;
        --*last;
    }
}

static bool is_segment(const dl_said_reader *r, uint32_t first, uint32_t last, uint32_t *segment) {
    uint32_t s = r->words[first].segment;
    while (s && r->segments.rows[s].last < last) s = r->segments.rows[s].outer;
    *segment = s;
    return s && r->segments.rows[s].first == first && r->segments.rows[s].last == last;
}

/* Segments inside the content are accounted for; whether there were any. */
static bool cover_segments(dl_said_reader *r, uint32_t first, uint32_t last, uint32_t number, uint32_t around) {
    bool any = false;
    uint32_t steps = 0;
    for (uint32_t t = r->next_quoted[first]; t <= last && steps < SEGMENTS; t = r->next_quoted[t + 1], steps++) {
        uint32_t s = r->words[t].segment;
        if (s == around) continue;
        dl_segment *seg = &r->segments.rows[s];
        any = true;
        if (!seg->quote) seg->quote = number;
        if (seg->last > t && seg->last <= last && r->words[seg->last].segment == s) t = seg->last;
    }
    return any;
}

uint32_t dl_draft_add(dl_said_reader *r, dl_drafts *drafts, uint32_t first, uint32_t last, const dl_draft *like) {
    trim(r, &first, &last);
    if (first > last || last >= r->doc->tokens.count) return 0;
    dl_draft *d = DL_PUSH(&r->doc->arena, &drafts->list);
    uint32_t number = drafts->list.count - 1, around;
    *d = *like;
    d->first = first;
    d->last = last;
    d->next = d->speech = d->segment = 0;
    if (is_segment(r, first, last, &around)) {
        d->kind = DL_QUOTE_DIRECT;
        d->segment = around;
        cover_segments(r, first, last, number, r->segments.rows[around].outer);
    } else {
        d->kind = cover_segments(r, first, last, number, around) ? DL_QUOTE_MIXED : DL_QUOTE_INDIRECT;
    }
    if (d->kind != DL_QUOTE_INDIRECT && d->source == DL_SOURCE_SAID) d->source = DL_SOURCE_QUOTE;
    return number;
}

/* A direct quotation is all that stands between the marks, stops included. */
static dl_span span_of(const dl_said_reader *r, const dl_draft *d) {
    if (d->segment) return r->segments.rows[d->segment].span;
    return (dl_span){dl_said_token(r, d->first)->span.begin, dl_said_token(r, d->last)->span.end};
}

static uint32_t push_party(dl_said_reader *r, uint32_t mention, uint32_t quote, dl_role role, const dl_draft *d) {
    dl_party *p = DL_DOC_PUSH(r->doc, parties);
    p->mention = mention;
    p->owner = quote;
    p->cue = d->cue;
    p->actor = r->doc->mentions.rows[mention].actor;
    p->role = (uint8_t)role;
    p->source = d->source;
    return r->doc->parties.count - 1;
}

static uint32_t write_row(dl_said_reader *r, const dl_draft *d, uint32_t outer) {
    dl_quote *q = DL_DOC_PUSH(r->doc, quotes);
    uint32_t number = r->doc->quotes.count - 1;
    q->span = span_of(r, d);
    q->cue = d->cue;
    q->when = d->when;
    q->outer = outer;
    q->speech = d->speech;
    q->kind = d->kind;
    q->source = d->source;
    q->stance = d->stance;
    q->speaker_count = d->speaker_count;
    for (uint32_t i = 0; i < d->speaker_count; i++) {
        uint32_t party = push_party(r, d->speakers[i], number, DL_ROLE_SPEAKER, d);
        if (!i) q->first_speaker = party;
    }
    if (d->addressee) q->addressee = push_party(r, d->addressee, number, DL_ROLE_ADDRESSEE, d);
    return number;
}

/* The stretch of a quotation that still may enclose later ones. */
typedef struct open_quote {
    uint32_t row, end;
} open_quote;

static uint32_t enclosing(open_quote *stack, uint32_t *depth, dl_span span) {
    while (*depth && stack[*depth - 1].end < span.end) --*depth;
    return *depth ? stack[*depth - 1].row : 0;
}

void dl_drafts_write(dl_said_reader *r, const dl_drafts *drafts) {
    uint32_t *at = DL_NEW_ARRAY(&r->doc->arena, uint32_t, r->doc->tokens.count + 1), depth = 0;
    open_quote stack[OUTER_DEPTH];
    for (uint32_t i = drafts->list.count; i-- > 1;) { /* of those that begin together the longest first */
        dl_draft *d = &drafts->list.rows[i];
        uint32_t *link = &at[d->first];
        for (uint32_t steps = 0; *link && steps < OUTER_DEPTH && drafts->list.rows[*link].last > d->last; steps++)
            link = &drafts->list.rows[*link].next;
        d->next = *link;
        *link = i;
    }
    for (uint32_t t = 1; t < r->doc->tokens.count; t++) {
        for (uint32_t i = at[t]; i; i = drafts->list.rows[i].next) {
            const dl_draft *d = &drafts->list.rows[i];
            dl_span span = span_of(r, d);
            uint32_t row = write_row(r, d, enclosing(stack, &depth, span));
            if (depth < OUTER_DEPTH) stack[depth++] = (open_quote){row, span.end};
        }
    }
}
