/* Parts of the language engine by themselves: words, transitions, products, corrections of trees. */
#include "support.h"

#include "lang/hints.h"
#include "lang/insertions.h"
#include "lang/names.h"
#include "lang/net_work.h"
#include "lang/repair.h"
#include "lang/transitions.h"
#include "lang/word.h"

#include <string.h>

static dl_word word_of(const char *text, bool capitals) {
    dl_word word;
    dl_word_read(dl_bytes_of(text), capitals, &word);
    return word;
}

static void test_quotation_marks_fold_together(void **state) {
    (void)state;
    uint32_t straight = word_of("\"", false).form;
    assert_int_equal(word_of("\xe2\x80\x9c", false).form, straight);
    assert_int_equal(word_of("``", false).form, straight);
    assert_int_equal(word_of("''", false).form, straight);
    assert_int_equal(word_of("doesn\xe2\x80\x99t", false).form, word_of("doesn't", false).form);
}

static void test_case_and_digits_fold(void **state) {
    (void)state;
    assert_int_equal(word_of("Kyiv", false).form, word_of("KYIV", false).form);
    assert_int_equal(word_of("1984", false).form, word_of("2022", false).form);
    assert_int_not_equal(word_of("Kyiv", false).shape, word_of("kyiv", false).shape);
    assert_int_equal(word_of("KYIV", true).shape, word_of("LVIV", true).shape);
    assert_int_equal(word_of("bomb", false).plain, 1);
    assert_int_equal(word_of("G7", false).plain, 0);
}

static void test_long_and_broken_words(void **state) {
    (void)state;
    char text[600];
    memset(text, 'a', sizeof text);
    char folded[DL_FOLD_ROOM];
    assert_true(dl_word_fold((dl_bytes){text, sizeof text}, folded) <= DL_FOLD_ROOM);
    assert_true(dl_word_fold(DL_LIT("\xc3"), folded) <= DL_FOLD_ROOM);
    assert_int_equal(dl_word_fold((dl_bytes){text, 0}, folded), 0);
}

static void test_transitions_make_one_tree(void **state) {
    (void)state;
    static dl_window window;
    static dl_parse parse;
    window.count = 4;
    dl_parse_begin(&parse, &window);
    for (uint32_t turn = 0; !dl_parse_done(&parse); turn++) { /* any allowed move, in turn */
        dl_move move = (dl_move)(turn % DL_MOVE_COUNT_);
        while (!dl_parse_allows(&parse, move)) move = (dl_move)((move + 1) % DL_MOVE_COUNT_);
        dl_parse_move(&parse, move, DL_DEP_DEP);
    }
    uint32_t roots = 0;
    for (uint32_t i = 1; i <= window.count; i++) roots += !parse.head[i];
    assert_int_equal(roots, 1);
}

static int32_t stopped(int64_t sum) {
    return (int32_t)(sum < INT16_MIN ? INT16_MIN : sum > INT16_MAX ? INT16_MAX : sum);
}

/* The wide instructions give what these plain loops give, at the edges of 16 bits too. */
static void test_products(void **state) {
    (void)state;
    enum { INPUTS = 8, WIDTH = 240 };
    int8_t weights[INPUTS * WIDTH];
    const uint8_t x[INPUTS] = {127, 127, 0, 1, 17, 90, 127, 126};
    int16_t bias[WIDTH] = {0}, before[WIDTH], sums[WIDTH];
    uint32_t at_edge = 0;
    for (int i = 0; i < INPUTS * WIDTH; i++) weights[i] = (int8_t)(i * 7919 % 256 - 128);
    for (int j = 0; j < WIDTH; j++) before[j] = (int16_t)(j * 4409 % 65536 - 32768);
    dl_matrix matrix = {bias, weights, WIDTH};
    dl_matrix_apply(&matrix, 0, INPUTS, x, before, sums);
    for (int j = 0; j < WIDTH; j++) {
        int32_t sum = before[j];
        for (int k = 0; k < INPUTS; k += 4) {
            int32_t products = 0;
            for (int i = k; i < k + 4; i++) products += x[i] * weights[i / 2 * 2 * WIDTH + 2 * j + i % 2];
            sum = stopped(sum + (int16_t)products);
        }
        assert_int_equal(sums[j], sum);
        at_edge += sum == INT16_MAX || sum == INT16_MIN;
    }
    assert_in_range(at_edge, 1, WIDTH - 1);
}

static void test_rows_of_a_state(void **state) {
    (void)state;
    static int16_t numbers[DL_NET_ROWS][DL_NET_HIDDEN];
    const int16_t *rows[DL_NET_ROWS];
    uint8_t hidden[DL_NET_HIDDEN];
    for (int r = 0; r < DL_NET_ROWS; r++) {
        for (int j = 0; j < DL_NET_HIDDEN; j++) numbers[r][j] = (int16_t)((r * 31 + j * 7919) % (j % 3 ? 9001 : 60001) - (j % 3 ? 4000 : 30000));
        rows[r] = numbers[r];
    }
    dl_net_add_rows(rows, hidden);
    for (int j = 0; j < DL_NET_HIDDEN; j++) {
        int32_t sum = 1 << (DL_NET_SUM_BITS - DL_NET_HIDDEN_BITS - 1);
        for (int r = 0; r < DL_NET_ROWS; r++) sum = stopped(sum + numbers[r][j]);
        sum >>= DL_NET_SUM_BITS - DL_NET_HIDDEN_BITS;
        assert_int_equal(hidden[j], sum < 0 ? 0 : sum > 127 ? 127 : sum);
    }
}

static void test_cells_of_a_memory(void **state) {
    (void)state;
    enum { COUNT = 5, CELL = DL_NET_CELL };
    static int16_t memory[COUNT + 2][DL_NET_MEMORY], cell[COUNT + 2][2 * CELL];
    for (int i = 1; i <= COUNT; i++)
        for (int j = 0; j < DL_NET_MEMORY; j++) memory[i][j] = (int16_t)((i * 1009 + j * 7919) % (j < 2 * CELL ? DL_NET_CELL_MOST + 1 : 32767));
    dl_net_run_cells(memory, cell, COUNT);
    for (int j = 0; j < 2 * CELL; j++) {
        int32_t c = 0;
        for (int step = 1; step <= COUNT; step++) {
            int i = j < CELL ? step : COUNT + 1 - step;
            c += (((memory[i][j] - c) * memory[i][j + 2 * CELL] >> 14) + 1) >> 1;
            assert_int_equal(cell[i][j], c);
        }
    }
}

static void set(dl_window *w, uint32_t at, unsigned upos, unsigned xpos, uint32_t head, unsigned deprel) {
    w->upos[at] = (uint8_t)upos;
    w->xpos[at] = (uint8_t)xpos;
    w->head[at] = (uint16_t)head;
    w->deprel[at] = (uint8_t)deprel;
    if (at > w->count) w->count = at;
}

/* `heads`: of the words 1 to `count`; the first stands for no word. */
static void assert_heads(const dl_window *w, uint32_t count, const uint16_t *heads) {
    for (uint32_t i = 1; i <= count; i++) assert_int_equal(w->head[i], heads[i]);
}

/* Of the likeliest classes of each word only sequences are taken in which a name goes on behind a word of its kind. */
static void test_names_go_on_where_one_began(void **state) {
    (void)state;
    enum { OUT, BEGIN_PERSON, IN_PERSON, BEGIN_ORGANISATION, IN_ORGANISATION };
    static int32_t scores[6][DL_NET_NAMES];
    static dl_window w;
    w.count = 4;
    scores[1][IN_PERSON] = 100, scores[1][BEGIN_PERSON] = 40; /* cannot go on at the beginning */
    scores[2][IN_ORGANISATION] = 50, scores[2][IN_PERSON] = 45;
    scores[3][OUT] = 15;
    scores[4][IN_PERSON] = 30, scores[4][BEGIN_ORGANISATION] = 20; /* cannot go on behind a word outside */
    dl_names_choose(scores, &w);
    assert_int_equal(w.name[1], DL_NAME_PERSON | DL_NAME_BEGIN);
    assert_int_equal(w.name[2], DL_NAME_PERSON);
    assert_int_equal(w.name[3], 0);
    assert_int_equal(w.name[4], DL_NAME_ORGANISATION | DL_NAME_BEGIN);
    scores[4][IN_PERSON] = 60; /* worth it to let the third belong to the name */
    scores[3][IN_PERSON] = 14;
    dl_names_choose(scores, &w);
    assert_int_equal(w.name[3], DL_NAME_PERSON);
    assert_int_equal(w.name[4], DL_NAME_PERSON);
    w.count = 0;
    dl_names_choose(scores, &w);
}

static void test_cases_are_looked_up(void **state) {
    (void)state;
    uint32_t low = word_of("moon", false).form, high = word_of("kyiv", false).form;
    uint32_t mask = ~((1u << DL_CASE_BITS) - 1), forms[2] = {(low & mask) | DL_CASE_LOWER, (high & mask) | DL_CASE_UPPER};
    if (forms[0] > forms[1]) forms[0] ^= forms[1], forms[1] ^= forms[0], forms[0] ^= forms[1];
    static dl_cases cases;
    cases.forms = forms, cases.count = 2;
    dl_cases_shelve(&cases);
    static dl_window w;
    w.count = 3;
    w.words[1] = word_of("Kyiv", false), w.words[2] = word_of("moon", false), w.words[3] = word_of("river", false);
    dl_cases_read(&cases, &w);
    assert_int_equal(w.cased[1], DL_CASE_UPPER);
    assert_int_equal(w.cased[2], DL_CASE_LOWER);
    assert_int_equal(w.cased[3], DL_CASE_UNKNOWN);
}

static void test_small_words_are_no_names(void **state) {
    (void)state;
    static dl_window w;
    w.count = 3;
    w.words[1] = word_of("east", false), w.words[2] = word_of("auckland", false), w.words[3] = word_of("East", false);
    for (uint32_t i = 1; i <= 3; i++) w.name[i] = DL_NAME_PLACE | DL_NAME_BEGIN;
    w.cased[1] = w.cased[3] = DL_CASE_MIXED, w.cased[2] = DL_CASE_UNKNOWN;
    dl_names_drop_small(&w);
    assert_int_equal(w.name[1], DL_NAME_NONE);
    assert_int_equal(w.name[2], DL_NAME_PLACE | DL_NAME_BEGIN);
    assert_int_equal(w.name[3], DL_NAME_PLACE | DL_NAME_BEGIN);
}

/* "minister Ana Pop": the tree joins what the name finder cut off, but not a word written small, nor one of another name. */
static void test_persons_keep_their_surname(void **state) {
    (void)state;
    static dl_window w;
    static const char *const text[] = {"Ana", "Pop", "Ion", "pop", "Eve", "Pop", "spoke"};
    w.count = 7;
    for (uint32_t i = 1; i <= w.count; i++) {
        w.words[i] = word_of(text[i - 1], false);
        w.upos[i] = DL_UPOS_PROPN, w.head[i] = 7, w.deprel[i] = DL_DEP_COMPOUND;
        if (i % 2) w.name[i] = DL_NAME_PERSON | DL_NAME_BEGIN;
    }
    w.deprel[6] = DL_DEP_NSUBJ, w.name[7] = DL_NAME_NONE;
    dl_names_complete(&w);
    assert_int_equal(w.name[2], DL_NAME_PERSON);
    assert_int_equal(w.name[4], DL_NAME_NONE);
    assert_int_equal(w.name[6], DL_NAME_NONE);
}

/* The facts of a word's neighbours are other rows than its own, and none reaches over the edge of the window. */
static void test_facts_for_names(void **state) {
    (void)state;
    static dl_window w;
    uint32_t rows[DL_NET_NAME_FACTS];
    w.count = 2;
    w.hints[1] = 0xffff, w.hints[2] = 1u << DL_HINT_PLACE;
    w.hints[0] = w.hints[3] = 0xffff;
    uint32_t count = dl_net_name_facts(&w, 1, rows);
    assert_int_equal(count, DL_NET_HINT_BITS + 1 + 2 + 1); /* its own, those of the next, the first of its sentence */
    for (uint32_t i = 0; i < count; i++) {
        assert_true(rows[i] < DL_NET_NAME_ROWS);
        for (uint32_t k = 0; k < i; k++) assert_int_not_equal(rows[i], rows[k]);
    }
    w.capitals = true;
    for (uint32_t i = 1; i <= 2; i++) w.hints[i] = 0xffff;
    w.count = 3;
    assert_true(dl_net_name_facts(&w, 2, rows) <= DL_NET_NAME_FACTS);
    w.capitals = false;
}

static void mend(const dl_rules *rules, dl_window *w) {
    dl_rule_index index;
    dl_forms forms = {0};
    dl_rules_number(rules, &forms);
    dl_rules_open(&index, rules, &forms);
    dl_forms_read(&forms, w);
    dl_rules_apply(&index, w);
}

static void test_object_without_auxiliary(void **state) {
    (void)state;
    static dl_window w; /* "strikes killed two" read with a passive subject */
    set(&w, 1, DL_UPOS_NOUN, DL_XPOS_NNS, 2, DL_DEP_NSUBJ_PASS);
    set(&w, 2, DL_UPOS_VERB, DL_XPOS_VBN, 0, DL_DEP_ROOT);
    set(&w, 3, DL_UPOS_NUM, DL_XPOS_CD, 2, DL_DEP_OBJ);
    mend(&dl_rules_of_participles, &w);
    assert_int_equal(w.deprel[1], DL_DEP_NSUBJ);
    assert_int_equal(w.xpos[2], DL_XPOS_VBD);
    set(&w, 1, DL_UPOS_NOUN, DL_XPOS_NNS, 3, DL_DEP_NSUBJ_PASS); /* "soldiers were given leave" stays what it is */
    set(&w, 2, DL_UPOS_AUX, DL_XPOS_VBD, 3, DL_DEP_AUX_PASS);
    set(&w, 3, DL_UPOS_VERB, DL_XPOS_VBN, 0, DL_DEP_ROOT);
    set(&w, 4, DL_UPOS_NOUN, DL_XPOS_NN, 3, DL_DEP_OBJ);
    mend(&dl_rules_of_participles, &w);
    assert_int_equal(w.deprel[1], DL_DEP_NSUBJ_PASS);
}

static void test_participle_with_object(void **state) {
    (void)state;
    static dl_window w; /* "Raids killed two" read as a noun with a participle */
    set(&w, 1, DL_UPOS_NOUN, DL_XPOS_NNS, 0, DL_DEP_ROOT);
    set(&w, 2, DL_UPOS_VERB, DL_XPOS_VBN, 1, DL_DEP_ACL);
    set(&w, 3, DL_UPOS_NUM, DL_XPOS_CD, 2, DL_DEP_OBJ);
    set(&w, 4, DL_UPOS_PUNCT, DL_XPOS_STOP, 1, DL_DEP_PUNCT);
    mend(&dl_rules_of_participles, &w);
    assert_int_equal(w.head[2], 0);
    assert_int_equal(w.deprel[2], DL_DEP_ROOT);
    assert_int_equal(w.head[1], 2);
    assert_int_equal(w.deprel[1], DL_DEP_NSUBJ);
    assert_int_equal(w.head[4], 2);
}

static void test_participle_with_agent(void **state) {
    (void)state;
    static dl_window w; /* "the man killed by gunmen": a passive stays one */
    set(&w, 1, DL_UPOS_NOUN, DL_XPOS_NN, 0, DL_DEP_ROOT);
    set(&w, 2, DL_UPOS_VERB, DL_XPOS_VBN, 1, DL_DEP_ACL);
    set(&w, 3, DL_UPOS_NOUN, DL_XPOS_NNS, 2, DL_DEP_OBL_AGENT);
    mend(&dl_rules_of_participles, &w);
    assert_int_equal(w.head[2], 1);
    assert_int_equal(w.head[1], 0);
}

static void test_object_behind_particle(void **state) {
    (void)state;
    static dl_window w; /* "called off the strike" with the strike read as a phrase */
    set(&w, 1, DL_UPOS_VERB, DL_XPOS_VBD, 0, DL_DEP_ROOT);
    set(&w, 2, DL_UPOS_ADP, DL_XPOS_RP, 1, DL_DEP_COMPOUND_PRT);
    set(&w, 3, DL_UPOS_NOUN, DL_XPOS_NN, 1, DL_DEP_OBL);
    mend(&dl_rules_of_objects, &w);
    assert_int_equal(w.deprel[3], DL_DEP_OBJ);
    set(&w, 3, DL_UPOS_ADP, DL_XPOS_IN, 4, DL_DEP_CASE); /* "backed down on Friday" stays what it is */
    set(&w, 4, DL_UPOS_PROPN, DL_XPOS_NNP, 1, DL_DEP_OBL);
    mend(&dl_rules_of_objects, &w);
    assert_int_equal(w.deprel[4], DL_DEP_OBL);
}

/* "the raid left two men dead and four hurt", with the dead as the men's adjective and the rest joined to it. */
static void set_outcome(dl_window *w) {
    static const char *const words[] = {"", "the", "raid", "left", "two", "men", "dead", "and", "four", "hurt"};
    for (uint32_t i = 1; i <= 9; i++) dl_window_set(w, i, dl_bytes_of(words[i]));
    set(w, 1, DL_UPOS_DET, DL_XPOS_DT, 2, DL_DEP_DET);
    set(w, 2, DL_UPOS_NOUN, DL_XPOS_NN, 3, DL_DEP_NSUBJ);
    set(w, 3, DL_UPOS_VERB, DL_XPOS_VBD, 0, DL_DEP_ROOT);
    set(w, 4, DL_UPOS_NUM, DL_XPOS_CD, 6, DL_DEP_NUMMOD);
    set(w, 5, DL_UPOS_NOUN, DL_XPOS_NNS, 6, DL_DEP_COMPOUND);
    set(w, 6, DL_UPOS_ADJ, DL_XPOS_JJ, 3, DL_DEP_OBJ);
    set(w, 7, DL_UPOS_CCONJ, DL_XPOS_CC, 8, DL_DEP_CC);
    set(w, 8, DL_UPOS_NUM, DL_XPOS_CD, 5, DL_DEP_CONJ);
    set(w, 9, DL_UPOS_VERB, DL_XPOS_VBN, 8, DL_DEP_ACL);
}

static void test_outcomes(void **state) {
    (void)state;
    static dl_window w;
    static const uint16_t heads[] = {0, 2, 3, 0, 5, 3, 3, 9, 9, 6};
    set_outcome(&w);
    mend(&dl_rules_of_outcomes, &w);
    assert_heads(&w, 9, heads);
    assert_int_equal(w.deprel[5], DL_DEP_OBJ);
    assert_int_equal(w.deprel[6], DL_DEP_XCOMP);
    assert_int_equal(w.deprel[8], DL_DEP_NSUBJ);
    assert_int_equal(w.deprel[9], DL_DEP_CONJ);
    assert_int_equal(w.upos[9], DL_UPOS_ADJ);
    set_outcome(&w);
    w.head[3] = 5, w.deprel[3] = DL_DEP_ACL, w.head[5] = 0; /* what the verb itself hangs on is not its to leave */
    mend(&dl_rules_of_outcomes, &w);
    assert_int_equal(w.head[5], 0);
    assert_int_equal(w.deprel[6], DL_DEP_OBJ);
}

static void test_two_subjects(void **state) {
    (void)state;
    static dl_window w; /* "Korea and Japan met" with two subjects */
    w.count = 4;
    set(&w, 1, DL_UPOS_PROPN, DL_XPOS_NNP, 4, DL_DEP_NSUBJ);
    set(&w, 2, DL_UPOS_CCONJ, DL_XPOS_CC, 4, DL_DEP_CC);
    set(&w, 3, DL_UPOS_PROPN, DL_XPOS_NNP, 4, DL_DEP_NSUBJ);
    set(&w, 4, DL_UPOS_VERB, DL_XPOS_VBD, 0, DL_DEP_ROOT);
    mend(&dl_rules_of_subjects, &w);
    assert_int_equal(w.head[3], 1);
    assert_int_equal(w.deprel[3], DL_DEP_CONJ);
    assert_int_equal(w.head[2], 3);
    w.upos[2] = DL_UPOS_PUNCT; /* "Korea, Japan" stays what it is */
    w.head[2] = w.head[3] = 4, w.deprel[3] = DL_DEP_NSUBJ;
    mend(&dl_rules_of_subjects, &w);
    assert_int_equal(w.head[3], 4);
}

static void test_noun_behind_preposition(void **state) {
    (void)state;
    static dl_window w; /* "Crackdown on students drew" with the students, too, as what drew */
    dl_window_set(&w, 2, DL_LIT("on"));
    w.count = 4;
    set(&w, 1, DL_UPOS_NOUN, DL_XPOS_NN, 4, DL_DEP_NSUBJ);
    set(&w, 2, DL_UPOS_ADP, DL_XPOS_IN, 3, DL_DEP_CASE);
    set(&w, 3, DL_UPOS_NOUN, DL_XPOS_NNS, 4, DL_DEP_NSUBJ);
    set(&w, 4, DL_UPOS_VERB, DL_XPOS_VBD, 0, DL_DEP_ROOT);
    mend(&dl_rules_of_subjects, &w);
    assert_int_equal(w.head[3], 1);
    assert_int_equal(w.deprel[3], DL_DEP_NMOD);
    assert_int_equal(w.deprel[1], DL_DEP_NSUBJ);
}

/* "Rebels fled after raids killed monks" with the raids as after what they fled, or, `loose` not, hung on the verb of their own clause. */
static void set_after(dl_window *w, bool loose) {
    dl_window_set(w, 3, DL_LIT("after"));
    w->count = 6;
    set(w, 1, DL_UPOS_NOUN, DL_XPOS_NNS, 2, DL_DEP_NSUBJ);
    set(w, 2, DL_UPOS_VERB, DL_XPOS_VBD, 0, DL_DEP_ROOT);
    set(w, 3, DL_UPOS_ADP, DL_XPOS_IN, 4, DL_DEP_CASE);
    set(w, 4, DL_UPOS_NOUN, DL_XPOS_NNS, loose ? 2 : 5, DL_DEP_OBL);
    set(w, 5, DL_UPOS_VERB, DL_XPOS_VBD, 2, loose ? DL_DEP_CONJ : DL_DEP_ADVCL);
    set(w, 6, DL_UPOS_NOUN, DL_XPOS_NNS, 5, DL_DEP_OBJ);
}

static void test_clause_behind_after(void **state) {
    (void)state;
    static dl_window w;
    static const uint16_t heads[] = {0, 2, 0, 5, 5, 2, 5};
    for (int loose = 0; loose < 2; loose++) {
        set_after(&w, loose);
        mend(&dl_rules_of_swallowed_subjects, &w);
        assert_heads(&w, 6, heads);
        assert_int_equal(w.deprel[3], DL_DEP_MARK);
        assert_int_equal(w.deprel[4], DL_DEP_NSUBJ);
        assert_int_equal(w.deprel[5], DL_DEP_ADVCL);
    }
    set_after(&w, true);
    w.xpos[5] = DL_XPOS_VBN; /* "after raids led by monks" stays a phrase */
    mend(&dl_rules_of_swallowed_subjects, &w);
    assert_int_equal(w.head[4], 2);
}

static void test_bare_relative(void **state) {
    (void)state;
    static dl_window w; /* "The raid rebels launched killed monks" with raid rebels who launched */
    static const uint16_t heads[] = {0, 2, 5, 4, 2, 0, 5};
    w.count = 6;
    set(&w, 1, DL_UPOS_DET, DL_XPOS_DT, 3, DL_DEP_DET);
    set(&w, 2, DL_UPOS_NOUN, DL_XPOS_NN, 3, DL_DEP_COMPOUND);
    set(&w, 3, DL_UPOS_NOUN, DL_XPOS_NNS, 4, DL_DEP_NSUBJ);
    set(&w, 4, DL_UPOS_VERB, DL_XPOS_VBD, 0, DL_DEP_ROOT);
    set(&w, 5, DL_UPOS_VERB, DL_XPOS_VBD, 4, DL_DEP_CONJ);
    set(&w, 6, DL_UPOS_NOUN, DL_XPOS_NNS, 5, DL_DEP_OBJ);
    mend(&dl_rules_of_subjects, &w);
    assert_heads(&w, 6, heads);
    assert_int_equal(w.deprel[2], DL_DEP_NSUBJ);
    assert_int_equal(w.deprel[4], DL_DEP_ACL_RELCL);
}

/* "Closed after bail was granted": the noun behind "after" is whom or what the passive is of. */
static void test_passive_behind_after(void **state) {
    (void)state;
    static dl_window w;
    dl_window_set(&w, 2, DL_LIT("after"));
    set(&w, 1, DL_UPOS_VERB, DL_XPOS_VBD, 0, DL_DEP_ROOT);
    set(&w, 2, DL_UPOS_ADP, DL_XPOS_IN, 3, DL_DEP_CASE);
    set(&w, 3, DL_UPOS_NOUN, DL_XPOS_NN, 1, DL_DEP_OBL);
    set(&w, 4, DL_UPOS_AUX, DL_XPOS_VBD, 5, DL_DEP_AUX_PASS);
    set(&w, 5, DL_UPOS_VERB, DL_XPOS_VBN, 1, DL_DEP_CONJ);
    mend(&dl_rules_of_passives, &w);
    assert_int_equal(w.head[3], 5);
    assert_int_equal(w.deprel[3], DL_DEP_NSUBJ_PASS);
    assert_int_equal(w.deprel[2], DL_DEP_MARK);
    assert_int_equal(w.deprel[5], DL_DEP_ADVCL);
}

/* "Spoke of nuns being beaten" likewise; "cases of nuns being beaten" are of those who are beaten. */
static void test_being(void **state) {
    (void)state;
    static dl_window w;
    dl_window_set(&w, 4, DL_LIT("being"));
    set(&w, 1, DL_UPOS_VERB, DL_XPOS_VBD, 0, DL_DEP_ROOT);
    set(&w, 2, DL_UPOS_ADP, DL_XPOS_IN, 3, DL_DEP_CASE);
    set(&w, 3, DL_UPOS_NOUN, DL_XPOS_NNS, 1, DL_DEP_OBL);
    set(&w, 4, DL_UPOS_AUX, DL_XPOS_VBG, 5, DL_DEP_AUX_PASS);
    set(&w, 5, DL_UPOS_VERB, DL_XPOS_VBN, 1, DL_DEP_ADVCL);
    mend(&dl_rules_of_passives, &w);
    assert_int_equal(w.head[3], 5);
    assert_int_equal(w.deprel[3], DL_DEP_NSUBJ_PASS);
    set(&w, 1, DL_UPOS_NOUN, DL_XPOS_NNS, 0, DL_DEP_ROOT);
    w.deprel[2] = DL_DEP_CASE, w.head[2] = 3;
    w.deprel[3] = DL_DEP_NMOD, w.head[3] = 1;
    w.deprel[5] = DL_DEP_ACL;
    mend(&dl_rules_of_passives, &w);
    assert_int_equal(w.head[5], 3);
    assert_int_equal(w.head[3], 1);
}

static void test_sides(void **state) {
    (void)state;
    static dl_window w; /* "Talks between ministers and rebels failed" with the rebels as what failed */
    dl_window_set(&w, 2, DL_LIT("between"));
    set(&w, 1, DL_UPOS_NOUN, DL_XPOS_NNS, 0, DL_DEP_ROOT);
    set(&w, 2, DL_UPOS_ADP, DL_XPOS_IN, 3, DL_DEP_CASE);
    set(&w, 3, DL_UPOS_NOUN, DL_XPOS_NNS, 1, DL_DEP_NMOD);
    set(&w, 4, DL_UPOS_CCONJ, DL_XPOS_CC, 6, DL_DEP_CC);
    set(&w, 5, DL_UPOS_NOUN, DL_XPOS_NNS, 6, DL_DEP_NSUBJ);
    set(&w, 6, DL_UPOS_VERB, DL_XPOS_VBD, 1, DL_DEP_CONJ);
    mend(&dl_rules_of_subjects, &w);
    static const uint16_t heads[] = {0, 6, 3, 1, 5, 3, 0};
    assert_heads(&w, 6, heads);
    assert_int_equal(w.deprel[1], DL_DEP_NSUBJ);
}

static void test_speaker(void **state) {
    (void)state;
    static dl_window w; /* "gunmen killed villagers, police said" with the gunmen among the speakers */
    set(&w, 1, DL_UPOS_NOUN, DL_XPOS_NNS, 6, DL_DEP_NSUBJ);
    set(&w, 2, DL_UPOS_VERB, DL_XPOS_VBN, 1, DL_DEP_ACL);
    set(&w, 3, DL_UPOS_NOUN, DL_XPOS_NNS, 2, DL_DEP_OBJ);
    set(&w, 4, DL_UPOS_PUNCT, DL_XPOS_COMMA, 1, DL_DEP_PUNCT);
    set(&w, 5, DL_UPOS_NOUN, DL_XPOS_NN, 6, DL_DEP_NSUBJ);
    set(&w, 6, DL_UPOS_VERB, DL_XPOS_VBD, 0, DL_DEP_ROOT);
    mend(&dl_rules_of_subjects, &w);
    static const uint16_t heads[] = {0, 2, 0, 2, 1, 6, 2};
    assert_heads(&w, 6, heads);
    assert_int_equal(w.deprel[6], DL_DEP_PARATAXIS);
}

static void test_speaker_behind_quotation(void **state) {
    (void)state;
    static dl_window w; /* '"We won," promised Ion Pop' with a promised one */
    set(&w, 1, DL_UPOS_PUNCT, DL_XPOS_OPEN, 3, DL_DEP_PUNCT);
    set(&w, 2, DL_UPOS_PRON, DL_XPOS_PRP, 3, DL_DEP_NSUBJ);
    set(&w, 3, DL_UPOS_VERB, DL_XPOS_VBD, 0, DL_DEP_ROOT);
    set(&w, 4, DL_UPOS_PUNCT, DL_XPOS_COMMA, 3, DL_DEP_PUNCT);
    set(&w, 5, DL_UPOS_PUNCT, DL_XPOS_CLOSE, 3, DL_DEP_PUNCT);
    set(&w, 6, DL_UPOS_VERB, DL_XPOS_VBN, 8, DL_DEP_AMOD);
    set(&w, 7, DL_UPOS_PROPN, DL_XPOS_NNP, 8, DL_DEP_COMPOUND);
    set(&w, 8, DL_UPOS_PROPN, DL_XPOS_NNP, 3, DL_DEP_PARATAXIS);
    mend(&dl_rules_of_lost_subjects, &w);
    static const uint16_t heads[] = {0, 3, 3, 6, 3, 3, 0, 8, 6};
    assert_heads(&w, 8, heads);
    assert_int_equal(w.deprel[3], DL_DEP_CCOMP);
    assert_int_equal(w.deprel[8], DL_DEP_NSUBJ);
}

static void test_insertion_over_which_the_subject_is_lost(void **state) {
    (void)state;
    static dl_window w; /* "Rebels, in retreat, fled" with no one who fled */
    dl_insertion found[DL_INSERTIONS];
    const char *words[] = {"Rebels", ",", "in", "retreat", ",", "fled", "."};
    for (uint32_t i = 0; i < 7; i++) dl_window_set(&w, i + 1, dl_bytes_of(words[i]));
    set(&w, 1, DL_UPOS_NOUN, DL_XPOS_NNS, 0, DL_DEP_ROOT);
    set(&w, 2, DL_UPOS_PUNCT, DL_XPOS_COMMA, 4, DL_DEP_PUNCT);
    set(&w, 3, DL_UPOS_ADP, DL_XPOS_IN, 4, DL_DEP_CASE);
    set(&w, 4, DL_UPOS_NOUN, DL_XPOS_NN, 1, DL_DEP_NMOD);
    set(&w, 5, DL_UPOS_PUNCT, DL_XPOS_COMMA, 4, DL_DEP_PUNCT);
    set(&w, 6, DL_UPOS_VERB, DL_XPOS_VBD, 1, DL_DEP_PARATAXIS);
    set(&w, 7, DL_UPOS_PUNCT, DL_XPOS_STOP, 1, DL_DEP_PUNCT);
    assert_int_equal(dl_insertions_lost(&w, found), 1);
    assert_int_equal(found[0].open, 2);
    assert_int_equal(found[0].close, 5);
    assert_int_equal(found[0].deprel, DL_DEP_OBL);
    set(&w, 1, DL_UPOS_NOUN, DL_XPOS_NNS, 6, DL_DEP_NSUBJ); /* they fled: nothing is lost */
    assert_int_equal(dl_insertions_lost(&w, found), 0);
}

static void test_gerund(void **state) {
    (void)state;
    static dl_window w; /* "Fighting raged" with the fighting as an auxiliary */
    set(&w, 1, DL_UPOS_VERB, DL_XPOS_VBG, 2, DL_DEP_AUX);
    set(&w, 2, DL_UPOS_VERB, DL_XPOS_VBD, 0, DL_DEP_ROOT);
    mend(&dl_rules_of_participles, &w);
    assert_int_equal(w.deprel[1], DL_DEP_NSUBJ);
    assert_int_equal(w.upos[1], DL_UPOS_NOUN);
}

static void test_paid(void **state) {
    (void)state;
    static dl_window w; /* "They paid the widows 5,000 dollars" with the widows' dollars */
    w.count = 6;
    dl_window_set(&w, 2, DL_LIT("paid"));
    set(&w, 1, DL_UPOS_PRON, DL_XPOS_PRP, 2, DL_DEP_NSUBJ);
    set(&w, 2, DL_UPOS_VERB, DL_XPOS_VBD, 0, DL_DEP_ROOT);
    set(&w, 3, DL_UPOS_DET, DL_XPOS_DT, 6, DL_DEP_DET);
    set(&w, 4, DL_UPOS_NOUN, DL_XPOS_NNS, 6, DL_DEP_NMOD_POSS);
    set(&w, 5, DL_UPOS_NUM, DL_XPOS_CD, 6, DL_DEP_NUMMOD);
    set(&w, 6, DL_UPOS_NOUN, DL_XPOS_NNS, 2, DL_DEP_OBJ);
    mend(&dl_rules_of_recipients, &w);
    static const uint16_t heads[] = {0, 2, 0, 4, 2, 6, 2};
    assert_heads(&w, 6, heads);
    assert_int_equal(w.deprel[4], DL_DEP_IOBJ);
}

static void test_hidden_past(void **state) {
    (void)state;
    static dl_window w; /* "After it | the union froze aid", with what froze as a kind of aid */
    w.count = 4;
    dl_window_set(&w, 3, DL_LIT("froze"));
    set(&w, 1, DL_UPOS_DET, DL_XPOS_DT, 2, DL_DEP_DET);
    set(&w, 2, DL_UPOS_NOUN, DL_XPOS_NN, 4, DL_DEP_NSUBJ);
    set(&w, 3, DL_UPOS_NOUN, DL_XPOS_NN, 4, DL_DEP_COMPOUND);
    set(&w, 4, DL_UPOS_NOUN, DL_XPOS_NN, 0, DL_DEP_ROOT);
    mend(&dl_rules_of_hidden_verbs, &w);
    static const uint16_t heads[] = {0, 2, 3, 0, 3};
    assert_heads(&w, 4, heads);
    assert_int_equal(w.upos[3], DL_UPOS_VERB);
    assert_int_equal(w.deprel[4], DL_DEP_OBJ);
}

static void test_two_nations(void **state) {
    (void)state;
    static dl_window w; /* "Kenyan and Ugandan officials met" with the officials joined to the Kenyan */
    set(&w, 1, DL_UPOS_PROPN, DL_XPOS_NNP, 5, DL_DEP_NSUBJ);
    set(&w, 2, DL_UPOS_CCONJ, DL_XPOS_CC, 4, DL_DEP_CC);
    set(&w, 3, DL_UPOS_PROPN, DL_XPOS_NNP, 4, DL_DEP_COMPOUND);
    set(&w, 4, DL_UPOS_NOUN, DL_XPOS_NNS, 1, DL_DEP_CONJ);
    set(&w, 5, DL_UPOS_VERB, DL_XPOS_VBD, 0, DL_DEP_ROOT);
    w.hints[1] = w.hints[3] = 1u << DL_HINT_DEMONYM;
    dl_repair_nations(&w);
    assert_int_equal(w.head[4], 5);
    assert_int_equal(w.deprel[4], DL_DEP_NSUBJ);
    assert_int_equal(w.head[1], 4);
    assert_int_equal(w.deprel[1], DL_DEP_AMOD);
    assert_int_equal(w.head[3], 1);
    assert_int_equal(w.deprel[3], DL_DEP_CONJ);
    assert_int_equal(w.upos[3], DL_UPOS_ADJ);
}

static void test_more_than_a_number(void **state) {
    (void)state;
    static dl_window w; /* "held more than a dozen men" with more as what is held */
    set(&w, 1, DL_UPOS_VERB, DL_XPOS_VBD, 0, DL_DEP_ROOT);
    set(&w, 2, DL_UPOS_ADJ, DL_XPOS_JJR, 1, DL_DEP_OBJ);
    set(&w, 3, DL_UPOS_ADP, DL_XPOS_IN, 6, DL_DEP_CASE);
    set(&w, 4, DL_UPOS_DET, DL_XPOS_DT, 6, DL_DEP_DET);
    set(&w, 5, DL_UPOS_NUM, DL_XPOS_CD, 6, DL_DEP_NUMMOD);
    set(&w, 6, DL_UPOS_NOUN, DL_XPOS_NNS, 2, DL_DEP_OBL);
    mend(&dl_rules_of_comparatives, &w);
    assert_int_equal(w.head[6], 1);
    assert_int_equal(w.deprel[6], DL_DEP_OBJ);
    assert_int_equal(w.head[2], 5);
    assert_int_equal(w.deprel[2], DL_DEP_ADVMOD);
    assert_int_equal(w.head[3], 2);
    set(&w, 2, DL_UPOS_ADJ, DL_XPOS_JJR, 1, DL_DEP_OBJ); /* "ate more than the men": no number, no change */
    set(&w, 3, DL_UPOS_ADP, DL_XPOS_IN, 6, DL_DEP_CASE);
    set(&w, 5, DL_UPOS_ADJ, DL_XPOS_JJ, 6, DL_DEP_AMOD);
    set(&w, 6, DL_UPOS_NOUN, DL_XPOS_NNS, 2, DL_DEP_OBL);
    mend(&dl_rules_of_comparatives, &w);
    assert_int_equal(w.head[6], 2);
    assert_int_equal(w.head[2], 1);
}

static void test_held_to_be(void **state) { /* "police arrested men thought to be rebels" */
    (void)state;
    static dl_window w;
    static const char *words[] = {"police", "arrested", "men", "thought", "to", "be", "rebels"};
    w.count = 7;
    for (uint32_t i = 0; i < 7; i++) dl_window_set(&w, i + 1, dl_bytes_of(words[i]));
    set(&w, 1, DL_UPOS_NOUN, DL_XPOS_NNS, 2, DL_DEP_NSUBJ);
    set(&w, 2, DL_UPOS_VERB, DL_XPOS_VBD, 0, DL_DEP_ROOT);
    set(&w, 3, DL_UPOS_NOUN, DL_XPOS_NNS, 4, DL_DEP_NSUBJ);
    set(&w, 4, DL_UPOS_VERB, DL_XPOS_VBD, 2, DL_DEP_CCOMP);
    set(&w, 5, DL_UPOS_PART, DL_XPOS_TO, 7, DL_DEP_MARK);
    set(&w, 6, DL_UPOS_AUX, DL_XPOS_VB, 7, DL_DEP_COP);
    set(&w, 7, DL_UPOS_NOUN, DL_XPOS_NNS, 4, DL_DEP_XCOMP);
    mend(&dl_rules_of_held_to_be, &w);
    assert_int_equal(w.head[3], 2);
    assert_int_equal(w.deprel[3], DL_DEP_OBJ);
    assert_int_equal(w.head[4], 3);
    assert_int_equal(w.deprel[4], DL_DEP_ACL);
}

static void test_name_like_an_auxiliary(void **state) {
    (void)state;
    static dl_window w; /* "Theresa May told them" with May as an auxiliary */
    set(&w, 1, DL_UPOS_PROPN, DL_XPOS_NNP, 3, DL_DEP_NSUBJ);
    set(&w, 2, DL_UPOS_AUX, DL_XPOS_MD, 3, DL_DEP_AUX);
    set(&w, 3, DL_UPOS_VERB, DL_XPOS_VBN, 0, DL_DEP_ROOT);
    set(&w, 4, DL_UPOS_PRON, DL_XPOS_PRP, 3, DL_DEP_OBJ);
    dl_window_set(&w, 2, DL_LIT("May"));
    w.count = 4;
    mend(&dl_rules_of_lookalikes, &w);
    assert_int_equal(w.upos[2], DL_UPOS_PROPN);
    assert_int_equal(w.head[2], 1);
    assert_int_equal(w.deprel[2], DL_DEP_FLAT);
    assert_int_equal(w.xpos[3], DL_XPOS_VBD);

    set(&w, 2, DL_UPOS_AUX, DL_XPOS_MD, 3,
        DL_DEP_AUX); /* "Troops May attack them", of a headline: nothing but the auxiliary stands before a bare verb */
    set(&w, 3, DL_UPOS_VERB, DL_XPOS_VB, 0, DL_DEP_ROOT);
    mend(&dl_rules_of_lookalikes, &w);
    assert_int_equal(w.upos[2], DL_UPOS_AUX);
}

static void test_month_in_front(void **state) {
    (void)state;
    static dl_window w; /* "in June police killed nine" with the June police as where it was, "last month troops left" with the troops of a month */
    for (int month = 0; month < 2; month++) {
        set(&w, 1, month ? DL_UPOS_ADP : DL_UPOS_ADJ, month ? DL_XPOS_IN : DL_XPOS_JJ, month ? 3 : 2, month ? DL_DEP_CASE : DL_DEP_AMOD);
        set(&w, 2, DL_UPOS_NOUN, DL_XPOS_NN, 3, DL_DEP_COMPOUND);
        set(&w, 3, DL_UPOS_NOUN, DL_XPOS_NNS, 4, month ? DL_DEP_OBL : DL_DEP_NSUBJ);
        set(&w, 4, DL_UPOS_VERB, month ? DL_XPOS_VBN : DL_XPOS_VBD, 0, DL_DEP_ROOT);
        set(&w, 5, DL_UPOS_NOUN, DL_XPOS_NN, 4, DL_DEP_OBJ);
        dl_window_set(&w, 1, month ? DL_LIT("in") : DL_LIT("last"));
        dl_window_set(&w, 2, month ? DL_LIT("june") : DL_LIT("month"));
        w.count = 5;
        mend(&dl_rules_of_swallowed_subjects, &w);
        assert_int_equal(w.head[1], 2);
        assert_int_equal(w.head[2], 4);
        assert_int_equal(w.deprel[2], month ? DL_DEP_OBL : DL_DEP_OBL_UNMARKED);
        assert_int_equal(w.deprel[3], DL_DEP_NSUBJ);
        assert_int_equal(w.xpos[4], DL_XPOS_VBD);
    }
}

static void test_span_of_time(void **state) {
    (void)state;
    static dl_window w; /* "turned in his resignation hours later" with the resignation as a kind of hours */
    set(&w, 1, DL_UPOS_VERB, DL_XPOS_VBD, 0, DL_DEP_ROOT);
    set(&w, 2, DL_UPOS_PRON, DL_XPOS_PRP, 4, DL_DEP_NMOD_POSS);
    set(&w, 3, DL_UPOS_NOUN, DL_XPOS_NN, 4, DL_DEP_COMPOUND);
    set(&w, 4, DL_UPOS_NOUN, DL_XPOS_NNS, 1, DL_DEP_OBL);
    set(&w, 5, DL_UPOS_ADV, DL_XPOS_RB, 1, DL_DEP_ADVMOD);
    dl_window_set(&w, 4, DL_LIT("hours"));
    dl_window_set(&w, 5, DL_LIT("later"));
    w.count = 5;
    mend(&dl_rules_of_swallowed_subjects, &w);
    assert_int_equal(w.head[3], 1);
    assert_int_equal(w.deprel[3], DL_DEP_OBJ);
    assert_int_equal(w.head[2], 3);
    assert_int_equal(w.head[4], 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quotation_marks_fold_together),
        cmocka_unit_test(test_case_and_digits_fold),
        cmocka_unit_test(test_long_and_broken_words),
        cmocka_unit_test(test_transitions_make_one_tree),
        cmocka_unit_test(test_products),
        cmocka_unit_test(test_rows_of_a_state),
        cmocka_unit_test(test_cells_of_a_memory),
        cmocka_unit_test(test_names_go_on_where_one_began),
        cmocka_unit_test(test_cases_are_looked_up),
        cmocka_unit_test(test_small_words_are_no_names),
        cmocka_unit_test(test_persons_keep_their_surname),
        cmocka_unit_test(test_facts_for_names),
        cmocka_unit_test(test_object_without_auxiliary),
        cmocka_unit_test(test_participle_with_object),
        cmocka_unit_test(test_participle_with_agent),
        cmocka_unit_test(test_object_behind_particle),
        cmocka_unit_test(test_paid),
        cmocka_unit_test(test_hidden_past),
        cmocka_unit_test(test_two_nations),
        cmocka_unit_test(test_outcomes),
        cmocka_unit_test(test_two_subjects),
        cmocka_unit_test(test_passive_behind_after),
        cmocka_unit_test(test_being),
        cmocka_unit_test(test_sides),
        cmocka_unit_test(test_noun_behind_preposition),
        cmocka_unit_test(test_clause_behind_after),
        cmocka_unit_test(test_bare_relative),
        cmocka_unit_test(test_speaker),
        cmocka_unit_test(test_speaker_behind_quotation),
        cmocka_unit_test(test_insertion_over_which_the_subject_is_lost),
        cmocka_unit_test(test_gerund),
        cmocka_unit_test(test_more_than_a_number),
        cmocka_unit_test(test_held_to_be),
        cmocka_unit_test(test_name_like_an_auxiliary),
        cmocka_unit_test(test_span_of_time),
        cmocka_unit_test(test_month_in_front),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
