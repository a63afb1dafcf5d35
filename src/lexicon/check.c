#include "lexicon/check.h"

#include "base/error.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

enum { PATH_ROOM = 4096, HITS = 32 };

typedef struct checker {
    dl_lexicon x;
    dl_ear ear;
    uint32_t wrong;
} checker;

static void say(checker *c, const dl_remark *remark) {
    c->wrong += remark->wrong;
    c->ear.hear(c->ear.self, remark);
}

static void say_fault(void *self, const dl_pack_fault *f) {
    dl_remark remark = {.file = f->file, .line = f->line, .column = f->column, .message = f->what, .wrong = true};
    say(self, &remark);
}

/* ---------------------------------------------------------------- rows */

static dl_remark at_row(const checker *c, uint32_t table, uint32_t row, uint32_t column) {
    dl_remark remark = {.file = c->x.files[table], .line = dl_know_line(c->x.over->own, table, row)};
    if (column != DL_NO_COLUMN) remark.column = dl_know_column_name(c->x.know, table, column);
    return remark;
}

static void check_cells(checker *c, uint32_t table, uint32_t row) {
    for (uint32_t column = 0; column < dl_know_columns(c->x.know, table); column++) {
        dl_remark remark = at_row(c, table, row, column);
        remark.message = dl_cell_fault(&c->x, table, column, dl_know_cell(c->x.over->own, table, row, column), &remark.about);
        remark.wrong = true;
        if (remark.message) say(c, &remark);
    }
}

/* Two rows of the user's with one phrase and one key do the same thing; only the key's own columns beside the phrase are compared. */
static bool same_key(const checker *c, uint32_t table, uint32_t own_row, uint32_t row, uint32_t phrase_column) {
    const dl_know_row_of_tables *t = &c->x.know->tables[table];
    if (t->flags & DL_KNOW_SORTED) return true; /* an id tells actors apart, not what a name means */
    for (uint32_t column = 0; column < t->column_count; column++) {
        bool key = c->x.know->columns[t->first_column + column].kind & DL_KNOW_KEY;
        if (!key || column == phrase_column) continue;
        if (!dl_bytes_equal(dl_know_cell(c->x.over->own, table, own_row, column), dl_know_cell(c->x.know, table, row, column))) return false;
    }
    return true;
}

static void say_row(checker *c, dl_remark remark, uint32_t table, uint32_t row, const char *more) {
    char entry[192];
    size_t size = dl_know_entry(c->x.know, table, row, entry, 128);
    size += (size_t)snprintf(entry + size, sizeof entry - size, "%.60s", more);
    remark.about = (dl_bytes){entry, size < sizeof entry ? size : sizeof entry - 1};
    say(c, &remark);
}

/* The built-in rows with this very phrase, but for those whose place the row takes. */
static void say_before(checker *c, uint32_t table, uint32_t row, uint32_t column, dl_bytes phrase) {
    dl_token tokens[DL_KNOW_PHRASE_WORDS] = {0};
    dl_know_hit hits[HITS];
    uint32_t count = 0;
    for (size_t at = 0, end; at < phrase.size && count < DL_KNOW_PHRASE_WORDS; at = end + 1) { /* phrases that are cut otherwise are not named */
        for (end = at; end < phrase.size && phrase.data[end] != ' '; end++) {
        }
        tokens[count++].span = (dl_span){(uint32_t)at, (uint32_t)end};
    }
    dl_know_number(c->x.know, phrase, tokens, count);
    dl_know_view view = {phrase, tokens, count, false};
    bool apart = c->x.know->tables[table].root == DL_KNOW_APART;
    uint32_t n = apart ? dl_know_find_apart(c->x.know, &view, 0, table, hits, HITS) : dl_know_find(c->x.know, &view, 0, table, hits, HITS);
    for (uint32_t i = 0; i < n; i++) {
        if (hits[i].last + 1 < count || !same_key(c, table, row, hits[i].row, column)) continue;
        if (c->x.over->tables[table].from_packed[hits[i].row] == DL_KNOW_GONE) continue;
        dl_remark remark = at_row(c, table, row, column);
        char about[96];
        remark.message = "goes before";
        snprintf(about, sizeof about, " (%.*s)", phrase.size < 60 ? (int)phrase.size : 60, phrase.data);
        say_row(c, remark, table, hits[i].row, about);
    }
}

static void say_effects(checker *c, uint32_t table, uint32_t row, const dl_lexicon_taken *taken) {
    const dl_know_row_of_tables *t = &c->x.know->tables[table];
    if (taken->count) {
        char more[40] = "";
        dl_remark remark = at_row(c, table, row, DL_NO_COLUMN);
        remark.message = "takes the place of";
        if (taken->count > 1) snprintf(more, sizeof more, " and of %u more", (unsigned)taken->count - 1);
        say_row(c, remark, table, taken->first, more);
    }
    for (uint32_t column = 0; column < t->column_count; column++) {
        if (!(c->x.know->columns[t->first_column + column].kind & DL_KNOW_FOUND)) continue;
        dl_bytes rest = dl_know_cell(c->x.over->own, table, row, column), phrase;
        while (dl_bytes_cut(&rest, '|', &phrase))
            if (phrase.size) say_before(c, table, row, column, phrase);
    }
}

static void check_table(checker *c, uint32_t table) {
    const dl_lexicon_taken *takes = dl_lexicon_takes(&c->x, table);
    for (uint32_t row = 0; row < c->x.over->own->tables[table].row_count; row++) {
        check_cells(c, table, row);
        say_effects(c, table, row, &takes[row]);
    }
}

/* ---------------------------------------------------------------- files */

static bool is_table(const checker *c, const char *path) {
    for (uint32_t t = 1; t < c->x.know->header->tables.count; t++)
        if (c->x.files[t] && !strcmp(c->x.files[t], path)) return true;
    return false;
}

static int visible(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

/* Files of the folder, and of those in it, that are named like no table. */
static void check_names(checker *c, const char *folder, int depth) {
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, visible, alphasort);
    for (int i = 0; i < count; i++) {
        char path[PATH_ROOM];
        int n = snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        dl_remark remark = {.file = path, .message = "the name of no table, so it is not read: files are named as in data/", .wrong = true};
        if (n > 0 && n < PATH_ROOM && dl_bytes_finish(dl_bytes_of(path), ".tsv") && !is_table(c, path)) say(c, &remark);
        if (n > 0 && n < PATH_ROOM && depth && entries[i]->d_type != DT_REG) check_names(c, path, depth - 1);
        free(entries[i]);
    }
    free(entries);
}

dl_status dl_lexicon_look(const dl_know *know, const char *folder, dl_ear ear, uint32_t *wrong, dl_error *error) {
    checker c = {.ear = ear};
    jmp_buf guard;
    dl_status status = dl_lexicon_read(&c.x, know, folder, say_fault, &c, error);
    if (status != DL_OK) return status;
    dl_arena_guard(&c.x.arena, &guard);
    if (setjmp(guard)) {
        dl_lexicon_free(&c.x);
        return dl_fail(error, DL_NO_MEMORY, "out of memory while checking the lexicon");
    }
    for (uint32_t t = 1; c.x.over && t < know->header->tables.count; t++) check_table(&c, t);
    dl_arena_guard(&c.x.arena, NULL);
    check_names(&c, folder, 1);
    *wrong = c.wrong;
    dl_lexicon_free(&c.x);
    return DL_OK;
}
