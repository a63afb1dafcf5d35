/* DL_FORMAT_PLACES_GEOJSON: the places of the document as one FeatureCollection (RFC 7946) a line, for maps. A place without a point is a Feature
 * whose geometry is null. */
#include "out/out.h"
#include "out/record.h"

#include <math.h>

static void geometry(dl_json *json, const dl_place *place) {
    if (isnan(place->lat)) {
        dl_json_null(json, "geometry");
        return;
    }
    dl_json_begin(json, "geometry", '{');
    dl_json_word(json, "type", "Point");
    dl_json_begin(json, "coordinates", '[');
    dl_json_degrees(json, NULL, place->lon);
    dl_json_degrees(json, NULL, place->lat);
    dl_json_end(json, ']');
    dl_json_end(json, '}');
}

static void properties(dl_json *json, const dl_doc *doc, const dl_place *place) {
    dl_json_begin(json, "properties", '{');
    dl_json_word(json, "doc", doc->id);
    dl_json_span(json, place->span);
    dl_json_text(json, "text", dl_doc_words(doc, place->span));
    dl_json_text(json, "name", place->name);
    dl_json_text(json, "country", place->country);
    dl_json_text(json, "admin1", place->admin1);
    dl_json_text(json, "admin2", place->admin2);
    dl_json_text(json, "feature", place->feature);
    if (place->geonameid) dl_json_number(json, "geonameid", place->geonameid);
    dl_json_word(json, "precision", dl_precision_name(place->precision));
    dl_json_end(json, '}');
}

dl_status dl_out_places_json(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    dl_json json;
    (void)made;
    dl_json_start(&json, sink, doc->text);
    dl_json_begin(&json, NULL, '{');
    dl_json_word(&json, "type", "FeatureCollection");
    dl_json_begin(&json, "features", '[');
    for (DL_EACH(i, &doc->places)) {
        if (doc->places.rows[i].implied) continue;
        dl_json_begin(&json, NULL, '{');
        dl_json_word(&json, "type", "Feature");
        geometry(&json, &doc->places.rows[i]);
        properties(&json, doc, &doc->places.rows[i]);
        dl_json_end(&json, '}');
    }
    dl_json_end(&json, ']');
    dl_json_line(&json);
    return dl_pen_finish(&json.pen, error);
}
