#include "lang/lemma.h"

#include "base/utf8.h"
#include "doc/ud.h"
#include "lang/word.h"

enum { MAX_INFLECTED = 48 }; /* longer words have no ending that we cut */

/* What is written into documents must be a word: some bytes of UTF-8. */
static bool is_word(dl_bytes text) {
    return text.size && text.size <= DL_FOLD_ROOM && dl_utf8_valid(text) == text.size;
}

static uint64_t sieve_bit(uint64_t key, uint32_t *at) {
    uint32_t bit = (uint32_t)(key >> (64 - DL_LEMMA_SIEVE_BITS));
    *at = bit >> 6;
    return (uint64_t)1 << (bit & 63);
}

void dl_lemmas_shelve(dl_lemmas *lemmas) {
    uint32_t next = 0, at;
    for (uint32_t i = 0; i < lemmas->entry_count; i++) {
        uint64_t key = lemmas->entries[i].key, bit = sieve_bit(key, &at);
        lemmas->sieve[at] |= bit;
        next = dl_shelve(&lemmas->entry_shelves, next, dl_shelf_of((uint32_t)(key >> 32)), i);
    }
    dl_shelve(&lemmas->entry_shelves, next, DL_SHELVES, lemmas->entry_count);
    next = 0;
    for (uint32_t i = 0; i < lemmas->word_count; i++)
        next = dl_shelve(&lemmas->word_shelves, next, dl_shelf_of((uint32_t)(lemmas->words[i] >> 32)), i);
    dl_shelve(&lemmas->word_shelves, next, DL_SHELVES, lemmas->word_count);
}

bool dl_lemmas_open(dl_lemmas *lemmas, const dl_model *model) {
    const dl_model_section *entries = dl_model_find(model, "lemma.table", sizeof(dl_lemma_entry));
    const dl_model_section *texts = dl_model_find(model, "lemma.texts", 1);
    const dl_model_section *words = dl_model_find(model, "lemma.words", sizeof(uint64_t));
    if (!entries || !texts || !words || entries->width != 1 || words->width != 1) return false;
    *lemmas = (dl_lemmas){.entries = dl_model_data(model, entries),
                          .texts = dl_model_data(model, texts),
                          .words = dl_model_data(model, words),
                          .entry_count = entries->count,
                          .word_count = words->count};
    dl_lemmas_shelve(lemmas);
    for (uint32_t i = 0; i < entries->count; i++) {
        const dl_lemma_entry *e = lemmas->entries + i;
        if (e->begin > texts->size || e->size > texts->size - e->begin || !is_word((dl_bytes){lemmas->texts + e->begin, e->size})) return false;
    }
    return true;
}

uint64_t dl_lemma_key(dl_bytes folded, unsigned xpos, unsigned upos) {
    uint64_t hash = 0xcbf29ce484222325u ^ (xpos << 8 | upos);
    for (size_t i = 0; i < folded.size; i++) hash = (hash ^ (unsigned char)folded.data[i]) * 0x100000001b3u;
    return hash ^ hash >> 31;
}

char dl_lemma_class(unsigned xpos) {
    switch (xpos) {
    case DL_XPOS_NNS:
    case DL_XPOS_NNPS:
        return 'n';
    case DL_XPOS_VBD:
    case DL_XPOS_VBG:
    case DL_XPOS_VBN:
    case DL_XPOS_VBZ:
        return 'v';
    case DL_XPOS_JJR:
    case DL_XPOS_JJS:
    case DL_XPOS_RBR:
    case DL_XPOS_RBS:
        return 'a';
    default:
        return 0;
    }
}

static bool find_entry(const dl_lemmas *lemmas, uint64_t key, dl_bytes *lemma) {
    uint32_t at;
    uint64_t bit = sieve_bit(key, &at);
    if (!(lemmas->sieve[at] & bit)) return false;
    const uint32_t *ends = lemmas->entry_shelves.first + dl_shelf_of((uint32_t)(key >> 32));
    uint32_t low = ends[0], high = ends[1];
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (lemmas->entries[mid].key < key)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == lemmas->entry_count || lemmas->entries[low].key != key) return false;
    *lemma = (dl_bytes){lemmas->texts + lemmas->entries[low].begin, lemmas->entries[low].size};
    return true;
}

static bool is_known(const dl_lemmas *lemmas, dl_bytes word, char class) {
    uint64_t key = dl_lemma_key(word, (unsigned char)class, 0);
    const uint32_t *ends = lemmas->word_shelves.first + dl_shelf_of((uint32_t)(key >> 32));
    uint32_t low = ends[0], high = ends[1];
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (lemmas->words[mid] < key)
            low = mid + 1;
        else
            high = mid;
    }
    return low < lemmas->word_count && lemmas->words[low] == key;
}

static bool is_vowel(char c) {
    return c && strchr("aeiou", c);
}

/* Consonant, vowel, consonant at the end ("hop"): such a stem doubles its last letter, so one that has not lost an e. */
static bool is_short(dl_bytes stem) {
    if (stem.size < 3) return false;
    const char *end = stem.data + stem.size - 3;
    return !is_vowel(end[0]) && is_vowel(end[1]) && !is_vowel(end[2]) && !strchr("wxy", end[2]);
}

static bool is_doubled(dl_bytes stem) {
    char last = stem.size >= 3 ? stem.data[stem.size - 1] : 0;
    return dl_is_lower(last) && last == stem.data[stem.size - 2] && !is_vowel(last); /* letters, not the bytes of one */
}

static bool lost_e(dl_bytes stem) {
    static const char *const endings[] = {"at", "iz", "is", "v", "c", "u", "dg", "rg", "bl", "tl", "pl", "ur", "ir", "uc", "ag", "ang"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (dl_bytes_finish(stem, endings[i])) return true;
    return is_short(stem) && stem.size <= 4;
}

/* The word from which `stem` came when an ending that begins with a vowel was added. `buffer` begins with the stem and has room for one letter more.
 */
static dl_bytes restore(const dl_lemmas *lemmas, char *buffer, size_t size, char class) {
    dl_bytes stem = {buffer, size}, with_e = {buffer, size + 1}, single = {buffer, size - 1};
    buffer[size] = 'e';
    bool doubled = is_doubled(stem);
    if (is_short(stem) && is_known(lemmas, with_e, class)) return with_e;
    if (is_known(lemmas, stem, class)) return stem;
    if (doubled && is_known(lemmas, single, class)) return single;
    if (is_known(lemmas, with_e, class)) return with_e;
    if (doubled && !strchr("lsfz", stem.data[size - 1])) return single;
    return lost_e(stem) ? with_e : stem;
}

static dl_bytes cut_s(const dl_lemmas *lemmas, char *word, size_t size, char class) {
    dl_bytes all = {word, size}, less = {word, size - 1};
    if (size < 3 || !dl_bytes_finish(all, "s") || dl_bytes_finish(all, "ss")) return all;
    if (is_known(lemmas, less, class) && !dl_bytes_finish(all, "ies")) return less;
    if (dl_bytes_finish(all, "ies") && size > 4) {
        if (is_known(lemmas, less, class)) return less;
        word[size - 3] = 'y';
        return (dl_bytes){word, size - 2};
    }
    static const char *const es[] = {"sses", "shes", "ches", "xes", "zes", "oes"};
    for (size_t i = 0; i < sizeof es / sizeof *es; i++)
        if (dl_bytes_finish(all, es[i])) return (dl_bytes){word, size - 2};
    dl_bytes least = {word, size - 2};
    if (dl_bytes_finish(all, "es") && is_known(lemmas, least, class)) return least;
    return less;
}

static dl_bytes cut(const dl_lemmas *lemmas, char *word, size_t size, const char *ending, char class) {
    size_t stem = size - strlen(ending);
    if (!dl_bytes_finish((dl_bytes){word, size}, ending) || stem < 2) return (dl_bytes){word, size};
    if (word[stem - 1] == 'i' && stem > 2) {
        word[stem - 1] = 'y';
        return (dl_bytes){word, stem};
    }
    return restore(lemmas, word, stem, class);
}

/* `word` is folded and may be overwritten; it has room for one letter more. */
static dl_bytes by_ending(const dl_lemmas *lemmas, char *word, size_t size, unsigned xpos) {
    switch (xpos) {
    case DL_XPOS_NNS:
    case DL_XPOS_NNPS:
        return cut_s(lemmas, word, size, 'n');
    case DL_XPOS_VBZ:
        return cut_s(lemmas, word, size, 'v');
    case DL_XPOS_VBD:
    case DL_XPOS_VBN:
        return cut(lemmas, word, size, "ed", 'v');
    case DL_XPOS_VBG:
        return cut(lemmas, word, size, "ing", 'v');
    case DL_XPOS_JJR:
    case DL_XPOS_RBR:
        return cut(lemmas, word, size, "er", 'a');
    default:
        return cut(lemmas, word, size, "est", 'a');
    }
}

static bool keeps_case(const dl_lemma_query *q) {
    if (q->upos == DL_UPOS_PROPN || q->upos == DL_UPOS_X || q->xpos == DL_XPOS_ADD) return true;
    return q->xpos == DL_XPOS_JJ && !q->first && q->form.size && dl_is_upper(q->form.data[0]);
}

static dl_bytes copy_unless_same(dl_arena *arena, dl_bytes form, dl_bytes lemma) {
    if (lemma.size <= form.size && !memcmp(form.data, lemma.data, lemma.size)) return (dl_bytes){form.data, lemma.size};
    return dl_arena_copy(arena, lemma);
}

/* A plural name ("Nations"): the ending is cut from the form as it is written. */
static dl_bytes name_lemma(const dl_lemmas *lemmas, dl_arena *arena, const dl_lemma_query *q, char *folded, size_t size) {
    if (q->xpos != DL_XPOS_NNPS || size != q->form.size || size > MAX_INFLECTED) return q->form;
    dl_bytes cut = cut_s(lemmas, folded, size, 'n');
    if (cut.size >= q->form.size) return q->form;
    if (!memcmp(folded + 1, q->form.data + 1, cut.size - 1)) return (dl_bytes){q->form.data, cut.size};
    if (cut.size && dl_is_upper(q->form.data[cut.size - 1])) return q->form;
    folded[0] = q->form.data[0];
    return dl_arena_copy(arena, cut);
}

dl_bytes dl_lemma_read(const dl_lemmas *lemmas, dl_arena *arena, const dl_lemma_query *q) {
    char folded[DL_FOLD_ROOM + 1];
    size_t size = dl_word_fold(q->form, folded);
    char class = dl_lemma_class(q->xpos);
    dl_bytes found;
    if (!size || q->form.size > DL_FOLD_ROOM - 8) return q->form;
    if (q->xpos == DL_XPOS_NNS && dl_bytes_is((dl_bytes){folded, size}, "bases"))
        return DL_LIT("base"); /* of news; those of the table are of "basis" */
    if ((q->xpos != DL_XPOS_NNP || q->upos != DL_UPOS_PROPN) && find_entry(lemmas, dl_lemma_key((dl_bytes){folded, size}, q->xpos, q->upos), &found))
        return found;
    if (keeps_case(q)) return name_lemma(lemmas, arena, q, folded, size);
    if (class && q->upos != DL_UPOS_PRON && find_entry(lemmas, dl_lemma_key((dl_bytes){folded, size}, (unsigned char)class, 0), &found)) return found;
    if (q->upos == DL_UPOS_PUNCT || q->upos == DL_UPOS_SYM || q->upos == DL_UPOS_NUM) return q->form;
    if (!class || size > MAX_INFLECTED) return copy_unless_same(arena, q->form, (dl_bytes){folded, size});
    return copy_unless_same(arena, q->form, by_ending(lemmas, folded, size, q->xpos));
}
