/* The doctype of a page. Nothing is made of it but what the standard says is in it. */
#ifndef DL_INTAKE_HTML_DOCTYPE_H
#define DL_INTAKE_HTML_DOCTYPE_H

#include "intake/html/token.h"

/* Reads what stands behind "<!DOCTYPE"; returns where to go on. */
uint32_t dl_html_doctype(dl_bytes page, uint32_t at, dl_html_token *token);

#endif
