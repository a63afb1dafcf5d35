#include "base/error.h"
#include "base/hash.h"
#include "intake/text_file.h"
#include "watch/round.h"
#include "watch/url.h"

enum { LIST_MOST = 1 << 24 };

static void add(dl_round *r, dl_bytes line, unsigned number) {
    dl_bytes url = dl_url_absolute(&r->arena, (dl_bytes){0}, line);
    if (!url.size) {
        r->outcome.failures++;
        r->options->say("%s:%u: no address of http or https", r->options->feeds, number);
        return;
    }
    for (DL_EACH(i, &r->feeds))
        if (dl_bytes_equal(r->feeds.rows[i].url, url)) return;
    dl_source_feed *feed = DL_PUSH(&r->arena, &r->feeds);
    feed->url = url;
    feed->hash = dl_hash(url);
    dl_fetcher_trust(r->fetcher, &r->arena, url);
}

static dl_status read_lines(dl_round *r, dl_text_file *file, dl_error *error) {
    dl_bytes whole, line;
    dl_status status = dl_text_file_rest(file, &whole, error);
    if (status != DL_OK) return status;
    whole = dl_arena_copy(&r->document, whole); /* without a guard: the file is still to be closed */
    if (!whole.data) return dl_fail(error, DL_NO_MEMORY, "out of memory while reading the list of feeds");
    dl_text_file_close(file);
    for (unsigned number = 1; dl_bytes_cut(&whole, '\n', &line); number++) {
        line = dl_bytes_trim(line);
        if (line.size && *line.data != '#') add(r, line, number);
    }
    return DL_OK;
}

dl_status dl_round_list(dl_round *r, dl_error *error) {
    dl_text_file file = {.fd = -1};
    r->outcome.about = r->options->feeds;
    dl_status status = dl_text_file_open(&file, r->options->feeds, (dl_bytes){0}, LIST_MOST, error);
    if (status == DL_OK) status = read_lines(r, &file, error);
    dl_text_file_close(&file);
    return status;
}
