#include "lang/parser.h"

bool dl_parser_open(dl_parser *parser, const dl_model *model) {
    return dl_linear_open(&parser->moves, model, "move.weights", DL_MOVE_WIDTH) &&
           dl_linear_open(&parser->labels, model, "rel.weights", DL_DEP_COUNT_);
}

void dl_parse_begin(dl_parse *parse, const dl_window *window) {
    size_t rows = window->count + 1;
    parse->window = window;
    parse->depth = 0;
    parse->next = 1;
    memset(parse->head, 0, rows * sizeof *parse->head);
    memset(parse->deprel, 0, rows * sizeof *parse->deprel);
    memset(parse->kids, 0, rows * sizeof *parse->kids);
}

static void attach(dl_parse *parse, uint32_t word, uint32_t head, dl_deprel deprel) {
    dl_kids *kids = parse->kids + head;
    bool left = word < head;
    uint16_t *outer = left ? kids->left : kids->right;
    uint8_t *number = left ? &kids->lefts : &kids->rights;
    outer[1] = outer[0];
    outer[0] = (uint16_t)word;
    if (*number < UINT8_MAX) ++*number;
    parse->head[word] = (uint16_t)head;
    parse->deprel[word] = (uint8_t)deprel;
}

void dl_parse_move(dl_parse *parse, dl_move move, dl_deprel deprel) {
    if (move == DL_MOVE_SHIFT) {
        parse->stack[parse->depth++] = (uint16_t)parse->next++;
        return;
    }
    uint32_t word = dl_parse_stack(parse, 0);
    attach(parse, word, move == DL_MOVE_LEFT ? parse->next : dl_parse_stack(parse, 1), deprel);
    parse->depth--;
}

static dl_move best_move(const dl_parser *parser, const dl_parse *parse) {
    uint32_t features[DL_LINEAR_MAX_FEATURES];
    int32_t scores[DL_MOVE_WIDTH];
    dl_linear_score(&parser->moves, features, dl_parse_move_features(parse, features), scores);
    int best = -1;
    for (int move = 0; move < DL_MOVE_COUNT_; move++)
        if (dl_parse_allows(parse, (dl_move)move) && (best < 0 || scores[move] > scores[best])) best = move;
    return (dl_move)best;
}

static dl_deprel best_label(const dl_parser *parser, const dl_parse *parse, dl_move move) {
    uint32_t features[DL_LINEAR_MAX_FEATURES];
    int32_t scores[DL_LINEAR_MAX_CLASSES];
    dl_linear_score(&parser->labels, features, dl_parse_label_features(parse, move, features), scores);
    scores[DL_DEP_NONE] = scores[DL_DEP_ROOT] = INT32_MIN; /* the root comes from no move */
    return (dl_deprel)dl_linear_best(scores, DL_DEP_COUNT_);
}

void dl_parser_read(const dl_parser *parser, dl_parse *parse, dl_window *window) {
    dl_parse_begin(parse, window);
    while (!dl_parse_done(parse)) {
        dl_move move = DL_MOVE_SHIFT;
        if (dl_parse_allows(parse, DL_MOVE_LEFT) || dl_parse_allows(parse, DL_MOVE_RIGHT)) move = best_move(parser, parse);
        dl_parse_move(parse, move, move == DL_MOVE_SHIFT ? DL_DEP_NONE : best_label(parser, parse, move));
    }
    for (uint32_t i = 1; i <= window->count; i++) {
        window->head[i] = parse->head[i];
        window->deprel[i] = parse->head[i] ? parse->deprel[i] : DL_DEP_ROOT;
    }
}
