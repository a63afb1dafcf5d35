/* The day on which a tale goes on. A report tells once on which day something happened, and what it tells behind is of that day until it names
 * another: narrative containers (Pustejovsky and Stubbs 2011, Increasing informativeness in temporal annotation). */
#include "event/scene.h"

#include "base/calendar.h"
#include "event/about.h"
#include "event/dated.h"
#include "event/edges.h"
#include "event/past.h"
#include "event/placing.h"

enum { REACH = 8, LEAD = 3, NEWS_DAYS = 10, STEPS = 6, LOOK = 64 };

static bool tells_dates(const dl_reading *r, const dl_sentence *s) {
    for (uint32_t t = s->first_token; t < dl_sentence_end(s); t++)
        if (r->time_at[t]) return true;
    return false;
}

/* A day that a report names for what it goes on to tell. */
typedef struct anchor {
    uint32_t time;     /* 0: none yet */
    uint32_t sentence; /* in which it stands */
} anchor;

typedef struct scene {
    dl_instant published;                /* of the report, or of the entry of a live blog */
    anchor lead;                         /* the first day, named in the first sentences */
    uint32_t said;                       /* the day on which the first sentences were said; 0: not told */
    anchor latest[2];                    /* of deeds, and of what was said */
    anchor old;                          /* of a tale of older days */
    anchor of_event[DL_EVENT_OTHER + 1]; /* of claims of one event */
} scene;

/* The day of the news: near the report's, and no span. */
static bool is_of_news(const dl_reading *r, const scene *s, uint32_t time) {
    const dl_time *t = &r->doc->times.rows[time];
    bool day = time && t->grain >= DL_GRAIN_DAY && t->begin < s->published + DL_DAY && t->begin >= s->published - (dl_instant)NEWS_DAYS * DL_DAY;
    return day && !(t->grain == DL_GRAIN_DAY && dl_lemma_among(r, t->first_token - 1, "since before after by"));
}

static bool is_old(const dl_reading *r, const scene *s, uint32_t time) {
    const dl_time *t = &r->doc->times.rows[time];
    return time && dl_time_dates(r, t) && t->end < s->published - (dl_instant)NEWS_DAYS * DL_DAY;
}

/* "Paz's | murder": of those whom it was done to. */
static bool is_of_victim(const dl_reading *r, const dl_claim *c) {
    uint32_t owner = c->event == DL_EVENT_ASSAULT && dl_at(r, c->head)->xpos == DL_XPOS_NN ? dl_child(r, c->head, DL_DEP_NMOD_POSS) : 0;
    for (uint32_t i = 0; owner && i < c->party_count; i++) {
        const dl_party *party = &r->doc->parties.rows[c->first_party + i];
        if (party->role == DL_ROLE_WHOM && party->mention == r->mention_at[owner]) return true;
    }
    return false;
}

/* "The attacks", "these talks": what was told before; a war is of no day. */
static bool is_pointed_at(const dl_reading *r, const dl_claim *c) {
    if (dl_at(r, c->head)->upos != DL_UPOS_NOUN || dl_is_war(r, c)) return false;
    return dl_child_lemma(r, c->head, DL_DEP_DET, "the this that these those") || is_of_victim(r, c);
}

/* Whether its sentence goes on behind a clause: "the general, who | fled in 2021, was killed"; not "they killed a general, who | fled in 2021". */
static bool goes_on(const dl_reading *r, uint32_t clause) {
    uint32_t end = dl_sentence_end(&r->doc->sentences.rows[dl_at(r, clause)->sentence]);
    for (uint32_t t = clause + 1; t < end; t++) {
        bool word = dl_at(r, t)->upos == DL_UPOS_VERB || dl_child(r, t, DL_DEP_COP);
        if (word && !dl_governs(r, clause, t)) return true;
    }
    return false;
}

/* "The junta, which | seized power in 2021, fired on a crowd", "since they | fled in 2021": told beside the tale, to say who somebody is. The last
 * clause of a sentence may begin a tale of its own (the right frontier: Polanyi 1988, A formal model of the structure of discourse). */
static bool is_aside(const dl_reading *r, uint32_t token) {
    for (uint32_t t = token, steps = 0; t && steps < STEPS; t = dl_at(r, t)->head, steps++) {
        if (dl_child_lemma(r, t, DL_DEP_MARK, "since")) return true;
        if (dl_is_relative(r, t) || dl_base_of(r, t) == DL_DEP_ACL) return goes_on(r, t);
    }
    return false;
}

static void anchor_at(const dl_reading *r, scene *s, const dl_claim *c) {
    if (c->when_basis != DL_BASIS_SAID || !c->time) return;
    anchor here = {c->time, c->sentence};
    if (is_old(r, s, c->time) && dl_is_told_past(r, c->head) && !is_aside(r, c->head)) s->old = here;
    if (!is_of_news(r, s, c->time)) return;
    s->latest[dl_is_speech(c->event)] = s->of_event[c->event] = here;
    if (!s->lead.time && c->sentence <= LEAD) s->lead = here;
}

/* "He | died on Tuesday", "on Tuesday, officials | said, he died". */
static uint32_t time_of_main(const dl_build *b, uint32_t root, uint32_t told) {
    uint32_t time = dl_is_mere_past(&b->r, root) ? dl_time_of_word(b, root) : 0;
    if (time || !told || !dl_is_mere_past(&b->r, told)) return time;
    time = dl_time_of_word(b, told);
    uint32_t first = b->r.doc->times.rows[time].first_token; /* not of "killed four on Monday, the army said" */
    return first < root && first < told ? time : 0;
}

/* "Rebels attacked a village at the weekend, officials | said on Tuesday": the day on which what is told behind the news was said; or 0. */
static uint32_t time_of_saying(const dl_build *b, uint32_t root) {
    const dl_reading *r = &b->r;
    uint32_t seen = 0;
    for (uint32_t c = r->child[root]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        bool behind = c > root && (dl_base_of(r, c) == DL_DEP_CONJ || dl_base_of(r, c) == DL_DEP_PARATAXIS);
        if (behind && dl_at(r, c)->xpos == DL_XPOS_VBD && dl_in_sets(r, c, DL_SET(saying)) && dl_child(r, c, DL_DEP_NSUBJ))
            return dl_time_of_word(b, c);
    }
    return 0;
}

/* "Their ministers | will meet next month": a tale of older days is over. */
static bool looks_ahead(const dl_reading *r, uint32_t root) {
    return dl_child_lemma(r, root, DL_DEP_AUX, "will");
}

/* The day of a main clause that tells no event: of the first sentences ("On Monday a judge | issued a ruling"), of saying, and of older times. */
static void read_main_clause(const dl_build *b, scene *s, uint32_t sentence) {
    const dl_reading *r = &b->r;
    const dl_sentence *row = &r->doc->sentences.rows[sentence];
    uint32_t root = sentence && tells_dates(r, row) ? dl_root_of(r, row) : 0;
    uint32_t told = root ? dl_child(r, root, DL_DEP_CCOMP) : 0;
    uint32_t time = root ? time_of_main(b, root, told) : 0;
    uint32_t said = root && sentence <= LEAD && !s->said ? time_of_saying(b, root) : 0;
    anchor here = {time, sentence};
    if (root && looks_ahead(r, root)) s->old = (anchor){0};
    if (is_of_news(r, s, said)) s->said = said;
    if (is_old(r, s, time)) s->old = here;
    if (!is_of_news(r, s, time)) return;
    if (!s->lead.time && sentence <= LEAD) s->lead = here;
    if (told) s->latest[1] = here;
    if (told && sentence <= LEAD && !s->said) s->said = time;
}

/* "Was founded in 2003 after troops | ousted him": a clause of time beside what was then. */
static bool hangs_on(const dl_reading *r, uint32_t clause, uint32_t verb) {
    bool beside = dl_base_of(r, clause) == DL_DEP_ADVCL && dl_at(r, clause)->head == verb;
    return beside && (dl_child_lemma(r, clause, DL_DEP_MARK, "after before when as while until") || dl_child_lemma(r, clause, DL_DEP_ADVMOD, "when"));
}

/* "After his trial in 2010 he | agreed to help": an older time on which the clause of the event hangs, or which stands in it; or 0. */
static uint32_t old_time(const dl_build *b, const scene *s, const dl_claim *c) {
    const dl_reading *r = &b->r;
    const dl_sentence *row = &r->doc->sentences.rows[c->sentence];
    uint32_t finite = dl_finite_above(r, c->head);
    for (uint32_t t = row->first_token; finite && t < dl_sentence_end(row); t++) {
        const dl_time *time = &r->doc->times.rows[r->time_at[t]];
        bool old = time->first_token == t && is_old(r, s, r->time_at[t]);
        uint32_t word = old ? dl_time_governor(b, time) : 0;
        for (uint32_t steps = 0; word && steps < STEPS; word = dl_at(r, word)->head, steps++) {
            if (word == finite || word == c->head || hangs_on(r, finite, word)) return r->time_at[t];
            dl_deprel base = dl_base_of(r, word);
            if (base == DL_DEP_OBJ || base == DL_DEP_NSUBJ || b->sense_at[word])
                break; /* "sought records of a call in July", "jailed for a raid in 2019" */
        }
    }
    return 0;
}

/* "They called for calm", at the beginning of a paragraph: of those of whom the one before told. */
static bool tells_on(const dl_reading *r, const dl_claim *c) {
    const dl_sentence *s = &r->doc->sentences.rows[c->sentence];
    uint32_t subject = dl_child(r, c->head, DL_DEP_NSUBJ);
    return subject && dl_at(r, subject)->upos == DL_UPOS_PRON && c->sentence > 1 && s[-1].paragraph != s->paragraph;
}

/* The day named last for deeds or for what is said, a few sentences back; else that of the first sentences, to which what is said comes back behind a
 * paragraph of an earlier day: people speak of the news. */
static uint32_t latest(const dl_reading *r, const scene *s, const dl_claim *c) {
    const dl_doc *doc = r->doc;
    const anchor *own = &s->latest[dl_is_speech(c->event)];
    bool near = own->time && own->sentence + REACH >= c->sentence;
    bool before = near && s->lead.time && dl_midnight(doc->times.rows[own->time].begin) < dl_midnight(doc->times.rows[s->lead.time].begin);
    bool left = before && doc->sentences.rows[own->sentence].paragraph != doc->sentences.rows[c->sentence].paragraph && !tells_on(r, c);
    if (near && !(left && dl_is_speech(c->event))) return own->time;
    return dl_is_speech(c->event) && s->said ? s->said : s->lead.time;
}

static bool may_take(const dl_claim *c) {
    bool told = c->status == DL_CLAIM_HAPPENED || c->status == DL_CLAIM_ATTEMPTED || c->status == DL_CLAIM_NOT || c->status == DL_CLAIM_DENIED ||
                c->status == DL_CLAIM_ONGOING;
    return c->when_basis == DL_BASIS_REPORTED && told;
}

/* "I am | asking you", he said on Monday: the day on which it was said, where what is said is the act. */
static uint32_t day_of_speech(const dl_reading *r, const scene *s, const dl_claim *c) {
    const dl_quote *quote = &r->doc->quotes.rows[r->quote_at[c->head]];
    if (!r->quote_at[c->head] || !dl_is_speech(c->event)) return 0;
    if (is_of_news(r, s, quote->when)) return quote->when;
    uint32_t cue = quote->cue.end > quote->cue.begin ? dl_token_at(r->doc, quote->cue.begin) : 0;
    return cue && dl_is_mere_past(r, cue) ? latest(r, s, c) : 0;
}

/* "A few weeks | after publishing it", "days | before the vote": at a time that is told from another, which is not known; not "for hours | before
 * dawn". */
static bool is_reckoned(const dl_reading *r, uint32_t verb) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        uint32_t mark = dl_child_lemma(r, c, DL_DEP_MARK, "after before");
        if (!mark) mark = dl_child_lemma(r, c, DL_DEP_CASE, "after before");
        uint32_t time = mark ? r->time_at[mark - 1] : 0;
        const dl_time *length = &r->doc->times.rows[time];
        if (time && length->type == DL_TIMEX_DURATION && !dl_child_lemma(r, length->last_token, DL_DEP_CASE, "for")) return true;
    }
    return false;
}

/* "A week after an attack on a plant. ... The attack": of the incident of what was told as earlier than the news. */
static bool is_background(const dl_reading *r, uint32_t claim) {
    const dl_claim *c = &r->doc->claims.rows[claim];
    for (uint32_t i = claim > LOOK ? claim - LOOK : 1; i < claim; i++) {
        const dl_claim *o = &r->doc->claims.rows[i];
        if (o->incident == c->incident && o->event == c->event) return o->when_basis == DL_BASIS_NONE && o->status == c->status;
    }
    return false;
}

/* The older time of which the paragraph tells, and of no day of the news since; or 0. */
static uint32_t old_tale(const dl_reading *r, const scene *s, const dl_claim *c) {
    const dl_sentence *sentences = r->doc->sentences.rows;
    const anchor *own = &s->latest[dl_is_speech(c->event)];
    bool here = s->old.time && sentences[s->old.sentence].paragraph == sentences[c->sentence].paragraph;
    return here && s->old.sentence >= own->sentence ? s->old.time : 0;
}

static uint32_t day_of(const dl_build *b, const scene *s, const dl_claim *c) {
    const dl_reading *r = &b->r;
    const anchor *same = &s->of_event[c->event];
    bool pointed = is_pointed_at(r, c);
    if (pointed && same->time) return same->time;
    if (dl_at(r, c->head)->upos == DL_UPOS_NOUN && dl_says_about(b, c->head, c->head)) return 0;
    if (!dl_is_told_past(r, c->head)) return pointed && !dl_is_speech(c->event) ? s->lead.time : day_of_speech(r, s, c);
    uint32_t here = dl_time_of_word(b, dl_finite_above(r, c->head)); /* "in a march demanding his return, thousands filled the streets on Friday" */
    if (is_of_news(r, s, here)) return here;
    uint32_t old = old_time(b, s, c);
    if (!old) old = old_tale(r, s, c);
    return old ? old : latest(r, s, c);
}

/* What is told on is of the day, or of the month of an older day. */
static void widen(const scene *s, const dl_time *t, dl_claim *c) {
    dl_instant at = dl_time_ends_day(t) ? t->begin - 1 : t->begin;
    if (t->grain < DL_GRAIN_DAY) {
        c->begin = t->begin, c->end = t->end, c->when_grain = t->grain;
    } else if (at >= s->published - (dl_instant)NEWS_DAYS * DL_DAY) {
        c->begin = dl_midnight(at), c->end = c->begin + DL_DAY - 1, c->when_grain = DL_GRAIN_DAY;
    } else {
        dl_date first = dl_date_of_instant(at), next;
        first.day = 1, next = first;
        if (++next.month > 12) next.month = 1, next.year++;
        c->begin = dl_instant_of_date(first), c->end = dl_instant_of_date(next) - 1, c->when_grain = DL_GRAIN_MONTH;
    }
}

/* Of the scene, by a time that the report names; the day stands already. */
static void set_in_scene(dl_build *b, uint32_t claim, uint32_t time) {
    dl_claim *c = &b->r.doc->claims.rows[claim];
    c->time = time, c->when_zoned = false, c->when_basis = DL_BASIS_SCENE;
    dl_trace_add(b, claim, "when", "scene", b->r.doc->times.rows[time].first_token, 0, 0, (dl_bytes){0});
}

static void take_day(dl_build *b, const scene *s, uint32_t claim, uint32_t time) {
    dl_claim *c = &b->r.doc->claims.rows[claim];
    const dl_time *t = &b->r.doc->times.rows[time];
    if (dl_midnight(t->begin) == c->begin) return; /* the report's own day */
    widen(s, t, c);
    set_in_scene(b, claim, time);
}

static void forget_day(dl_build *b, uint32_t claim) {
    dl_claim *c = &b->r.doc->claims.rows[claim];
    c->begin = c->end = DL_NO_TIME, c->when_grain = DL_GRAIN_NONE, c->when_basis = DL_BASIS_NONE;
    dl_trace_add(b, claim, "when", "background", c->head, 0, 0, (dl_bytes){0});
}

/* The one day on which claims of the same event and incident are told to have been; or 0. */
static uint32_t day_of_incident(const dl_reading *r, const scene *s, uint32_t claim) {
    const dl_claim *c = &r->doc->claims.rows[claim];
    uint32_t day = 0;
    bool pointed = c->event == DL_EVENT_ASSAULT && is_pointed_at(r, c);
    for (uint32_t i = claim > LOOK ? claim - LOOK : 1; i < r->doc->claims.count && i < claim + LOOK; i++) {
        const dl_claim *o = &r->doc->claims.rows[i];
        bool told = o->when_basis == DL_BASIS_SAID && (is_of_news(r, s, o->time) || (pointed && is_old(r, s, o->time)));
        if (o->incident != c->incident || o->event != c->event || !told) continue;
        if (day && dl_midnight(r->doc->times.rows[day].begin) != dl_midnight(o->begin)) return 0;
        day = o->time;
    }
    return day;
}

/* "The speech came a week | after an attack": that long before the day of which the report was telling; false where no length is told. */
static bool reckon_from_scene(dl_build *b, const scene *s, uint32_t claim) {
    const dl_reading *r = &b->r;
    dl_claim *c = &r->doc->claims.rows[claim];
    const anchor *said = &s->latest[1], *done = &s->latest[0], *last = said->sentence > done->sentence ? said : done;
    uint32_t days = dl_is_told(c->status) && c->when_basis == DL_BASIS_NONE ? dl_length_before(r, c->head).days : 0;
    uint32_t time = last->time ? last->time : s->lead.time;
    if (!days || !time) return false;
    c->begin = dl_midnight(r->doc->times.rows[time].begin) - (dl_instant)days * DL_DAY, c->end = c->begin + DL_DAY - 1;
    c->when_grain = DL_GRAIN_DAY;
    set_in_scene(b, claim, time);
    return true;
}

/* "The attack", told again: of the day to which it was reckoned back, which is not that of any time that the report names. */
static bool reckon_again(dl_build *b, uint32_t claim) {
    dl_doc *doc = b->r.doc;
    dl_claim *c = &doc->claims.rows[claim];
    for (uint32_t i = claim > LOOK ? claim - LOOK : 1; may_take(c) && i < claim; i++) {
        const dl_claim *o = &doc->claims.rows[i];
        if (o->incident != c->incident || o->event != c->event || o->when_basis != DL_BASIS_SCENE || !o->time) continue;
        if (dl_midnight(doc->times.rows[o->time].begin) <= o->begin) continue;
        c->begin = o->begin, c->end = o->end, c->when_grain = o->when_grain;
        set_in_scene(b, claim, o->time);
        return true;
    }
    return false;
}

static bool same_victim(const dl_doc *doc, const dl_claim *a, const dl_claim *b) {
    for (uint32_t i = 0; i < a->party_count; i++)
        for (uint32_t k = 0; k < b->party_count; k++) {
            const dl_party *one = &doc->parties.rows[a->first_party + i], *other = &doc->parties.rows[b->first_party + k];
            uint32_t entity = doc->mentions.rows[one->mention].entity;
            bool both = one->role == DL_ROLE_WHOM && other->role == DL_ROLE_WHOM;
            if (both && entity && entity == doc->mentions.rows[other->mention].entity) return true;
        }
    return false;
}

/* "Pardoned Lopez on Friday. Lopez | was convicted of fraud": who is set free was judged long before. */
static bool is_before_release(const dl_doc *doc, uint32_t claim) {
    const dl_claim *c = &doc->claims.rows[claim];
    bool judged = dl_bytes_is(c->mode, "convict");
    for (uint32_t i = claim > LOOK ? claim - LOOK : 1; judged && i < claim; i++) {
        const dl_claim *o = &doc->claims.rows[i];
        bool freed = (o->event == DL_EVENT_RETREAT || o->event == DL_EVENT_CONCEDE) && dl_is_told(o->status) && !dl_bytes_is(o->mode, "resign");
        if (freed && same_victim(doc, o, c)) return true;
    }
    return false;
}

static bool tells_again(const dl_reading *r, const dl_claim *c) {
    bool headline = r->doc->sentences.rows[c->sentence].zone == DL_ZONE_HEADLINE;
    dl_deprel base = dl_base_of(r, c->head); /* "marched on Saturday, | protesting" */
    bool beside = dl_at(r, c->head)->xpos == DL_XPOS_VBG && (base == DL_DEP_ADVCL || base == DL_DEP_ACL) && !dl_child(r, c->head, DL_DEP_AUX) &&
                  dl_at(r, c->head)->deprel != DL_DEP_ACL_RELCL && c->status == DL_CLAIM_HAPPENED;
    return may_take(c) && (headline || beside || is_pointed_at(r, c) || dl_is_told_past(r, c->head));
}

/* Each entry of a live blog has a scene of its own. */
static void enter(const dl_doc *doc, scene *s, const dl_claim *c) {
    dl_instant published = dl_doc_published_at(doc, c->trigger.begin);
    if (published == DL_NO_TIME) published = doc->published;
    if (published != s->published) *s = (scene){.published = published};
}

void dl_claims_scene(dl_build *b) {
    dl_doc *doc = b->r.doc;
    scene s = {.published = doc->published};
    uint32_t read = 0;
    if (doc->published == DL_NO_TIME) return;
    for (DL_EACH(i, &doc->claims)) {
        const dl_claim *c = &doc->claims.rows[i];
        enter(doc, &s, c);
        for (; read < c->sentence; read++) read_main_clause(b, &s, read);
        if (reckon_from_scene(b, &s, i) || reckon_again(b, i)) continue;
        bool apart = (is_pointed_at(&b->r, c) && is_background(&b->r, i)) || is_reckoned(&b->r, c->head) || is_before_release(doc, i);
        if (may_take(c) && apart) {
            forget_day(b, i);
            continue;
        }
        uint32_t day = may_take(c) ? day_of(b, &s, c) : 0;
        if (day) take_day(b, &s, i, day);
        if (day && is_of_news(&b->r, &s, day))
            s.of_event[c->event] = (anchor){day, c->sentence};
        else
            anchor_at(&b->r, &s, c);
    }
    for (DL_EACH(i, &doc->claims)) {
        enter(doc, &s, &doc->claims.rows[i]);
        uint32_t day = tells_again(&b->r, &doc->claims.rows[i]) ? day_of_incident(&b->r, &s, i) : 0;
        if (day) take_day(b, &s, i, day);
    }
}
