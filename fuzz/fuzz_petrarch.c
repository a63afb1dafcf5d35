/* Dictionaries of PETRARCH: the first byte picks the kind, the rest is the file. Whatever it is, the tables made of it can be packed without a fault.
 */
#include "harness.h"

#include "lexicon/pack.h"
#include "lexicon/petrarch.h"

#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void ignore(void *self, const dl_remark *remark) {
    *(size_t *)self += remark->about.size + strlen(remark->message);
}

static void stop(void *self, const dl_pack_fault *fault) {
    (void)self;
    fuzz_stop("a table that was made cannot be packed", fault->what);
}

static dl_bytes with_head(dl_arena *arena, const char *head, const dl_petrarch_table *table) {
    size_t n = strlen(head);
    char *text = dl_arena_alloc(arena, n + table->text.size + 1);
    memcpy(text, head, n);
    if (table->text.size) memcpy(text + n, table->text.data, table->text.size);
    return (dl_bytes){text, n + table->text.size};
}

static void pack(dl_arena *arena, const dl_petrarch *p) {
    static dl_pack packed;
    dl_pack_open(&packed, arena, stop, NULL);
    dl_pack_table(
        &packed, "bodies", DL_LIT("bodies"),
        with_head(arena, "#! phrases name aliases\n#! case proper\nid\tname\taliases\tcode\tcountry\troles\tfrom\tto\tsource\n", &p->bodies), NULL);
    dl_pack_table(&packed, "agents", DL_LIT("agents"), with_head(arena, "#! lemmas lemma\nlemma\trole\tkind\n", &p->agents), NULL);
    dl_pack_table(&packed, "verbs", DL_LIT("verbs"), with_head(arena, "#! lemmas lemma\nlemma\tpos\tif\tevent\tcameo\twho\twhom\tflags\n", &p->verbs),
                  NULL);
    dl_pack_table(&packed, "sets", DL_LIT("sets"), with_head(arena, "#! lemmas words\nname\twords\n", &p->sets), NULL);
    dl_pack_table(&packed, "boilerplate", DL_LIT("boilerplate"), with_head(arena, "#! phrases phrase\nphrase\twhere\n", &p->boilerplate), NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!size) return 0;
    dl_arena arena = {0};
    jmp_buf guard;
    size_t heard = 0;
    dl_arena_guard(&arena, &guard);
    if (!setjmp(guard)) {
        dl_petrarch *p = DL_NEW(&arena, dl_petrarch);
        *p = (dl_petrarch){.arena = &arena, .ear = {ignore, &heard}};
        dl_petrarch_read(p, (dl_petrarch_kind)(data[0] % (DL_PETRARCH_ISSUES + 1)), "fuzz",
                         dl_arena_copy(&arena, (dl_bytes){(const char *)data + 1, size - 1}));
        pack(&arena, p);
    }
    dl_arena_free(&arena);
    return 0;
}
