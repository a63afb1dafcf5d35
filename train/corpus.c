#include "corpus.h"

#include "doc/ud.h"

#include <stdio.h>
#include <stdlib.h>

void die(const char *what, const char *which) {
    fprintf(stderr, "train: %s: %s\n", which, what);
    exit(1);
}

uint32_t chance_below(chance *c, uint32_t limit) {
    c->state = c->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((c->state >> 33) % limit);
}

dl_bytes read_whole(dl_arena *arena, const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) die("cannot be opened", path);
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    char *bytes = dl_arena_alloc(arena, size + 1);
    if (fread(bytes, 1, size, file) != size) die("cannot be read", path);
    fclose(file);
    return (dl_bytes){bytes, size};
}

static uint8_t number_of(dl_bytes name, const char *(*name_of)(unsigned), unsigned count) {
    for (unsigned i = 1; i < count; i++)
        if (dl_bytes_is(name, name_of(i))) return (uint8_t)i;
    return 0;
}

uint8_t corpus_upos(dl_bytes name) {
    return number_of(name, dl_upos_name, DL_UPOS_COUNT_);
}

uint8_t corpus_xpos(dl_bytes name) {
    return number_of(name, dl_xpos_name, DL_XPOS_COUNT_);
}

uint8_t corpus_deprel(dl_bytes name) {
    uint8_t number = number_of(name, dl_deprel_name, DL_DEP_COUNT_);
    const char *colon = memchr(name.data, ':', name.size);
    if (!number && colon) number = number_of((dl_bytes){name.data, (size_t)(colon - name.data)}, dl_deprel_name, DL_DEP_COUNT_);
    return number ? number : DL_DEP_DEP;
}

static bool read_row(dl_bytes line, sample_token *t) {
    dl_bytes cell[10], rest = line;
    for (int i = 0; i < 10; i++)
        if (!dl_bytes_cut(&rest, '\t', cell + i)) return false;
    int64_t number;
    if (dl_bytes_number(cell[0], &number) != cell[0].size) return false;
    t->form = cell[1];
    t->lemma = cell[2];
    t->upos = corpus_upos(cell[3]);
    t->xpos = corpus_xpos(cell[4]);
    dl_bytes_number(cell[6], &number);
    t->head = (uint16_t)number;
    t->deprel = corpus_deprel(cell[7]);
    t->glued = memmem(cell[9].data, cell[9].size, "SpaceAfter=No", 13) != NULL;
    return true;
}

static void keep_sample(corpus *c, const sample_token *tokens, uint32_t count) {
    if (!count || count > DL_WINDOW) return;
    sample *s = DL_PUSH(&c->arena, &c->samples);
    s->tokens = DL_NEW_ARRAY(&c->arena, sample_token, count + 1);
    memcpy(s->tokens + 1, tokens + 1, count * sizeof *tokens);
    s->count = count;
    s->tree = true;
    if (c->docs.count) c->docs.rows[c->docs.count - 1].end = c->samples.count;
}

void corpus_begin_doc(corpus *c, dl_bytes id) {
    corpus_doc *doc = DL_PUSH(&c->arena, &c->docs);
    doc->id = id;
    doc->first = doc->end = c->samples.count ? c->samples.count : 1;
}

void corpus_read_conllu(corpus *c, const char *path) {
    enum { ROOM = 4096 };
    sample_token *tokens = DL_NEW_ARRAY(&c->arena, sample_token, ROOM);
    uint32_t count = 0;
    dl_bytes text = read_whole(&c->arena, path);
    const char *end = text.data + text.size;
    for (const char *at = text.data; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (!stop) stop = end;
        dl_bytes line = {at, (size_t)(stop - at)};
        if (dl_bytes_start(line, "# newdoc id = ")) corpus_begin_doc(c, (dl_bytes){line.data + 14, line.size - 14});
        if (!line.size) {
            keep_sample(c, tokens, count);
            count = 0;
        } else if (line.data[0] != '#' && count + 1 < ROOM && read_row(line, tokens + count + 1)) {
            count++;
        }
        at = stop + 1;
    }
    keep_sample(c, tokens, count);
}

/* ---- names */

uint8_t corpus_kind(dl_bytes name) {
    return number_of(name, dl_name_kind_name, DL_NAME_PLACE + 1);
}

uint8_t corpus_name_at(json_t *mentions, size_t begin, size_t end, size_t *from) {
    size_t i, least = SIZE_MAX;
    uint8_t kind = 0;
    json_t *m;
    json_array_foreach(mentions, i, m) {
        size_t start = (size_t)json_integer_value(json_object_get(m, "start")), stop = (size_t)json_integer_value(json_object_get(m, "end"));
        if (json_is_true(json_object_get(m, "skip")) || begin < start || end > stop || stop - start >= least) continue;
        least = stop - start;
        *from = start;
        kind = corpus_kind(dl_bytes_of(json_string_value(json_object_get(m, "kind"))));
    }
    return kind;
}

/* Finds the document's words one after the other in the text, and with them their names. */
static void name_doc(corpus *c, const corpus_doc *doc, dl_bytes text, json_t *mentions) {
    size_t at = 0, last = SIZE_MAX;
    for (uint32_t i = doc->first; i < doc->end; i++) {
        sample *s = c->samples.rows + i;
        for (uint32_t t = 1; t <= s->count; t++) {
            sample_token *token = s->tokens + t;
            const char *found = memmem(text.data + at, text.size - at, token->form.data, token->form.size);
            if (!found || (size_t)(found - text.data) > at + 200) continue;
            size_t begin = (size_t)(found - text.data), from = SIZE_MAX;
            at = begin + token->form.size;
            token->name = corpus_name_at(mentions, begin, at, &from);
            if (token->name && (from != last || t == 1)) token->name |= DL_NAME_BEGIN;
            last = token->name ? from : SIZE_MAX;
        }
        s->names = true;
    }
}

void corpus_read_names(corpus *c, const char *path) {
    json_error_t error;
    FILE *file = fopen(path, "rb");
    if (!file) die("cannot be opened", path);
    json_t *record;
    while ((record = json_loadf(file, JSON_DISABLE_EOF_CHECK, &error))) {
        const char *id = json_string_value(json_object_get(record, "id"));
        dl_bytes text = dl_bytes_of(json_string_value(json_object_get(record, "text")));
        for (DL_EACH(d, &c->docs))
            if (dl_bytes_is(c->docs.rows[d].id, id)) name_doc(c, c->docs.rows + d, text, json_object_get(record, "mentions"));
        json_decref(record);
    }
    fclose(file);
}

void corpus_free(corpus *c) {
    dl_arena_free(&c->arena);
    *c = (corpus){0};
}

void sample_window(const sample *s, dl_window *w) {
    w->count = s->count;
    w->capitals = s->capitals;
    for (uint32_t i = 1; i <= s->count; i++) dl_word_read(s->tokens[i].form, s->capitals, w->words + i);
    for (uint32_t i = s->count + 1; i <= s->count + 3; i++) w->words[i] = (dl_word){0};
    w->words[0] = (dl_word){0};
    w->name[0] = 0;
}

dl_word *corpus_words(const corpus *c, size_t *count) {
    static dl_window window;
    size_t room = 1;
    for (DL_EACH(i, &c->samples)) room += c->samples.rows[i].count;
    dl_word *all = calloc(room, sizeof *all);
    if (!all) die("no memory", "words");
    *count = 0;
    for (DL_EACH(i, &c->samples)) {
        const sample *s = c->samples.rows + i;
        if (s->made) continue;
        sample_window(s, &window);
        memcpy(all + *count, window.words + 1, s->count * sizeof *all);
        *count += s->count;
    }
    return all;
}
