/* What the name finder is told beside the words: how they are usually written, and what the knowledge lists. */
#include "intake/cut.h"
#include "lang/hints.h"
#include "score.h"
#include "tasks.h"

#include <stdlib.h>

enum { SEEN_ENOUGH = 3 }; /* times that a form must be seen for its case to mean something */

typedef struct form_case {
    uint32_t form;
    uint8_t upper;
} form_case;

static int order_cases(const void *a, const void *b) {
    const form_case *x = a, *y = b;
    if (x->form != y->form) return x->form < y->form ? -1 : 1;
    return x->upper - y->upper;
}

static uint32_t case_of(size_t upper, size_t all) {
    size_t share = upper * 100 / all;
    return upper == 0     ? DL_CASE_LOWER
           : upper == all ? DL_CASE_UPPER
           : share < 25   ? DL_CASE_MOSTLY_LOWER
           : share > 75   ? DL_CASE_MOSTLY_UPPER
                          : DL_CASE_MIXED;
}

static bool is_worded(dl_bytes form) {
    return form.size > 1 && dl_is_alpha(*form.data);
}

/* All words but the first of each sentence, in order of their forms; the caller frees. */
static form_case *all_cases(const corpus *c, dl_window *w, size_t *size) {
    size_t room = 1;
    for (DL_EACH(i, &c->samples)) room += c->samples.rows[i].count;
    form_case *all = calloc(room, sizeof *all);
    if (!all) die("no memory", "cases");
    for (DL_EACH(i, &c->samples)) {
        const sample *s = c->samples.rows + i;
        if (s->made || s->capitals) continue;
        sample_window(s, w);
        for (uint32_t t = 2; t <= s->count; t++)
            if (is_worded(s->tokens[t].form))
                all[(*size)++] = (form_case){w->words[t].form & ~((1u << DL_CASE_BITS) - 1), dl_is_upper(s->tokens[t].form.data[0])};
    }
    qsort(all, *size, sizeof *all, order_cases);
    return all;
}

void collect_cases(corpus *c, dl_cases *cases, writer *w) {
    static dl_window window;
    size_t size = 0;
    form_case *all = all_cases(c, &window, &size);
    uint32_t *forms = DL_NEW_ARRAY(&c->arena, uint32_t, size / SEEN_ENOUGH + 1);
    *cases = (dl_cases){.forms = forms};
    for (size_t i = 0, next; i < size; i = next) {
        size_t upper = 0;
        for (next = i; next < size && all[next].form == all[i].form; next++) upper += all[next].upper;
        if (next - i >= SEEN_ENOUGH) forms[cases->count++] = all[i].form | case_of(upper, next - i);
    }
    free(all);
    dl_cases_shelve(cases);
    writer_add(w, "name.cases", 1, cases->count, forms, cases->count * sizeof *forms);
}

/* Some corpora count titles as part of a name ("Foreign Secretary Anna Berg"); here they are none. */
static void cut_titles(const sample *s, const uint16_t *hints) {
    for (uint32_t t = 1; t < s->count; t++) {
        sample_token *token = s->tokens + t;
        bool title = (hints[t] | hints[t] >> 8) >> DL_HINT_TITLE & 1;
        if (!title || token->name != (DL_NAME_PERSON | DL_NAME_BEGIN) || token[1].name != DL_NAME_PERSON) continue;
        token->name = DL_NAME_NONE;
        token[1].name |= DL_NAME_BEGIN;
    }
}

void collect_hints(corpus *c, const dl_know *know, uint32_t first) {
    static dl_window window;
    dl_doc doc = {0};
    dl_hints hints;
    sample_doc(c, first, c->samples.count, &doc);
    dl_cut_number(know, &doc);
    dl_hints_open(&hints, know);
    for (uint32_t i = first; i < c->samples.count; i++) {
        sample *s = c->samples.rows + i;
        sample_window(s, &window);
        dl_hints_read(&hints, &doc, doc.sentences.rows[i - first + 1].first_token, &window);
        s->hints = DL_NEW_ARRAY(&c->arena, uint16_t, s->count + 4);
        memcpy(s->hints, window.hints, (s->count + 4) * sizeof *s->hints);
        cut_titles(s, s->hints);
    }
    dl_arena_free(&doc.arena);
}
