#include "intake/html/page.h"

#include "intake/html/article.h"
#include "intake/html/charset.h"
#include "intake/html/compose.h"
#include "intake/html/seen.h"
#include "intake/html/title.h"
#include "intake/publish_url.h"

/* Leads pieces and captions, which point into the converted page, back to the page as it was given. */
static void trace(dl_doc *doc, const dl_charset *charset) {
    if (!charset->iconv) return;
    size_t pieces = doc->pieces.count ? doc->pieces.count - 1 : 0, captions = doc->captions.count ? doc->captions.count - 1 : 0, count = 0;
    uint32_t **offsets = DL_NEW_ARRAY(&doc->arena, uint32_t *, 2 * (pieces + captions) + 1);
    for (DL_EACH(i, &doc->pieces)) offsets[count++] = &doc->pieces.rows[i].page.begin, offsets[count++] = &doc->pieces.rows[i].page.end;
    dl_charset_trace(charset, offsets, count);
    count = 0;
    for (DL_EACH(i, &doc->captions)) offsets[count++] = &doc->captions.rows[i].page.begin, offsets[count++] = &doc->captions.rows[i].page.end;
    dl_charset_trace(charset, offsets, count);
}

/* ------------------------------------------------------------------ what the page says of it */

/* What was given with the page goes before what it says. */
static void take(dl_bytes *to, dl_fact *fact) {
    if (to->size)
        *fact = (dl_fact){*to, "given"};
    else
        *to = fact->value;
}

static void take_language(dl_doc *doc) {
    dl_bytes tag = doc->facts[DL_FACT_LANGUAGE].value;
    char *copy = dl_arena_alloc(&doc->arena, tag.size + 1);
    for (size_t i = 0; i < tag.size; i++) copy[i] = tag.data[i] == '_' ? '-' : i < 2 ? dl_to_lower(tag.data[i]) : tag.data[i];
    doc->facts[DL_FACT_LANGUAGE].value = (dl_bytes){copy, tag.size};
    take(&doc->language, &doc->facts[DL_FACT_LANGUAGE]);
}

/* A clock of UTC shows the day of Greenwich; where the address names the day before or behind it, and less than half a day off, that is the day of
 * the newsroom, from which its "today" counts. */
static bool day_is_abroad(const dl_stamp *stamp, dl_instant day) {
    enum { HALF = 12 * 3600 };
    bool outside = stamp->at < day || stamp->at >= day + DL_DAY;
    return stamp->zoned && !stamp->offset && outside && stamp->at >= day - HALF && stamp->at < day + DL_DAY + HALF;
}

/* Of some dates of the page that in its address, which a later stage reads, is worth more: of those in its text, and of a day abroad. */
static void take_dates(dl_doc *doc, const dl_facts *facts) {
    dl_date day;
    bool given = doc->published_basis == DL_PUBLISHED_GIVEN && !doc->published_otherwise;
    bool seen = !strcmp(doc->facts[DL_FACT_PUBLISHED].basis ? doc->facts[DL_FACT_PUBLISHED].basis : "text", "text");
    bool better = dl_url_date(&facts->words, doc->uri, &day) == DL_GRAIN_DAY && (seen || day_is_abroad(&facts->published, dl_instant_of_date(day)));
    if (doc->facts[DL_FACT_MODIFIED].basis) {
        doc->modified = facts->modified.at;
        doc->modified_grain = (uint8_t)facts->modified.grain;
        doc->modified_zoned = facts->modified.zoned;
        doc->modified_offset = facts->modified.offset;
    }
    if (better && !given) doc->facts[DL_FACT_PUBLISHED] = (dl_fact){0};
    if (given || better || !doc->facts[DL_FACT_PUBLISHED].basis) return;
    doc->published = facts->published.at;
    doc->published_grain = (uint8_t)facts->published.grain;
    doc->published_zoned = facts->published.zoned;
    doc->published_offset = facts->published.offset;
    doc->published_basis = seen ? DL_PUBLISHED_TEXT : DL_PUBLISHED_META;
}

static void take_facts(dl_doc *doc, const dl_facts *facts) {
    memcpy(doc->facts, facts->facts, sizeof doc->facts);
    if (!doc->uri.size) doc->uri = doc->facts[DL_FACT_CANONICAL].value; /* the address given may be another one */
    if (!doc->facts[DL_FACT_OUTLET].value.size && facts->host.size) doc->facts[DL_FACT_OUTLET] = (dl_fact){facts->host, "host"};
    if (doc->fragment) /* feeds escape titles twice, and break them into lines */
        doc->title = dl_facts_tidy(&doc->arena, dl_html_decode(&doc->arena, facts->references, doc->title, DL_HTML_RCDATA));
    take(&doc->title, &doc->facts[DL_FACT_TITLE]);
    take(&doc->outlet, &doc->facts[DL_FACT_OUTLET]);
    take(&doc->byline, &doc->facts[DL_FACT_BYLINE]);
    take_language(doc);
    take_dates(doc, facts);
}

void dl_page_read(const dl_web *web, dl_doc *doc) {
    if (!doc->page.data) return;
    dl_arena *arena = &doc->arena;
    dl_charset charset = {.raw = doc->page, .text = doc->page};
    if (!doc->page_is_utf8) charset = dl_charset_read(arena, web->know, doc->page, doc->charset);
    doc->charset = charset.name;
    doc->charset_basis = charset.basis;
    dl_html_tree *tree = dl_html_tree_read(arena, charset.text);
    dl_blocks *blocks = dl_blocks_cut(arena, web->hints, tree);
    dl_article article = dl_article_find(arena, web->lines, blocks, doc->fragment);
    dl_facts *facts = dl_facts_read(arena, web, tree, doc->uri);
    dl_facts_offer(facts, DL_FACT_PUBLISHED, 5, "feed", doc->stamp);
    dl_title_choose(facts, blocks, &article);
    dl_seen_date(facts, blocks, &article);
    dl_composition composition = {.blocks = blocks,
                                  .article = &article,
                                  .embeds = dl_embeds_find(arena, web->know, &web->references, blocks, article.root),
                                  .entries = dl_live_find(facts, blocks, &article),
                                  .facts = facts,
                                  .converted = charset.iconv};
    dl_compose(doc, &composition);
    trace(doc, &charset);
    take_facts(doc, facts);
}
