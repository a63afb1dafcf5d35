#include "said/cue.h"

#include "said/phrase.h"

enum { SKIPS = 10, PHRASE_TOKENS = 12, THAT_REACH = 14, NOUN_REACH = 10, LEFT_REACH = 400 };

/* A cue and what has been found out about it. */
typedef struct cue {
    uint32_t verb;
    uint16_t takes;
    dl_subject subject;
    uint32_t from, to; /* tokens among which its content can lie: the sentence, or the quotation in which it stands */
    uint32_t behind;   /* first token behind verb, subject, addressee and circumstances */
    dl_draft like;
} cue;

static dl_deprel base_of(const dl_said_reader *r, uint32_t token) {
    return dl_deprel_base(dl_said_token(r, token)->deprel);
}

static bool is_verb(const dl_said_reader *r, uint32_t token) {
    const dl_token *t = dl_said_token(r, token);
    if (t->upos && t->upos != DL_UPOS_VERB && t->upos != DL_UPOS_AUX) return false;
    return base_of(r, token) != DL_DEP_AMOD && base_of(r, token) != DL_DEP_COMPOUND;
}

/* The "that" behind a noun of speech, its complement left out ("claims | by the rebels | that"), that opens a clause; 0 where it is a relative or
 * none. */
static uint32_t that_of_noun(const dl_said_reader *r, uint32_t noun) {
    static const char done[] =
        "make issue give release level file send post sign write publish deliver deny reject dismiss repeat receive have say call";
    for (uint32_t t = noun + 1; t < r->end && t < noun + NOUN_REACH; t++) {
        if (dl_said_is_mark(r, t) || dl_said_is_finite(r, t) || r->words[t].verb) return 0;
        if (!dl_said_is(r, t, "that")) continue;
        uint32_t clause = dl_said_token(r, t)->head;
        bool tells = base_of(r, t) == DL_DEP_MARK || (base_of(r, t) == DL_DEP_OBJ && dl_said_child(r, clause, DL_DEP_NSUBJ, DL_DEP_NSUBJ) &&
                                                      !dl_bytes_among(dl_said_token(r, clause)->lemma, done)); /* "that the bridge had cracked" */
        return tells && clause > t && clause < r->end && dl_said_token(r, clause)->head < t ? t : 0;
    }
    return 0;
}

/* The last token of the clause that "that" opens. */
static uint32_t clause_end(const dl_said_reader *r, uint32_t that) {
    return r->right[dl_said_token(r, that)->head];
}

/* How the text takes what the noun tells: a claim of it, a denial of it, or no side. */
static uint8_t stance_of_noun(const dl_said_reader *r, uint32_t noun) {
    if (dl_said_among(r, noun, "denial denials")) return DL_STANCE_DENY;
    return dl_said_among(r, noun, "claim claims allegation allegations accusation accusations charge charges complaint complaints") ? DL_STANCE_CLAIM
                                                                                                                                    : DL_STANCE_SAY;
}

/* "No group claimed", "nobody said", "neither the army nor the police said". */
static bool nobody(const dl_said_reader *r, const dl_subject *s) {
    if (!s->head || !s->own) return false;
    bool none =
        dl_said_is(r, s->first, "no") || dl_said_is(r, s->first, "neither") || dl_said_is(r, s->head, "nobody") || dl_said_is(r, s->head, "none");
    bool nor = s->first > r->first && dl_said_is(r, s->first - 1, "nor");
    return none || nor || (s->head > r->first && dl_said_is(r, s->head - 1, "no"));
}

static bool negated(const dl_said_reader *r, uint32_t verb) {
    if (verb <= r->first) return false;
    for (uint32_t c = r->parsed ? r->child[verb] : 0; c && c < verb; c = r->sister[c]) /* "had not, as of Monday, announced" */
        if (dl_said_is(r, c, "not") || dl_said_is(r, c, "never")) return true;
    return dl_said_is(r, verb - 1, "not") || dl_said_is(r, verb - 1, "n't") || dl_said_is(r, verb - 1, "n\xe2\x80\x99t") ||
           dl_said_is(r, verb - 1, "never") || dl_said_is(r, verb - 1, "nor") || dl_said_is(r, verb - 1, "neither");
}

/* "did not say that": nothing is said. */
static bool unsaid(const dl_said_reader *r, uint32_t verb) {
    uint8_t stance = dl_said_verb_at(r, verb)->stance;
    return (stance == DL_STANCE_SAY || stance == DL_STANCE_CLAIM) && negated(r, verb);
}

static bool declines(const dl_said_reader *r, uint32_t verb) {
    dl_bytes lemma = dl_said_token(r, verb)->lemma;
    return dl_bytes_is(lemma, "decline") || dl_bytes_is(lemma, "refuse");
}

/* "Has not confirmed that", "did not confirm or | deny it", "refused to confirm or | deny it". */
static bool left_open(const dl_said_reader *r, uint32_t verb) {
    if (negated(r, verb)) return true;
    if (verb < r->first + 4 || !dl_said_is(r, verb - 1, "or")) return false;
    return negated(r, verb - 2) || (dl_said_is(r, verb - 3, "to") && declines(r, verb - 4));
}

/* "declined to say how many": nothing is said, by either verb. */
static bool silent(const dl_said_reader *r, uint32_t verb) {
    bool told = verb > r->first + 1 && dl_said_is(r, verb - 1, "to") && declines(r, verb - 2);
    return told || (declines(r, verb) && verb + 2 < r->end && dl_said_is(r, verb + 1, "to") && r->words[verb + 2].verb);
}

/* "dismissed claims that ...": behind "that" what is dismissed; 0 where the verb has no such object. */
static uint32_t claimed_behind(const dl_said_reader *r, uint32_t verb) {
    static const char *const verbs[] = {"deny", "dismiss", "reject", "refute", "rebut"};
    bool known = false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) known = known || dl_bytes_is(dl_said_token(r, verb)->lemma, verbs[i]);
    uint32_t object = known && r->parsed ? dl_said_child(r, verb, DL_DEP_OBJ, DL_DEP_OBJ) : 0;
    return object > verb && r->words[object].noun && dl_said_is(r, object + 1, "that") ? object + 2 : 0;
}

static uint32_t covering_time(const dl_said_reader *r, uint32_t token) {
    return r->time[token];
}

/* The end of a circumstance that begins at `token` ("in a statement", "on Sunday", "the BBC"), or 0. */
static uint32_t circumstance(const dl_said_reader *r, const cue *c, uint32_t token) {
    uint32_t time = covering_time(r, token);
    if (time) return r->doc->times.rows[time].last_token + 1;
    unsigned upos = dl_said_token(r, token)->upos;
    if (upos == DL_UPOS_ADV && dl_said_token(r, token)->head == c->verb && r->left[token] == r->right[token]) return token + 1;
    if (!r->parsed) return 0;
    for (uint32_t k = r->child[c->verb]; k; k = r->sister[k]) {
        bool within_verb = r->left[k] > c->verb && r->left[k] < token && r->right[k] >= token && r->left[k] < c->verb + r->words[c->verb].verb_length;
        if ((r->left[k] != token && !within_verb) || k == c->verb) continue;
        dl_deprel base = base_of(r, k);
        bool object = base == DL_DEP_OBJ || base == DL_DEP_IOBJ;
        if (object && !(c->takes & (DL_SAYS_ADDRESSEE | DL_SAYS_OF))) return 0;
        if (!object && base != DL_DEP_OBL && base != DL_DEP_ADVMOD) return 0;
        if (r->right[k] - token > PHRASE_TOKENS) return k + 1;
        return r->right[k] + 1;
    }
    return 0;
}

/* Passes over what may stand between the verb and its content. */
static void skip_circumstances(const dl_said_reader *r, cue *c) {
    for (uint32_t step = 0; step < SKIPS && c->behind <= c->to; step++) {
        uint32_t t = c->behind;
        if (c->takes & DL_SAYS_OF && (dl_said_is(r, t, "of") || dl_said_is(r, t, "for"))) return;
        if (c->takes & DL_SAYS_INFINITIVE && dl_said_is(r, t, "to")) return;
        if (c->takes & DL_SAYS_CLAUSE && dl_said_is(r, t, "that")) return;
        if (r->words[t].segment != r->words[c->verb].segment) return;
        uint32_t end = circumstance(r, c, t);
        if (!end) return;
        c->behind = end;
    }
}

bool dl_cue_describe(dl_said_reader *r, uint32_t verb, const dl_subject *subject, dl_draft *draft) {
    const dl_said_verb *row = dl_said_verb_at(r, verb);
    uint32_t end = verb + r->words[verb].verb_length;
    *draft = (dl_draft){.source = row->source, .stance = row->stance};
    draft->cue = (dl_span){dl_said_token(r, verb)->span.begin, dl_said_token(r, end - 1)->span.end};
    dl_speakers_add(r, subject->head, draft);
    dl_speakers_add(r, dl_who_quotes(r, verb), draft);
    for (uint32_t k = r->parsed ? r->child[verb] : 0; k; k = r->sister[k]) {
        dl_deprel base = base_of(r, k);
        if (row->takes & DL_SAYS_ADDRESSEE && (base == DL_DEP_OBJ || base == DL_DEP_IOBJ) && k > verb && !draft->addressee)
            draft->addressee = dl_mention_of(r, k);
        if ((base == DL_DEP_OBL || base == DL_DEP_ADVMOD || base == DL_DEP_NMOD) && r->time[r->left[k]] && !draft->when)
            draft->when = r->time[r->left[k]];
        if (base == DL_DEP_OBL && r->words[k].noun && draft->speaker_count) r->last_issuer = draft->speakers[0]; /* "said in a statement" */
    }
    return draft->speaker_count > 0;
}

/* "Ten | killed in raid, army says", "two | dead": headlines leave the auxiliary out. */
static bool tells_in_headline(const dl_said_reader *r, uint32_t token) {
    const dl_token *t = dl_said_token(r, token);
    bool headline = r->doc->sentences.rows[t->sentence].zone == DL_ZONE_HEADLINE;
    return headline && ((t->upos == DL_UPOS_VERB && t->xpos == DL_XPOS_VBN && t->deprel != DL_DEP_AMOD) || dl_bytes_is(t->lemma, "dead"));
}

static bool finite_between(const dl_said_reader *r, uint32_t first, uint32_t last) {
    for (uint32_t t = first; t <= last && t < first + LEFT_REACH; t++)
        if (dl_said_is_finite(r, t) || tells_in_headline(r, t)) return true;
    return false;
}

static bool comma_between(const dl_said_reader *r, uint32_t first, uint32_t last) {
    for (uint32_t t = first; t <= last && t < first + LEFT_REACH; t++)
        if (dl_said_is(r, t, ",")) return true;
    return false;
}

static bool opens_segment(const dl_said_reader *r, uint32_t token) {
    return token < r->doc->tokens.count && dl_said_is_quote_mark(r, token) && token + 1 < r->doc->tokens.count && r->words[token + 1].segment &&
           r->segments.rows[r->words[token + 1].segment].first == token + 1;
}

static uint32_t segment_end(const dl_said_reader *r, uint32_t token, uint32_t around) {
    uint32_t s = r->words[token].segment;
    while (s && r->segments.rows[s].outer != around) s = r->segments.rows[s].outer;
    return s && s != around ? r->segments.rows[s].last : token;
}

/* Behind a semicolon someone else speaks. */
static bool says_another(const dl_said_reader *r, uint32_t from, uint32_t last) {
    for (uint32_t t = from + 1; t <= last && t < from + LEFT_REACH; t++)
        if (r->words[t].verb && !r->words[t].segment) return true;
    return false;
}

/* The last token of "the bombing" in "blamed the bombing | on the rebels", wherever the tree hung to whom it is ascribed; 0 where it is to nobody. */
static uint32_t ascribed_end(const dl_said_reader *r, uint32_t object) {
    for (uint32_t t = r->right[object] + 1; t > object; t--)
        if (dl_said_among(r, t, "on to")) return t - 1;
    return 0;
}

/* "Reported | the arrest of two men", "blamed | the bombing on the rebels": a noun that names what is told. */
static uint32_t named_content(const dl_said_reader *r, const cue *c) {
    bool yet_to_say = dl_said_token(r, c->verb)->xpos == DL_XPOS_VB; /* "the last to report cases" */
    uint32_t object = c->takes & DL_SAYS_OBJECT && !yet_to_say ? dl_said_child(r, c->verb, DL_DEP_OBJ, DL_DEP_OBJ) : 0;
    bool ahead = object > c->verb && (c->takes & DL_SAYS_OF ? ascribed_end(r, object) > 0 : r->left[object] >= c->behind);
    return ahead && dl_said_token(r, object)->upos != DL_UPOS_PRON ? r->left[object] : 0;
}

/* "Told of | soldiers burning homes", "warned of | raids on the coast": what stands behind the preposition that is the verb's own; 0 where it is one
 * word, or nothing. `end`, where it is not null, receives its last token. */
static uint32_t own_content(const dl_said_reader *r, const cue *c, uint32_t *end) {
    uint32_t begin = c->verb + r->words[c->verb].verb_length, last = 0;
    for (uint32_t k = c->takes & DL_SAYS_OWN && r->parsed ? r->child[c->verb] : 0; k; k = r->sister[k])
        if ((k >= begin || (k > c->verb && r->right[k] >= begin)) &&
            (r->left[k] <= begin || (last && r->left[k] == last + 1 && !dl_said_is_mark(r, r->left[k]))))
            last = r->right[k];
    if (end) *end = last;
    return last > begin && begin <= c->to ? begin : 0; /* one word alone ("spoke of peace") tells nothing */
}

/* A clause that tells of something behind a comma: ", where forty died", ", minutes after gunmen burst in". */
static bool tells_aside(const dl_said_reader *r, uint32_t comma, uint32_t last) {
    enum { OPENING = 3 };
    bool opens = false;
    for (uint32_t t = comma + 1; t <= comma + OPENING && t < last; t++)
        opens = opens || dl_said_among(r, t, t == comma + 1 ? "which who where whose when after before since" : "after before since");
    for (uint32_t t = comma + 1; opens && t <= last && t < comma + LEFT_REACH; t++) {
        unsigned upos = dl_said_token(r, t)->upos;
        if (upos == DL_UPOS_VERB || upos == DL_UPOS_AUX) return dl_said_token(r, t)->xpos != DL_XPOS_MD && dl_said_token(r, t)->xpos != DL_XPOS_VBG;
    }
    return false;
}

/* The relative clause that begins at `token`: "elections | that they boycotted". */
static bool opens_relative(const dl_said_reader *r, uint32_t token) {
    uint32_t verb = dl_said_token(r, token)->head;
    return dl_said_among(r, token, "that which who whom") && verb > token && verb < r->end && dl_said_token(r, verb)->deprel == DL_DEP_ACL_RELCL;
}

/* "Claimed victory in elections | that they boycotted": a claim to something is a claim to no more than that; 0 where there is no such clause. */
static uint32_t claimed_no_more(const dl_said_reader *r, const cue *c, uint32_t begin, uint32_t last) {
    uint32_t thing = dl_bytes_is(dl_said_token(r, c->verb)->lemma, "claim") ? dl_said_child(r, c->verb, DL_DEP_OBJ, DL_DEP_OBJ) : 0;
    if (thing < begin || r->left[thing] != begin || dl_said_child(r, c->verb, DL_DEP_XCOMP, DL_DEP_XCOMP)) return 0;
    for (uint32_t t = begin + 1; t < last && t < begin + LEFT_REACH; t++)
        if (opens_relative(r, t)) return t - dl_said_is(r, t - 1, ",");
    return 0;
}

/* Behind a comma at the end of the sentence: "..., | the latest in a series of raids", "..., the most serious test yet of the truce". Where it stands
 * beside the rest the report sums up itself. */
static bool sums_up(const dl_said_reader *r, uint32_t comma, uint32_t last) {
    enum { OPENING = 3 };
    static const char ranks[] = "first second third latest last most only";
    static const char sayings[] = "charge accusation allegation claim assertion suggestion account version view figure";
    bool ranked = false;
    if (!dl_said_among(r, comma + 1, "the a an its") || last + 2 < r->end) return false;
    for (uint32_t t = comma + 2; t <= comma + 1 + OPENING && t < last; t++) {
        bool ordinal = dl_said_token(r, t)->xpos == DL_XPOS_JJ && dl_bytes_finish(dl_token_text(r->doc, t), "th");
        ranked = ranked || ordinal || dl_said_token(r, t)->xpos == DL_XPOS_JJS || dl_said_among(r, t, ranks);
    }
    if (ranked && !comma_between(r, comma + 2, last) && !finite_between(r, comma + 2, last)) return true;
    ranked = ranked || dl_said_among(r, comma + 2, sayings); /* "..., | a charge that the army denies" */
    for (uint32_t t = comma + 2; ranked && t <= last && t < comma + LEFT_REACH; t++) {
        unsigned upos = dl_said_token(r, t)->upos;
        bool thing = upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN || upos == DL_UPOS_ADJ;
        if (thing && r->left[t] >= comma && r->left[t] <= comma + 1 && r->right[t] + 1 >= last) return true;
    }
    return false;
}

/* ", a day after gunmen burst in", ", two weeks before the vote" at the end of the sentence: how long from something else that the report tells. */
static bool dates_it(const dl_said_reader *r, uint32_t comma, uint32_t last) {
    enum { OPENING = 5 };
    static const char spans[] = "minutes hours hour day days week weeks month months year years decades moments";
    if (last + 2 < r->end || dl_said_token(r, comma + 1)->upos == DL_UPOS_VERB) return false;
    for (uint32_t t = comma + 2; t <= comma + OPENING && t < last; t++)
        if (dl_said_among(r, t, "after before") && dl_said_among(r, t - 1, spans)) return true;
    return false;
}

/* "Announced a curfew, | which the army lifted", "vowed to end the war, | where forty died": what a thing or a deed to come was or became is told by
 * whoever tells of the speech; 0 where there is no such clause. */
static uint32_t aftermath(const dl_said_reader *r, const cue *c, uint32_t begin, uint32_t last) {
    bool thing = dl_bytes_is(dl_said_token(r, c->verb)->lemma, "announce") && begin == named_content(r, c);
    bool deed = c->takes & DL_SAYS_INFINITIVE && dl_said_token(r, begin)->xpos == DL_XPOS_TO;
    for (uint32_t t = begin + 1; (thing || deed) && t < last && t < begin + LEFT_REACH; t++)
        if (dl_said_is(r, t, ",") && r->words[t].segment == r->words[c->verb].segment && tells_aside(r, t, last)) return t;
    return 0;
}

/* "Police believe that rebels fled, an aide | said": what another says of the saying, behind it. */
static bool is_told_on(const dl_said_reader *r, uint32_t verb) {
    uint32_t above = r->parsed ? dl_said_token(r, verb)->head : 0;
    return above > verb && above < r->end && base_of(r, verb) == DL_DEP_CCOMP && r->words[above].verb;
}

/* Where the content that begins at `begin` ends: with the sentence or the clause, before what the verb coordinates or adds ("..., citing witnesses").
 */
static uint32_t content_end(const dl_said_reader *r, const cue *c, uint32_t begin) {
    uint32_t last = c->to, reach = c->to;
    if (r->parsed && dl_said_token(r, c->verb)->head && base_of(r, c->verb) != DL_DEP_PARATAXIS && base_of(r, c->verb) != DL_DEP_CCOMP) {
        dl_deprel base = base_of(r, c->verb);
        if (base == DL_DEP_ACL || base == DL_DEP_CONJ || base == DL_DEP_ADVCL) reach = r->right[c->verb];
        if (base == DL_DEP_ADVCL && r->right[c->verb] + 2 >= c->to) reach = c->to;
    }
    if (is_told_on(r, c->verb)) reach = r->right[c->verb];
    if (reach > begin && reach < last) last = reach;
    for (uint32_t k = r->parsed ? r->child[c->verb] : 0; k; k = r->sister[k]) {
        if (r->left[k] <= begin || r->left[k] > last) continue;
        dl_deprel base = base_of(r, k);
        bool that = dl_said_is(r, r->left[k], "that") || dl_said_is(r, r->left[k] + 1, "that");
        if ((base == DL_DEP_CONJ && !that && dl_said_is_finite(r, k)) || (r->words[k].verb && base == DL_DEP_ADVCL)) last = r->left[k] - 1;
    }
    if (r->next_phrase[begin + 1] > begin + 1 && r->next_phrase[begin + 1] <= last) last = r->next_phrase[begin + 1] - 1;
    bool of = c->takes & DL_SAYS_OF && begin == named_content(r, c);
    if (of) return ascribed_end(r, dl_said_child(r, c->verb, DL_DEP_OBJ, DL_DEP_OBJ));
    uint32_t own;
    if (own_content(r, c, &own) == begin) return own < c->to ? own : c->to;
    uint32_t came = aftermath(r, c, begin, last);
    if (came) last = came - 1;
    uint32_t more = claimed_no_more(r, c, begin, last);
    if (more) last = more - 1;
    for (uint32_t t = begin + 1; t < last && t < begin + LEFT_REACH; t++) {
        bool same = r->words[t].segment == r->words[c->verb].segment;
        if (same && dl_said_is(r, t, ",") && (dl_said_is(r, t + 1, "adding") || sums_up(r, t, last) || dates_it(r, t, last))) last = t - 1;
        if (same && dl_said_is(r, t, ";") && says_another(r, t, last)) last = t - 1; /* "they fired; the ministry said they did not" */
    }
    uint32_t whole = segment_end(r, last, r->words[c->verb].segment);
    return whole > last ? whole : last;
}

/* A first-person content inside quotation marks goes no further than they. */
static void bounds(const dl_said_reader *r, cue *c, uint32_t from) {
    uint32_t s = r->words[c->verb].segment;
    c->from = from;
    c->to = r->end - 1;
    if (!s) return;
    if (r->segments.rows[s].first > c->from) c->from = r->segments.rows[s].first;
    if (r->segments.rows[s].last < c->to) c->to = r->segments.rows[s].last;
}

/* "said a message | that was read out": the subject of a clause that is said of a noun. */
static bool is_relative(const dl_said_reader *r, uint32_t that) {
    return base_of(r, that) == DL_DEP_NSUBJ && dl_said_token(r, dl_said_token(r, that)->head)->deprel == DL_DEP_ACL_RELCL;
}

/* "that" near behind the verb opens the content, whatever a tagger takes it for; between stand at most an addressee and circumstances. */
static uint32_t that_behind(const dl_said_reader *r, const cue *c) {
    uint32_t end = c->verb + r->words[c->verb].verb_length;
    bool far = c->takes & (DL_SAYS_FREELY | DL_SAYS_ADDRESSEE);
    for (uint32_t t = end; t <= c->to && t < end + THAT_REACH; t++) {
        bool without = dl_said_is(r, t - 1, "without");                                   /* "said, without elaborating, that" */
        bool verb = r->words[t].verb && !r->words[t].phrase && is_verb(r, t) && !without; /* "said, citing witnesses, that"; not "in a tweet that" */
        if (dl_said_is_quote_mark(r, t) || verb || (dl_said_is_finite(r, t) && t > end)) return 0;
        bool infinitive = t > end && dl_said_is(r, t, "to") && dl_said_token(r, t)->xpos == DL_XPOS_TO; /* "ordered them to delay aid that" */
        bool thing = !(c->takes & DL_SAYS_ADDRESSEE) && dl_said_token(r, t)->head == c->verb && base_of(r, t) == DL_DEP_OBJ && !r->time[t];
        if (infinitive || (thing && r->parsed)) return 0; /* "proposed legislation that": a relative */
        if (dl_said_is(r, t, "that")) return (t == end || far) && !is_relative(r, t) && dl_said_has_verb(r, t + 1, c->to) ? t + 1 : 0;
        if (t == end && !far && t != c->behind) return 0;
    }
    return 0;
}

/* "accused the rebels of firing rockets": behind the first "of" or "for" that follows an object. */
static uint32_t of_content(const dl_said_reader *r, const cue *c) {
    for (uint32_t t = c->verb + 2; t < c->to && t < c->verb + THAT_REACH; t++) {
        if (dl_said_is_finite(r, t) || dl_said_is(r, t, ",") || dl_said_is(r, t, "with")) return 0; /* "charged him with abuse of power" */
        if (dl_said_is(r, t, "of") || dl_said_is(r, t, "for")) return t + 1;
    }
    return 0;
}

/* "Concede | or admit defeat": what joins a second verb to this one opens no content. */
static bool joins(const dl_said_reader *r, uint32_t verb, uint32_t token) {
    uint32_t up = dl_said_token(r, token)->head;
    return dl_said_among(r, token, "and or but nor") && up > token && up < r->end && dl_said_token(r, up)->head == verb &&
           base_of(r, up) == DL_DEP_CONJ;
}

/* Whether a clause, an infinitive or the like that the verb takes begins at `behind`. */
static uint32_t right_content(const dl_said_reader *r, const cue *c) {
    uint32_t t = c->behind, that = c->takes & DL_SAYS_CLAUSE ? that_behind(r, c) : 0;
    if (that) return that;
    if (own_content(r, c, NULL)) return own_content(r, c, NULL);
    if (t > c->to) return 0;
    if (c->takes & DL_SAYS_OF) {
        uint32_t of = of_content(r, c);
        return of || !(c->takes & DL_SAYS_OBJECT) ? of : named_content(r, c);
    }
    if (opens_segment(r, t) && c->takes & (DL_SAYS_QUOTE | DL_SAYS_ADDRESSEE) && !r->segments.rows[r->words[t + 1].segment].title) return t + 1;
    bool pause = dl_said_is(r, t, ",") || dl_said_is(r, t, ":");
    if (pause && t < c->to && opens_segment(r, t + 1)) return t + 2;
    if (dl_said_is(r, t, ":")) return t < c->to ? t + 1 : 0;
    if (dl_said_is_mark(r, t) && !opens_segment(r, t)) return 0;
    /* "votes required to win" speak for nobody; "condemned the raid and urged them to leave" is of who condemned */
    bool someone = c->subject.head && (c->subject.own || (base_of(r, c->verb) == DL_DEP_CONJ && dl_said_is_finite(r, c->verb)));
    bool to = dl_said_is(r, t, "to") && dl_said_token(r, t)->upos != DL_UPOS_ADP; /* not "ordered troops to the south" */
    if (c->takes & DL_SAYS_INFINITIVE && to) return someone || dl_said_token(r, c->verb)->xpos == DL_XPOS_VBG ? t : 0;
    if (!(c->takes & DL_SAYS_CLAUSE)) return 0;
    if (!r->parsed) return finite_between(r, t, c->to) ? t : 0;
    uint32_t k = r->child[c->verb], steps = 0;
    for (; k && steps < 64; k = r->sister[k], steps++) {
        dl_deprel base = base_of(r, k);
        if (k > c->verb && r->right[k] >= t &&
            ((base == DL_DEP_CCOMP && (c->takes & DL_SAYS_FREELY || finite_between(r, r->left[k], r->right[k]))) ||
             (base == DL_DEP_PARATAXIS && finite_between(r, r->left[k], r->right[k]))))
            return r->left[k] > t && !joins(r, c->verb, t) ? t : r->left[k];
    }
    if (joins(r, c->verb, t)) return 0;
    if (dl_said_is(r, t, "so") || dl_said_is(r, t, "because") || dl_said_is(r, t, "while")) return 0; /* "declared last week so that he could" */
    uint32_t thing = dl_said_child(r, c->verb, DL_DEP_OBJ, DL_DEP_OBJ);                               /* "maintains a policy of not charging" */
    bool message = thing > c->verb && r->left[thing] == t && r->words[thing].noun;                    /* "posted a message blaming them" */
    bool noun_phrase = message || (thing > c->verb && r->left[thing] == t && !finite_between(r, t, c->to));
    if (c->takes & DL_SAYS_FREELY && dl_said_has_verb(r, t, c->to) && !noun_phrase) return t;
    if (c->takes & DL_SAYS_OBJECT && dl_said_token(r, t)->xpos == DL_XPOS_VBG) return t; /* "denied supporting the rebels" */
    return named_content(r, c);
}

/* The last token of words in quotation marks that end right in front of subject and verb, be it in the sentence before ("Why?" she asked.); or 0. */
static uint32_t left_quotation(const dl_said_reader *r, const cue *c) {
    uint32_t t = c->subject.first - 1, around = r->words[c->verb].segment;
    if (!(c->takes & DL_SAYS_QUOTE) || t < 2 || (around && t <= c->from)) return 0;
    bool bare = dl_said_is_quote_mark(r, t);
    if (!bare && !(dl_said_is_mark(r, t) && dl_said_is_quote_mark(r, t - 1))) return 0;
    if (!bare && t < r->first && dl_said_char(r, t) == '.') return 0; /* the sentence of the quotation is over */
    uint32_t k = bare ? t - 1 : t - 2, s = r->words[k].segment;
    if (!s || s == around || r->segments.rows[s].last != k) return 0;
    const dl_doc *doc = r->doc;
    bool stopped = dl_said_is_mark(r, k) || !bare || r->segments.rows[s].first <= r->first + 1;
    if (!stopped) return 0;                                                               /* a name or a word in marks: the "Riviera" hotel denied */
    bool bracketed = k > 1 && dl_said_char(r, k) == ']' && dl_said_char(r, k - 1) == '.'; /* "... [.]" */
    if (k < r->first && (dl_said_char(r, k) == '.' || bracketed)) return 0;               /* complete in itself: what follows begins anew */
    return r->segments.rows[s].paragraph == doc->sentences.rows[r->sentence].paragraph ? k : 0;
}

/* The last token of what stands in front of subject and verb, where a comma or a closing mark sets it off; 0 where nothing does. */
static uint32_t left_content(const dl_said_reader *r, const cue *c) {
    uint32_t t = c->subject.first, quotation = left_quotation(r, c);
    if (quotation) return quotation;
    if (t <= c->from || !(c->takes & DL_SAYS_FREELY)) return 0;
    t--;
    char mark = dl_said_char(r, t);
    bool set_off = mark == ',' || mark == '?' || mark == '!' || dl_said_is(r, t, "--") || dl_said_is(r, t, "\xe2\x80\x94");
    return set_off && t > c->from ? t - 1 : 0;
}

/* A clause on each side of the parenthesis: whether they are one sentence, by the words that open them ("Though it rained, she said, they came";
 * "They came, she said, because it rained"; "They came, she said, and it rained"). Of a time behind it ("..., she said, as she left") nobody knows.
 */
static bool goes_on(const dl_said_reader *r, const cue *c, uint32_t token) {
    static const char openers[] = "although though even if unless while because since when as once until";
    static const char joiners[] = "because until unless although though if which and but or";
    if (!finite_between(r, token, c->to)) return false;
    for (uint32_t t = token; t <= c->to && t < token + LEFT_REACH; t++)
        if (r->words[t].verb && dl_said_verb_at(r, t)->takes & DL_SAYS_FREELY && is_verb(r, t)) return false; /* someone else speaks */
    return dl_said_among(r, c->from, openers) || (dl_said_among(r, token, joiners) && !dl_said_is_finite(r, token + 1));
}

/* What follows a parenthesis ("..., she said, ...") and goes on with the speech: words in quotation marks, or the rest of a clause. */
static uint32_t resumed(const dl_said_reader *r, const cue *c, bool left_is_clause) {
    uint32_t t = c->behind;
    if (t >= c->to || !dl_said_is_mark(r, t)) return 0;
    if (opens_segment(r, t)) return t + 1;
    if (opens_segment(r, t + 1)) return t + 2;
    if (!dl_said_is(r, t, ",")) return 0;
    const dl_token *k = dl_said_token(r, t + 1);
    if (r->words[t + 1].phrase || r->words[t + 1].verb) return 0;
    bool verb = k->upos == DL_UPOS_AUX || (k->upos == DL_UPOS_VERB && k->xpos != DL_XPOS_VBG && k->xpos != DL_XPOS_VBN);
    if (!left_is_clause && (finite_between(r, t + 1, c->to) || k->xpos == DL_XPOS_VBN)) return t + 1;
    return verb || goes_on(r, c, t + 1) ? t + 1 : 0;
}

/* "... ," she said[, "..."]: the content stands in front. Returns whether it was so. */
static bool read_left(dl_said_reader *r, dl_drafts *drafts, cue *c) {
    uint32_t last = c->subject.own ? left_content(r, c) : 0, around = r->words[c->verb].segment;
    if (!last) return false;
    uint32_t s = r->words[last].segment;
    while (s && r->segments.rows[s].outer != around) s = r->segments.rows[s].outer;
    bool quoted = s && s != around && r->segments.rows[s].last <= last + 1;
    bool clause = quoted || finite_between(r, c->from, last);
    uint32_t again = resumed(r, c, clause);
    if (!quoted && !again && !clause) return false;
    uint32_t first = c->from;
    if (quoted && (r->segments.rows[s].first <= c->from + 1 || r->segments.rows[s].first < r->first)) first = r->segments.rows[s].first;
    if (quoted && r->segments.rows[s].quote && first != r->segments.rows[s].first) first = r->segments.rows[s].first;
    uint32_t one = dl_draft_add(r, drafts, first, last, &c->like), two = 0;
    if (again) two = dl_draft_add(r, drafts, again, content_end(r, c, again), &c->like);
    dl_draft_join(r, drafts, one, two);
    return true;
}

/* "She said:" at the end of a sentence; the words follow in the next. */
static bool read_next(dl_said_reader *r, dl_drafts *drafts, const cue *c) {
    uint32_t t = c->behind;
    if (t >= r->doc->tokens.count || t > c->to || !dl_said_is(r, t, ":") || t != r->end - 1) return false;
    if (!opens_segment(r, t + 1)) return false;
    return dl_draft_add(r, drafts, t + 2, segment_end(r, t + 2, 0), &c->like) > 0;
}

static void read_verb(dl_said_reader *r, dl_drafts *drafts, uint32_t verb, uint32_t *from) {
    cue c = {.verb = verb, .takes = dl_said_verb_at(r, verb)->takes};
    if (dl_said_is_passive(r, verb)) return;
    bounds(r, &c, *from);
    dl_subject_find(r, verb, &c.subject);
    bool capitals = r->doc->sentences.rows[r->sentence].capitals && c.takes & DL_SAYS_FREELY; /* where taggers see names */
    bool warning_that = (capitals || dl_bytes_finish(dl_token_text(r->doc, verb), "ing")) && dl_said_is(r, verb + 1, "that");
    if (!is_verb(r, verb) && !warning_that && !(left_quotation(r, &c) && verb > c.subject.first)) return;
    if (nobody(r, &c.subject) || unsaid(r, verb) || silent(r, verb)) return;
    dl_cue_describe(r, verb, &c.subject, &c.like);
    bool takes_side = c.like.stance == DL_STANCE_CONFIRM || c.like.stance == DL_STANCE_DENY;
    if (takes_side && left_open(r, verb)) c.like.stance = DL_STANCE_DOUBT;
    if (c.subject.own && c.subject.head && !r->words[verb].segment) {
        r->last_verb = verb;
        r->last_subject = c.subject.head;
        bool speaks = c.takes & DL_SAYS_FREELY || (c.takes & DL_SAYS_QUOTE && !(c.takes & DL_SAYS_INFINITIVE));
        if (c.like.speaker_count && speaks) r->last_speaker = c.like.speakers[0];
    }
    c.behind = c.subject.last + 1 > verb + r->words[verb].verb_length ? c.subject.last + 1 : verb + r->words[verb].verb_length;
    if (!c.subject.own || !c.subject.inverted) c.behind = verb + r->words[verb].verb_length;
    skip_circumstances(r, &c);
    dl_sources_cited(r, verb, &c.like);
    uint32_t claimed = claimed_behind(r, verb), right = claimed ? claimed : right_content(r, &c), number = 0, around = r->words[verb].segment;
    if (claimed) c.like.stance = negated(r, verb) ? DL_STANCE_DOUBT : DL_STANCE_DENY;
    bool that = right && dl_said_is(r, right - 1, "that");
    bool set_off = c.subject.inverted && c.subject.own && verb > c.from && dl_said_is_mark(r, verb - 1);
    /* 'At a meeting held on Monday, she said, "We ..."': words that begin a sentence are content, what stands in front is its circumstance */
    bool opened = right && opens_segment(r, right - 1), whole = opened && dl_is_upper(dl_said_char(r, right));
    /* inside a quotation only words that are quoted again; what the speaker says of others' saying is the speaker's own */
    if (around && !opened && !left_quotation(r, &c)) return;
    if (!right || (opened && (!whole || left_quotation(r, &c))) || (!that && (set_off || left_quotation(r, &c)))) {
        if (read_left(r, drafts, &c) || read_next(r, drafts, &c)) {
            return;
        }
    }
    if (right && right <= c.to) {
        uint32_t end = around && opened ? segment_end(r, right, around) : content_end(r, &c, right);
        number = dl_draft_add(r, drafts, right, end, &c.like);
        if (number && !r->words[verb].segment && c.takes & DL_SAYS_FREELY && !is_told_on(r, verb)) *from = end + 1;
    }
}

/* "Said in a Facebook post | that": whose words they are the verb has told. */
static bool is_told(const dl_drafts *drafts, uint32_t first) {
    enum { LAST = 4 };
    for (uint32_t i = drafts->list.count, n = 0; i-- > 1 && n < LAST; n++)
        if (drafts->list.rows[i].first == first && drafts->list.rows[i].speaker_count) return true;
    return false;
}

/* "Warnings from Moscow that the strikes would go on", "the rebels' claim that they hold the town": what a noun of speech tells is its issuer's. */
static void read_noun(dl_said_reader *r, dl_drafts *drafts, uint32_t noun) {
    if (!r->parsed || r->words[noun].segment || dl_said_token(r, noun)->upos != DL_UPOS_NOUN) return;
    dl_issuer_note(r, noun);
    uint32_t that = that_of_noun(r, noun), issuer = that ? dl_issuer_told(r, noun) : 0;
    bool verbal = r->words[noun].verb && dl_bytes_finish(dl_token_text(r->doc, noun), "ing"); /* "with the minister warning that": read as a verb */
    if (!issuer || verbal || is_told(drafts, that + 1) || claimed_behind(r, dl_said_token(r, noun)->head)) return;
    dl_draft like = {.source = DL_SOURCE_SAID, .stance = stance_of_noun(r, noun), .cue = dl_said_token(r, noun)->span};
    dl_draft_speaker(&like, issuer);
    dl_draft_add(r, drafts, that + 1, clause_end(r, that), &like);
}

void dl_cues_read(dl_said_reader *r, dl_drafts *drafts) {
    uint32_t from = r->first;
    for (uint32_t t = r->first; t < r->end; t++) {
        if (r->words[t].verb) read_verb(r, drafts, t, &from);
        if (r->words[t].noun) read_noun(r, drafts, t);
    }
    dl_phrases_read(r, drafts);
}
