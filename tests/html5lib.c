/* The tokenizer for tests/cli/html5lib.py: a case a line, "MODE LAST xHEX" (the last start tag may be "-"), and for each the tokens, one a line, and
 * a blank line. What they hold is in hexadecimal, for it may be any bytes. */
#include "intake/html/text.h"

#include <stdio.h>
#include <stdlib.h>

static dl_html_references references;

static void hex(dl_bytes bytes) {
    putchar(' ');
    for (size_t i = 0; i < bytes.size; i++) printf("%02x", (unsigned char)bytes.data[i]);
    if (!bytes.size) putchar('-');
}

/* Names and comments: as raw text, and names in lower case. */
static void show(dl_arena *arena, dl_bytes page, dl_span span, unsigned mode, bool lower) {
    dl_bytes bytes = dl_html_decode(arena, &references, dl_html_bytes(page, span), mode);
    char *copy = dl_arena_alloc(arena, bytes.size + 1);
    for (size_t i = 0; i < bytes.size; i++) copy[i] = lower ? dl_to_lower(bytes.data[i]) : bytes.data[i];
    hex((dl_bytes){copy, bytes.size});
}

static void print(dl_arena *arena, const dl_html_tokens *t, const dl_html_token *token) {
    static const char *const kinds[] = {"", "text", "start", "end", "comment", "doctype"};
    dl_bytes page = t->page;
    printf("%s", kinds[token->kind]);
    if (token->kind == DL_HTML_TEXT) show(arena, page, token->name, token->mode, false);
    if (token->kind == DL_HTML_COMMENT) show(arena, page, token->name, DL_HTML_RAWTEXT, false);
    if (token->kind == DL_HTML_START_TAG || token->kind == DL_HTML_END_TAG || token->kind == DL_HTML_DOCTYPE)
        show(arena, page, token->name, DL_HTML_RAWTEXT, true);
    if (token->kind == DL_HTML_START_TAG) {
        printf(" %d", token->self_closing);
        for (uint32_t i = 0; i < t->attribute_count; i++) {
            show(arena, page, t->attributes[i].name, DL_HTML_RAWTEXT, true);
            show(arena, page, t->attributes[i].value, DL_HTML_VALUE, false);
        }
    }
    if (token->kind == DL_HTML_DOCTYPE) {
        printf(" %d %d %d %d", token->named, token->has_public, token->has_system, !token->quirks);
        show(arena, page, token->public_id, DL_HTML_RAWTEXT, false);
        show(arena, page, token->system_id, DL_HTML_RAWTEXT, false);
    }
    putchar('\n');
}

static void run(int mode, const char *last, dl_bytes page) {
    dl_arena arena = {0};
    dl_html_tokens t;
    dl_html_token token;
    dl_html_open(&t, page);
    t.mode = (dl_html_mode)mode;
    if (strcmp(last, "-")) t.last = dl_bytes_of(last);
    while (dl_html_next(&t, &token)) print(&arena, &t, &token);
    putchar('\n');
    dl_arena_free(&arena);
}

int main(int argc, char **argv) {
    dl_know *know;
    char last[64], *line = NULL;
    size_t room = 0;
    ssize_t size;
    if (argc != 2 || dl_know_open(&know, argv[1], NULL) != DL_OK) return 2;
    references = dl_html_references_of(know);
    while ((size = getline(&line, &room, stdin)) > 0) {
        int mode, at;
        if (sscanf(line, "%d %63s x%n", &mode, last, &at) != 2) return 2;
        size_t bytes = ((size_t)size - 1 - (size_t)at) / 2;
        /* an exact allocation, so that the address sanitizer sees the first byte too far */
        char *page = malloc(bytes + !bytes);
        if (!page) return 2;
        for (size_t i = 0; i < bytes; i++) {
            unsigned byte;
            if (sscanf(line + at + 2 * i, "%2x", &byte) != 1) return 2;
            page[i] = (char)byte;
        }
        run(mode, last, (dl_bytes){page, bytes});
        free(page);
    }
    free(line);
    dl_know_close(know);
    return 0;
}
