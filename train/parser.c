/* Trains the parser with the dynamic oracle of the arc-hybrid system: whatever state its own errors lead to, it learns the moves that lose no more.
 */
#include "lang/parser.h"

#include "learner.h"
#include "tasks.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    MOVE_ROWS = 1 << 19,
    LABEL_ROWS = 1 << 15,
    EPOCHS = 12,
    EXPLORE = 90
}; /* per cent of moves that follow the learner from the second epoch on */

static bool in_stack_below_top(const dl_parse *p, uint32_t word) {
    for (uint32_t i = 0; i + 1 < p->depth; i++)
        if (p->stack[i] == word) return true;
    return false;
}

/* Dependents of `word` that are still to come. */
static uint32_t kids_ahead(const dl_parse *p, const sample *s, uint32_t word) {
    uint32_t number = 0;
    for (uint32_t i = p->next; i <= s->count; i++) number += s->tokens[i].head == word;
    return number;
}

static uint32_t kids_in_stack(const dl_parse *p, const sample *s, uint32_t word) {
    uint32_t number = 0;
    for (uint32_t i = 0; i < p->depth; i++) number += s->tokens[p->stack[i]].head == word;
    return number;
}

/* Gold arcs that can no longer be made after the move. */
static uint32_t cost(const dl_parse *p, const sample *s, dl_move move) {
    uint32_t top = dl_parse_stack(p, 0), below = dl_parse_stack(p, 1), next = p->next;
    if (move == DL_MOVE_SHIFT) {
        uint32_t head = s->tokens[next].head;
        return kids_in_stack(p, s, next) + (head ? in_stack_below_top(p, head) : p->depth > 0);
    }
    uint32_t head = s->tokens[top].head, lost = kids_ahead(p, s, top) + !head;
    if (move == DL_MOVE_LEFT) return lost + (head && (head == below || head > next));
    return lost + (head >= next);
}

static uint32_t cheapest(const dl_parse *p, const sample *s, uint32_t costs[DL_MOVE_COUNT_]) {
    uint32_t least = UINT32_MAX;
    for (int m = 0; m < DL_MOVE_COUNT_; m++) {
        costs[m] = dl_parse_allows(p, (dl_move)m) ? cost(p, s, (dl_move)m) : UINT32_MAX;
        if (costs[m] < least) least = costs[m];
    }
    return least;
}

typedef struct lesson {
    learner moves, labels;
    chance luck;
    bool explore;
    uint64_t move_errors, decisions;
} lesson;

static dl_move learn_move(lesson *l, const dl_parse *p, const sample *s) {
    uint32_t features[DL_LINEAR_MAX_FEATURES], costs[DL_MOVE_COUNT_];
    int32_t scores[DL_MOVE_WIDTH];
    uint32_t least = cheapest(p, s, costs), n = dl_parse_move_features(p, features);
    learner_score(&l->moves, features, n, scores);
    int best = -1, right = -1;
    for (int m = 0; m < DL_MOVE_COUNT_; m++) {
        if (costs[m] == UINT32_MAX) continue;
        if (best < 0 || scores[m] > scores[best]) best = m;
        if (costs[m] == least && (right < 0 || scores[m] > scores[right])) right = m;
    }
    bool wrong = costs[best] != least;
    learner_update(&l->moves, features, n, (uint32_t)(wrong ? right : best), (uint32_t)best);
    l->move_errors += wrong;
    l->decisions++;
    return (dl_move)(wrong && l->explore && chance_below(&l->luck, 100) < EXPLORE ? best : right);
}

static dl_deprel learn_label(lesson *l, const dl_parse *p, const sample *s, dl_move move) {
    uint32_t features[DL_LINEAR_MAX_FEATURES];
    int32_t scores[DL_LINEAR_MAX_CLASSES];
    uint32_t n = dl_parse_label_features(p, move, features), word = dl_parse_stack(p, 0);
    uint32_t head = move == DL_MOVE_LEFT ? p->next : dl_parse_stack(p, 1);
    learner_score(&l->labels, features, n, scores);
    scores[DL_DEP_NONE] = scores[DL_DEP_ROOT] = INT32_MIN;
    uint32_t best = dl_linear_best(scores, DL_DEP_COUNT_);
    if (s->tokens[word].head != head) return (dl_deprel)best;
    learner_update(&l->labels, features, n, s->tokens[word].deprel, best);
    return (dl_deprel)(l->explore ? best : s->tokens[word].deprel);
}

static void learn_sample(lesson *l, const sample *s, const dl_window *w, dl_parse *p) {
    dl_parse_begin(p, w);
    while (!dl_parse_done(p)) {
        dl_move move = DL_MOVE_SHIFT;
        if (dl_parse_allows(p, DL_MOVE_LEFT) || dl_parse_allows(p, DL_MOVE_RIGHT)) move = learn_move(l, p, s);
        dl_parse_move(p, move, move == DL_MOVE_SHIFT ? DL_DEP_NONE : learn_label(l, p, s, move));
    }
}

static void learn_epoch(lesson *l, corpus *c, const tag_guesses *guesses, uint32_t *order) {
    static dl_window window;
    static dl_parse parse;
    shuffle(order, c->samples.count, &l->luck);
    for (uint32_t i = 0; i + 1 < c->samples.count; i++) {
        const sample *s = c->samples.rows + order[i];
        if (!s->tree) continue;
        sample_window(s, &window);
        memcpy(window.tag, guesses->tags[order[i]], s->count + 4);
        learn_sample(l, s, &window, &parse);
    }
}

void train_parser(corpus *c, writer *w, const tag_guesses *guesses, uint32_t seed) {
    lesson l = {.luck = {seed}};
    uint32_t *order = calloc(c->samples.count, sizeof *order);
    learner_open(&l.moves, MOVE_ROWS, DL_MOVE_WIDTH);
    learner_open(&l.labels, LABEL_ROWS, DL_DEP_COUNT_);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        l.explore = epoch > 0;
        l.move_errors = l.decisions = 0;
        learn_epoch(&l, c, guesses, order);
        printf("parser: epoch %d, %.2f %% of moves wrong\n", epoch + 1, 100.0 * (double)l.move_errors / (double)l.decisions);
        fflush(stdout);
    }
    writer_add(w, "move.weights", DL_MOVE_WIDTH, MOVE_ROWS, learner_average(&l.moves), (size_t)MOVE_ROWS * DL_MOVE_WIDTH * sizeof(int16_t));
    writer_add(w, "rel.weights", DL_DEP_COUNT_, LABEL_ROWS, learner_average(&l.labels), (size_t)LABEL_ROWS * DL_DEP_COUNT_ * sizeof(int16_t));
    learner_close(&l.moves);
    learner_close(&l.labels);
    free(order);
}
