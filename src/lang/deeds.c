#include "lang/deeds.h"

enum { HITS = 64, WORD = 64 };

void dl_deeds_open(dl_deeds *d, const dl_know *know) {
    *d = (dl_deeds){.know = know};
    if (!know) return;
    d->verbs = dl_know_table(know, "events/verbs");
    d->phrases = dl_know_table(know, "events/phrases");
    d->light = dl_know_table(know, "events/light");
    d->nouns = dl_know_table(know, "events/nouns");
    d->said = dl_know_table(know, "said/verbs");
    d->agents = dl_know_table(know, "actors/agents");
    d->verbs_if = dl_know_column(know, d->verbs, "if");
    d->phrases_if = dl_know_column(know, d->phrases, "if");
    d->kind = dl_know_column(know, d->agents, "kind");
    d->said_takes = dl_know_column(know, d->said, "takes");
}

/* Whether a cell of conditions names a word as that of a phrase: "at|against", "prt=up", "xcomp=meet". */
static bool names(dl_bytes conditions, dl_bytes word) {
    for (size_t at = 0; word.size && at + word.size <= conditions.size; at++) {
        if (conditions.data[at] != word.data[0]) continue;
        char before = at ? conditions.data[at - 1] : ' ', behind = at + word.size < conditions.size ? conditions.data[at + word.size] : ' ';
        bool whole = (before == ' ' || before == '|' || before == '=') && !dl_is_alpha(behind) && behind != '-';
        if (whole && !memcmp(conditions.data + at, word.data, word.size)) return true;
    }
    return false;
}

/* What the rows of a verb say of it and of the word behind. */
static unsigned of_rows(const dl_deeds *d, uint32_t lemma, dl_bytes next) {
    dl_know_hit hits[HITS];
    unsigned found = 0;
    const uint32_t tables[] = {d->verbs, d->phrases}, columns[] = {d->verbs_if, d->phrases_if};
    for (size_t k = 0; k < 2; k++) {
        uint32_t count = dl_know_look_up_word(d->know, tables[k], lemma, hits, HITS);
        for (uint32_t i = 0; i < count; i++) {
            dl_bytes conditions = dl_know_cell(d->know, tables[k], hits[i].row, columns[k]);
            if (names(conditions, next)) found |= DL_DEED_OPENER;
            if (names(conditions, DL_LIT("xcomp"))) found |= DL_DEED_CLAUSE;
        }
    }
    uint32_t count = dl_know_look_up_word(d->know, d->said, lemma, hits, HITS);
    for (uint32_t i = 0; i < count; i++) {
        dl_bytes takes = dl_know_cell(d->know, d->said, hits[i].row, d->said_takes);
        if (takes.size && memchr(takes.data, 'x', takes.size)) found |= DL_DEED_CLAUSE;
        if (takes.size && memchr(takes.data, 'f', takes.size) && (dl_bytes_is(next, "of") || dl_bytes_is(next, "for"))) found |= DL_DEED_OPENER;
    }
    return found;
}

static bool is_thing(const dl_deeds *d, uint32_t lemma) {
    dl_know_hit hits[HITS];
    uint32_t count = dl_know_look_up_word(d->know, d->agents, lemma, hits, HITS), things = 0;
    for (uint32_t i = 0; i < count; i++) things += dl_bytes_among(dl_know_cell(d->know, d->agents, hits[i].row, d->kind), "weapon facility");
    return count && things == count;
}

static unsigned of_lemma(const dl_deeds *d, dl_bytes form, unsigned deed, dl_bytes next) {
    uint32_t lemma = dl_know_word(d->know, form);
    uint64_t tables = lemma ? dl_know_begins(d->know, lemma) : 0;
    uint64_t verbs = dl_know_bit(d->verbs) | dl_know_bit(d->phrases) | dl_know_bit(d->light) | dl_know_bit(d->said);
    unsigned found = 0;
    if (tables & dl_know_bit(d->nouns)) found |= DL_DEED_NOUN;
    if (tables & dl_know_bit(d->agents)) found |= DL_DEED_PEOPLE | (is_thing(d, lemma) ? DL_DEED_THING : 0);
    return tables & verbs ? found | deed | of_rows(d, lemma, next) : found;
}

/* A form with an ending, as of "jail", "push" or "rally". */
static unsigned of_third(const dl_deeds *d, dl_bytes form, dl_bytes next) {
    char whole[WORD];
    if (form.size < 3 || form.size >= sizeof whole || form.data[form.size - 1] != 's' || form.data[form.size - 2] == 's') return 0;
    unsigned found = of_lemma(d, (dl_bytes){form.data, form.size - 1}, DL_DEED_THIRD, next);
    bool longer = form.data[form.size - 2] == 'e';
    if (!(found & DL_DEED_THIRD) && longer) found |= of_lemma(d, (dl_bytes){form.data, form.size - 2}, DL_DEED_THIRD, next);
    if (!(found & DL_DEED_THIRD) && longer && form.size > 4 && form.data[form.size - 3] == 'i') {
        memcpy(whole, form.data, form.size - 3);
        whole[form.size - 3] = 'y';
        found |= of_lemma(d, (dl_bytes){whole, form.size - 2}, DL_DEED_THIRD, next);
    }
    return found;
}

void dl_deeds_read(const dl_deeds *d, const dl_doc *doc, uint32_t first, dl_window *w) {
    memset(w->deeds, 0, (w->count + 2) * sizeof *w->deeds);
    if (!d->know) return;
    char folded[2][WORD];
    dl_bytes form = {folded[1], 0}, next;
    for (uint32_t i = 0; i <= w->count; i++) { /* each word is folded once: it is the next of the one before */
        next = (dl_bytes){folded[i & 1], 0};
        if (i < w->count) next.size = dl_know_fold(dl_token_text(doc, first + i), folded[i & 1], WORD);
        if (i) w->deeds[i] = (uint8_t)(of_lemma(d, form, DL_DEED_BARE, next) | of_third(d, form, next));
        form = next;
    }
}
