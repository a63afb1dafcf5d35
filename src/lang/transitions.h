/* Dependency trees by transitions: the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011), greedy, with its dynamic oracle (Goldberg and
 * Nivre 2013) in the trainer.
 *
 *     SHIFT   the next word goes onto the stack
 *     LEFT    the word on top of the stack becomes a dependent of the next word
 *     RIGHT   the word on top of the stack becomes a dependent of the one below it
 *
 * The word that is left at the end is the root, so that every tree has just one. Each word is shifted once and popped once: linear time.
 */
#ifndef DL_LANG_TRANSITIONS_H
#define DL_LANG_TRANSITIONS_H

#include "doc/ud.h"
#include "lang/window.h"

typedef enum dl_move { DL_MOVE_SHIFT, DL_MOVE_LEFT, DL_MOVE_RIGHT, DL_MOVE_COUNT_ } dl_move;

/* Dependents of a word so far: the two outermost on each side, 0 where there is none. */
typedef struct dl_kids {
    uint16_t left[2], right[2];
    uint8_t lefts, rights; /* how many, at most 255 */
} dl_kids;

typedef struct dl_parse {
    const dl_window *window; /* its words */
    uint32_t depth, next;    /* size of the stack; position of the next word, count + 1 when all are shifted */
    uint16_t stack[DL_WINDOW_ROOM];
    uint16_t head[DL_WINDOW_ROOM];
    uint8_t deprel[DL_WINDOW_ROOM];
    dl_kids kids[DL_WINDOW_ROOM];
} dl_parse;

void dl_parse_begin(dl_parse *parse, const dl_window *window);
static inline bool dl_parse_done(const dl_parse *parse) {
    return parse->next > parse->window->count && parse->depth <= 1;
}
static inline bool dl_parse_allows(const dl_parse *parse, dl_move move) {
    bool more = parse->next <= parse->window->count;
    return move == DL_MOVE_SHIFT ? more : move == DL_MOVE_LEFT ? more && parse->depth >= 1 : parse->depth >= 2;
}
/* The `below`-th word of the stack from the top (0), or 0. */
static inline uint32_t dl_parse_stack(const dl_parse *parse, uint32_t below) {
    return below < parse->depth ? parse->stack[parse->depth - 1 - below] : 0;
}
/* The `ahead`-th word from the next one (0), or 0. */
static inline uint32_t dl_parse_ahead(const dl_parse *parse, uint32_t ahead) {
    return parse->next + ahead <= parse->window->count ? parse->next + ahead : 0;
}
/* Makes the move; `deprel` is the relation of the new arc and of no meaning for SHIFT. */
void dl_parse_move(dl_parse *parse, dl_move move, dl_deprel deprel);

#endif
