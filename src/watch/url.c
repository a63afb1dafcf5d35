#include "watch/url.h"

#include "base/bytes.h"

#include <curl/curl.h>
#include <stdio.h>

/* Nothing of libcurl's is held while the arena is asked for memory, which may leave by its guard. */
typedef char room[DL_URL_MOST + 64];

static bool put(CURLU *parts, dl_bytes url) {
    room copy;
    if (!url.size || url.size > DL_URL_MOST) return false;
    memcpy(copy, url.data, url.size);
    copy[url.size] = 0;
    return !curl_url_set(parts, CURLUPART_URL, copy, CURLU_URLENCODE);
}

static bool get(CURLU *parts, CURLUPart part, char *out) {
    char *value = NULL;
    bool good = !curl_url_get(parts, part, &value, CURLU_DEFAULT_PORT) && strlen(value) < sizeof(room);
    strcpy(out, good ? value : "");
    curl_free(value);
    return good;
}

static bool is_web(CURLU *parts) {
    room scheme;
    return get(parts, CURLUPART_SCHEME, scheme) && (!strcmp(scheme, "http") || !strcmp(scheme, "https"));
}

dl_bytes dl_url_absolute(dl_arena *arena, dl_bytes base, dl_bytes url) {
    room out;
    char *whole = NULL;
    CURLU *parts = curl_url();
    bool good = parts && (!base.size || put(parts, base)) && put(parts, url) && is_web(parts) && !curl_url_set(parts, CURLUPART_FRAGMENT, NULL, 0) &&
                !curl_url_get(parts, CURLUPART_URL, &whole, 0) && strlen(whole) <= DL_URL_MOST;
    strcpy(out, good ? whole : "");
    curl_free(whole);
    curl_url_cleanup(parts);
    return *out ? dl_arena_copy(arena, dl_bytes_of(out)) : (dl_bytes){0};
}

dl_bytes dl_url_origin(dl_arena *arena, dl_bytes url) {
    room scheme = "", host = "", port = "";
    CURLU *parts = curl_url();
    if (parts && put(parts, url)) get(parts, CURLUPART_SCHEME, scheme), get(parts, CURLUPART_HOST, host), get(parts, CURLUPART_PORT, port);
    curl_url_cleanup(parts);
    return dl_arena_printf(arena, "%s://%s:%s", scheme, host, port);
}

dl_bytes dl_url_path(dl_arena *arena, dl_bytes url) {
    room path = "", query = "";
    CURLU *parts = curl_url();
    if (parts && put(parts, url)) get(parts, CURLUPART_PATH, path), get(parts, CURLUPART_QUERY, query);
    curl_url_cleanup(parts);
    return dl_arena_printf(arena, *query ? "%s?%s" : "%s%s", path, query);
}
