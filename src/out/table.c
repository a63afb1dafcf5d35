/* DL_FORMAT_CLAIMS_TABLE: one line a claim, for reading. The widths follow from the terminal's alone, so that the lines of all documents stand under
 * one header; a cell that is too long is cut.
 */
#include "base/calendar.h"
#include "out/links.h"
#include "out/out.h"
#include "out/screen.h"

enum { WHEN, EVENT, STATUS, WHO, WHOM, WHERE, COUNTS, SOURCE, COLUMNS, GAP = 2, CELL = 256 };

static const struct {
    const char *title;
    uint8_t width, share; /* columns at least; part of what is left over */
} columns[COLUMNS] = {
    [WHEN] = {"WHEN", 10, 0}, [EVENT] = {"EVENT", 9, 0},  [STATUS] = {"STATUS", 10, 0}, [WHO] = {"WHO", 9, 3},
    [WHOM] = {"WHOM", 9, 3},  [WHERE] = {"WHERE", 10, 2}, [COUNTS] = {"COUNTS", 10, 2}, [SOURCE] = {"SOURCE", 8, 3},
};

/* Widths that fill a line of `total` columns; columns that find no room there get none. */
static void lay_out(size_t total, size_t widths[COLUMNS]) {
    size_t used = 0, shares = 0;
    for (int i = 0; i < COLUMNS; i++) {
        size_t need = columns[i].width + (i ? GAP : 0);
        bool fits = used + need <= total;
        widths[i] = fits ? columns[i].width : 0;
        used += fits ? need : 0;
        shares += fits ? columns[i].share : 0;
        if (!fits) total = used; /* no later, narrower one in its place */
    }
    size_t left = total - used;
    for (int i = 0; i < COLUMNS; i++)
        if (widths[i] && shares) widths[i] += left * columns[i].share / shares;
}

typedef struct cell {
    char text[CELL];
    size_t size;
} cell;

/* Adds words to a cell; what does not fit could not be seen anyway. A character is never cut in two. */
static void add(cell *c, dl_bytes words) {
    size_t size = words.size < CELL - c->size ? words.size : CELL - c->size;
    while (size < words.size && size && ((unsigned char)words.data[size] & 0xC0) == 0x80) size--;
    if (size) memcpy(c->text + c->size, words.data, size);
    c->size += size;
}

static void add_number(cell *c, int64_t number) {
    char digits[32];
    add(c, (dl_bytes){digits, dl_spell_number(digits, number)});
}

static void parties(cell *c, const dl_doc *doc, const dl_claim *claim, dl_role role) {
    for (uint32_t i = claim->first_party; i < claim->first_party + claim->party_count; i++) {
        const dl_party *party = &doc->parties.rows[i];
        const dl_mention *mention = &doc->mentions.rows[party->mention];
        if (party->role != role) continue;
        if (c->size) add(c, DL_LIT(", "));
        add(c, dl_mention_name(doc, mention));
    }
}

/* "≥35 killed", "2000-2200 killed": the range as the text gives it. */
static void counts(cell *c, const dl_links *links, uint32_t claim) {
    for (uint32_t i = links->first[claim]; i; i = links->next[i]) {
        const dl_count *count = &links->doc->counts.rows[i];
        bool low = count->low != DL_NO_COUNT, high = count->high != DL_NO_COUNT;
        if (!low && !high && count->best == DL_NO_COUNT) continue;
        if (c->size) add(c, DL_LIT(", "));
        if (low && high && count->low != count->high) {
            add_number(c, count->low);
            add(c, DL_LIT("\xe2\x80\x93"));
            add_number(c, count->high);
        } else {
            if (low && !high) add(c, DL_LIT("\xe2\x89\xa5"));
            if (high && !low) add(c, DL_LIT("\xe2\x89\xa4"));
            add_number(c, low ? count->low : high ? count->high : count->best);
        }
        add(c, DL_LIT(" "));
        add(c, dl_bytes_of(dl_what_name(count->what)));
    }
}

static void fill(cell cells[COLUMNS], const dl_links *links, uint32_t row) {
    const dl_doc *doc = links->doc;
    const dl_claim *claim = &doc->claims.rows[row];
    const dl_place *place = &doc->places.rows[claim->place];
    if (claim->begin != DL_NO_TIME) {
        dl_grain grain = claim->when_grain < DL_GRAIN_DAY ? (dl_grain)claim->when_grain : DL_GRAIN_DAY;
        char iso[32];
        add(&cells[WHEN], (dl_bytes){iso, dl_iso_write(iso, claim->begin, grain, false)});
    }
    add(&cells[EVENT], dl_bytes_of(dl_event_name(claim->event)));
    add(&cells[STATUS], dl_bytes_of(dl_claim_status_name(claim->status)));
    parties(&cells[WHO], doc, claim, DL_ROLE_WHO);
    parties(&cells[WHOM], doc, claim, DL_ROLE_WHOM);
    if (claim->place) {
        add(&cells[WHERE], place->name);
        if (place->country.size && !dl_bytes_equal(place->country, place->name)) add(&cells[WHERE], DL_LIT(" "));
        add(&cells[WHERE], place->country);
    }
    counts(&cells[COUNTS], links, row);
    parties(&cells[SOURCE], doc, claim, DL_ROLE_SOURCE);
}

/* Red for what does harm, yellow for words of conflict, green for cooperation; dim for what is not told as having happened. */
static const char *style(const dl_claim *claim) {
    if (claim->status > DL_CLAIM_ONGOING) return "2";
    if (claim->event >= DL_EVENT_PROTEST) return "31";
    return claim->event >= DL_EVENT_REQUEST ? "33" : "32";
}

static void line(dl_pen *pen, const size_t widths[COLUMNS], const cell cells[COLUMNS]) {
    int last = COLUMNS - 1;
    while (last > 0 && (!widths[last] || !cells[last].size)) last--;
    for (int i = 0; i <= last; i++) {
        if (i) dl_pen_repeat(pen, ' ', GAP);
        dl_screen_cell(pen, (dl_bytes){cells[i].text, cells[i].size}, widths[i], i < last);
    }
}

static size_t terminal(const dl_sink *sink) {
    return sink->columns ? sink->columns : 100;
}

dl_status dl_out_table(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    (void)made;
    dl_pen pen;
    dl_links links;
    size_t widths[COLUMNS];
    dl_status status = dl_links_open(&links, doc, error);
    if (status != DL_OK) return status;
    dl_pen_start(&pen, sink);
    lay_out(terminal(sink), widths);
    for (DL_EACH(i, &doc->claims)) {
        cell cells[COLUMNS] = {0};
        fill(cells, &links, i);
        dl_screen_style(&pen, style(&doc->claims.rows[i]));
        line(&pen, widths, cells);
        dl_screen_style(&pen, "");
        dl_pen_char(&pen, '\n');
    }
    dl_links_close(&links);
    return dl_pen_finish(&pen, error);
}

dl_status dl_out_table_header(const dl_sink *sink, dl_error *error) {
    dl_pen pen;
    size_t widths[COLUMNS];
    cell cells[COLUMNS] = {0};
    dl_pen_start(&pen, sink);
    lay_out(terminal(sink), widths);
    for (int i = 0; i < COLUMNS; i++) add(&cells[i], dl_bytes_of(columns[i].title));
    dl_screen_style(&pen, "1");
    line(&pen, widths, cells);
    dl_screen_style(&pen, "");
    dl_pen_char(&pen, '\n');
    return dl_pen_finish(&pen, error);
}
