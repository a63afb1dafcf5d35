/* DL_FORMAT_EXPLAIN: every sentence, the words in it that name events marked, and under it its claims with the reason for each decision. */
#include "base/calendar.h"
#include "out/links.h"
#include "out/out.h"
#include "out/screen.h"

enum { INDENT = 4, LABEL = 14 };

typedef struct page {
    dl_pen pen;
    const dl_doc *doc;
    dl_links links;
    size_t columns;
} page;

/* ---------------------------------------------------------------- sentences */

/* Whether byte `at` stands in the trigger of a claim from *claim on; passes over those that end before it. */
static bool marked(const page *p, uint32_t *claim, uint32_t end, size_t at) {
    const dl_claim *claims = p->doc->claims.rows;
    while (*claim < end && claims[*claim].trigger.end <= at) (*claim)++;
    return *claim < end && claims[*claim].trigger.begin <= at;
}

/* Where the line that begins at `from` ends: behind the last blank that fits, or mid-word where no blank does. */
static size_t line_end(dl_bytes text, size_t from, size_t width) {
    size_t used = 0, blank = 0, size;
    for (size_t at = from; at < text.size; at += size) {
        used += dl_screen_width(text, at, &size);
        if (used > width && at > from) return blank ? blank : at;
        if (dl_is_space(text.data[at])) blank = at + 1;
    }
    return text.size;
}

static void put_line(page *p, dl_bytes text, size_t from, size_t end, uint32_t claim, uint32_t last) {
    size_t size, base = (size_t)(text.data - p->doc->text.data);
    bool on = false;
    dl_pen_repeat(&p->pen, ' ', INDENT);
    for (size_t at = from; at < end; at += size) {
        bool mark = marked(p, &claim, last, base + at);
        if (mark != on) dl_screen_style(&p->pen, mark ? "1;4" : "");
        on = mark;
        dl_screen_width(text, at, &size);
        dl_screen_put(&p->pen, text, at, size);
    }
    if (on) dl_screen_style(&p->pen, "");
    dl_pen_char(&p->pen, '\n');
}

/* Without colours the marks stand on a line of their own. */
static void put_marks(page *p, dl_bytes text, size_t from, size_t end, uint32_t claim, uint32_t last) {
    size_t size, base = (size_t)(text.data - p->doc->text.data), blanks = INDENT;
    bool any = false;
    for (size_t at = from; at < end; at += size) {
        size_t width = dl_screen_width(text, at, &size);
        bool mark = marked(p, &claim, last, base + at);
        if (!mark) {
            blanks += width;
            continue;
        }
        dl_pen_repeat(&p->pen, ' ', blanks);
        dl_pen_repeat(&p->pen, '^', width);
        blanks = 0;
        any = true;
    }
    if (any) dl_pen_char(&p->pen, '\n');
}

static void sentence(page *p, dl_span span, uint32_t claim, uint32_t last) {
    dl_bytes text = dl_doc_words(p->doc, span);
    for (size_t from = 0, end; from < text.size; from = end) {
        end = line_end(text, from, p->columns - INDENT);
        uint32_t first = claim;
        marked(p, &first, last, span.begin + from); /* those that ended on earlier lines are done with */
        claim = first;
        put_line(p, text, from, end, claim, last);
        if (!p->pen.sink->colour) put_marks(p, text, from, end, claim, last);
    }
}

/* ---------------------------------------------------------------- claims */

static void label(page *p, const char *name) {
    dl_pen_repeat(&p->pen, ' ', 2 * INDENT);
    dl_screen_style(&p->pen, "2");
    dl_screen_cell(&p->pen, dl_bytes_of(name), LABEL, true);
    dl_screen_style(&p->pen, "");
}

static void words(page *p, dl_bytes text) {
    dl_screen_cell(&p->pen, text, 60, false);
}

static void quoted(page *p, dl_span span) {
    dl_pen_text(&p->pen, "\xe2\x80\x9c");
    words(p, dl_doc_words(p->doc, span));
    dl_pen_text(&p->pen, "\xe2\x80\x9d");
}

static void parties(page *p, const dl_claim *claim, dl_role role, const char *name) {
    bool first = true;
    for (uint32_t i = claim->first_party; i < claim->first_party + claim->party_count; i++) {
        const dl_party *party = &p->doc->parties.rows[i];
        const dl_mention *mention = &p->doc->mentions.rows[party->mention];
        dl_bytes actor = party->actor.size ? party->actor : mention->actor;
        if (party->role != role) continue;
        if (first)
            label(p, name);
        else
            dl_pen_text(&p->pen, ", ");
        first = false;
        words(p, dl_mention_name(p->doc, mention));
        if (!actor.size) continue;
        dl_pen_text(&p->pen, " (");
        words(p, actor);
        dl_pen_char(&p->pen, ')');
    }
    if (!first) dl_pen_char(&p->pen, '\n');
}

static void when(page *p, const dl_claim *claim) {
    char begin[32], end[32];
    if (claim->begin == DL_NO_TIME) return;
    dl_bytes from = {begin, dl_iso_write(begin, claim->begin, (dl_grain)claim->when_grain, claim->when_zoned)}, to = from;
    if (claim->end != DL_NO_TIME) to = (dl_bytes){end, dl_iso_write(end, claim->end, (dl_grain)claim->when_grain, claim->when_zoned)};
    label(p, "when");
    dl_pen_bytes(&p->pen, from);
    if (!dl_bytes_equal(from, to)) {
        dl_pen_text(&p->pen, " to ");
        dl_pen_bytes(&p->pen, to);
    }
    if (claim->time) {
        dl_pen_text(&p->pen, claim->when_basis == DL_BASIS_SCENE ? ", of the scene: " : ", said: ");
        quoted(p, p->doc->times.rows[claim->time].span);
    } else if (claim->when_basis == DL_BASIS_REPORTED) {
        dl_pen_text(&p->pen, ", the report's date");
    }
    dl_pen_char(&p->pen, '\n');
}

static void where(page *p, const dl_claim *claim) {
    if (!claim->place) return;
    const dl_place *place = &p->doc->places.rows[claim->place];
    label(p, "where");
    dl_pen_text(&p->pen, dl_relation_name(claim->where_relation));
    dl_pen_char(&p->pen, ' ');
    words(p, place->name);
    if (place->country.size) {
        dl_pen_text(&p->pen, ", ");
        words(p, place->country);
    }
    if (claim->where_basis) {
        dl_pen_text(&p->pen, ", by the ");
        dl_pen_text(&p->pen, dl_basis_name(claim->where_basis));
    }
    dl_pen_char(&p->pen, '\n');
}

static void counts(page *p, uint32_t claim) {
    for (uint32_t i = p->links.first[claim]; i; i = p->links.next[i]) {
        const dl_count *count = &p->doc->counts.rows[i];
        const int64_t values[] = {count->low, count->best, count->high};
        static const char *const names[] = {", low ", ", best ", ", high "};
        label(p, dl_what_name(count->what));
        quoted(p, count->span);
        for (int v = 0; v < 3; v++) {
            if (values[v] == DL_NO_COUNT) continue;
            dl_pen_text(&p->pen, names[v]);
            dl_pen_number(&p->pen, values[v]);
        }
        dl_pen_char(&p->pen, '\n');
    }
}

/* "status by the rule modal from “may” (events/verbs.tsv:12)" */
static void why(page *p, const dl_claim *claim) {
    for (uint32_t i = claim->first_trace; i < claim->first_trace + claim->trace_count; i++) {
        const dl_trace *trace = &p->doc->traces.rows[i];
        label(p, i == claim->first_trace ? "why" : "");
        dl_pen_text(&p->pen, trace->field ? trace->field : "");
        dl_pen_text(&p->pen, " by the rule ");
        dl_pen_text(&p->pen, trace->rule ? trace->rule : "");
        if (trace->span.begin < trace->span.end) {
            dl_pen_text(&p->pen, " from ");
            quoted(p, trace->span);
        }
        if (trace->entry.size) {
            dl_pen_text(&p->pen, " (");
            dl_screen_cell(&p->pen, trace->entry, 200, false);
            dl_pen_char(&p->pen, ')');
        }
        dl_pen_char(&p->pen, '\n');
    }
}

static void title(page *p, uint32_t row, const dl_claim *claim) {
    dl_pen_repeat(&p->pen, ' ', INDENT);
    dl_pen_char(&p->pen, '#');
    dl_pen_number(&p->pen, row);
    dl_pen_char(&p->pen, ' ');
    dl_screen_style(&p->pen, "1");
    dl_pen_text(&p->pen, dl_event_name(claim->event));
    dl_screen_style(&p->pen, "");
    const dl_bytes more[] = {claim->mode, dl_bytes_of(dl_claim_status_name(claim->status)), claim->cameo, claim->context};
    static const char *const before[] = {" ", ", ", ", CAMEO ", ", "};
    for (int i = 0; i < 4; i++) {
        if (!more[i].size) continue;
        dl_pen_text(&p->pen, before[i]);
        words(p, more[i]);
    }
    dl_pen_char(&p->pen, '\n');
}

static void explain_claim(page *p, uint32_t row) {
    const dl_claim *claim = &p->doc->claims.rows[row];
    title(p, row, claim);
    parties(p, claim, DL_ROLE_WHO, "who");
    parties(p, claim, DL_ROLE_WHOM, "whom");
    when(p, claim);
    where(p, claim);
    counts(p, row);
    parties(p, claim, DL_ROLE_SOURCE, "according to");
    parties(p, claim, DL_ROLE_DISPUTED_BY, "disputed by");
    why(p, claim);
}

/* ---------------------------------------------------------------- the document */

static void heading(page *p) {
    char iso[32];
    const dl_doc *doc = p->doc;
    dl_screen_style(&p->pen, "1");
    words(p, doc->ref.size ? doc->ref : doc->uri.size ? doc->uri : dl_bytes_of(doc->id));
    dl_screen_style(&p->pen, "");
    if (doc->published != DL_NO_TIME) {
        dl_pen_text(&p->pen, ", published ");
        dl_pen_bytes(&p->pen, (dl_bytes){iso, dl_iso_write(iso, doc->published, (dl_grain)doc->published_grain, doc->published_zoned)});
        dl_pen_text(&p->pen, " (");
        dl_pen_text(&p->pen, dl_published_basis_name(doc->published_basis));
        dl_pen_char(&p->pen, ')');
    }
    dl_pen_text(&p->pen, "\n\n");
}

dl_status dl_out_explain(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    (void)made;
    page p = {.doc = doc, .columns = sink->columns > 3 * INDENT ? sink->columns : 100};
    dl_status status = dl_links_open(&p.links, doc, error);
    if (status != DL_OK) return status;
    dl_pen_start(&p.pen, sink);
    heading(&p);
    uint32_t claim = 1;
    for (DL_EACH(i, &doc->sentences)) {
        uint32_t last = claim; /* claims stand in text order */
        while (last < doc->claims.count && doc->claims.rows[last].sentence <= i) last++;
        sentence(&p, doc->sentences.rows[i].span, claim, last);
        for (; claim < last; claim++) explain_claim(&p, claim);
        dl_pen_char(&p.pen, '\n');
    }
    dl_links_close(&p.links);
    return dl_pen_finish(&p.pen, error);
}
