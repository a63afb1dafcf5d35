/* Page to article with offsets, against the tree of MyHTML alone: pages ROUNDS FILE.html... Prints processor seconds a page, the median of the
 * rounds, which take turns. The knowledge is that of $DATELINE_DATA. */
#include "clock.h"
#include "dateline.h"
#include "file.h"

#include <myhtml/myhtml.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct pages {
    dl_bytes *rows;
    int count;
    size_t bytes;
} pages;

static double ours(const dl_engine *engine, const pages *all) {
    double began = bench_now();
    for (int i = 0; i < all->count; i++) {
        dl_doc *doc = NULL;
        if (dl_doc_make_page(&doc, NULL, all->rows[i], NULL) != DL_OK || dl_analyze(engine, doc, DL_STAGE_PAGE, NULL) != DL_OK) exit(2);
        dl_doc_free(doc);
    }
    return (bench_now() - began) / all->count;
}

static double theirs(myhtml_tree_t *tree, const pages *all) {
    double began = bench_now();
    for (int i = 0; i < all->count; i++) {
        myhtml_parse(tree, MyENCODING_UTF_8, all->rows[i].data, all->rows[i].size);
        myhtml_tree_clean(tree);
    }
    return (bench_now() - began) / all->count;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv) {
    enum { ROUNDS = 99 };
    double a[ROUNDS], b[ROUNDS];
    int rounds = argc > 2 ? atoi(argv[1]) : 0;
    if (rounds < 1 || rounds > ROUNDS) return 2;
    pages all = {malloc(sizeof(dl_bytes) * (size_t)argc), argc - 2, 0};
    for (int i = 0; i < all.count; i++) all.rows[i] = bench_read_file(argv[i + 2]), all.bytes += all.rows[i].size;
    dl_engine *engine = NULL;
    if (dl_engine_open(&engine, NULL, NULL) != DL_OK) return 2;
    myhtml_t *parser = myhtml_create();
    myhtml_init(parser, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0);
    myhtml_tree_t *tree = myhtml_tree_create();
    myhtml_tree_init(tree, parser);
    for (int i = 0; i < rounds; i++) a[i] = ours(engine, &all), b[i] = theirs(tree, &all);
    qsort(a, (size_t)rounds, sizeof *a, by_size);
    qsort(b, (size_t)rounds, sizeof *b, by_size);
    printf("pages %d\nbytes %zu\ndateline %.9f\nmyhtml %.9f\n", all.count, all.bytes, a[rounds / 2], b[rounds / 2]);
    dl_engine_close(engine);
    return 0;
}
