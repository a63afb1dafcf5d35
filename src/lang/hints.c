#include "lang/hints.h"

enum { HITS = 8 };

void dl_hints_open(dl_hints *h, const dl_know *know) {
    *h = (dl_hints){.know = know};
    if (!know) return;
    static const char *const places[] = {"places/cities", "places/admin1", "places/regions", "places/abbreviations", "places/sites"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) h->places[i] = dl_know_table(know, places[i]);
    h->countries = dl_know_table(know, "places/countries");
    h->bodies[0] = dl_know_table(know, "actors/bodies");
    h->bodies[1] = dl_know_table(know, "actors/metonyms");
    h->persons = dl_know_table(know, "actors/offices");
    h->first_names = dl_know_table(know, "places/given");
    h->titles = dl_know_table(know, "actors/titles");
    h->country_name = dl_know_column(know, h->countries, "name");
    h->country_aliases = dl_know_column(know, h->countries, "aliases");
}

static bool is_any(const uint32_t *tables, size_t count, uint32_t table) {
    for (size_t i = 0; i < count; i++)
        if (tables[i] == table) return true;
    return false;
}

static int hint_of(const dl_hints *h, const dl_know_hit *hit) {
    if (hit->table == h->countries) return hit->column == h->country_name || hit->column == h->country_aliases ? DL_HINT_COUNTRY : DL_HINT_DEMONYM;
    if (is_any(h->places, sizeof h->places / sizeof *h->places, hit->table)) return DL_HINT_PLACE;
    if (is_any(h->bodies, sizeof h->bodies / sizeof *h->bodies, hit->table)) return DL_HINT_BODY;
    if (hit->table == h->persons) return DL_HINT_PERSON;
    if (hit->table == h->first_names) return DL_HINT_FIRST_NAME;
    return hit->table == h->titles ? DL_HINT_TITLE : -1;
}

static void mark(dl_window *w, const dl_know_hit *hit, int hint, uint32_t first) {
    w->hints[hit->first - first + 1] |= (uint16_t)(1u << hint);
    for (uint32_t t = hit->first + 1; t <= hit->last; t++) w->hints[t - first + 1] |= (uint16_t)(1u << (hint + DL_HINT_INSIDE));
}

void dl_hints_read(const dl_hints *h, const dl_doc *doc, uint32_t first, dl_window *w) {
    dl_know_view view = {doc->text, doc->tokens.rows, first + w->count, w->capitals};
    dl_know_hit hits[HITS];
    memset(w->hints, 0, (w->count + 4) * sizeof *w->hints);
    if (!h->know) return;
    for (uint32_t t = first; t < first + w->count; t++) {
        /* a name has a capital; asking after other words would only take time */
        bool worth = doc->tokens.rows[t].word && (w->capitals || dl_is_upper(doc->text.data[doc->tokens.rows[t].span.begin]));
        uint32_t found = worth ? dl_know_find(h->know, &view, t, 0, hits, HITS) : 0;
        for (uint32_t i = 0; i < found; i++) {
            int hint = hint_of(h, hits + i);
            if (hint >= 0) mark(w, hits + i, hint, first);
        }
    }
}
