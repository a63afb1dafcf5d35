/* Addresses that are one token: of pages, of mail, of sites and files. */
#ifndef DL_TEXT_ADDRESSES_H
#define DL_TEXT_ADDRESSES_H

#include "text/tokens.h"

/* The first address in text[at, end), which has no blanks; empty where there is none. An address of a page, site or file must begin at `at`. Linear
 * in the bytes up to its end. */
dl_span dl_address_find(dl_bytes text, size_t at, size_t end, const dl_word_list *words);

#endif
