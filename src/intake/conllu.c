#include "intake/conllu.h"

#include "base/error.h"
#include "doc/doc.h"

#include <stdlib.h>

typedef struct word {
    dl_span span;
    uint32_t sentence;
    bool glued;
} word;

/* A document in the making. */
typedef struct draft {
    dl_arena arena;
    DL_ARRAY(char) text;
    DL_ARRAY(word) words;
    uint32_t sentence;       /* number of the one being read, from 1 */
    bool open;               /* it has words already */
    bool paragraph;          /* a new one begins with the next sentence */
    DL_ARRAY(uint32_t) pars; /* paragraph number by sentence */
    int64_t range_end;       /* last word of the multiword token being read, or 0 */
    bool range_glued;
    size_t limit;
} draft;

static void put(draft *d, dl_bytes bytes) {
    for (size_t i = 0; i < bytes.size; i++) *DL_PUSH(&d->arena, &d->text) = bytes.data[i];
}

static uint32_t text_size(const draft *d) {
    return d->text.count ? d->text.count - 1 : 0;
}

static void begin_sentence(draft *d) {
    uint32_t before = d->pars.count > 1 ? d->pars.rows[d->pars.count - 1] : 0;
    bool first = d->words.count < 2, breaks = d->paragraph && !first;
    d->open = true;
    d->paragraph = false;
    d->sentence++;
    *DL_PUSH(&d->arena, &d->pars) = before + breaks;
    if (breaks)
        put(d, DL_LIT("\n\n"));
    else if (!first && !d->words.rows[d->words.count - 1].glued)
        put(d, DL_LIT(" "));
}

static void add_word(draft *d, dl_bytes form, bool glued) {
    if (!d->open)
        begin_sentence(d);
    else if (!d->words.rows[d->words.count - 1].glued)
        put(d, DL_LIT(" "));
    uint32_t begin = text_size(d);
    put(d, form);
    *DL_PUSH(&d->arena, &d->words) = (word){{begin, text_size(d)}, d->sentence, glued};
}

static bool says_glued(dl_bytes misc) {
    dl_bytes item;
    while (dl_bytes_cut(&misc, '|', &item))
        if (dl_bytes_is(item, "SpaceAfter=No")) return true;
    return false;
}

/* A row of ten columns; false where it is none. */
static bool read_row(draft *d, dl_bytes line) {
    dl_bytes cells[10], rest = line;
    size_t count = 0;
    while (count < 10 && dl_bytes_cut(&rest, '\t', &cells[count])) count++;
    if (count < 10 || rest.size || !cells[1].size) return false;
    int64_t id, last;
    size_t digits = dl_bytes_number(cells[0], &id);
    dl_bytes more = {cells[0].data + digits, cells[0].size - digits};
    if (!digits) return false;
    if (dl_bytes_start(more, ".")) return true;
    bool glued = says_glued(cells[9]);
    if (dl_bytes_start(more, "-")) {
        if (!dl_bytes_number((dl_bytes){more.data + 1, more.size - 1}, &last)) return false;
        d->range_end = last;
        d->range_glued = glued;
        return true;
    }
    if (more.size) return false;
    if (id < d->range_end) glued = true;
    if (id == d->range_end) glued = d->range_glued;
    if (id >= d->range_end) d->range_end = 0;
    add_word(d, cells[1], glued);
    return true;
}

static dl_status read_line(draft *d, dl_bytes line, uint64_t began, dl_error *error) {
    if (!line.size) {
        d->open = false;
        d->range_end = 0;
    } else if (line.data[0] == '#') {
        d->paragraph |= dl_bytes_start(line, "# newpar");
    } else if (!read_row(d, line)) {
        return dl_fail_at(error, DL_BAD_INPUT, "not a row of CoNLL-U: ten columns separated by tabs are expected", began, 0);
    } else if (text_size(d) > d->limit) {
        return dl_fail_at(error, DL_LIMIT, "a document longer than the limit", began, 0);
    }
    return DL_OK;
}

/* Keeps the id of a "# newdoc" line for the document that it opens. */
static dl_status open_document(dl_conllu *conllu, dl_bytes line, dl_error *error) {
    const char *mark = memchr(line.data, '=', line.size);
    dl_bytes id = {0};
    if (mark) id = (dl_bytes){mark + 1, line.size - (size_t)(mark + 1 - line.data)};
    while (id.size && dl_is_space(id.data[0])) id = (dl_bytes){id.data + 1, id.size - 1};
    dl_conllu_close(conllu);
    conllu->inside = true;
    if (!id.size) return DL_OK;
    char *copy = calloc(1, id.size + 1);
    if (!copy) return dl_fail(error, DL_NO_MEMORY, "out of memory while reading");
    memcpy(copy, id.data, id.size);
    conllu->ref = (dl_bytes){copy, id.size};
    return DL_OK;
}

/* Reads up to the next document's first line, which it leaves in *head; a document at fault is read to its end all the same. */
static dl_status read_document(draft *d, dl_text_file *file, dl_bytes *head, dl_error *error) {
    dl_status fault = DL_OK, status;
    dl_bytes line;
    uint64_t began;
    *head = (dl_bytes){0};
    while ((status = dl_text_file_line(file, &line, &began, fault == DL_OK ? error : NULL)) != DL_END) {
        if (status == DL_CANNOT_READ || status == DL_NO_MEMORY) return status;
        if (status == DL_OK && dl_bytes_start(line, "# newdoc")) {
            *head = line;
            break;
        }
        if (status == DL_OK && fault == DL_OK) status = read_line(d, line, began, error);
        if (fault == DL_OK) fault = status;
    }
    return fault;
}

static void fill(dl_doc *doc, const draft *d) {
    for (DL_EACH(i, &d->words)) {
        const word *w = &d->words.rows[i];
        if (w->sentence >= doc->sentences.count) {
            dl_sentence *s = DL_DOC_PUSH(doc, sentences);
            *s = (dl_sentence){.span = w->span, .first_token = i, .paragraph = d->pars.rows[w->sentence]};
        }
        dl_sentence *s = &doc->sentences.rows[w->sentence];
        s->span.end = w->span.end;
        s->token_count++;
        *DL_DOC_PUSH(doc, tokens) = (dl_token){.span = w->span, .sentence = w->sentence, .glued = w->glued};
    }
}

static dl_status make(dl_doc **doc, const draft *d, const dl_source *source, dl_error *error) {
    dl_status status = dl_doc_make(doc, source, (dl_bytes){d->text.rows + 1, text_size(d)}, error);
    if (status != DL_OK) return status;
    jmp_buf guard;
    dl_arena_guard(&(*doc)->arena, &guard);
    if (setjmp(guard)) {
        dl_doc_free(*doc);
        *doc = NULL;
        return dl_fail(error, DL_NO_MEMORY, "out of memory while reading");
    }
    if (!(*doc)->repairs) fill(*doc, d);
    dl_arena_guard(&(*doc)->arena, NULL);
    if (!(*doc)->repairs) return DL_OK;
    dl_doc_free(*doc); /* its text is no longer the one that the words stand in */
    *doc = NULL;
    return dl_fail_at(error, DL_BAD_INPUT, "CoNLL-U that is not UTF-8", 0, 0);
}

/* One document: DL_OK with *doc NULL where it has no words. */
static dl_status next(dl_conllu *conllu, dl_doc **doc, dl_text_file *file, const char *date, dl_error *error) {
    draft d = {.limit = file->limit};
    jmp_buf guard;
    dl_arena_guard(&d.arena, &guard);
    if (setjmp(guard)) {
        dl_arena_free(&d.arena);
        return dl_fail(error, DL_NO_MEMORY, "out of memory while reading");
    }
    dl_bytes head;
    dl_source source = {.ref = conllu->ref.data, .published = date};
    dl_status status = read_document(&d, file, &head, error);
    if (status == DL_OK && d.words.count > 1) status = make(doc, &d, &source, error);
    dl_arena_free(&d.arena);
    conllu->inside = false;
    if (!head.size) return status;
    dl_status opened = open_document(conllu, head, status == DL_OK ? error : NULL);
    if (status != DL_OK || opened == DL_OK) return status;
    dl_doc_free(*doc);
    *doc = NULL;
    return opened;
}

dl_status dl_conllu_next(dl_conllu *conllu, dl_doc **doc, dl_text_file *file, const char *date, dl_error *error) {
    *doc = NULL;
    do {
        dl_status status = next(conllu, doc, file, date, error);
        if (status != DL_OK || *doc) return status;
    } while (conllu->inside);
    return DL_END;
}

void dl_conllu_close(dl_conllu *conllu) {
    free((char *)conllu->ref.data);
    *conllu = (dl_conllu){0};
}
