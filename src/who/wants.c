/* What words want beside them: only people and bodies say, decide and attack; only they have spokesmen and soldiers. */
#include "who/refer.h"

bool dl_who_speaks(const dl_scene *s, uint32_t verb) {
    enum { SILENT = 1, SPEAKS };
    uint8_t *found = &s->marks[verb].speaks;
    if (*found) return *found == SPEAKS;
    bool speaks = dl_bytes_among(
        dl_who_token(s, verb)->lemma,
        "say tell announce add warn deny declare claim insist state vow pledge promise believe think hope fear admit acknowledge argue "
        "complain explain note maintain reiterate contend confirm suggest stress reveal report decide know feel reply");
    *found = speaks ? SPEAKS : SILENT;
    return speaks;
}

bool dl_who_wants(const dl_scene *s, uint32_t verb, dl_bytes what) {
    enum { HITS = 8 };
    dl_know_hit hits[HITS];
    uint32_t stem = dl_who_token(s, verb)->stem;
    if (!(dl_know_begins(s->know, stem) & dl_know_bit(s->wants))) return false;
    uint32_t n = dl_know_look_up_word(s->know, s->wants, stem, hits, HITS);
    for (uint32_t i = 0; i < n; i++)
        if (dl_bytes_equal(dl_know_cell(s->know, s->wants, hits[i].row, s->wants_what), what)) return true;
    return false;
}

/* What only people and bodies do: what they say and decide, and whatever is told of a "that". */
static bool acts(const dl_scene *s, uint32_t verb) {
    if (dl_who_speaks(s, verb)) return true;
    uint32_t saying = dl_who_child(s, verb, DL_DEP_ADVCL); /* "attacked Cole, saying" */
    if (saying > verb && dl_who_speaks(s, saying) && !dl_who_child(s, saying, DL_DEP_NSUBJ)) return true;
    bool told =
        dl_who_child(s, verb, DL_DEP_CCOMP) && !dl_bytes_among(dl_who_token(s, verb)->lemma, "show mean prove indicate ensure imply demonstrate be");
    return told || dl_who_wants(s, verb, DL_LIT("doer"));
}

/* "| It had fired rockets, the army said": what stands in what somebody says is rather done by whom he speaks for than by a thing. */
static bool is_said_to_act(const dl_scene *s, uint32_t verb) {
    const dl_token *v = dl_who_token(s, verb);
    bool said = v->deprel == DL_DEP_CCOMP && v->head && dl_who_speaks(s, v->head);
    bool passes = dl_bytes_among(v->lemma, "happen occur begin start end appear seem remain continue cause contain include cost show last take");
    return said && !passes && !dl_who_child(s, verb, DL_DEP_COP);
}

/* "turned | her away", "commits | itself": done to people by people. */
static bool is_done_to_person(const dl_scene *s, uint32_t verb) {
    uint32_t object = dl_who_child(s, verb, DL_DEP_OBJ);
    if (!object ||
        dl_bytes_among(dl_who_token(s, verb)->lemma, "kill injure wound hurt hit surprise shock make give cost force drive help leave strike"))
        return false;
    return dl_who_token(s, object)->xpos == DL_XPOS_PRP && dl_bytes_among(dl_token_text(s->doc, object), "him her them");
}

/* What is done to people and bodies only. */
static bool is_suffered(const dl_scene *s, const dl_token *w) {
    bool patient = w->deprel == DL_DEP_OBJ || w->deprel == DL_DEP_NSUBJ_PASS || w->deprel == DL_DEP_IOBJ;
    return patient && dl_who_wants(s, w->head, DL_LIT("sufferer"));
}

/* "its | spokesman", "its | troops": what bodies and countries have. */
static bool is_had_by_bodies(const dl_scene *s, uint32_t noun) {
    dl_agent agent = dl_who_agent(s, s->marks[noun].agent);
    if (s->marks[noun].name) return false;
    return agent.kind == DL_AGENT_PERSON || agent.kind == DL_AGENT_GROUP || agent.kind == DL_AGENT_BODY ||
           dl_bytes_among(dl_who_token(s, noun)->lemma,
                          "border territory airspace policy sovereignty soil citizen national headquarters capital attack bombing offensive raid "
                          "decision statement refusal promise demand threat announcement invasion weapon arsenal ceasefire");
}

bool dl_who_wants_actor(const dl_scene *s, const dl_draft *pronoun) {
    const dl_token *w = dl_who_token(s, pronoun->mention.head);
    if (!w->head) return false;
    if (w->xpos == DL_XPOS_PRP_POSS) return is_had_by_bodies(s, w->head);
    bool acting = w->deprel == DL_DEP_NSUBJ && (acts(s, w->head) || is_said_to_act(s, w->head) || is_done_to_person(s, w->head));
    return acting || is_suffered(s, w) || w->deprel == DL_DEP_OBL_AGENT;
}

bool dl_who_wants_thing(const dl_scene *s, const dl_draft *pronoun) {
    const dl_token *w = dl_who_token(s, pronoun->mention.head);
    bool patient = w->head && !pronoun->mention.plural && w->deprel == DL_DEP_NSUBJ_PASS;
    return patient && dl_bytes_among(dl_who_token(s, w->head)->lemma,
                                     "publish write broadcast print adopt draft sign hold build make use design release sell launch stage file "
                                     "record film televise deliver issue report announce approve");
}

static uint32_t marks_between(const dl_scene *s, uint32_t from, uint32_t to) {
    return s->quotes[to] - s->quotes[from];
}

static bool is_quoted(const dl_scene *s, uint32_t t) {
    const dl_sentence *row = &s->doc->sentences.rows[dl_who_token(s, t)->sentence];
    uint32_t before = marks_between(s, row->first_token, t);
    return before % 2 || (!before && marks_between(s, t, dl_sentence_end(row)) % 2);
}

bool dl_who_inside_quote(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_token *p = dl_who_token(s, pronoun->mention.head);
    bool subject = dl_deprel_base(p->deprel) == DL_DEP_NSUBJ && p->head;
    return subject && is_quoted(s, d->mention.head) && !is_quoted(s, pronoun->mention.head) && dl_who_speaks(s, p->head);
}

bool dl_who_outside_quote(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_token *w = dl_who_token(s, d->mention.head);
    if (!d->subject || !w->head || pronoun->mention.sentence - d->mention.sentence > 1) return false;
    if (!is_quoted(s, pronoun->mention.head) || !dl_who_speaks(s, w->head)) return false;
    if (pronoun->mention.sentence == d->mention.sentence) return d->last < pronoun->first && marks_between(s, d->last + 1, pronoun->first) % 2;
    const dl_sentence *other = &s->doc->sentences.rows[d->mention.sentence];
    return marks_between(s, other->first_token, dl_sentence_end(other));
}
