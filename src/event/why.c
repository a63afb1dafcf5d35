/* The trace of the event itself: the row that won with the conditions that it met, and the words that were merged into its claim; where that is asked
 * for, the rows that fitted but are wider, and the narrower ones that did not fit, with what they missed. */
#include "event/build.h"
#include "event/conditions.h"

enum { RIVALS = 4 };

static void passed_over(dl_build *b, uint32_t claim, uint32_t token, const dl_sense *won) {
    dl_rival rivals[RIVALS];
    uint32_t n = dl_sense_rivals(&b->r, token, won, rivals, RIVALS);
    for (const dl_rival *r = rivals; r < rivals + n; r++)
        dl_trace_add(b, claim, "event", r->missed.size ? "lexicon-missed" : "lexicon-wider", token, r->table, r->row,
                     r->missed.size ? r->missed : r->conditions);
}

void dl_claim_trace_event(dl_build *b, uint32_t claim, const dl_trigger *trigger) {
    const dl_sense *sense = &b->senses.rows[trigger->sense];
    dl_trace_add(b, claim, "event", "lexicon", trigger->token, sense->table, sense->row, dl_sense_conditions(&b->r, sense));
    if (b->r.doc->passed_over) passed_over(b, claim, trigger->token, sense);
    uint32_t number = b->trigger_at[trigger->token];
    for (DL_NEAR_TRIGGER(i, b, number)) {
        const dl_trigger *t = &b->triggers.rows[i];
        const dl_sense *s = &b->senses.rows[t->sense];
        if (t->merged == number)
            dl_trace_add(b, claim, "event", s->harm ? "harm-of-act" : "same-event", t->token, s->table, s->row,
                         dl_path_between(&b->r, t->token, trigger->token));
    }
}

/* The rows that the codes of the parties come from: of an actor as of the event's day, or of the noun that names him. */
void dl_claim_trace_codes(dl_build *b, uint32_t claim) {
    const dl_doc *doc = b->r.doc;
    const dl_claim c = doc->claims.rows[claim];
    dl_instant when = c.when_basis == DL_BASIS_SAID ? c.begin : doc->published;
    for (uint32_t i = 0; i < c.party_count; i++) {
        const dl_party *party = &doc->parties.rows[c.first_party + i];
        const dl_mention *m = &doc->mentions.rows[party->mention];
        uint32_t table = m->know_table, row = m->know_row;
        bool known = dl_actor_find(&b->actors, m->id, when, &table, &row);
        if (!table || party->role > DL_ROLE_WHOM || (party->role == DL_ROLE_WHOM && c.symmetric)) continue;
        dl_trace_add(b, claim, party->role == DL_ROLE_WHO ? "who" : "whom", known ? "actor-as-of-day" : "actor-row", m->head, table, row,
                     party->actor);
    }
}
