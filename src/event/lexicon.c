#include "event/lexicon.h"

#include "event/conditions.h"
#include "event/edges.h"
#include "event/roles.h"
#include "know/fired.h"

enum { HITS = 256 }; /* rows of one word; the commonest verbs have some eighty */

static void read_flags(dl_sense *sense, dl_bytes flags) {
    dl_bytes one;
    while (dl_bytes_cut(&flags, ' ', &one)) {
        sense->symmetric |= dl_bytes_is(one, "symmetric");
        sense->people |= dl_bytes_is(one, "people");
        sense->harm |= dl_bytes_is(one, "harm");
        sense->negated |= dl_bytes_is(one, "negated");
        sense->deed |= dl_bytes_is(one, "deed");
        sense->ahead |= dl_bytes_is(one, "ahead");
    }
}

static dl_sense read_row(const dl_reading *r, const dl_rows_of *rows, uint32_t row) {
    dl_sense sense = {
        .table = rows->table,
        .row = row,
        .event = dl_event_named(dl_know_cell(r->know, rows->table, row, rows->event)),
        .mode = dl_know_cell(r->know, rows->table, row, rows->mode),
        .cameo = dl_know_cell(r->know, rows->table, row, rows->cameo),
        .context = dl_know_cell(r->know, rows->table, row, rows->context),
        .who = dl_know_cell(r->know, rows->table, row, rows->who),
        .whom = dl_know_cell(r->know, rows->table, row, rows->whom),
        .inner = dl_know_cell(r->know, rows->table, row, rows->inner),
    };
    read_flags(&sense, dl_know_cell(r->know, rows->table, row, rows->flags));
    return sense;
}

static const dl_rows_of *rows_named(const dl_reading *r, uint32_t table) {
    const dl_rows_of *all[] = {&r->verbs, &r->phrases, &r->nouns, &r->adjectives};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i]->table == table) return all[i];
    return NULL;
}

/* Whether a word goes on behind a hyphen: "machine-|gunned". */
static bool is_hyphened(const dl_reading *r, uint32_t token) {
    if (token < r->doc->sentences.rows[dl_at(r, token)->sentence].first_token + 2) return false;
    const dl_token *hyphen = dl_at(r, token - 1), *front = dl_at(r, token - 2);
    return hyphen->span.end == dl_at(r, token)->span.begin && front->span.end == hyphen->span.begin &&
           dl_bytes_is(dl_token_text(r->doc, token - 1), "-");
}

/* Rows of the whole of a hyphened word, which the tokenizer cuts: its first part begins two or four tokens before ("work-to-rule"). */
static uint32_t rows_of_whole(const dl_reading *r, uint32_t token, const dl_rows_of *rows, dl_know_hit *hits) {
    const dl_sentence *s = &r->doc->sentences.rows[dl_at(r, token)->sentence];
    dl_know_view view = {r->doc->text, r->doc->tokens.rows, token + 1, s->capitals};
    uint32_t first = token - 2, n = 0, kept = 0;
    if (first > s->first_token + 1 && is_hyphened(r, first)) n = dl_know_find(r->know, &view, first - 2, rows->table, hits, HITS);
    if (!n) n = dl_know_find(r->know, &view, first, rows->table, hits, HITS);
    for (uint32_t i = 0; i < n; i++)
        if (hits[i].last == token) hits[kept++] = hits[i];
    return kept;
}

typedef bool holding(const dl_reading *r, uint32_t token, const dl_row_conditions *row);

/* Leaves the rows that may hold. They, and then their conditions, lie about in a megabyte: all are fetched before the first is asked. */
static uint32_t sift(const dl_reading *r, uint32_t token, const dl_rows_of *rows, dl_know_hit *hits, uint32_t n, char pos) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++) __builtin_prefetch(rows->rows + hits[i].row);
    for (uint32_t i = 0; i < n; i++) {
        const dl_row_conditions *row = rows->rows + hits[i].row;
        if (row->pos != pos || !dl_conditions_may_hold(r, token, row)) continue;
        __builtin_prefetch(row->all);
        hits[kept++] = hits[i];
    }
    for (uint32_t i = 0; i < kept; i++) {
        const dl_row_conditions *row = rows->rows + hits[i].row;
        const char *first = row->count ? (const char *)row->all[0] : NULL;
        if (first) __builtin_prefetch(first), __builtin_prefetch(first + 64);
    }
    return kept;
}

static uint32_t narrowest_by(const dl_reading *r, uint32_t token, const dl_rows_of *rows, const dl_know_hit *hits, uint32_t n, char pos,
                             uint32_t best, uint32_t *row, holding *hold) {
    for (uint32_t i = 0; i < n; i++) {
        const dl_row_conditions *conditions = rows->rows + hits[i].row;
        if (conditions->pos != pos || conditions->weight + 1u <= best) continue;
        if (hold(r, token, conditions)) best = conditions->weight + 1u, *row = hits[i].row;
    }
    return best;
}

/* `hits` is used up. */
static uint32_t narrowest(const dl_reading *r, uint32_t token, const dl_rows_of *rows, dl_know_hit *hits, uint32_t n, char pos, uint32_t best,
                          uint32_t *row) {
    return narrowest_by(r, token, rows, hits, sift(r, token, rows, hits, n, pos), pos, best, row, dl_conditions_hold);
}

/* Rows of a word that stands at the token in some form. */
static uint32_t best_of_word(const dl_reading *r, uint32_t token, uint32_t word, const dl_rows_of *rows, char pos, uint32_t best, uint32_t *row) {
    dl_know_hit hits[HITS];
    uint32_t n = rows->table && word ? dl_know_look_up_word(r->know, rows->table, word, hits, HITS) : 0;
    return narrowest(r, token, rows, hits, n, pos, best, row);
}

/* The narrowest row whose conditions all hold; the first of equals. Returns its weight plus one, or 0. */
static uint32_t best_row(const dl_reading *r, uint32_t token, const dl_rows_of *rows, char pos, uint32_t best, uint32_t *row) {
    dl_know_hit hits[HITS];
    if (!rows->table) return best;
    if (is_hyphened(r, token)) {
        uint32_t n = rows_of_whole(r, token, rows, hits), whole = narrowest(r, token, rows, hits, n, pos, best, row);
        if (whole > best) return whole;
    }
    if (!(r->marks[token].begins & dl_know_bit(rows->table))) return best; /* most words are in no table */
    return best_of_word(r, token, dl_at(r, token)->stem, rows, pos, best, row);
}

/* A word with another tag in a place where only nouns stand: the tagger did not know it. */
static bool stands_as_noun(const dl_reading *r, uint32_t token) {
    unsigned upos = dl_at(r, token)->upos;
    dl_deprel base = dl_base_of(r, token);
    if (upos == DL_UPOS_VERB) return dl_child(r, token, DL_DEP_DET) != 0;
    if (upos != DL_UPOS_ADJ && upos != DL_UPOS_ADV) return false;
    return base == DL_DEP_OBJ || base == DL_DEP_NSUBJ || base == DL_DEP_OBL || base == DL_DEP_NMOD;
}

static bool is_known_verb(const dl_reading *r, uint32_t word) {
    dl_know_hit hit;
    return dl_know_look_up_word(r->know, r->verbs.table, word, &hit, 1) || dl_know_look_up_word(r->know, r->phrases.table, word, &hit, 1);
}

/* The verb whose form in -ing a noun is, by the spelling that the tables know ("torching", "seizing", "stabbing"); or 0. */
static uint32_t verb_of_gerund(const dl_reading *r, uint32_t token) {
    enum { ROOM = 24, LEAST = 6 };
    dl_bytes lemma = dl_at(r, token)->lemma;
    if (dl_at(r, token)->upos == DL_UPOS_VERB) return dl_at(r, token)->stem;
    if (lemma.size < LEAST || lemma.size > ROOM || !dl_bytes_finish(lemma, "ing")) return 0;
    char form[ROOM];
    uint32_t stem = (uint32_t)lemma.size - 3;
    memcpy(form, lemma.data, stem);
    form[stem] = 'e';
    bool doubled = form[stem - 1] == form[stem - 2];
    uint32_t sizes[] = {stem, stem + 1, doubled ? stem - 1 : 0};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        uint32_t word = sizes[i] ? dl_know_word(r->know, (dl_bytes){form, sizes[i]}) : 0;
        if (word && is_known_verb(r, word)) return word;
    }
    return 0;
}

/* "The torching | of shops by the mob": a noun in -ing that no row for nouns reads is read by its verb's rows. */
static uint32_t best_of_gerund(const dl_reading *r, uint32_t token, uint32_t *table, uint32_t *row) {
    if (!dl_is_gerund(r, token) || (!dl_phrase_of(r, token, DL_LIT("of")) && !dl_phrase_of(r, token, DL_LIT("by")))) return 0;
    const dl_rows_of *tables[] = {&r->verbs, &r->phrases};
    uint32_t verb = verb_of_gerund(r, token), best = 0; /* "a meeting | of leaders", "at the urging of": "of" tells who does it */
    for (size_t i = 0; i < 2; i++) {
        uint32_t weight = best_of_word(r, token, verb, tables[i], 'v', best, row);
        if (weight > best) best = weight, *table = tables[i]->table;
    }
    dl_event event = best ? dl_event_named(dl_know_get(r->know, *table, *row, "event")) : DL_EVENT_NONE;
    return event == DL_EVENT_CONSULT || event == DL_EVENT_REQUEST ? 0 : best;
}

static uint32_t best_of_verb(const dl_reading *r, uint32_t token, uint32_t *table, uint32_t *row) {
    const dl_rows_of *tables[] = {&r->verbs, &r->phrases};
    uint32_t best = 0;
    for (size_t i = 0; i < 2; i++) {
        uint32_t weight = best_row(r, token, tables[i], 'v', best, row);
        if (weight > best) best = weight, *table = tables[i]->table;
    }
    return best;
}

/* Whether a row tells what it is done to by words, and so which noun is meant. */
static bool tells_object(const dl_reading *r, uint32_t table, uint32_t row) {
    dl_bytes conditions = dl_know_get(r->know, table, row, "if"), one;
    while (dl_bytes_cut(&conditions, ' ', &one))
        if (dl_bytes_start(one, "obj=") || dl_bytes_start(one, "obj|")) return true;
    return false;
}

/* The noun that a noun with a preposition belongs to, also where both were hung on the verb ("spoke of a ban | on rallies"); or 0. */
static uint32_t noun_owning(const dl_reading *r, uint32_t noun) {
    uint32_t head = dl_at(r, noun)->head, opener = dl_child(r, noun, DL_DEP_CASE), front = opener && opener < noun ? opener - 1 : 0;
    dl_deprel base = dl_base_of(r, noun);
    if (base == DL_DEP_NMOD) return head;
    bool beside = base == DL_DEP_OBL && head && front > head && dl_at(r, front)->head == head;
    return beside && (dl_base_of(r, front) == DL_DEP_OBL || dl_base_of(r, front) == DL_DEP_OBJ) ? front : 0;
}

/* Who stands in roles is to be found anew. */
static void raise_to(const dl_reading *r, uint32_t token, uint32_t noun) {
    r->raised_to[token] = noun;
    r->memo->token = 0, r->memo->raised++;
}

/* "Aid to Chad | cut by Norway", "a warrant for the general, which was issued by the court", with Chad as what was cut: where no row reads the
 * nearest noun as what it was done to, the passive is said of the noun that this one belongs to, if a row reads that. */
static uint32_t best_raised(const dl_reading *r, uint32_t token, uint32_t *table, uint32_t *row) {
    enum { UP = 2 };
    uint32_t noun = dl_at(r, token)->head, best = 0;
    bool said = dl_base_of(r, token) == DL_DEP_ACL && noun && noun < token && dl_is_passive(r, token);
    for (uint32_t steps = 0; said && !best && steps < UP; steps++) {
        noun = noun_owning(r, noun);
        if (!noun || dl_at(r, noun)->upos == DL_UPOS_PRON) break;
        raise_to(r, token, noun);
        best = best_of_verb(r, token, table, row);
        if (best && !tells_object(r, *table, *row)) best = 0;
    }
    if (!best && r->raised_to[token]) raise_to(r, token, 0);
    return best;
}

/* "Was jailed", "had been jailed", unlike "is jailed", "may be jailed". */
static bool is_past_passive(const dl_reading *r, uint32_t verb) {
    uint32_t seen = 0;
    bool past = false;
    for (uint32_t c = r->child[verb]; c && c < verb && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        if (base != DL_DEP_AUX) continue;
        if (dl_at(r, c)->xpos == DL_XPOS_MD) return false;
        past = past || dl_at(r, c)->xpos == DL_XPOS_VBD || dl_lemma_is(r, c, "have");
    }
    return past;
}

/* "Forty prisoners | were pardoned", "the powers of the senate were usurped": where no row reads a passive that tells no doer, one that asks for a
 * doer of some class does. */
static uint32_t best_doerless(const dl_reading *r, uint32_t token, uint32_t *table, uint32_t *row) {
    const dl_rows_of *tables[] = {&r->verbs, &r->phrases};
    uint32_t best = 0, done_to = dl_child(r, dl_child(r, token, DL_DEP_NSUBJ) || dl_base_of(r, token) != DL_DEP_CONJ ? token : dl_at(r, token)->head,
                                          DL_DEP_NSUBJ);
    if (dl_child_lemma(r, token, DL_DEP_ADVMOD, "not n't never") || !dl_child_lemma(r, token, DL_DEP_AUX_PASS, "be get") ||
        !is_past_passive(r, token) || dl_doer_behind(r, token))
        return 0;
    for (size_t i = 0; i < 2; i++) {
        dl_know_hit hits[HITS];
        uint32_t n = tables[i]->table ? dl_know_look_up_word(r->know, tables[i]->table, dl_at(r, token)->stem, hits, HITS) : 0;
        uint32_t weight = narrowest_by(r, token, tables[i], hits, n, 'v', best, row, dl_conditions_hold_doerless);
        if (weight > best) best = weight, *table = tables[i]->table;
    }
    if (!best) return 0;
    dl_event event = dl_event_named(dl_know_get(r->know, *table, *row, "event"));
    dl_bytes conditions = dl_know_get(r->know, *table, *row, "if"), one;
    bool anyone = false, of_people = false; /* whoever does it does that; what is asked of those to whom it is done */
    while (dl_bytes_cut(&conditions, ' ', &one)) {
        anyone = anyone || dl_bytes_is(one, "subj:people") || dl_bytes_is(one, "subj:actor");
        of_people = of_people || dl_bytes_start(one, "obj:");
    }
    bool deed = event == DL_EVENT_ASSAULT || event == DL_EVENT_PROTEST || (event == DL_EVENT_ACCUSE && anyone);
    bool held = ((event == DL_EVENT_COERCE || event == DL_EVENT_REJECT) && of_people) || event == DL_EVENT_RETREAT || event == DL_EVENT_SANCTION;
    return deed || (held && dl_is_somebody(r, done_to)) ? best : 0;
}

/* Most words are in no table, and neither the last part of a hyphened one nor made from a verb. */
bool dl_may_have_sense(const dl_reading *r, uint32_t token) {
    uint64_t tables = dl_know_bit(r->verbs.table) | dl_know_bit(r->phrases.table) | dl_know_bit(r->nouns.table) | dl_know_bit(r->adjectives.table);
    return r->marks[token].begins & tables || is_hyphened(r, token) || dl_is_gerund(r, token);
}

dl_sense dl_sense_of(const dl_reading *r, uint32_t token) {
    uint32_t upos = dl_at(r, token)->upos, table = 0, row = 0, best = 0;
    if (!dl_at(r, token)->stem && upos != DL_UPOS_NOUN) return (dl_sense){0};
    bool noun = upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN || stands_as_noun(r, token), verb = upos == DL_UPOS_VERB && !noun;
    if (verb) {
        r->freely->wanted = false;
        best = best_of_verb(r, token, &table, &row);
        if (!best) best = best_raised(r, token, &table, &row);
        if (!best) best = best_doerless(r, token, &table, &row);
        if (!best && r->freely->wanted && is_known_verb(r, dl_at(r, token)->stem) && dl_may_read_freely(r, token)) {
            r->freely->on = true;
            best = best_of_verb(r, token, &table, &row);
            r->freely->on = false;
        }
        noun = !best && !is_known_verb(r, dl_at(r, token)->stem);
    }
    if (noun) best = best_row(r, token, &r->nouns, 'n', 0, &row), table = r->nouns.table;
    if (!best && noun) best = best_of_gerund(r, token, &table, &row);
    if (!best) table = r->adjectives.table, best = best_row(r, token, &r->adjectives, 'a', 0, &row);
    if (!best) return (dl_sense){0};
    dl_know_fired(r->know, table, row);
    return read_row(r, rows_named(r, table), row);
}

dl_bytes dl_sense_conditions(const dl_reading *r, const dl_sense *sense) {
    const dl_rows_of *rows = rows_named(r, sense->table);
    return rows ? dl_know_cell(r->know, rows->table, sense->row, rows->conditions) : (dl_bytes){0};
}

/* Rivals in one table; `fit` picks those that fit, else those that missed something but are narrower than `weight`. */
static uint32_t rivals_in(const dl_reading *r, uint32_t token, const dl_rows_of *rows, const dl_sense *won, bool fit, dl_rival *rivals,
                          uint32_t room) {
    dl_know_hit hits[HITS];
    const dl_row_conditions *winner = rows_named(r, won->table)->rows + won->row;
    uint32_t n = dl_know_look_up_word(r->know, rows->table, dl_at(r, token)->stem, hits, HITS), found = 0;
    for (uint32_t i = 0; i < n && found < room; i++) {
        const dl_row_conditions *row = rows->rows + hits[i].row;
        bool self = rows->table == won->table && hits[i].row == won->row;
        if (self || row->pos != winner->pos || (!fit && row->weight <= winner->weight)) continue;
        dl_bytes missed = dl_condition_missed(r, token, row), conditions = dl_know_cell(r->know, rows->table, hits[i].row, rows->conditions);
        if (fit == !missed.size) rivals[found++] = (dl_rival){rows->table, hits[i].row, conditions, missed};
    }
    return found;
}

uint32_t dl_sense_rivals(const dl_reading *r, uint32_t token, const dl_sense *won, dl_rival *rivals, uint32_t room) {
    bool verb = won->table == r->verbs.table || won->table == r->phrases.table;
    const dl_rows_of *tables[] = {verb ? &r->verbs : rows_named(r, won->table), verb ? &r->phrases : NULL};
    uint32_t found = 0;
    for (int missed = 0; missed < 2; missed++)
        for (size_t i = 0; i < 2; i++)
            if (tables[i]) found += rivals_in(r, token, tables[i], won, !missed, rivals + found, room - found);
    return found;
}
