/* The date of a report that was given none, and the links in its text.
 *
 * Evidence, best first: the dateline ("KYIV, March 14, 2022 (AP) -"), the address (/2022/03/14/), the ids of linked posts, whose time the report
 * cannot precede and whose week the text's weekdays pin down, and a line near the top that holds a date alone. A dateline without a year is read
 * with the year that the other evidence gives. What none of them says stays unknown.
 */
#ifndef DL_INTAKE_PUBLISH_H
#define DL_INTAKE_PUBLISH_H

#include "doc/doc.h"
#include "know/know.h"

/* Fills doc->media and, where unknown, doc->published*. Needs sentences and tokens. */
void dl_publish_read(const dl_know *know, dl_doc *doc);

#endif
