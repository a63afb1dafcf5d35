/* The readers of the public header: an input is opened, its form told, and its documents taken one by one. */
#include "base/calendar.h"
#include "base/error.h"
#include "intake/conllu.h"
#include "intake/feed/feed.h"
#include "intake/jsonl.h"
#include "intake/looks.h"
#include "intake/warc/warc.h"

#include <stdlib.h>

enum { DEFAULT_MAX_DOC_BYTES = 16 << 20, MOST_DOC_BYTES = 1 << 30 };

struct dl_reader {
    dl_text_file file;
    dl_conllu conllu;
    dl_warc warc;
    dl_feed feed;
    dl_form form;
    bool done;
    char *path, *date; /* owned, or NULL */
};

static char *copy_of(const char *s) {
    return s ? strdup(s) : NULL;
}

static bool date_possible(const char *date) {
    dl_instant instant;
    dl_grain grain;
    bool zoned;
    return dl_iso_read(dl_bytes_of(date), &instant, &grain, &zoned);
}

static dl_status check(const dl_input *input, dl_error *error) {
    if (!input->path && !input->memory.data && input->memory.size) return dl_fail(error, DL_BAD_ARGUMENT, "an input needs a path or bytes");
    if (input->date && !date_possible(input->date))
        return dl_fail(error, DL_BAD_ARGUMENT, "not a possible date: give it as 2022-03-14 or 2022-03-14T08:20Z");
    if (input->max_doc_bytes > MOST_DOC_BYTES) return dl_fail(error, DL_BAD_ARGUMENT, "a document may have at most 1 GiB of text");
    if (input->form > DL_FORM_FEED) return dl_fail(error, DL_BAD_ARGUMENT, "no such form of input");
    return DL_OK;
}

/* Looks at the first bytes: nothing at all and what is no text are refused here, for no form could read them. */
static dl_status look(dl_reader *reader, dl_form form, dl_error *error) {
    dl_bytes head;
    size_t at = 0;
    dl_status status = dl_text_file_head(&reader->file, &head, error);
    if (status != DL_OK) return status;
    if (!head.size) return dl_fail(error, DL_BAD_INPUT, "is empty: nothing to read");
    reader->form = form == DL_FORM_AUTO ? dl_looks_form(head, reader->path) : form;
    if (reader->form == DL_FORM_WARC) return DL_OK;
    const char *wrong = form == DL_FORM_AUTO ? dl_looks_foreign(head, &at) : NULL;
    if (!wrong && reader->form != DL_FORM_HTML && reader->form != DL_FORM_FEED) wrong = dl_looks_binary(head, &at); /* a page may be in any charset */
    if (wrong) return dl_fail_at(error, DL_BAD_INPUT, wrong, at, 0);
    return DL_OK;
}

static dl_status open_feed(dl_reader *reader, dl_error *error) {
    dl_bytes bytes;
    dl_status status = dl_text_file_rest(&reader->file, &bytes, error);
    return status == DL_OK ? dl_feed_open(&reader->feed, bytes, error) : status;
}

static dl_status open_input(dl_reader *reader, const dl_input *input, dl_error *error) {
    reader->path = copy_of(input->path);
    reader->date = copy_of(input->date);
    if ((input->path && !reader->path) || (input->date && !reader->date)) return dl_fail(error, DL_NO_MEMORY, "out of memory while opening");
    size_t limit = input->max_doc_bytes ? input->max_doc_bytes : DEFAULT_MAX_DOC_BYTES;
    dl_status status = dl_text_file_open(&reader->file, input->path, input->memory, limit, error);
    if (status == DL_OK && input->start) status = dl_text_file_seek(&reader->file, input->start, error);
    if (status == DL_OK) status = look(reader, input->form, error);
    if (status == DL_OK && input->start && reader->form != DL_FORM_WARC)
        return dl_fail(error, DL_BAD_ARGUMENT, "only a web archive can be begun in its midst");
    if (status != DL_OK) return status;
    if (reader->form == DL_FORM_WARC) return dl_warc_open(&reader->warc, &reader->file, limit, error);
    return reader->form == DL_FORM_FEED ? open_feed(reader, error) : DL_OK;
}

dl_status dl_reader_open(dl_reader **reader, const dl_input *input, dl_error *error) {
    if (reader) *reader = NULL;
    if (!reader || !input) return dl_fail(error, DL_BAD_ARGUMENT, "a reader needs a place to go to and an input");
    dl_status status = check(input, error);
    if (status != DL_OK) return status;
    dl_reader *made = calloc(1, sizeof *made);
    if (!made) return dl_fail(error, DL_NO_MEMORY, "out of memory while opening");
    made->file.fd = -1;
    status = open_input(made, input, error);
    if (status == DL_OK)
        *reader = made;
    else
        dl_reader_close(made);
    return status;
}

void dl_reader_close(dl_reader *reader) {
    if (!reader) return;
    dl_text_file_close(&reader->file);
    dl_conllu_close(&reader->conllu);
    dl_warc_close(&reader->warc);
    dl_feed_close(&reader->feed);
    free(reader->path);
    free(reader->date);
    free(reader);
}

/* The whole input as one document. */
static dl_status next_text(dl_reader *reader, dl_doc **doc, dl_error *error) {
    dl_bytes text;
    size_t at;
    reader->done = true;
    dl_status status = dl_text_file_rest(&reader->file, &text, error);
    if (status != DL_OK) return status;
    const char *wrong = dl_looks_binary(text, &at);
    if (wrong) return dl_fail_at(error, DL_BAD_INPUT, wrong, at, 0);
    bool named = reader->path && strcmp(reader->path, "-");
    dl_source source = {.uri = named ? reader->path : NULL, .published = reader->date};
    return dl_doc_make(doc, &source, text, error);
}

/* The whole input as one page. */
static dl_status next_page(dl_reader *reader, dl_doc **doc, dl_error *error) {
    dl_bytes page;
    reader->done = true;
    dl_status status = dl_text_file_rest(&reader->file, &page, error);
    if (status != DL_OK) return status;
    dl_source source = {.date = reader->date};
    return dl_doc_make_page(doc, &source, page, error);
}

static dl_bytes without_mark(dl_bytes line, uint64_t *began) {
    if (*began || !dl_bytes_start(line, "\xef\xbb\xbf")) return line;
    *began = 3;
    return (dl_bytes){line.data + 3, line.size - 3};
}

static bool blank(dl_bytes line) {
    for (size_t i = 0; i < line.size; i++)
        if (!dl_is_space(line.data[i])) return false;
    return true;
}

static dl_status next_jsonl(dl_reader *reader, dl_doc **doc, dl_error *error) {
    dl_bytes line;
    uint64_t began;
    do {
        dl_status status = dl_text_file_line(&reader->file, &line, &began, error);
        if (status != DL_OK) return status;
        line = without_mark(line, &began);
    } while (blank(line));
    return dl_jsonl_read(doc, line, began, reader->date, error);
}

dl_status dl_reader_next(dl_reader *reader, dl_doc **doc, dl_error *error) {
    if (doc) *doc = NULL;
    if (!reader || !doc) return dl_fail(error, DL_BAD_ARGUMENT, "a reader and a place for the document are needed");
    if (reader->done) return DL_END;
    dl_status status = reader->form == DL_FORM_JSONL    ? next_jsonl(reader, doc, error)
                       : reader->form == DL_FORM_HTML   ? next_page(reader, doc, error)
                       : reader->form == DL_FORM_WARC   ? dl_warc_next(&reader->warc, doc, reader->date, error)
                       : reader->form == DL_FORM_FEED   ? dl_feed_next(&reader->feed, doc, reader->date, error)
                       : reader->form == DL_FORM_CONLLU ? dl_conllu_next(&reader->conllu, doc, &reader->file, reader->date, error)
                                                        : next_text(reader, doc, error);
    if (status == DL_END || status == DL_CANNOT_READ) reader->done = true;
    return status;
}
