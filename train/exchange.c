#include "exchange.h"

#include "doc/ud.h"

#include <stdio.h>

enum { CELLS = 6 };

static void write_token(FILE *file, const sample *s, uint32_t at) {
    const sample_token *t = s->tokens + at;
    bool known = s->tree && t->head != NO_HEAD;
    bool tagged = s->tree && t->upos;
    fprintf(file, "%.*s\t%s\t%s\t", (int)t->form.size, t->form.data, tagged ? dl_upos_name(t->upos) : "_", tagged ? dl_xpos_name(t->xpos) : "_");
    if (known)
        fprintf(file, "%u\t%s\t", t->head, dl_deprel_name(t->deprel));
    else
        fputs("_\t_\t", file);
    unsigned kind = t->name & ~DL_NAME_BEGIN & 0xff;
    if (!s->names || t->name == NAME_UNSURE)
        fputs("_\n", file);
    else if (!kind)
        fputs("O\n", file);
    else
        fprintf(file, "%s-%s\n", t->name & DL_NAME_BEGIN ? "B" : "I", dl_name_kind_name(kind));
}

void exchange_write(const corpus *c, const char *path) {
    FILE *file = fopen(path, "wb");
    if (!file) die("cannot be written", path);
    for (DL_EACH(i, &c->samples)) {
        for (uint32_t t = 1; t <= c->samples.rows[i].count; t++) write_token(file, c->samples.rows + i, t);
        fputc('\n', file);
    }
    if (fclose(file)) die("cannot be written", path);
}

static uint8_t read_name(dl_bytes cell) {
    uint8_t kind = cell.size > 2 ? corpus_kind((dl_bytes){cell.data + 2, cell.size - 2}) : 0;
    return kind && *cell.data == 'B' ? kind | DL_NAME_BEGIN : kind;
}

static int64_t number_in(dl_bytes cell) {
    int64_t number = 0;
    dl_bytes_number(cell, &number);
    return number;
}

/* Takes over what the sample does not say itself. */
static void take_token(sample *s, uint32_t at, const dl_bytes cell[CELLS], bool tree, bool names) {
    sample_token *t = s->tokens + at;
    if (!tree) {
        t->upos = corpus_upos(cell[1]);
        t->xpos = corpus_xpos(cell[2]);
        t->head = dl_bytes_is(cell[3], "_") ? NO_HEAD : (uint16_t)number_in(cell[3]);
        t->deprel = corpus_deprel(cell[4]);
    }
    if (!names) t->name = dl_bytes_is(cell[5], "_") ? NAME_UNSURE : read_name(cell[5]);
}

static dl_bytes next_line(dl_bytes *rest) {
    dl_bytes line = {0};
    dl_bytes_cut(rest, '\n', &line);
    return line;
}

void exchange_read(corpus *c, const char *path) {
    dl_bytes rest = read_whole(&c->arena, path);
    for (DL_EACH(i, &c->samples)) {
        sample *s = c->samples.rows + i;
        bool tree = s->tree, names = s->names;
        for (uint32_t t = 1; t <= s->count; t++) {
            dl_bytes line = next_line(&rest), cell[CELLS];
            for (int k = 0; k < CELLS; k++)
                if (!dl_bytes_cut(&line, '\t', cell + k)) die("a row has too few cells", path);
            if (!dl_bytes_equal(cell[0], s->tokens[t].form)) die("holds other words than the corpora: export and read them again", path);
            take_token(s, t, cell, tree, names);
        }
        next_line(&rest);
        s->silver = !tree;
        s->tree = s->names = true;
    }
}
