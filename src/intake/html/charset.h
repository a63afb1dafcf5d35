/* In which charset a page is, and its bytes as UTF-8. The conversion is the C library's (iconv); what a page may call a charset is
 * data/web/charsets.tsv. Evidence, best first: a byte order mark, the server's header, the page's meta element, and the bytes themselves: UTF-16 by
 * its zeros, UTF-8 where they are well-formed, else Windows-1252, which is what English pages without a word about it are.
 */
#ifndef DL_INTAKE_HTML_CHARSET_H
#define DL_INTAKE_HTML_CHARSET_H

#include "base/arena.h"
#include "know/know.h"

/* Where a piece of the text begins, and where in the page the bytes begin that it was made of. */
typedef struct dl_charset_mark {
    uint32_t text, raw;
} dl_charset_mark;

typedef struct dl_charset {
    dl_bytes name;     /* as WHATWG writes it: "windows-1252" */
    const char *basis; /* constant: "bom", "header", "meta", "content" */
    const char *iconv; /* NULL for UTF-8, which is read as it is */
    dl_bytes raw, text;
    dl_charset_mark *marks; /* in order */
    uint32_t mark_count;
} dl_charset;

/* "text/html; charset=utf-8": the part behind "charset=", as the standard extracts it of a content type; empty where there is none. */
dl_bytes dl_charset_in(dl_bytes content_type);
/* `header` is the charset that the server named, or empty. The text of a UTF-8 page is the page itself. */
dl_charset dl_charset_read(dl_arena *arena, const dl_know *know, dl_bytes page, dl_bytes header);
/* Puts the byte of the page for each byte of the text in `offsets`, which must be in order. Does nothing for UTF-8. */
void dl_charset_trace(const dl_charset *charset, uint32_t **offsets, size_t count);

#endif
