#include "intake/zones.h"

enum { HEADLINE_TOKENS = 24, BYLINE_TOKENS = 12 };

static dl_bytes token_of(const dl_doc *doc, const dl_sentence *s, uint32_t i) {
    return dl_token_text(doc, s->first_token + i);
}

static bool ends_with_stop(const dl_doc *doc, const dl_sentence *s) {
    dl_bytes last = token_of(doc, s, s->token_count - 1);
    return strchr(".!?:,;", last.data[0]) || dl_bytes_is(last, "\"") || dl_bytes_is(last, "''") || dl_bytes_is(last, "\xe2\x80\x9d");
}

static bool alone_in_paragraph(const dl_doc *doc, uint32_t i) {
    const dl_sentence *s = &doc->sentences.rows[i];
    bool before = i > 1 && s[-1].paragraph == s->paragraph;
    bool after = i + 1 < doc->sentences.count && s[1].paragraph == s->paragraph;
    return !before && !after;
}

/* A boilerplate phrase in the sentence, where its row wants it. */
static bool boilerplate(const dl_know *know, const dl_doc *doc, const dl_sentence *s, uint32_t table, uint32_t column) {
    dl_know_view view = {doc->text, doc->tokens.rows, dl_sentence_end(s), s->capitals};
    for (uint32_t t = s->first_token; t < view.end; t++) {
        dl_know_hit hit;
        if (!(dl_know_begins_at(know, &view, t) & dl_know_bit(table)) || !dl_know_find(know, &view, t, table, &hit, 1)) continue;
        dl_bytes where = dl_know_cell(know, table, hit.row, column);
        bool starts = t == s->first_token, ends = hit.last + 2 >= view.end;
        if (dl_bytes_is(where, "any") || (starts && (dl_bytes_is(where, "start") || ends))) return true;
    }
    return false;
}

/* "By Jane Roe and John Doe" and nothing more. */
static bool byline(const dl_doc *doc, const dl_sentence *s) {
    if (s->token_count < 2 || s->token_count > BYLINE_TOKENS || !dl_bytes_like(token_of(doc, s, 0), "by")) return false;
    for (uint32_t i = 1; i < s->token_count; i++) {
        dl_bytes word = token_of(doc, s, i);
        if (dl_is_lower(word.data[0]) && !dl_bytes_is(word, "and") && !dl_bytes_is(word, "in")) return false;
    }
    return !ends_with_stop(doc, s) || s->token_count < 6;
}

/* A line of body text has a full stop; lines without one before the first such are headlines, as are short ones between paragraphs. */
static bool headline(const dl_doc *doc, uint32_t i, bool body_begun) {
    const dl_sentence *s = &doc->sentences.rows[i];
    if (!alone_in_paragraph(doc, i) || ends_with_stop(doc, s) || s->token_count > HEADLINE_TOKENS || doc->sentences.count <= 2) return false;
    return !body_begun || (s->token_count <= 8 && i + 1 < doc->sentences.count);
}

static bool caption(const dl_doc *doc, const dl_sentence *s) {
    dl_bytes text = dl_doc_words(doc, s->span);
    static const char *const agencies[] = {"/Reuters)", "/AP)", "/AFP)", "/Getty Images)", "/EPA)", "(Reuters)", "(AP)", "(AFP)"};
    for (size_t i = 0; i < sizeof agencies / sizeof *agencies; i++)
        if (dl_bytes_finish(text, agencies[i])) return true;
    return false;
}

/* The sentences of the paragraph in front of a photo credit are the caption too. */
static void spread_caption(dl_doc *doc, uint32_t i) {
    uint32_t paragraph = doc->sentences.rows[i].paragraph;
    for (; i && doc->sentences.rows[i].paragraph == paragraph; i--) doc->sentences.rows[i].zone = DL_ZONE_CAPTION;
}

void dl_zones_read(const dl_know *know, dl_doc *doc) {
    uint32_t table = dl_know_table(know, "text/boilerplate"), column = dl_know_column(know, table, "where");
    bool body = false, lead = false;
    uint32_t entry = 0;
    for (DL_EACH(i, &doc->sentences)) {
        dl_sentence *s = &doc->sentences.rows[i];
        uint32_t here = dl_entry_at(doc, s->span.begin);
        if (here != entry) body = lead = false; /* each entry of a live blog begins like a report */
        entry = here;
        if (s->zone == DL_ZONE_DATELINE) {
            body = true;
            continue;
        }
        if (boilerplate(know, doc, s, table, column) || byline(doc, s))
            s->zone = DL_ZONE_BOILERPLATE;
        else if (caption(doc, s))
            spread_caption(doc, i);
        else if (headline(doc, i, body))
            s->zone = DL_ZONE_HEADLINE;
        else {
            s->zone = lead ? DL_ZONE_BODY : DL_ZONE_LEAD;
            lead = body = true;
        }
        if (s->zone == DL_ZONE_HEADLINE && !body && !doc->title.size) doc->title = dl_doc_words(doc, s->span);
    }
}
