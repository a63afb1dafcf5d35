#include "event/tables.h"

#include "base/error.h"
#include "base/hash.h"

#include <stdlib.h>

enum { CONDITION_WEIGHT = 16 };

/* FNV-1a (Fowler, Noll, Vo). */
uint32_t dl_word_key(dl_bytes word) {
    uint32_t key = 2166136261u;
    for (size_t i = 0; i < word.size; i++) {
        unsigned char c = (unsigned char)word.data[i];
        key = (key ^ (dl_is_upper((char)c) ? c | 32u : c)) * 16777619u;
    }
    return key ^ key >> 15; /* its low bits say little of the first letters */
}

/* Numbers texts from 1, the same text the same number: open addressing, in twice the room. */
typedef struct numbering {
    dl_bytes *texts;
    uint32_t *slots;
    uint32_t mask, count;
} numbering;

static void begin_numbering(numbering *n, dl_arena *arena, uint32_t most) {
    uint32_t room = 16;
    while (room < 2 * most) room *= 2;
    *n = (numbering){DL_NEW_ARRAY(arena, dl_bytes, most + 1), DL_NEW_ARRAY(arena, uint32_t, room), room - 1, 0};
}

static uint32_t number_of(numbering *n, dl_bytes text) {
    uint32_t slot = (uint32_t)dl_hash(text) & n->mask;
    while (n->slots[slot] && !dl_bytes_equal(n->texts[n->slots[slot]], text)) slot = (slot + 1) & n->mask;
    if (!n->slots[slot]) n->texts[n->slots[slot] = ++n->count] = text;
    return n->slots[slot];
}

typedef struct opening {
    dl_event_tables *tables;
    const dl_know *know;
    dl_arena scratch;
    numbering roles, conditions;
    dl_condition **made; /* by their numbers */
} opening;

static uint16_t number_of_set(const opening *o, dl_bytes name) {
    const dl_rows_of *sets = &o->tables->sets;
    for (uint32_t row = 0; row < dl_know_rows(o->know, sets->table); row++)
        if (dl_bytes_equal(dl_know_cell(o->know, sets->table, row, sets->name), name)) return (uint16_t)(row + 1);
    return 0;
}

static uint32_t pieces_of(dl_bytes text, char mark) {
    uint32_t count = 0;
    dl_bytes one;
    while (dl_bytes_cut(&text, mark, &one)) count++;
    return count;
}

static dl_words read_words(opening *o, dl_bytes text) {
    uint32_t count = pieces_of(text, '|');
    uint32_t *keys = DL_NEW_ARRAY(&o->tables->arena, uint32_t, count);
    uint16_t *sets = DL_NEW_ARRAY(&o->tables->arena, uint16_t, count);
    dl_words words = {.text = text, .keys = keys, .sets = sets, .plain = dl_is_plain(text)};
    dl_bytes rest = text, one;
    while (dl_bytes_cut(&rest, '|', &one)) {
        if (!one.size || one.data[0] != '@') {
            uint32_t key = dl_word_key(one);
            keys[words.key_count++] = key;
            words.mask |= dl_key_bit(key);
            continue;
        }
        uint16_t set = number_of_set(o, (dl_bytes){one.data + 1, one.size - 1});
        if (set) sets[words.set_count++] = set;
        words.armed |= dl_bytes_is(one, "@police") ? DL_POLICE_SET : dl_bytes_is(one, "@army") ? DL_ARMY_SET : 0;
        words.armed |= dl_bytes_is(one, "@fighter") ? DL_FIGHTER_SET : 0;
    }
    return words;
}

/* What a name on the left asks: each is known behind "=" or where it stands alone; every other name is a role. */
static dl_asked asked_by(dl_bytes name, char mark) {
    static const struct {
        const char *name;
        char mark;
        uint8_t asked;
    } all[] = {
        {"prt", '=', DL_ASK_PRT},     {"mod", '=', DL_ASK_MOD},         {"comp", '=', DL_ASK_MOD},          {"light", '=', DL_ASK_LIGHT},
        {"xcomp", '=', DL_ASK_XCOMP}, {"ccomp", '=', DL_ASK_CCOMP},     {"judged", '=', DL_ASK_JUDGED},     {"head", '=', DL_ASK_HEAD},
        {"case", '=', DL_ASK_CASE},   {"near", '=', DL_ASK_NEAR},       {"modal", '=', DL_ASK_MODAL},       {"cmodal", '=', DL_ASK_CMODAL},
        {"plural", 0, DL_ASK_PLURAL}, {"singular", 0, DL_ASK_SINGULAR}, {"predicate", 0, DL_ASK_PREDICATE}, {"done", 0, DL_ASK_DONE},
        {"neg", 0, DL_ASK_NEG},       {"cneg", 0, DL_ASK_CNEG},         {"xneg", 0, DL_ASK_XNEG},           {"cbase", 0, DL_ASK_CBASE},
        {"light", 0, DL_ASK_LIGHT},   {"prt", 0, DL_ASK_PRT},           {"xcomp", 0, DL_ASK_XCOMP},         {"ccomp", 0, DL_ASK_CCOMP},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].mark == mark && dl_bytes_is(name, all[i].name)) return all[i].asked;
    bool within = mark == '=' && name.size > 4 && dl_bytes_finish(name, ".mod"); /* "obj.mod=joint": a word in front of the object */
    return within ? DL_ASK_ROLE_MOD : DL_ASK_ROLE;
}

static dl_place_asked read_place(opening *o, dl_bytes name, char mark) {
    dl_asked asked = asked_by(name, mark);
    if (asked == DL_ASK_ROLE_MOD) name.size -= 4;
    if (asked == DL_ASK_PRT) name = DL_LIT("(particle)");
    if (asked == DL_ASK_XCOMP) name = DL_LIT("(infinitive)");
    if (asked == DL_ASK_CCOMP || asked == DL_ASK_CMODAL) name = DL_LIT("(clause)");
    return (dl_place_asked){.role = (uint16_t)number_of(&o->roles, name), .asked = (uint8_t)asked};
}

static dl_condition read_condition(opening *o, dl_bytes text) {
    dl_condition c = {.text = text, .not = text.data[0] == '!'};
    dl_bytes left = {text.data + c.not, text.size - c.not }, one;
    const char *equal = memchr(left.data, '=', left.size), *colon = memchr(left.data, ':', left.size), *mark = equal ? equal : colon;
    if (mark) {
        dl_bytes right = {mark + 1, left.size - (size_t)(mark - left.data) - 1};
        left.size = (size_t)(mark - left.data);
        c.mark = *mark;
        c.words = equal ? read_words(o, right) : (dl_words){.text = right};
    }
    dl_place_asked *places = DL_NEW_ARRAY(&o->tables->arena, dl_place_asked, pieces_of(left, '|'));
    c.places = places;
    while (dl_bytes_cut(&left, '|', &one)) places[c.place_count++] = read_place(o, one, c.mark);
    return c;
}

/* Words written out say more than a list with a name, a list more than that something is there. */
static uint32_t weight_of(const dl_condition *c) {
    if (c->not ) return 0;
    return CONDITION_WEIGHT + (c->mark != '=' ? 0 : memchr(c->text.data, '@', c->text.size) ? 1 : 2);
}

/* Most conditions stand in several rows of a word, which are asked one after the other: so they are made once. */
static const dl_condition *condition_of(opening *o, dl_bytes text) {
    dl_condition **made = o->made + number_of(&o->conditions, text);
    if (!*made) *made = DL_NEW(&o->tables->arena, dl_condition), **made = read_condition(o, text);
    return *made;
}

/* Whether a condition holds only where its role is filled. "in:place" may hold of a place that fills none. */
static bool needs_role(const dl_condition *c) {
    unsigned asked = c->place_count == 1 ? c->places->asked : DL_ASK_HEAD;
    bool role = asked == DL_ASK_ROLE || asked == DL_ASK_ROLE_MOD || asked == DL_ASK_PRT;
    bool clause = asked == DL_ASK_XCOMP || asked == DL_ASK_CCOMP || asked == DL_ASK_CMODAL;
    return !c->not &&(role || clause) && !(c->mark == ':' && dl_bytes_is(c->words.text, "place"));
}

/* The words of which one must stand in the role, where no list and no other spelling of one will do. */
static uint64_t keys_needed(const dl_condition *c) {
    bool other = c->places->asked == DL_ASK_ROLE_MOD || c->places->asked == DL_ASK_CMODAL; /* the words stand beside */
    bool words = c->mark == '=' && c->words.plain && !c->words.set_count && !c->words.armed;
    return words && !other ? c->words.mask : DL_ANY_WORD;
}

static void read_needs(dl_row_conditions *row) {
    for (uint32_t i = 0; i < row->count && !row->needs.role; i++)
        if (needs_role(row->all[i])) row->needs = *row->all[i]->places, row->keys = keys_needed(row->all[i]);
}

static dl_row_conditions read_row(opening *o, const dl_rows_of *of, uint32_t row) {
    dl_bytes rest = dl_know_cell(o->know, of->table, row, of->conditions), pos = dl_know_cell(o->know, of->table, row, of->pos), one;
    const dl_condition **all = DL_NEW_ARRAY(&o->tables->arena, const dl_condition *, pieces_of(rest, ' '));
    dl_row_conditions read = {.all = all, .pos = pos.size ? pos.data[0] : 0};
    while (dl_bytes_cut(&rest, ' ', &one)) {
        if (!one.size) continue;
        all[read.count] = condition_of(o, one);
        read.weight = (uint16_t)(read.weight + weight_of(all[read.count++]));
    }
    read_needs(&read);
    return read;
}

static dl_rows_of columns_of(const dl_know *know, const char *name) {
    uint32_t table = dl_know_table(know, name);
    return (dl_rows_of){
        .table = table,
        .name = dl_know_column(know, table, "name"),
        .pos = dl_know_column(know, table, "pos"),
        .conditions = dl_know_column(know, table, "if"),
        .frame = dl_know_column(know, table, "frame"),
        .status = dl_know_column(know, table, "status"),
        .prt = dl_know_column(know, table, "prt"),
        .event = dl_know_column(know, table, "event"),
        .flags = dl_know_column(know, table, "flags"),
        .mode = dl_know_column(know, table, "mode"),
        .cameo = dl_know_column(know, table, "cameo"),
        .context = dl_know_column(know, table, "context"),
        .who = dl_know_column(know, table, "who"),
        .whom = dl_know_column(know, table, "whom"),
        .inner = dl_know_column(know, table, "inner"),
    };
}

static void read_rows(opening *o, dl_rows_of *of) {
    uint32_t count = dl_know_rows(o->know, of->table);
    dl_row_conditions *rows = DL_NEW_ARRAY(&o->tables->arena, dl_row_conditions, count);
    for (uint32_t row = 0; row < count; row++) rows[row] = read_row(o, of, row);
    of->rows = rows;
}

/* The bit of a list that code asks for; 0 of the others. */
static uint64_t set_bit(dl_bytes name) {
    static const char *const names[] = {
#define SET(name) #name,
#include "event/sets.def"
#undef SET
    };
    for (uint32_t i = 0; i < DL_SET_COUNT_; i++)
        if (dl_bytes_is(name, names[i])) return (uint64_t)1 << i;
    return 0;
}

static void number_sets(opening *o) {
    dl_event_tables *t = o->tables;
    uint32_t count = dl_know_rows(o->know, t->sets.table);
    uint16_t *set_of = DL_NEW_ARRAY(&t->arena, uint16_t, count);
    uint64_t *bits = DL_NEW_ARRAY(&t->arena, uint64_t, count);
    for (uint32_t row = 0; row < count; row++) {
        dl_bytes name = dl_know_cell(o->know, t->sets.table, row, t->sets.name);
        set_of[row] = number_of_set(o, name), bits[row] = set_bit(name);
    }
    t->set_of = set_of, t->set_bits = bits;
}

/* At most so many conditions and roles as all cells have pieces. */
static uint32_t count_pieces(const opening *o, const dl_rows_of *of) {
    uint32_t count = 0;
    for (uint32_t row = 0; row < dl_know_rows(o->know, of->table); row++) {
        dl_bytes cell = dl_know_cell(o->know, of->table, row, of->conditions);
        count++;
        for (size_t i = 0; i < cell.size; i++) count += cell.data[i] == ' ' || cell.data[i] == '|';
    }
    return count;
}

static void number_columns(opening *o) {
    dl_event_tables *t = o->tables;
    t->sets = columns_of(o->know, "events/sets");
    t->blame = columns_of(o->know, "events/blame");
    t->verbs = columns_of(o->know, "events/verbs");
    t->phrases = columns_of(o->know, "events/phrases");
    t->nouns = columns_of(o->know, "events/nouns");
    t->adjectives = columns_of(o->know, "events/adjectives");
    t->light = columns_of(o->know, "events/light");
    t->governors = columns_of(o->know, "status/governors");
    t->modals = columns_of(o->know, "status/modals");
    t->openers = columns_of(o->know, "status/openers");
    t->classes = columns_of(o->know, "places/classes");
}

/* Not of those that are told in other ways as well: "a blow | to" is dealt "him", too. */
static uint64_t key_of_role(dl_bytes role) {
    dl_bytes first;
    bool told = dl_bytes_cut(&role, '.', &first) && first.size && first.data[0] != '(' &&
                !dl_bytes_among(first, "any subj obj iobj xsubj span xcomp ccomp pred topic poss comp by to against between following");
    return told ? dl_key_bit(dl_word_key(first)) : 0;
}

static void read_tables(opening *o) {
    dl_event_tables *t = o->tables;
    dl_rows_of *with_conditions[] = {&t->blame, &t->verbs, &t->phrases, &t->nouns, &t->adjectives};
    uint32_t most = 0;
    number_columns(o);
    number_sets(o);
    for (size_t i = 0; i < sizeof with_conditions / sizeof *with_conditions; i++) most += count_pieces(o, with_conditions[i]);
    begin_numbering(&o->roles, &o->scratch, most);
    begin_numbering(&o->conditions, &o->scratch, most);
    o->made = DL_NEW_ARRAY(&o->scratch, dl_condition *, most + 1);
    for (size_t i = 0; i < sizeof with_conditions / sizeof *with_conditions; i++) read_rows(o, with_conditions[i]);
    dl_bytes *roles = DL_NEW_ARRAY(&t->arena, dl_bytes, o->roles.count + 1);
    memcpy(roles, o->roles.texts, (o->roles.count + 1) * sizeof *roles);
    uint64_t *keys = DL_NEW_ARRAY(&t->arena, uint64_t, o->roles.count + 1);
    for (uint32_t i = 1; i <= o->roles.count; i++) keys[i] = key_of_role(roles[i]);
    t->roles = roles, t->role_keys = keys, t->role_count = o->roles.count;
}

/* Both arenas lead to the guard. */
static bool read_guarded(opening *o) {
    jmp_buf guard;
    dl_arena_guard(&o->tables->arena, &guard);
    dl_arena_guard(&o->scratch, &guard);
    if (setjmp(guard)) return false;
    read_tables(o);
    dl_arena_guard(&o->tables->arena, NULL);
    return true;
}

dl_status dl_event_tables_open(dl_event_tables **tables, const dl_know *know, dl_error *error) {
    dl_event_tables *made = *tables = calloc(1, sizeof *made);
    opening o = {.tables = made, .know = know};
    bool read = made && read_guarded(&o);
    dl_arena_free(&o.scratch);
    return read ? DL_OK : dl_fail(error, DL_NO_MEMORY, "out of memory while reading the tables of events");
}

void dl_event_tables_close(dl_event_tables *tables) {
    if (!tables) return;
    dl_arena_free(&tables->arena);
    free(tables);
}
