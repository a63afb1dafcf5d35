#include "said/speaker.h"

enum { NAME_REACH = 12, ISSUER_REACH = 8, SOURCE_TOKENS = 24, COORDINATED = 4 };

static dl_deprel base_of(const dl_said_reader *r, uint32_t token) {
    return dl_deprel_base(dl_said_token(r, token)->deprel);
}

/* Words that count or pick what follows "of": "many of his supporters", "one of the men". */
static bool picks(const dl_said_reader *r, uint32_t token) {
    return dl_said_among(r, token, "many some one two several most all both percent few dozens hundreds thousands members majority number group");
}

/* Among the children of a head: a name that the description stands beside: a person's ("ministry spokesman Ion Pop", "an adviser, Ana Pop,"), any
 * other where no comma parts them ("the newspaper Le Monde"). */
static uint32_t named_child(const dl_said_reader *r, uint32_t head) {
    uint32_t steps = 0;
    for (uint32_t c = r->parsed ? r->child[head] : 0; c && steps < NAME_REACH; c = r->sister[c], steps++) {
        dl_deprel base = base_of(r, c);
        uint32_t m = r->words[c].mention;
        bool beside = base == DL_DEP_APPOS || base == DL_DEP_FLAT || base == DL_DEP_COMPOUND,
             at_once = base == DL_DEP_APPOS && r->left[c] == head + 1;
        if (beside && m && r->doc->mentions.rows[m].named && (at_once || r->doc->mentions.rows[m].kind == DL_NAME_PERSON)) return m;
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

uint32_t dl_source_head(const dl_said_reader *r, uint32_t token) {
    uint32_t last = 0, noun = 0;
    for (uint32_t t = token; t < r->end && t < token + SOURCE_TOKENS; t++) {
        const dl_token *k = dl_said_token(r, t);
        uint32_t m = r->words[t].mention;
        if (dl_said_is_mark(r, t) && !dl_said_is(r, t, "-") && !dl_said_is_quote_mark(r, t)) break;
        if (t > token && (k->upos == DL_UPOS_ADP || dl_said_is_finite(r, t))) break;
        if (noun && (dl_said_is(r, t, "that") || (k->upos == DL_UPOS_VERB && !r->words[t].cover))) break; /* "claims by the rebels | that" */
        if (k->upos == DL_UPOS_NOUN || k->upos == DL_UPOS_PROPN || k->upos == DL_UPOS_PRON) noun = t;
        if (!m) continue;
        if (r->doc->mentions.rows[m].named && r->doc->mentions.rows[m].kind == DL_NAME_PERSON) return t;
        last = t;
    }
    return last ? last : noun;
}

/* What is done with words by others than their issuer. */
static const char met[] =
    "reject deny dismiss refute rebut dispute criticise criticize condemn denounce deride ignore answer welcome receive get obtain see "
    "read hear watch quote cite find discover seize confiscate confirm verify believe investigate await expect";

/* "by" or "from" right behind the noun, or behind the participle that follows it ("released by"): where the issuer begins; 0. */
static uint32_t by_behind(const dl_said_reader *r, uint32_t noun) {
    for (uint32_t t = noun + 1; t < r->end && t <= noun + 2; t++) {
        if (dl_said_is(r, t, "by") || dl_said_is(r, t, "from")) return t + 1;
        if (dl_bytes_among(dl_said_token(r, t)->lemma, met)) return 0; /* "a letter seen by Reuters" */
    }
    return 0;
}

/* Who gave it out: "the ministry released a statement", "the agency published its report"; nobody who only met with it. */
static uint32_t releaser(const dl_said_reader *r, uint32_t noun) {
    uint32_t verb = dl_said_token(r, noun)->head;
    if (base_of(r, noun) != DL_DEP_OBJ || verb < r->first || verb >= r->end || dl_bytes_among(dl_said_token(r, verb)->lemma, met)) return 0;
    return dl_mention_of(r, dl_said_child(r, verb, DL_DEP_NSUBJ, DL_DEP_NSUBJ));
}

static bool is_kind(const dl_said_reader *r, uint32_t noun, const char *kind) {
    return r->words[noun].noun && dl_bytes_is(dl_know_get(r->know, r->nouns, r->words[noun].noun - 1u, "kind"), kind);
}

static bool is_issued(const dl_said_reader *r, uint32_t noun) {
    return is_kind(r, noun, "issued");
}

/* Whose a report may be: a person's or a body's. What comes "from Syria" is told there, not by Syria; a warning "from Moscow" is Moscow's. */
static bool may_issue(const dl_said_reader *r, uint32_t noun, uint32_t mention) {
    enum { COUNTRY = 3 };
    const dl_mention *m = &r->doc->mentions.rows[mention];
    bool body = m->named && (m->kind == DL_NAME_ORGANISATION || m->kind == DL_NAME_PERSON) && !r->doc->sentences.rows[m->sentence].capitals;
    return is_issued(r, noun) || m->actor.size > COUNTRY || (m->actor.size && !m->named) || body;
}

uint32_t dl_issuer_told(const dl_said_reader *r, uint32_t noun) {
    uint32_t found = 0, steps = 0, by = by_behind(r, noun), named = by ? dl_mention_of(r, dl_source_head(r, by)) : 0;
    if (named && (dl_said_is(r, by - 1, "by") || may_issue(r, noun, named))) return named;
    for (uint32_t c = r->parsed ? r->child[noun] : 0; c && steps < ISSUER_REACH; c = r->sister[c], steps++) {
        unsigned rel = dl_said_token(r, c)->deprel;
        dl_deprel base = base_of(r, c);
        uint32_t m = dl_mention_of(r, c);
        if (m && !may_issue(r, noun, m)) continue;
        if (base == DL_DEP_ACL) {
            uint32_t agent = dl_said_child(r, c, DL_DEP_OBL, DL_DEP_OBL);
            if (agent && opened_by(r, agent, "by", "from")) return dl_mention_of(r, agent);
        }
        if (base == DL_DEP_NMOD && m && (rel == DL_DEP_NMOD_POSS || opened_by(r, c, "by", "from"))) return m;
        if ((base == DL_DEP_COMPOUND || base == DL_DEP_AMOD) && m) found = m;
    }
    if (!found && r->parsed) found = releaser(r, noun);
    return found;
}

/* Who made a statement: "a statement by the ministry", "the ministry's statement", "the Russian statement", "a statement released by the army"; else
 * who issued the last one. */
static uint32_t issuer(const dl_said_reader *r, uint32_t noun) {
    uint32_t told = dl_issuer_told(r, noun);
    return told ? told : r->last_issuer;
}

/* A report speaks for itself, unless words beside it tell whose it is ("a report by the agency") or one of the kind was told of before. */
static uint32_t reporter(const dl_said_reader *r, uint32_t noun) {
    uint32_t own = r->words[noun].mention;
    if (own && r->doc->mentions.rows[own].actor.size) return 0; /* "police sources" */
    uint32_t told = dl_issuer_told(r, noun), article = dl_said_child(r, noun, DL_DEP_DET, DL_DEP_DET);
    bool known = r->last_report == r->words[noun].noun && article && dl_said_among(r, article, "the this that");
    return told || !known ? told : r->last_reporter;
}

/* "A source in | the ministry": of what the source is. */
static uint32_t source_of(const dl_said_reader *r, uint32_t noun) {
    uint32_t steps = 0;
    for (uint32_t c = r->parsed ? r->child[noun] : 0; c && steps < ISSUER_REACH; c = r->sister[c], steps++) {
        uint32_t m = base_of(r, c) == DL_DEP_NMOD && (opened_by(r, c, "in", "at") || opened_by(r, c, "within", "from")) ? dl_mention_of(r, c) : 0;
        if (m && may_issue(r, noun, m)) return m;
    }
    return 0;
}

void dl_issuer_note(dl_said_reader *r, uint32_t noun) {
    uint32_t m = releaser(r, noun);
    if (!m) return;
    if (is_issued(r, noun))
        r->last_issuer = m;
    else
        r->last_report = r->words[noun].noun, r->last_reporter = m;
}

/* "Eduard Pop, the bishop of Cluj, told": the name in front of a description that the tree made the head. */
static uint32_t name_in_front(const dl_said_reader *r, uint32_t head, uint32_t description) {
    if (r->doc->mentions.rows[description].named || r->doc->mentions.rows[description].kind != DL_NAME_PERSON) return 0;
    for (uint32_t t = head; t > r->first + 1 && t + NAME_REACH > head; t--) {
        if (r->words[t].segment != r->words[head].segment || (t != head && dl_said_is_finite(r, t))) return 0;
        if (!dl_said_is(r, t, ",")) continue;
        uint32_t m = r->words[t - 1].cover;
        return m && r->doc->mentions.rows[m].named && r->doc->mentions.rows[m].kind == DL_NAME_PERSON ? m : 0;
    }
    return 0;
}

/* "The opposition vowed to march. | It urged": the last mention in words of whom a pronoun means, where it is known what he is; or 0. */
static uint32_t described(const dl_said_reader *r, uint32_t m) {
    enum { LOOK = 40 };
    const dl_mention *mentions = r->doc->mentions.rows;
    for (uint32_t k = m; mentions[m].actor.size && k-- > 1 && k + LOOK > m;) {
        const dl_token *head = dl_said_token(r, mentions[k].head);
        bool one = head->upos != DL_UPOS_PRON && (head->xpos != DL_XPOS_NNS || mentions[m].plural); /* "it" is none of "both countries" */
        if (one && mentions[k].entity == mentions[m].entity) return k;
    }
    return 0;
}

/* "It" of which nothing is known is who spoke last, unless that was a person. */
static uint32_t resolve_it(const dl_said_reader *r, uint32_t head, uint32_t m) {
    if (!dl_said_is(r, head, "it") && !(dl_said_is(r, head, "they") && !m)) return m;
    if (m && !dl_bytes_equal(r->doc->mentions.rows[m].name, dl_doc_words(r->doc, r->doc->mentions.rows[m].span))) return m;
    uint32_t known = m ? described(r, m) : 0;
    if (known) return known;
    if (r->last_speaker && r->doc->mentions.rows[r->last_speaker].kind != DL_NAME_PERSON) return r->last_speaker;
    return r->last_issuer ? r->last_issuer : m;
}

/* "The Russian statement" is the embassy's that spoke before, where both are Russian. */
static uint32_t same_country(const dl_said_reader *r, uint32_t m) {
    if (!m || r->doc->mentions.rows[m].kind != DL_NAME_NATIONALITY) return m;
    uint32_t known[] = {r->last_issuer, r->last_speaker};
    for (int i = 0; i < 2; i++) {
        dl_bytes a = r->doc->mentions.rows[m].actor, b = known[i] ? r->doc->mentions.rows[known[i]].actor : (dl_bytes){0};
        if (a.size >= 3 && b.size >= 3 && !memcmp(a.data, b.data, 3)) return known[i];
    }
    return m;
}

static void add_one(dl_said_reader *r, uint32_t head, dl_draft *draft) {
    uint32_t m = 0, noun = r->words[head].noun;
    bool issued = is_issued(r, head);
    if (issued)
        m = same_country(r, issuer(r, head));
    else if (is_kind(r, head, "medium"))
        m = reporter(r, head);
    else if (is_kind(r, head, "person"))
        m = source_of(r, head);
    if (m && !issued && is_kind(r, head, "medium")) r->last_report = (uint16_t)noun, r->last_reporter = m;
    if (!m) m = dl_mention_of(r, head);
    if (!m && issued) m = r->last_speaker;
    m = resolve_it(r, head, m);
    uint32_t name = m ? name_in_front(r, head, m) : 0;
    if (name) m = name;
    if (issued && m) r->last_issuer = m;
    dl_draft_speaker(draft, m);
}

uint32_t dl_row_in_front(const dl_said_reader *r, uint32_t head) {
    uint32_t t = head, m = r->words[head].cover;
    if (m) t = dl_mention_first(r->doc, &r->doc->mentions.rows[m]);
    while (t > r->first && dl_said_token(r, t - 1)->upos == DL_UPOS_DET) t--;
    if (t < r->first + 2 || !dl_said_is(r, t - 1, "and") || r->words[t - 1].segment != r->words[head].segment) return 0;
    uint32_t before = r->words[t - 2].cover;
    if (!before || r->time[t - 2]) return 0;
    t = dl_mention_first(r->doc, &r->doc->mentions.rows[before]);
    while (t > r->first && dl_said_token(r, t - 1)->upos == DL_UPOS_DET) t--;
    return t <= r->first || dl_said_is_mark(r, t - 1) ? before : 0;
}

/* Whether a verb of saying stands between two tokens: then the second is no speaker beside the first. */
static bool parted(const dl_said_reader *r, uint32_t first, uint32_t last) {
    for (uint32_t t = first + 1; t < last && t < first + SOURCE_TOKENS; t++)
        if (r->words[t].verb && dl_said_token(r, t)->upos != DL_UPOS_NOUN) return true;
    return last > first + SOURCE_TOKENS;
}

void dl_speakers_add(dl_said_reader *r, uint32_t head, dl_draft *draft) {
    if (!head) return;
    dl_draft_speaker(draft, dl_row_in_front(r, head));
    add_one(r, head, draft);
    uint32_t count = 0;
    for (uint32_t c = r->parsed ? r->child[head] : 0; c && count < NAME_REACH; c = r->sister[c], count++) {
        bool beside = base_of(r, c) == DL_DEP_CONJ && !dl_said_is_finite(r, c) && !(c > head && parted(r, head, c));
        if (beside && draft->speaker_count < COORDINATED) add_one(r, c, draft);
    }
}
