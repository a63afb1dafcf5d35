/* Reading the tables: heads, "#!" lines, rows. */
#include "base/utf8.h"
#include "lexicon/pack.h"

#include <stdlib.h>

/* What the "#!" lines of a file say. */
typedef struct directives {
    dl_bytes phrases, lemmas, integers, degrees, key;
    bool apart;
    uint32_t flags;
} directives;

/* One table while it is read. */
typedef struct reading {
    dl_pack *p;
    const dl_pack_head *like; /* NULL: the file's own head */
    directives d;
    dl_pack_head head;
    uint32_t column[DL_PACK_COLUMNS]; /* of the table, of each cell of a line; DL_NO_COLUMN: of none */
    uint32_t cells;                   /* that a line may have */
    dl_know_row_of_tables table;
    uint32_t number;
    bool plain; /* the words of the tokenizer itself: they are not cut */
} reading;

typedef struct line {
    dl_bytes text;
    uint32_t number, order;
} line;

static void fault(dl_pack *p, dl_bytes column, const char *what) {
    dl_pack_fault f = {p->file, p->line, column, what};
    p->faults++;
    p->say(p->self, &f);
}

void dl_pack_open(dl_pack *p, dl_arena *arena, void (*say)(void *self, const dl_pack_fault *fault), void *self) {
    *p = (dl_pack){.arena = arena, .say = say, .self = self, .node_count = DL_KNOW_ROOTS};
    dl_know_row_of_tables none = {.root = DL_KNOW_FORMS};
    none.name = dl_pack_string(p, (dl_bytes){"", 0});
    dl_pack_add(p, &p->tables, &none, sizeof none);
}

static void directive(reading *r, dl_bytes text) {
    dl_bytes name;
    while (text.size && text.data[0] == ' ') text = (dl_bytes){text.data + 1, text.size - 1};
    if (!dl_bytes_cut(&text, ' ', &name)) {
        fault(r->p, (dl_bytes){0}, "an empty #! line: take it away");
        return;
    }
    static const char *const lists[] = {"phrases", "lemmas", "integers", "degrees", "key"};
    dl_bytes *where[] = {&r->d.phrases, &r->d.lemmas, &r->d.integers, &r->d.degrees, &r->d.key};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (dl_bytes_is(name, lists[i])) {
            *where[i] = text;
            return;
        }
    if (dl_bytes_is(name, "apart") && !text.size)
        r->d.apart = true;
    else if (dl_bytes_is(name, "sorted") && !text.size)
        r->d.flags |= DL_KNOW_SORTED;
    else if (dl_bytes_is(name, "alone") && !text.size)
        r->d.flags |= DL_KNOW_ALONE;
    else if (dl_bytes_is(name, "case") && dl_bytes_is(text, "proper"))
        r->d.flags |= DL_KNOW_PROPER;
    else
        fault(r->p, (dl_bytes){0}, "no such #! line: there are phrases, lemmas, case proper, integers, degrees, key, sorted, apart, alone");
}

static bool listed(dl_bytes names, dl_bytes name) {
    dl_bytes piece;
    while (dl_bytes_cut(&names, ' ', &piece))
        if (dl_bytes_equal(piece, name)) return true;
    return false;
}

/* All cells of a line, empty ones too; DL_PACK_COLUMNS + 1 where there are more. */
static uint32_t split(dl_bytes text, dl_bytes cells[DL_PACK_COLUMNS]) {
    uint32_t n = 0;
    const char *at = text.data, *end = text.data + text.size;
    for (;;) {
        const char *tab = memchr(at, '\t', (size_t)(end - at));
        if (n == DL_PACK_COLUMNS) return n + 1;
        cells[n++] = (dl_bytes){at, (size_t)((tab ? tab : end) - at)};
        if (!tab) return n;
        at = tab + 1;
    }
}

static uint32_t column_named(const dl_pack_head *head, dl_bytes name) {
    for (uint32_t c = 0; c < head->count; c++)
        if (dl_bytes_equal(head->names[c], name)) return c;
    return DL_NO_COLUMN;
}

/* The head of a table of its own: what its columns are, the "#!" lines say. */
static void own_head(reading *r, dl_bytes text) {
    dl_pack_head *h = &r->head;
    h->count = split(text, h->names);
    if (h->count > DL_PACK_COLUMNS) {
        fault(r->p, (dl_bytes){0}, "more than 64 columns");
        h->count = DL_PACK_COLUMNS;
    }
    h->root = r->d.apart ? DL_KNOW_APART : r->d.lemmas.size ? DL_KNOW_LEMMAS : DL_KNOW_FORMS;
    h->flags = r->d.flags & ~(uint32_t)DL_KNOW_ALONE;
    dl_bytes found = r->d.lemmas.size ? r->d.lemmas : r->d.phrases, lists[] = {found, r->d.integers, r->d.degrees, r->d.key}, piece;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (dl_bytes rest = lists[i]; dl_bytes_cut(&rest, ' ', &piece);)
            if (column_named(h, piece) == DL_NO_COLUMN) fault(r->p, piece, "a #! line names a column that is not there");
    for (uint32_t c = 0; c < h->count; c++) {
        h->kinds[c] = listed(r->d.integers, h->names[c]) ? DL_KNOW_INTEGER : listed(r->d.degrees, h->names[c]) ? DL_KNOW_DEGREES : DL_KNOW_TEXT;
        if (listed(found, h->names[c])) h->kinds[c] |= DL_KNOW_FOUND;
        if (listed(r->d.key, h->names[c])) h->kinds[c] |= DL_KNOW_KEY;
        r->column[c] = c;
    }
    r->cells = h->count;
}

/* The head of a table that is laid over another: its columns may be some of that one's, in any order. */
static void laid_head(reading *r, dl_bytes text) {
    dl_bytes names[DL_PACK_COLUMNS];
    r->cells = split(text, names);
    if (r->cells > DL_PACK_COLUMNS) r->cells = DL_PACK_COLUMNS;
    for (uint32_t i = 0; i < r->cells; i++) {
        r->column[i] = column_named(r->like, names[i]);
        if (r->column[i] == DL_NO_COLUMN) fault(r->p, names[i], "no such column in this table: docs/lexicon.md says where they are named");
    }
}

static bool whole(dl_bytes cell, uint32_t *number) {
    int64_t value = 0;
    bool sound = !cell.size || (dl_bytes_number(cell, &value) == cell.size && value <= UINT32_MAX);
    *number = (uint32_t)value;
    return sound;
}

/* "-12.345" as a number of hundred-thousandths, read without the C library's locale. */
static bool degrees(dl_bytes cell, uint32_t *number) {
    *number = (uint32_t)DL_KNOW_NO_DEGREES;
    if (!cell.size) return true;
    bool south = cell.data[0] == '-';
    dl_bytes rest = {cell.data + south, cell.size - south}, whole_part;
    int64_t value = 0, part = 0, unit = DL_KNOW_DEGREE;
    if (!dl_bytes_cut(&rest, '.', &whole_part) || dl_bytes_number(whole_part, &value) != whole_part.size || value > 180) return false;
    if (rest.size > 5 || dl_bytes_number(rest, &part) != rest.size) return false;
    for (size_t i = 0; i < rest.size; i++) unit /= 10;
    value = value * DL_KNOW_DEGREE + part * unit;
    *number = (uint32_t)(int32_t)(south ? -value : value);
    return true;
}

static uint32_t packed_cell(reading *r, uint32_t c, dl_bytes cell) {
    uint32_t number = 0;
    switch (r->head.kinds[c] & DL_KNOW_CELL) {
    case DL_KNOW_INTEGER:
        if (!whole(cell, &number)) fault(r->p, r->head.names[c], "this column holds whole numbers");
        return number;
    case DL_KNOW_DEGREES:
        if (!degrees(cell, &number)) fault(r->p, r->head.names[c], "this column holds degrees, at most 180, with at most five decimal places");
        return number;
    default:
        if (cell.size > UINT16_MAX) {
            fault(r->p, r->head.names[c], "a cell is longer than 65,535 bytes");
            cell.size = 0;
        }
        return dl_pack_string(r->p, cell);
    }
}

static void add_phrases(reading *r, uint32_t c, dl_bytes cell) {
    dl_bytes alternative;
    dl_know_phrase hit = {.row = r->table.row_count, .table = (uint8_t)r->number, .column = (uint8_t)c};
    while (dl_bytes_cut(&cell, '|', &alternative)) {
        const char *wrong = dl_pack_phrase(r->p, alternative, &r->head, r->plain, hit);
        if (wrong) fault(r->p, r->head.names[c], wrong);
    }
}

static void add_row(reading *r, const line *l) {
    dl_bytes given[DL_PACK_COLUMNS], cells[DL_PACK_COLUMNS] = {{0}};
    uint32_t n = split(l->text, given);
    r->p->line = l->number;
    if (n > r->cells) {
        fault(r->p, (dl_bytes){0}, "more cells than columns: take the last tabs away");
        n = r->cells;
    }
    for (uint32_t i = 0; i < n; i++)
        if (r->column[i] != DL_NO_COLUMN) cells[r->column[i]] = given[i];
    for (uint32_t c = 0; c < r->head.count; c++) {
        uint32_t cell = packed_cell(r, c, cells[c]);
        dl_pack_add(r->p, &r->p->cells, &cell, sizeof cell);
        if (r->head.kinds[c] & DL_KNOW_FOUND) add_phrases(r, c, cells[c]);
    }
    dl_pack_add(r->p, &r->p->lines, &l->number, sizeof l->number);
    r->table.row_count++;
}

/* The column that rows are sorted by: the first of the key. */
static uint32_t sort_column(const dl_pack_head *head) {
    for (uint32_t c = 0; c < head->count; c++)
        if (head->kinds[c] & DL_KNOW_KEY) return c;
    return DL_NO_COLUMN;
}

static dl_bytes cell_in(const reading *r, dl_bytes text, uint32_t column) {
    dl_bytes cells[DL_PACK_COLUMNS];
    uint32_t n = split(text, cells);
    for (uint32_t i = 0; i < n && i < r->cells; i++)
        if (r->column[i] == column) return cells[i];
    return (dl_bytes){0};
}

static int key_order(const reading *r, dl_bytes x, dl_bytes y) {
    uint32_t column = sort_column(&r->head), m, n;
    dl_bytes a = cell_in(r, x, column), b = cell_in(r, y, column);
    if (column == DL_NO_COLUMN || (r->head.kinds[column] & DL_KNOW_CELL) != DL_KNOW_INTEGER) return dl_bytes_order(a, b);
    whole(a, &m), whole(b, &n);
    return (m > n) - (m < n);
}

static int line_order(const void *a, const void *b, void *self) {
    const line *x = a, *y = b;
    int order = key_order(self, x->text, y->text);
    return order ? order : (x->order > y->order) - (x->order < y->order);
}

typedef DL_ARRAY(line) lines;

static void add_rows(reading *r, lines *all) {
    if (all->count < 2) return;
    bool sorted = r->head.flags & DL_KNOW_SORTED;
    if (sorted && r->like) qsort_r(all->rows + 1, all->count - 1, sizeof *all->rows, line_order, r);
    for (DL_EACH(i, all)) {
        r->p->line = all->rows[i].number;
        if (sorted && i > 1 && key_order(r, all->rows[i - 1].text, all->rows[i].text) > 0)
            fault(r->p, (dl_bytes){0}, "the rows are not in the order of their keys: sort them, numbers by value and other cells by byte value");
        add_row(r, &all->rows[i]);
    }
}

static bool sound_line(dl_pack *p, dl_bytes text) {
    if (dl_utf8_valid(text) != text.size)
        fault(p, (dl_bytes){0}, "not UTF-8: save the file as UTF-8");
    else if (text.size && text.data[text.size - 1] == '\r')
        fault(p, (dl_bytes){0}, "a carriage return at the end of the line: save the file with Unix line ends");
    else
        return text.size != 0;
    return false;
}

static void read_lines(reading *r, dl_bytes bytes, lines *all) {
    dl_bytes text;
    bool head = false;
    for (r->p->line = 1; dl_bytes_cut(&bytes, '\n', &text); r->p->line++) {
        if (!sound_line(r->p, text)) continue;
        if (dl_bytes_start(text, "#!"))
            directive(r, (dl_bytes){text.data + 2, text.size - 2});
        else if (text.data[0] == '#')
            continue;
        else if (head)
            *DL_PUSH(r->p->arena, all) = (line){text, r->p->line, all->count};
        else {
            head = true;
            if (r->like)
                laid_head(r, text);
            else
                own_head(r, text);
        }
    }
    r->p->line = 1;
    if (!head && r->p->file) fault(r->p, (dl_bytes){0}, "no line names the columns");
}

static void open_table(reading *r, dl_bytes name) {
    dl_pack *p = r->p;
    if (r->head.root == DL_KNOW_APART && !p->apart) p->apart = true, p->common_words = p->word_count;
    r->table = (dl_know_row_of_tables){.name = dl_pack_string(p, name),
                                       .first_column = (uint32_t)(p->columns.size / sizeof(dl_know_column_head)),
                                       .first_cell = (uint32_t)(p->cells.size / sizeof(uint32_t)),
                                       .first_line = (uint32_t)(p->lines.size / sizeof(uint32_t)),
                                       .column_count = r->head.count,
                                       .root = r->head.root,
                                       .flags = r->head.flags | (r->like ? r->d.flags & DL_KNOW_ALONE : 0)};
    for (uint32_t c = 0; c < r->head.count; c++) {
        dl_know_column_head column = {dl_pack_string(p, r->head.names[c]), r->head.kinds[c]};
        dl_pack_add(p, &p->columns, &column, sizeof column);
    }
}

void dl_pack_table(dl_pack *p, const char *file, dl_bytes name, dl_bytes bytes, const dl_pack_head *like) {
    lines all = {0};
    reading r = {.p = p, .like = like, .number = ++p->table_count, .plain = dl_bytes_is(name, "text/words")};
    p->file = file;
    if (p->table_count > DL_KNOW_TABLES) {
        fault(p, (dl_bytes){0}, "more than 64 tables");
        return;
    }
    if (like) r.head = *like;
    read_lines(&r, bytes, &all);
    open_table(&r, name);
    add_rows(&r, &all);
    dl_pack_add(p, &p->tables, &r.table, sizeof r.table);
}

bool dl_pack_stands_apart(dl_bytes bytes) {
    dl_bytes text;
    while (dl_bytes_cut(&bytes, '\n', &text) && text.size && text.data[0] == '#')
        if (dl_bytes_is(text, "#! apart")) return true;
    return false;
}
