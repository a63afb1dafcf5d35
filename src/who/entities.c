#include "base/hash.h"
#include "know/fired.h"
#include "who/scene.h"

uint32_t dl_who_entity(dl_scene *s, uint8_t kind) {
    dl_entity *e = DL_PUSH(&s->doc->arena, &s->entities);
    e->kind = kind;
    return (uint32_t)(e - s->entities.rows);
}

void dl_who_call(dl_entity *e, uint32_t stem) {
    uint32_t n = 0;
    while (n < DL_WHO_CALLED && e->called[n] && e->called[n] != stem) n++;
    if (n < DL_WHO_CALLED) e->called[n] = stem;
}

/* The word by which a title or noun is told from others: "attorney" of "attorney general". */
uint32_t dl_who_called_by(const dl_scene *s, uint32_t t) {
    const dl_who_mark *m = &s->marks[t];
    uint32_t words = m->title_words > m->agent_words ? m->title_words : m->agent_words;
    bool general = words > 1 && words <= t && dl_bytes_among(dl_who_token(s, t)->lemma, "general");
    return dl_who_token(s, general ? t + 1 - words : t)->stem;
}

static void slots_grow(dl_scene *s) {
    uint32_t room = s->slot_room ? s->slot_room * 2 : 256;
    dl_who_slot *slots = DL_NEW_ARRAY(&s->doc->arena, dl_who_slot, room);
    for (uint32_t i = 0; i < s->slot_room; i++) {
        if (!s->slots[i].entity) continue;
        uint32_t at = (uint32_t)s->slots[i].hash & (room - 1);
        while (slots[at].entity) at = (at + 1) & (room - 1);
        slots[at] = s->slots[i];
    }
    s->slots = slots, s->slot_room = room;
}

/* Keys are told apart by their 64-bit hash alone: a document would need billions of names for two to meet by chance. */
uint32_t dl_who_find(dl_scene *s, char kind, dl_bytes key, uint32_t make) {
    char text[DL_WHO_KEY + 1] = {kind};
    size_t n = key.size < DL_WHO_KEY ? key.size : DL_WHO_KEY;
    if (n) memcpy(text + 1, key.data, n);
    uint64_t hash = dl_hash((dl_bytes){text, n + 1});
    if (s->slot_count * 2 >= s->slot_room) slots_grow(s);
    uint32_t at = (uint32_t)hash & (s->slot_room - 1);
    while (s->slots[at].entity && s->slots[at].hash != hash) at = (at + 1) & (s->slot_room - 1);
    if (make) {
        s->slot_count += !s->slots[at].entity;
        s->slots[at] = (dl_who_slot){hash, make};
    }
    return s->slots[at].entity;
}

size_t dl_who_key(const dl_scene *s, uint32_t first, uint32_t last, char out[DL_WHO_KEY]) {
    size_t n = 0;
    for (uint32_t t = first; t <= last && n + 1 < DL_WHO_KEY; t++) {
        if (n) out[n++] = ' ';
        n += dl_know_fold(dl_token_text(s->doc, t), out + n, DL_WHO_KEY - n);
    }
    return n;
}

/* "Clarissa Vella-Bonnici": the first token of the surname. */
uint32_t dl_who_surname(const dl_scene *s, const dl_draft *d, uint32_t last) {
    while (last >= d->first + 2 && dl_bytes_is(dl_token_text(s->doc, last - 1), "-") && dl_who_token(s, last - 2)->glued) last -= 2;
    return last;
}

/* The first letters of an organisation's words, "of" and "the" left out: UN for United Nations. */
static size_t initials(const dl_scene *s, uint32_t first, uint32_t last, char out[DL_WHO_KEY]) {
    size_t n = 0;
    for (uint32_t t = first; t <= last && n < DL_WHO_KEY; t++) {
        dl_bytes word = dl_token_text(s->doc, t);
        if (!word.size || !dl_is_alpha(word.data[0]) || dl_bytes_among(word, "of the and for de la el y in")) continue;
        out[n++] = dl_to_lower(word.data[0]);
    }
    return n;
}

/* "Farabundo Marti National Liberation Front (FMLN)": the short form in brackets, or 0. */
static uint32_t bracketed(const dl_scene *s, uint32_t last) {
    uint32_t open = last + 1, end = s->doc->tokens.count;
    if (open + 2 >= end || dl_who_token(s, open + 2)->sentence != dl_who_token(s, last)->sentence) return 0;
    dl_bytes a = dl_token_text(s->doc, open), b = dl_token_text(s->doc, open + 2), word = dl_token_text(s->doc, open + 1);
    bool brackets = (dl_bytes_is(a, "(") && dl_bytes_is(b, ")")) || (dl_bytes_is(a, "[") && dl_bytes_is(b, "]"));
    return brackets && word.size > 1 && dl_is_upper(word.data[0]) && dl_is_upper(word.data[1]) ? open + 1 : 0;
}

static void enter_keys(dl_scene *s, const dl_draft *d, uint32_t entity) {
    char key[DL_WHO_KEY];
    char kind = d->mention.kind == DL_NAME_PERSON ? 'p' : 'n';
    dl_who_find(s, kind, (dl_bytes){key, dl_who_key(s, d->first, d->last, key)}, entity);
    uint32_t called = kind == 'p' ? dl_who_surname(s, d, d->last) : d->first;
    if (called > d->first) {
        dl_bytes surname = {key, dl_who_key(s, called, d->last, key)};
        uint32_t other = dl_who_find(s, 's', surname, 0);
        if (other && other != entity) dl_who_find(s, 'd', surname, entity); /* several persons have it */
        dl_who_find(s, 's', surname, entity);
    }
    if (called > d->first + 1 && called == d->last) {
        dl_bytes father = {key, dl_who_key(s, d->last - 1, d->last - 1, key)}; /* "Anna Rossello Perez" may be called Rossello */
        if (father.size > 2 && !dl_who_find(s, 's', father, 0)) dl_who_find(s, 's', father, entity);
        dl_who_find(s, 's', (dl_bytes){key, dl_who_key(s, d->last - 1, d->last, key)}, entity);
    }
    if (kind == 'n' && d->last > d->first) {
        size_t n = initials(s, d->first, d->last, key);
        if (n > 1) dl_who_find(s, 'n', (dl_bytes){key, n}, entity);
        uint32_t shorter = bracketed(s, d->last);
        if (shorter) dl_who_find(s, 'n', (dl_bytes){key, dl_who_key(s, shorter, shorter, key)}, entity);
    }
}

static dl_bytes id_of(const dl_scene *s, const dl_draft *d) {
    const dl_actor_table *tables[] = {&s->actors.offices, &s->actors.bodies, &s->actors.metonyms};
    for (size_t i = 0; i < 3; i++)
        if (d->table && tables[i]->table == d->table) return dl_actor_cell(&s->actors, tables[i], d->row, tables[i]->id);
    return (dl_bytes){0};
}

static void fill_known(dl_scene *s, const dl_draft *d, uint32_t entity) {
    const dl_actor_table *tables[] = {&s->actors.offices, &s->actors.bodies, &s->actors.metonyms};
    dl_entity *e = &s->entities.rows[entity];
    for (size_t i = 0; i < 3; i++) {
        if (tables[i]->table != d->table) continue;
        e->name = dl_actor_cell(&s->actors, tables[i], d->row, tables[i]->name);
        e->id = dl_actor_cell(&s->actors, tables[i], d->row, tables[i]->id);
        e->actor = dl_actor_row_code(&s->actors, tables[i], d->row, s->doc->published, &s->doc->arena);
        e->known = true;
        dl_know_fired(s->know, d->table, d->row);
    }
}

/* What the first of a full name tells: "Emily". */
static char given_gender(const dl_scene *s, uint32_t word) {
    dl_know_hit hit;
    if (!word || !s->given || !dl_know_look_up_word(s->know, s->given, word, &hit, 1)) return 0;
    dl_bytes gender = dl_know_cell(s->know, s->given, hit.row, s->given_gender);
    return dl_bytes_is(gender, "she") ? 'f' : dl_bytes_is(gender, "he") ? 'm' : 0;
}

static void learn_gender(const dl_scene *s, const dl_draft *d, dl_entity *e) {
    dl_bytes name = e->name, first;
    if (e->gender || d->mention.kind != DL_NAME_PERSON) return;
    if (!dl_who_is_surname(s, d))
        e->gender = given_gender(s, dl_who_token(s, d->first)->word);
    else if (e->known && dl_bytes_cut(&name, ' ', &first) && name.size)
        e->gender = given_gender(s, dl_know_word(s->know, first));
    e->told = e->gender;
}

static uint32_t known_entity(dl_scene *s, const dl_draft *d, bool *made) {
    dl_bytes id = d->country.size ? d->country : id_of(s, d);
    char kind = d->country.size ? 'c' : 'i';
    uint32_t entity = dl_who_find(s, kind, id, 0);
    *made = !entity;
    if (!entity) entity = dl_who_entity(s, d->mention.kind), dl_who_find(s, kind, id, entity);
    return entity;
}

static dl_bytes name_of_country(const dl_scene *s, const dl_draft *d) {
    uint32_t row = s->marks[d->last].country;
    return row ? dl_know_cell(s->know, s->countries, row - 1, s->country_name) : dl_doc_words(s->doc, d->mention.span);
}

/* Finds or makes the entity of a proper name, and learns its name, keys and, where it is known, its code. */
void dl_who_enter(dl_scene *s, uint32_t draft) {
    dl_draft *d = &s->drafts.rows[draft];
    char key[DL_WHO_KEY];
    bool made = false;
    uint32_t entity = 0;
    if (d->country.size || d->table) {
        entity = known_entity(s, d, &made);
        if (made && d->country.size) {
            dl_entity *e = &s->entities.rows[entity];
            e->name = name_of_country(s, d);
            e->actor = d->country;
            e->known = true;
            e->kind = DL_NAME_PLACE;
        } else if (made)
            fill_known(s, d, entity);
    } else {
        char kind = d->mention.kind == DL_NAME_PERSON ? 'p' : 'n';
        dl_bytes name = {key, dl_who_key(s, d->first, d->last, key)};
        entity = dl_who_find(s, kind, name, 0);
        if (!entity && kind == 'p') entity = dl_who_find(s, 's', name, 0); /* "Galan Sarmiento", of Luis Carlos Galan Sarmiento */
        if (!entity) entity = dl_who_entity(s, d->mention.kind);
    }
    d->mention.entity = entity;
    enter_keys(s, d, entity);
    dl_entity *e = &s->entities.rows[entity];
    uint32_t words = d->last - d->first + 1;
    if (!e->known && words > e->words) {
        e->name = dl_doc_words(s->doc, d->mention.span);
        e->words = words < 255 ? (uint8_t)words : 255;
    }
    learn_gender(s, d, e);
}
