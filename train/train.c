/* Trains the language model from the corpora and writes it.
 *
 *     train --corpora DIR --wordnet DIR --out FILE [--seed N]
 *     train --score MODEL FILE.conllu [NAMES.jsonl]        measures a model on a development file, with gold tokens
 */
#include "score.h"
#include "tasks.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const treebanks[] = {"ewt.train", "gum-free.train"};
static const char *const name_sets[] = {"uner-ewt.train", "gum-free.train"};

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

static void train(int argc, char **argv) {
    corpus c = {0};
    writer w = {0};
    tag_guesses guesses;
    uint32_t seed = (uint32_t)strtoul(option(argc, argv, "--seed", "1"), NULL, 10);
    read_corpora(&c, option(argc, argv, "--corpora", "corpora"));
    corpus_augment(&c, seed);
    train_lemmas(&c, &w, option(argc, argv, "--wordnet", "/usr/share/wordnet"));
    train_tagger(&c, &w, &guesses, seed);
    train_namer(&c, &w, &guesses, seed);
    train_parser(&c, &w, &guesses, seed);
    writer_save(&w, option(argc, argv, "--out", "models/english.dlm"));
    corpus_free(&c);
}

int main(int argc, char **argv) {
    if (argc >= 4 && !strcmp(argv[1], "--score")) return score_model(argv[2], argv[3], argc > 4 ? argv[4] : NULL);
    train(argc, argv);
    return 0;
}
