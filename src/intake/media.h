/* Links to posts and pictures that stand in the text, and the time that a post's id carries.
 *
 * Many networks number their posts by the clock ("snowflakes": Twitter 2010): the upper bits of the id are the time of posting. Which network does,
 * and in which bits, is data/time/media.tsv. A time that cannot be (before the network counted so, or after the report that links to it) is left out.
 */
#ifndef DL_INTAKE_MEDIA_H
#define DL_INTAKE_MEDIA_H

#include "doc/doc.h"
#include "know/know.h"

/* Fills doc->media. */
void dl_media_find(const dl_know *know, dl_doc *doc);

#endif
