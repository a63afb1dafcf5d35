/* Whose statement a report is that speaks for itself as "we". */
#ifndef DL_WHO_ISSUER_H
#define DL_WHO_ISSUER_H

#include "doc/doc.h"

/* "The United States condemns ... We extend": the mention of the state or body that takes a stand in the present tense in one of the first sentences;
 * 0 where none does. */
uint32_t dl_issuer_of(const dl_doc *doc);

#endif
