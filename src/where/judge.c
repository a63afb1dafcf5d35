#include "where/judge.h"

#include "where/context.h"

static dl_name_kind tagged(const dl_where *w, uint32_t token) {
    return dl_where_inside(w, token) ? (dl_name_kind)(w->doc->tokens.rows[token].name & ~DL_NAME_BEGIN) : DL_NAME_NONE;
}

static bool begins(const dl_where *w, uint32_t token) {
    return w->doc->tokens.rows[token].name & DL_NAME_BEGIN;
}

/* Whether the tagger's name at these tokens goes on beyond them. */
static bool larger_name(const dl_where *w, uint32_t first, uint32_t last) {
    if (!begins(w, first) && tagged(w, first)) return true;
    return tagged(w, last + 1) == tagged(w, last) && tagged(w, last) && !begins(w, last + 1);
}

static bool is_place(const dl_where *w, uint32_t token) {
    return dl_where_inside(w, token) && w->spot_of[token];
}

/* "Paris Hilton", "Washington Post": a capital word without a comma behind the name. Type words, titles and other places may stand there. */
static bool goes_on(const dl_where *w, uint32_t last, const dl_where_name *name) {
    uint32_t next = last + 1, end;
    unsigned cues = dl_where_cues(w, next);
    if (cues & DL_CUE_HOUSE) return true;
    if (w->mute) return false;
    if (cues & DL_CUE_HEAD || (dl_where_is(w, next, "-") && dl_where_cues(w, next + 1) & DL_CUE_HEAD)) return true;
    if (!dl_where_capital(w, next)) return false;
    if (cues & (DL_CUE_TITLE | DL_CUE_DIRECTION | DL_CUE_PREPOSITION) || dl_where_type_at(w, next, 'a', &end)) return false;
    dl_name_kind kind = tagged(w, next);
    if (kind == DL_NAME_PERSON && begins(w, next)) return false;
    if (name->capital && !(cues & DL_CUE_GIVEN) && !(dl_where_cues(w, last) & DL_CUE_GIVEN)) return false;
    return !(cues & DL_CUE_GIVEN) || dl_where_cues(w, last) & DL_CUE_GIVEN;
}

/* "University of Texas", "Bank of the Philippines". */
static bool of_a_name(const dl_where *w, uint32_t first) {
    uint32_t i = first;
    if (!dl_where_inside(w, i - 1)) return false;
    if (dl_where_is(w, i - 1, "the")) i--;
    return dl_where_is(w, i - 1, "of") && !w->mute && dl_where_capital(w, i - 2) && dl_where_cues(w, i - 2) & DL_CUE_OF;
}

/* Listed by hand, since news speaks of it. */
static bool of_the_news(const dl_where_name *name) {
    for (uint32_t i = 0; i < name->sense_count; i++)
        if (name->senses[i].table == DL_GAZ_EXTRA) return !name->weak;
    return false;
}

/* A given name or a title in front, or the tagger, tells a person. */
static bool of_a_person(const dl_where *w, uint32_t first, uint32_t last, const dl_where_name *name) {
    unsigned before = dl_where_cues(w, first - 1);
    bool told = first != last && name->capital && !name->weak; /* several words of a large place: believed before the tagger */
    if (tagged(w, first) == DL_NAME_PERSON && !told) {
        if (begins(w, first) && name->state && (!(dl_where_cues(w, first) & DL_CUE_GIVEN) || dl_where_cues(w, last + 1) & DL_CUE_TITLE)) return false;
        bool whole = !larger_name(w, first, last) && !(before & DL_CUE_TITLE);
        bool of_words = first != last && !(dl_where_cues(w, first) & DL_CUE_GIVEN); /* few people are called as a town of several words is */
        if (!whole || !(name->capital || of_words || of_the_news(name))) return true;
    }
    if (w->mute) return (name->weak || !name->state) && first == last && (before & (DL_CUE_TITLE | DL_CUE_GIVEN)) && !(before & DL_CUE_NEVER);
    if (before & DL_CUE_TITLE && !dl_where_inside(w, first - 1)) return false;
    if (before & DL_CUE_GIVEN && dl_where_capital(w, first - 1) && !is_place(w, first - 1))
        return !(before & (DL_CUE_DIRECTION | DL_CUE_PREPOSITION));
    if (before & DL_CUE_TITLE && dl_where_capital(w, first - 1)) return !name->capital || name->weak;
    return false;
}

static bool holds_any(const dl_gaz_sense *container, const dl_where_name *name) {
    for (uint32_t i = 0; i < name->sense_count; i++)
        if (dl_gaz_holds(container, &name->senses[i])) return true;
    return false;
}

/* "Reading, England", but not "In March, China said". */
static bool followed_by_container(const dl_where *w, uint32_t last, const dl_where_name *name) {
    dl_know_hit hits[8];
    if (!dl_where_is(w, last + 1, ",") || !dl_where_inside(w, last + 2)) return false;
    uint32_t n = dl_know_find(w->know, &w->view, last + 2, 0, hits, 8);
    for (uint32_t i = 0; i < n; i++) {
        dl_gaz_sense container;
        if (!dl_gaz_names(w->gaz, &hits[i]) || dl_gaz_table_of(w->gaz, hits[i].table) >= DL_GAZ_EXTRA) continue;
        dl_gaz_read(w->gaz, &hits[i], &container);
        if (holds_any(&container, name)) return true;
    }
    return false;
}

/* A word of place in front, perhaps with directions between ("in the eastern city of"); words of motion go with persons too ("to Clinton"). */
static unsigned after_preposition(const dl_where *w, uint32_t first) {
    for (uint32_t i = first; i-- > 0 && first - i <= 3;) {
        unsigned cues = dl_where_cues(w, i);
        if (cues & (DL_CUE_PREPOSITION | DL_CUE_MOTION)) return cues & (DL_CUE_PREPOSITION | DL_CUE_MOTION);
        if (!(cues & DL_CUE_DIRECTION)) return 0;
    }
    return 0;
}

/* Another capital word in front that belongs to the same name ("Hotel Paris", "El Paso Natural"): doubtful for small towns only. */
static bool begun_before(const dl_where *w, uint32_t first, const dl_where_name *name) {
    if (w->mute || name->capital || !dl_where_capital(w, first - 1) || !dl_where_inside(w, first - 2)) return false;
    return !(dl_where_cues(w, first - 1) & (DL_CUE_DIRECTION | DL_CUE_PREPOSITION)) && !is_place(w, first - 1);
}

/* Acronyms (CAR, ACT) are no words where case is told. */
static bool everyday(const dl_where *w, uint32_t first, uint32_t last) {
    if (first != last) return false;
    dl_bytes t = dl_token_text(w->doc, first);
    if (!w->mute && t.size > 1 && !dl_is_lower(t.data[t.size - 1])) return false;
    return dl_where_cues(w, first) & (DL_CUE_NEVER | (w->mute ? DL_CUE_COMMON : 0));
}

/* In front of an organisation's name a country or a state keeps its own sense ("Kentucky State Police"). */
static bool leads(const dl_where *w, uint32_t first) {
    return begins(w, first);
}

/* "Perth-based", "Ohio" in "Marion, Ohio" and in "Ohio Governor". */
static bool bound(const dl_where *w, uint32_t first, uint32_t last, const dl_where_name *name) {
    if (dl_where_is(w, last + 1, "-") && dl_where_is(w, last + 2, "based")) return true;
    if (!name->state) return false;
    if (!w->mute && dl_where_capital(w, last + 1) && dl_where_cues(w, last + 1) & DL_CUE_TITLE) return true;
    if (dl_where_is(w, first - 1, ",") && is_place(w, first - 2)) return true;
    return dl_where_is(w, first - 1, "of") || (dl_where_is(w, first - 1, "the") && dl_where_is(w, first - 2, "of"));
}

static bool organisation(const dl_where *w, uint32_t first, uint32_t last, const dl_where_name *name) {
    dl_name_kind kind = tagged(w, first);
    if (kind != DL_NAME_ORGANISATION && kind != DL_NAME_GROUP) return false;
    if (first != last && (name->state || !tagged(w, last))) return false; /* the longer of the two names stands */
    return larger_name(w, first, last) ? !name->state || !leads(w, first) : !name->capital;
}

/* "IN THE CITY OF FLORES": an article and a type word name nothing where case is not told. */
static bool only_type(const dl_where *w, uint32_t first, uint32_t last) {
    uint32_t end;
    return w->mute && first + 1 == last && dl_where_is(w, first, "the") && dl_where_type_at(w, last, 'b', &end);
}

dl_where_verdict dl_where_judge(dl_where *w, uint32_t first, uint32_t last, const dl_where_name *name) {
    uint32_t end;
    bool contained = followed_by_container(w, last, name) || (dl_where_is(w, first - 1, "of") && dl_where_type_at(w, first - 2, 'b', &end));
    if (!contained && (everyday(w, first, last) || only_type(w, first, last))) return DL_VERDICT_NO;
    if (w->doc->sentences.rows[w->sentence].zone == DL_ZONE_DATELINE) return DL_VERDICT_SURE;
    if (goes_on(w, last, name) || of_a_name(w, first)) return DL_VERDICT_NO;
    if (contained || bound(w, first, last, name)) return DL_VERDICT_SURE;
    if (of_a_person(w, first, last, name)) return DL_VERDICT_PERSON;
    if (name->type || dl_where_type_at(w, last + 1, 'a', &end)) return DL_VERDICT_SURE;
    if (organisation(w, first, last, name) || begun_before(w, first, name)) return DL_VERDICT_NO;
    unsigned preposition = after_preposition(w, first);
    if (preposition & DL_CUE_PREPOSITION || (preposition && !name->weak)) return DL_VERDICT_SURE;
    bool opens = first == w->doc->sentences.rows[w->sentence].first_token; /* where every word has a capital */
    if (tagged(w, first) == DL_NAME_PLACE && !(name->weak && (w->mute || opens))) return DL_VERDICT_YES;
    return name->weak || (w->mute && !name->capital && first == last) ? DL_VERDICT_NO : DL_VERDICT_YES;
}
