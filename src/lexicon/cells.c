/* What may stand in the cells of a table: one list of columns. */
#include "base/calendar.h"
#include "doc/doc.h"
#include "know/code.h"
#include "lexicon/check.h"

typedef struct cell {
    const dl_lexicon *x;
    uint32_t table, column;
    dl_bytes text;
    dl_bytes *about;
} cell;

static const char *event(const cell *c) {
    if (dl_bytes_is(c->text, "-") || dl_bytes_is(c->text, "+") || !c->text.size) return NULL;
    if (dl_event_named(c->text) != DL_EVENT_NONE) return NULL;
    return "no event of PLOVER: write its name in capitals, - for a stop row, or + for a word that only governs";
}

static const char *status(const cell *c) {
    dl_claim_status status;
    if (!c->text.size || dl_claim_status_named(c->text, &status)) return NULL;
    return "no status: write one of happened, ongoing, planned, called-for, threatened, attempted, possible, conditional, denied, not";
}

static const char *date(const cell *c) {
    dl_instant at;
    dl_grain grain;
    bool zoned;
    return !c->text.size || dl_iso_read(c->text, &at, &grain, &zoned) ? NULL : "no date: write 2022-03-14, 2022-03 or 2022";
}

static const char *filled(const cell *c) {
    return c->text.size ? NULL : "empty: every row of this table needs one";
}

/* Some row of the table as it is seen, the user's tables over it, has `word` in the column, as one of a list cut at `mark`. */
static bool has_word(const dl_know *know, uint32_t table, uint32_t column, char mark, dl_bytes word) {
    for (uint32_t row = 0; row < know->tables[table].row_count; row++) {
        dl_bytes rest = dl_know_cell(know, table, row, column), one;
        while (dl_bytes_cut(&rest, mark, &one))
            if (dl_bytes_equal(one, word)) return true;
    }
    return false;
}

static const char *closed(const cell *c, char mark) {
    dl_bytes rest = c->text, one;
    while (dl_bytes_cut(&rest, mark, &one))
        if (one.size && !has_word(c->x->know, c->table, c->column, mark, one)) {
            *c->about = one;
            return "no built-in row has this value, so nothing asks for it: the head of the built-in table tells those that there are";
        }
    return NULL;
}

static const char *one_of(const cell *c) {
    return closed(c, '\t');
}

static const char *blank_list(const cell *c) {
    return closed(c, ' ');
}

static const char *comma_list(const cell *c) {
    return closed(c, ',');
}

static bool role(dl_bytes name) {
    for (size_t i = 0; i < name.size; i++)
        if (!dl_is_lower(name.data[i]) && !(i && i + 1 < name.size && (name.data[i] == '.' || name.data[i] == '-'))) return false;
    return name.size != 0;
}

static const char *roles(const cell *c) {
    dl_bytes rest = c->text, one;
    while (dl_bytes_cut(&rest, ',', &one))
        if (!role(one)) {
            *c->about = one;
            return "no role: roles are subj, obj, to, obj.by and the like (spec/lexicon.md), with commas between them";
        }
    return NULL;
}

static bool known_set(const dl_lexicon *x, dl_bytes name) {
    uint32_t table = dl_know_table(x->know, "events/sets"), column = dl_know_column(x->know, table, "name");
    return has_word(x->know, table, column, '\t', name) || has_word(x->over->own, table, column, '\t', name);
}

/* A class of condition that can stand beside others ("GOV|state"): one by name, or a sector of actors. */
static bool one_class(dl_bytes name) {
    static const char *const names[] = {"actor", "person", "people", "number", "place", "state"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (dl_bytes_is(name, names[i])) return true;
    dl_bytes sector, rest = name;
    return name.size == 3 && dl_actor_role(&rest, &sector);
}

static bool class(dl_bytes names) {
    if (dl_bytes_is(names, "several") || dl_bytes_is(names, "self")) return true;
    dl_bytes one;
    while (dl_bytes_cut(&names, '|', &one))
        if (!one_class(one)) return false;
    return true;
}

static const char *condition(const cell *c, dl_bytes one) {
    bool not = one.data[0] == '!';
    dl_bytes left = {one.data + not, one.size - not }, words, word;
    size_t n = 0;
    while (n < left.size && left.data[n] != '=' && left.data[n] != ':') n++;
    words = (dl_bytes){left.data + n + (n < left.size), left.size - n - (n < left.size)};
    bool marked = n < left.size, lists = marked && left.data[n] == '=';
    left.size = n;
    while (dl_bytes_cut(&left, '|', &word))
        if (!role(word)) return "what stands in front of = or : is no role (spec/lexicon.md)";
    if (!n || (marked && !words.size)) return "a condition is a role, role=word|word, or role:class (spec/lexicon.md)";
    while (lists && dl_bytes_cut(&words, '|', &word))
        if (word.size && word.data[0] == '@' && !known_set(c->x, (dl_bytes){word.data + 1, word.size - 1}))
            return "no such word list: events/sets.tsv, yours or the built-in one, has to name it";
    if (marked && !lists && !class(words))
        return "no such class: there are :actor, :person, :people, :place, :several, :state, :self and sectors (:MIL|REB)";
    return NULL;
}

static const char *conditions(const cell *c) {
    dl_bytes rest = c->text, one;
    while (dl_bytes_cut(&rest, ' ', &one)) {
        const char *wrong = one.size ? condition(c, one) : NULL;
        if (wrong) return *c->about = one, wrong;
    }
    return NULL;
}

/* Table ("events/" for all of a folder, "" for all), column, and what its cells have to be. */
static const struct rule {
    const char *table, *column;
    const char *(*fault)(const cell *c);
} rules[] = {
    {"events/", "event", event},
    {"events/", "inner", status},
    {"events/", "if", conditions},
    {"events/", "who", roles},
    {"events/", "whom", roles},
    {"events/", "mode", one_of},
    {"events/", "context", comma_list},
    {"events/", "lemma", filled},
    {"events/sets", "name", filled},
    {"events/light", "status", status},
    {"status/", "status", status},
    {"status/", "frame", one_of},
    {"actors/", "id", filled},
    {"actors/", "name", filled},
    {"actors/", "from", date},
    {"actors/", "to", date},
    {"places/", "precision", one_of},
    {"said/", "stance", one_of},
    {"", "pos", one_of},
    {"", "kind", one_of},
    {"", "class", one_of},
    {"", "flags", blank_list},
};

const char *dl_cell_fault(const dl_lexicon *x, uint32_t table, uint32_t column, dl_bytes text, dl_bytes *about) {
    cell c = {x, table, column, text, about};
    dl_bytes name = dl_know_column_name(x->know, table, column);
    *about = text;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (!dl_bytes_start(dl_know_table_name(x->know, table), rules[i].table) || !dl_bytes_is(name, rules[i].column)) continue;
        const char *wrong = rules[i].fault(&c);
        if (wrong) return wrong;
    }
    return NULL;
}
