/* Verbs, their patterns and the sets of synonyms.
 *
 *     &TIETYPES                                    a set; "+" lines are its words, or other sets
 *     --- ABANDON [345] ---                        a block: the code of its verbs
 *     ABANDON {ABANDONED} [344]                    a verb, its irregular forms, a code of its own
 *     +CUT_OFF, WIRE_+TAP                          a verb of several words; "+" stands before the one that is inflected
 *     - $ * {FULL &TIETYPES TIES} (WITH +) [080]   a pattern: "*" is the verb, {} a noun phrase, () a prepositional one, "+" where the target stands,
 * "$" the source, "%" both, "^" anything A code [a:b] is that of what the source does and of what is done to it.
 *
 * A pattern becomes the conditions of a row (spec/lexicon.md): what it says of words behind the verb, of its object, particle or complement; of those
 * before it, of its subject, modal or adverb. Order and distance of words cannot be said, for the tree decides. */
#include "lexicon/petrarch.h"

enum { MOST_VERBS = 128, MOST_CONDITIONS = 24, MOST_BYTES = 1000, MOST_LIST = 60000 };

/* One row: conditions are joined by blanks. */
typedef struct pattern {
    dl_bytes conditions[MOST_CONDITIONS];
    uint32_t count;
    dl_bytes who, whom; /* roles, empty: as usual */
    bool both;          /* the parties stand on both sides */
    bool negated;       /* it names the negated verb */
} pattern;

typedef struct verb {
    dl_bytes lemma, code; /* code empty: that of the block */
    pattern more;         /* of the other words of a verb of several */
} verb;

typedef struct verbs {
    dl_petrarch *p;
    dl_bytes block; /* code */
    verb all[MOST_VERBS];
    uint32_t count;
    dl_bytes set; /* name of the set that is read; empty: none */
    dl_buffer words;
} verbs;

/* ---------------------------------------------------------------- codes */

/* The PLOVER event of a CAMEO code, by its root; a statement (01) and codes that are none of CAMEO's have none. */
static const char *event_of(dl_bytes code) {
    static const char *const roots[] = {"OTHER",   "OTHER",    "REQUEST",  "AGREE",   "CONSULT", "SUPPORT", "COOPERATE",
                                        "AID",     "CONCEDE",  "ACCUSE",   "REQUEST", "ACCUSE",  "REJECT",  "THREATEN",
                                        "PROTEST", "MOBILIZE", "SANCTION", "COERCE",  "ASSAULT", "ASSAULT", "ASSAULT"};
    if (code.size < 2 || !dl_is_digit(code.data[0]) || !dl_is_digit(code.data[1])) return "OTHER";
    unsigned root = (unsigned)(code.data[0] - '0') * 10 + (unsigned)(code.data[1] - '0');
    if (dl_bytes_start(code, "087")) return "RETREAT";
    return root < sizeof roots / sizeof *roots ? roots[root] : "OTHER";
}

static bool null_code(dl_bytes code) {
    return !code.size || strchr("-+#", code.data[0]);
}

/* The letters and digits at its front. */
static dl_bytes plain_code(dl_bytes code) {
    size_t n = 0;
    while (n < code.size && (dl_is_alnum(code.data[n]))) n++;
    return (dl_bytes){code.data, n};
}

/* ---------------------------------------------------------------- conditions */

static bool among(dl_bytes word, const char *words) {
    dl_bytes rest = dl_bytes_of(words), one;
    while (dl_bytes_cut(&rest, ' ', &one))
        if (dl_bytes_equal(one, word)) return true;
    return false;
}

static const char prepositions[] =
    "about above across after against along amid among around as at before behind below beneath beside between beyond by despite during for "
    "from in inside into near of off on onto outside over since through to toward towards under until upon via with within without";
static const char particles[] = "up down off out over back away apart aside in forward together";
static const char auxiliaries[] = "be is are am was were been being do does did have has had is to";
static const char modals[] = "will would can could may might shall should must";
static const char negations[] = "not n't never no neither";

static void require(verbs *v, pattern *t, dl_bytes condition) {
    if (t->count == MOST_CONDITIONS || condition.size > MOST_BYTES)
        dl_petrarch_remark(v->p, "a pattern of more than 24 parts, or a very long word: not asked for:", condition);
    else
        t->conditions[t->count++] = condition;
}

static const dl_petrarch_set *set_named(const dl_petrarch *p, dl_bytes id) {
    for (DL_EACH(i, &p->synonyms))
        if (dl_bytes_equal(p->synonyms.rows[i].id, id)) return &p->synonyms.rows[i];
    return NULL;
}

/* The words that a word of a pattern may be: "@petrarch-town" for a set, "tie|ties" for a word, "a|b" for A/B. */
static dl_bytes choices(dl_petrarch *p, dl_bytes word) {
    dl_bytes out = {0}, one;
    while (dl_bytes_cut(&word, '/', &one)) {
        if (!one.size) continue;
        dl_bytes lower = dl_petrarch_words(p, one, DL_PETRARCH_LOWER), forms = one.data[0] == '&' ? (dl_bytes){0} : dl_petrarch_forms(p, lower);
        if (one.data[0] == '&') {
            dl_bytes name = dl_petrarch_id(p, one);
            if (!set_named(p, name)) dl_petrarch_remark(p, "a set that is not named before, or of which nothing is left: never there:", one);
            forms = dl_arena_printf(p->arena, "@%.*s", (int)name.size, name.data);
        }
        if (forms.size)
            out = dl_arena_printf(p->arena, "%.*s%s%.*s", (int)out.size, out.data ? out.data : "", out.size ? "|" : "", (int)forms.size, forms.data);
    }
    return out;
}

static void require_words(verbs *v, pattern *t, const char *role, dl_bytes word) {
    dl_bytes words = choices(v->p, word);
    if (words.size) require(v, t, dl_arena_printf(v->p->arena, "%s=%.*s", role, (int)words.size, words.data));
}

/* Takes the next word off; "A_B" are two. */
static bool next_word(dl_bytes *rest, dl_bytes *word) {
    while (rest->size && (dl_is_space(rest->data[0]) || rest->data[0] == '_' || strchr("{})", rest->data[0])))
        *rest = (dl_bytes){rest->data + 1, rest->size - 1};
    size_t n = 0;
    while (n < rest->size && !dl_is_space(rest->data[n]) && rest->data[n] != '_' && !strchr("{}()", rest->data[n])) n++;
    if (!n && rest->size) n = 1;
    *word = (dl_bytes){rest->data, n};
    *rest = (dl_bytes){rest->data + n, rest->size - n};
    return n != 0;
}

static bool is_sign(dl_bytes word) {
    return word.size == 1 && strchr("+$^%", word.data[0]);
}

/* A noun phrase: its last word is the head, the others stand in front of it. `roles` are separated by "|". */
static void noun_phrase(verbs *v, pattern *t, dl_bytes text, const char *roles) {
    dl_bytes word, words[16];
    uint32_t count = 0;
    while (next_word(&text, &word) && count < 16)
        if (!is_sign(word) && !among(dl_petrarch_words(v->p, word, DL_PETRARCH_LOWER), "the a an")) words[count++] = word;
    if (!count) return;
    require_words(v, t, roles, words[count - 1]);
    for (uint32_t i = 0; i + 1 < count; i++) {
        char modified[64];
        size_t size = 0;
        dl_bytes rest = dl_bytes_of(roles), role;
        while (dl_bytes_cut(&rest, '|', &role)) {
            if (among(role, "prt xcomp mod")) continue;
            if (size) modified[size++] = '|';
            memcpy(modified + size, role.data, role.size);
            memcpy(modified + size + role.size, ".mod", 5);
            size += role.size + 4;
        }
        if (size) require_words(v, t, modified, words[i]);
    }
}

/* The sign that stands in a phrase, or 0. */
static char sign_in(dl_bytes text) {
    dl_bytes word;
    while (next_word(&text, &word))
        if (word.size == 1 && (word.data[0] == '+' || word.data[0] == '$')) return word.data[0];
    return 0;
}

/* (WITH LEADERS), (UP), (TO LEAVE), (AT ^). */
static void prepositional(verbs *v, pattern *t, dl_bytes text, bool behind) {
    dl_bytes word, rest = text;
    if (!next_word(&rest, &word)) return;
    dl_bytes first = dl_petrarch_words(v->p, word, DL_PETRARCH_LOWER);
    char sign = sign_in(rest);
    bool more = false;
    for (dl_bytes left = rest, one; next_word(&left, &one);) more |= !is_sign(one);
    if (behind && among(first, particles) && !among(first, "in aside")) {
        require_words(v, t, "prt", word);
        noun_phrase(v, t, rest, "obj|xcomp");
        return;
    }
    if (!among(first, prepositions)) {
        dl_petrarch_remark(v->p, "a phrase in () that begins with no preposition is read as a noun phrase:", text);
        noun_phrase(v, t, text, behind ? "obj|xcomp" : "subj|obj");
        return;
    }
    if (sign == '+') t->whom = first;
    if (sign == '$') t->who = first;
    if (!more)
        require(v, t, first);
    else
        noun_phrase(v, t, rest, dl_bytes_is(first, "to") ? "to|xcomp" : first.data);
}

/* A word by itself, or a preposition with the word behind it ("ON SANCTIONS"), which is then taken off *rest. */
static void single(verbs *v, pattern *t, dl_bytes word, dl_bytes *rest, bool behind) {
    dl_bytes lower = dl_petrarch_words(v->p, word, DL_PETRARCH_LOWER);
    if (word.data[0] != '&' && among(lower, negations))
        t->negated = true, require(v, t, DL_LIT("neg"));
    else if (among(lower, "the a an") || (!behind && among(lower, auxiliaries)))
        return; /* the tree tells no auxiliary from another */
    else if (!behind && among(lower, modals))
        require_words(v, t, "modal", word);
    else if (behind && among(lower, particles))
        require_words(v, t, "prt", word);
    else if (behind && among(lower, prepositions)) {
        dl_bytes noun, left = *rest;
        if (next_word(&left, &noun) && !is_sign(noun))
            *rest = left, noun_phrase(v, t, noun, lower.data);
        else
            require(v, t, lower);
    } else
        require_words(v, t, behind ? "obj|xcomp|prt" : "subj|obj|mod", word);
}

/* What stands on one side of the verb. */
static void side(verbs *v, pattern *t, dl_bytes text, bool behind) {
    dl_bytes word;
    while ((text = dl_bytes_trim(text)).size) {
        char open = text.data[0], close = open == '{' ? '}' : ')';
        if (open == '{' || open == '(') {
            const char *end = memchr(text.data, close, text.size);
            size_t n = end ? (size_t)(end - text.data) : text.size;
            dl_bytes inside = {text.data + 1, n - 1};
            text = (dl_bytes){text.data + n + (end != NULL), text.size - n - (end != NULL)};
            if (open == '(')
                prepositional(v, t, inside, behind);
            else
                noun_phrase(v, t, inside, behind ? "obj|xcomp" : "subj|obj");
            continue;
        }
        if (!next_word(&text, &word)) return;
        if (!is_sign(word)) {
            single(v, t, word, &text, behind);
        } else if (word.data[0] == '%')
            t->both = true;
        else if (word.data[0] == '+' && !behind)
            t->whom = DL_LIT("subj,obj");
        else if (word.data[0] == '$' && behind)
            t->who = DL_LIT("obj.any,any");
    }
}

/* ---------------------------------------------------------------- rows */

/* Where a party stands if the pattern does not say: the first actor of the subject's phrase, or of a phrase that may stand for it in a passive; the
 * first of the object's, or of what else the verb governs. */
static const char usual_who[] = "subj.any,in.any,from.any,at.any,over.any,with.any", usual_whom[] = "obj.any,any";

static void write_row(verbs *v, dl_bytes lemma, const pattern *more, const pattern *t, dl_bytes code) {
    dl_petrarch *p = v->p;
    dl_buffer list = {0};
    const pattern *const parts[] = {more, t};
    for (size_t k = 0; k < 2; k++)
        for (uint32_t i = 0; parts[k] && i < parts[k]->count; i++) {
            if (list.size) dl_petrarch_put(p, &list, DL_LIT(" "));
            dl_petrarch_put(p, &list, parts[k]->conditions[i]);
        }
    dl_bytes first = code, second = {0}, who = t && t->who.size ? t->who : dl_bytes_of(usual_who),
             whom = t && t->whom.size ? t->whom : dl_bytes_of(usual_whom);
    if (t && t->both) whom = (dl_bytes){"", 0};
    const char *colon = code.size ? memchr(code.data, ':', code.size) : NULL;
    if (colon) first.size = (size_t)(colon - code.data), second = (dl_bytes){colon + 1, code.size - first.size - 1};
    bool both = (t && t->both) || (second.size && dl_bytes_equal(first, second));
    if (!first.size && second.size) { /* only what is done to the source */
        dl_bytes turned = who;
        first = second, second = (dl_bytes){0}, who = whom, whom = turned;
    }
    if (second.size && !both) dl_petrarch_remark(p, "one row has one code: what is done to the source is left out:", code);
    bool null = null_code(first);
    if (!null && (plain_code(first).size < first.size || first.size > 16)) {
        dl_petrarch_remark(p, "no code of letters and digits: left out:", first);
        return;
    }
    const char *flags = both ? "symmetric" : t && t->negated ? "negated" : "";
    dl_bytes none = {"", 0}, conditions = {list.data, list.size};
    dl_bytes stop[] = {lemma, DL_LIT("v"), conditions, DL_LIT("-"), none, none, none, none};
    dl_bytes row[] = {lemma, DL_LIT("v"), conditions, dl_bytes_of(event_of(first)), first, who, whom, dl_bytes_of(flags)};
    dl_petrarch_row(p, &p->verbs, null ? stop : row, 8);
}

/* The plain verbs of a block share a row; a verb of several words has one of its own. */
static void write_pattern(verbs *v, const pattern *t, dl_bytes code) {
    dl_bytes lemmas = {0};
    for (uint32_t i = 0; i < v->count; i++) {
        const verb *one = &v->all[i];
        if (one->more.count)
            write_row(v, one->lemma, &one->more, t, code);
        else
            lemmas = dl_arena_printf(v->p->arena, "%.*s%s%.*s", (int)lemmas.size, lemmas.data ? lemmas.data : "", lemmas.size ? "|" : "",
                                     (int)one->lemma.size, one->lemma.data);
    }
    if (lemmas.size) write_row(v, lemmas, NULL, t, code);
}

static void read_pattern(verbs *v, dl_bytes line) {
    dl_bytes code = {0}, text = line, inside, rest = line;
    while (dl_petrarch_between(&rest, '[', ']', &inside)) code = inside, text.size = (size_t)(inside.data - line.data);
    const char *bracket = memchr(text.data, '[', text.size), *star = memchr(text.data, '*', text.size);
    if (bracket) text.size = (size_t)(bracket - text.data);
    if (!star || star >= text.data + text.size || !v->count || !code.size) {
        dl_petrarch_remark(v->p, "a pattern without verb, * or code: left out:", line);
        return;
    }
    const char *second = memchr(star + 1, '*', (size_t)(text.data + text.size - star) - 1);
    dl_bytes after = {star + 1, (size_t)(text.data + text.size - star) - 1};
    if (second) dl_petrarch_remark(v->p, "a second * says nothing here:", line);
    pattern *t = DL_NEW(v->p->arena, pattern);
    side(v, t, (dl_bytes){text.data, (size_t)(star - text.data)}, false);
    side(v, t, after, true);
    if (t->both) require(v, t, DL_LIT("subj:several"));
    if (dl_bytes_start(code, "+++") || dl_bytes_start(code, "###"))
        dl_petrarch_remark(v->p, "a code that discards the report only stops the event here:", code);
    if (!t->count) dl_petrarch_remark(v->p, "a pattern that asks for nothing but places of the parties:", line);
    write_pattern(v, t, code);
}

/* ---------------------------------------------------------------- verbs and blocks */

static void add_verb(verbs *v, dl_bytes text, dl_bytes code) {
    dl_petrarch *p = v->p;
    if (v->count == MOST_VERBS) {
        dl_petrarch_remark(p, "more than 128 verbs of one block: left out:", text);
        return;
    }
    verb *one = &v->all[v->count];
    *one = (verb){.code = code};
    const char *plus = memchr(text.data, '+', text.size);
    dl_bytes before = {text.data, plus ? (size_t)(plus - text.data) : 0},
             rest = {text.data + (plus ? before.size + 1 : 0), text.size - before.size - (plus != NULL)}, word;
    if (!next_word(&rest, &word)) return;
    one->lemma = dl_petrarch_words(p, word, DL_PETRARCH_LOWER);
    if (!one->lemma.size || !dl_petrarch_fits(one->lemma)) return;
    while (next_word(&before, &word)) single(v, &one->more, word, &before, false);
    while (next_word(&rest, &word)) single(v, &one->more, word, &rest, true);
    v->count++;
    dl_bytes own = code.size ? code : v->block;
    if (null_code(own) && !memchr(own.data ? own.data : "", ':', own.size)) return;
    write_row(v, one->lemma, one->more.count ? &one->more : NULL, NULL, own);
}

static void read_block(verbs *v, dl_bytes line) {
    dl_bytes inside;
    v->count = 0;
    v->block = (dl_bytes){0};
    if (dl_petrarch_between(&line, '[', ']', &inside))
        v->block = inside;
    else
        dl_petrarch_remark(v->p, "a block without a code:", line);
}

static void read_verb(verbs *v, dl_bytes line) {
    dl_bytes code = {0}, rest = line;
    dl_petrarch_between(&rest, '[', ']', &code);
    size_t end = 0;
    while (end < line.size && line.data[end] != '{' && line.data[end] != '[') end++;
    add_verb(v, dl_bytes_trim((dl_bytes){line.data, end}), code);
}

/* ---------------------------------------------------------------- sets */

static void close_set(verbs *v) {
    dl_petrarch *p = v->p;
    if (v->set.size && v->words.size) {
        dl_bytes id = dl_petrarch_id(p, v->set), words = {v->words.data, v->words.size};
        dl_petrarch_row(p, &p->sets, (dl_bytes[]){id, words}, 2);
        *DL_PUSH(p->arena, &p->synonyms) = (dl_petrarch_set){id, words};
    }
    v->set = (dl_bytes){0};
    v->words = (dl_buffer){0};
}

static void add_words(verbs *v, dl_bytes words) {
    if (v->words.size + words.size > MOST_LIST) {
        dl_petrarch_remark(v->p, "the list is too long: left out:", words);
        return;
    }
    if (v->words.size) dl_petrarch_put(v->p, &v->words, DL_LIT("|"));
    dl_petrarch_put(v->p, &v->words, words);
}

static void read_member(verbs *v, dl_bytes text) {
    dl_petrarch *p = v->p;
    if (text.size && text.data[0] == '&') {
        const dl_petrarch_set *set = set_named(p, dl_petrarch_id(p, text));
        if (set)
            add_words(v, set->words);
        else
            dl_petrarch_remark(p, "a set in a set that is not named before it: left out:", text);
        return;
    }
    dl_bytes words = dl_petrarch_words(p, text, DL_PETRARCH_LOWER);
    if (!words.size || memchr(words.data, ' ', words.size) || !dl_petrarch_fits(words))
        dl_petrarch_remark(p, "a list holds single words, which are compared with the head of a phrase: left out:", text);
    else
        add_words(v, dl_petrarch_forms(p, words));
}

static void read_line(verbs *v, dl_bytes line) {
    if (dl_bytes_start(line, "---")) {
        close_set(v);
        read_block(v, line);
    } else if (line.data[0] == '&') {
        close_set(v);
        v->set = line;
    } else if (v->set.size && line.data[0] == '+') {
        read_member(v, dl_bytes_trim((dl_bytes){line.data + 1, line.size - 1}));
    } else if (line.data[0] == '~') {
        dl_petrarch_remark(v->p, "a transformation: status and complements are read from the tree instead: left out:", line);
    } else if (line.data[0] == '-') {
        read_pattern(v, (dl_bytes){line.data + 1, line.size - 1});
    } else if (memchr(line.data, '*', line.size)) {
        read_pattern(v, line);
    } else {
        read_verb(v, line);
    }
}

void dl_petrarch_verbs(dl_petrarch *p, dl_bytes bytes) {
    verbs *v = DL_NEW(p->arena, verbs);
    dl_bytes line;
    v->p = p;
    p->synonyms.count = 0;
    while (dl_petrarch_line(p, &bytes, &line)) read_line(v, dl_bytes_trim(line));
    close_set(v);
}
