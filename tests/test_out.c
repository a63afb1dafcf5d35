/* Writers, on a document built by hand. With $DATELINE_RECORDS set its records are left in that folder too, for the schema's test. */
#include "support.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "know/code.h"
#include "out/json.h"
#include "out/out.h"

static const dl_made_by made = {"9.9", "0123456789abcdef", "fedcba9876543210"};

/* What was written, as one string. */
typedef struct page {
    char text[65536];
    size_t size, limit; /* bytes that are taken before the sink refuses; 0: all */
} page;

static bool page_write(void *self, const char *data, size_t size) {
    page *p = self;
    if (p->size + size >= sizeof p->text || (p->limit && p->size + size > p->limit)) return false;
    memcpy(p->text + p->size, data, size);
    p->size += size;
    p->text[p->size] = 0;
    return true;
}

typedef dl_status writer(const dl_doc *, const dl_made_by *, const dl_sink *, dl_error *);

static page *written(writer *write, const dl_doc *doc, dl_sink sink) {
    page *p = calloc(1, sizeof *p);
    sink.write = page_write;
    sink.self = p;
    assert_int_equal(write(doc, &made, &sink, NULL), DL_OK);
    return p;
}

static void assert_has(const char *text, const char *part) {
    if (!strstr(text, part)) fail_msg("'%s' is not in:\n%s", part, text);
}

static void assert_lacks(const char *text, const char *part) {
    if (strstr(text, part)) fail_msg("'%s' is in:\n%s", part, text);
}

/* ---------------------------------------------------------------- a document with every row filled */

/* The span of `words` in the text; fails where they are not there. */
static dl_span at(const dl_doc *doc, const char *words) {
    const char *found = strstr(doc->text.data, words);
    if (!found) fail_msg("'%s' is not in the text", words);
    uint32_t begin = (uint32_t)(found - doc->text.data);
    return (dl_span){begin, begin + (uint32_t)strlen(words)};
}

static dl_doc *plain(const char *text) {
    dl_doc *doc = NULL;
    dl_source source = {.ref = "r-1", .uri = "a, b.txt", .title = "Shells \"fall\"", .outlet = "Wire", .language = "en", .published = "2022-03-14"};
    assert_int_equal(dl_doc_make(&doc, &source, dl_bytes_of(text), NULL), DL_OK);
    return doc;
}

static void add_mention(dl_doc *doc, const char *words, const char *name, const char *actor, uint32_t entity) {
    dl_mention *m = DL_DOC_PUSH(doc, mentions);
    *m = (dl_mention){.span = at(doc, words), .sentence = 1, .entity = entity, .name = dl_bytes_of(name), .actor = dl_bytes_of(actor)};
    m->kind = DL_NAME_GROUP;
    m->named = entity != 3;
}

static void add_party(dl_doc *doc, uint32_t mention, dl_role role, const char *cue) {
    dl_party *p = DL_DOC_PUSH(doc, parties);
    *p = (dl_party){.mention = mention, .owner = 1, .role = (uint8_t)role, .actor = doc->mentions.rows[mention].actor};
    if (cue) p->cue = at(doc, cue), p->source = DL_SOURCE_SAID;
}

static void add_count(dl_doc *doc, const char *words, const char *hedge, dl_what what, int64_t low, int64_t best, uint32_t claim, uint32_t whole) {
    dl_count *c = DL_DOC_PUSH(doc, counts);
    *c = (dl_count){.span = at(doc, words), .low = low, .best = best, .high = DL_NO_COUNT, .claim = claim, .part_of = whole, .what = (uint8_t)what};
    if (hedge) c->hedge = at(doc, hedge);
}

static void add_rows(dl_doc *doc) {
    dl_span all = {0, (uint32_t)strlen("Rebels shelled Östdorf on Sunday, killing at least 35 people, two of them nurses, the army said.")};
    *DL_DOC_PUSH(doc, sentences) = (dl_sentence){.span = all, .first_token = 1, .token_count = 2, .parsed = 1};
    *DL_DOC_PUSH(doc, tokens) = (dl_token){.span = at(doc, "Rebels"), .sentence = 1, .head = 2, .upos = DL_UPOS_NOUN, .deprel = DL_DEP_NSUBJ};
    *DL_DOC_PUSH(doc, tokens) = (dl_token){.span = at(doc, "shelled"), .sentence = 1, .lemma = DL_LIT("shell"), .glued = 1};
    doc->tokens.rows[2].upos = DL_UPOS_VERB;
    doc->tokens.rows[2].deprel = DL_DEP_ROOT;
    add_mention(doc, "Rebels", "Rebels", "SYRREB", 1);
    add_mention(doc, "\xc3\x96stdorf", "\xc3\x96stdorf", "", 2);
    add_mention(doc, "the army", "army", "SYRMIL", 3);
    *DL_DOC_PUSH(doc, times) = (dl_time){.span = at(doc, "Sunday"), .value = DL_LIT("2022-03-13"), .begin = 1647129600, .end = 1647129600};
    doc->times.rows[1].grain = DL_GRAIN_DAY;
    dl_place *place = DL_DOC_PUSH(doc, places);
    *place = (dl_place){.span = at(doc, "\xc3\x96stdorf"), .name = DL_LIT("\xc3\x96stdorf"), .country = DL_LIT("SYR"), .lat = 36.2, .lon = -0.000004};
    place->geonameid = 77;
    place->precision = DL_PRECISION_EXACT;
    place->first_choice = 1;
    place->choice_count = 2;
    *DL_DOC_PUSH(doc, choices) = (dl_choice){.name = place->name, .lat = place->lat, .lon = place->lon, .size = 430, .container = 500};
    *DL_DOC_PUSH(doc, choices) = (dl_choice){.name = DL_LIT("Ostdorf"), .country = DL_LIT("DEU"), .admin1 = DL_LIT("Hesse"), .lat = 50, .lon = 8.5};
    doc->choices.rows[2].size = 310;
    doc->choices.rows[2].unit_votes = 90;
    *DL_DOC_PUSH(doc, media) = (dl_media){
        .span = at(doc, "https://example.org/1"), .url = DL_LIT("https://example.org/1"), .network = DL_LIT("example"), .created = 1647129600};
}

static void add_claim(dl_doc *doc) {
    add_party(doc, 1, DL_ROLE_WHO, NULL);
    add_party(doc, 2, DL_ROLE_WHOM, NULL);
    add_party(doc, 3, DL_ROLE_SOURCE, "said");
    add_count(doc, "40 tents", NULL, DL_WHAT_OTHER, DL_NO_COUNT, 40, 0, 0);
    add_count(doc, "at least 35 people", "at least", DL_WHAT_KILLED, 35, 35, 1, 0);
    add_count(doc, "two of them nurses", NULL, DL_WHAT_KILLED, 2, 2, 1, 2);
    *DL_DOC_PUSH(doc, traces) = (dl_trace){1, at(doc, "shelled"), "event", "lexicon", DL_LIT("events/verbs.tsv:12 nsubj")};
    dl_claim *c = DL_DOC_PUSH(doc, claims);
    *c = (dl_claim){.trigger = at(doc, "shelled"), .clause = doc->sentences.rows[1].span, .sentence = 1, .head = 2, .first_party = 1};
    c->party_count = 3, c->first_trace = 1, c->trace_count = 1, c->time = 1, c->place = 1, c->incident = 1;
    c->cameo = DL_LIT("194"), c->mode = DL_LIT("shelling"), c->context = DL_LIT("military");
    c->begin = c->end = 1647129600;
    c->event = DL_EVENT_ASSAULT, c->when_basis = DL_BASIS_SAID, c->when_grain = DL_GRAIN_DAY;
    c->where_precision = DL_PRECISION_EXACT, c->where_basis = DL_BASIS_SYNTAX;
    dl_quote *q = DL_DOC_PUSH(doc, quotes);
    *q = (dl_quote){.span = at(doc, "Rebels shelled"), .cue = at(doc, "said"), .first_speaker = 3, .speaker_count = 1, .when = 1, .speech = 1};
    q->kind = DL_QUOTE_INDIRECT;
}

static dl_doc *full(void) {
    dl_doc *doc = plain("Rebels shelled \xc3\x96stdorf on Sunday, killing at least 35 people, two of them nurses, the army said.\n"
                        "They left 40 tents \xf0\x9f\x8f\x95 behind. https://example.org/1");
    add_rows(doc);
    add_claim(doc);
    return doc;
}

/* Leaves the records for tests/cli/schema.sh. */
static void leave(const char *name, const page *p) {
    char path[4096];
    const char *folder = getenv("DATELINE_RECORDS");
    if (!folder) return;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(p->text, 1, p->size, file), p->size);
    assert_int_equal(fclose(file), 0);
}

/* ---------------------------------------------------------------- JSON */

static void writes_a_claim(void **state) {
    (void)state;
    dl_doc *doc = full();
    page *p = written(dl_out_claim_json, doc, (dl_sink){0});
    char begin[128];
    snprintf(begin, sizeof begin, "{\"id\":\"%s#1\",\"doc\":\"%s\",\"sentence\":0,\"zone\":\"body\",\"event\":\"ASSAULT\"", doc->id, doc->id);
    assert_has(p->text, begin);
    assert_has(p->text, "\"mode\":\"shelling\",\"context\":\"military\",\"cameo\":\"194\",\"status\":\"happened\",\"who\":[{\"start\":0,\"end\":6,"
                        "\"text\":\"Rebels\","
                        "\"name\":\"Rebels\",\"entity\":1,\"actor\":\"SYRREB\",\"country\":\"SYR\",\"roles\":[\"REB\"]}]");
    assert_has(
        p->text,
        "\"when\":{\"start\":\"2022-03-13\",\"end\":\"2022-03-13\",\"precision\":\"day\",\"text_start\":27,\"text_end\":33,\"basis\":\"said\"}");
    assert_has(p->text, "\"where\":{\"name\":\"\xc3\x96stdorf\",\"relation\":\"in\",\"country\":\"SYR\",\"geonameid\":77,\"lat\":36.2,\"lon\":0,"
                        "\"precision\":\"exact\"");
    assert_has(p->text, "\"according_to\":[{");
    assert_has(p->text, "\"kind\":\"said\",\"cue\":{\"start\":");
    assert_has(p->text, "\"disputed_by\":[],\"evidence\":[{\"start\":7,\"end\":14},{\"start\":0,");
    assert_has(p->text,
               "\"incident\":1,\"why\":[{\"field\":\"event\",\"rule\":\"lexicon\",\"entry\":\"events/verbs.tsv:12 nsubj\",\"start\":7,\"end\":14}]");
    assert_has(p->text, "\"made_by\":{\"version\":\"9.9\",\"knowledge\":\"0123456789abcdef\",\"model\":\"fedcba9876543210\"}}\n");
    leave("claim.jsonl", p);
    free(p);
    dl_doc_free(doc);
}

static void parts_of_counts_are_indexes_in_their_list(void **state) {
    (void)state;
    dl_doc *doc = full();
    page *claim = written(dl_out_claim_json, doc, (dl_sink){0}), *whole = written(dl_out_doc_json, doc, (dl_sink){0});
    assert_has(claim->text, "\"counts\":[{\"what\":\"killed\",\"low\":35,\"best\":35,\"hedge\":\"at least\",\"cumulative\":false,");
    assert_has(claim->text, "{\"what\":\"killed\",\"low\":2,\"best\":2,\"cumulative\":false,\"part_of\":0,");
    assert_has(whole->text, "{\"what\":\"killed\",\"low\":2,\"best\":2,\"cumulative\":false,\"part_of\":1,");
    assert_has(whole->text, "\"counts\":[{\"what\":\"other\",\"best\":40,");
    free(claim);
    free(whole);
    dl_doc_free(doc);
}

static void writes_a_document(void **state) {
    (void)state;
    dl_doc *doc = full();
    page *p = written(dl_out_doc_json, doc, (dl_sink){.tokens = true});
    assert_has(
        p->text,
        "\"ref\":\"r-1\",\"uri\":\"a, b.txt\",\"title\":\"Shells \\\"fall\\\"\",\"outlet\":\"Wire\",\"language\":\"en\",\"published\":\"2022-03-14\","
        "\"published_basis\":\"given\",\"published_precision\":\"day\",\"text\":");
    assert_has(p->text, "\"repairs\":0}");
    assert_has(p->text, "\"tokens\":[{\"start\":0,\"end\":6,\"upos\":\"NOUN\",\"head\":1,\"deprel\":\"nsubj\"},");
    assert_has(p->text, "\"lemma\":\"shell\",\"upos\":\"VERB\",\"deprel\":\"root\"}");
    assert_has(p->text, "\"kind\":\"group\",\"named\":false,\"name\":\"army\",\"entity\":3,\"actor\":\"SYRMIL\"}");
    assert_has(
        p->text,
        "\"times\":[{\"start\":27,\"end\":33,\"type\":\"DATE\",\"value\":\"2022-03-13\",\"begin\":\"2022-03-13\",\"end_time\":\"2022-03-13\"}]");
    assert_has(p->text, "\"quotes\":[{\"start\":0,\"end\":14,\"kind\":\"indirect\",\"stance\":\"say\",\"speaker\":{");
    assert_has(p->text, "\"speech\":1}");
    assert_has(p->text, "\"url\":\"https://example.org/1\",\"network\":\"example\",\"created\":\"2022-03-13T00:00:00Z\"}");
    assert_int_equal(p->text[p->size - 1], '\n');
    leave("document.jsonl", p);
    free(p);
    dl_doc_free(doc);
}

static void unknown_is_left_out(void **state) {
    (void)state;
    dl_doc *doc = NULL;
    assert_int_equal(dl_doc_make(&doc, NULL, DL_LIT(""), NULL), DL_OK);
    page *p = written(dl_out_doc_json, doc, (dl_sink){0});
    char expected[512];
    snprintf(
        expected, sizeof expected,
        "{\"made_by\":{\"version\":\"9.9\",\"knowledge\":\"0123456789abcdef\",\"model\":\"fedcba9876543210\"},\"doc\":{\"id\":\"%s\",\"text\":\"\","
        "\"repairs\":0},\"sentences\":[],\"mentions\":[],\"times\":[],\"places\":[],\"quotes\":[],\"media\":[],\"counts\":[],\"claims\":[]}\n",
        doc->id);
    assert_string_equal(p->text, expected);
    leave("empty.jsonl", p);
    free(p);
    dl_doc_free(doc);
}

static void nothing_for_no_claims(void **state) {
    (void)state;
    dl_doc *doc = plain("Nothing.");
    writer *const writers[] = {dl_out_claim_json, dl_out_csv, dl_out_table, dl_out_conllu};
    for (size_t i = 0; i < 4; i++) {
        page *p = written(writers[i], doc, (dl_sink){0});
        assert_int_equal(p->size, 0);
        free(p);
    }
    dl_doc_free(doc);
}

static void assert_json(const char *text, size_t size, const char *expected) {
    page p = {0};
    dl_sink sink = {.write = page_write, .self = &p};
    dl_json json;
    dl_json_start(&json, &sink, DL_LIT(""));
    dl_json_text(&json, NULL, (dl_bytes){text, size});
    assert_int_equal(dl_pen_finish(&json.pen, NULL), DL_OK);
    assert_string_equal(p.text, expected);
}

static void escapes_what_json_forbids(void **state) {
    (void)state;
    assert_json("a\"b\\c/d", 7, "\"a\\\"b\\\\c/d\"");
    assert_json("\b\f\n\r\t", 5, "\"\\b\\f\\n\\r\\t\"");
    assert_json("a\0b\x1f\x7f", 5, "\"a\\u0000b\\u001f\\u007f\"");
    assert_json("in the first eight\"and in the next\\, \xc3\xa9\x01", 40, "\"in the first eight\\\"and in the next\\\\, \xc3\xa9\\u0001\"");
    assert_json("\xe2\x80\xa8\xf0\x9f\x8f\x95", 7, "\"\xe2\x80\xa8\xf0\x9f\x8f\x95\"");
}

static void assert_degrees(double value, const char *expected) {
    char out[33] = "";
    out[dl_spell_degrees(out, value)] = 0;
    assert_string_equal(out, expected);
}

static void spells_degrees_in_any_locale(void **state) {
    (void)state;
    setlocale(LC_ALL, "de_DE.UTF-8");
    assert_degrees(49.84, "49.84");
    assert_degrees(-180, "-180");
    assert_degrees(0.00001, "0.00001");
    assert_degrees(-0.5, "-0.5");
    assert_degrees(12.3456789, "12.34568");
    assert_degrees(99.999999, "100");
    assert_degrees(NAN, "");
    assert_degrees(HUGE_VAL, "");
    setlocale(LC_ALL, "C");
}

static void spells_numbers(void **state) {
    (void)state;
    char out[33] = "";
    out[dl_spell_number(out, INT64_MIN)] = 0;
    assert_string_equal(out, "-9223372036854775808");
    out[dl_spell_number(out, 0)] = 0;
    assert_string_equal(out, "0");
    out[dl_spell_number(out, INT64_MAX)] = 0;
    assert_string_equal(out, "9223372036854775807");
}

/* ---------------------------------------------------------------- offsets */

static void offsets_follow_the_unit(void **state) {
    (void)state;
    dl_doc *doc = full();
    page *points = written(dl_out_doc_json, doc, (dl_sink){.offsets = DL_OFFSETS_CODEPOINT});
    page *units = written(dl_out_doc_json, doc, (dl_sink){.offsets = DL_OFFSETS_UTF16});
    assert_has(points->text, "\"times\":[{\"start\":26,\"end\":32,");
    assert_has(units->text, "\"times\":[{\"start\":26,\"end\":32,");
    assert_has(points->text, "\"media\":[{\"start\":126,\"end\":147,");
    assert_has(units->text, "\"media\":[{\"start\":127,\"end\":148,");
    free(points);
    free(units);
    dl_doc_free(doc);
}

/* Every offset of a long text of mixed characters, asked for forward and then backward, against a plain count. */
static void offsets_agree_with_counting(void **state) {
    (void)state;
    static const char *const pieces[] = {"a", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x8f\x95"};
    enum { PIECES = 6000 };
    char *text = malloc(PIECES * 4 + 1);
    uint32_t *bytes = malloc((PIECES + 1) * sizeof *bytes), *units = malloc((PIECES + 1) * sizeof *units);
    uint32_t size = 0, unit = 0;
    for (uint32_t i = 0; i < PIECES; i++) {
        uint32_t kind = (i * 7 + i / 5) % 4;
        bytes[i] = size, units[i] = unit;
        memcpy(text + size, pieces[kind], kind + 1);
        size += kind + 1;
        unit += 1 + (kind == 3);
    }
    bytes[PIECES] = size, units[PIECES] = unit;
    dl_offset_map map;
    dl_offsets_start(&map, (dl_bytes){text, size}, DL_OFFSETS_UTF16);
    for (uint32_t i = 0; i <= PIECES; i++) assert_int_equal(dl_offsets_at(&map, bytes[i]), units[i]);
    for (uint32_t i = PIECES + 1; i-- > 0;) assert_int_equal(dl_offsets_at(&map, bytes[i]), units[i]);
    dl_offsets_start(&map, (dl_bytes){text, size}, DL_OFFSETS_CODEPOINT);
    for (uint32_t i = 0; i <= PIECES; i++) assert_int_equal(dl_offsets_at(&map, bytes[(i * 31) % (PIECES + 1)]), (i * 31) % (PIECES + 1));
    free(units);
    free(bytes);
    free(text);
}

/* ---------------------------------------------------------------- other formats */

static size_t cells(const char *line) {
    size_t count = 1;
    bool quoted = false;
    for (; *line && (quoted || *line != '\r'); line++) {
        quoted ^= *line == '"';
        count += !quoted && *line == ',';
    }
    return count;
}

static void csv_has_a_cell_for_each_name(void **state) {
    (void)state;
    dl_doc *doc = full();
    page header = {0};
    dl_sink sink = {.write = page_write, .self = &header};
    assert_int_equal(dl_out_csv_header(&sink, NULL), DL_OK);
    page *p = written(dl_out_csv, doc, (dl_sink){0});
    assert_int_equal(cells(p->text), cells(header.text));
    assert_has(p->text, ",\"r-1\",\"a, b.txt\",2022-03-14,0,body,ASSAULT,\"shelling\",\"military\",\"194\",happened,\"Rebels\",\"SYRREB\",");
    assert_has(p->text, ",35,35,,,,,\"killed=35; killed=2\",\"army\",\"SYRMIL\",,,1,\"shelled\",");
    assert_has(p->text, ",9.9,0123456789abcdef,fedcba9876543210\r\n");
    free(p);
    dl_doc_free(doc);
}

static void csv_doubles_quotation_marks(void **state) {
    (void)state;
    dl_doc *doc = full();
    doc->mentions.rows[1].name = DL_LIT("\"Reb\"els, the");
    page *p = written(dl_out_csv, doc, (dl_sink){0});
    assert_has(p->text, ",\"\"\"Reb\"\"els, the\",\"SYRREB\",");
    free(p);
    dl_doc_free(doc);
}

static void table_keeps_to_its_width(void **state) {
    (void)state;
    dl_doc *doc = full();
    page *p = written(dl_out_table, doc, (dl_sink){.columns = 120});
    assert_has(p->text, "2022-03-13  ASSAULT    happened");
    assert_has(p->text, "\xc3\x96stdorf SYR");
    assert_has(p->text, "\xe2\x89\xa5"
                        "35 kil"); /* cut or not */
    free(p);
    for (uint16_t columns = 1; columns < 60; columns += 7) {
        p = written(dl_out_table, doc, (dl_sink){.columns = columns});
        assert_true(p->size <= columns * 4u + 1); /* no character of it has more than three bytes */
        free(p);
    }
    dl_doc_free(doc);
}

static void terminals_are_not_steered(void **state) {
    (void)state;
    dl_doc *doc = full();
    doc->mentions.rows[1].name = DL_LIT("\x1b[2J\xe2\x80\xaeRebels");
    page *table = written(dl_out_table, doc, (dl_sink){.columns = 200}), *explained = written(dl_out_explain, doc, (dl_sink){0});
    assert_lacks(table->text, "\x1b");
    assert_lacks(explained->text, "\x1b");
    assert_lacks(table->text, "\xe2\x80\xae");
    assert_has(table->text, " [2J Rebels");
    free(table);
    free(explained);
    dl_doc_free(doc);
}

static void explains_each_claim(void **state) {
    (void)state;
    dl_doc *doc = full();
    page *p = written(dl_out_explain, doc, (dl_sink){.columns = 60});
    assert_has(p->text, "r-1, published 2022-03-14 (given)\n");
    assert_has(p->text, "    Rebels shelled \xc3\x96stdorf on Sunday, killing at least 35 \n           ^^^^^^^\n    people, two");
    assert_has(p->text, "    #1 ASSAULT shelling, happened, CAMEO 194, military\n");
    assert_has(p->text, "        who           Rebels (SYRREB)\n");
    assert_has(p->text, "        killed        \xe2\x80\x9c"
                        "at least 35 people\xe2\x80\x9d, low 35, best 35\n");
    assert_has(p->text, "        why           event by the rule lexicon from \xe2\x80\x9cshelled\xe2\x80\x9d (events/verbs.tsv:12 nsubj)\n");
    free(p);
    p = written(dl_out_explain, doc, (dl_sink){.columns = 60, .colour = true});
    assert_has(p->text, "Rebels \x1b[1;4mshelled\x1b[0m \xc3\x96stdorf");
    free(p);
    dl_doc_free(doc);
}

static void writes_conllu(void **state) {
    (void)state;
    dl_doc *doc = full();
    page *p = written(dl_out_conllu, doc, (dl_sink){0});
    assert_has(p->text, "# newdoc id = r-1\n# text = Rebels shelled");
    assert_has(p->text, "\n1\tRebels\t_\tNOUN\t_\t_\t2\tnsubj\t_\t_\n2\tshelled\tshell\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n\n");
    free(p);
    dl_doc_free(doc);
}

/* ---------------------------------------------------------------- actors, failures */

static void assert_actor(const char *code, const char *country, const char *roles) {
    char got[64] = "";
    dl_bytes rest = dl_bytes_of(code), role;
    while (dl_actor_role(&rest, &role)) strncat(got, role.data, 3);
    assert_bytes(dl_actor_country(dl_bytes_of(code)), country);
    assert_string_equal(got, roles);
}

static void actor_codes_tell_country_and_roles(void **state) {
    (void)state;
    assert_actor("UKRGOV", "UKR", "GOV");
    assert_actor("SYRREBISI", "SYR", "REB");
    assert_actor("IGOUNO", "", "");
    assert_actor("REB", "", "REB");
    assert_actor("MEAGOVMIL", "", "GOVMIL");
    assert_actor("HLH", "", "");
    assert_actor("", "", "");
    assert_actor("US", "", "");
}

static void a_refused_write_is_told(void **state) {
    (void)state;
    dl_doc *doc = full();
    writer *const writers[] = {dl_out_doc_json, dl_out_claim_json, dl_out_csv, dl_out_table, dl_out_explain, dl_out_conllu};
    for (size_t i = 0; i < 6; i++) {
        page p = {.limit = 1};
        dl_error error = {0};
        dl_sink sink = {.write = page_write, .self = &p};
        assert_int_equal(writers[i](doc, &made, &sink, &error), DL_CANNOT_WRITE);
        assert_int_equal(error.status, DL_CANNOT_WRITE);
        assert_non_null(error.message);
    }
    dl_doc_free(doc);
}

static void long_values_pass_the_buffer(void **state) {
    (void)state;
    size_t size = 30000;
    char *text = malloc(size + 1);
    memset(text, 'x', size);
    text[size] = 0;
    dl_doc *doc = plain(text);
    page *p = written(dl_out_doc_json, doc, (dl_sink){0});
    assert_has(p->text, text);
    free(p);
    free(text);
    dl_doc_free(doc);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_a_claim),
        cmocka_unit_test(parts_of_counts_are_indexes_in_their_list),
        cmocka_unit_test(writes_a_document),
        cmocka_unit_test(unknown_is_left_out),
        cmocka_unit_test(nothing_for_no_claims),
        cmocka_unit_test(escapes_what_json_forbids),
        cmocka_unit_test(spells_degrees_in_any_locale),
        cmocka_unit_test(spells_numbers),
        cmocka_unit_test(offsets_follow_the_unit),
        cmocka_unit_test(offsets_agree_with_counting),
        cmocka_unit_test(csv_has_a_cell_for_each_name),
        cmocka_unit_test(csv_doubles_quotation_marks),
        cmocka_unit_test(table_keeps_to_its_width),
        cmocka_unit_test(terminals_are_not_steered),
        cmocka_unit_test(explains_each_claim),
        cmocka_unit_test(writes_conllu),
        cmocka_unit_test(actor_codes_tell_country_and_roles),
        cmocka_unit_test(a_refused_write_is_told),
        cmocka_unit_test(long_values_pass_the_buffer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
