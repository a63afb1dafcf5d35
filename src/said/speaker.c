#include "said/speaker.h"

enum { NAME_REACH = 12, ISSUER_REACH = 8, COORDINATED = 4 };

static dl_deprel base_of(const dl_said_reader *r, uint32_t token) {
    return dl_deprel_base(dl_said_token(r, token)->deprel);
}

/* Words that count or pick what follows "of": "many of his supporters", "one of the men". */
static bool picks(const dl_said_reader *r, uint32_t token) {
    static const char *const words[] = {"many", "some",   "one",      "two",       "several", "most",     "all",    "both", "percent",
                                        "few",  "dozens", "hundreds", "thousands", "members", "majority", "number", "group"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (dl_said_is(r, token, words[i])) return true;
    return false;
}

/* Among the children of a head: a name that the description stands beside ("ministry spokesman Ion Pop", "an adviser, Ana Pop,"). */
static uint32_t named_child(const dl_said_reader *r, uint32_t head) {
    uint32_t steps = 0;
    for (uint32_t c = r->parsed ? r->child[head] : 0; c && steps < NAME_REACH; c = r->sister[c], steps++) {
        dl_deprel base = base_of(r, c);
        uint32_t m = r->words[c].mention;
        bool beside = base == DL_DEP_APPOS || base == DL_DEP_FLAT || base == DL_DEP_COMPOUND;
        if (beside && m && r->doc->mentions.rows[m].named && r->doc->mentions.rows[m].kind == DL_NAME_PERSON) return m;
    }
    return 0;
}

/* A part of the name under its head ("Howard Dean" of which only the second word is a mention), or what a picking word picks from. */
static uint32_t lesser_child(const dl_said_reader *r, uint32_t head) {
    uint32_t steps = 0;
    for (uint32_t c = r->parsed ? r->child[head] : 0; c && steps < NAME_REACH; c = r->sister[c], steps++) {
        dl_deprel base = base_of(r, c);
        uint32_t m = r->words[c].mention;
        if (m && base == DL_DEP_FLAT) return m;
        if (m && (base == DL_DEP_NMOD || base == DL_DEP_OBL) && picks(r, head)) return m;
    }
    return 0;
}

uint32_t dl_mention_of(const dl_said_reader *r, uint32_t head) {
    if (!head) return 0;
    uint32_t m = r->words[head].mention;
    if (m && r->doc->mentions.rows[m].named) return m;
    uint32_t named = named_child(r, head);
    if (named) return named;
    if (m) return m;
    return r->words[head].cover ? r->words[head].cover : lesser_child(r, head);
}

static bool opened_by(const dl_said_reader *r, uint32_t token, const char *a, const char *b) {
    uint32_t c = dl_said_child(r, token, DL_DEP_CASE, DL_DEP_CASE);
    return c && (dl_said_is(r, c, a) || dl_said_is(r, c, b));
}

/* Who made a statement: "a statement by the ministry", "the ministry's statement", "the Russian statement", "a statement released by the army". */
static uint32_t issuer(const dl_said_reader *r, uint32_t noun) {
    uint32_t found = 0, steps = 0;
    if (!r->parsed) return r->last_issuer;
    for (uint32_t c = r->child[noun]; c && steps < ISSUER_REACH; c = r->sister[c], steps++) {
        unsigned rel = dl_said_token(r, c)->deprel;
        dl_deprel base = base_of(r, c);
        uint32_t m = dl_mention_of(r, c);
        if (base == DL_DEP_ACL) {
            uint32_t agent = dl_said_child(r, c, DL_DEP_OBL, DL_DEP_OBL);
            if (agent && opened_by(r, agent, "by", "from")) return dl_mention_of(r, agent);
        }
        if (base == DL_DEP_NMOD && m && (rel == DL_DEP_NMOD_POSS || opened_by(r, c, "by", "from"))) return m;
        if ((base == DL_DEP_COMPOUND || base == DL_DEP_AMOD) && m) found = m;
    }
    return found ? found : r->last_issuer;
}

static void add_one(dl_said_reader *r, uint32_t head, dl_draft *draft) {
    uint32_t m = 0, noun = r->words[head].noun;
    bool issued = noun && dl_bytes_is(dl_know_get(r->know, r->nouns, noun - 1, "kind"), "issued");
    if (issued) m = issuer(r, head);
    if (!m) m = dl_mention_of(r, head);
    if (!m && (dl_said_is(r, head, "it") || dl_said_is(r, head, "they"))) m = r->last_issuer;
    if (issued && m) r->last_issuer = m;
    dl_draft_speaker(draft, m);
}

void dl_speakers_add(dl_said_reader *r, uint32_t head, dl_draft *draft) {
    if (!head) return;
    add_one(r, head, draft);
    uint32_t count = 0;
    for (uint32_t c = r->parsed ? r->child[head] : 0; c && count < NAME_REACH; c = r->sister[c], count++)
        if (base_of(r, c) == DL_DEP_CONJ && !dl_said_is_finite(r, c) && draft->speaker_count < COORDINATED) add_one(r, c, draft);
}
