/* Runs the examples of spec/attribution.md. */
#include "spec_blocks.h"

static const char *const stances[] = {"", "confirm", "claim", "deny", "doubt"};

static bool expects(dl_bytes line) {
    bool kind = dl_bytes_start(line, "direct ") || dl_bytes_start(line, "indirect ") || dl_bytes_start(line, "mixed ");
    return kind && memmem(line.data, line.size, "content=\"", 9);
}

static dl_bytes party_words(const dl_doc *doc, uint32_t party) {
    return dl_doc_words(doc, doc->mentions.rows[doc->parties.rows[party].mention].span);
}

static void print_quote(const dl_doc *doc, const dl_quote *q, spec_text *out) {
    char speech[16];
    bool told = q->source == DL_SOURCE_REPORT || q->source == DL_SOURCE_ACCORDING_TO;
    spec_add(out, dl_bytes_of(dl_quote_kind_name(q->kind)));
    for (uint32_t k = 0; k < q->speaker_count; k++) spec_field(out, "speaker", party_words(doc, q->first_speaker + k));
    if (q->addressee) spec_field(out, "to", party_words(doc, q->addressee));
    if (told) spec_field(out, "source", dl_bytes_of(dl_source_kind_name(q->source)));
    spec_field(out, "stance", dl_bytes_of(stances[q->stance]));
    if (q->speech) spec_field(out, "speech", (dl_bytes){speech, (size_t)snprintf(speech, sizeof speech, "%u", (unsigned)q->speech)});
    spec_field(out, "content", dl_doc_words(doc, q->span));
    spec_add(out, DL_LIT("\n"));
}

static void print(const dl_doc *doc, dl_bytes wanted, spec_text *out) {
    (void)wanted;
    for (DL_EACH(i, &doc->quotes)) print_quote(doc, &doc->quotes.rows[i], out);
}

static void examples_hold(void **state) {
    (void)state;
    spec_run(&(spec_kind){"spec/attribution.md", "quote", 100, expects, print, .published = "2021-05-06"});
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(examples_hold)};
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
