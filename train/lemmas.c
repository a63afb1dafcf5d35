/* Makes the tables of the lemmatizer: known lemmas (WordNet and the treebanks), WordNet's irregular forms, and the forms of the treebanks whose lemma
 * the rules miss. */
#include "lang/lemma.h"

#include "doc/ud.h"
#include "lang/word.h"
#include "tasks.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct fact {
    uint64_t key;
    dl_bytes lemma;
    dl_lemma_query query;
    uint32_t number; /* how often seen */
} fact;

typedef struct facts {
    DL_ARRAY(fact) seen;
    DL_ARRAY(uint64_t) words;
    DL_ARRAY(dl_lemma_entry) entries;
    DL_ARRAY(char) texts;
} facts;

static dl_bytes fold(dl_arena *arena, dl_bytes word) {
    char folded[DL_FOLD_ROOM];
    return dl_arena_copy(arena, (dl_bytes){folded, dl_word_fold(word, folded)});
}

static void add_word(corpus *c, facts *f, dl_bytes word, char class) {
    *DL_PUSH(&c->arena, &f->words) = dl_lemma_key(word, (unsigned char)class, 0);
}

static void add_entry(corpus *c, facts *f, uint64_t key, dl_bytes lemma) {
    dl_lemma_entry *e = DL_PUSH(&c->arena, &f->entries);
    *e = (dl_lemma_entry){key, f->texts.count ? f->texts.count : 1, (uint32_t)lemma.size};
    for (size_t i = 0; i < lemma.size; i++) *DL_PUSH(&c->arena, &f->texts) = lemma.data[i];
}

/* First word of each line; for exception files the second too. */
static void read_wordnet(corpus *c, facts *f, const char *folder, const char *name, char class, bool exceptions) {
    dl_bytes path = dl_arena_printf(&c->arena, "%s/%s", folder, name);
    dl_bytes rest = read_whole(&c->arena, path.data), line;
    while (dl_bytes_cut(&rest, '\n', &line)) {
        dl_bytes word, lemma;
        if (!dl_bytes_cut(&line, ' ', &word) || !word.size || memchr(word.data, '_', word.size)) continue;
        if (!exceptions)
            add_word(c, f, word, class);
        else if (dl_bytes_cut(&line, ' ', &lemma) && !memchr(lemma.data, '_', lemma.size))
            add_entry(c, f, dl_lemma_key(word, (unsigned char)class, 0), lemma);
    }
}

static int order_words(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

static int order_entries(const void *a, const void *b) {
    const dl_lemma_entry *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return x->begin < y->begin ? -1 : x->begin > y->begin;
}

static int order_facts(const void *a, const void *b) {
    const fact *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return dl_bytes_order(x->lemma, y->lemma);
}

static void collect_facts(corpus *c, facts *f) {
    for (DL_EACH(i, &c->samples)) {
        const sample *s = c->samples.rows + i;
        for (uint32_t t = 1; s->tree && !s->made && !s->silver && t <= s->count; t++) {
            const sample_token *k = s->tokens + t;
            char class = dl_lemma_class(k->xpos);
            if (dl_bytes_is(k->lemma, "_")) continue;
            if ((class && class != 'n') || k->xpos == DL_XPOS_VB) add_word(c, f, fold(&c->arena, k->lemma), class ? class : 'v');
            fact *seen = DL_PUSH(&c->arena, &f->seen);
            *seen = (fact){dl_lemma_key(fold(&c->arena, k->form), k->xpos, k->upos), k->lemma, {k->form, k->upos, k->xpos, t == 1}, 1};
        }
    }
    qsort(f->seen.rows + 1, f->seen.count - 1, sizeof(fact), order_facts);
}

/* Of each form and tag the commonest lemma; kept where the rules give another one. */
static void add_exceptions(corpus *c, facts *f, const dl_lemmas *rules) {
    for (uint32_t i = 1, next; i < f->seen.count; i = next) {
        uint32_t best = 0, best_number = 0;
        for (next = i; next < f->seen.count && f->seen.rows[next].key == f->seen.rows[i].key;) {
            uint32_t from = next;
            while (next < f->seen.count && f->seen.rows[next].key == f->seen.rows[i].key &&
                   dl_bytes_equal(f->seen.rows[next].lemma, f->seen.rows[from].lemma))
                next++;
            if (next - from > best_number) best_number = next - from, best = from;
        }
        const fact *fact = f->seen.rows + best;
        if (!dl_bytes_equal(dl_lemma_read(rules, &c->arena, &fact->query), fact->lemma)) add_entry(c, f, fact->key, fact->lemma);
    }
}

static uint32_t sort_unique(void *rows, uint32_t count, size_t width, int (*order)(const void *, const void *)) {
    qsort(rows, count, width, order);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++)
        if (!kept || memcmp((char *)rows + (kept - 1) * width, (char *)rows + i * width, sizeof(uint64_t)))
            memmove((char *)rows + kept++ * width, (char *)rows + i * width, width);
    return kept;
}

void train_lemmas(corpus *c, writer *w, const char *wordnet) {
    facts f = {0};
    read_wordnet(c, &f, wordnet, "index.verb", 'v', false);
    read_wordnet(c, &f, wordnet, "index.adj", 'a', false);
    read_wordnet(c, &f, wordnet, "index.adv", 'a', false);
    read_wordnet(c, &f, wordnet, "index.noun", 'n', false);
    read_wordnet(c, &f, wordnet, "verb.exc", 'v', true);
    read_wordnet(c, &f, wordnet, "noun.exc", 'n', true);
    read_wordnet(c, &f, wordnet, "adj.exc", 'a', true);
    read_wordnet(c, &f, wordnet, "adv.exc", 'a', true);
    collect_facts(c, &f);
    uint32_t words = sort_unique(f.words.rows + 1, f.words.count - 1, sizeof(uint64_t), order_words);
    uint32_t entries = sort_unique(f.entries.rows + 1, f.entries.count - 1, sizeof(dl_lemma_entry), order_entries);
    f.entries.count = entries + 1;
    dl_lemmas rules = {.entries = f.entries.rows + 1, .texts = f.texts.rows, .words = f.words.rows + 1, .entry_count = entries, .word_count = words};
    dl_lemmas_shelve(&rules);
    facts more = f;
    add_exceptions(c, &more, &rules);
    entries = sort_unique(more.entries.rows + 1, more.entries.count - 1, sizeof(dl_lemma_entry), order_entries);
    writer_add(w, "lemma.table", 1, entries, more.entries.rows + 1, entries * sizeof(dl_lemma_entry));
    writer_add(w, "lemma.texts", 1, more.texts.count, more.texts.rows, more.texts.count);
    writer_add(w, "lemma.words", 1, words, f.words.rows + 1, words * sizeof(uint64_t));
    printf("lemmas: %u exceptions, %u known words\n", entries, words);
}
