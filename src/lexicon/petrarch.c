/* The import as a whole: which file is what, and the tables that come of it. */
#include "lexicon/petrarch.h"

#include "base/error.h"
#include "base/map.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { PATH_ROOM = 4096 };

static bool has(dl_bytes name, const char *part) {
    size_t n = strlen(part);
    for (size_t i = 0; i + n <= name.size; i++)
        if (dl_bytes_like((dl_bytes){name.data + i, n}, part)) return true;
    return false;
}

bool dl_petrarch_kind_of(dl_bytes name, dl_petrarch_kind *kind) {
    static const struct {
        const char *part;
        dl_petrarch_kind kind;
    } parts[] = {{"discard", DL_PETRARCH_DISCARDS}, {"issue", DL_PETRARCH_ISSUES}, {"agents", DL_PETRARCH_AGENTS},
                 {"actors", DL_PETRARCH_ACTORS},    {"verbs", DL_PETRARCH_VERBS},  {"cameo", DL_PETRARCH_VERBS}};
    if (!dl_bytes_finish(name, ".txt")) return false;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (has(name, parts[i].part)) {
            *kind = parts[i].kind;
            return true;
        }
    return false;
}

/* Words that discard a sentence; "+" discards the whole report, which no table says. */
static void read_discards(dl_petrarch *p, dl_bytes bytes) {
    dl_bytes line;
    while (dl_petrarch_line(p, &bytes, &line)) {
        if (line.data[0] == '+') dl_petrarch_remark(p, "discards the report; here it discards only the sentence:", line);
        dl_bytes words = dl_petrarch_words(p, line, DL_PETRARCH_LOWER);
        if (!dl_petrarch_fits(words))
            dl_petrarch_remark(p, "no word, or more than 16: left out:", line);
        else if (words.size)
            dl_petrarch_row(p, &p->boilerplate, (dl_bytes[]){words, DL_LIT("any")}, 2);
    }
}

static void read_issues(dl_petrarch *p, dl_bytes bytes) {
    dl_bytes line;
    while (dl_petrarch_line(p, &bytes, &line)) dl_petrarch_remark(p, "an issue: no table has issues: left out:", line);
}

void dl_petrarch_read(dl_petrarch *p, dl_petrarch_kind kind, const char *file, dl_bytes bytes) {
    static void (*const readers[])(dl_petrarch *, dl_bytes) = {[DL_PETRARCH_ACTORS] = dl_petrarch_actors,
                                                               [DL_PETRARCH_AGENTS] = dl_petrarch_agents,
                                                               [DL_PETRARCH_VERBS] = dl_petrarch_verbs,
                                                               [DL_PETRARCH_DISCARDS] = read_discards,
                                                               [DL_PETRARCH_ISSUES] = read_issues};
    p->file = file;
    p->line = 0;
    readers[kind](p, bytes);
}

/* ---------------------------------------------------------------- files */

typedef struct input {
    const char *path;
    dl_bytes bytes;
    dl_petrarch_kind kind;
} input;

typedef struct inputs {
    input rows[64];
    uint32_t count;
} inputs;

static int visible(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

/* Copies the file into the arena, outside any guard. */
static dl_status load(dl_arena *arena, const char *path, dl_petrarch_kind kind, inputs *all, dl_error *error) {
    dl_bytes map;
    if (all->count == sizeof all->rows / sizeof *all->rows) return dl_fail(error, DL_LIMIT, "more than 64 dictionaries in one folder");
    dl_status status = dl_map_open(&map, path, error);
    if (status != DL_OK) return status;
    input in = {dl_arena_copy(arena, dl_bytes_of(path)).data, dl_arena_copy(arena, map), kind};
    dl_map_close(&map);
    if (!in.path || !in.bytes.data) return dl_fail(error, DL_NO_MEMORY, "out of memory while reading the dictionaries");
    all->rows[all->count++] = in;
    return DL_OK;
}

static dl_status load_all(dl_arena *arena, const char *folder, inputs *all, dl_error *error) {
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, visible, alphasort);
    if (count < 0) return dl_fail_at(error, DL_CANNOT_READ, "the folder of the dictionaries cannot be read", DL_NO_OFFSET, errno);
    dl_status status = DL_OK;
    for (int i = 0; i < count; i++) {
        char path[PATH_ROOM];
        dl_petrarch_kind kind;
        bool fits = snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name) < PATH_ROOM;
        if (status == DL_OK && fits && dl_petrarch_kind_of(dl_bytes_of(entries[i]->d_name), &kind)) status = load(arena, path, kind, all, error);
        free(entries[i]);
    }
    free(entries);
    if (status == DL_OK && !all->count)
        return dl_fail(error, DL_BAD_INPUT,
                       "the folder holds no dictionary: they are told by verbs, CAMEO, actors, agents, discards or issue in names that end in .txt");
    return status;
}

static dl_status write_table(const char *folder, const char *name, const char *head, const dl_petrarch_table *table, dl_error *error) {
    char path[PATH_ROOM];
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= PATH_ROOM) return dl_fail(error, DL_BAD_ARGUMENT, "the folder's name is too long");
    FILE *file = fopen(path, "wb");
    if (!file) return dl_fail_at(error, DL_CANNOT_WRITE, "a table cannot be written", DL_NO_OFFSET, errno);
    bool good = fputs(head, file) >= 0 && (!table || fwrite(table->text.data ? table->text.data : "", 1, table->text.size, file) == table->text.size);
    if (fclose(file)) good = false;
    return good ? DL_OK : dl_fail_at(error, DL_CANNOT_WRITE, "a table cannot be written", DL_NO_OFFSET, errno);
}

static void say_rows(const dl_petrarch *p, const char *name, const dl_petrarch_table *table) {
    char number[16];
    dl_remark remark = {
        .file = name, .message = "rows written:", .about = {number, (size_t)snprintf(number, sizeof number, "%u", (unsigned)table->rows)}};
    p->ear.hear(p->ear.self, &remark);
}

#define EVENTS "#! alone\nlemma\tpos\tif\tevent\tcameo\twho\twhom\tflags\n"

static dl_status make_folders(const char *folder, dl_error *error) {
    static const char *const below[] = {"", "/actors", "/events", "/text"};
    for (size_t i = 0; i < sizeof below / sizeof *below; i++) {
        char path[PATH_ROOM];
        if (snprintf(path, sizeof path, "%s%s", folder, below[i]) >= PATH_ROOM)
            return dl_fail(error, DL_BAD_ARGUMENT, "the folder's name is too long");
        if (mkdir(path, 0777) && errno != EEXIST)
            return dl_fail_at(error, DL_CANNOT_WRITE, "the folder for the tables cannot be made", DL_NO_OFFSET, errno);
    }
    return DL_OK;
}

/* Imported tables stand alone, with the tables beside them empty: PETRARCH codes nothing that its dictionaries do not name. */
static dl_status write_all(const dl_petrarch *p, const char *folder, dl_error *error) {
    static const dl_petrarch_table none = {0};
    const struct {
        const char *name, *head;
        const dl_petrarch_table *table;
        bool wanted;
    } tables[] = {
        {"actors/bodies.tsv", "#! alone\nid\tname\taliases\tcode\tcountry\troles\tfrom\tto\tsource\n", &p->bodies, p->bodies.rows},
        {"actors/offices.tsv", "#! alone\nid\tname\n", &none, p->bodies.rows},
        {"actors/metonyms.tsv", "#! alone\nid\tname\n", &none, p->bodies.rows},
        {"actors/agents.tsv", "#! alone\nlemma\trole\tkind\n", &p->agents, p->agents.rows},
        {"events/verbs.tsv", EVENTS, &p->verbs, p->verbs.rows},
        {"events/phrases.tsv", EVENTS, &none, p->verbs.rows},
        {"events/nouns.tsv", EVENTS, &none, p->verbs.rows},
        {"events/adjectives.tsv", EVENTS, &none, p->verbs.rows},
        {"events/sets.tsv", "name\twords\n", &p->sets, p->sets.rows},
        {"text/boilerplate.tsv", "phrase\twhere\n", &p->boilerplate, p->boilerplate.rows},
    };
    dl_status status = make_folders(folder, error);
    for (size_t i = 0; status == DL_OK && i < sizeof tables / sizeof *tables; i++) {
        if (!tables[i].wanted) continue;
        status = write_table(folder, tables[i].name, tables[i].head, tables[i].table, error);
        if (status == DL_OK && tables[i].table->rows) say_rows(p, tables[i].name, tables[i].table);
    }
    return status;
}

dl_status dl_petrarch_import(const char *from, const char *to, dl_ear ear, dl_error *error) {
    dl_arena arena = {0};
    inputs all = {.count = 0};
    jmp_buf guard;
    dl_status status = load_all(&arena, from, &all, error);
    dl_petrarch *p = status == DL_OK ? DL_NEW(&arena, dl_petrarch) : NULL;
    if (status == DL_OK && !p) status = dl_fail(error, DL_NO_MEMORY, "out of memory while reading the dictionaries");
    if (status != DL_OK) return dl_arena_free(&arena), status;
    *p = (dl_petrarch){.arena = &arena, .ear = ear};
    dl_arena_guard(&arena, &guard);
    if (setjmp(guard)) {
        dl_arena_free(&arena);
        return dl_fail(error, DL_NO_MEMORY, "out of memory while reading the dictionaries");
    }
    for (uint32_t i = 0; i < all.count; i++) dl_petrarch_read(p, all.rows[i].kind, all.rows[i].path, all.rows[i].bytes);
    dl_arena_guard(&arena, NULL);
    status = write_all(p, to, error);
    dl_arena_free(&arena);
    return status;
}
