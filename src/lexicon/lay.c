#include "lexicon/lay.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/map.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

enum { PATH_ROOM = 4096, KEY_ROOM = 1024 };

/* ---------------------------------------------------------------- files */

/* A file as a whole, in the arena; DL_END where there is none. Outside any guard. */
static dl_status load(dl_arena *arena, const char *path, dl_bytes *bytes, dl_error *error) {
    dl_bytes map;
    dl_error why = {0};
    dl_status status = dl_map_open(&map, path, &why);
    if (status != DL_OK && why.system == ENOENT) return DL_END;
    if (status != DL_OK) return dl_fail_at(error, status, "a table of the lexicon cannot be read, or is empty", DL_NO_OFFSET, why.system);
    *bytes = dl_arena_copy(arena, map);
    dl_map_close(&map);
    return bytes->data ? DL_OK : dl_fail(error, DL_NO_MEMORY, "out of memory while reading the lexicon");
}

static dl_status load_table(dl_lexicon *x, const char *folder, uint32_t table, dl_error *error) {
    char path[PATH_ROOM];
    dl_bytes name = dl_know_table_name(x->know, table);
    int n = snprintf(path, sizeof path, "%s/%.*s.tsv", folder, (int)name.size, name.data);
    if (n < 0 || n >= PATH_ROOM) return dl_fail(error, DL_BAD_ARGUMENT, "the lexicon folder's name is too long");
    dl_status status = load(&x->arena, path, &x->bytes[table], error);
    if (status != DL_OK) return status == DL_END ? DL_OK : status;
    x->files[table] = dl_arena_copy(&x->arena, (dl_bytes){path, (size_t)n}).data;
    x->file_count++;
    return x->files[table] ? DL_OK : dl_fail(error, DL_NO_MEMORY, "out of memory while reading the lexicon");
}

static dl_status load_all(dl_lexicon *x, const char *folder, dl_error *error) {
    struct stat info;
    if (stat(folder, &info)) return dl_fail_at(error, DL_CANNOT_READ, "the lexicon folder cannot be read", DL_NO_OFFSET, errno);
    for (uint32_t t = 1; t < x->know->header->tables.count; t++) {
        dl_status status = load_table(x, folder, t, error);
        if (status != DL_OK) return status;
    }
    return x->file_count
               ? DL_OK
               : dl_fail(error, DL_BAD_DATA, "the lexicon folder holds no table: it wants files such as events/verbs.tsv, named as in data/");
}

/* ---------------------------------------------------------------- packing */

static dl_pack_head head_of(const dl_know *know, uint32_t table) {
    const dl_know_row_of_tables *t = &know->tables[table];
    dl_pack_head head = {.count = t->column_count, .root = t->root, .flags = t->flags};
    for (uint32_t c = 0; c < t->column_count; c++) {
        head.names[c] = dl_know_column_name(know, table, c);
        head.kinds[c] = know->columns[t->first_column + c].kind;
    }
    return head;
}

static void add_kinds(dl_pack *p, const dl_know *know) {
    uint32_t table = dl_know_table(know, "text/words"), word = dl_know_column(know, table, "word");
    uint32_t kind = dl_know_column(know, table, "kind"), parts = dl_know_column(know, table, "parts");
    for (uint32_t row = 0; row < dl_know_rows(know, table); row++)
        dl_pack_kind_add(p, dl_know_cell(know, table, row, word), dl_know_cell(know, table, row, kind), dl_know_cell(know, table, row, parts));
}

static const uint32_t *own_words(dl_arena *arena, const dl_know *know, const dl_know *own) {
    uint32_t *number = DL_NEW_ARRAY(arena, uint32_t, know->header->word_count + 1);
    for (uint64_t i = 0; i < own->header->words.count; i++) {
        if (!own->words[i].word) continue;
        uint32_t packed = dl_know_rare_word(know, dl_know_string(own, own->words[i].string));
        if (packed) number[packed] = own->words[i].word;
    }
    return number;
}

/* ---------------------------------------------------------------- keys */

/* The hash of a row's key; 0 where the table has none or all its cells are empty. Keys are told apart by their hash alone. */
static uint64_t key_of(const dl_know *know, uint32_t table, uint32_t row) {
    const dl_know_row_of_tables *t = &know->tables[table];
    uint64_t key = 0;
    bool filled = false;
    for (uint32_t c = 0; c < t->column_count; c++) {
        if (!(know->columns[t->first_column + c].kind & DL_KNOW_KEY)) continue;
        uint32_t number = dl_know_integer(know, table, row, c);
        dl_bytes cell = dl_know_cell(know, table, row, c);
        uint64_t parts[] = {key, number, dl_hash(cell)};
        filled |= number || cell.size;
        key = dl_hash((dl_bytes){(const char *)parts, sizeof parts});
    }
    return filled ? key : 0;
}

typedef struct key_slot {
    uint64_t key; /* 0: empty */
    uint32_t row;
} key_slot;

typedef struct key_set {
    key_slot *slots;
    uint32_t room;
} key_set;

static key_slot *key_at(const key_set *set, uint64_t key) {
    uint32_t slot = (uint32_t)key & (set->room - 1);
    while (set->slots[slot].key && set->slots[slot].key != key) slot = (slot + 1) & (set->room - 1);
    return &set->slots[slot];
}

static key_set keys_of(dl_arena *arena, const dl_know *know, uint32_t table) {
    uint32_t rows = know->tables[table].row_count;
    key_set set = {.room = 16};
    while (set.room < rows * 2) set.room *= 2;
    set.slots = DL_NEW_ARRAY(arena, key_slot, set.room);
    for (uint32_t row = 0; row < rows; row++) {
        uint64_t key = key_of(know, table, row);
        if (key && !key_at(&set, key)->key) *key_at(&set, key) = (key_slot){key, row};
    }
    return set;
}

const dl_lexicon_taken *dl_lexicon_takes(dl_lexicon *x, uint32_t table) {
    dl_lexicon_taken *takes = DL_NEW_ARRAY(&x->arena, dl_lexicon_taken, x->over->own->tables[table].row_count + 1);
    key_set keys = keys_of(&x->arena, x->over->own, table);
    for (uint32_t row = 0; row < x->know->tables[table].row_count; row++) {
        uint64_t key = key_of(x->know, table, row);
        const key_slot *slot = key ? key_at(&keys, key) : NULL;
        if (!slot || !slot->key) continue;
        if (!takes[slot->row].count++) takes[slot->row].first = row;
    }
    return takes;
}

/* ---------------------------------------------------------------- rows */

/* The order of two rows of a sorted table, by the first column of the key. */
static int key_order(const dl_know *know, uint32_t row, const dl_know *own, uint32_t own_row, uint32_t table) {
    const dl_know_row_of_tables *t = &know->tables[table];
    uint32_t c = 0;
    while (c + 1 < t->column_count && !(know->columns[t->first_column + c].kind & DL_KNOW_KEY)) c++;
    uint32_t m = dl_know_integer(know, table, row, c), n = dl_know_integer(own, table, own_row, c);
    return m != n ? (m > n ? 1 : -1) : dl_bytes_order(dl_know_cell(know, table, row, c), dl_know_cell(own, table, own_row, c));
}

/* The rows of one table as they will be seen: the user's first; both in one order where the table is sorted. `know` has nothing over it yet. */
static dl_know_laid_table lay_rows(dl_arena *arena, const dl_know *know, const dl_know *own, uint32_t table) {
    const dl_know_row_of_tables *packed = &know->tables[table], *user = &own->tables[table];
    if (!user->row_count && !(user->flags & DL_KNOW_ALONE)) return (dl_know_laid_table){0};
    uint32_t *rows = DL_NEW_ARRAY(arena, uint32_t, packed->row_count + user->row_count + 1), count = 0;
    uint32_t *from_packed = DL_NEW_ARRAY(arena, uint32_t, packed->row_count + 1), *from_own = DL_NEW_ARRAY(arena, uint32_t, user->row_count + 1);
    key_set keys = keys_of(arena, own, table);
    bool sorted = packed->flags & DL_KNOW_SORTED;
    uint32_t next = 0;
    for (uint32_t row = 0; row <= packed->row_count; row++) {
        bool end = row == packed->row_count;
        while (next < user->row_count && (end || !sorted || key_order(know, row, own, next, table) >= 0)) {
            from_own[next] = count;
            rows[count++] = DL_KNOW_OWN | next++;
        }
        if (end) break;
        uint64_t key = key_of(know, table, row);
        bool gone = user->flags & DL_KNOW_ALONE || (key && key_at(&keys, key)->key);
        from_packed[row] = gone ? DL_KNOW_GONE : count;
        if (!gone) rows[count++] = row;
    }
    return (dl_know_laid_table){rows, from_packed, from_own, count};
}

void dl_lexicon_pack(dl_lexicon *x, void (*say)(void *self, const dl_pack_fault *fault), void *self) {
    dl_pack *p = DL_NEW(&x->arena, dl_pack);
    dl_pack_open(p, &x->arena, say, self);
    add_kinds(p, x->know);
    for (uint32_t t = 1; t < x->know->header->tables.count; t++) {
        dl_pack_head *head = DL_NEW(&x->arena, dl_pack_head);
        *head = head_of(x->know, t);
        dl_pack_table(p, x->files[t], dl_know_table_name(x->know, t), x->bytes[t], head);
    }
    x->faults = p->faults;
    if (p->faults) return;
    dl_know_over *over = DL_NEW(&x->arena, dl_know_over);
    over->own = DL_NEW(&x->arena, dl_know);
    over->own->file = dl_pack_image(p);
    over->own->header = (const dl_know_header *)(const void *)over->own->file.data;
    dl_know_attach(over->own);
    over->own_word = own_words(&x->arena, x->know, over->own);
    for (uint32_t t = 1; t < x->know->header->tables.count; t++) over->tables[t] = lay_rows(&x->arena, x->know, over->own, t);
    x->over = over;
}

static void say_nothing(void *self, const dl_pack_fault *fault) {
    (void)self, (void)fault;
}

dl_status dl_lexicon_read(dl_lexicon *x, const dl_know *know, const char *folder, void (*say)(void *self, const dl_pack_fault *fault), void *self,
                          dl_error *error) {
    jmp_buf guard;
    *x = (dl_lexicon){.know = know};
    dl_status status = load_all(x, folder, error);
    if (status != DL_OK) return dl_lexicon_free(x), status;
    dl_arena_guard(&x->arena, &guard);
    if (setjmp(guard)) {
        dl_lexicon_free(x);
        return dl_fail(error, DL_NO_MEMORY, "out of memory while reading the lexicon");
    }
    dl_lexicon_pack(x, say ? say : say_nothing, self);
    dl_arena_guard(&x->arena, NULL);
    return DL_OK;
}

void dl_lexicon_free(dl_lexicon *x) {
    dl_arena_free(&x->arena);
    *x = (dl_lexicon){0};
}

dl_status dl_lexicon_lay(dl_know *know, const char *folder, dl_error *error) {
    dl_lexicon x;
    dl_status status = dl_lexicon_read(&x, know, folder, NULL, NULL, error);
    if (status != DL_OK) return status;
    if (!x.over) {
        dl_lexicon_free(&x);
        return dl_fail(error, DL_BAD_DATA, "a row of the lexicon is faulty; `dateline lexicon check` says which and what to do");
    }
    x.over->arena = x.arena;
    dl_know_lay(know, x.over);
    return DL_OK;
}
