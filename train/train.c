/* Trains the language model from the corpora and writes it.
 *
 *     trainer --corpora DIR --know FILE --vectors FILE --wordnet DIR --out MODEL [--silver FILE] [--seed N] [--epochs N]
 *     trainer --corpora DIR --know FILE --teachers MODEL,MODEL --teach FILE       writes the corpora and raw news as those models read them alike
 *     trainer --score MODEL KNOWLEDGE FILE.conllu [NAMES.jsonl]        measures a model on a development file, with gold tokens
 *     trainer --score-cut KNOWLEDGE FILE.conllu [list]                 measures sentences and tokens on its raw text; lists what differs
 *     trainer --ends TABLE --corpora DIR --know FILE                   trains the weights of sentence ends (data/text/ends.tsv)
 */
#include "ends.h"
#include "exchange.h"
#include "net_train.h"
#include "score.h"
#include "score_cut.h"
#include "silver.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST_TEACHERS = 8 };

typedef struct options {
    const char *corpora, *wordnet, *know, *vectors, *out, *silver, *teach, *teachers;
    uint32_t seed;
    int epochs;
} options;

/* The corpora and all that is made of them before the network. */
typedef struct material {
    corpus c;
    dl_know *know;
    writer parts; /* the sections that all models share */
    tag_pairs pairs;
    vectors vectors;
    dl_cases cases;
    dl_word *words; /* the commonest */
    uint32_t word_count;
} material;

static const char *const treebanks[] = {"ewt.train", "gum-free.train"};
static const char *const name_sets[] = {"uner-ewt.train"};
/* Raw text for self-training: no development split, not even its text without labels. */
static const char *const raw_sets[] = {"raw/wikinews", "ner/re3d", "ner/wikigold"};
static const char *const dev_sets[] = {"ewt.dev", "gum-free.dev"};

/* for (EACH_OF(i, list)) */
#define EACH_OF(i, list)               \
    size_t i = 0;                      \
    i < sizeof(list) / sizeof *(list); \
    i++

static const char *path_of(corpus *c, const char *folder, const char *kind, const char *name, const char *ending) {
    return dl_arena_printf(&c->arena, "%s/%s%s%s", folder, kind, name, ending).data;
}

static void read_corpora(material *m, const options *o) {
    corpus *c = &m->c;
    for (EACH_OF(i, treebanks)) corpus_read_conllu(c, path_of(c, o->corpora, "parse/", treebanks[i], ".conllu"));
    for (EACH_OF(i, name_sets)) corpus_read_names(c, path_of(c, o->corpora, "ner/", name_sets[i], ".jsonl"));
    printf("corpora: %u sentences\n", c->samples.count - 1);
    seen_runs seen = {0};
    for (EACH_OF(i, dev_sets)) seen_runs_add(c, &seen, path_of(c, o->corpora, "parse/", dev_sets[i], ".conllu"));
    for (EACH_OF(i, raw_sets)) corpus_read_raw(c, m->know, path_of(c, o->corpora, "", raw_sets[i], ".jsonl"), &seen);
}

static void train_network(material *m, const char *path, int epochs, uint32_t seed) {
    net_input input = {&m->pairs, &m->vectors, &m->cases};
    net_trainer *trainer = calloc(1, sizeof *trainer);
    writer w = m->parts;
    if (!trainer) die("no memory", path);
    net_train(trainer, &m->c, &input, epochs, seed);
    net_write(trainer, &w);
    write_ready(&m->c, &w, m->words, m->word_count);
    writer_save(&w, path);
    net_trainer_free(trainer);
    free(trainer);
}

/* Writes the corpora and raw news as several models read them alike. */
static void teach(material *m, const options *o) {
    const char *models[MOST_TEACHERS];
    uint32_t count = 0;
    dl_bytes rest = dl_bytes_of(o->teachers), name;
    while (count < MOST_TEACHERS && dl_bytes_cut(&rest, ',', &name))
        models[count++] = dl_arena_printf(&m->c.arena, "%.*s", (int)name.size, name.data).data;
    silver_read(&m->c, m->know, models, count);
    exchange_write(&m->c, o->teach);
}

static void train(const options *o) {
    static material m;
    dl_error error;
    if (dl_know_open(&m.know, o->know, &error) != DL_OK) die(error.message, o->know);
    read_corpora(&m, o);
    if (o->teach) {
        teach(&m, o);
        return;
    }
    if (o->silver) exchange_read(&m.c, o->silver);
    vectors_read(&m.vectors, &m.c.arena, o->vectors);
    collect_tag_pairs(&m.c, &m.pairs, &m.parts);
    m.words = common_words(&m.c, &m.word_count);
    collect_cases(&m.c, &m.cases, &m.parts);
    train_lemmas(&m.c, &m.parts, o->wordnet);
    corpus_augment(&m.c, 1, m.c.samples.count, o->seed);
    collect_hints(&m.c, m.know, 1);
    train_network(&m, o->out, o->epochs, o->seed);
    dl_know_close(m.know);
    corpus_free(&m.c);
}

static const char *option(int argc, char **argv, const char *name, const char *otherwise) {
    for (int i = 1; i + 1 < argc; i++)
        if (!strcmp(argv[i], name)) return argv[i + 1];
    return otherwise;
}

static int train_table_of_ends(const options *o, const char *out) {
    enum { COUNT = sizeof treebanks / sizeof *treebanks };
    dl_arena arena = {0};
    const char *files[COUNT];
    for (EACH_OF(i, treebanks)) files[i] = dl_arena_printf(&arena, "%s/parse/%s.conllu", o->corpora, treebanks[i]).data;
    int code = train_ends(out, o->know, files, COUNT);
    dl_arena_free(&arena);
    return code;
}

int main(int argc, char **argv) {
    if (argc >= 5 && !strcmp(argv[1], "--score")) return score_model(argv[2], argv[3], argv[4], argc > 5 ? argv[5] : NULL);
    if (argc >= 4 && !strcmp(argv[1], "--score-cut")) return score_cut(argv[2], argv[3], argc > 4 && !strcmp(argv[4], "list"));
    options o = {option(argc, argv, "--corpora", "corpora"),
                 option(argc, argv, "--wordnet", "/usr/share/wordnet"),
                 option(argc, argv, "--know", "build/knowledge.dlk"),
                 option(argc, argv, "--vectors", "build/vectors.txt"),
                 option(argc, argv, "--out", "models/english.dlm"),
                 option(argc, argv, "--silver", NULL),
                 option(argc, argv, "--teach", NULL),
                 option(argc, argv, "--teachers", ""),
                 (uint32_t)strtoul(option(argc, argv, "--seed", "1"), NULL, 10),
                 atoi(option(argc, argv, "--epochs", "8"))};
    const char *ends = option(argc, argv, "--ends", NULL);
    if (ends) return train_table_of_ends(&o, ends);
    train(&o);
    return 0;
}
