/* Where a name that the tagger found begins and ends: without article, title, and what runs on behind it. */
#include "who/names.h"

/* Last token of the tagger's name that begins at t. */
uint32_t dl_tagged_end(const dl_scene *s, uint32_t t, uint32_t end) {
    uint8_t kind = dl_tagged(s, t);
    uint32_t last = t;
    while (last + 1 < end && last - t < DL_WHO_LONGEST_NAME && dl_who_token(s, last + 1)->name == kind) last++;
    return last;
}

/* The country phrase that begins at t, by its last token, or 0. */
uint32_t dl_country_at(const dl_scene *s, uint32_t t, uint32_t end) {
    for (uint32_t last = t; s->marks[t].land && last < end && last < t + 6; last++)
        if (s->marks[last].country && last + 1 - s->marks[last].country_words == t) return last;
    return 0;
}

static uint32_t title_words_at(const dl_scene *s, uint32_t first, uint32_t last) {
    for (uint32_t t = last; t > first; t--) { /* the longest that leaves a word */
        uint32_t end = t - 1;
        if (s->marks[end].title && end + 1 - s->marks[end].title_words <= first) return end - first + 1;
    }
    return 0;
}

/* A word without a capital ends no name, unless it is a proper noun or a place of someone who writes without any. */
bool dl_lower_case(const dl_scene *s, uint32_t t) {
    dl_bytes w = dl_token_text(s->doc, t);
    const dl_token *token = dl_who_token(s, t);
    bool place = token->upos == DL_UPOS_NOUN && token->name == (DL_NAME_BEGIN | DL_NAME_PLACE); /* "in auckland" */
    return token->upos != DL_UPOS_PROPN && !place && w.size && dl_is_lower(w.data[0]) && !dl_bytes_start(w, "al-") && !dl_bytes_start(w, "el-");
}

/* First token of a tagged name without article, title and, before a person, a country's adjective. */
uint32_t dl_trim_front(const dl_scene *s, uint32_t first, uint32_t last, uint8_t kind) {
    for (uint32_t steps = 0; first < last && steps < 8; steps++) {
        const dl_token *t = dl_who_token(s, first);
        uint32_t words = kind == DL_NAME_PERSON ? title_words_at(s, first, last) : 0, country;
        dl_bytes text = dl_token_text(s->doc, first);
        bool small = dl_lower_case(s, first) && !dl_bytes_among(text, "de da di du van von bin la le del della");
        if (small || t->upos == DL_UPOS_DET || t->upos == DL_UPOS_PUNCT || t->upos == DL_UPOS_ADP || t->upos == DL_UPOS_PART)
            words = 1;
        else if (!words && kind == DL_NAME_PERSON && (country = dl_country_at(s, first, last)) && s->marks[country].adjective &&
                 t->upos == DL_UPOS_ADJ)
            words = country - first + 1;
        else if (!words && kind != DL_NAME_PERSON && t->upos == DL_UPOS_ADJ && first + 1 == last &&
                 dl_who_in_table(s, s->actors.bodies.table, dl_who_token(s, last)->word))
            words = 1; /* "Kurdish PKK" */
        if (!words) break;
        first += words;
    }
    return first;
}

static bool is_roman(dl_bytes word) {
    for (size_t i = 0; i < word.size; i++)
        if (!strchr("IVX", word.data[i])) return false;
    return word.size > 0;
}

/* Where a tagged name runs on: a person's into a preposition or another sign than those inside names, a place's into a comma. */
static bool ends_before(const dl_scene *s, uint32_t t, uint8_t kind) {
    const dl_token *w = dl_who_token(s, t);
    dl_bytes text = dl_token_text(s->doc, t);
    if (s->marks[t].timed) return true; /* "Emmanuel Macron Sunday" */
    if (dl_bytes_among(text, "-- --- _ | : ; ( [ \" * # > =") || (dl_bytes_is(text, "-") && !dl_who_token(s, t - 1)->glued)) return true;
    if (kind == DL_NAME_PLACE) return dl_bytes_is(text, ",");
    if (kind != DL_NAME_PERSON) return false;
    bool sign = w->upos == DL_UPOS_PUNCT && !dl_bytes_among(text, "- ' . \xe2\x80\x99");
    return sign || (w->upos == DL_UPOS_NUM && !is_roman(text)) || w->upos == DL_UPOS_CCONJ ||
           (w->upos == DL_UPOS_ADP && !dl_bytes_among(text, "de da di du van von al el bin der den la le"));
}

/* What ends no name; shops are called "Miller's", persons are not. */
static bool hangs_over(const dl_scene *s, uint32_t t, uint8_t kind) {
    const dl_token *w = dl_who_token(s, t);
    if (w->upos == DL_UPOS_PART) return kind == DL_NAME_PERSON || s->marks[t - 1].country;
    return w->upos == DL_UPOS_ADP || (w->upos == DL_UPOS_PUNCT && !dl_bytes_is(dl_token_text(s->doc, t), ")"));
}

uint32_t dl_trim_back(const dl_scene *s, uint32_t first, uint32_t last, uint8_t kind) {
    for (uint32_t t = first + 1; t <= last; t++)
        if (ends_before(s, t, kind)) last = t - 1;
    while (last > first && dl_lower_case(s, last)) last--;
    while (last > first && hangs_over(s, last, kind)) last--;
    return last;
}
