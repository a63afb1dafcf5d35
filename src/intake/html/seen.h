/* The date that a page shows near its headline, for pages whose metadata hold none. */
#ifndef DL_INTAKE_HTML_SEEN_H
#define DL_INTAKE_HTML_SEEN_H

#include "intake/html/article.h"
#include "intake/html/facts.h"

/* Offers the dates of time elements and of short lines about the head of the article. */
void dl_seen_date(dl_facts *facts, const dl_blocks *blocks, const dl_article *article);

#endif
