/* Known actors and their codes as of a date: data/actors/offices.tsv, bodies.tsv and metonyms.tsv.
 *
 * An actor has an id and one row for each standing: a person one for each term of office, a body one for each time in which its code was the same.
 * The tables are sorted by id, so that an id is found by binary search. Nothing here owns memory but what it takes from the arena it is given.
 */
#ifndef DL_KNOW_ACTORS_H
#define DL_KNOW_ACTORS_H

#include "base/arena.h"
#include "know/know.h"

/* One table and the columns that all three have, or DL_NO_COLUMN. */
typedef struct dl_actor_table {
    uint32_t table, id, name, code, country, role, from, to;
} dl_actor_table;

typedef struct dl_actors {
    const dl_know *know;
    dl_actor_table offices, bodies, metonyms;
} dl_actors;

/* Looks up tables and columns; a knowledge file without them gives tables without rows. */
dl_actors dl_actors_open(const dl_know *know);

dl_bytes dl_actor_cell(const dl_actors *actors, const dl_actor_table *table, uint32_t row, uint32_t column);
/* The rows of one id, first and one past the last; both 0 where there is none. */
void dl_actor_rows(const dl_actors *actors, const dl_actor_table *table, dl_bytes id, uint32_t *first, uint32_t *end);
/* Whether `when` lies between the row's `from` and `to`, its first and last day included. False where `when` is DL_NO_TIME. */
bool dl_actor_row_holds(const dl_actors *actors, const dl_actor_table *table, uint32_t row, dl_instant when);

/* The code that the actor of this row's id has at `when`. A person who holds none of the offices at that time has the country's code, with ELI behind
 * it where an office of government, parliament or courts lies before. Where `when` is DL_NO_TIME the code is that of all rows, if they agree, else
 * the country. May be empty. */
dl_bytes dl_actor_row_code(const dl_actors *actors, const dl_actor_table *table, uint32_t row, dl_instant when, dl_arena *arena);
/* The same from an id as mentions carry it; empty where no table has the id. */
dl_bytes dl_actor_code(const dl_actors *actors, dl_bytes id, dl_instant when, dl_arena *arena);

/* The row that decides what an id is at `when`: the first that holds, else the first of all. False, and nothing changed, where no table has the id.
 */
bool dl_actor_find(const dl_actors *actors, dl_bytes id, dl_instant when, uint32_t *table, uint32_t *row);

/* Country (may be empty) and role (may be empty) as one code. */
dl_bytes dl_actor_compose(dl_arena *arena, dl_bytes country, dl_bytes role);

#endif
