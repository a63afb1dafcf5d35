/* The title of a page's article. Best is a heading that the page's own names for itself confirm: it is what readers see, without the name of the
 * site. Without one, the name that the page gives, cut from that of the site.
 */
#ifndef DL_INTAKE_HTML_TITLE_H
#define DL_INTAKE_HTML_TITLE_H

#include "intake/html/article.h"
#include "intake/html/facts.h"

/* Sets the fact of the title to the best there is. */
void dl_title_choose(dl_facts *facts, const dl_blocks *blocks, const dl_article *article);

#endif
