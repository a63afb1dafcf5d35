#include "cli/unknown.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { AROUND = 48, FIELDS = 6 };

/* ---------------------------------------------------------------- one document */

typedef struct finder {
    const dl_doc *doc;
    const dl_mention *mentions;
    const dl_token *tokens;
    cli_buffer *out;
    unsigned *claims; /* by entity: in how many claims it is a party */
    unsigned *first;  /* by entity: its first mention that tells what it is */
    unsigned *times;  /* by entity: its mentions */
    size_t entities;
} finder;

static void put(cli_buffer *out, const char *data, size_t size) {
    for (size_t i = 0; i < size; i++) { /* one line a name, one tab a field */
        char c = (unsigned char)data[i] < ' ' ? ' ' : data[i];
        cli_buffer_write(out, &c, 1);
    }
}

static void put_number(cli_buffer *out, unsigned long number) {
    char text[24];
    cli_buffer_write(out, text, (size_t)snprintf(text, sizeof text, "%lu", number));
}

static bool letter_inside(char c) {
    return ((unsigned char)c & 0xc0) == 0x80;
}

/* "… the [Harbour League] doxxed two judges …" */
static void put_context(const finder *f, const dl_mention *m) {
    dl_bytes text = dl_doc_text(f->doc);
    size_t from = m->span.begin > AROUND ? m->span.begin - AROUND : 0, to = m->span.end + AROUND < text.size ? m->span.end + AROUND : text.size;
    while (from && from < m->span.begin && text.data[from - 1] != ' ') from++;
    while (to < text.size && to > m->span.end && text.data[to] != ' ') to--;
    while (to < text.size && letter_inside(text.data[to])) to++;
    put(f->out, text.data + from, m->span.begin - from);
    put(f->out, "[", 1);
    put(f->out, text.data + m->span.begin, m->span.end - m->span.begin);
    put(f->out, "]", 1);
    put(f->out, text.data + m->span.end, to - m->span.end);
}

static bool is_name(const dl_mention *m) {
    return m->named && (m->kind == DL_NAME_PERSON || m->kind == DL_NAME_ORGANISATION || m->kind == DL_NAME_GROUP);
}

/* A name without a row of its own; a noun without any code that is a party. */
static bool is_unknown(const finder *f, const dl_mention *m) {
    if (m->id.size || m->place) return false;
    bool pronoun = !strcmp(dl_upos_name(f->tokens[m->head].upos), "PRON");
    return is_name(m) || (!m->named && !pronoun && !m->actor.size && f->claims[m->entity]);
}

static void put_entity(const finder *f, size_t entity) {
    const dl_mention *m = &f->mentions[f->first[entity]];
    const dl_bytes lemma = f->tokens[m->head].lemma, name = m->named ? m->name : lemma;
    const char *kind = m->named ? dl_name_kind_name(m->kind) : "noun";
    put(f->out, name.data, name.size);
    cli_buffer_write(f->out, "\t", 1);
    put(f->out, kind, strlen(kind));
    cli_buffer_write(f->out, "\t", 1);
    put(f->out, m->actor.data, m->actor.size);
    cli_buffer_write(f->out, "\t", 1);
    put_number(f->out, f->times[entity]);
    cli_buffer_write(f->out, "\t", 1);
    put_number(f->out, f->claims[entity]);
    cli_buffer_write(f->out, "\t", 1);
    put_context(f, m);
    cli_buffer_write(f->out, "\n", 1);
}

static void count_claims(finder *f) {
    dl_rows claims = dl_doc_rows(f->doc, DL_TABLE_CLAIMS), parties = dl_doc_rows(f->doc, DL_TABLE_PARTIES);
    for (size_t i = 1; i < claims.count; i++) {
        const dl_claim *c = (const dl_claim *)claims.rows + i;
        for (uint32_t k = 0; k < c->party_count; k++) {
            const dl_party *p = (const dl_party *)parties.rows + c->first_party + k;
            bool again = false; /* a party on both sides counts once */
            for (uint32_t e = 0; e < k; e++) again |= f->mentions[p[-(long)(k - e)].mention].entity == f->mentions[p->mention].entity;
            f->claims[f->mentions[p->mention].entity] += !again;
        }
    }
}

void cli_unknown_find(const dl_doc *doc, cli_buffer *out) {
    dl_rows mentions = dl_doc_rows(doc, DL_TABLE_MENTIONS);
    finder f = {.doc = doc, .mentions = mentions.rows, .tokens = dl_doc_rows(doc, DL_TABLE_TOKENS).rows, .out = out};
    for (size_t i = 1; i < mentions.count; i++)
        if (f.mentions[i].entity >= f.entities) f.entities = f.mentions[i].entity + 1u;
    if (!f.entities) return;
    f.claims = calloc(f.entities * 3, sizeof *f.claims);
    if (!f.claims) {
        out->failed = true;
        return;
    }
    f.first = f.claims + f.entities, f.times = f.first + f.entities;
    count_claims(&f);
    for (size_t i = 1; i < mentions.count; i++) {
        unsigned entity = f.mentions[i].entity;
        f.times[entity]++;
        if (!f.first[entity] && is_unknown(&f, &f.mentions[i])) f.first[entity] = (unsigned)i;
    }
    for (size_t entity = 1; entity < f.entities; entity++)
        if (f.first[entity]) put_entity(&f, entity);
    free(f.claims);
}

/* ---------------------------------------------------------------- all documents */

static unsigned hash_of(const char *name, size_t size) {
    unsigned long long hash = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < size; i++) hash = (hash ^ (unsigned char)name[i]) * 1099511628211u;
    return (unsigned)(hash ^ hash >> 32);
}

static unsigned *slot_of(const cli_unknown *list, const char *name, size_t size) {
    unsigned slot = hash_of(name, size) & (list->room - 1);
    for (; list->slots[slot]; slot = (slot + 1) & (list->room - 1)) {
        const char *known = list->rows[list->slots[slot] - 1].name;
        if (!strncmp(known, name, size) && !known[size]) break;
    }
    return &list->slots[slot];
}

static bool grow(cli_unknown *list) {
    unsigned room = list->room ? list->room * 2 : 1024;
    cli_unknown_name *rows = realloc(list->rows, room * sizeof *rows);
    if (rows) list->rows = rows;
    unsigned *slots = rows ? calloc(room, sizeof *slots) : NULL;
    if (!slots) return false;
    free(list->slots);
    list->slots = slots;
    list->room = room;
    for (unsigned i = 0; i < list->count; i++) *slot_of(list, list->rows[i].name, strlen(list->rows[i].name)) = i + 1;
    return true;
}

/* The row of a name, made where there is none; NULL where memory ran out. */
static cli_unknown_name *row_of(cli_unknown *list, char *const fields[FIELDS]) {
    if (list->count * 2 >= list->room && !grow(list)) return NULL;
    unsigned *slot = slot_of(list, fields[0], strlen(fields[0]));
    if (*slot) return &list->rows[*slot - 1];
    cli_unknown_name row = {.name = strdup(fields[0]), .kind = strdup(fields[1]), .actor = strdup(fields[2])};
    if (!row.name || !row.kind || !row.actor) {
        free(row.name), free(row.kind), free(row.actor);
        return NULL;
    }
    list->rows[list->count++] = row;
    *slot = list->count;
    return &list->rows[list->count - 1];
}

static bool add_line(cli_unknown *list, char *line) {
    char *fields[FIELDS] = {line};
    for (int i = 1; i < FIELDS; i++) {
        char *tab = fields[i - 1] ? strchr(fields[i - 1], '\t') : NULL;
        if (tab) *tab = 0;
        fields[i] = tab ? tab + 1 : NULL;
    }
    if (!fields[5]) return true;
    cli_unknown_name *row = row_of(list, fields);
    if (!row) return false;
    row->mentions += strtoul(fields[3], NULL, 10);
    row->claims += strtoul(fields[4], NULL, 10);
    row->documents++;
    for (int i = 0; i < CLI_CONTEXTS; i++) {
        if (row->contexts[i]) continue;
        row->contexts[i] = strdup(fields[5]);
        return row->contexts[i] != NULL;
    }
    return true;
}

bool cli_unknown_add(cli_unknown *list, const char *found, size_t size) {
    char *text = malloc(size + 1), *rest = text;
    if (!text) return !(list->failed = true);
    if (size) memcpy(text, found, size);
    text[size] = 0;
    for (char *end; !list->failed && (end = strchr(rest, '\n')); rest = end + 1) {
        *end = 0;
        list->failed = !add_line(list, rest);
    }
    free(text);
    return !list->failed;
}

static int commonest_first(const void *a, const void *b) {
    const cli_unknown_name *x = a, *y = b;
    if (x->mentions != y->mentions) return x->mentions > y->mentions ? -1 : 1;
    return strcmp(x->name, y->name);
}

static void csv_cell(cli_buffer *out, const char *text, const char *end) {
    bool quote = strpbrk(text, ",\"\r\n") != NULL;
    if (quote) cli_buffer_write(out, "\"", 1);
    for (; *text; text++) {
        if (*text == '"') cli_buffer_write(out, "\"", 1);
        cli_buffer_write(out, text, 1);
    }
    if (quote) cli_buffer_write(out, "\"", 1);
    cli_buffer_write(out, end, strlen(end));
}

static void csv_row(cli_buffer *out, const cli_unknown_name *row) {
    char numbers[80];
    snprintf(numbers, sizeof numbers, "%lu,%lu,%lu,", row->mentions, row->documents, row->claims);
    cli_buffer_write(out, numbers, strlen(numbers));
    csv_cell(out, row->name, ","), csv_cell(out, row->kind, ","), csv_cell(out, row->actor, ",");
    for (int i = 0; i < CLI_CONTEXTS; i++) csv_cell(out, row->contexts[i] ? row->contexts[i] : "", i + 1 < CLI_CONTEXTS ? "," : "\r\n");
}

static void table_row(cli_buffer *out, const cli_unknown_name *row) {
    char head[96];
    snprintf(head, sizeof head, "%8lu %9lu %6lu  %-12s  %-9s  ", row->mentions, row->documents, row->claims, row->kind, row->actor);
    cli_buffer_write(out, head, strlen(head));
    cli_buffer_write(out, row->name, strlen(row->name));
    cli_buffer_write(out, "\n", 1);
    for (int i = 0; i < CLI_CONTEXTS && row->contexts[i]; i++) {
        cli_buffer_write(out, "          ", 10);
        cli_buffer_write(out, row->contexts[i], strlen(row->contexts[i]));
        cli_buffer_write(out, "\n", 1);
    }
}

void cli_unknown_write(const cli_unknown *list, dl_format format, cli_buffer *out) {
    static const char csv[] = "mentions,documents,claims,name,kind,actor,context,context_2,context_3\r\n";
    static const char table[] = "MENTIONS DOCUMENTS CLAIMS  KIND          CODE       NAME\n";
    bool as_csv = format == DL_FORMAT_CLAIMS_CSV;
    if (list->count) qsort(list->rows, list->count, sizeof *list->rows, commonest_first);
    cli_buffer_write(out, as_csv ? csv : table, as_csv ? sizeof csv - 1 : sizeof table - 1);
    for (unsigned i = 0; i < list->count; i++) {
        if (as_csv)
            csv_row(out, &list->rows[i]);
        else
            table_row(out, &list->rows[i]);
    }
}

void cli_unknown_free(cli_unknown *list) {
    for (unsigned i = 0; i < list->count; i++) {
        cli_unknown_name *row = &list->rows[i];
        free(row->name), free(row->kind), free(row->actor);
        for (int k = 0; k < CLI_CONTEXTS; k++) free(row->contexts[k]);
    }
    free(list->rows);
    free(list->slots);
    *list = (cli_unknown){0};
}
