/* Known names: persons, bodies and seats of government that the knowledge holds. */
#include "know/code.h"
#include "who/names.h"

/* A word with capitals behind its first letter where the sentence is not set so: UN, FMLN, BioNTech. */
static bool is_acronym(const dl_scene *s, uint32_t t) {
    dl_bytes w = dl_token_text(s->doc, t);
    bool upper = false;
    for (size_t i = 1; i < w.size; i++) upper |= dl_is_upper(w.data[i]);
    return upper && !s->doc->sentences.rows[dl_who_token(s, t)->sentence].capitals;
}

/* A noun with a capital inside a sentence that is not set in capitals throughout. */
static bool capital_inside(const dl_scene *s, uint32_t t) {
    const dl_sentence *row = &s->doc->sentences.rows[dl_who_token(s, t)->sentence];
    return t > row->first_token && !row->capitals && row->zone != DL_ZONE_HEADLINE && dl_is_upper(dl_token_text(s->doc, t).data[0]) &&
           dl_who_token(s, t)->upos == DL_UPOS_NOUN;
}

/* "Zapatistas attacked": members of a body, who are called so by no other word, at the beginning of a sentence. */
static bool members_first(const dl_scene *s, uint32_t t) {
    const dl_sentence *row = &s->doc->sentences.rows[dl_who_token(s, t)->sentence];
    return t == row->first_token && !row->capitals && row->zone != DL_ZONE_HEADLINE && dl_is_upper(dl_token_text(s->doc, t).data[0]) &&
           dl_who_token(s, t)->xpos == DL_XPOS_NNS && !s->marks[t].agent;
}

/* A single word is taken for a name only where the tagger or the tag says so: Dawn, Shell and Total are words too. */
static bool hit_fits(const dl_scene *s, const dl_know_hit *h) {
    if (h->table != s->actors.offices.table && h->table != s->actors.bodies.table && h->table != s->actors.metonyms.table) return false;
    if (h->table == s->actors.offices.table) return h->first < h->last;
    bool name = dl_who_token(s, h->last)->upos == DL_UPOS_PROPN || dl_tagged(s, h->last) || is_acronym(s, h->last) || capital_inside(s, h->last) ||
                members_first(s, h->last);
    return name || h->first < h->last;
}

/* How near the row is to what the text tells: 2 where it names the row's country or a place in it, 1 where it names a country beside that, else 0. */
static unsigned nearness(const dl_scene *s, const dl_actor_table *t, uint32_t row) {
    uint32_t country = dl_who_country_row(s, dl_actor_cell(&s->actors, t, row, t->country));
    if (!country) return 0;
    if (s->country_seen[country - 1] || s->place_seen[country - 1]) return 2;
    dl_bytes near = dl_know_cell(s->know, s->countries, country - 1, s->country_near), one;
    while (dl_bytes_cut(&near, '|', &one)) {
        uint32_t neighbour = dl_who_country_row(s, one);
        if (neighbour && s->country_seen[neighbour - 1]) return 1;
    }
    return 0;
}

static bool seen_here(const dl_scene *s, const dl_actor_table *t, uint32_t row) {
    return nearness(s, t, row) > 0;
}

static bool is_named(const dl_scene *s, const char *country) {
    uint32_t row = dl_who_country_row(s, dl_bytes_of(country));
    return row && (s->country_seen[row - 1] || s->place_seen[row - 1]);
}

/* A common word stands for a parliament, a government or a land where the text names its country and means it: "the House" and no other house, "the
 * Centre" in India, "the North" and "the South" in Korea. */
static bool stray_house(const dl_scene *s, const dl_know_hit *h) {
    if (h->first < h->last || h->table != s->actors.metonyms.table) return false;
    dl_bytes word = dl_token_text(s->doc, h->first);
    bool house = dl_bytes_is(word, "House"), centre = dl_bytes_like(word, "centre");
    bool half = dl_bytes_like(word, "north") || dl_bytes_like(word, "south");
    if (!house && !half && !centre) return false;
    if (!house && s->doc->sentences.rows[dl_who_token(s, h->first)->sentence].capitals) return true;
    if (h->first < 2 || !dl_bytes_like(dl_token_text(s->doc, h->first - 1), "the")) return true;
    if (half) return (!is_named(s, "KOR") && !is_named(s, "PRK")) || dl_who_token(s, h->first + 1)->upos == DL_UPOS_PROPN;
    if (centre) return !is_named(s, "IND") || dl_who_token(s, h->first + 1)->upos == DL_UPOS_PROPN;
    return !seen_here(s, &s->actors.metonyms, h->row) || dl_who_token(s, h->first)->xpos != DL_XPOS_NNP;
}

/* A short acronym of a national party or group is one of many unless the text names its country or one beside it, or it has a number: M23, D66. */
static bool stray_acronym(const dl_scene *s, const dl_know_hit *h) {
    dl_bytes word = dl_token_text(s->doc, h->first);
    if (h->first < h->last || h->table != s->actors.bodies.table || word.size > 4) return false;
    for (size_t i = 0; i < word.size; i++)
        if (dl_is_lower(word.data[i]) || dl_is_digit(word.data[i])) return false;
    dl_bytes code = dl_actor_cell(&s->actors, &s->actors.bodies, h->row, s->actors.bodies.code);
    bool national = dl_actor_cell(&s->actors, &s->actors.bodies, h->row, s->actors.bodies.country).size;
    return national && !dl_bytes_finish(code, "JRN") && !dl_bytes_finish(code, "BUS") && !seen_here(s, &s->actors.bodies, h->row);
}

/* Whether the text names any country, or a place in one. */
static bool any_seen(const dl_scene *s) {
    for (uint32_t r = 0, n = dl_know_rows(s->know, s->countries); r < n; r++)
        if (s->country_seen[r] || s->place_seen[r]) return true;
    return false;
}

/* Whether a word of the name tells what it is: the House of Representatives; not the Knesset. */
static bool tells_kind(const dl_scene *s, const dl_know_hit *h) {
    for (uint32_t t = h->first; t <= h->last; t++)
        if (s->marks[t].agent && dl_bytes_is(dl_who_agent(s, s->marks[t].agent).role, "LEG")) return true;
    return false;
}

/* "The Democrats", "the House of Representatives": many countries have them, and a text that names others but not this one does not mean its. */
static bool stray_party(const dl_scene *s, const dl_know_hit *h) {
    bool body = h->table == s->actors.bodies.table, seat = h->table == s->actors.metonyms.table;
    if (!body && !seat) return false;
    const dl_actor_table *t = body ? &s->actors.bodies : &s->actors.metonyms;
    bool national = dl_actor_cell(&s->actors, t, h->row, t->country).size;
    bool party = body && dl_actor_is_of(dl_actor_cell(&s->actors, t, h->row, t->code), "PTY");
    return national && (party || tells_kind(s, h)) && !seen_here(s, t, h->row) && any_seen(s);
}

/* "Defense secretary" and "secretary of defence": of one matter, by the start of a word that is no rank. */
static bool of_one_matter(dl_bytes a, dl_bytes b) {
    enum { START = 4 };
    for (dl_bytes word; dl_bytes_cut(&a, ' ', &word);) {
        dl_bytes rest = b, other;
        if (word.size < START || dl_bytes_among(word, "minister secretary state chief general deputy")) continue;
        while (dl_bytes_cut(&rest, ' ', &other))
            if (other.size >= START && dl_bytes_alike((dl_bytes){word.data, START}, (dl_bytes){other.data, START})) return true;
    }
    return false;
}

bool dl_known_namesake(const dl_scene *s, uint32_t name, uint32_t row) {
    const dl_actor_table *t = &s->actors.offices;
    uint32_t front = name - 1, first = 0, end = 0;
    if (name < 2 || !s->marks[front].agent || dl_who_token(s, front)->sentence != dl_who_token(s, name)->sentence) return false;
    dl_agent agent = dl_who_agent(s, s->marks[front].agent);
    bool office = dl_bytes_is(agent.role, "GOV") && (s->marks[front].agent_words > 1 || agent.local);
    if (!office || seen_here(s, t, row) || !any_seen(s)) return false;
    dl_span front_span = {dl_who_token(s, front + 1 - s->marks[front].agent_words)->span.begin, dl_who_token(s, front)->span.end};
    dl_bytes told = dl_doc_words(s->doc, front_span);
    dl_actor_rows(&s->actors, t, dl_actor_cell(&s->actors, t, row, t->id), &first, &end);
    for (row = first; row < end; row++) {
        dl_bytes title = dl_know_cell(s->know, t->table, row, s->office_title);
        if (dl_bytes_alike(title, told) || of_one_matter(title, told)) return false;
    }
    return true;
}

static bool stray_person(const dl_scene *s, const dl_know_hit *h) {
    return h->table == s->actors.offices.table && dl_known_namesake(s, h->first, h->row);
}

/* Of rows with one name: that of a country that the text names, then the one that holds at the document's date, else the first. */
void dl_known_prefer(const dl_scene *s, dl_known_name *best, const dl_know_hit *h) {
    const dl_actor_table *t = h->table == s->actors.offices.table  ? &s->actors.offices
                              : h->table == s->actors.bodies.table ? &s->actors.bodies
                                                                   : NULL;
    bool longer = !best->table || h->last - h->first > best->last - best->first;
    if (!longer && t && best->table == h->table && h->last == best->last) {
        unsigned near = nearness(s, t, h->row), nearest = nearness(s, t, best->row);
        if (near > nearest) *best = (dl_known_name){h->table, h->row, h->first, h->last};
        if (near != nearest) return;
    }
    bool holds = !longer && t && h->last == best->last && dl_actor_row_holds(&s->actors, t, h->row, s->doc->published) &&
                 !(best->table == t->table && dl_actor_row_holds(&s->actors, t, best->row, s->doc->published));
    if (longer || holds) *best = (dl_known_name){h->table, h->row, h->first, h->last};
}

dl_known_name dl_known_at(const dl_scene *s, uint32_t t) {
    const dl_sentence *row = &s->doc->sentences.rows[dl_who_token(s, t)->sentence];
    dl_know_view view = {.text = s->doc->text, .tokens = s->doc->tokens.rows, .end = dl_sentence_end(row), .capitals = row->capitals};
    dl_know_hit hits[DL_WHO_HITS];
    dl_known_name best = {0};
    if (!s->marks[t].known) return best;
    uint32_t n = dl_know_find(s->know, &view, t, 0, hits, DL_WHO_HITS);
    for (uint32_t i = 0; i < n; i++)
        if (hit_fits(s, &hits[i]) && !stray_house(s, &hits[i]) && !stray_acronym(s, &hits[i]) && !stray_party(s, &hits[i]) &&
            !stray_person(s, &hits[i]))
            dl_known_prefer(s, &best, &hits[i]);
    return best;
}
