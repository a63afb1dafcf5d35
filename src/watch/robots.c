#include "watch/robots.h"

enum { PATTERN_MOST = 2048, DELAY_MOST = 3600, STEPS_MOST = 20 * 1000 * 1000 };

/* ------------------------------------------------------------------ patterns */

static bool unreserved(unsigned char c) {
    return dl_is_alnum((char)c) || strchr("-._~", c);
}

/* The octet at text[*at], which goes behind it; as a number above 255 where it stands percent-encoded and must ("%2F" is no "/"). */
static unsigned octet(dl_bytes text, size_t *at) {
    unsigned char c = (unsigned char)text.data[(*at)++];
    if (c >= 0x80) return 256 + c;
    if (c != '%' || *at + 2 > text.size) return c;
    int high = dl_hex_digit(text.data[*at]), low = dl_hex_digit(text.data[*at + 1]);
    if (high < 0 || low < 0) return c;
    *at += 2;
    unsigned char value = (unsigned char)(high * 16 + low);
    return value && unreserved(value) ? value : 256u + value;
}

/* Whether the pattern fits the front of the path; behind a `*` the nearest place is tried first. *steps bounds the work that a hostile file can make.
 */
static bool fits(dl_bytes pattern, dl_bytes path, unsigned *steps) {
    size_t p = 0, at = 0, star = SIZE_MAX, star_at = 0;
    bool whole = pattern.size && pattern.data[pattern.size - 1] == '$';
    pattern.size -= whole;
    for (; *steps; --*steps) {
        if (p < pattern.size && pattern.data[p] == '*') {
            star = ++p;
            star_at = at;
            continue;
        }
        if (p == pattern.size && (!whole || at == path.size)) return true;
        size_t p_next = p, next = at;
        if (p < pattern.size && at < path.size && octet(pattern, &p_next) == octet(path, &next)) {
            p = p_next;
            at = next;
            continue;
        }
        if (star == SIZE_MAX || star_at >= path.size) return false;
        octet(path, &star_at); /* one more octet belongs to the `*` */
        p = star;
        at = star_at;
    }
    return false;
}

/* ------------------------------------------------------------------ the file */

/* What the groups of one kind say. */
typedef struct verdict {
    size_t longest;
    dl_robots robots;
} verdict;

typedef struct reading {
    dl_bytes agent, path;
    verdict named, all;
    bool found_named;      /* a group names the agent */
    bool is_named, is_all; /* whom the group at hand is for */
    bool in_agents;        /* nothing but agents stood in it yet */
    unsigned steps;        /* that comparing may still take */
} reading;

static void read_agent(reading *r, dl_bytes value) {
    if (!r->in_agents) r->is_named = r->is_all = false;
    r->in_agents = true;
    size_t size = 0;
    while (size < value.size && (dl_is_alpha(value.data[size]) || value.data[size] == '_' || value.data[size] == '-')) size++;
    if (size && dl_bytes_alike((dl_bytes){value.data, size}, r->agent)) r->found_named = r->is_named = true;
    if (dl_bytes_is(value, "*")) r->is_all = true;
}

static void judge(verdict *v, bool allows, size_t size) {
    if (size < v->longest || (size == v->longest && !allows)) return;
    v->longest = size;
    v->robots.allowed = allows;
}

static void read_rule(reading *r, bool allows, dl_bytes pattern) {
    if (!pattern.size || pattern.size > PATTERN_MOST || !fits(pattern, r->path, &r->steps)) return;
    if (r->is_named) judge(&r->named, allows, pattern.size);
    if (r->is_all) judge(&r->all, allows, pattern.size);
}

static void read_delay(reading *r, dl_bytes value) {
    int64_t seconds;
    size_t digits = dl_bytes_number(value, &seconds);
    if (!digits) return;
    if (digits < value.size && value.data[digits] == '.') seconds++; /* a part of a second more */
    unsigned delay = seconds > DELAY_MOST ? DELAY_MOST : (unsigned)seconds;
    if (r->is_named) r->named.robots.delay = delay;
    if (r->is_all) r->all.robots.delay = delay;
}

static void read_line(reading *r, dl_bytes line) {
    const char *remark = line.size ? memchr(line.data, '#', line.size) : NULL;
    if (remark) line.size = (size_t)(remark - line.data);
    const char *colon = line.size ? memchr(line.data, ':', line.size) : NULL;
    if (!colon) return;
    dl_bytes key = dl_bytes_trim((dl_bytes){line.data, (size_t)(colon - line.data)});
    dl_bytes value = dl_bytes_trim((dl_bytes){colon + 1, (size_t)(line.data + line.size - colon) - 1});
    if (dl_bytes_like(key, "user-agent")) {
        read_agent(r, value);
        return;
    }
    bool allows = dl_bytes_like(key, "allow"), delays = dl_bytes_like(key, "crawl-delay");
    if (!allows && !delays && !dl_bytes_like(key, "disallow")) return; /* a sitemap and its like belong to no group */
    r->in_agents = false;
    if (delays)
        read_delay(r, value);
    else
        read_rule(r, allows, value);
}

dl_robots dl_robots_ask(dl_bytes file, dl_bytes agent, dl_bytes path) {
    reading r = {.agent = agent, .path = path, .named = {.robots = {.allowed = true}}, .all = {.robots = {.allowed = true}}, .steps = STEPS_MOST};
    if (dl_bytes_is(path, "/robots.txt")) return r.all.robots;
    if (file.size > DL_ROBOTS_MOST) file.size = DL_ROBOTS_MOST;
    if (dl_bytes_start(file, "\xef\xbb\xbf")) file = (dl_bytes){file.data + 3, file.size - 3};
    dl_bytes rest = file, line, part;
    while (dl_bytes_cut(&rest, '\n', &line))
        while (dl_bytes_cut(&line, '\r', &part)) read_line(&r, part); /* a lone carriage return ends a line, too */
    dl_robots robots = r.found_named ? r.named.robots : r.all.robots;
    if (!r.steps) robots.allowed = false; /* nobody writes such a file in good faith */
    return robots;
}
