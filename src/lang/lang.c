#include "lang/lang.h"

#include "base/error.h"
#include "base/hash.h"
#include "lang/agree.h"
#include "lang/apart.h"
#include "lang/deeds.h"
#include "lang/hints.h"
#include "lang/insertions.h"
#include "lang/lemma.h"
#include "lang/names.h"
#include "lang/net_run.h"
#include "lang/repair.h"
#include "lang/title_case.h"

#include <stdlib.h>

struct dl_lang {
    dl_model model;
    dl_net net;
    dl_cases cases;
    dl_lemmas lemmas;
    dl_mending mending;
    char hash[17];
};

static dl_status open_parts(dl_lang *lang, dl_error *error) {
    if (!dl_net_open(&lang->net, &lang->model) || !dl_cases_open(&lang->cases, &lang->model) || !dl_lemmas_open(&lang->lemmas, &lang->model))
        return dl_model_lacks(error);
    dl_mending_open(&lang->mending);
    return DL_OK;
}

dl_status dl_lang_open(dl_lang **out, const char *path, dl_error *error) {
    *out = NULL;
    dl_lang *lang = calloc(1, sizeof *lang);
    if (!lang) return dl_fail(error, DL_NO_MEMORY, "no memory for the language model");
    dl_status status = dl_model_map(&lang->model, path, error);
    if (status == DL_OK) status = open_parts(lang, error);
    if (status != DL_OK) {
        dl_lang_close(lang);
        return status;
    }
    dl_hash_text(((const dl_model_header *)lang->model.data)->checksum, lang->hash);
    *out = lang;
    return DL_OK;
}

void dl_lang_close(dl_lang *lang) {
    if (!lang) return;
    dl_model_unmap(&lang->model);
    free(lang);
}

const char *dl_lang_hash(const dl_lang *lang) {
    return lang->hash;
}

/* What one document needs while it is read. */
typedef struct workspace {
    const dl_lang *lang;
    const dl_know *know;
    dl_doc *doc;
    dl_window window, parts[2];
    dl_net_work *net;
    dl_hints hints;
    dl_deeds deeds;
    dl_insertion_tables inserted;
} workspace;

/* "General Said Omar": within a sentence the word with a capital is a name, and is read as the same name in another spelling. */
static void name_said(workspace *work, uint32_t first) {
    dl_window *w = &work->window;
    bool small = false; /* unlike "What Lopez Said about Chad" */
    for (uint32_t i = 2; i < w->count; i++) {
        bool said = w->initial[i] == 's' && dl_bytes_is(dl_token_text(work->doc, first + i - 1), "Said");
        if (!said || !dl_is_alpha(w->initial[i - 1])) continue;
        for (uint32_t k = 2; k <= w->count && !small; k++) {
            dl_bytes word = dl_token_text(work->doc, first + k - 1);
            small = word.size > 3 && dl_is_lower(word.data[0]);
        }
        if (small) dl_window_set(w, i, DL_LIT("Saeed"));
    }
}

static void fill_window(workspace *work, uint32_t first, uint32_t count, bool capitals) {
    dl_window *w = &work->window;
    w->count = count;
    w->capitals = capitals;
    for (uint32_t i = 0; i < count; i++) dl_window_set(w, 1 + i, dl_token_text(work->doc, first + i));
    for (uint32_t i = count + 1; i < DL_WINDOW_ROOM && i <= count + 3; i++) w->words[i] = (dl_word){0}, w->initial[i] = 0;
}

static void read_lemma(workspace *work, uint32_t token, bool first) {
    dl_token *t = work->doc->tokens.rows + token;
    dl_lemma_query query = {dl_token_text(work->doc, token), t->upos, t->xpos, first};
    t->lemma = dl_lemma_read(&work->lang->lemmas, &work->doc->arena, &query);
    bool whole = t->lemma.data == query.form.data && t->lemma.size == query.form.size;
    t->stem = whole || dl_bytes_alike(t->lemma, query.form) ? t->word : dl_know_word(work->know, t->lemma);
}

/* Writes the window's rows into the document; the root of a later window hangs on the root of the first. Returns the row of the first root. */
static uint32_t keep_window(workspace *work, uint32_t first, uint32_t root) {
    const dl_window *w = &work->window;
    uint32_t first_root = root;
    for (uint32_t i = 1; i <= w->count && !first_root; i++)
        if (!w->head[i]) first_root = first + i - 1;
    for (uint32_t i = 1; i <= w->count; i++) {
        dl_token *t = work->doc->tokens.rows + first + i - 1;
        t->upos = w->upos[i];
        t->xpos = w->xpos[i];
        t->name = w->name[i];
        t->head = w->head[i] ? first + w->head[i] - 1 : root;
        t->deprel = w->head[i] || !root ? w->deprel[i] : DL_DEP_PARATAXIS;
    }
    return first_root;
}

/* Tags and tree: what a sentence is told with in between is read apart. */
static void read_tree(workspace *work, uint32_t at) {
    dl_window *w = &work->window;
    dl_insertion found[DL_INSERTIONS];
    dl_net_read_tags(work->net, w);
    uint32_t count = work->know ? dl_insertions_find(&work->inserted, work->doc, at, w, found) : 0;
    bool apart = count;
    if (count) {
        dl_apart_read(work->net, &work->lang->mending, w, found, count, work->parts);
    } else {
        dl_net_read_tree(work->net, w);
        dl_repair_tree(&work->lang->mending, w);
        apart = dl_apart_mend(work->net, &work->lang->mending, w, work->parts);
    }
    if (apart) dl_net_read_words(work->net, w); /* for the names */
}

static void read_windows(workspace *work, const dl_sentence *sentence, bool trees_only) {
    uint32_t end = dl_sentence_end(sentence), root = 0;
    for (uint32_t at = sentence->first_token; at < end; at += work->window.count) {
        fill_window(work, at, end - at < DL_WINDOW ? end - at : DL_WINDOW, sentence->capitals);
        if (!trees_only) dl_hints_read(&work->hints, work->doc, at, &work->window);
        if (!trees_only && !sentence->capitals && sentence->zone != DL_ZONE_HEADLINE) name_said(work, at);
        if ((work->window.headline = sentence->zone == DL_ZONE_HEADLINE && !trees_only)) {
            dl_deeds_read(&work->deeds, work->doc, at, &work->window);
            dl_title_case_read(&work->lang->cases, work->doc, at, &work->window);
        }
        dl_net_read_words(work->net, &work->window);
        if (trees_only)
            dl_net_read_tree(work->net, &work->window);
        else {
            read_tree(work, at);
            dl_cases_read(&work->lang->cases, &work->window);
            dl_net_read_names(work->net, &work->window);
        }
        root = keep_window(work, at, root);
    }
}

static void read_sentence(workspace *work, dl_sentence *sentence) {
    read_windows(work, sentence, false);
    for (uint32_t t = sentence->first_token; t < dl_sentence_end(sentence); t++)
        read_lemma(work, t, t == sentence->first_token || sentence->capitals);
    sentence->parsed = sentence->token_count > 0;
}

static uint32_t longest_window(const dl_doc *doc) {
    uint32_t longest = 0;
    for (DL_EACH(i, &doc->sentences))
        if (doc->sentences.rows[i].token_count > longest) longest = doc->sentences.rows[i].token_count;
    return longest < DL_WINDOW ? longest : DL_WINDOW;
}

static workspace *begin(const dl_lang *lang, const dl_know *know, dl_doc *doc) {
    workspace *work = DL_NEW(&doc->arena, workspace);
    work->lang = lang;
    work->know = know;
    work->doc = doc;
    work->net = dl_net_begin(&lang->net, &doc->arena, doc->tokens.count, longest_window(doc));
    return work;
}

void dl_lang_read(const dl_lang *lang, const dl_know *know, dl_doc *doc) {
    workspace *work = begin(lang, know, doc);
    dl_hints_open(&work->hints, know);
    dl_deeds_open(&work->deeds, know);
    dl_insertions_open(&work->inserted, know);
    for (DL_EACH(i, &doc->sentences)) read_sentence(work, doc->sentences.rows + i);
    dl_names_agree(doc);
}

void dl_lang_parse(const dl_lang *lang, dl_doc *doc) {
    workspace *work = begin(lang, NULL, doc);
    for (DL_EACH(i, &doc->sentences)) read_windows(work, doc->sentences.rows + i, true);
}
