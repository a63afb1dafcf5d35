/* When an event was: the time expression that governs it, else the day of the report; what is told as of some other time has none. */
#include "base/calendar.h"
#include "event/about.h"
#include "event/dated.h"
#include "event/edges.h"
#include "event/lexicon.h"
#include "event/past.h"
#include "event/roles.h"
#include "event/spoken.h"
#include "know/clocks.h"

static const dl_sentence *sentence_of(const dl_reading *r, uint32_t token) {
    return &r->doc->sentences.rows[dl_at(r, token)->sentence];
}

/* "Signed a decree | banning protests", "passed a bill | to free them": a decree does what it says when it is signed. */
static bool enacted(const dl_reading *r, uint32_t clause) {
    uint32_t decree = dl_base_of(r, clause) == DL_DEP_ACL && dl_at(r, clause)->deprel != DL_DEP_ACL_RELCL ? dl_at(r, clause)->head : 0;
    uint32_t verb = decree && (dl_base_of(r, decree) == DL_DEP_OBJ || dl_at(r, decree)->deprel == DL_DEP_NSUBJ_PASS) ? dl_at(r, decree)->head : 0;
    bool law = verb && (dl_in_sets(r, decree, DL_SET(writing) | DL_SET(draft) | DL_SET(proposal)) ||
                        dl_lemma_among(r, decree, "ban ruling edict legislation ordinance deal agreement"));
    return law && (dl_in_sets(r, verb, DL_SET(enactment)) || dl_lemma_among(r, verb, "issue sign publish unveil announce release write send"));
}

/* "Brokered a truce last month under which they | agreed to leave": what was done by a deal is of its day, on whichever word the parser hung it; the
 * time, or 0. */
static uint32_t time_of_deal(const dl_build *b, uint32_t clause) {
    const dl_reading *r = &b->r;
    uint32_t which = dl_child_lemma(r, clause, DL_DEP_OBL, "which"), verb = which ? dl_at(r, clause)->head : 0;
    if (!which || !dl_lemma_among(r, which - 1, "under by in")) return 0;
    for (int steps = 0; verb && steps < 2 && !dl_is_verb(r, verb); steps++) verb = dl_at(r, verb)->head;
    uint32_t deal = verb ? dl_child(r, verb, DL_DEP_OBJ) : 0;
    bool made = deal && dl_in_sets(r, deal, DL_SET(agreement) | DL_SET(truce));
    return made ? dl_time_of_word(b, verb) : 0;
}

/* "Met in Oslo on Thursday | to sign a treaty". */
static bool is_aim(const dl_reading *r, uint32_t clause) {
    bool infinitive = dl_base_of(r, clause) == DL_DEP_ADVCL && dl_at(r, clause)->xpos == DL_XPOS_VB && dl_child_lemma(r, clause, DL_DEP_MARK, "to");
    return infinitive && dl_at(r, dl_at(r, clause)->head)->xpos == DL_XPOS_VBD;
}

/* Edges over which a clause's time is its event's too: not from a verb of saying to what was said, nor into "after the attack". */
static bool shares_time(const dl_reading *r, uint32_t token) {
    switch (dl_base_of(r, token)) {
    case DL_DEP_XCOMP:
    case DL_DEP_NSUBJ:
    case DL_DEP_OBJ:
        return true;
    case DL_DEP_CONJ: /* not "led it in 1995 and has backed her" */
        return dl_at(r, token)->xpos != DL_XPOS_VBN || !dl_child_lemma(r, token, DL_DEP_AUX, "have");
    case DL_DEP_ADVCL: /* "were killed on Monday | when a bomb went off" */
        if (dl_child_lemma(r, token, DL_DEP_MARK, "as while") || dl_child_lemma(r, token, DL_DEP_ADVMOD, "when"))
            return !dl_child_lemma(r, token, DL_DEP_AUX, "have") && (dl_at(r, token)->xpos == DL_XPOS_VBD || dl_at(r, token)->xpos == DL_XPOS_VBG);
        return dl_at(r, token)->xpos == DL_XPOS_VBG && !dl_child(r, token, DL_DEP_MARK);
    case DL_DEP_OBL:
    case DL_DEP_NMOD:
        return dl_has_case(r, token, DL_LIT("of")) || dl_has_case(r, token, DL_LIT("in")) || dl_has_case(r, token, DL_LIT("over")) ||
               dl_has_case(r, token, DL_LIT("for"));
    default:
        return false;
    }
}

/* "the treaty signed | in 1979 bans": a time right behind its verb is its own, whatever the tree hung it on. */
static uint32_t time_behind(const dl_reading *r, uint32_t verb, uint32_t end) {
    uint32_t next = verb + 1;
    if (dl_at(r, verb)->xpos != DL_XPOS_VBN && dl_at(r, verb)->xpos != DL_XPOS_VBD) return 0;
    if (next < end && !r->time_at[next] && dl_lemma_among(r, next, "in on during since")) next++;
    return next < end && r->time_at[next] && dl_time_dates(r, &r->doc->times.rows[r->time_at[next]]) ? r->time_at[next] : 0;
}

/* "Since July, | when they signed": the time that a clause is told of. */
static uint32_t time_before_when(const dl_reading *r, uint32_t verb) {
    uint32_t when = dl_child_lemma(r, verb, DL_DEP_ADVMOD, "when"),
             before = when > 2 && dl_at(r, when - 1)->upos == DL_UPOS_PUNCT ? when - 2 : when - 1;
    if (!when || when < 2 || when > verb || dl_at(r, before)->sentence != dl_at(r, verb)->sentence) return 0;
    return r->time_at[before] && dl_time_dates(r, &r->doc->times.rows[r->time_at[before]]) ? r->time_at[before] : 0;
}

/* "The attack on the town | on Friday by rebels": what stands in front of whose deed it was is told of the deed. */
static uint32_t in_front_of_doer(const dl_reading *r, uint32_t noun) {
    dl_heads doers = dl_at(r, noun)->upos == DL_UPOS_NOUN ? dl_role_heads(r, noun, DL_LIT("by")) : (dl_heads){0};
    for (uint32_t t = noun + 1; doers.count && t < doers.rows[0]; t++)
        if (r->time_at[t] && dl_time_dates(r, &r->doc->times.rows[r->time_at[t]])) return r->time_at[t];
    return 0;
}

/* The clause that tells of the event that it was; of another event that the noun is of, it tells nothing. */
static uint32_t clause_of(const dl_build *b, uint32_t noun) {
    uint32_t clause = dl_at(&b->r, noun)->upos == DL_UPOS_VERB ? 0 : dl_telling_clause(&b->r, noun), on = dl_at(&b->r, clause)->head;
    bool asked = clause && dl_lemma_is(&b->r, clause, "make") && dl_has_case(&b->r, noun, DL_LIT("for")); /* "a request for a truce | made in May" */
    return clause && !asked && (on == noun || !b->sense_at[on] || dl_is_verb(&b->r, on)) ? clause : 0;
}

/* "Arrested on Monday for the murder | last year": of two times of a verb, the one behind what it is about is that one's. */
static uint32_t second_time(const dl_build *b, uint32_t verb, uint32_t event) {
    const dl_reading *r = &b->r;
    uint32_t first = 0, end = dl_sentence_end(sentence_of(r, verb));
    for (uint32_t t = verb; t < end && t < verb + 60; t++) {
        const dl_time *time = &r->doc->times.rows[r->time_at[t]];
        if (!r->time_at[t] || time->first_token != t || !dl_time_dates(r, time) || dl_time_governor(b, time) != verb) continue;
        if (t > event) return first && time->grain <= DL_GRAIN_DAY ? r->time_at[t] : 0;
        first = r->time_at[t];
    }
    return 0;
}

/* "Arrested in 2016 over | a raid": in one year, as far as is told. */
static uint32_t time_of_deed(const dl_build *b, uint32_t judgement, uint32_t deed) {
    uint32_t own = second_time(b, judgement, deed), time = own ? own : dl_time_of_word(b, judgement);
    bool year = time && b->r.doc->times.rows[time].grain <= DL_GRAIN_YEAR && dl_sense_at(b, judgement)->event == DL_EVENT_COERCE;
    return own || year ? time : 0;
}

/* "Stormed | a house and arrested two men on Monday": the time at the end is told of both. */
static uint32_t time_of_joined(const dl_build *b, uint32_t verb) {
    const dl_reading *r = &b->r;
    uint32_t joined = dl_at(r, verb)->xpos == DL_XPOS_VBD ? dl_child(r, verb, DL_DEP_CONJ) : 0;
    if (!joined || dl_at(r, joined)->xpos != DL_XPOS_VBD || dl_child(r, joined, DL_DEP_NSUBJ) || dl_child(r, verb, DL_DEP_AUX)) return 0;
    uint32_t time = dl_time_of_word(b, joined);
    return r->doc->times.rows[time].first_token > joined ? time : 0;
}

/* "When announcing the closure on Monday, he | called for calm", "was shot as he left on Friday", "protested by shouting in Monday's session", "used
 * batons to break up a march on Sunday": of what happened in one with it. */
static uint32_t time_beside(const dl_build *b, uint32_t verb, uint32_t *word) {
    const dl_reading *r = &b->r;
    uint32_t seen = 0;
    if (!dl_is_verb(r, verb)) return 0;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        bool beside = base == DL_DEP_ADVCL && (dl_at(r, c)->xpos == DL_XPOS_VBG || dl_at(r, c)->xpos == DL_XPOS_VBD) &&
                      (dl_child_lemma(r, c, DL_DEP_MARK, "when while as by") || dl_child_lemma(r, c, DL_DEP_ADVMOD, "when"));
        bool use = dl_lemma_among(r, verb, "use deploy") && (base == DL_DEP_XCOMP || base == DL_DEP_ADVCL) && dl_child_lemma(r, c, DL_DEP_MARK, "to");
        uint32_t time = beside || use ? dl_time_of_word(b, c) : 0;
        if (time) return *word = c, time;
    }
    return 0;
}

/* "Held | a meeting", "after a bombing | killed": the verb of whose clause a noun is subject or object; else the word itself. */
static uint32_t verb_of(const dl_reading *r, uint32_t word) {
    dl_deprel base = dl_base_of(r, word);
    bool core = base == DL_DEP_OBJ || base == DL_DEP_NSUBJ;
    return core && dl_at(r, word)->upos == DL_UPOS_NOUN && dl_is_verb(r, dl_at(r, word)->head) ? dl_at(r, word)->head : word;
}

/* "Queuing for food", "who were marching", "that had gathered": a clause that says of people what they were doing then. */
static bool tells_meanwhile(const dl_reading *r, uint32_t clause) {
    bool doing = dl_at(r, clause)->xpos == DL_XPOS_VBG;
    if (dl_base_of(r, clause) == DL_DEP_ACL && dl_at(r, clause)->deprel != DL_DEP_ACL_RELCL) return doing && !dl_child(r, clause, DL_DEP_MARK);
    uint32_t aux = dl_is_relative(r, clause) ? dl_child(r, clause, DL_DEP_AUX) : 0;
    if (!aux || dl_at(r, aux)->xpos != DL_XPOS_VBD) return false;
    return doing || (dl_lemma_is(r, aux, "have") && dl_lemma_among(r, clause, "gather assemble congregate queue convene"));
}

/* The time of such a clause of a noun, or of one in a phrase of it: "dropped | bombs on a crowd that had gathered on Monday". */
static uint32_t time_of_people(const dl_build *b, uint32_t noun, int deep, uint32_t *word) {
    const dl_reading *r = &b->r;
    uint32_t seen = 0, time = 0;
    for (uint32_t c = r->child[noun]; c && !time && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        bool clause = c > noun && dl_base_of(r, c) == DL_DEP_ACL && tells_meanwhile(r, c);
        if (clause && (time = dl_time_of_word(b, c))) *word = c;
        if (!time && deep && c > noun && dl_base_of(r, c) == DL_DEP_NMOD) time = time_of_people(b, c, deep - 1, word);
    }
    const dl_time *at = &r->doc->times.rows[time];
    return at->grain >= DL_GRAIN_DAY && !dl_lemma_among(r, at->first_token - 1, "since before after by") ? time : 0;
}

/* "Killed ten people queuing for food on Monday", "an attack on worshippers leaving a church on Sunday": a day at the end, which the parser hung on
 * what people were doing, is that of what was done to them. */
static uint32_t time_meanwhile(const dl_build *b, uint32_t trigger, uint32_t *word) {
    const dl_reading *r = &b->r;
    uint32_t seen = 0, time = 0;
    for (uint32_t c = r->child[trigger]; c && !time && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        bool part = base == DL_DEP_NSUBJ || base == DL_DEP_OBJ || base == DL_DEP_OBL || base == DL_DEP_NMOD;
        if (part) time = time_of_people(b, c, 1, word);
    }
    return time;
}

static uint32_t time_of_clause(const dl_build *b, uint32_t trigger, uint32_t *word, bool told) {
    const dl_reading *r = &b->r;
    const dl_sentence *s = sentence_of(r, trigger);
    uint32_t behind = time_behind(r, trigger, dl_sentence_end(s));
    if (behind) return *word = trigger, behind;
    uint32_t when = time_before_when(r, trigger);
    if (when) return *word = trigger, when;
    uint32_t between = in_front_of_doer(r, trigger);
    if (between) return *word = trigger, between;
    bool about = false; /* what stands in front of the event tells when it was spoken of */
    for (uint32_t t = trigger, steps = 0; t && steps < 6; steps++) {
        uint32_t time = dl_time_of_word(b, t);
        if (time && about && r->doc->times.rows[time].first_token < trigger) return *word = t, second_time(b, t, trigger);
        uint32_t clause = time ? 0 : clause_of(b, t); /* "a raid | that happened in May" */
        if (clause && (time = dl_time_of_word(b, clause))) return *word = clause, time;
        if (time) return *word = t, time;
        if (dl_is_judged(b, t)) return *word = dl_at(r, t)->head, time_of_deed(b, *word, t);
        if (told && (time = time_of_deal(b, t))) return *word = t, time;
        if (!shares_time(r, t) && !(told && (enacted(r, t) || (t == trigger && is_aim(r, t))))) return 0;
        about = about || dl_says_about(b, t, trigger);
        t = dl_at(r, t)->head;
    }
    return 0;
}

static uint32_t governing_time(const dl_build *b, uint32_t trigger, uint32_t *word, bool told) {
    uint32_t time = time_of_clause(b, trigger, word, told);
    if (!time && told && (time = time_of_joined(b, trigger))) *word = trigger;
    if (!time && told) time = time_beside(b, trigger, word);
    if (!time && told) time = time_meanwhile(b, trigger, word);
    uint32_t verb = !time && told ? verb_of(&b->r, trigger) : trigger;
    if (verb != trigger) time = time_meanwhile(b, verb, word); /* "fire | killed ten" */
    uint32_t saying = !time && told ? dl_word_of_saying(b, trigger) : 0;
    if (saying && (time = dl_time_of_word(b, saying))) *word = saying;
    return time;
}

static bool dated_by_report(uint8_t status) {
    return dl_is_told(status) || status == DL_CLAIM_NOT;
}

/* "who once attacked", "a previous attack". */
bool dl_is_told_apart(const dl_build *b, uint32_t trigger) {
    static const char apart[] = "earlier previous prior past former previously formerly once";
    const dl_reading *r = &b->r;
    if (dl_child_lemma(r, trigger, DL_DEP_AMOD, apart) || dl_child_lemma(r, trigger, DL_DEP_ADVMOD, apart)) return true;
    for (uint32_t i = dl_at(r, trigger)->sentence, t = r->doc->sentences.rows[i].first_token; t < dl_sentence_end(&r->doc->sentences.rows[i]); t++) {
        uint32_t time = r->time_at[t];
        const dl_time *row = &r->doc->times.rows[time];
        if (!time || row->first_token != t || row->begin != DL_NO_TIME || dl_time_governor(b, row) != trigger) continue;
        if (row->type == DL_TIMEX_DATE && !dl_bytes_is(row->value, "PRESENT_REF")) return true;
    }
    return false;
}

/* "after his release", "since the killing of": what a noun in such a phrase tells came before what the report is about. */
static bool in_the_past_of(const dl_reading *r, uint32_t noun) {
    static const dl_bytes words[] = {DL_LIT("after"), DL_LIT("since"), DL_LIT("following")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (dl_at(r, noun)->upos == DL_UPOS_NOUN && dl_has_case(r, noun, words[i])) return true;
    return false;
}

/* "came a year after gunmen killed", "a year after an attack": what a length of time sets apart; the word "after", or 0. */
static uint32_t ages_after(const dl_reading *r, uint32_t word) {
    uint32_t mark = dl_child_lemma(r, word, dl_is_verb(r, word) ? DL_DEP_MARK : DL_DEP_CASE, "after");
    const dl_time *time = mark ? &r->doc->times.rows[r->time_at[mark - 1]] : NULL;
    bool hours = time && dl_bytes_start(time->value, "PT") && (time->value.size == 4 || dl_bytes_finish(time->value, "M"));
    if (hours) return 0; /* "hours after a raid", "40 minutes after": of the day, as a rule; not "20 hours after" */
    return mark && r->time_at[mark - 1] && (time->type == DL_TIMEX_DURATION || time->begin == DL_NO_TIME) ? mark : 0;
}

dl_length dl_length_before(const dl_reading *r, uint32_t event) {
    uint32_t word = verb_of(r, event), mark = ages_after(r, word), time = mark ? r->time_at[mark - 1] : 0;
    dl_bytes value = r->doc->times.rows[time].value;
    bool counted = mark && value.size == 3 && value.data[0] == 'P' && value.data[1] > '0' && value.data[1] <= '9';
    if (!counted || (value.data[2] != 'D' && value.data[2] != 'W')) return (dl_length){0};
    return (dl_length){(uint32_t)(value.data[1] - '0') * (value.data[2] == 'W' ? 7 : 1), dl_at(r, word)->head, time};
}

/* "had been arrested": earlier than what is told around it; in reported speech it is a mere past. */
static bool pluperfect(const dl_reading *r, uint32_t verb) {
    uint32_t have = dl_child_lemma(r, verb, DL_DEP_AUX, "have");
    bool had = have && dl_bytes_like(dl_token_text(r->doc, have), "had");
    return had && !r->quote_at[verb] && dl_base_of(r, verb) != DL_DEP_CCOMP;
}

static bool background(const dl_build *b, uint32_t trigger) {
    uint32_t verb = verb_of(&b->r, trigger);
    uint32_t above = dl_base_of(&b->r, verb) == DL_DEP_ADVCL ? dl_at(&b->r, verb)->head : 0; /* "years after it left | when rebels stormed Palma" */
    bool beside = above && (dl_child_lemma(&b->r, verb, DL_DEP_ADVMOD, "when") || dl_child_lemma(&b->r, verb, DL_DEP_MARK, "as while because"));
    bool earlier = ages_after(&b->r, verb) || (beside && ages_after(&b->r, above)) || pluperfect(&b->r, verb) || dl_is_judged(b, trigger);
    return earlier || dl_is_told_apart(b, trigger) || in_the_past_of(&b->r, trigger);
}

/* Whether the words of a time tell its year. */
static bool tells_year(const dl_doc *doc, const dl_time *time) {
    return time->value.size < 4 || memmem(doc->text.data + time->span.begin, dl_span_size(time->span), time->value.data, 4);
}

/* "Was murdered in July", "captured Goma in July", in a report of May: a month of the year before. What is said may be of what is to come. */
static void move_back(const dl_reading *r, dl_claim *c) {
    enum { SOON = 20 };
    const dl_doc *doc = r->doc;
    const dl_time *time = &doc->times.rows[c->time];
    bool month = (c->when_grain == DL_GRAIN_MONTH || c->when_grain == DL_GRAIN_DAY) && time->value.size >= 7 && !time->anchor;
    bool happened = c->status == DL_CLAIM_HAPPENED || c->status == DL_CLAIM_ATTEMPTED || c->status == DL_CLAIM_DENIED;
    bool over = c->when_grain == DL_GRAIN_MONTH && !dl_is_speech(c->event) && dl_is_verb(r, c->head) && dl_is_mere_past(r, c->head);
    if (!month || !happened || (c->event != DL_EVENT_ASSAULT && !over) || c->begin < doc->published + (over ? 1 : SOON) * DL_DAY ||
        tells_year(doc, time))
        return;
    dl_date begin = dl_date_of_instant(c->begin), end = dl_date_of_instant(c->end + 1);
    begin.year--, end.year--;
    if (!dl_date_possible(begin) || !dl_date_possible(end)) return;
    c->begin = dl_instant_of_date(begin), c->end = dl_instant_of_date(end) - 1;
}

/* "Next week's talks in London", "envoys are expected in Gaza on Friday": what the report names by a day that is to come is planned, though no verb
 * says so. */
static void put_ahead(dl_build *b, uint32_t claim) {
    const dl_reading *r = &b->r;
    dl_claim *c = &r->doc->claims.rows[claim];
    bool ahead = c->status == DL_CLAIM_HAPPENED && c->when_grain <= DL_GRAIN_DAY && c->begin >= dl_midnight(r->doc->published) + DL_DAY;
    bool meeting = c->event == DL_EVENT_CONSULT || c->event == DL_EVENT_PROTEST;
    bool past = dl_at(r, c->head)->xpos == DL_XPOS_VBD || dl_child_lemma(r, c->head, DL_DEP_AUX, "have"); /* "invited them to talks on Friday" */
    if (!ahead || !meeting || past || dl_lemma_is(r, r->doc->times.rows[c->time].first_token - 1, "through")) return;
    c->status = DL_CLAIM_PLANNED;
    dl_trace_add(b, claim, "status", "status-time-to-come", r->doc->times.rows[c->time].first_token, 0, 0, (dl_bytes){0});
}

/* "Is asking voters in a referendum next Sunday to allow bases": a day to come is of what is asked or going to be, not of what is told. */
static bool is_of_another(const dl_doc *doc, const dl_claim *c, uint32_t time) {
    const dl_time *t = &doc->times.rows[time];
    bool to_come = doc->published != DL_NO_TIME && t->grain <= DL_GRAIN_DAY && t->begin >= dl_midnight(doc->published) + DL_DAY;
    return to_come && (c->status == DL_CLAIM_ONGOING || dl_is_speech(c->event));
}

/* "Sunday's blast came two days | after gunmen killed": that many days before what is told of the clause above; false where either is not known. */
static bool reckon_back(const dl_build *b, dl_claim *c) {
    const dl_reading *r = &b->r;
    dl_length length = dl_length_before(r, c->head);
    if (!length.days || !length.above) return false;
    uint32_t time = dl_time_of_word(b, length.above), subject = dl_child(r, length.above, DL_DEP_NSUBJ);
    if (!time && subject) time = dl_time_of_word(b, subject);
    const dl_time *row = &r->doc->times.rows[time];
    if (!time || row->grain < DL_GRAIN_DAY || time == length.time) return false;
    c->begin = dl_midnight(row->begin) - (dl_instant)length.days * DL_DAY;
    c->end = c->begin + DL_DAY - 1;
    c->time = length.time, c->when_grain = DL_GRAIN_DAY, c->when_basis = DL_BASIS_SAID;
    return true;
}

/* "Shortly before midnight on Wednesday": of the day that ends then. */
static void end_before_midnight(const dl_reading *r, dl_claim *c) {
    const dl_time *t = &r->doc->times.rows[c->time];
    bool midnight = dl_time_ends_day(t);
    bool before = midnight && (dl_lemma_is(r, t->first_token, "before") || dl_lemma_is(r, t->first_token - 1, "before"));
    for (uint32_t i = t->first_token; midnight && i <= t->last_token; i++) before |= dl_lemma_is(r, i, "before");
    if (!before) return;
    c->begin = dl_midnight(t->begin - 1), c->end = c->begin + DL_DAY - 1;
    c->when_grain = DL_GRAIN_DAY, c->when_zoned = false;
}

static dl_instant end_of_day(dl_instant begin) {
    return dl_midnight(begin) + DL_DAY - 1;
}

/* "Extended the sanctions | imposed in 2014": the clause of what a verb is done to tells of a deed before. */
static bool is_former(const dl_reading *r, uint32_t verb, uint32_t word) {
    uint32_t noun = dl_base_of(r, word) == DL_DEP_ACL && dl_at(r, word)->xpos == DL_XPOS_VBN ? dl_at(r, word)->head : 0;
    return noun && dl_is_verb(r, verb) && dl_base_of(r, noun) == DL_DEP_OBJ && dl_at(r, noun)->head == verb;
}

void dl_claim_time(dl_build *b, uint32_t claim, const dl_trigger *trigger) {
    dl_doc *doc = b->r.doc;
    dl_claim *c = &doc->claims.rows[claim];
    bool told = dated_by_report(c->status);
    uint32_t word = 0, time = governing_time(b, trigger->token, &word, told);
    uint32_t number = b->trigger_at[trigger->token];
    for (DL_NEAR_TRIGGER(i, b, number)) /* "air strikes killed 35 on Sunday" */
        if (!time && b->triggers.rows[i].merged == number) {
            time = governing_time(b, b->triggers.rows[i].token, &word, told);
            if (time && is_former(&b->r, trigger->token, word)) time = 0;
        }
    const char *rule = "governing-time";
    if (time && told && is_of_another(doc, c, time)) time = 0;
    bool before = !time && told && background(b, trigger->token);
    if (time) {
        const dl_time *t = &doc->times.rows[time];
        c->time = time;
        c->begin = t->begin, c->end = t->end;
        c->when_grain = t->grain, c->when_zoned = t->zoned, c->when_basis = DL_BASIS_SAID;
        end_before_midnight(&b->r, c);
        dl_trace_add(b, claim, "when", rule, word, 0, 0, dl_path_between(&b->r, trigger->token, word));
        if (doc->published != DL_NO_TIME) move_back(&b->r, c), put_ahead(b, claim);
        return;
    }
    if (doc->published == DL_NO_TIME || !told) return;
    if (before && reckon_back(b, c)) {
        dl_trace_add(b, claim, "when", "reckoned-back", trigger->token, 0, 0, (dl_bytes){0});
        return;
    }
    if (before) {
        dl_trace_add(b, claim, "when", "background", trigger->token, 0, 0, (dl_bytes){0});
        return;
    }
    dl_instant published = dl_doc_published_at(doc, c->trigger.begin);
    c->begin = dl_midnight(published);
    c->end = end_of_day(published);
    c->when_grain = doc->published_grain < DL_GRAIN_DAY ? doc->published_grain : DL_GRAIN_DAY;
    c->when_basis = DL_BASIS_REPORTED;
    dl_trace_add(b, claim, "when", "report-date", 0, 0, 0, (dl_bytes){0});
}

void dl_claim_clock(dl_build *b, uint32_t claim) {
    const dl_doc *doc = b->r.doc;
    dl_claim *c = &b->r.doc->claims.rows[claim];
    uint32_t row, last;
    if (!c->place || c->when_grain < DL_GRAIN_HOUR || c->when_zoned || c->begin == DL_NO_TIME) return;
    const dl_place *place = &doc->places.rows[c->place];
    dl_know_view view = {doc->text, doc->tokens.rows, place->last_token + 1, true};
    if (!dl_clock_find(b->r.know, &view, place->first_token, &row, &last)) return;
    dl_instant ahead = dl_clock_ahead(b->r.know, row, c->begin);
    c->begin -= ahead, c->end -= ahead;
    c->when_zoned = true;
    dl_trace_add(b, claim, "when", "clock-of-the-place", place->first_token, dl_know_table(b->r.know, "time/zones"), row, (dl_bytes){0});
}
