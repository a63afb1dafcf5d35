/* Trains the language model from the corpora and writes it.
 *
 *     train --corpora DIR --wordnet DIR --know FILE --out FILE [--seed N] [--epochs N] [--teacher-epochs N]
 *           [--base MODEL]     takes the network of that model over and trains the rest
 *     train --score MODEL KNOWLEDGE FILE.conllu [NAMES.jsonl]        measures a model on a development file, with gold tokens
 *     train --score-cut KNOWLEDGE FILE.conllu [list]                 measures sentences and tokens on its raw text; lists what differs
 *     train --ends TABLE --corpora DIR --know FILE                    trains the weights of sentence ends (data/text/ends.tsv)
 */
#include "ends.h"
#include "net_train.h"
#include "score.h"
#include "score_cut.h"
#include "silver.h"
#include "tasks.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct training {
    const char *corpora, *wordnet, *know, *out, *base; /* base: a model whose network is taken over, or NULL */
    uint32_t seed;
    int epochs, teacher_epochs; /* no teachers where 0 */
} training;

static const char *const treebanks[] = {"ewt.train", "gum-free.train"};
static const char *const name_sets[] = {"uner-ewt.train"};

static void read_corpora(corpus *c, const char *folder) {
    for (size_t i = 0; i < sizeof treebanks / sizeof *treebanks; i++)
        corpus_read_conllu(c, dl_arena_printf(&c->arena, "%s/parse/%s.conllu", folder, treebanks[i]).data);
    for (size_t i = 0; i < sizeof name_sets / sizeof *name_sets; i++)
        corpus_read_names(c, dl_arena_printf(&c->arena, "%s/ner/%s.jsonl", folder, name_sets[i]).data);
    printf("corpora: %u sentences\n", c->samples.count - 1);
}

static const char *option(int argc, char **argv, const char *name, const char *otherwise) {
    for (int i = 1; i + 1 < argc; i++)
        if (!strcmp(argv[i], name)) return argv[i + 1];
    return otherwise;
}

/* A model whose network is trained on the corpus as it is now; `parts` are the sections that all models share. */
static void train_network(corpus *c, const writer *parts, const char *path, int epochs, uint32_t seed) {
    static tag_pairs pairs;
    if (!pairs.count) collect_tag_pairs(c, &pairs);
    net_trainer *trainer = calloc(1, sizeof *trainer);
    writer w = *parts;
    if (!trainer) die("no memory", path);
    net_train(trainer, c, &pairs, epochs, seed);
    net_write(trainer, &w);
    writer_save(&w, path);
    net_trainer_free(trainer);
    free(trainer);
}

/* The sections of the network of another model. */
static void copy_network(writer *w, const char *path) {
    dl_model model;
    dl_error error;
    if (dl_model_map(&model, path, &error) != DL_OK) die(error.message, path);
    const dl_model_section *s = (const dl_model_section *)(model.data + sizeof(dl_model_header));
    for (uint32_t i = 0; i < ((const dl_model_header *)model.data)->sections; i++, s++) {
        if (strncmp(s->name, "net.", 4)) continue;
        writer_add(w, dl_bytes_of(s->name).data, s->width, s->count, dl_model_data(&model, s), s->size);
        w->sections[w->count - 1].scale = s->scale;
    }
}

/* Raw text for self-training: no development split, not even its text without labels. */
static const char *const raw_sets[] = {"raw/wikinews", "ner/re3d", "ner/wikigold"};
static const char *const dev_sets[] = {"ewt.dev", "gum-free.dev"};

/* Raw news, of which some has names but none has trees; returns the first sample. */
static uint32_t read_raw(corpus *c, const training *t, const dl_know *know) {
    seen_runs seen = {0};
    for (size_t i = 0; i < sizeof dev_sets / sizeof *dev_sets; i++)
        seen_runs_add(c, &seen, dl_arena_printf(&c->arena, "%s/parse/%s.conllu", t->corpora, dev_sets[i]).data);
    uint32_t first = c->samples.count;
    for (size_t i = 0; i < sizeof raw_sets / sizeof *raw_sets; i++)
        corpus_read_raw(c, know, dl_arena_printf(&c->arena, "%s/%s.jsonl", t->corpora, raw_sets[i]).data, &seen);
    return first;
}

/* Two teachers read raw news; where they agree, it is learnt from. */
static void add_silver(corpus *c, const writer *parts, const training *t, const dl_know *know, uint32_t first, uint32_t end) {
    const char *teachers[] = {dl_arena_printf(&c->arena, "%s.teacher1", t->out).data, dl_arena_printf(&c->arena, "%s.teacher2", t->out).data};
    for (uint32_t i = 0; i < 2; i++) train_network(c, parts, teachers[i], t->teacher_epochs, t->seed + 1 + i);
    silver_trees(c, know, first, end, teachers[0], teachers[1]);
    corpus_augment(c, first, end, t->seed);
}

static void train(const training *t) {
    corpus c = {0};
    writer parts = {0};
    tag_guesses guesses;
    dl_know *know;
    dl_error error;
    if (dl_know_open(&know, t->know, &error) != DL_OK) die(error.message, t->know);
    read_corpora(&c, t->corpora);
    uint32_t end = c.samples.count;
    uint32_t raw = read_raw(&c, t, know), raw_end = c.samples.count;
    corpus_augment(&c, 1, end, t->seed);
    train_lemmas(&c, &parts, t->wordnet);
    guess_tags(&c, &parts, &guesses, t->seed);
    train_namer(&c, &parts, &guesses, know, t->seed);
    if (t->base) {
        copy_network(&parts, t->base);
        writer_save(&parts, t->out);
        return;
    }
    if (t->teacher_epochs) add_silver(&c, &parts, t, know, raw, raw_end);
    train_network(&c, &parts, t->out, t->epochs, t->seed);
    dl_know_close(know);
    corpus_free(&c);
}

static int train_table_of_ends(const training *t, const char *out) {
    enum { COUNT = sizeof treebanks / sizeof *treebanks };
    dl_arena arena = {0};
    const char *files[COUNT];
    for (size_t i = 0; i < COUNT; i++) files[i] = dl_arena_printf(&arena, "%s/parse/%s.conllu", t->corpora, treebanks[i]).data;
    int code = train_ends(out, t->know, files, COUNT);
    dl_arena_free(&arena);
    return code;
}

int main(int argc, char **argv) {
    if (argc >= 5 && !strcmp(argv[1], "--score")) return score_model(argv[2], argv[3], argv[4], argc > 5 ? argv[5] : NULL);
    if (argc >= 4 && !strcmp(argv[1], "--score-cut")) return score_cut(argv[2], argv[3], argc > 4 && !strcmp(argv[4], "list"));
    training t = {option(argc, argv, "--corpora", "corpora"),
                  option(argc, argv, "--wordnet", "/usr/share/wordnet"),
                  option(argc, argv, "--know", "build/knowledge.dlk"),
                  option(argc, argv, "--out", "models/english.dlm"),
                  option(argc, argv, "--base", NULL),
                  (uint32_t)strtoul(option(argc, argv, "--seed", "1"), NULL, 10),
                  atoi(option(argc, argv, "--epochs", "8")),
                  atoi(option(argc, argv, "--teacher-epochs", "9"))};
    const char *ends = option(argc, argv, "--ends", NULL);
    if (ends) return train_table_of_ends(&t, ends);
    train(&t);
    return 0;
}
