/* Descriptions ("Russian troops", "a Kremlin spokesman", "12 civilians") and pronouns. A sentence is read from right to left, so that what stands
 * behind a noun ("members of the security forces") is known before the noun. */
#include "who/scene.h"

static dl_draft *push(dl_scene *s, uint32_t first, uint32_t head, uint32_t last) {
    dl_draft *d = DL_PUSH(&s->doc->arena, &s->drafts);
    uint32_t number = (uint32_t)(d - s->drafts.rows);
    *d = (dl_draft){.first = first, .last = last};
    d->subject = dl_deprel_base(dl_who_token(s, head)->deprel) == DL_DEP_NSUBJ;
    d->mention = (dl_mention){
        .span = {dl_who_token(s, first)->span.begin, dl_who_token(s, last)->span.end}, .sentence = dl_who_token(s, head)->sentence, .head = head};
    if (!s->marks[head].draft) s->marks[head].draft = number;
    return d;
}

static bool plural(const dl_scene *s, uint32_t t) {
    unsigned xpos = dl_who_token(s, t)->xpos;
    return xpos == DL_XPOS_NNS || xpos == DL_XPOS_NNPS;
}

/* A word in front of another that carries the phrase: "police" in "police officer". Before an event's name ("police raid") it is the actor. */
static bool only_modifies(const dl_scene *s, uint32_t t) {
    const dl_token *w = dl_who_token(s, t);
    dl_deprel base = dl_deprel_base(w->deprel);
    if (base == DL_DEP_FIXED || base == DL_DEP_GOESWITH || (w->deprel == DL_DEP_NMOD_DESC && w->head > t)) return true;
    if (base == DL_DEP_FLAT) return s->marks[w->head].agent || s->marks[w->head].name;
    if ((base != DL_DEP_COMPOUND && base != DL_DEP_AMOD) || !w->head) return false;
    return s->marks[w->head].agent || s->marks[w->head].name || s->marks[w->head].owned;
}

/* "Opposition to the bill" is an attitude, "a birthday party" and "the two party system" no party, "social justice" no court. */
static bool other_sense(const dl_scene *s, uint32_t t) {
    dl_bytes lemma = dl_who_token(s, t)->lemma;
    if (!lemma.size || !strchr("JOPSjops", lemma.data[0])) return false; /* justice, opposition, party, police, state */
    bool police_state = dl_who_lemma(s, t, "police") && t + 1 < s->doc->tokens.count && dl_who_lemma(s, t + 1, "state");
    if (police_state || (t > 1 && dl_who_lemma(s, t, "state") && dl_who_lemma(s, t - 1, "police"))) return true;
    if (dl_who_lemma(s, t, "justice") && t > 1 && dl_who_lemma(s, t - 1, "to")) return true; /* "bring them to justice" */
    if (dl_who_lemma(s, t, "opposition"))                                                    /* but "urged the opposition | to boycott the vote" */
        return t + 1 < s->doc->tokens.count && dl_who_lemma(s, t + 1, "to") && dl_who_token(s, t + 1)->xpos != DL_XPOS_TO;
    dl_bytes before = t > 1 ? dl_who_token(s, t - 1)->lemma : (dl_bytes){0};
    if (dl_who_lemma(s, t, "state") && t + 2 < s->doc->tokens.count && dl_who_lemma(s, t + 1, "of"))
        return dl_bytes_among(dl_who_token(s, t + 2)->lemma, "emergency war siege affair mind play alert calamity disaster");
    if (dl_who_lemma(s, t, "party") && t + 1 < s->doc->tokens.count && dl_who_lemma(s, t + 1, "system")) return true;
    if (dl_who_lemma(s, t, "party")) return dl_bytes_among(before, "birthday graduation dinner house search third wedding tea cocktail block street");
    return dl_who_lemma(s, t, "justice") && dl_bytes_among(before, "social racial climate economic environmental criminal");
}

static bool names_people(const dl_scene *s, uint32_t t) {
    const dl_token *w = dl_who_token(s, t);
    if (other_sense(s, t)) return false;
    if (w->upos == DL_UPOS_NOUN || w->upos == DL_UPOS_PROPN) return true;
    return w->upos == DL_UPOS_ADJ && dl_who_child(s, t, DL_DEP_DET) && dl_deprel_base(w->deprel) != DL_DEP_AMOD; /* "the wounded" */
}

static uint8_t kind_of(const dl_agent *agent, bool many) {
    switch (agent->kind) {
    case DL_AGENT_PERSON:
        return many ? DL_NAME_GROUP : DL_NAME_PERSON;
    case DL_AGENT_GROUP:
        return DL_NAME_GROUP;
    case DL_AGENT_THING:
        return DL_NAME_FACILITY;
    case DL_AGENT_NUMBER:
        return DL_NAME_GROUP;
    default:
        return DL_NAME_ORGANISATION;
    }
}

/* "the", "this", "their": the thing is known to the reader. */
static bool is_definite(const dl_scene *s, uint32_t edge) {
    return dl_bytes_among(dl_who_token(s, edge)->lemma, "the this that these those both") ||
           dl_bytes_among(dl_token_text(s->doc, edge), "the this that these those both each every");
}

static bool is_article(const dl_scene *s, uint32_t t) {
    return dl_bytes_among(dl_token_text(s->doc, t), "the a an");
}

/* The conjunct before lends its country: "Iraqi police and hospital officials". */
static void borrow_country(const dl_scene *s, uint32_t head, uint32_t first, dl_parts *parts) {
    const dl_token *w = dl_who_token(s, head);
    if (w->deprel != DL_DEP_CONJ || w->head >= head || w->head < first || parts->countries || parts->base.size) return;
    if (!s->marks[w->head].agent) return;
    dl_parts lender = {.weak = true};
    dl_who_gather(s, dl_who_left_edge(s, w->head, first), w->head, &lender);
    memcpy(parts->country, lender.country, sizeof parts->country);
    parts->countries = lender.countries;
}

/* The conjunct behind lends what its phrase names: "the government and people of Ukraine". */
static void borrow_behind(const dl_scene *s, uint32_t head, dl_parts *parts) {
    uint32_t other = dl_who_child(s, head, DL_DEP_CONJ), draft = other ? s->marks[other].draft : 0, of;
    if (!draft || parts->countries || parts->base.size || s->drafts.rows[draft].mention.named) return;
    of = dl_who_child(s, other, DL_DEP_NMOD);
    uint32_t article = dl_who_child(s, other, DL_DEP_DET); /* "four guards and | a tourist from Canada" */
    if (article && dl_bytes_among(dl_token_text(s->doc, article), "a an")) return;
    bool hung = of > other && dl_who_has_case(s, of, "of in from");
    if (!hung && (other < head || !dl_bytes_among(dl_token_text(s->doc, other + 1), "from"))) return; /* "killed nurses and guards | from Chad" */
    memcpy(parts->country, s->drafts.rows[draft].parts.country, sizeof parts->country);
    parts->countries = s->drafts.rows[draft].parts.countries;
}

/* "Her father, King Olav", "a man, a police officer": what stands beside tells more than that it is somebody. */
static void take_beside(const dl_scene *s, uint32_t head, dl_parts *parts) {
    uint32_t beside = dl_who_child(s, head, DL_DEP_APPOS), draft = beside > head ? s->marks[beside].draft : 0;
    if (!draft || !dl_bytes_is(parts->role, "CVL") || !dl_who_is_person(&s->drafts.rows[draft])) return;
    const dl_draft *one = &s->drafts.rows[draft];
    const dl_parts *other = &one->parts;
    bool many = plural(s, head) && !one->mention.plural && !dl_who_child(s, beside, DL_DEP_CONJ); /* "killing three people, Minister Cole said" */
    if (many || !other->role.size || dl_bytes_is(other->role, "CVL")) return;
    parts->role = other->role, parts->weak = other->weak, parts->rank = other->rank, parts->state = other->state;
    parts->former |= other->former;
    if (parts->countries || parts->base.size) return;
    memcpy(parts->country, other->country, sizeof parts->country);
    parts->countries = other->countries;
}

/* A genitive that the parser hung elsewhere: "Taiwan's vice foreign minister". */
static void add_owner(const dl_scene *s, uint32_t edge, uint32_t first, dl_parts *parts) {
    if (edge < first + 2 || dl_who_token(s, edge - 1)->xpos != DL_XPOS_POS || !s->marks[edge - 2].name) return;
    dl_who_gather(s, edge - 2, edge - 2, parts);
}

/* "Norway, | whose envoys met the rebels": they are of the land, or of the land of the one, that the clause is said of. */
static void add_antecedent(const dl_scene *s, uint32_t head, dl_parts *parts) {
    uint32_t whose = dl_who_child(s, head, DL_DEP_NMOD), t = head;
    for (uint32_t k = head - 1; k > 2 && k + 4 > head; k--) { /* right behind the name, whatever the tree says */
        bool here = dl_who_token(s, k)->xpos == DL_XPOS_WP_POSS && dl_who_token(s, k - 2)->sentence == dl_who_token(s, head)->sentence;
        if (!here || !dl_bytes_is(dl_token_text(s->doc, k - 1), ",") || !s->marks[k - 2].name) continue;
        dl_who_gather(s, k - 2, k - 2, parts);
        return;
    }
    if (!whose || dl_who_token(s, whose)->xpos != DL_XPOS_WP_POSS) return;
    for (uint32_t steps = 0; t && steps < 4 && dl_deprel_base(dl_who_token(s, t)->deprel) != DL_DEP_ACL; steps++) t = dl_who_token(s, t)->head;
    uint32_t noun = t && dl_deprel_base(dl_who_token(s, t)->deprel) == DL_DEP_ACL ? dl_who_token(s, t)->head : 0;
    if (noun && noun < head && s->marks[noun].name) dl_who_gather(s, noun, noun, parts);
}

/* "the Saudi-led coalition" fights; a coalition of parties has no leader in its name. */
static bool led(const dl_scene *s, uint32_t first, uint32_t last) {
    for (uint32_t t = first; t < last; t++)
        if (dl_bytes_among(dl_token_text(s->doc, t), "led")) return true;
    return false;
}

/* "the union president" is another than the president. */
static bool compounded(const dl_scene *s, uint32_t first, uint32_t end) {
    for (uint32_t t = first; t < end; t++)
        if (dl_who_token(s, t)->deprel == DL_DEP_COMPOUND) return true;
    return false;
}

/* "Tens of | thousands": the number that goes on with a number; or 0. */
static uint32_t number_behind(const dl_scene *s, uint32_t t) {
    uint32_t of = dl_who_child(s, t, DL_DEP_NMOD);
    return of == t + 2 && dl_who_has_case(s, of, "of") && dl_bytes_among(dl_who_token(s, of)->lemma, "hundred thousand million") ? of : 0;
}

/* "Thousands | took to the streets", "killing | four": a bare number of whom something is told that is told of people. */
static bool are_people(const dl_scene *s, uint32_t t) {
    const dl_token *w = dl_who_token(s, t);
    bool argument = w->deprel == DL_DEP_OBJ || w->deprel == DL_DEP_OBL_AGENT || dl_deprel_base(w->deprel) == DL_DEP_NSUBJ;
    uint32_t of = dl_who_child(s, t, DL_DEP_NMOD), number = number_behind(s, t);
    bool bare = !of || (of == number && !dl_who_child(s, of, DL_DEP_NMOD));
    uint32_t told = dl_who_child(s, t, DL_DEP_ACL); /* "among hundreds | injured" */
    if (bare && told == t + 1 && dl_bytes_among(dl_who_token(s, told)->lemma, "kill wound injure hurt arrest detain")) return true;
    return argument && bare &&
           dl_bytes_among(dl_who_token(s, w->head)->lemma,
                          "kill wound injure hurt die perish arrest detain capture kidnap abduct execute hang behead shoot "
                          "march rally protest demonstrate attend join gather flee take turn evacuate displace rescue hold jail imprison");
}

/* "President and chief executive": of a firm, as the post in the same hands is. */
static bool runs_firm(const dl_scene *s, uint32_t t) {
    enum { WORDS = 4 };
    if (t + 2 >= s->doc->tokens.count || !dl_bytes_among(dl_token_text(s->doc, t + 1), "and &")) return false;
    for (uint32_t k = t + 2; k < s->doc->tokens.count && k < t + 2 + WORDS; k++)
        if (s->marks[k].agent || s->marks[k].title)
            if (dl_bytes_is(dl_who_agent(s, s->marks[k].agent).role, "BUS") ||
                dl_bytes_is(dl_know_cell(s->know, s->titles, s->marks[k].title ? s->marks[k].title - 1 : 0, s->title_role), "BUS"))
                return dl_who_token(s, k)->sentence == dl_who_token(s, t)->sentence;
    return false;
}

/* "provincial finance ministers": of parts of one state. */
static bool of_parts(const dl_scene *s, uint32_t first, uint32_t end) {
    for (uint32_t t = first; t < end; t++)
        if (dl_bytes_among(dl_who_token(s, t)->lemma, "provincial regional local territorial")) return true;
    return false;
}

/* "Formerly | the mayor", "who served as | envoy", "who was | the mayor of Lyon until May": an office that is over. */
static bool is_over(const dl_scene *s, uint32_t edge, uint32_t t) {
    enum { WORDS = 14 };
    if (edge < 3) return false;
    if (dl_bytes_among(dl_token_text(s->doc, edge - 1), "formerly")) return true;
    bool served = dl_bytes_is(dl_token_text(s->doc, edge - 1), "as") && dl_bytes_is(dl_token_text(s->doc, edge - 2), "served");
    if (served) return !dl_bytes_among(dl_token_text(s->doc, edge - 3), "has have had also");
    if (!dl_bytes_among(dl_token_text(s->doc, edge - 1), "was been")) return false;
    uint32_t end = dl_sentence_end(&s->doc->sentences.rows[dl_who_token(s, t)->sentence]);
    for (uint32_t k = t + 1; k < end && k < t + WORDS && dl_who_token(s, k)->upos != DL_UPOS_VERB; k++)
        if (dl_bytes_among(dl_token_text(s->doc, k), "until till , ;")) return dl_bytes_among(dl_token_text(s->doc, k), "until till");
    return false;
}

/* A thing belongs to whom its modifier names: "Ukrainian military training ground" is UKRMIL, "the police station" takes COP. */
static void describe(dl_scene *s, uint32_t t, uint32_t first) {
    uint32_t row = s->marks[t].agent, edge = dl_who_left_edge(s, t, first), words = s->marks[t].agent_words;
    dl_agent agent = dl_who_agent(s, row);
    if (agent.kind == DL_AGENT_ADJECTIVE) {
        if (!plural(s, t)) return;
        agent.kind = DL_AGENT_PERSON; /* "the separatists" */
    }
    bool weapon = agent.kind == DL_AGENT_THING && agent.role.size;
    dl_parts parts = {.weak = true};
    dl_who_add_agent(s, &parts, &agent);
    if (weapon) parts.role = agent.role, parts.weak = true;
    if (agent.weak && agent.state && runs_firm(s, t)) parts.role = DL_LIT("BUS"), parts.weak = parts.state = false;
    uint32_t before = t + 1 - words;
    if (before > edge) dl_who_gather(s, edge, before - 1, &parts);
    if (agent.country && parts.former) parts.countries = 0; /* "the former Soviet state" */
    if (parts.countries && dl_who_lemma(s, t, "coalition") && led(s, edge, t)) parts.role = DL_LIT("MIL");
    parts.former |= agent.kind == DL_AGENT_PERSON && is_over(s, edge, t);
    bool modified = parts.countries || parts.base.size || (parts.role.size && !dl_bytes_equal(parts.role, agent.role));
    parts.former &= agent.kind == DL_AGENT_PERSON;
    if (!parts.countries && !parts.base.size) add_owner(s, edge, first, &parts);
    if (!parts.countries && !parts.base.size) add_antecedent(s, t, &parts);
    dl_who_add_phrases(s, t, agent.abroad || weapon ? "from" : "of from", &parts);
    borrow_country(s, t, first, &parts);                                /* "American envoys and soldiers in Iraq" are both American */
    bool several = agent.sole && plural(s, t) && !of_parts(s, edge, t); /* "foreign ministers in Cairo" */
    if (!agent.abroad && !weapon && !several && !parts.countries) dl_who_add_phrases(s, t, DL_WHO_ANYWHERE, &parts);
    if (agent.abroad) parts.state = false;
    borrow_behind(s, t, &parts);
    take_beside(s, t, &parts);
    bool definite = is_definite(s, edge), many = plural(s, t) || agent.many;
    if (weapon && !agent.target && !parts.countries && !parts.base.size) return; /* a weapon stands for its owner only */
    if (agent.country && !definite && !many && !modified) return;                /* "state-run" */
    if (agent.kind == DL_AGENT_NUMBER && !parts.role.size && !parts.base.size && !parts.countries && !are_people(s, t)) return;
    uint32_t start = is_article(s, edge) && edge < before ? edge + 1 : edge;
    uint32_t copies = parts.countries > 1 && !parts.base.size ? parts.countries : 1;
    for (uint32_t k = 0; k < copies; k++) {
        dl_draft *d = push(s, start, t, agent.kind == DL_AGENT_NUMBER && number_behind(s, t) ? number_behind(s, t) : t);
        d->mention.kind = kind_of(&agent, many);
        d->mention.plural = many;
        d->agent = row;
        d->definite = definite;
        d->many = agent.many;
        d->several = several;
        bool sort = parts.base.size && dl_bytes_equal(parts.base, agent.role); /* "the world body" */
        d->alone = sort ? !parts.countries && !compounded(s, start, before)
                        : !modified && !parts.countries && !parts.base.size && !compounded(s, start, before);
        d->parts = parts;
        if (copies > 1) d->parts.country[0] = parts.country[k], d->parts.countries = 1;
    }
}

/* "it is not clear whether", "it is too early to" */
static bool stands_for_clause(const dl_scene *s, uint32_t t) {
    uint32_t head = dl_who_token(s, t)->head;
    if (!head || !dl_bytes_among(dl_token_text(s->doc, t), "it")) return false;
    bool ruled = dl_who_token(s, t)->deprel == DL_DEP_NSUBJ_PASS && (dl_who_child(s, head, DL_DEP_XCOMP) || dl_who_child(s, head, DL_DEP_CSUBJ));
    if (ruled && dl_bytes_among(dl_who_token(s, head)->lemma, "prohibit forbid ban allow permit expect hope fear require")) return true;
    if (!dl_who_child(s, head, DL_DEP_COP)) return false;
    return dl_bytes_among(dl_who_token(s, head)->lemma,
                          "clear unclear likely unlikely possible impossible unknown important difficult hard necessary early "
                          "late time matter true better good fair essential vital crucial obvious");
}

/* "Those | arrested", "those who fled" */
static bool is_described(const dl_scene *s, uint32_t t) {
    bool clause = dl_who_child(s, t, DL_DEP_ACL) || dl_who_child(s, t, DL_DEP_ACL_RELCL) || dl_who_child(s, t, DL_DEP_NMOD);
    return clause && dl_who_token(s, t)->upos == DL_UPOS_PRON && dl_bytes_among(dl_token_text(s->doc, t), "those");
}

static uint8_t which_pronoun(dl_bytes word) {
    if (dl_bytes_among(word, "he him his")) return DL_PRONOUN_HE;
    if (dl_bytes_among(word, "she her hers")) return DL_PRONOUN_SHE;
    if (dl_bytes_among(word, "it its")) return DL_PRONOUN_IT;
    if (dl_bytes_among(word, "they them their")) return DL_PRONOUN_THEY;
    return dl_bytes_among(word, "i me my mine we us our ours 's ’s") ? DL_PRONOUN_SPEAKER : DL_PRONOUN_OTHER;
}

/* "he", "their", "we"; not "it" that stands for nothing. */
static void pronoun(dl_scene *s, uint32_t t) {
    const dl_token *w = dl_who_token(s, t);
    if (is_described(s, t)) {
        dl_draft *those = push(s, t, t, t);
        those->pronoun = true;
        those->mention.plural = true;
        those->mention.kind = DL_NAME_GROUP;
        return;
    }
    if ((w->xpos != DL_XPOS_PRP && w->xpos != DL_XPOS_PRP_POSS) || w->deprel == DL_DEP_EXPL || stands_for_clause(s, t)) return;
    dl_bytes word = dl_token_text(s->doc, t);
    if (dl_bytes_among(word, "you your yourself yours himself herself themselves itself ourselves myself")) return;
    dl_draft *d = push(s, t, t, t);
    d->pronoun = true;
    d->which = which_pronoun(word);
    d->mention.plural = d->which == DL_PRONOUN_THEY || dl_bytes_among(word, "we us our 's ’s");
    d->mention.kind = d->which == DL_PRONOUN_IT ? DL_NAME_ORGANISATION : d->mention.plural ? DL_NAME_GROUP : DL_NAME_PERSON;
}

/* "one of the victims", "some of the soldiers" */
static void part_of(dl_scene *s, uint32_t t) {
    uint32_t of = dl_who_child(s, t, DL_DEP_NMOD);
    if (!of || of < t || !dl_who_has_case(s, of, "of") || !s->marks[of].draft) return;
    const dl_draft whole = s->drafts.rows[s->marks[of].draft];
    if (whole.mention.named || whole.pronoun || whole.mention.kind != DL_NAME_GROUP) return;
    bool one = dl_bytes_among(dl_token_text(s->doc, t), "one each");
    dl_draft *d = push(s, t, t, t);
    d->mention.kind = one ? DL_NAME_PERSON : DL_NAME_GROUP;
    d->mention.plural = !one;
    d->agent = whole.agent;
    d->parts = whole.parts;
}

/* "The two agreed", "Both | were fined": those told of before. */
static bool means_two(const dl_scene *s, uint32_t t) {
    const dl_token *w = dl_who_token(s, t);
    if (dl_deprel_base(w->deprel) != DL_DEP_NSUBJ || !dl_bytes_among(w->lemma, "two pair duo both")) return false;
    bool the = t > 1 && dl_bytes_like(dl_token_text(s->doc, t - 1), "the") && dl_who_token(s, t - 1)->head == t;
    return (the || dl_bytes_like(w->lemma, "both")) && !dl_who_child(s, t, DL_DEP_NMOD);
}

/* "The latter | refused": one of two told of before. */
static bool means_one_of_two(const dl_scene *s, uint32_t t) {
    const dl_token *w = dl_who_token(s, t);
    dl_deprel base = dl_deprel_base(w->deprel);
    bool stands = base == DL_DEP_NSUBJ || base == DL_DEP_OBJ || base == DL_DEP_OBL;
    return stands && t > 1 && dl_bytes_among(w->lemma, "latter former") && dl_bytes_among(dl_token_text(s->doc, t - 1), "the");
}

static void one_of_two(dl_scene *s, uint32_t t) {
    if (!means_one_of_two(s, t)) return;
    dl_draft *d = push(s, t, t, t);
    d->mention.kind = DL_NAME_GROUP;
    d->definite = d->alone = true;
}

static void number(dl_scene *s, uint32_t t) {
    bool people = dl_who_token(s, t)->upos == DL_UPOS_NUM && are_people(s, t), two = means_two(s, t);
    if (!people && !two) return;
    dl_draft *d = push(s, t, t, t);
    d->mention.kind = DL_NAME_GROUP;
    d->mention.plural = true;
    d->definite = d->alone = two;
}

/* "337 users were arrested": a noun that no table has, of something that is done to people only. */
static void done_to(dl_scene *s, uint32_t t, uint32_t first) {
    const dl_token *w = dl_who_token(s, t);
    bool patient = w->upos == DL_UPOS_NOUN && (w->deprel == DL_DEP_OBJ || w->deprel == DL_DEP_NSUBJ_PASS);
    bool of_deed =
        w->upos == DL_UPOS_NOUN && w->deprel == DL_DEP_NMOD && dl_who_has_case(s, t, "of") && w->head + 5 > t; /* "the arrest of a tapper" */
    if ((!patient && !of_deed) || !w->head || (patient && dl_who_child(s, t, DL_DEP_COMPOUND))) return;
    dl_bytes deed = dl_who_token(s, w->head)->lemma;
    if (!dl_bytes_among(deed, patient ? "arrest jail imprison behead extradite deport acquit indict" : "arrest imprisonment extradition deportation"))
        return;
    if (dl_bytes_among(w->lemma, "decline spread fall slide trend attention growth development deterioration rise suspicion warrant")) return;
    uint32_t edge = dl_who_left_edge(s, t, first);
    dl_draft *d = push(s, is_article(s, edge) && edge < t ? edge + 1 : edge, t, t);
    d->mention.plural = plural(s, t);
    d->mention.kind = d->mention.plural ? DL_NAME_GROUP : DL_NAME_PERSON;
    d->parts = (dl_parts){.role = DL_LIT("CVL"), .weak = true};
}

/* "the 43-year-old", "a 19-year-old from Lagos": somebody, unless a noun follows. */
static void aged(dl_scene *s, uint32_t t) {
    if (t < 6 || !dl_bytes_is(dl_token_text(s->doc, t), "old") || !dl_bytes_is(dl_token_text(s->doc, t - 1), "-")) return;
    dl_deprel base = dl_deprel_base(dl_who_token(s, t)->deprel);
    dl_bytes article = dl_token_text(s->doc, t - 5), digits = dl_token_text(s->doc, t - 4);
    dl_know_hit hit;
    uint32_t word = dl_know_word(s->know, DL_LIT("person"));
    bool age = dl_bytes_among(dl_token_text(s->doc, t - 2), "year") && digits.size && digits.size < 3 && dl_is_digit(digits.data[0]);
    if (!age || base == DL_DEP_AMOD || base == DL_DEP_COMPOUND || !dl_bytes_among(article, "the a an")) return;
    if (!word || !dl_know_look_up_word(s->know, s->agents, word, &hit, 1)) return;
    dl_draft *d = push(s, t - 4, t, t);
    dl_agent agent = dl_who_agent(s, hit.row + 1);
    d->parts.weak = true;
    dl_who_add_agent(s, &d->parts, &agent);
    dl_who_add_phrases(s, t, DL_WHO_ANYWHERE, &d->parts);
    d->agent = hit.row + 1;
    d->mention.kind = DL_NAME_PERSON;
    d->definite = dl_bytes_among(article, "the");
    d->alone = !d->parts.countries && !d->parts.base.size;
}

/* "anti-government protests", "anti-US riots": whom they are against, named within a word; the mention is what stands behind the hyphen. */
static void opposed(dl_scene *s, uint32_t t) {
    enum { BEFORE = 5 };
    dl_bytes word = dl_token_text(s->doc, t);
    dl_deprel base = dl_deprel_base(dl_who_token(s, t)->deprel);
    if (word.size <= BEFORE || word.data[BEFORE - 1] != '-' || (base != DL_DEP_AMOD && base != DL_DEP_COMPOUND)) return;
    if (!dl_bytes_among((dl_bytes){word.data, BEFORE}, "anti-")) return;
    dl_know_hit agent = {0}, country = {0};
    uint32_t whom = dl_know_word(s->know, (dl_bytes){word.data + BEFORE, word.size - BEFORE});
    bool is_agent = whom && dl_know_look_up_word(s->know, s->agents, whom, &agent, 1);
    if (!is_agent && (!whom || !dl_know_look_up_word(s->know, s->countries, whom, &country, 1))) return;
    dl_draft *d = push(s, t, t, t);
    d->mention.span.begin += BEFORE;
    d->parts.weak = true;
    if (is_agent) {
        dl_agent kind = dl_who_agent(s, agent.row + 1);
        dl_who_add_agent(s, &d->parts, &kind);
        d->agent = agent.row + 1;
        d->mention.kind = kind_of(&kind, kind.many);
    } else {
        d->parts.country[d->parts.countries++] = dl_know_cell(s->know, s->countries, country.row, s->country_code);
        d->mention.kind = DL_NAME_NATIONALITY;
    }
}

void dl_who_phrases(dl_scene *s, uint32_t sentence) {
    const dl_sentence *row = &s->doc->sentences.rows[sentence];
    for (uint32_t t = dl_sentence_end(row); t-- > row->first_token;) {
        if (s->marks[t].name || s->marks[t].owned) continue;
        if (dl_who_token(s, t)->upos == DL_UPOS_PRON)
            pronoun(s, t);
        else if (s->marks[t].agent && names_people(s, t) && !only_modifies(s, t))
            describe(s, t, row->first_token);
        else if (dl_who_token(s, t)->upos == DL_UPOS_NUM || dl_who_token(s, t)->upos == DL_UPOS_DET || dl_who_token(s, t)->upos == DL_UPOS_ADJ)
            part_of(s, t);
        if (!s->marks[t].draft) number(s, t);
        if (!s->marks[t].draft) one_of_two(s, t);
        if (!s->marks[t].draft) opposed(s, t);
        if (!s->marks[t].draft) aged(s, t);
        if (!s->marks[t].draft) done_to(s, t, row->first_token);
    }
}
