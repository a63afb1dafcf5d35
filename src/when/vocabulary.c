#include "when/vocabulary.h"

#define WORD(s) \
    { s, sizeof s - 1 }
static const dl_bytes class_names[] = {
    WORD(""),
#define CLASS(id, name) WORD(name),
#define CODE(id)
#include "when/vocabulary.def"
#undef CLASS
#undef CODE
};

static const dl_bytes code_names[] = {
    WORD(""),
#define CLASS(id, name)
#define CODE(id) WORD(#id),
#include "when/vocabulary.def"
#undef CLASS
#undef CODE
};

_Static_assert(WHEN_CLASS_COUNT_ <= 64, "an atom holds its classes in 64 bits");

const char *dl_when_code_name(unsigned code) {
    return code < CODE_COUNT_ ? code_names[code].data : "";
}

static unsigned find_name(const dl_bytes *names, unsigned count, dl_bytes name) {
    for (unsigned i = 1; name.size && i < count; i++)
        if (name.size == names[i].size && name.data[0] == names[i].data[0] && dl_bytes_equal(name, names[i])) return i;
    return 0;
}

static int16_t read_value(dl_bytes cell) {
    int64_t number;
    bool minus = dl_bytes_start(cell, "-");
    if (dl_bytes_number((dl_bytes){cell.data + minus, cell.size - minus}, &number)) return (int16_t)(minus ? -number : number);
    return (int16_t)find_name(code_names, CODE_COUNT_, cell);
}

when_vocabulary dl_when_vocabulary(const dl_know *know, dl_arena *arena) {
    uint32_t table = dl_know_table(know, "time/words");
    when_vocabulary v = {.know = know, .table = table, .count = dl_know_rows(know, table)};
    v.class_column = dl_know_column(know, table, "class");
    v.value_column = dl_know_column(know, table, "value");
    v.rows = DL_NEW_ARRAY(arena, when_word, v.count);
    v.seen = DL_NEW_ARRAY(arena, when_seen, WHEN_SEEN);
    return v;
}

/* Equal cells are kept once by the knowledge: an address found before has its number. */
static unsigned class_of(const when_vocabulary *v, dl_bytes cell) {
    when_seen *seen = &v->seen[(uintptr_t)cell.data / 8 % WHEN_SEEN];
    if (seen->cell != cell.data) *seen = (when_seen){cell.data, find_name(class_names, WHEN_CLASS_COUNT_, cell)};
    return seen->number;
}

when_word dl_when_word(const when_vocabulary *v, uint32_t row) {
    when_word *word = &v->rows[row];
    if (word->kind) return *word;
    word->kind = (uint8_t)class_of(v, dl_know_cell(v->know, v->table, row, v->class_column));
    word->value = word->kind == WHEN_HOLIDAY ? (int16_t)row : read_value(dl_know_cell(v->know, v->table, row, v->value_column));
    return *word;
}
