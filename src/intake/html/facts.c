#include "intake/html/web.h"

static dl_fact_kind fact_named(dl_bytes name) {
    for (unsigned i = 1; i < DL_FACT_COUNT_; i++)
        if (dl_bytes_is(name, dl_fact_name(i))) return (dl_fact_kind)i;
    return DL_FACT_NONE;
}

static dl_fact_source source_named(dl_bytes name) {
    return dl_bytes_is(name, "meta") ? DL_FACT_META : dl_bytes_is(name, "ld") ? DL_FACT_LD : DL_FACT_ITEM;
}

dl_fact_rows dl_fact_rows_read(dl_arena *arena, const dl_know *know) {
    dl_fact_rows rows = {0};
    uint32_t table = dl_know_table(know, "web/meta"), count = dl_know_rows(know, table);
    for (uint32_t i = 0; i < count; i++) {
        int64_t rank;
        dl_bytes_number(dl_know_get(know, table, i, "rank"), &rank);
        *DL_PUSH(arena, &rows.in[source_named(dl_know_get(know, table, i, "in"))]) =
            (dl_fact_row){dl_know_get(know, table, i, "name"), fact_named(dl_know_get(know, table, i, "fact")), (uint32_t)rank};
    }
    return rows;
}

/* Whether the table has the name, of whatever fact. */
static bool is_known(const dl_facts *facts, dl_fact_source in, dl_bytes name) {
    for (DL_EACH(i, &facts->rows->in[in])) {
        const dl_fact_row *row = &facts->rows->in[in].rows[i];
        if (row->name.size == name.size && dl_bytes_alike(row->name, name)) return true;
    }
    return false;
}

dl_bytes dl_facts_tidy(dl_arena *arena, dl_bytes text) {
    char *out = dl_arena_alloc(arena, text.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        bool nbsp = i + 1 < text.size && !memcmp(text.data + i, "\xc2\xa0", 2);
        if (dl_is_space(text.data[i]) || nbsp) {
            if (size && out[size - 1] != ' ') out[size++] = ' ';
            i += nbsp;
        } else {
            out[size++] = text.data[i];
        }
    }
    if (size && out[size - 1] == ' ') size--;
    return (dl_bytes){out, size};
}

/* A tag such as en, en-US, en_GB; the case of the region as BCP 47 has it is left as it is written. */
static bool is_language(dl_bytes value) {
    if (value.size < 2 || value.size > 11 || !dl_is_alpha(value.data[0]) || !dl_is_alpha(value.data[1])) return false;
    return value.size == 2 || !dl_is_alpha(value.data[2]) || value.size == 3;
}

static bool is_address(dl_bytes value) {
    return (dl_bytes_start(value, "http://") || dl_bytes_start(value, "https://")) && value.size < 2048;
}

/* In English the day stands in front of the month but in the United States, Canada and the Philippines; a tag without a country tells nothing. */
static bool writes_day_first(dl_bytes tag) {
    static const char *const month_first[] = {"us", "ca", "ph"};
    if (tag.size != 5 || !dl_bytes_like((dl_bytes){tag.data, 2}, "en")) return false;
    for (size_t i = 0; i < sizeof month_first / sizeof *month_first; i++)
        if (dl_bytes_like((dl_bytes){tag.data + 3, 2}, month_first[i])) return false;
    return true;
}

void dl_facts_offer(dl_facts *facts, dl_fact_kind fact, uint32_t rank, const char *basis, dl_bytes value) {
    enum { LONGEST = 1024 };
    dl_stamp stamp;
    if (rank >= facts->ranks[fact]) return;
    value = dl_facts_tidy(facts->arena, value);
    bool dated = fact == DL_FACT_PUBLISHED || fact == DL_FACT_MODIFIED;
    bool good = value.size && value.size <= LONGEST;
    if (fact == DL_FACT_LANGUAGE) good = is_language(value);
    if (fact == DL_FACT_CANONICAL) good = is_address(value);
    if (fact == DL_FACT_BYLINE) good = good && !is_address(value) && value.size < 200;
    if (dated) good = dl_stamp_read(&facts->words, value, &stamp);
    if (!good) return;
    if (fact == DL_FACT_LANGUAGE) facts->words.day_first = writes_day_first(value);
    if (fact == DL_FACT_PUBLISHED) facts->published = stamp;
    if (fact == DL_FACT_MODIFIED) facts->modified = stamp;
    facts->ranks[fact] = rank;
    facts->facts[fact] = (dl_fact){value, basis};
}

void dl_facts_offer_named(dl_facts *facts, dl_fact_source in, dl_bytes name, dl_bytes value) {
    static const char *const bases[] = {[DL_FACT_META] = "meta", [DL_FACT_LD] = "json-ld", [DL_FACT_ITEM] = "microdata"};
    for (DL_EACH(i, &facts->rows->in[in])) {
        const dl_fact_row *row = &facts->rows->in[in].rows[i];
        if (row->name.size == name.size && dl_bytes_alike(row->name, name)) dl_facts_offer(facts, row->fact, row->rank, bases[in], value);
    }
}

static dl_bytes value_of(dl_facts *facts, uint32_t node, dl_attribute_name name) {
    return dl_html_decode(facts->arena, facts->references, dl_html_value_of(facts->tree, node, name), DL_HTML_VALUE);
}

/* The text inside an element, scripts apart. */
static dl_bytes inner_text(dl_facts *facts, uint32_t node) {
    enum { MOST = 1024 };
    const dl_html_node *nodes = facts->tree->nodes.rows;
    char *out = dl_arena_alloc(facts->arena, MOST);
    size_t size = 0;
    for (uint32_t i = node + 1; i < nodes[node].end; i++) {
        if (nodes[i].tag == DL_TAG_SCRIPT || nodes[i].tag == DL_TAG_STYLE) {
            i = nodes[i].end - 1;
            continue;
        }
        if (nodes[i].tag != DL_TAG_TEXT) continue;
        dl_bytes text = dl_html_decode(facts->arena, facts->references, dl_html_text_of(facts->tree, i), nodes[i].mode);
        if (size + text.size > MOST) break;
        if (text.size) memcpy(out + size, text.data, text.size);
        size += text.size;
    }
    return (dl_bytes){out, size};
}

static void read_meta(dl_facts *facts, uint32_t node) {
    static const dl_attribute_name names[] = {DL_ATTRIBUTE_PROPERTY, DL_ATTRIBUTE_NAME, DL_ATTRIBUTE_ITEMPROP};
    dl_span content;
    if (!dl_html_attribute_of(facts->tree, node, DL_ATTRIBUTE_CONTENT, &content)) return;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        dl_bytes name = dl_html_value_of(facts->tree, node, names[i]);
        if (name.size && is_known(facts, DL_FACT_META, name))
            dl_facts_offer_named(facts, DL_FACT_META, name, value_of(facts, node, DL_ATTRIBUTE_CONTENT));
    }
}

/* <time itemprop="datePublished" datetime="...">, <span itemprop="author">. */
static void read_item(dl_facts *facts, uint32_t node, dl_bytes name) {
    dl_span there;
    bool dated = dl_html_attribute_of(facts->tree, node, DL_ATTRIBUTE_DATETIME, &there);
    bool content = !dated && dl_html_attribute_of(facts->tree, node, DL_ATTRIBUTE_CONTENT, &there);
    if (!is_known(facts, DL_FACT_ITEM, name)) return;
    dl_bytes value = dated     ? value_of(facts, node, DL_ATTRIBUTE_DATETIME)
                     : content ? value_of(facts, node, DL_ATTRIBUTE_CONTENT)
                               : inner_text(facts, node);
    dl_facts_offer_named(facts, DL_FACT_ITEM, name, value);
}

static void read_script(dl_facts *facts, uint32_t node) {
    size_t before = facts->body.size, updates = facts->updates.count;
    dl_facts_json(facts, dl_html_text_of(facts->tree, node));
    if (facts->body.size > before || facts->updates.count > updates) facts->body_span = facts->tree->nodes.rows[node].span;
}

static void read_element(dl_facts *facts, uint32_t node) {
    const dl_html_node *n = &facts->tree->nodes.rows[node];
    dl_bytes item = dl_html_value_of(facts->tree, node, DL_ATTRIBUTE_ITEMPROP);
    switch (n->tag) {
    case DL_TAG_META:
        read_meta(facts, node);
        return;
    case DL_TAG_HTML:
        dl_facts_offer(facts, DL_FACT_LANGUAGE, 10, "html", value_of(facts, node, DL_ATTRIBUTE_LANG));
        dl_facts_offer(facts, DL_FACT_LANGUAGE, 11, "html", value_of(facts, node, DL_ATTRIBUTE_XML_LANG));
        return;
    case DL_TAG_LINK:
        if (dl_bytes_like(dl_html_value_of(facts->tree, node, DL_ATTRIBUTE_REL), "canonical"))
            dl_facts_offer(facts, DL_FACT_CANONICAL, 10, "link", value_of(facts, node, DL_ATTRIBUTE_HREF));
        return;
    case DL_TAG_SCRIPT:
        if (dl_bytes_like(dl_html_value_of(facts->tree, node, DL_ATTRIBUTE_TYPE), "application/ld+json") && n->end > node + 1)
            read_script(facts, node + 1);
        return;
    default:
        if (item.size) read_item(facts, node, item);
    }
}

/* The host of an address, without "www."; empty where it has none. */
static dl_bytes host_of(dl_bytes address) {
    if (!address.size) return address;
    const char *slashes = memmem(address.data, address.size, "://", 3);
    if (!slashes) return (dl_bytes){0};
    dl_bytes host = {slashes + 3, (size_t)(address.data + address.size - slashes) - 3};
    for (size_t i = 0; i < host.size; i++)
        if (strchr("/:?#", host.data[i])) host.size = i;
    return dl_bytes_start(host, "www.") ? (dl_bytes){host.data + 4, host.size - 4} : host;
}

dl_facts *dl_facts_read(dl_arena *arena, const dl_web *web, const dl_html_tree *tree, dl_bytes uri) {
    dl_facts *facts = DL_NEW(arena, dl_facts);
    facts->arena = arena;
    facts->references = &web->references;
    facts->tree = tree;
    facts->words = web->words;
    facts->rows = &web->facts;
    for (unsigned i = 0; i < DL_FACT_COUNT_; i++) facts->ranks[i] = UINT32_MAX;
    for (uint32_t i = 1; i < tree->nodes.count; i++)
        if (tree->nodes.rows[i].first_attribute) read_element(facts, i);
    facts->host = host_of(uri.size ? uri : facts->facts[DL_FACT_CANONICAL].value);
    return facts;
}
