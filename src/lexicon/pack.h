/* Packing tables of text (TSV) into the form of the knowledge file (src/know/format.h): for tools/pack.c, which packs data/, and for the tables of a
 * user, which are packed in memory when an engine is opened.
 *
 * Everything lives in one arena, inside whose guard all calls are made. What is wrong with a table is told row by row, and packing goes on; an image
 * made of faulty tables is of no use. The same tables give the same bytes. */
#ifndef DL_LEXICON_PACK_H
#define DL_LEXICON_PACK_H

#include "base/array.h"
#include "base/buffer.h"
#include "know/format.h"
#include "know/know.h"
#include "text/tokens.h"

/* Something wrong with a row; `column` is empty where the whole row is meant. */
typedef struct dl_pack_fault {
    const char *file;
    uint32_t line;
    dl_bytes column;
    const char *what; /* constant */
} dl_pack_fault;

enum { DL_PACK_COLUMNS = 64 };

/* The columns of a table, as its head names them, and what its "#!" lines say of it. */
typedef struct dl_pack_head {
    dl_bytes names[DL_PACK_COLUMNS];
    uint32_t kinds[DL_PACK_COLUMNS]; /* DL_KNOW_TEXT ..., DL_KNOW_FOUND, DL_KNOW_KEY */
    uint32_t count;
    uint32_t root, flags; /* as in dl_know_row_of_tables */
} dl_pack_head;

typedef struct dl_pack_edge {
    uint32_t node, word, next;
} dl_pack_edge;

typedef struct dl_pack_hit {
    uint32_t node, order;
    dl_know_phrase phrase;
} dl_pack_hit;

/* A string or a word by its hash. */
typedef struct dl_pack_slot {
    uint32_t string, word;
} dl_pack_slot;

typedef struct dl_pack_kind {
    dl_bytes word, kind, parts;
} dl_pack_kind;

typedef struct dl_pack {
    dl_arena *arena;
    void (*say)(void *self, const dl_pack_fault *fault);
    void *self;
    uint32_t faults;
    dl_buffer tables, columns, cells, lines, strings, hits;
    uint32_t table_count;
    bool apart;                   /* a table apart has been read: common_words stands */
    dl_pack_slot *intern, *words; /* open addressing; string 0: empty */
    uint32_t intern_room, intern_count, word_room, word_count, common_words, node_count;
    dl_pack_edge *edges; /* all edges, those of the roots too; next 0: empty */
    uint32_t edge_room, edge_count;
    dl_know_front *fronts; /* by word, without the steps */
    uint32_t front_room;
    dl_pack_kind *kinds; /* the tokenizer's words, by hash */
    uint32_t kind_room, kind_count;
    const char *file; /* of the table that is read; its line */
    uint32_t line;
} dl_pack;

/* `say` hears of each fault. */
void dl_pack_open(dl_pack *pack, dl_arena *arena, void (*say)(void *self, const dl_pack_fault *fault), void *self);
/* The tokenizer that reads text cuts the phrases too, and asks for abbreviations and the like: a word of data/text/words.tsv. The first of a word
 * counts. */
void dl_pack_kind_add(dl_pack *pack, dl_bytes word, dl_bytes kind, dl_bytes parts);
/* Adds the table of this name; `bytes` must stay until the image is made. Tables apart come behind all others. With `like`, the columns and all "#!"
 * lines but "#! alone" are those of the head given: the file names some of the columns, in any order, and its rows are sorted if the table's are. */
void dl_pack_table(dl_pack *pack, const char *file, dl_bytes name, dl_bytes bytes, const dl_pack_head *like);
/* Whether the remarks at the front of a file hold "#! apart". */
bool dl_pack_stands_apart(dl_bytes bytes);
/* image.c: the whole file. */
dl_bytes dl_pack_image(dl_pack *pack);

/* For the files of the packer. */
void dl_pack_add(dl_pack *pack, dl_buffer *buffer, const void *data, size_t size);
dl_bytes dl_pack_string_at(const dl_pack *pack, uint32_t at);
/* tables.c asks phrases.c: the number of a string; a phrase into the automaton (its columns, row and table stand in `hit`), NULL or what is wrong. */
uint32_t dl_pack_string(dl_pack *pack, dl_bytes string);
const char *dl_pack_phrase(dl_pack *pack, dl_bytes text, const dl_pack_head *head, bool plain, dl_know_phrase hit);

#endif
