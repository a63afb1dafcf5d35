#include "who/issuer.h"

#include "doc/ud.h"
#include "know/code.h"

enum { LOOKED_AT = 4 };

/* What a state or a body does by saying so. */
static bool takes_stand(const dl_token *verb) {
    static const char stands[] = "condemn welcome urge call commend congratulate express reaffirm remain offer extend deplore reject oppose "
                                 "reiterate support mourn applaud regret stand";
    bool present = verb->xpos == DL_XPOS_VBZ || verb->xpos == DL_XPOS_VBP;
    return present && !verb->head && dl_bytes_among(verb->lemma, stands);
}

static bool is_public(const dl_mention *m) {
    bool state = dl_actor_country(m->actor).size && (m->actor.size == 3 || dl_actor_is_of(m->actor, "GOV"));
    return m->named && m->kind != DL_NAME_PERSON && (state || dl_bytes_start(m->actor, "IGO"));
}

static uint32_t mention_of_head(const dl_doc *doc, uint32_t head) {
    for (DL_EACH(i, &doc->mentions))
        if (doc->mentions.rows[i].head == head && is_public(&doc->mentions.rows[i])) return i;
    return 0;
}

uint32_t dl_issuer_of(const dl_doc *doc) {
    for (uint32_t s = 1; s < doc->sentences.count && s <= LOOKED_AT; s++) {
        const dl_sentence *row = &doc->sentences.rows[s];
        for (uint32_t t = row->first_token; row->parsed && t < dl_sentence_end(row); t++) {
            const dl_token *word = &doc->tokens.rows[t];
            if (word->deprel != DL_DEP_NSUBJ || !takes_stand(&doc->tokens.rows[word->head])) continue;
            uint32_t mention = mention_of_head(doc, t);
            if (mention) return mention;
        }
    }
    return 0;
}
