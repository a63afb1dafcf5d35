#include "intake/conllu.h"

#include "base/error.h"
#include "base/utf8.h"
#include "doc/doc.h"

#include <stdlib.h>

typedef struct word {
    dl_span span;
    uint32_t sentence;
    bool glued;
} word;

typedef DL_ARRAY(char) characters;

typedef struct sentence {
    uint32_t paragraph;
    dl_span remarks; /* of the draft's remarks */
} sentence;

typedef struct range {
    uint32_t first, last; /* words */
    dl_span form;         /* of the draft's forms */
    bool glued;
} range;

/* A document in the making. */
typedef struct draft {
    dl_arena arena;
    characters text, remarks, forms;
    DL_ARRAY(word) words;
    bool open;      /* the last sentence has words already */
    bool paragraph; /* a new one begins with the next sentence */
    DL_ARRAY(sentence) sentences;
    uint32_t remarks_begin; /* of those that no sentence has yet */
    DL_ARRAY(range) ranges;
    range range;       /* being read */
    int64_t range_end; /* id of its last word, or 0 where there is none */
    size_t limit;
} draft;

static uint32_t size_of(const characters *all) {
    return all->count ? all->count - 1 : 0;
}

static dl_span put(draft *d, characters *all, dl_bytes bytes) {
    uint32_t begin = size_of(all);
    for (size_t i = 0; i < bytes.size; i++) *DL_PUSH(&d->arena, all) = bytes.data[i];
    return (dl_span){begin, size_of(all)};
}

/* ---------------------------------------------------------------- rows and lines */

static void begin_sentence(draft *d) {
    uint32_t before = d->sentences.count > 1 ? d->sentences.rows[d->sentences.count - 1].paragraph : 0;
    bool first = d->words.count < 2, breaks = d->paragraph && !first;
    d->open = true;
    d->paragraph = false;
    *DL_PUSH(&d->arena, &d->sentences) = (sentence){before + breaks, {d->remarks_begin, size_of(&d->remarks)}};
    d->remarks_begin = size_of(&d->remarks);
    if (breaks)
        put(d, &d->text, DL_LIT("\n\n"));
    else if (!first && !d->words.rows[d->words.count - 1].glued)
        put(d, &d->text, DL_LIT(" "));
}

static void add_word(draft *d, dl_bytes form, bool glued) {
    if (!d->open)
        begin_sentence(d);
    else if (!d->words.rows[d->words.count - 1].glued)
        put(d, &d->text, DL_LIT(" "));
    *DL_PUSH(&d->arena, &d->words) = (word){put(d, &d->text, form), d->sentences.count - 1, glued};
}

static void begin_range(draft *d, dl_bytes form, int64_t last, bool glued) {
    d->range = (range){d->words.count ? d->words.count : 1, 0, put(d, &d->forms, form), glued};
    d->range_end = last;
}

/* Keeps the range with the words that came, the last of which has the space behind it; one word or none is no range. */
static void end_range(draft *d) {
    if (!d->range_end) return;
    d->range_end = 0;
    if (d->words.count <= d->range.first) return;
    d->range.last = d->words.count - 1;
    d->words.rows[d->range.last].glued = d->range.glued;
    if (d->range.first == d->range.last) return;
    *DL_PUSH(&d->arena, &d->ranges) = d->range;
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
        end_range(d);
        begin_range(d, cells[1], last, glued);
        return true;
    }
    if (more.size) return false;
    if (id < d->range_end) glued = true;
    add_word(d, cells[1], glued);
    if (id >= d->range_end) end_range(d);
    return true;
}

/* The text is written anew from the words. */
static void keep_remark(draft *d, dl_bytes line) {
    d->paragraph |= dl_bytes_start(line, "# newpar");
    if (dl_bytes_start(line, "# text =") || dl_bytes_start(line, "# text=")) return;
    put(d, &d->remarks, line);
    put(d, &d->remarks, DL_LIT("\n"));
}

static bool too_long(const draft *d) {
    return size_of(&d->text) > d->limit || size_of(&d->remarks) > d->limit || size_of(&d->forms) > d->limit;
}

static dl_status read_line(draft *d, dl_bytes line, uint64_t began, dl_error *error) {
    if (dl_utf8_valid(line) != line.size) return dl_fail_at(error, DL_BAD_INPUT, "CoNLL-U that is not UTF-8", began, 0);
    if (!line.size) {
        d->open = false;
        end_range(d);
    } else if (line.data[0] == '#') {
        keep_remark(d, line);
    } else if (!read_row(d, line)) {
        return dl_fail_at(error, DL_BAD_INPUT, "not a row of CoNLL-U: ten columns separated by tabs are expected", began, 0);
    }
    return too_long(d) ? dl_fail_at(error, DL_LIMIT, "a document longer than the limit", began, 0) : DL_OK;
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
    end_range(d);
    return fault;
}

/* ---------------------------------------------------------------- the document */

static void fill_words(dl_doc *doc, const draft *d) {
    for (DL_EACH(i, &d->words)) {
        const word *w = &d->words.rows[i];
        if (w->sentence >= doc->sentences.count) {
            dl_sentence *s = DL_DOC_PUSH(doc, sentences);
            *s = (dl_sentence){.span = w->span, .first_token = i, .paragraph = d->sentences.rows[w->sentence].paragraph};
        }
        dl_sentence *s = &doc->sentences.rows[w->sentence];
        s->span.end = w->span.end;
        s->token_count++;
        *DL_DOC_PUSH(doc, tokens) = (dl_token){.span = w->span, .sentence = w->sentence, .glued = w->glued};
    }
}

static dl_bytes copy_of(dl_doc *doc, const characters *all, dl_span span) {
    return dl_arena_copy(&doc->arena, (dl_bytes){all->rows + 1 + span.begin, dl_span_size(span)});
}

static void fill_given(dl_doc *doc, const draft *d) {
    for (DL_EACH(i, &d->ranges)) {
        const range *r = &d->ranges.rows[i];
        *DL_DOC_PUSH(doc, ranges) = (dl_range){r->first, r->last, copy_of(doc, &d->forms, r->form), r->glued};
    }
    for (DL_EACH(i, &d->sentences)) {
        dl_span span = d->sentences.rows[i].remarks;
        dl_bytes copy = span.begin < span.end ? copy_of(doc, &d->remarks, span) : (dl_bytes){0};
        *DL_DOC_PUSH(doc, remarks) = copy;
    }
}

static dl_status make(dl_doc **doc, const draft *d, const dl_source *source, dl_error *error) {
    dl_status status = dl_doc_make(doc, source, (dl_bytes){d->text.rows + 1, size_of(&d->text)}, error);
    if (status != DL_OK) return status;
    jmp_buf guard;
    dl_arena_guard(&(*doc)->arena, &guard);
    if (setjmp(guard)) {
        dl_doc_free(*doc);
        *doc = NULL;
        return dl_fail(error, DL_NO_MEMORY, "out of memory while reading");
    }
    fill_words(*doc, d);
    fill_given(*doc, d);
    dl_arena_guard(&(*doc)->arena, NULL);
    return DL_OK;
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
