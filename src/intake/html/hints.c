#include "intake/html/hints.h"

#include "base/hash.h"

enum { WORDS_MOST = 40 };

static uint32_t slot_of(dl_bytes words) {
    return (uint32_t)(dl_hash(words) % DL_HINT_SLOTS);
}

static unsigned look_up(const dl_page_hints *hints, dl_bytes words) {
    for (uint32_t at = slot_of(words); hints->slots[at].hint; at = (at + 1) % DL_HINT_SLOTS)
        if (dl_bytes_equal(hints->slots[at].words, words)) return hints->slots[at].hint;
    return 0;
}

/* A row of a word that is all of a name. */
static unsigned look_up_whole(const dl_page_hints *hints, dl_bytes word) {
    char row[WORDS_MOST + 1] = "=";
    memcpy(row + 1, word.data, word.size);
    return look_up(hints, (dl_bytes){row, word.size + 1});
}

static uint32_t length_bit(size_t size) {
    return 1u << (size < 31 ? size : 31);
}

static unsigned hint_named(dl_bytes name) {
    static const char *const names[] = {"body", "drop", "caption", "lead", "comments", "embed", "entry", "not"};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (dl_bytes_is(name, names[i])) return 1u << i;
    return 0;
}

static void add(dl_page_hints *hints, dl_bytes words, unsigned hint) {
    uint32_t at = slot_of(words);
    while (hints->slots[at].hint) at = (at + 1) % DL_HINT_SLOTS;
    hints->slots[at].words = words;
    hints->slots[at].hint = (uint8_t)hint;
    const char *dash = memchr(words.data, '-', words.size);
    if (*words.data == '=') words = (dl_bytes){words.data + 1, words.size - 1};
    dl_bytes last = dash ? (dl_bytes){dash + 1, (size_t)(words.data + words.size - dash) - 1} : words;
    hints->lengths[(unsigned char)*last.data] |= length_bit(last.size);
}

dl_page_hints *dl_page_hints_read(dl_arena *arena, const dl_know *know) {
    dl_page_hints *hints = DL_NEW(arena, dl_page_hints);
    uint32_t table = dl_know_table(know, "web/hints"), words = dl_know_column(know, table, "words"), hint = dl_know_column(know, table, "hint");
    uint32_t rows = dl_know_rows(know, table);
    for (uint32_t row = 0; row < rows && row < DL_HINT_SLOTS / 2; row++)
        add(hints, dl_know_cell(know, table, row, words), hint_named(dl_know_cell(know, table, row, hint)));
    return hints;
}

/* The next word of the value, in small letters behind out[*size]; a capital behind a small letter begins one ("articleBody"). */
static bool next_word(dl_bytes value, size_t *at, char *out, size_t *size) {
    size_t begin = *size;
    while (*at < value.size && !dl_is_alnum(value.data[*at])) ++*at;
    while (*at < value.size && dl_is_alnum(value.data[*at])) {
        char c = value.data[*at];
        if (*size > begin && dl_is_upper(c) && !dl_is_upper(value.data[*at - 1])) break;
        if (*size - begin < WORDS_MOST) out[(*size)++] = dl_to_lower(c);
        ++*at;
    }
    return *size > begin;
}

static unsigned hint_of_value(const dl_page_hints *hints, dl_bytes value) {
    char words[2 * WORDS_MOST + 2]; /* the word before, "-", the word */
    size_t at = 0, before = 0, size = 0;
    unsigned found = 0;
    bool joined = false;   /* the word before belongs to the same name */
    bool negative = false; /* and takes back what follows it */
    for (;;) {
        size_t space = at, word = joined ? before + 1 : 0;
        if (word) words[before] = '-';
        size = word;
        if (!next_word(value, &at, words, &size)) return found;
        for (size_t i = space; word && i < at; i++)
            if (dl_is_space(value.data[i])) { /* a name of its own */
                memmove(words, words + word, size - word);
                size -= word, word = 0;
                break;
            }
        dl_bytes last = {words + word, size - word};
        bool taken_back = word && negative;
        negative = false;
        if (taken_back) { /* the rest of the name */
            while (at < value.size && !dl_is_space(value.data[at])) at++;
        } else if (hints->lengths[(unsigned char)*last.data] & length_bit(last.size)) {
            unsigned pair = word ? look_up(hints, (dl_bytes){words, size}) : 0;
            bool whole = !word && (at == value.size || dl_is_space(value.data[at]));
            unsigned single = look_up(hints, last);
            negative = single & DL_HINT_NOT;
            found |= pair ? pair : (single & ~DL_HINT_NOT) | (whole ? look_up_whole(hints, last) : 0);
        }
        memmove(words, words + word, size - word);
        before = size - word;
        joined = true;
    }
}

static unsigned hint_of_tag(dl_tag tag) {
    switch (tag) {
    case DL_TAG_NAV:
    case DL_TAG_FOOTER:
    case DL_TAG_ASIDE:
    case DL_TAG_DIALOG:
    case DL_TAG_MENU:
        return DL_HINT_DROP;
    case DL_TAG_FIGCAPTION:
        return DL_HINT_CAPTION;
    default:
        return 0;
    }
}

unsigned dl_hint_of(const dl_page_hints *hints, const dl_html_tree *tree, uint32_t node) {
    const dl_html_node *n = &tree->nodes.rows[node];
    unsigned found = hint_of_tag((dl_tag)n->tag);
    for (const dl_html_kept *a = &tree->attributes.rows[n->first_attribute]; a->name; a++) {
        dl_bytes value = dl_html_bytes(tree->page, a->value);
        switch (a->name) {
        case DL_ATTRIBUTE_CLASS:
        case DL_ATTRIBUTE_ID:
        case DL_ATTRIBUTE_ROLE:
        case DL_ATTRIBUTE_ITEMPROP:
            found |= hint_of_value(hints, value);
            break;
        case DL_ATTRIBUTE_HIDDEN:
            found |= DL_HINT_DROP;
            break;
        case DL_ATTRIBUTE_ARIA_HIDDEN:
            if (dl_bytes_like(value, "true")) found |= DL_HINT_DROP;
            break;
        default:
            break;
        }
    }
    return found;
}
