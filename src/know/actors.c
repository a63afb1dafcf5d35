#include "know/actors.h"

#include "base/calendar.h"

static dl_actor_table open_table(const dl_know *know, const char *name) {
    uint32_t t = dl_know_table(know, name);
    return (dl_actor_table){.table = t,
                            .id = dl_know_column(know, t, "id"),
                            .name = dl_know_column(know, t, "name"),
                            .code = dl_know_column(know, t, "code"),
                            .country = dl_know_column(know, t, "country"),
                            .role = dl_know_column(know, t, "role"),
                            .from = dl_know_column(know, t, "from"),
                            .to = dl_know_column(know, t, "to")};
}

dl_actors dl_actors_open(const dl_know *know) {
    return (dl_actors){.know = know,
                       .offices = open_table(know, "actors/offices"),
                       .bodies = open_table(know, "actors/bodies"),
                       .metonyms = open_table(know, "actors/metonyms")};
}

dl_bytes dl_actor_cell(const dl_actors *actors, const dl_actor_table *table, uint32_t row, uint32_t column) {
    return dl_know_cell(actors->know, table->table, row, column);
}

static int id_order(const dl_actors *actors, const dl_actor_table *table, uint32_t row, dl_bytes id) {
    dl_bytes cell = dl_actor_cell(actors, table, row, table->id);
    size_t n = cell.size < id.size ? cell.size : id.size;
    int order = n ? memcmp(cell.data, id.data, n) : 0;
    return order ? order : (cell.size > id.size) - (cell.size < id.size);
}

void dl_actor_rows(const dl_actors *actors, const dl_actor_table *table, dl_bytes id, uint32_t *first, uint32_t *end) {
    uint32_t low = 0, high = table->table ? dl_know_rows(actors->know, table->table) : 0, rows = high;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (id_order(actors, table, middle, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *first = *end = low;
    while (*end < rows && !id_order(actors, table, *end, id)) ++*end;
    if (*first == *end) *first = *end = 0;
}

/* A year or a month stands for its first day as a beginning and for its last as an end. */
static dl_instant last_instant(dl_instant begin, dl_grain grain) {
    dl_date d = dl_date_of_instant(begin);
    if (grain == DL_GRAIN_YEAR)
        d = (dl_date){d.year + 1, 1, 1};
    else if (grain == DL_GRAIN_MONTH)
        d = d.month == 12 ? (dl_date){d.year + 1, 1, 1} : (dl_date){d.year, d.month + 1, 1};
    else
        return begin + DL_DAY - 1;
    return dl_instant_of_date(d) - 1;
}

static bool before(const dl_actors *actors, const dl_actor_table *table, uint32_t row, dl_instant when) {
    dl_instant at;
    dl_grain grain;
    bool zoned;
    dl_bytes to = dl_actor_cell(actors, table, row, table->to);
    return to.size && dl_iso_read(to, &at, &grain, &zoned) && last_instant(at, grain) < when;
}

bool dl_actor_row_holds(const dl_actors *actors, const dl_actor_table *table, uint32_t row, dl_instant when) {
    dl_instant at;
    dl_grain grain;
    bool zoned;
    if (when == DL_NO_TIME) return false;
    dl_bytes from = dl_actor_cell(actors, table, row, table->from);
    if (from.size && dl_iso_read(from, &at, &grain, &zoned) && when < at) return false;
    return !before(actors, table, row, when);
}

dl_bytes dl_actor_compose(dl_arena *arena, dl_bytes country, dl_bytes role) {
    if (!country.size) return role;
    if (!role.size) return country;
    return dl_arena_join(arena, (dl_bytes[]){country, role}, 2);
}

static dl_bytes code_of(const dl_actors *actors, const dl_actor_table *table, uint32_t row, dl_arena *arena) {
    if (table->code != DL_NO_COLUMN) return dl_actor_cell(actors, table, row, table->code);
    return dl_actor_compose(arena, dl_actor_cell(actors, table, row, table->country), dl_actor_cell(actors, table, row, table->role));
}

static bool of_state(dl_bytes role) {
    return dl_bytes_is(role, "GOV") || dl_bytes_is(role, "LEG") || dl_bytes_is(role, "JUD");
}

/* No row holds: the country, and ELI behind an office of state that is over. */
static dl_bytes code_outside(const dl_actors *actors, const dl_actor_table *table, uint32_t first, uint32_t end, dl_instant when, dl_arena *arena) {
    bool office = false;
    dl_bytes country = dl_actor_cell(actors, table, first, table->country);
    for (uint32_t r = first; r < end; r++)
        if (before(actors, table, r, when) && table->role != DL_NO_COLUMN) office |= of_state(dl_actor_cell(actors, table, r, table->role));
    if (table->code != DL_NO_COLUMN) return end - first == 1 ? code_of(actors, table, first, arena) : country;
    return office ? dl_actor_compose(arena, country, DL_LIT("ELI")) : country;
}

/* The country that all rows share, or nothing. */
static dl_bytes one_country(const dl_actors *actors, const dl_actor_table *table, uint32_t first, uint32_t end) {
    dl_bytes country = dl_actor_cell(actors, table, first, table->country);
    for (uint32_t r = first + 1; r < end; r++)
        if (!dl_bytes_equal(country, dl_actor_cell(actors, table, r, table->country))) return (dl_bytes){0};
    return country;
}

static dl_bytes code_undated(const dl_actors *actors, const dl_actor_table *table, uint32_t first, uint32_t end, dl_arena *arena) {
    dl_bytes code = code_of(actors, table, first, arena);
    for (uint32_t r = first + 1; r < end; r++)
        if (!dl_bytes_equal(code, code_of(actors, table, r, arena))) return one_country(actors, table, first, end);
    return code;
}

dl_bytes dl_actor_row_code(const dl_actors *actors, const dl_actor_table *table, uint32_t row, dl_instant when, dl_arena *arena) {
    uint32_t first, end;
    dl_actor_rows(actors, table, dl_actor_cell(actors, table, row, table->id), &first, &end);
    if (first == end) return (dl_bytes){0};
    if (table->from == DL_NO_COLUMN) return code_of(actors, table, row, arena);
    if (when == DL_NO_TIME) return code_undated(actors, table, first, end, arena);
    for (uint32_t r = first; r < end; r++)
        if (dl_actor_row_holds(actors, table, r, when)) return code_of(actors, table, r, arena);
    return code_outside(actors, table, first, end, when, arena);
}

/* The first table that has the id, with its rows; NULL where none has. */
static const dl_actor_table *table_with(const dl_actors *actors, dl_bytes id, uint32_t *first, uint32_t *end) {
    const dl_actor_table *const tables[] = {&actors->offices, &actors->bodies, &actors->metonyms};
    for (size_t i = 0; id.size && i < sizeof tables / sizeof *tables; i++) {
        dl_actor_rows(actors, tables[i], id, first, end);
        if (*first < *end) return tables[i];
    }
    return NULL;
}

dl_bytes dl_actor_code(const dl_actors *actors, dl_bytes id, dl_instant when, dl_arena *arena) {
    uint32_t first, end;
    const dl_actor_table *table = table_with(actors, id, &first, &end);
    return table ? dl_actor_row_code(actors, table, first, when, arena) : (dl_bytes){0};
}

bool dl_actor_find(const dl_actors *actors, dl_bytes id, dl_instant when, uint32_t *table, uint32_t *row) {
    uint32_t first, end;
    const dl_actor_table *found = table_with(actors, id, &first, &end);
    if (!found) return false;
    *table = found->table, *row = first;
    for (uint32_t r = end; found->from != DL_NO_COLUMN && r-- > first;)
        if (dl_actor_row_holds(actors, found, r, when)) *row = r;
    return true;
}
