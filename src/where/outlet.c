/* The country of the outlet, as far as the address of the report tells it by its last letters. */
#include "where/spots.h"

/* Two-letter domains that outlets of any country take. */
static bool anybodys(dl_bytes domain) {
    static const char *const taken[] = {"co", "tv", "me", "io", "ai", "fm", "cc", "ly", "to", "ws", "nu", "gg", "am", "im", "is", "la", "eu"};
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (dl_bytes_like(domain, taken[i])) return true;
    return false;
}

/* "ca" of "https://news.example.ca:80/fire?x#y"; empty where the host does not end in two letters. */
static dl_bytes domain_of(dl_bytes uri) {
    const char *mark = uri.size ? memmem(uri.data, uri.size, "://", 3) : NULL;
    if (!mark) return (dl_bytes){0};
    dl_bytes host = {mark + 3, uri.size - (size_t)(mark + 3 - uri.data)};
    size_t end = 0, dot = 0;
    for (; end < host.size && !strchr("/?#:", host.data[end]); end++)
        if (host.data[end] == '.') dot = end + 1;
    return dot && end == dot + 2 ? (dl_bytes){host.data + dot, 2} : (dl_bytes){0};
}

uint8_t dl_where_outlet(const dl_where *w) {
    dl_bytes domain = domain_of(w->doc->uri);
    uint32_t table = w->gaz->table[DL_GAZ_COUNTRIES], iso2 = dl_know_column(w->know, table, "iso2");
    if (!domain.size || anybodys(domain)) return 0;
    if (dl_bytes_like(domain, "uk")) domain = DL_LIT("GB");
    for (uint32_t row = 0; row < dl_know_rows(w->know, table); row++) {
        dl_bytes code = dl_know_cell(w->know, table, row, iso2);
        if (code.size == 2 && dl_to_lower(code.data[0]) == dl_to_lower(domain.data[0]) && dl_to_lower(code.data[1]) == dl_to_lower(domain.data[1]))
            return dl_gaz_country(w->gaz, dl_know_cell(w->know, table, row, w->gaz->iso3[DL_GAZ_COUNTRIES]));
    }
    return 0;
}
