#include "lang/transitions.h"

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
