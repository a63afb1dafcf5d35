#include "vectors.h"

#include "corpus.h"

#include <stdlib.h>

typedef struct entry {
    uint32_t form, line;
} entry;

static int order_entries(const void *a, const void *b) {
    const entry *x = a, *y = b;
    if (x->form != y->form) return x->form < y->form ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

static void read_row(dl_bytes line, float *row, const char *path) {
    for (int k = 0; k < VECTOR_SIZE; k++) {
        dl_bytes cell;
        int64_t number;
        if (!dl_bytes_cut(&line, ' ', &cell) || !cell.size) die("a vector has too few numbers", path);
        bool minus = *cell.data == '-';
        dl_bytes_number((dl_bytes){cell.data + minus, cell.size - minus}, &number);
        row[k] = (float)(minus ? -number : number) / 1000;
    }
}

void vectors_read(vectors *v, dl_arena *arena, const char *path) {
    dl_bytes text = read_whole(arena, path), rest = text, line;
    uint32_t lines = 0;
    while (dl_bytes_cut(&rest, '\n', &line)) lines++;
    entry *entries = DL_NEW_ARRAY(arena, entry, lines + 1);
    float *rows = DL_NEW_ARRAY(arena, float, (size_t)(lines + 1) * VECTOR_SIZE);
    rest = text;
    for (uint32_t i = 0; i < lines; i++) {
        dl_bytes word;
        dl_word w;
        dl_bytes_cut(&rest, '\n', &line);
        dl_bytes_cut(&line, ' ', &word);
        dl_word_read(word, false, &w);
        entries[i] = (entry){w.form, i};
        read_row(line, rows + (size_t)i * VECTOR_SIZE, path);
    }
    qsort(entries, lines, sizeof *entries, order_entries);
    v->forms = DL_NEW_ARRAY(arena, uint32_t, lines + 1);
    v->rows = DL_NEW_ARRAY(arena, float, (size_t)(lines + 1) * VECTOR_SIZE);
    for (uint32_t i = 0; i < lines; i++) {
        if (v->count && v->forms[v->count - 1] == entries[i].form) continue; /* the commonest of those that fold alike */
        memcpy(v->rows + (size_t)v->count * VECTOR_SIZE, rows + (size_t)entries[i].line * VECTOR_SIZE, VECTOR_SIZE * sizeof(float));
        v->forms[v->count++] = entries[i].form;
    }
}

const float *vectors_find(const vectors *v, uint32_t form) {
    uint32_t low = 0, high = v->count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (v->forms[mid] < form)
            low = mid + 1;
        else
            high = mid;
    }
    return low < v->count && v->forms[low] == form ? v->rows + (size_t)low * VECTOR_SIZE : NULL;
}
