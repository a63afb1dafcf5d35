#include "when/vocabulary.h"

static const char *const class_names[] = {
    "",
#define CLASS(id, name) name,
#define CODE(id)
#include "when/vocabulary.def"
#undef CLASS
#undef CODE
};

static const char *const code_names[] = {
    "",
#define CLASS(id, name)
#define CODE(id) #id,
#include "when/vocabulary.def"
#undef CLASS
#undef CODE
};

_Static_assert(WHEN_CLASS_COUNT_ <= 64, "an atom holds its classes in 64 bits");

const char *dl_when_code_name(unsigned code) {
    return code < CODE_COUNT_ ? code_names[code] : "";
}

static unsigned find_name(const char *const *names, unsigned count, dl_bytes name) {
    for (unsigned i = 1; i < count; i++)
        if (dl_bytes_is(name, names[i])) return i;
    return 0;
}

static int16_t read_value(dl_bytes cell) {
    int64_t number;
    bool minus = dl_bytes_start(cell, "-");
    if (dl_bytes_number((dl_bytes){cell.data + minus, cell.size - minus}, &number)) return (int16_t)(minus ? -number : number);
    return (int16_t)find_name(code_names, CODE_COUNT_, cell);
}

when_vocabulary dl_when_vocabulary(const dl_know *know, dl_arena *arena) {
    uint32_t table = dl_know_table(know, "time/words"), kind = dl_know_column(know, table, "class");
    when_vocabulary v = {.know = know, .table = table, .value_column = dl_know_column(know, table, "value"), .count = dl_know_rows(know, table)};
    v.rows = DL_NEW_ARRAY(arena, when_word, v.count);
    for (uint32_t i = 0; i < v.count; i++) {
        v.rows[i].kind = (uint8_t)find_name(class_names, WHEN_CLASS_COUNT_, dl_know_cell(know, table, i, kind));
        bool holiday = v.rows[i].kind == WHEN_HOLIDAY;
        v.rows[i].value = holiday ? (int16_t)i : read_value(dl_know_cell(know, table, i, v.value_column));
    }
    return v;
}
