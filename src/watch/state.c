#include "watch/state.h"

#include "base/bytes.h"
#include "base/error.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

static const char title[] = "dateline watch 1";

/* ------------------------------------------------------------------ items by hash */

static uint32_t slot_of(const dl_state *state, uint64_t hash) {
    uint32_t at = (uint32_t)(hash % state->slot_count);
    while (state->slots[at] && state->items.rows[state->slots[at]].hash != hash) at = (at + 1) % state->slot_count;
    return at;
}

static void spread(dl_state *state, uint32_t slot_count) {
    state->slot_count = slot_count;
    state->slots = DL_NEW_ARRAY(state->arena, uint32_t, slot_count);
    for (DL_EACH(i, &state->items)) state->slots[slot_of(state, state->items.rows[i].hash)] = i;
}

dl_state_item *dl_state_item_of(const dl_state *state, uint64_t hash) {
    uint32_t row = state->slot_count ? state->slots[slot_of(state, hash)] : 0;
    return row ? &state->items.rows[row] : NULL;
}

dl_state_item *dl_state_item_add(dl_state *state, uint64_t hash) {
    dl_state_item *item = dl_state_item_of(state, hash);
    if (item) return item;
    if (state->items.count * 2 >= state->slot_count) spread(state, state->slot_count ? state->slot_count * 2 : 1024);
    item = DL_PUSH(state->arena, &state->items);
    item->hash = hash;
    state->slots[slot_of(state, hash)] = state->items.count - 1;
    return item;
}

void dl_state_forget(dl_state *state, uint64_t feed, int64_t before) {
    uint32_t kept = 1;
    for (DL_EACH(i, &state->items)) {
        const dl_state_item *item = &state->items.rows[i];
        if (item->feed == feed && !item->listed_now && item->listed < before) continue;
        state->items.rows[kept++] = *item;
    }
    if (!state->items.count || kept == state->items.count) return;
    state->items.count = kept;
    spread(state, state->slot_count);
}

dl_state_feed *dl_state_feed_of(dl_state *state, dl_bytes url) {
    for (DL_EACH(i, &state->feeds))
        if (dl_bytes_equal(state->feeds.rows[i].url, url)) return &state->feeds.rows[i];
    dl_state_feed *feed = DL_PUSH(state->arena, &state->feeds);
    feed->url = dl_arena_copy(state->arena, url);
    return feed;
}

/* ------------------------------------------------------------------ reading */

static bool number(dl_bytes field, int64_t *value) {
    return field.size && dl_bytes_number(field, value) == field.size;
}

static bool hexadecimal(dl_bytes field, uint64_t *value) {
    *value = 0;
    for (size_t i = 0; i < field.size; i++) {
        int digit = dl_hex_digit(field.data[i]);
        if (digit < 0) return false;
        *value = *value << 4 | (unsigned)digit;
    }
    return field.size == 16;
}

static dl_bytes text(dl_arena *arena, dl_bytes field) {
    return dl_bytes_is(field, "-") ? (dl_bytes){0} : dl_arena_copy(arena, field);
}

static bool read_feed(dl_state *state, const dl_bytes *f) {
    int64_t due, failures;
    if (!number(f[2], &due) || !number(f[3], &failures)) return false;
    dl_state_feed *feed = dl_state_feed_of(state, f[1]);
    feed->due = due;
    feed->failures = (uint32_t)failures;
    feed->etag = text(state->arena, f[4]);
    feed->modified = text(state->arena, f[5]);
    return true;
}

static bool read_item(dl_state *state, const dl_bytes *f) {
    uint64_t hash, feed;
    int64_t listed, tries;
    if (!hexadecimal(f[1], &hash) || !hexadecimal(f[2], &feed) || !number(f[3], &listed) || !number(f[4], &tries)) return false;
    dl_state_item *item = dl_state_item_add(state, hash);
    item->feed = feed;
    item->listed = listed;
    item->tries = (uint32_t)tries;
    return true;
}

static bool read_line(dl_state *state, dl_bytes line) {
    dl_bytes fields[7];
    size_t count = 0;
    while (count < 7 && dl_bytes_cut(&line, '\t', &fields[count])) count++;
    if (count == 6 && dl_bytes_is(fields[0], "feed")) return read_feed(state, fields);
    return count == 5 && dl_bytes_is(fields[0], "item") && read_item(state, fields);
}

static dl_status read_lines(dl_state *state, dl_bytes file, dl_error *error) {
    dl_bytes rest = file, line;
    if (!dl_bytes_cut(&rest, '\n', &line) || !dl_bytes_is(line, title))
        return dl_fail_at(error, DL_BAD_INPUT,
                          "is no state of a watch (its first line is another); give the file that --state named before, or a new one", 0, 0);
    while (dl_bytes_cut(&rest, '\n', &line))
        if (!read_line(state, line))
            return dl_fail_at(error, DL_BAD_INPUT, "a line of the state that makes no sense; mend it or take it out",
                              (uint64_t)(line.data - file.data), 0);
    return DL_OK;
}

/* The file is copied, so that no mapping is left behind where memory runs out. */
static dl_status copy_of(dl_arena *arena, const char *path, dl_bytes *file, dl_error *error) {
    FILE *in = fopen(path, "re");
    *file = (dl_bytes){0};
    if (!in) return errno == ENOENT ? DL_END : dl_fail_at(error, DL_CANNOT_READ, "the state cannot be read", DL_NO_OFFSET, errno);
    long size = fseek(in, 0, SEEK_END) ? -1 : ftell(in);
    rewind(in);
    jmp_buf *outer = arena->guard;
    arena->guard = NULL;
    char *bytes = size < 0 ? NULL : dl_arena_alloc(arena, (size_t)size + 1);
    arena->guard = outer;
    bool good = bytes && fread(bytes, 1, (size_t)size, in) == (size_t)size;
    int system = errno;
    fclose(in);
    if (!bytes && size >= 0) return dl_fail(error, DL_NO_MEMORY, "out of memory while reading the state");
    if (!good) return dl_fail_at(error, DL_CANNOT_READ, "the state cannot be read", DL_NO_OFFSET, system);
    *file = (dl_bytes){bytes, (size_t)size};
    return DL_OK;
}

dl_status dl_state_load(dl_state *state, dl_arena *arena, const char *path, dl_error *error) {
    dl_bytes file;
    *state = (dl_state){.arena = arena, .path = path};
    dl_status status = copy_of(arena, path, &file, error);
    if (status == DL_END) return DL_OK;
    return status == DL_OK ? read_lines(state, file, error) : status;
}

/* ------------------------------------------------------------------ writing */

static void write_text(FILE *out, dl_bytes value) {
    fputc('\t', out);
    if (!value.size) value = DL_LIT("-");
    fwrite(value.data, 1, value.size, out);
}

static void write_all(const dl_state *state, FILE *out) {
    fprintf(out, "%s\n", title);
    for (DL_EACH(i, &state->feeds)) {
        const dl_state_feed *feed = &state->feeds.rows[i];
        fputs("feed", out);
        write_text(out, feed->url);
        fprintf(out, "\t%" PRId64 "\t%" PRIu32, feed->due, feed->failures);
        write_text(out, feed->etag);
        write_text(out, feed->modified);
        fputc('\n', out);
    }
    for (DL_EACH(i, &state->items)) {
        const dl_state_item *item = &state->items.rows[i];
        fprintf(out, "item\t%016" PRIx64 "\t%016" PRIx64 "\t%" PRId64 "\t%" PRIu32 "\n", item->hash, item->feed, item->listed, item->tries);
    }
}

dl_status dl_state_save(const dl_state *state, dl_error *error) {
    char beside[4096];
    if ((size_t)snprintf(beside, sizeof beside, "%s.new", state->path) >= sizeof beside)
        return dl_fail(error, DL_CANNOT_WRITE, "the state cannot be written: its name is too long");
    FILE *out = fopen(beside, "we");
    if (!out) return dl_fail_at(error, DL_CANNOT_WRITE, "the state cannot be written", DL_NO_OFFSET, errno);
    write_all(state, out);
    bool good = !fflush(out) && !ferror(out) && !fsync(fileno(out));
    int system = errno;
    if (fclose(out) || !good) return dl_fail_at(error, DL_CANNOT_WRITE, "the state cannot be written", DL_NO_OFFSET, good ? errno : system);
    if (rename(beside, state->path)) return dl_fail_at(error, DL_CANNOT_WRITE, "the state cannot be written", DL_NO_OFFSET, errno);
    return DL_OK;
}
