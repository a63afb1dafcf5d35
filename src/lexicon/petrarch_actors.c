/* Actors, with the dates of their codes, and agents.
 *
 *     GOLLUM                                      head; "+" lines are its other names
 *     +SMEAGOL
 *         [HOB <950601]  [HOBGOV 950601-990815]   codes, up to a day, between two, from one on (">"); one without days holds always
 *     FOREIGN_MINISTER {FOREIGN_MINISTERS} [~GOV] agent: "~" is where the code of whom it belongs to goes
 *     !PERSON! = MAN, WOMAN                       words that stand for others in agents
 */
#include "lexicon/petrarch.h"

#include "base/calendar.h"
#include "know/code.h"

enum { MOST_NAMES = 512, MOST_CODES = 64 };

typedef struct code {
    dl_bytes code, from, to;
} code;

typedef struct actor {
    dl_bytes names[MOST_NAMES];
    code codes[MOST_CODES];
    uint32_t name_count, code_count;
} actor;

/* YYMMDD or YYYYMMDD as an ISO date; two digits up to 30 are of this century. Empty where it is no date. */
static dl_bytes date(dl_petrarch *p, dl_bytes text) {
    int64_t number;
    text = dl_bytes_trim(text);
    if (dl_bytes_number(text, &number) != text.size || (text.size != 6 && text.size != 8)) return (dl_bytes){0};
    dl_date day = {.year = (int)(number / 10000), .month = (int)(number / 100 % 100), .day = (int)(number % 100)};
    if (text.size == 6) day.year += day.year > 30 ? 1900 : 2000;
    return dl_date_possible(day) ? dl_arena_printf(p->arena, "%04d-%02d-%02d", day.year, day.month, day.day) : (dl_bytes){0};
}

static void read_dates(dl_petrarch *p, dl_bytes text, code *c) {
    char sign = text.data[0];
    dl_bytes first = text, second = {0};
    const char *dash = memchr(text.data, '-', text.size);
    if (sign == '<' || sign == '>')
        first = (dl_bytes){text.data + 1, text.size - 1};
    else if (dash) {
        first.size = (size_t)(dash - text.data);
        second = (dl_bytes){dash + 1, text.size - first.size - 1};
    }
    dl_bytes one = date(p, first), two = second.size ? date(p, second) : (dl_bytes){0};
    if (!one.size || (second.size && !two.size)) {
        dl_petrarch_remark(p, "no days that can be read: the code is taken to hold always:", text);
        return;
    }
    c->from = sign == '<' ? (dl_bytes){0} : one;
    c->to = sign == '<' ? one : two;
}

/* "GOV", "---" or nothing where there is none: a null code. */
static dl_bytes sound_code(dl_petrarch *p, dl_bytes text) {
    size_t n = 0;
    while (n < text.size && (dl_is_alnum(text.data[n]) || text.data[n] == '/')) n++;
    if (n < text.size || !n) return (dl_bytes){0};
    char *upper = dl_arena_alloc(p->arena, n + 1);
    for (size_t i = 0; i < n; i++) upper[i] = dl_is_lower(text.data[i]) ? (char)(text.data[i] - 32) : text.data[i];
    return (dl_bytes){upper, n};
}

static void read_codes(dl_petrarch *p, actor *a, dl_bytes line) {
    dl_bytes inside, word;
    while (dl_petrarch_between(&line, '[', ']', &inside)) {
        if (a->code_count == MOST_CODES) {
            dl_petrarch_remark(p, "more than 64 codes of one actor: left out:", inside);
            return;
        }
        code *c = &a->codes[a->code_count++];
        *c = (code){0};
        size_t n = 0;
        while (n < inside.size && inside.data[n] != ' ' && inside.data[n] != '\t' && inside.data[n] != '<' && inside.data[n] != '>') n++;
        word = (dl_bytes){inside.data, n};
        c->code = sound_code(p, word);
        dl_bytes days = dl_bytes_trim((dl_bytes){inside.data + n, inside.size - n});
        if (days.size) read_dates(p, days, c);
    }
}

static void add_name(dl_petrarch *p, actor *a, dl_bytes text) {
    dl_bytes bracket = text, inside;
    if (dl_petrarch_between(&bracket, '(', ')', &inside)) { /* "ANIMAL_FRONT_(ALF)_": the short form is a name of its own */
        text.size = (size_t)(inside.data - text.data) - 1;
        while (text.size && text.data[text.size - 1] == '(') text.size--;
        add_name(p, a, text);
        add_name(p, a, inside);
        return;
    }
    dl_bytes words = dl_petrarch_words(p, text, DL_PETRARCH_TITLE);
    if (!words.size) return;
    if (!dl_petrarch_fits(words) || a->name_count == MOST_NAMES)
        dl_petrarch_remark(p, "a name of no word or of more than 16, or more than 512 names of one actor: left out:", text);
    else
        a->names[a->name_count++] = text;
}

/* The codes behind the country, three letters each: "GOVMIL" is "GOV,MIL". */
static dl_bytes roles_of(dl_petrarch *p, dl_bytes code) {
    dl_bytes roles = {"", 0};
    for (size_t i = dl_actor_country(code).size; i + 3 <= code.size; i += 3)
        roles = dl_arena_printf(p->arena, "%.*s%s%.3s", (int)roles.size, roles.data, roles.size ? "," : "", code.data + i);
    return roles;
}

/* The first name with capitals as names are written; all names also with only the first, for "Israeli troops". */
static dl_bytes aliases_of(dl_petrarch *p, const actor *a) {
    dl_buffer list = {0};
    for (uint32_t i = 0; i < a->name_count; i++) {
        if (i) dl_petrarch_put(p, &list, DL_LIT("|"));
        dl_petrarch_put(p, &list, dl_petrarch_words(p, a->names[i], DL_PETRARCH_FIRST));
    }
    return (dl_bytes){list.data, list.size};
}

static void write_actor(dl_petrarch *p, actor *a) {
    if (a->name_count && !a->code_count) dl_petrarch_remark(p, "an actor without a code: left out:", a->names[0]);
    if (!a->name_count || !a->code_count) return;
    dl_bytes name = dl_petrarch_words(p, a->names[0], DL_PETRARCH_TITLE), aliases = aliases_of(p, a), id = dl_petrarch_id(p, a->names[0]),
             source = dl_petrarch_source(p);
    for (int open = 0; open < 2; open++) /* a code without days is asked last */
        for (uint32_t i = 0; i < a->code_count; i++) {
            const code *c = &a->codes[i];
            if ((c->from.size || c->to.size) == open) continue;
            dl_bytes cells[] = {id, name, aliases, c->code, dl_actor_country(c->code), roles_of(p, c->code), c->from, c->to, source};
            dl_petrarch_row(p, &p->bodies, cells, sizeof cells / sizeof *cells);
        }
}

void dl_petrarch_actors(dl_petrarch *p, dl_bytes bytes) {
    actor *a = DL_NEW(p->arena, actor);
    dl_bytes line;
    while (dl_petrarch_line(p, &bytes, &line)) {
        const char *bracket = memchr(line.data, '[', line.size);
        dl_bytes name = dl_bytes_trim((dl_bytes){line.data, bracket ? (size_t)(bracket - line.data) : line.size});
        if (name.size && name.data[0] != '+') {
            write_actor(p, a);
            a->name_count = a->code_count = 0;
        }
        if (name.size && name.data[0] == '+') name = (dl_bytes){name.data + 1, name.size - 1};
        if (name.size) add_name(p, a, name);
        if (bracket) read_codes(p, a, (dl_bytes){bracket, (size_t)(line.data + line.size - bracket)});
    }
    write_actor(p, a);
}

/* ---------------------------------------------------------------- agents */

typedef struct marker {
    dl_bytes name, words; /* "!PERSON!", "MAN, WOMAN" */
} marker;

typedef DL_ARRAY(marker) markers;

/* People by the ends of their words; all else is a body. */
static const char *kind_of(dl_bytes word) {
    static const char *const ends[] = {"er", "or", "ist", "man",  "men",   "woman", "women", "ian",      "ant",    "ent",
                                       "ee", "ic", "ate", "head", "chief", "king",  "queen", "official", "general"};
    static const char *const bodies[] = {"parliament", "government", "department", "paper", "center", "order", "movement", "chamber"};
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        if (dl_bytes_finish(word, bodies[i])) return "organisation";
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (dl_bytes_finish(word, ends[i])) return "person";
    return "organisation";
}

static void write_agent(dl_petrarch *p, dl_bytes name, dl_bytes role) {
    dl_bytes words = dl_petrarch_words(p, name, DL_PETRARCH_LOWER);
    const char *blank = words.size ? memrchr(words.data, ' ', words.size) : NULL;
    size_t front = blank ? (size_t)(blank - words.data) + 1 : 0;
    dl_bytes last = {words.data + front, words.size - front}, forms = dl_petrarch_forms(p, last), one, lemma = {0};
    if (!words.size) return;
    if (!dl_petrarch_fits(words)) {
        dl_petrarch_remark(p, "an agent of no word or of more than 16: left out:", name);
        return;
    }
    while (dl_bytes_cut(&forms, '|', &one))
        lemma = dl_arena_printf(p->arena, "%.*s%s%.*s%.*s", (int)lemma.size, lemma.data ? lemma.data : "", lemma.size ? "|" : "", (int)front,
                                words.data, (int)one.size, one.data);
    dl_bytes cells[] = {lemma, role, dl_bytes_of(kind_of(last))};
    dl_petrarch_row(p, &p->agents, cells, 3);
}

/* Writes the agent once for each word that its marker stands for; a second marker in one name is not expanded. */
static void expand_agent(dl_petrarch *p, const markers *all, dl_bytes name, dl_bytes role) {
    dl_bytes rest = name, inside, words, word;
    if (!dl_petrarch_between(&rest, '!', '!', &inside)) {
        write_agent(p, name, role);
        return;
    }
    size_t front = (size_t)(inside.data - name.data);
    for (DL_EACH(i, all)) {
        if (!dl_bytes_equal(all->rows[i].name, inside)) continue;
        words = all->rows[i].words;
        while (dl_bytes_cut(&words, ',', &word)) {
            word = dl_bytes_trim(word);
            size_t glued = front ? front - 1 : 0;
            write_agent(p, dl_arena_printf(p->arena, "%.*s%.*s%.*s", (int)glued, name.data, (int)word.size, word.data, (int)rest.size, rest.data),
                        role);
        }
        return;
    }
    dl_petrarch_remark(p, "no line says what these words stand for: left out:", name);
}

static void read_marker(dl_petrarch *p, markers *all, dl_bytes line) {
    dl_bytes inside;
    if (!dl_petrarch_between(&line, '!', '!', &inside)) return;
    const char *equal = line.size ? memchr(line.data, '=', line.size) : NULL;
    if (!equal) return;
    *DL_PUSH(p->arena, all) = (marker){inside, (dl_bytes){equal + 1, (size_t)(line.data + line.size - equal) - 1}};
}

void dl_petrarch_agents(dl_petrarch *p, dl_bytes bytes) {
    markers all = {0};
    dl_bytes line, inside;
    while (dl_petrarch_line(p, &bytes, &line)) {
        dl_bytes rest = line;
        if (line.data[0] == '!' && memchr(line.data, '=', line.size)) {
            read_marker(p, &all, line);
            continue;
        }
        size_t end = 0;
        while (end < line.size && line.data[end] != '{' && line.data[end] != '[') end++;
        dl_bytes name = dl_bytes_trim((dl_bytes){line.data, end});
        if (!dl_petrarch_between(&rest, '[', ']', &inside)) {
            dl_petrarch_remark(p, "an agent without a code: left out:", line);
        } else if (inside.size < 2 || inside.data[0] != '~') {
            dl_petrarch_remark(p, "the code goes in front of that of its owner, or has none; here roles stand behind it: left out:", line);
        } else {
            expand_agent(p, &all, name, sound_code(p, (dl_bytes){inside.data + 1, inside.size - 1}));
        }
    }
}
