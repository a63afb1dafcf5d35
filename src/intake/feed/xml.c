/* Feeds in XML. The names of elements say enough without their namespaces: no two kinds of feed give one name two meanings that matter here. */
#include "intake/feed/feed.h"

#include <expat.h>
#include <iconv.h>

enum { TEXT_MOST = 4 << 20, DEPTH_MOST = 256 };

typedef struct reader {
    dl_feed *feed;
    XML_Parser parser;
    dl_feed_item *item; /* that is being read; NULL outside of items */
    dl_bytes *field;    /* where the text of the element at hand goes; NULL where nobody wants it */
    uint32_t field_depth, item_depth, depth;
    bool markup; /* inside Atom's XHTML: its elements are kept as HTML */
    char *text;  /* of the field */
    size_t size, room;
} reader;

static const char *local(const char *name) {
    const char *colon = strrchr(name, ':');
    return colon ? colon + 1 : name;
}

static const char *attribute(const char **attributes, const char *name) {
    for (; *attributes; attributes += 2)
        if (!strcmp(local(attributes[0]), name)) return attributes[1];
    return "";
}

static void append(reader *r, const char *bytes, size_t size) {
    if (!r->field || r->size + size > TEXT_MOST) return;
    if (r->size + size + 1 > r->room) {
        r->room = (r->size + size + 1) * 2;
        char *more = dl_arena_alloc(&r->feed->arena, r->room);
        if (r->size) memcpy(more, r->text, r->size);
        r->text = more;
    }
    memcpy(r->text + r->size, bytes, size);
    r->size += size;
}

static void append_string(reader *r, const char *string) {
    append(r, string, strlen(string));
}

/* Where the text of an element of an item goes. */
static dl_bytes *item_field(dl_feed_item *item, const char *name) {
    static const struct {
        const char *name;
        size_t offset;
    } fields[] = {{"title", offsetof(dl_feed_item, title)},
                  {"name", offsetof(dl_feed_item, outlet)}, /* of a sitemap's publication; that of Atom's author is text of the author */
                  {"link", offsetof(dl_feed_item, link)},
                  {"loc", offsetof(dl_feed_item, link)},
                  {"guid", offsetof(dl_feed_item, id)},
                  {"id", offsetof(dl_feed_item, id)},
                  {"creator", offsetof(dl_feed_item, author)},
                  {"author", offsetof(dl_feed_item, author)},
                  {"pubDate", offsetof(dl_feed_item, published)},
                  {"published", offsetof(dl_feed_item, published)},
                  {"issued", offsetof(dl_feed_item, published)},
                  {"date", offsetof(dl_feed_item, published)},
                  {"publication_date", offsetof(dl_feed_item, published)},
                  {"updated", offsetof(dl_feed_item, updated)},
                  {"modified", offsetof(dl_feed_item, updated)},
                  {"lastmod", offsetof(dl_feed_item, updated)},
                  {"encoded", offsetof(dl_feed_item, content)},
                  {"content", offsetof(dl_feed_item, content)},
                  {"description", offsetof(dl_feed_item, summary)},
                  {"summary", offsetof(dl_feed_item, summary)},
                  {"language", offsetof(dl_feed_item, language)}};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!strcmp(fields[i].name, name)) return (dl_bytes *)((char *)item + fields[i].offset);
    return NULL;
}

static void begin_field(reader *r, dl_bytes *field) {
    if (field && field->size) field = NULL; /* the first one counts */
    r->field = field;
    r->field_depth = r->depth;
    r->size = r->room = 0;
    r->text = NULL;
}

static void begin_in_item(reader *r, const char *name, const char **attributes) {
    const char *href = attribute(attributes, "href"), *rel = attribute(attributes, "rel");
    if (!strcmp(name, "link") && *href) { /* Atom */
        if (!r->item->link.size && (!*rel || !strcmp(rel, "alternate"))) r->item->link = dl_arena_copy(&r->feed->arena, dl_bytes_of(href));
        return;
    }
    if (r->field) return;
    bool media = !strcmp(name, "content") && *attribute(attributes, "url"); /* media:content is a picture */
    begin_field(r, media ? NULL : item_field(r->item, name));
    r->markup = r->field && !strcmp(attribute(attributes, "type"), "xhtml");
}

static bool begins_item(const char *name) {
    return !strcmp(name, "item") || !strcmp(name, "entry") || !strcmp(name, "url");
}

static void XMLCALL start(void *self, const char *full, const char **attributes) {
    reader *r = self;
    const char *name = local(full);
    if (++r->depth > DEPTH_MOST) {
        r->feed->wrong = "XML nested too deeply for a feed";
        XML_StopParser(r->parser, XML_FALSE);
    } else if (r->field && r->markup) {
        append_string(r, "<"), append_string(r, name), append_string(r, ">");
    } else if (r->item) {
        begin_in_item(r, name, attributes);
    } else if (begins_item(name)) {
        r->item = DL_PUSH(&r->feed->arena, &r->feed->items);
        r->item_depth = r->depth;
    } else if (r->depth <= 3 && !strcmp(name, "title")) {
        begin_field(r, &r->feed->title);
    } else if (r->depth <= 3 && !strcmp(name, "language")) {
        begin_field(r, &r->feed->language);
    }
}

static void end_field(reader *r) {
    if (r->field && r->size) *r->field = dl_arena_copy(&r->feed->arena, dl_bytes_trim((dl_bytes){r->text, r->size}));
    r->field = NULL;
    r->markup = false;
}

static void XMLCALL end(void *self, const char *full) {
    reader *r = self;
    if (r->field && r->depth == r->field_depth)
        end_field(r);
    else if (r->field && r->markup)
        append_string(r, "</"), append_string(r, local(full)), append_string(r, ">");
    if (r->item && r->depth == r->item_depth) r->item = NULL;
    r->depth--;
}

static void XMLCALL characters(void *self, const char *text, int size) {
    reader *r = self;
    if (!r->markup) {
        append(r, text, (size_t)size);
        return;
    }
    for (int i = 0; i < size; i++) {
        if (text[i] == '&' || text[i] == '<')
            append_string(r, text[i] == '&' ? "&amp;" : "&lt;");
        else
            append(r, text + i, 1);
    }
}

/* A charset that expat does not know: one of a byte a character is told to it by iconv. */
static int XMLCALL charset(void *unused, const char *name, XML_Encoding *out) {
    (void)unused;
    iconv_t how = iconv_open("UTF-32LE", name);
    if (how == (iconv_t)-1) return XML_STATUS_ERROR;
    for (int i = 0; i < 256; i++) {
        char in = (char)i, *from = &in;
        uint32_t code = 0;
        char *to = (char *)&code;
        size_t left = 1, room = sizeof code;
        bool good = iconv(how, &from, &left, &to, &room) != (size_t)-1 && !room;
        out->map[i] = good ? (int)code : -1;
        if (!good) iconv(how, NULL, NULL, NULL, NULL);
    }
    iconv_close(how);
    out->data = NULL;
    out->convert = NULL;
    out->release = NULL;
    return XML_STATUS_OK;
}

static void parse(reader *r, dl_bytes bytes) {
    XML_SetUserData(r->parser, r);
    XML_SetElementHandler(r->parser, start, end);
    XML_SetCharacterDataHandler(r->parser, characters);
    XML_SetUnknownEncodingHandler(r->parser, charset, NULL);
    if (XML_Parse(r->parser, bytes.data, (int)bytes.size, 1) == XML_STATUS_OK) return;
    if (r->item) r->feed->items.count--; /* the one that it breaks off in */
    bool bomb = XML_GetErrorCode(r->parser) == XML_ERROR_AMPLIFICATION_LIMIT_BREACH;
    if (!r->feed->wrong)
        r->feed->wrong = bomb ? "entities that unpack to far more than the feed: what stands in front of them was read"
                              : "broken XML: what stands in front of it was read";
    long at = (long)XML_GetCurrentByteIndex(r->parser);
    r->feed->wrong_at = at < 0 ? 0 : (uint64_t)at;
}

void dl_feed_xml(dl_feed *feed, dl_bytes bytes) {
    reader *r = DL_NEW(&feed->arena, reader);
    r->feed = feed;
    jmp_buf *outer = feed->arena.guard, here;
    r->parser = XML_ParserCreate(NULL);
    if (!r->parser) longjmp(*outer, 1);
    /* expat owns memory of its own, so what leaves by the guard stops here first */
    dl_arena_guard(&feed->arena, &here);
    bool failed = setjmp(here);
    if (!failed) parse(r, bytes);
    XML_ParserFree(r->parser);
    dl_arena_guard(&feed->arena, outer);
    if (failed) longjmp(*outer, 1);
}
