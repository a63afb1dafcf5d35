/* Bombs: a few packed bytes that become very many. Of 150 pages of news none unpacks to more than 16 times its size, and gzip can make a thousand.
 * What is small does no harm by any ratio: a few megabytes are unpacked in milliseconds.
 */
#ifndef DL_BASE_UNPACKED_H
#define DL_BASE_UNPACKED_H

#include <stdbool.h>
#include <stddef.h>

enum { DL_BOMB_FROM = 4 << 20, DL_BOMB_RATIO = 200 };

#define DL_BOMB_WORDS "unpacks to more than 200 times its size" /* to DL_BOMB_RATIO */

static inline bool dl_unpacked_is_bomb(size_t packed, size_t unpacked) {
    return unpacked > DL_BOMB_FROM && unpacked / DL_BOMB_RATIO >= packed;
}

#endif
