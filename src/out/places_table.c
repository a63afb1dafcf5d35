/* DL_FORMAT_PLACES_TABLE: one line a place, for reading. */
#include "out/out.h"
#include "out/screen.h"

enum { TEXT, NAME, COUNTRY, UNIT, FEATURE, LAT, LON, PRECISION, COLUMNS, SPELLED = 32 };

static const dl_screen_column columns[COLUMNS] = {
    [TEXT] = {"TEXT", 22}, [NAME] = {"NAME", 22}, [COUNTRY] = {"IN", 3}, [UNIT] = {"UNIT", 20},
    [FEATURE] = {"IS", 5}, [LAT] = {"LAT", 8},    [LON] = {"LON", 8},    [PRECISION] = {"PRECISION", 9},
};

static void place_line(dl_pen *pen, const dl_doc *doc, const dl_place *place) {
    char lat[SPELLED], lon[SPELLED];
    dl_bytes cells[COLUMNS] = {
        [TEXT] = dl_doc_words(doc, place->span),
        [NAME] = place->name,
        [COUNTRY] = place->country,
        [UNIT] = place->admin2.size ? place->admin2 : place->admin1,
        [FEATURE] = place->feature,
        [LAT] = {lat, dl_spell_degrees(lat, place->lat)},
        [LON] = {lon, dl_spell_degrees(lon, place->lon)},
        [PRECISION] = dl_bytes_of(dl_precision_name(place->precision)),
    };
    dl_screen_line(pen, columns, COLUMNS, cells);
}

dl_status dl_out_places_table(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    dl_pen pen;
    (void)made;
    dl_pen_start(&pen, sink);
    for (DL_EACH(i, &doc->places))
        if (!doc->places.rows[i].implied) place_line(&pen, doc, &doc->places.rows[i]);
    return dl_pen_finish(&pen, error);
}

dl_status dl_out_places_table_header(const dl_sink *sink, dl_error *error) {
    dl_pen pen;
    dl_pen_start(&pen, sink);
    dl_screen_heading(&pen, columns, COLUMNS);
    return dl_pen_finish(&pen, error);
}
