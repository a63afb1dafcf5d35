#include "count/group.h"

#include "doc/ud.h"

enum { NOUN_WORDS = 9, OLDEST = 115 };

static bool is_hyphen(const dl_count_reader *r, uint32_t token) {
    return token < r->end && dl_count_is(r, token, "-");
}

/* "a Libyan", "two Sudanese", "an Iraqi": capital and ending of a demonym. */
static bool demonym(const dl_count_reader *r, uint32_t token) {
    static const char *const endings[] = {"an", "ese", "ish", "i", "ch", "ot"};
    dl_bytes word = dl_token_text(r->doc, token);
    if (word.size && word.data[word.size - 1] == 's') word.size--; /* "Americans" */
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (word.size > 4 && dl_is_upper(word.data[0]) && dl_is_lower(word.data[1]) && dl_bytes_finish(word, endings[i])) return true;
    return false;
}

/* People by tag or name: "five Iraqis", "12 Americans". */
static bool names_a_people(const dl_count_reader *r, uint32_t token) {
    const dl_token *t = dl_count_token(r, token);
    unsigned kind = t->name & ~(unsigned)DL_NAME_BEGIN;
    return kind == DL_NAME_NATIONALITY || kind == DL_NAME_GROUP || (t->xpos == DL_XPOS_NNPS && demonym(r, token));
}

static bool ends_noun_phrase(const dl_count_reader *r, uint32_t token) {
    const dl_count_word *w = dl_count_word_at(r, token);
    char c = dl_count_char(r, token);
    dl_function function = dl_count_function(r, token);
    if (w->time || function == DL_FUNCTION_SKIP || (function && !w->people)) return true;
    if ((unsigned char)c < 0x80 && !dl_is_alpha(c)) return true;
    switch (dl_count_token(r, token)->upos) {
    case DL_UPOS_NONE:
    case DL_UPOS_ADJ:
    case DL_UPOS_NOUN:
    case DL_UPOS_PROPN:
    case DL_UPOS_X:
        return false;
    case DL_UPOS_VERB:
        return dl_count_token(r, token)->xpos != DL_XPOS_VBN && dl_count_token(r, token)->xpos != DL_XPOS_VBG && !w->people;
    default:
        return !w->people && !w->thing_length;
    }
}

/* A harm word inside the noun phrase: counted itself ("39 deaths", "dead bodies"), or an attribute of a noun that follows ("two wounded soldiers").
 */
static bool attributive(const dl_count_reader *r, uint32_t token, const dl_count_word *w) {
    uint32_t next = token + w->harm_length;
    if (next >= r->end) return false;
    const dl_count_word *n = dl_count_word_at(r, next);
    bool function = dl_count_function(r, next) != DL_FUNCTION_NONE;
    if (n->time || function || n->part) return n->people && !function;
    if (n->people) return true;
    return dl_count_token(r, next)->upos == DL_UPOS_NOUN || dl_count_token(r, next)->upos == DL_UPOS_ADJ;
}

typedef struct phrase_reading {
    uint32_t at, noun_first, last;
    uint8_t noun;
    bool known; /* an earlier word already named people */
} phrase_reading;

static void take(dl_group *g, phrase_reading *p, uint8_t noun, uint32_t token, uint32_t length) {
    p->noun = noun;
    p->last = g->head = token + length - 1;
    p->at = token + length;
    if (!p->noun_first) p->noun_first = token;
}

/* One word of the noun phrase; false where it ends. */
static bool noun_step(const dl_count_reader *r, dl_group *g, phrase_reading *p) {
    uint32_t t = p->at;
    const dl_count_word *w = dl_count_word_at(r, t);
    if (is_hyphen(r, t) && t + 1 < r->end && dl_count_token(r, t - 1)->glued && !dl_is_digit(dl_count_char(r, t + 1))) {
        p->at++;
        return true;
    }
    if (w->harm && !w->time) {
        const dl_harm_row *row = &r->rows[w->harm - 1];
        bool state = p->known && row->what == DL_WHAT_ABDUCTED && !dl_bytes_finish(dl_token_text(r->doc, t), "s"); /* "took 30 villagers hostage" */
        if (state) return false;
        if (row->takes == DL_TAKES_NOUN || row->takes == DL_TAKES_PEOPLE) {
            take(g, p, DL_GROUP_HARM, t, w->harm_length);
            g->noun_harm = t;
            return true;
        }
        if (!p->noun_first && w->past + (row->takes == DL_TAKES_STATE) > 0 && attributive(r, t, w)) {
            g->noun_harm = t;
            p->at = t + w->harm_length;
            return true;
        }
        return false;
    }
    bool goes_on = p->noun && dl_count_token(r, t)->upos == DL_UPOS_VERB && dl_count_token(r, t)->xpos == DL_XPOS_VBG;
    if (goes_on || ends_noun_phrase(r, t)) return false; /* "a school | sheltering displaced people" */
    if (w->people_length) {
        take(g, p, DL_GROUP_PEOPLE, t, w->people_length);
        p->known = true;
    } else if (w->thing_length) {
        take(g, p, DL_GROUP_THING, t, w->thing_length);
    } else if (names_a_people(r, t) ||
               (demonym(r, t) && (t + 1 == r->end || (!p->noun_first && g->number.article && !dl_is_alpha(dl_count_char(r, t + 1))) ||
                                  dl_count_function(r, t + 1) || dl_count_word_at(r, t + 1)->harm))) {
        take(g, p, DL_GROUP_PEOPLE, t, 1);
    } else {
        unsigned upos = dl_count_token(r, t)->upos;
        if (upos == DL_UPOS_NONE && p->known) return false;
        if (!p->noun_first) p->noun_first = t;
        if (upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN || upos == DL_UPOS_NONE)
            take(g, p, DL_GROUP_UNKNOWN, t, 1);
        else
            p->at++;
    }
    return true;
}

/* "members of the Jordanian security forces": the "of" phrase belongs to the people. */
static void of_phrase(const dl_count_reader *r, dl_group *g, phrase_reading *p) {
    const dl_count_word *w = dl_count_word_at(r, g->head);
    uint32_t t = p->last + 1, limit = t + NOUN_WORDS;
    if (!w->people || !dl_know_cell(r->know, r->people, w->people - 1u, r->of_column).size || !dl_count_is(r, t, "of")) return;
    for (t++; t < r->end && t < limit; t++) {
        dl_function f = dl_count_is(r, t, "one") ? DL_FUNCTION_THE : dl_count_function(r, t); /* "seven members of one family" */
        if (f != DL_FUNCTION_THE && !is_hyphen(r, t) && ends_noun_phrase(r, t) && !dl_count_word_at(r, t)->people) break;
        if (dl_count_word_at(r, t)->harm && dl_count_word_at(r, t)->past) break;
        if (f != DL_FUNCTION_THE) p->last = t;
    }
}

/* "of the", "of those", "of them" between number and noun: the number is a part of the noun's people. */
static uint32_t partitive(const dl_count_reader *r, uint32_t t) {
    if (!dl_count_is(r, t, "of") || dl_count_word_at(r, t)->part) return t;
    uint32_t next = t + 1;
    while (next < r->end && next < t + 4 && dl_count_function(r, next) == DL_FUNCTION_THE) next++;
    if (next == t + 1 || next >= r->end) return t;
    dl_number inner;
    bool whole = dl_number_read(r, next, &inner) && !inner.article; /* "two of the 20 passengers" */
    return whole ? inner.last + 1 : next;
}

/* "a 45-year-old man": passes over the age. */
static uint32_t behind_age(const dl_count_reader *r, uint32_t t) {
    dl_number years;
    uint32_t from = t;
    if (!dl_number_read(r, t, &years) || !is_hyphen(r, years.last + 1)) return from;
    t = years.last + 2;
    if (!dl_count_is(r, t, "year") && !dl_count_is(r, t, "month") && !dl_count_is(r, t, "week") && !dl_count_is(r, t, "day")) return from;
    if (!is_hyphen(r, t + 1) || !dl_count_is(r, t + 2, "old")) return from;
    return t + 3 < r->end && !ends_noun_phrase(r, t + 3) ? t + 3 : from;
}

static void read_noun(const dl_count_reader *r, dl_group *g) {
    uint32_t begin = partitive(r, g->number.last + 1);
    if (g->number.article) begin = behind_age(r, begin);
    phrase_reading p = {.at = begin, .last = g->number.last};
    g->head = g->number.last;
    while (p.at < r->end && p.at < begin + NOUN_WORDS && noun_step(r, g, &p)) {
    }
    bool picked = begin > g->number.last + 1 && begin < r->end && dl_count_word_at(r, begin)->harm && !p.noun_first; /* "two of the wounded" */
    g->noun = p.noun;
    g->picked = picked ? begin : 0;
    g->last = picked ? begin : p.last;
    if (!p.noun_first && dl_count_is(r, g->last + 1, "more") && !dl_count_is(r, g->last + 2, "than")) { /* "twenty more were hurt" */
        g->last = g->head = g->last + 1;
        g->others = true;
    }
    if (!p.noun_first) return;
    if (p.noun == DL_GROUP_PEOPLE) of_phrase(r, g, &p);
    if (p.noun == DL_GROUP_PEOPLE || p.noun == DL_GROUP_UNKNOWN) g->who_first = p.noun_first, g->who_last = p.last;
    if (p.noun == DL_GROUP_HARM && dl_count_word_at(r, g->noun_harm)->people && dl_count_harm(r, g->noun_harm)->what)
        g->who_first = p.noun_first, g->who_last = p.last;
    g->last = p.last;
    g->others = dl_count_is(r, g->head, "others") || dl_count_is(r, g->head, "other");
}

/* "a father | of two": the children are not counted with the one. */
static bool parent(const dl_count_reader *r, uint32_t of) {
    return of > r->first && dl_count_is(r, of, "of") &&
           dl_bytes_among(dl_token_text(r->doc, of - 1), "father mother parent dad grandfather grandmother widow widower");
}

/* "a boy | of 14": how old he is. */
static bool one_of_age(const dl_count_reader *r, uint32_t of) {
    if (of <= r->first || !dl_count_is(r, of, "of") || dl_count_token(r, of - 1)->xpos != DL_XPOS_NN) return false;
    return dl_bytes_among(dl_count_token(r, of - 1)->lemma, "boy girl man woman child teenager youth son daughter");
}

/* "a crew | of five", "a family of four": a number that nothing stands behind tells how many the body in front has. */
static bool counted_behind(const dl_count_reader *r, uint32_t of, dl_number *number) {
    if (of + 1 >= r->end || !dl_count_is(r, of, "of") || !dl_number_read(r, of + 1, number) || number->article) return false;
    if (parent(r, of) || one_of_age(r, of)) return false;
    uint32_t next = number->last + 1;
    return next >= r->end || ends_noun_phrase(r, next);
}

/* A body of people that no number stands before: "its crew of five". */
static bool read_body(const dl_count_reader *r, uint32_t token, dl_group *g) {
    uint32_t length = dl_count_word_at(r, token)->people_length, last = token + length - 1;
    dl_number number;
    if (!length || dl_count_word_at(r, token)->time || !counted_behind(r, last + 1, &number)) return false;
    *g = (dl_group){
        .number = number, .first = token, .last = number.last, .who_first = token, .who_last = last, .head = last, .noun = DL_GROUP_PEOPLE};
    return true;
}

/* "aged 20 and 25"; "a boy of 14"; "a man, 45, was killed": a bare number between two marks behind a noun. */
static bool age(const dl_count_reader *r, const dl_group *g) {
    uint32_t first = g->number.first, next = g->number.last + 1;
    if (dl_count_is(r, first - 1, "aged") || dl_count_is(r, first - 1, "age")) return true;
    if (first >= r->first + 2 && dl_count_is(r, first - 1, "of") && (dl_count_is(r, first - 2, "age") || dl_count_is(r, first - 2, "ages")))
        return true;
    if (g->noun != DL_GROUP_NO_NOUN || g->number.best > OLDEST || first < r->first + 2) return false;
    if (one_of_age(r, first - 1)) return true;
    bool row = dl_count_function(r, first - 1) == DL_FUNCTION_AND || dl_count_is(r, first - 1, "to");
    if (row && first >= r->first + 3 && dl_count_is(r, first - 3, "aged")) return true;
    if (row && first >= r->first + 4 && dl_count_is(r, first - 4, "aged") && dl_count_is(r, first - 3, "between")) return true;
    bool marks = dl_count_is(r, first - 1, ",") && next < r->end && (dl_count_is(r, next, ",") || dl_count_is(r, next, "."));
    unsigned upos = dl_count_token(r, first - 2)->upos;
    return marks && !dl_count_word_at(r, first - 2)->harm && (upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN);
}

/* Money, percentages, ages, names with numbers ("Resolution 425", "M-20"), dates: no number of people. */
static bool guarded(const dl_count_reader *r, const dl_group *g) {
    uint32_t first = g->number.first, next = g->number.last + 1;
    for (uint32_t t = first; t <= g->number.last; t++)
        if (dl_count_word_at(r, t)->time) return true;
    if (is_hyphen(r, next) && dl_count_token(r, next - 1)->glued && !g->number.article) return true;
    if (next < r->end && (dl_count_is(r, next, "%") || dl_count_is(r, next, "percent"))) return true;
    if (dl_count_is(r, g->last + 1, "per")) return true; /* "three deaths per 100,000 people" */
    if (first == r->first) return false;
    bool title = !dl_is_upper(dl_count_char(r, first - 1)) && dl_is_upper(dl_count_char(r, first)) && next < r->end &&
                 dl_is_upper(dl_count_char(r, next)); /* "the Ten Rings", but not "Bomb Kills Three Soldiers" */
    bool all_but = first >= r->first + 2 && dl_count_is(r, first - 1, "but") && dl_count_is(r, first - 2, "all");
    if (title || all_but || dl_count_is(r, first - 1, "per")) return true; /* "18 deaths per 100,000 people" */
    char before = dl_count_char(r, first - 1);
    if (before == '$' || before == '#' || before == '/') return true;
    if ((unsigned char)before >= 0xc2 && dl_span_size(dl_count_token(r, first - 1)->span) <= 3 && dl_count_token(r, first - 1)->glued &&
        g->number.digits)
        return true; /* other currencies */
    if (dl_count_is(r, first - 1, "-") && first - 1 > r->first && dl_count_token(r, first - 2)->glued) return true;
    return age(r, g) || dl_count_is(r, first - 1, "No.") || dl_count_is(r, first - 1, "number");
}

static bool acts(const dl_count_reader *r, uint32_t t) {
    return t < r->end && (dl_count_word_at(r, t)->harm || dl_count_function(r, t) == DL_FUNCTION_BE || dl_count_function(r, t) == DL_FUNCTION_HAVE);
}

/* A bare number counts people only where it stands as a noun phrase of its own: not behind a noun or a preposition, not a year. */
static bool bare_possible(const dl_count_reader *r, const dl_group *g) {
    uint32_t first = g->number.first;
    if (g->number.digits && g->number.best >= 1900 && g->number.best < 2100 && dl_span_size(dl_count_token(r, g->number.last)->span) == 4)
        return false;
    if (first == r->first) return true;
    if (parent(r, first - 1)) return false;
    if (dl_count_is(r, first - 1, "to") || dl_count_is(r, first - 1, "of") || dl_count_is(r, first - 1, "at") || dl_count_is(r, first - 1, "with"))
        return true;
    if (dl_count_is(r, first - 1, "from") && dl_count_tolls(r)) return true; /* "the toll rose from 14 to 31" */
    if (dl_count_function(r, first - 1) == DL_FUNCTION_STOP) return acts(r, g->last + 1) && dl_count_says(r, first - 1); /* "said three died" */
    return !g->number.digits || dl_count_word_at(r, first - 1)->harm || !names_a_people(r, first - 1);
}

/* A possessive ending. */
static bool owns(const dl_count_reader *r, uint32_t token) {
    return dl_count_is(r, token, "'s") || dl_count_is(r, token, "'") || dl_count_is(r, token, "\xe2\x80\x99s") ||
           dl_count_is(r, token, "\xe2\x80\x99");
}

/* "a second arrest", "another death": one that is told apart from others, where "an arrest" may be any. */
static bool told_apart(const dl_count_reader *r, const dl_group *g) {
    if (dl_count_is(r, g->first, "another")) return true;
    return g->noun_harm == g->first + 2 && dl_bytes_among(dl_token_text(r->doc, g->first + 1), "second third fourth fifth sixth");
}

/* "both soldiers and civilians": no two. */
static bool both_and(const dl_count_reader *r, uint32_t token) {
    if (!dl_count_is(r, token, "both")) return false;
    for (uint32_t t = token + 2; t < r->end && t < token + 5; t++) {
        unsigned upos = dl_count_token(r, t)->upos;
        if (upos == DL_UPOS_VERB || upos == DL_UPOS_AUX || dl_count_is(r, t, ",")) return false;
        if (!dl_count_is(r, t, "and")) continue;
        return t + 1 < r->end && dl_count_token(r, t + 1)->upos != DL_UPOS_VERB; /* "telephoned both men and won" */
    }
    return false;
}

static bool read_group(const dl_count_reader *r, uint32_t token, dl_group *g) {
    *g = (dl_group){0};
    if (dl_count_word_at(r, token)->time || both_and(r, token) || !dl_number_read(r, token, &g->number)) return false;
    g->first = token;
    read_noun(r, g);
    dl_number inner;
    if (g->number.article && g->noun == DL_GROUP_PEOPLE && counted_behind(r, g->last + 1, &inner)) {
        g->number = inner;
        g->last = inner.last;
    }
    if (guarded(r, g)) return false;
    if (g->number.article && g->noun == DL_GROUP_NO_NOUN && dl_count_is(r, token - 1, "the")) return false; /* "the one on the mosque" */
    if (g->number.article && owns(r, g->last + 1)) return false;                                            /* "a doctors' committee" */
    uint32_t hedged = dl_number_hedge_after(r, g->last + 1, &g->number);
    g->last += hedged;
    if (hedged && g->noun == DL_GROUP_NO_NOUN) { /* "thirty or so fighters" */
        dl_group whole = *g;
        whole.number.last = g->last;
        read_noun(r, &whole);
        if (whole.noun != DL_GROUP_NO_NOUN) *g = whole;
    }
    bool pronoun = g->number.pronoun || dl_count_is(r, g->number.last, "one") || dl_count_is(r, g->number.last, "another");
    if (g->number.article && g->noun != DL_GROUP_PEOPLE && g->noun != DL_GROUP_HARM && !pronoun) return false;
    bool event = g->noun == DL_GROUP_HARM && dl_count_harm(r, g->noun_harm)->takes == DL_TAKES_NOUN;
    if (g->number.article && event && !dl_count_is(r, g->number.last, "one") && !told_apart(r, g)) return false; /* "an execution" */
    bool toll = g->noun == DL_GROUP_HARM && dl_count_harm(r, g->noun_harm)->takes == DL_TAKES_TOLL;
    if (toll && g->number.article) return false; /* "one of the highest death tolls" */
    if (g->number.none && g->noun == DL_GROUP_NO_NOUN) return dl_count_is(r, token + 1, "one") && (g->last = g->head = token + 1, true);
    return g->noun != DL_GROUP_NO_NOUN || bare_possible(r, g);
}

enum { ASIDE = 8 };

/* "including, according to the ministry, 54 children": an aside between commas behind the word that opens the part. */
static bool behind_aside(const dl_count_reader *r, uint32_t first) {
    if (first < r->first + 3 || !dl_count_is(r, first - 1, ",")) return false;
    for (uint32_t t = first - 2, steps = 0; t > r->first && steps < ASIDE; t--, steps++)
        if (dl_count_is(r, t, ",")) return dl_count_word_at(r, t - 1)->part == 1;
    return false;
}

static bool is_part(const dl_count_reader *r, const dl_group *g) {
    for (uint32_t back = 1; back <= 3 && g->first >= r->first + back; back++)
        if (dl_count_word_at(r, g->first - back)->part >= back) return true;
    if (behind_aside(r, g->first)) return true;
    for (uint32_t next = g->number.last + 1; next < r->end && next <= g->number.last + 3 && !dl_count_is(r, next, ",");
         next++) /* "12 people, of whom" are the whole */
        if (dl_count_word_at(r, next)->part && dl_count_is(r, next, "of")) return true;
    return false;
}

/* "eleven of them children": what they are stands behind. */
static void parts_own_people(const dl_count_reader *r, dl_group *g) {
    uint32_t noun = g->number.last + 3;
    bool of_them = g->part && g->noun == DL_GROUP_NO_NOUN && dl_count_is(r, noun - 1, "them") && dl_count_is(r, noun - 2, "of");
    if (!of_them || noun >= r->end || !dl_count_word_at(r, noun)->people_length) return;
    g->who_first = noun, g->who_last = g->last = g->head = noun + dl_count_word_at(r, noun)->people_length - 1;
    g->noun = DL_GROUP_PEOPLE;
}

/* Who says something is no victim of it: "..., a police spokesman said", "said two officials." */
static bool speaks(const dl_count_reader *r, const dl_group *g) {
    if (g->noun != DL_GROUP_PEOPLE) return false;
    uint32_t behind = g->last + 1;
    bool finite = behind < r->end && dl_count_token(r, behind)->xpos != DL_XPOS_VBN; /* not "36 people believed to have fled" */
    if (finite && (dl_count_says(r, behind) || dl_count_is(r, behind, "told") || dl_count_is(r, behind, "tell"))) return true;
    if (g->first > r->first + 1 && dl_count_is(r, g->first - 1, "to") && dl_count_is(r, g->first - 2, "according")) return true;
    if (g->first > r->first && dl_count_is(r, g->first - 1, "citing")) return true;
    bool ends = behind >= r->end || dl_count_is(r, behind, ".") || dl_count_is(r, behind, ",");
    return ends && g->first > r->first + 1 && dl_count_says(r, g->first - 1) && dl_count_is(r, g->first - 2, ",");
}

/* "nobody", "none": a number and its people in one word. */
static bool read_nobody(const dl_count_reader *r, uint32_t token, dl_group *g) {
    if (!dl_count_is(r, token, "nobody") && !dl_count_is(r, token, "none")) return false;
    *g = (dl_group){.number = {.first = token, .last = token, .none = true}, .first = token, .last = token, .head = token};
    dl_number whole;
    if (dl_count_is(r, token + 1, "of") && dl_number_read(r, token + 2 + dl_count_is(r, token + 2, "the"), &whole) && !whole.article)
        g->last = whole.last; /* "none of the 12" */
    return true;
}

/* Most words begin none. */
static bool may_begin_group(const dl_count_reader *r, uint32_t token) {
    return dl_count_word_at(r, token)->people_length || dl_number_may_begin(r, token) || dl_bytes_among(dl_token_text(r->doc, token), "nobody none");
}

static int64_t times(int64_t number, uint32_t sharers) {
    return number == DL_NO_COUNT ? number : number * sharers;
}

/* Joined to a noun without a figure or a preposition of its own. */
static bool shares(const dl_count_reader *r, uint32_t token, uint32_t head) {
    const dl_token *tokens = r->doc->tokens.rows;
    if (tokens[token].head != head || tokens[token].deprel != DL_DEP_CONJ || tokens[token].upos == DL_UPOS_NUM) return false;
    for (uint32_t t = head + 1; t < token; t++)
        if (tokens[t].head == token && (tokens[t].deprel == DL_DEP_CASE || tokens[t].upos == DL_UPOS_NUM)) return false;
    return true;
}

/* "Two soldiers each | from Mali and Niger", "three each in Lima and Cusco": that many for every one of those behind. */
static void take_each(const dl_count_reader *r, dl_group *g) {
    enum { MOST = 1000000 };
    const dl_token *tokens = r->doc->tokens.rows;
    uint32_t opener = g->last + 2, sharers = 1;
    dl_number *n = &g->number;
    if (opener + 1 >= r->end || !dl_count_is(r, g->last + 1, "each") || n->low > MOST || n->best > MOST || n->high > MOST) return;
    uint32_t head = dl_bytes_among(dl_token_text(r->doc, opener), "from in at near of") ? tokens[opener].head : 0;
    if (head <= opener || head >= r->end) return;
    for (uint32_t t = head + 1; t < r->end; t++) sharers += shares(r, t, head);
    n->low = times(n->low, sharers), n->best = times(n->best, sharers), n->high = times(n->high, sharers);
}

void dl_groups_read(const dl_count_reader *r, dl_groups *groups) {
    groups->count = 0;
    for (uint32_t t = r->first; t < r->end;) {
        dl_group g;
        if (!may_begin_group(r, t) || (!read_nobody(r, t, &g) && !read_group(r, t, &g) && !read_body(r, t, &g))) {
            t++;
            continue;
        }
        take_each(r, &g);
        g.part = is_part(r, &g);
        parts_own_people(r, &g);
        g.speaks = speaks(r, &g);
        *DL_PUSH(&r->doc->arena, groups) = g;
        t = g.last >= t ? g.last + 1 : t + 1;
    }
}
