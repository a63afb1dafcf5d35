#include "intake/looks.h"

typedef struct signature {
    const char *bytes;
    size_t size;
    const char *message;
} signature;

#define SIGNATURE(bytes, message) \
    { "" bytes, sizeof(bytes) - 1, message }
#define UNPACK "is compressed: unpack it first, or, if it is a web archive, say so with the form `warc`"
#define UTF16 "is UTF-16: convert it to UTF-8 first (iconv -f UTF-16 -t UTF-8)"
#define IMAGE "is a picture, no text"

static const signature signatures[] = {
    SIGNATURE("\x1f\x8b", UNPACK),
    SIGNATURE("\x28\xb5\x2f\xfd", UNPACK),
    SIGNATURE("BZh91AY", UNPACK),
    SIGNATURE("\xfd"
              "7zXZ",
              UNPACK),
    SIGNATURE("PK\x03\x04", "is a zip archive or an office document: save its text first"),
    SIGNATURE("%PDF-", "is a PDF: extract its text first (pdftotext)"),
    SIGNATURE("\xd0\xcf\x11\xe0", "is an office document: save its text first"),
    SIGNATURE("\xff\xfe", UTF16),
    SIGNATURE("\xfe\xff", UTF16),
    SIGNATURE("\x89PNG", IMAGE),
    SIGNATURE("\xff\xd8\xff", IMAGE),
    SIGNATURE("GIF8", IMAGE),
    SIGNATURE("\x7f"
              "ELF",
              "is a program, no text"),
};

static dl_bytes skip_blank(dl_bytes text) {
    size_t i = dl_bytes_start(text, "\xef\xbb\xbf") ? 3 : 0;
    while (i < text.size && dl_is_space(text.data[i])) i++;
    return (dl_bytes){text.data + i, text.size - i};
}

static bool starts_like(dl_bytes text, const char *lower) {
    size_t size = strlen(lower);
    return text.size >= size && dl_bytes_like((dl_bytes){text.data, size}, lower);
}

/* "<" in UTF-16, behind a byte order mark or without one: a page, whose charset is told later. */
static bool wide_page(dl_bytes head) {
    size_t mark = dl_bytes_start(head, "\xff\xfe") || dl_bytes_start(head, "\xfe\xff") ? 2 : 0;
    if (head.size < mark + 2) return false;
    return !memcmp(head.data + mark, "<\0", 2) || !memcmp(head.data + mark, "\0<", 2);
}

const char *dl_looks_foreign(dl_bytes head, size_t *at) {
    *at = 0;
    if (wide_page(head)) return NULL;
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (head.size >= signatures[i].size && !memcmp(head.data, signatures[i].bytes, signatures[i].size)) return signatures[i].message;
    return NULL;
}

/* XML that is no page, or JSON that says it is a feed. */
static bool feed(dl_bytes text) {
    static const char *const starts[] = {"<rss", "<feed", "<rdf:rdf", "<urlset", "<channel"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (starts_like(text, starts[i])) return true;
    if (starts_like(text, "<?xml")) return !memmem(text.data, text.size, "<html", 5) && !memmem(text.data, text.size, "<!DOCTYPE html", 14);
    return text.size && *text.data == '{' && memmem(text.data, text.size, "jsonfeed.org/version", 20);
}

/* A doctype or one of the elements that pages begin with, perhaps behind comments. */
static bool page(dl_bytes text) {
    static const char *const starts[] = {"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<?xml"};
    while (dl_bytes_start(text, "<!--")) {
        const char *end = memmem(text.data, text.size, "-->", 3);
        if (!end) return false;
        text = skip_blank((dl_bytes){end + 3, (size_t)(text.data + text.size - end) - 3});
    }
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (starts_like(text, starts[i])) return true;
    return false;
}

const char *dl_looks_binary(dl_bytes text, size_t *at) {
    const char *nul = text.size ? memchr(text.data, 0, text.size) : NULL;
    if (nul) {
        *at = (size_t)(nul - text.data);
        return "is binary, not text: a NUL byte";
    }
    size_t controls = 0, first = 0, size = text.size < 4096 ? text.size : 4096;
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c >= 0x20 && c != 0x7f) continue;
        if (dl_is_space((char)c) || c == 0x1b) continue;
        if (!controls++) first = i;
    }
    *at = first;
    return controls * 4 > size ? "is binary, not text: control characters" : NULL;
}

/* "{" and then a quotation mark or "}". */
static bool json_object(dl_bytes text) {
    if (!text.size || text.data[0] != '{') return false;
    dl_bytes inner = skip_blank((dl_bytes){text.data + 1, text.size - 1});
    return inner.size && (inner.data[0] == '"' || inner.data[0] == '}');
}

/* A comment that only CoNLL-U files begin with, or a first row of ten columns. */
static bool conllu(dl_bytes text) {
    if (dl_bytes_start(text, "# newdoc") || dl_bytes_start(text, "# sent_id") || dl_bytes_start(text, "# global.columns")) return true;
    if (!dl_bytes_start(text, "1\t") && !dl_bytes_start(text, "1-")) return false;
    dl_bytes line, rest = text, cell;
    size_t columns = 0;
    dl_bytes_cut(&rest, '\n', &line);
    while (dl_bytes_cut(&line, '\t', &cell)) columns++;
    return columns == 10;
}

static bool ends_like(dl_bytes name, const char *ending) {
    size_t size = strlen(ending);
    return name.size > size && dl_bytes_like((dl_bytes){name.data + name.size - size, size}, ending);
}

dl_form dl_looks_form(dl_bytes head, const char *path) {
    dl_bytes text = skip_blank(head), name = dl_bytes_of(path);
    bool packed = dl_bytes_start(head, "\x1f\x8b") && (ends_like(name, ".warc.gz") || ends_like(name, ".wet.gz") || ends_like(name, ".wat.gz"));
    if (packed || dl_bytes_start(text, "WARC/1.")) return DL_FORM_WARC;
    if (feed(text)) return DL_FORM_FEED;
    if (json_object(text)) return DL_FORM_JSONL;
    if (conllu(text)) return DL_FORM_CONLLU;
    if (page(text) || wide_page(head) || ends_like(name, ".html") || ends_like(name, ".htm") || ends_like(name, ".xhtml")) return DL_FORM_HTML;
    if (ends_like(name, ".jsonl") || ends_like(name, ".ndjson")) return DL_FORM_JSONL;
    return ends_like(name, ".conllu") ? DL_FORM_CONLLU : DL_FORM_TEXT;
}
