#include "engine/engine.h"

#include "base/error.h"
#include "know/over.h"
#include "lexicon/check.h"
#include "lexicon/petrarch.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { PATH_ROOM = 4096 };

static const char *data_dir(const dl_options *options) {
    if (options && options->data_dir) return options->data_dir;
    const char *given = getenv("DATELINE_DATA");
    return given && *given ? given : DL_DATADIR;
}

/* The tables of languages, tokens, times, places and events are read from the knowledge as it is seen with the user's own over it. */
static dl_status open_knowledge(dl_engine *engine, const char *path, const char *lexicon, dl_error *error) {
    dl_status status = dl_know_open(&engine->know, path, error);
    if (status == DL_OK && lexicon) status = dl_lexicon_lay(engine->know, lexicon, error);
    if (status == DL_OK) status = dl_web_open(&engine->web, engine->know, error);
    if (status == DL_OK) status = dl_languages_open(&engine->languages, engine->know, error);
    if (status == DL_OK) status = dl_cutter_open(&engine->cutter, engine->know, error);
    if (status == DL_OK) dl_countries_open(&engine->countries, engine->know);
    if (status == DL_OK) status = dl_when_vocabulary_open(&engine->times, engine->know, error);
    if (status == DL_OK) status = dl_gaz_open(&engine->gaz, engine->know, error);
    if (status == DL_OK) status = dl_event_tables_open(&engine->events, engine->know, error);
    return status;
}

static dl_status open_files(dl_engine *engine, const char *folder, const char *lexicon, dl_error *error) {
    char path[PATH_ROOM];
    if (snprintf(path, sizeof path, "%s/knowledge.dlk", folder) >= PATH_ROOM)
        return dl_fail(error, DL_BAD_ARGUMENT, "the data folder's name is too long");
    dl_status status = open_knowledge(engine, path, lexicon, error);
    if (status != DL_OK) return status;
    snprintf(path, sizeof path, "%s/english.dlm", folder);
    return dl_lang_open(&engine->lang, path, error);
}

/* The convention for vague numbers is a column of its table, behind those that every convention shares. */
static dl_status choose_convention(dl_engine *engine, const char *name, dl_error *error) {
    uint32_t table = dl_know_table(engine->know, "count/vague"), shared = dl_know_column(engine->know, table, "times");
    uint32_t column = dl_know_column(engine->know, table, name);
    if (!strcmp(name, "floor")) return DL_OK;
    if (column == DL_NO_COLUMN || column <= shared)
        return dl_fail(error, DL_BAD_ARGUMENT,
                       "there is no such convention for vague numbers: give floor, or a column of data/count/vague.tsv behind times");
    engine->vague_column = column;
    return DL_OK;
}

dl_status dl_engine_open(dl_engine **engine, const dl_options *options, dl_error *error) {
    if (!engine) return dl_fail(error, DL_BAD_ARGUMENT, "dl_engine_open needs a place for the engine");
    *engine = NULL;
    dl_engine *made = calloc(1, sizeof *made);
    if (!made) return dl_fail(error, DL_NO_MEMORY, "out of memory while opening the engine");
    made->max_doc_bytes = options && options->max_doc_bytes ? options->max_doc_bytes : DL_MAX_DOC_BYTES;
    made->max_claims = options && options->max_claims ? options->max_claims : DL_MAX_CLAIMS;
    made->passed_over = options && options->passed_over;
    dl_status status = open_files(made, data_dir(options), options ? options->lexicon_dir : NULL, error);
    if (status == DL_OK && options && options->vague_numbers) status = choose_convention(made, options->vague_numbers, error);
    if (status == DL_OK)
        *engine = made;
    else
        dl_engine_close(made);
    return status;
}

void dl_engine_close(dl_engine *engine) {
    if (!engine) return;
    dl_lang_close(engine->lang);
    dl_event_tables_close(engine->events);
    dl_gaz_close(engine->gaz);
    dl_when_vocabulary_close(engine->times);
    dl_cutter_close(engine->cutter);
    dl_languages_close(engine->languages);
    dl_web_close(engine->web);
    dl_know_close(engine->know);
    free(engine);
}

const char *dl_engine_knowledge_hash(const dl_engine *engine) {
    return dl_know_hash(engine->know);
}

bool dl_engine_attribution(const dl_engine *engine, uint32_t number, dl_attribution *attribution) {
    uint32_t table = dl_know_table(engine->know, "sources");
    if (number >= dl_know_rows(engine->know, table)) return false;
    attribution->what = dl_know_get(engine->know, table, number, "what");
    attribution->from = dl_know_get(engine->know, table, number, "from");
    attribution->licence = dl_know_get(engine->know, table, number, "licence");
    return true;
}

const char *dl_engine_model_hash(const dl_engine *engine) {
    return dl_lang_hash(engine->lang);
}

dl_status dl_lexicon_check(const dl_engine *engine, const char *folder, dl_ear ear, uint32_t *wrong, dl_error *error) {
    if (!engine || !folder || !ear.hear || !wrong)
        return dl_fail(error, DL_BAD_ARGUMENT, "dl_lexicon_check needs an engine, a folder, an ear and a place for the number");
    if (engine->know->over) return dl_fail(error, DL_BAD_ARGUMENT, "a lexicon is checked with an engine that was opened without one");
    return dl_lexicon_look(engine->know, folder, ear, wrong, error);
}

dl_status dl_lexicon_import(const char *from, const char *to, dl_ear ear, dl_error *error) {
    if (!from || !to || !ear.hear) return dl_fail(error, DL_BAD_ARGUMENT, "dl_lexicon_import needs two folders and an ear");
    return dl_petrarch_import(from, to, ear, error);
}
