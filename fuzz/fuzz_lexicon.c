/* Tables of a user's: the first byte picks the table, the rest is the file. It is packed over the knowledge; where it is sound, every row is seen,
 * every cell looked at, and a text that holds its words is searched. */
#include "harness.h"

#include "engine/engine.h"
#include "lexicon/check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void count_fault(void *self, const dl_pack_fault *fault) {
    *(size_t *)self += fault->column.size + strlen(fault->what);
}

static void look_at_cells(const dl_lexicon *x, uint32_t table) {
    const dl_know *own = x->over->own;
    for (uint32_t row = 0; row < dl_know_rows(own, table); row++)
        for (uint32_t c = 0; c < dl_know_columns(own, table); c++) {
            dl_bytes about, cell = dl_know_cell(own, table, row, c);
            dl_cell_fault(x, table, c, cell, &about);
            if (cell.size && dl_know_integer(own, table, row, c)) fuzz_stop("a cell", "is text and number at once");
        }
}

/* The first cells of the file as a text, one token a piece between blanks and tabs. */
static void search(const dl_know *know, uint32_t table, dl_bytes text) {
    dl_token tokens[64];
    dl_know_hit hits[32];
    uint32_t count = 0;
    memset(tokens, 0, sizeof tokens);
    for (size_t at = 0; at < text.size && count < 64;) {
        size_t end = at;
        while (end < text.size && !memchr(" \t\n|", text.data[end], 4)) end++;
        if (end > at) {
            tokens[count].span = (dl_span){(uint32_t)at, (uint32_t)end};
            tokens[count].word = tokens[count].stem = dl_know_word(know, (dl_bytes){text.data + at, end - at});
            count++;
        }
        at = end + 1;
    }
    dl_know_view view = {text, tokens, count, false};
    for (uint32_t t = 0; t < count; t++) {
        uint32_t n = dl_know_find(know, &view, t, table, hits, 16);
        n += dl_know_find_apart(know, &view, t, table, hits + n, 8);
        n += dl_know_look_up_word(know, table, tokens[t].stem, hits + n, 8);
        for (uint32_t i = 0; i < n; i++)
            if (hits[i].row >= dl_know_rows(know, hits[i].table)) fuzz_stop("a hit", "is of a row that is not there");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    dl_know *know = fuzz_engine()->know;
    if (!size) return 0;
    dl_lexicon x = {.know = know};
    jmp_buf guard;
    size_t heard = 0;
    uint32_t table = 1 + data[0] % (uint32_t)(know->header->tables.count - 1);
    dl_arena_guard(&x.arena, &guard);
    if (!setjmp(guard)) {
        x.files[table] = "fuzz";
        x.bytes[table] = dl_arena_copy(&x.arena, (dl_bytes){(const char *)data + 1, size - 1});
        dl_lexicon_pack(&x, count_fault, &heard);
        if ((x.over != NULL) == (x.faults != 0)) fuzz_stop("a lexicon", "is there with faults, or not without");
        if (x.over) {
            look_at_cells(&x, table);
            dl_lexicon_takes(&x, table);
            know->over = x.over;
            search(know, table, x.bytes[table]);
            search(know, 0, x.bytes[table]);
        }
    }
    know->over = NULL;
    dl_lexicon_free(&x);
    return 0;
}
