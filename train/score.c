#include "score.h"

#include "corpus.h"
#include "doc/ud.h"
#include "intake/cut.h"
#include "lang/lang.h"

#include <stdio.h>
#include <time.h>

typedef struct tally {
    uint32_t words, upos, xpos, lemma, lemmas, uas, las, full;
    uint32_t names_right, names_got, names_gold;
} tally;

void sample_doc(const corpus *c, uint32_t first, uint32_t end, dl_doc *doc) {
    size_t size = 0, at = 0;
    for (uint32_t i = first; i < end; i++)
        for (uint32_t t = 1; t <= c->samples.rows[i].count; t++) size += c->samples.rows[i].tokens[t].form.size + 1;
    char *text = dl_arena_alloc(&doc->arena, size + 1);
    for (uint32_t i = first; i < end; i++) {
        const sample *s = c->samples.rows + i;
        dl_sentence *sentence = DL_DOC_PUSH(doc, sentences);
        sentence->first_token = doc->tokens.count ? doc->tokens.count : 1;
        sentence->token_count = s->count;
        sentence->capitals = s->capitals;
        for (uint32_t t = 1; t <= s->count; t++) {
            dl_token *token = DL_DOC_PUSH(doc, tokens);
            memcpy(text + at, s->tokens[t].form.data, s->tokens[t].form.size);
            token->span = (dl_span){(uint32_t)at, (uint32_t)(at + s->tokens[t].form.size)};
            token->sentence = i - first + 1;
            at = token->span.end + 1;
        }
    }
    doc->text = (dl_bytes){text, size};
}

static void count_names(const dl_token *got, const sample *s, tally *n) {
    for (uint32_t t = 1; t <= s->count; t++) {
        uint8_t a = got[t - 1].name, b = s->tokens[t].name;
        n->names_got += (a & DL_NAME_BEGIN) != 0;
        n->names_gold += (b & DL_NAME_BEGIN) != 0;
        if (!(a & DL_NAME_BEGIN) || a != b) continue;
        uint32_t e = t + 1, inner = a & ~DL_NAME_BEGIN & 0xff;
        while (e <= s->count && got[e - 1].name == inner && s->tokens[e].name == inner) e++;
        n->names_right += e > s->count || (got[e - 1].name != inner && s->tokens[e].name != inner);
    }
}

static void count_sample(const dl_doc *doc, uint32_t sentence, const sample *s, tally *n) {
    uint32_t first = doc->sentences.rows[sentence].first_token;
    const dl_token *got = doc->tokens.rows + first;
    for (uint32_t t = 1; t <= s->count; t++) {
        const dl_token *a = got + t - 1;
        const sample_token *b = s->tokens + t;
        bool head = (a->head ? a->head - first + 1 : 0) == b->head;
        n->words++;
        n->upos += a->upos == b->upos;
        n->xpos += a->xpos == b->xpos;
        if (!dl_bytes_is(b->lemma, "_") || dl_bytes_is(b->form, "_")) {
            n->lemmas++;
            n->lemma += dl_bytes_equal(a->lemma, b->lemma);
        }
        n->uas += head;
        n->las += head && dl_deprel_base(a->deprel) == dl_deprel_base(b->deprel);
        n->full += head && a->deprel == b->deprel;
    }
    if (s->names) count_names(got, s, n);
}

static void show(const tally *n, double seconds) {
    double words = n->words / 100.0;
    printf("words %u  upos %.2f  xpos %.2f  lemma %.2f  uas %.2f  las %.2f  las_full %.2f  %.0f words/s\n", n->words, n->upos / words,
           n->xpos / words, n->lemma * 100.0 / n->lemmas, n->uas / words, n->las / words, n->full / words, n->words / seconds);
    if (n->names_gold)
        printf("names: precision %.3f  recall %.3f  f1 %.3f\n", (double)n->names_right / n->names_got, (double)n->names_right / n->names_gold,
               2.0 * n->names_right / (n->names_got + n->names_gold));
}

int score_model(const char *model, const char *knowledge, const char *conllu, const char *names) {
    dl_error error;
    dl_lang *lang;
    if (dl_lang_open(&lang, model, &error) != DL_OK) die(error.message, model);
    corpus c = {0};
    corpus_read_conllu(&c, conllu);
    if (names) corpus_read_names(&c, names);
    dl_doc doc = {0};
    sample_doc(&c, 1, c.samples.count, &doc);
    dl_know *know;
    if (dl_know_open(&know, knowledge, &error) != DL_OK) die(error.message, knowledge);
    dl_cut_number(know, &doc);
    clock_t begin = clock();
    dl_lang_read(lang, know, &doc);
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    tally n = {0};
    for (DL_EACH(i, &c.samples)) count_sample(&doc, i, c.samples.rows + i, &n);
    show(&n, seconds);
    dl_arena_free(&doc.arena);
    corpus_free(&c);
    dl_know_close(know);
    dl_lang_close(lang);
    return 0;
}
