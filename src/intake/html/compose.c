#include "intake/html/compose.h"

#include "base/hash.h"
#include "intake/html/extract.h"

enum { HIDDEN_LEAST = 500, HIDDEN_TIMES = 3 };

typedef struct composer {
    dl_doc *doc;
    const dl_composition *of;
    dl_extract text;
    uint32_t embed, entry; /* rows to come to next */
    bool in_entry;         /* the last of the document's entries is of that row */
} composer;

/* ------------------------------------------------------------------ what stands beside it */

static void add_caption(composer *c, const dl_block *block) {
    const dl_blocks *blocks = c->of->blocks;
    dl_extract caption = {.arena = &c->doc->arena, .references = c->of->facts->references};
    dl_extract_block(&caption, blocks, block);
    dl_span page = {blocks->tree->nodes.rows[block->first].span.begin, blocks->tree->nodes.rows[block->end - 1].span.end};
    *DL_DOC_PUSH(c->doc, captions) = (dl_caption){{caption.data, caption.size}, page};
}

/* The embeds in front of a node stand where the text has come to. */
static void place_embeds(composer *c, uint32_t node) {
    const dl_embed_nodes *embeds = &c->of->embeds;
    for (; c->embed < embeds->count && embeds->rows[c->embed].node < node; c->embed++)
        *DL_DOC_PUSH(c->doc, embeds) = (dl_embed){embeds->rows[c->embed].url, (uint32_t)c->text.size};
}

/* The text from `begin` on was made of this node: it belongs to the entry that holds it. */
static void place_entry(composer *c, uint32_t node, uint32_t begin) {
    const dl_live_entries *entries = &c->of->entries;
    for (; c->entry < entries->count && entries->rows[c->entry].end <= node; c->entry++) c->in_entry = false;
    if (c->entry >= entries->count || entries->rows[c->entry].first > node) return;
    const dl_stamp *stamp = &entries->rows[c->entry].stamp;
    if (!c->in_entry) *DL_DOC_PUSH(c->doc, entries) = (dl_entry){{begin, begin}, stamp->at, stamp->offset, (uint8_t)stamp->grain, stamp->zoned};
    c->in_entry = true;
    c->doc->entries.rows[c->doc->entries.count - 1].span.end = (uint32_t)c->text.size;
}

/* ------------------------------------------------------------------ the text */

static void write_shown(composer *c) {
    const dl_blocks *blocks = c->of->blocks;
    for (DL_EACH(i, &blocks->rows)) {
        const dl_block *block = &blocks->rows.rows[i];
        uint8_t part = c->of->article->parts[i];
        if (part == DL_PART_CAPTION) add_caption(c, block);
        if (part != DL_PART_BODY && part != DL_PART_SUBHEAD) continue;
        place_embeds(c, block->first);
        if (c->text.size) dl_extract_mark(&c->text, "\n\n");
        uint32_t begin = (uint32_t)c->text.size;
        dl_extract_block(&c->text, blocks, block);
        place_entry(c, block->first, begin);
    }
    place_embeds(c, blocks->tree->nodes.count);
}

/* Whether a page that shows so little is one that a script fills with the text that its JSON-LD holds. */
static bool is_hidden(const composer *c, size_t size) {
    return size >= HIDDEN_LEAST && size >= HIDDEN_TIMES * c->text.size;
}

static void begin_hidden(composer *c) {
    c->doc->pieces.count = c->doc->entries.count = 0;
    c->text = (dl_extract){.arena = &c->doc->arena, .references = c->of->facts->references};
}

/* Nothing closer than the script is known of where each byte came from, nor where in the text its embeds stand. */
static void end_hidden(composer *c) {
    for (DL_EACH(i, &c->doc->embeds)) c->doc->embeds.rows[i].at = (uint32_t)c->text.size;
    *DL_DOC_PUSH(c->doc, pieces) = (dl_piece){{0, (uint32_t)c->text.size}, c->of->facts->body_span};
}

static void write_update(composer *c, const dl_update *update) {
    dl_stamp stamp;
    if (!update->body.size) return;
    if (c->text.size) dl_extract_mark(&c->text, "\n\n");
    uint32_t begin = (uint32_t)c->text.size;
    if (update->headline.size) {
        dl_extract_run(&c->text, update->headline, 0, DL_HTML_RCDATA, false);
        dl_extract_mark(&c->text, "\n\n");
    }
    dl_extract_run(&c->text, update->body, 0, DL_HTML_RCDATA, true);
    if (!dl_stamp_read(&c->of->facts->words, update->published, &stamp)) return;
    *DL_DOC_PUSH(c->doc, entries) = (dl_entry){{begin, (uint32_t)c->text.size}, stamp.at, stamp.offset, (uint8_t)stamp.grain, stamp.zoned};
}

static void write_hidden(composer *c) {
    const dl_facts *facts = c->of->facts;
    size_t updates = 0;
    for (DL_EACH(i, &facts->updates)) updates += facts->updates.rows[i].body.size;
    bool live = updates > facts->body.size;
    if (!is_hidden(c, live ? updates : facts->body.size)) return;
    begin_hidden(c);
    if (!live) dl_extract_run(&c->text, facts->body, 0, DL_HTML_RCDATA, true);
    for (DL_EACH(i, &facts->updates))
        if (live) write_update(c, &facts->updates.rows[i]);
    end_hidden(c);
}

void dl_compose(dl_doc *doc, const dl_composition *of) {
    composer c = {.doc = doc, .of = of, .embed = 1, .entry = 1};
    c.text = (dl_extract){.arena = &doc->arena, .references = of->facts->references, .pieces = &doc->pieces, .converted = of->converted};
    c.text.mender = dl_mender_of(&doc->arena, of->facts->references, of->blocks->tree->page);
    write_shown(&c);
    doc->mended = c.text.mended;
    write_hidden(&c);
    doc->text = dl_arena_copy(&doc->arena, (dl_bytes){c.text.size ? c.text.data : "", c.text.size});
    doc->repairs = c.text.repairs;
    dl_hash_text(dl_hash(doc->text), doc->id);
}
