/* Claims: what the codebook's examples do not show. */
#include "support.h"

#include "base/calendar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const dl_party *party_of(const dl_doc *doc, uint32_t claim, dl_role role) {
    const dl_claim *c = &doc->claims.rows[claim];
    for (uint32_t i = 0; i < c->party_count; i++)
        if (doc->parties.rows[c->first_party + i].role == role) return &doc->parties.rows[c->first_party + i];
    fail_msg("claim %u has no such party", claim);
    return NULL;
}

static void actors_have_the_code_of_the_day(void **state) {
    (void)state;
    dl_doc *doc = read_text("Tony Blair visited Kenya in 2003.\n\nTony Blair visited Kenya on Monday.", "2012-05-14");
    assert_int_equal(doc->claims.count, 3);
    assert_bytes(party_of(doc, 1, DL_ROLE_WHO)->actor, "GBRGOV");
    assert_bytes(party_of(doc, 2, DL_ROLE_WHO)->actor, "GBRELI");
    dl_doc_free(doc);
}

static void speakers_are_sources_and_deniers_too(void **state) {
    (void)state;
    dl_doc *doc = read_text("The army denied that its planes had bombed the village.", "2024-05-15");
    assert_int_equal(doc->claims.count, 2);
    assert_int_equal(doc->claims.rows[1].status, DL_CLAIM_DENIED);
    assert_bytes(party_of(doc, 1, DL_ROLE_SOURCE)->actor, "MIL");
    dl_doc_free(doc);
}

static void one_incident_told_twice_has_one_number(void **state) {
    (void)state;
    dl_doc *doc = read_text(
        "Rebels attacked the town of Bria on Monday.\n\nThe attack near Bria on Monday killed two soldiers.\n\nRebels attacked Goma in 2012.",
        "2024-05-15");
    assert_true(doc->claims.count >= 4);
    uint32_t last = doc->claims.count - 1;
    assert_int_equal(doc->claims.rows[1].incident, doc->claims.rows[2].incident);
    assert_int_not_equal(doc->claims.rows[1].incident, doc->claims.rows[last].incident);
    dl_doc_free(doc);
}

/* Some step of the trace of a claim has this field, rule and words, and an entry with all these parts, separated by bars. */
static void assert_step(const dl_doc *doc, uint32_t claim, const char *field, const char *rule, const char *words, const char *parts) {
    const dl_claim *c = &doc->claims.rows[claim];
    for (uint32_t i = c->first_trace; i < c->first_trace + c->trace_count; i++) {
        const dl_trace *t = &doc->traces.rows[i];
        if (strcmp(t->field, field) || strcmp(t->rule, rule) || !dl_bytes_is(dl_doc_words(doc, t->span), words)) continue;
        char entry[512];
        snprintf(entry, sizeof entry, "%.*s", (int)t->entry.size, t->entry.data ? t->entry.data : "");
        char list[256], *rest = NULL;
        snprintf(list, sizeof list, "%s", parts);
        bool all = true;
        for (char *part = strtok_r(list, "|", &rest); part; part = strtok_r(NULL, "|", &rest)) all = all && strstr(entry, part);
        if (all) return;
    }
    fail_msg("no step %s, %s, '%s' with %s", field, rule, words, parts);
}

/* Each field leads to rows, conditions and paths; where it is asked for, to what was passed over. */
static void the_trace_tells_all_that_decided(void **state) {
    (void)state;
    static const char text[] = "Russian air strikes killed 35 people near Lviv on Sunday, the mayor said.\n\nVladimir Putin did not visit Kyiv.";
    dl_options options = {.passed_over = true, .data_dir = getenv("DATELINE_DATA") ? NULL : "build"};
    dl_source source = {.published = "2022-03-14"};
    dl_engine *engine = NULL;
    dl_doc *doc = NULL;
    assert_int_equal(dl_engine_open(&engine, &options, NULL), DL_OK);
    assert_int_equal(dl_doc_make(&doc, &source, dl_bytes_of(text), NULL), DL_OK);
    assert_int_equal(dl_analyze(engine, doc, DL_STAGES_ALL, NULL), DL_OK);
    assert_int_equal(doc->claims.count, 3);
    assert_step(doc, 1, "event", "lexicon", "strikes", "events/nouns.tsv:| mod=air");
    assert_step(doc, 1, "event", "lexicon-wider", "strikes", "events/nouns.tsv:");
    assert_step(doc, 1, "event", "harm-of-act", "killed", "events/verbs.tsv:| strike<nsubj-kill");
    assert_step(doc, 1, "who", "role", "Russian", "events/nouns.tsv:| subj | russian<amod-strike");
    assert_step(doc, 1, "whom", "victims-of-harm", "people", "events/verbs.tsv:| obj | people<obj-kill");
    assert_step(doc, 1, "who", "actor-row", "Russian", "places/countries.tsv:| RUS");
    assert_step(doc, 1, "counts", "count-anchor", "killed", "strike<nsubj-kill");
    assert_step(doc, 2, "event", "lexicon-missed", "visit", "events/verbs.tsv:| subj=tourist");
    assert_step(doc, 2, "status", "status-negation", "not", "not<advmod-visit");
    assert_step(doc, 2, "who", "actor-as-of-day", "Vladimir", "actors/offices.tsv:| RUSGOV");
    uint32_t all = doc->traces.count;
    dl_doc_free(doc);
    dl_engine_close(engine);
    doc = read_text(text, source.published);
    for (DL_EACH(i, &doc->traces))
        assert_true(strcmp(doc->traces.rows[i].rule, "lexicon-wider") && strcmp(doc->traces.rows[i].rule, "lexicon-missed"));
    assert_true(doc->traces.count < all);
    dl_doc_free(doc);
}

static void the_trace_tells_which_roles_were_empty(void **state) {
    (void)state;
    dl_doc *doc = read_text("Rebels blew up a bridge in Goma. Rebels attacked Goma. Rebels attacked Goma again.", NULL);
    assert_step(doc, 1, "whom", "role", "bridge", "events/phrases.tsv:| obj bridge<obj-blow; none in obj.poss");
    assert_step(doc, doc->claims.count - 1, "incident", "agrees-with-claim", "", "#");
    dl_doc_free(doc);
    doc = read_text("Rebels killed Ana Paz near Goma. Paz was shot at noon.", NULL);
    assert_step(doc, 2, "who", "retold", "killed", "#1");
    dl_doc_free(doc);
}

static void assert_where(const char *text, const char *name, dl_relation relation, dl_precision precision) {
    dl_doc *doc = read_text(text, "2024-05-15");
    for (DL_EACH(i, &doc->claims)) {
        const dl_claim *c = &doc->claims.rows[i];
        if (c->event != DL_EVENT_ASSAULT) continue;
        if (!c->place) fail_msg("no place: %s", text);
        assert_bytes(doc->places.rows[c->place].name, name);
        assert_string_equal(dl_relation_name(c->where_relation), dl_relation_name(relation));
        assert_string_equal(dl_precision_name(c->where_precision), dl_precision_name(precision));
        dl_doc_free(doc);
        return;
    }
    fail_msg("no claim: %s", text);
}

/* How the event stands to the place, and never a city's pin for a country. */
static void places_are_as_fine_as_told(void **state) {
    (void)state;
    assert_where("Gunmen killed two soldiers in Lviv on Monday.", "Lviv", DL_RELATION_IN, DL_PRECISION_EXACT);
    assert_where("Gunmen killed two soldiers near the western city of Lviv on Monday.", "Lviv", DL_RELATION_NEAR, DL_PRECISION_NEAR);
    assert_where("Gunmen killed two soldiers in Donetsk Oblast on Monday.", "Donetsk", DL_RELATION_IN, DL_PRECISION_ADMIN1);
    assert_where("Gunmen killed two soldiers in Ukraine on Monday.", "Ukraine", DL_RELATION_IN, DL_PRECISION_COUNTRY);
    assert_where("Gunmen killed two soldiers in the Donbas on Monday.", "Donbas", DL_RELATION_IN, DL_PRECISION_REGION);
    assert_where("Gunmen killed two soldiers near the border with Poland on Monday.", "Poland", DL_RELATION_BORDER, DL_PRECISION_COUNTRY);
    assert_where("Ministers met in Poland. Gunmen killed two soldiers near the Polish border.", "Poland", DL_RELATION_BORDER, DL_PRECISION_COUNTRY);
    assert_where("Shells hit market in Sudan's besieged El Fasher\n\nPORT SUDAN (Reuben Agency) - Doctors told of many dead.", "El Fasher",
                 DL_RELATION_IN, DL_PRECISION_EXACT); /* the headline's own place goes before the dateline */
}

/* The places of the claims in order, blank-separated; "-" for none. */
static void assert_places(const char *text, const char *names) {
    char found[128] = "";
    dl_doc *doc = read_text(text, "2024-05-15");
    for (DL_EACH(i, &doc->claims)) {
        dl_bytes name = doc->claims.rows[i].place ? doc->places.rows[doc->claims.rows[i].place].name : dl_bytes_of("-");
        size_t size = strlen(found);
        snprintf(found + size, sizeof found - size, "%s%.*s", size ? " " : "", (int)name.size, name.data);
    }
    if (strcmp(found, names) != 0) fail_msg("%s is not %s in: %s", found, names, text);
    dl_doc_free(doc);
}

/* Of the land that its own words, its sentence or the one before speak of, else of that of the report: not the one named last. */
static void a_capital_is_that_of_the_land_meant(void **state) {
    (void)state;
    assert_places(
        "Police in Kenya killed two men on Friday, officials in Nairobi said. Kenya's president spoke of a tragedy. Talks with Uganda in Kampala "
        "ended. It rained. A bomb exploded in the capital.",
        "Kenya Kampala Nairobi");
    assert_places("Ministers of Kenya spoke in Nairobi. In Uganda, soldiers killed three people in Kampala. A bomb exploded in the capital.",
                  "Kampala Kampala");
    assert_places("Officials flew from Lima to Quito. A bomb exploded in the Peruvian capital. A bomb exploded in Ecuador's capital.", "Lima Quito");
    assert_places("Officials flew from Lima to La Paz. A bomb exploded in the capital of Peru.", "Lima");
}

/* A dateline loses against the place of the first deed, where that is in another land; a headline is placed by its report. */
static void a_reporter_may_be_elsewhere(void **state) {
    (void)state;
    assert_places("NAIROBI, May 15 (Agency) - Al Shabaab fighters stormed a hotel in Mogadishu on Friday. A passer-by was stabbed by a thief.",
                  "Mogadishu Mogadishu");
    assert_places(
        "Suicide bomber kills nine at hotel\n\nNAIROBI, May 15 (Agency) - A suicide bomber blew himself up at a hotel in Mogadishu on Friday, "
        "killing nine people, police said.",
        "Mogadishu Mogadishu");
    assert_places("Police fire tear gas at marchers\n\nNAIROBI, May 15 (Agency) - Kenyan police fired tear gas on Friday at hundreds of marchers.",
                  "Nairobi Nairobi");
    assert_places("Police fire tear gas at marchers\n\nNOVI SAD, Serbia, May 15 (Agency) - Thousands met in Novi Sad on Monday. It rained.\n\nIt was "
                  "cold.\n\nMoscow accused the West of seeking to stage a coup in Belgrade.",
                  "Novi Sad Novi Sad Russia Belgrade");
    assert_places("BOGOTA, May 15 (Agency) - Two Colombian guards were shot on Monday. Ecuador closed a crossing with Colombia.", "Bogota Ecuador");
    assert_places("DAKAR, May 15 - Gunmen attacked two villages across northern Mali on Friday. At least 30 people were killed, an official said.",
                  "Mali Mali");
}

/* The days of the claims in order, blank-separated. */
static void assert_days(const char *text, const char *days) {
    char found[128] = "", day[32];
    dl_doc *doc = read_text(text, "2024-05-15");
    for (DL_EACH(i, &doc->claims)) {
        const dl_claim *c = &doc->claims.rows[i];
        size_t size = strlen(found), length = dl_iso_write(day, c->begin, (dl_grain)c->when_grain, c->when_zoned);
        snprintf(found + size, sizeof found - size, "%s%.*s", size ? " " : "", (int)length, day);
    }
    if (strcmp(found, days) != 0) fail_msg("%s is not %s in: %s", found, days, text);
    dl_doc_free(doc);
}

/* What is said behind a paragraph of an earlier day is said of the news; but "they" are those of whom that paragraph told. */
static void speech_comes_back_to_the_news(void **state) {
    (void)state;
    assert_days("The army shelled a town on Wednesday.\n\nThe assembly rejected a bill on Monday.\n\nNorway praised the strike. Russia condemned it.",
                "2024-05-15 2024-05-13 2024-05-15 2024-05-15");
    assert_days("The army shelled a town on Tuesday.\n\nThe assembly rejected a bill on Monday.\n\nThe union criticised the strike.",
                "2024-05-14 2024-05-13 2024-05-14");
    assert_days("The army shelled a town on Wednesday. Troops killed four rebels on Monday, the ministry said. The union criticised the strike.",
                "2024-05-15 2024-05-13 2024-05-15");
    assert_days("Rebels shelled a town on Sunday, officials said on Tuesday.\n\nIt rained. It rained. It rained. It rained. It rained. It rained. It "
                "rained. It rained. It rained.\n\nNorway condemned the rebels.",
                "2024-05-12 2024-05-14");
    assert_days("Rebels attacked a bridge on Wednesday.\n\nThe mayor rejected a bill on Monday.\n\nHe called for calm.",
                "2024-05-15 2024-05-13 2024-05-13");
}

static void a_phrase_tells_the_place_that_it_names_last(void **state) {
    (void)state;
    assert_places("A bomb exploded in Colombia's third city, Cali. Two men were shot in the Lima district of Miraflores.", "Cali Miraflores");
    assert_places("Clashes broke out in the Darfur region of Sudan.", "Darfur");
    assert_places("Afghan forces attacked border posts in Khyber Pakhtunkhwa after air strikes on Kabul.", "Khyber Pakhtunkhwa Kabul");
    assert_places("President Volodymyr Zelenskiy spoke to the leaders of Britain by phone. He met the leaders of Chad in Oslo.", "- Oslo");
    assert_places("Gunmen ambushed a convoy in Borno state after a raid on Maiduguri.", "Borno Maiduguri");
}

static void a_death_that_raises_the_toll_is_of_its_incident(void **state) {
    (void)state;
    dl_doc *doc =
        read_text("At least four people were killed and about a dozen wounded when a drone exploded at a market in Goma on Wednesday, police said, "
                  "raising the toll from two after a woman and a boy died in hospital overnight.",
                  "2024-05-16");
    assert_int_equal(doc->claims.count, 3);
    assert_int_equal(doc->claims.rows[1].incident, doc->claims.rows[2].incident);
    dl_doc_free(doc);
    doc = read_text("A blast in Goma killed four people on Monday. A guard died overnight.", "2024-05-15");
    assert_int_equal(doc->claims.count, 3);
    assert_int_not_equal(doc->claims.rows[1].incident, doc->claims.rows[2].incident);
    dl_doc_free(doc);
}

static void boilerplate_makes_no_claim(void **state) {
    (void)state;
    dl_doc *doc = read_text("Read more: Rebels attacked the army in Chad.\n\nWe use cookies to show how rebels attacked the army.", "2024-05-15");
    assert_true(doc->claims.count <= 1);
    dl_doc_free(doc);
}

/* The first party in a role, by code; empty for none. */
static dl_bytes first_party(const dl_doc *doc, const dl_claim *c, dl_role role) {
    for (uint32_t i = c->first_party; i < c->first_party + c->party_count; i++)
        if (doc->parties.rows[i].role == role) return doc->parties.rows[i].actor;
    return (dl_bytes){0};
}

static void assert_headline(const char *headline, dl_event event, dl_claim_status status, const char *who, const char *whom) {
    char text[256];
    snprintf(text, sizeof text, "%s\n\nThe weather was fine on Monday.\n\nIt rained.", headline);
    dl_doc *doc = read_text(text, "2024-05-15");
    bool found = false;
    for (DL_EACH(i, &doc->claims)) {
        const dl_claim *c = &doc->claims.rows[i];
        found |= c->event == event && c->status == status && dl_bytes_is(first_party(doc, c, DL_ROLE_WHO), who) &&
                 dl_bytes_is(first_party(doc, c, DL_ROLE_WHOM), whom);
    }
    if (!found) fail_msg("not read so: %s", headline);
    dl_doc_free(doc);
}

/* Without articles verbs look like nouns, in title case like names. */
static void headlines_have_verbs(void **state) {
    (void)state;
    assert_headline("Premier warms to plan of union", DL_EVENT_AGREE, DL_CLAIM_HAPPENED, "GOV", "LAB");
    assert_headline("Spies tap phones of two senators", DL_EVENT_COERCE, DL_CLAIM_HAPPENED, "SPY", "LEG");
    assert_headline("Judge locks up two smugglers", DL_EVENT_SANCTION, DL_CLAIM_HAPPENED, "JUD", "CRM");
    assert_headline("Talks between Chad and Niger end in failure", DL_EVENT_REJECT, DL_CLAIM_HAPPENED, "TCD", "TCD");
    assert_headline("Lawmakers grill minister over deaths", DL_EVENT_ACCUSE, DL_CLAIM_HAPPENED, "LEG", "GOV");
    assert_headline("General lashes out at press", DL_EVENT_ACCUSE, DL_CLAIM_HAPPENED, "MIL", "JRN");
    assert_headline("Junta refuses to free nuns", DL_EVENT_REJECT, DL_CLAIM_HAPPENED, "GOV", "REL");
    assert_headline("Ten hurt as rebels storm hotel", DL_EVENT_ASSAULT, DL_CLAIM_HAPPENED, "REB", "");
    assert_headline("China to impose sanctions on Peru", DL_EVENT_SANCTION, DL_CLAIM_PLANNED, "CHN", "PER");
    assert_headline("Gunmen Ambush Army Convoy In Northern Mali", DL_EVENT_ASSAULT, DL_CLAIM_HAPPENED, "UAF", "MLIMIL");
    assert_headline("Court Enjoins Police To Free Writer", DL_EVENT_REQUEST, DL_CLAIM_HAPPENED, "JUD", "COP");
    assert_headline("Bosnia and Herzegovina Police Threaten Protesters With Arrest", DL_EVENT_THREATEN, DL_CLAIM_HAPPENED, "BIHCOP", "BIHOPP");
    assert_headline("Chad, Niger trade fire as envoy visits Paris", DL_EVENT_ASSAULT, DL_CLAIM_HAPPENED, "TCD", "TCD");
    assert_headline("Kenya's ex-minister Otieno arrested on graft charges", DL_EVENT_COERCE, DL_CLAIM_HAPPENED, "", "KENELI");
    assert_headline("Editor found guilty of libel", DL_EVENT_SANCTION, DL_CLAIM_HAPPENED, "", "JRN");
    assert_headline("Protesters storm palace in Quito; two officers killed", DL_EVENT_ASSAULT, DL_CLAIM_HAPPENED, "", "ECUCOP");
    assert_headline("US to withdraw troops from Niger by September", DL_EVENT_RETREAT, DL_CLAIM_PLANNED, "USA", "NER");
    assert_headline("Rebels, army clash in eastern Congo", DL_EVENT_ASSAULT, DL_CLAIM_HAPPENED, "REB", "REB");
    assert_headline("Serbian police clash with students after anniversary", DL_EVENT_ASSAULT, DL_CLAIM_HAPPENED, "SRBCOP", "SRBCOP");
    assert_headline("Sudan's RSF accused of lying", DL_EVENT_ACCUSE, DL_CLAIM_HAPPENED, "", "SDNREB");
    assert_headline("Peru, Chile sign border deal", DL_EVENT_SUPPORT, DL_CLAIM_HAPPENED, "PER", "PER");
    assert_headline("Bangladesh court sentences ousted leader Hasina to death", DL_EVENT_SANCTION, DL_CLAIM_HAPPENED, "BGDJUD", "BGDGOV");
    assert_headline("US envoy meets ousted president Paz in Lima", DL_EVENT_CONSULT, DL_CLAIM_HAPPENED, "USAGOV", "USAGOV");
    assert_headline("Police officers detained opposition leader in Minsk", DL_EVENT_COERCE, DL_CLAIM_HAPPENED, "BLRCOP", "BLROPP");
    assert_headline("Haiti gangs free prisoners, kill police officers", DL_EVENT_ASSAULT, DL_CLAIM_HAPPENED, "HTICRM", "HTICOP");
    assert_headline("Army kills rebel leader, captures six fighters", DL_EVENT_COERCE, DL_CLAIM_HAPPENED, "MIL", "REB");
    assert_headline("Kenya: two activists freed, protesters call for inquiry", DL_EVENT_REQUEST, DL_CLAIM_HAPPENED, "KENOPP", "");
    assert_headline("Thai, Cambodian troops clash again as truce falters", DL_EVENT_ASSAULT, DL_CLAIM_HAPPENED, "THAMIL", "THAMIL");
    assert_headline("United States doctor sentenced to ten years", DL_EVENT_SANCTION, DL_CLAIM_HAPPENED, "", "USAMED");
    assert_headline("Chad bombs Niamey suburb, rebels vow revenge", DL_EVENT_ASSAULT, DL_CLAIM_HAPPENED, "TCD", "NER");
    assert_headline("Chad bombs Niamey suburb, rebels vow revenge", DL_EVENT_THREATEN, DL_CLAIM_HAPPENED, "REB", "");
    assert_headline("Norway halts aid and Peru returns two bodies", DL_EVENT_RETREAT, DL_CLAIM_HAPPENED, "PER", "");
    assert_headline("Norway halts aid and Peru returns two bodies", DL_EVENT_COERCE, DL_CLAIM_HAPPENED, "NOR", "");
    assert_headline("Court jails editor, frees two nuns", DL_EVENT_SANCTION, DL_CLAIM_HAPPENED, "JUD", "JRN");
    assert_headline("Court jails editor, frees two nuns", DL_EVENT_RETREAT, DL_CLAIM_HAPPENED, "JUD", "REL");
    assert_headline("Kenyan police, protesters clash in Nairobi", DL_EVENT_PROTEST, DL_CLAIM_HAPPENED, "KENCOP", "KENCOP");
    assert_headline("Colombia rebels free nuns and seize drug lab", DL_EVENT_COERCE, DL_CLAIM_HAPPENED, "COLREB", "");
    assert_headline("Police vow to arrest rebels and seize arms", DL_EVENT_COERCE, DL_CLAIM_PLANNED, "COP", "");
    assert_headline("Tunisian judge sentences jailed opposition leader to ten years", DL_EVENT_SANCTION, DL_CLAIM_HAPPENED, "TUNJUD", "TUNOPP");
    assert_headline("Army storms prison as inmates seize guards and mayor urges talks", DL_EVENT_REQUEST, DL_CLAIM_HAPPENED, "GOV", "");
}

/* What is sent is the sending, however it is measured; talks of nobody else are what one arrived for. */
static void measured_help_is_told_once(void **state) {
    static const char *const texts[] = {"Norway sent 500 tonnes of aid to Sudan.", "Canada sent $5 million in aid to Chad.",
                                        "The Chinese foreign minister arrived in Oslo for talks."};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        dl_doc *doc = read_text(texts[i], "2024-05-15");
        assert_int_equal(doc->claims.count, 2);
        assert_true(first_party(doc, &doc->claims.rows[1], DL_ROLE_WHO).size > 0);
        dl_doc_free(doc);
    }
}

/* "NAIROBI (AP) -- The group": whose report it is, is not whom it tells of. */
static void agencies_do_nothing(void **state) {
    (void)state;
    dl_doc *doc = read_text("NAIROBI, Kenya (AP) -- The group fired two rockets into Israel.", "2024-05-15");
    assert_int_equal(doc->claims.count, 2);
    assert_bytes(first_party(doc, &doc->claims.rows[1], DL_ROLE_WHO), "");
    assert_bytes(first_party(doc, &doc->claims.rows[1], DL_ROLE_WHOM), "ISR");
    dl_doc_free(doc);
}

/* The codes of one side of the only claim, in order. */
static void assert_side(const char *text, dl_role side, const char *codes) {
    char found[64] = "";
    dl_doc *doc = read_text(text, "2016-05-15");
    const dl_claim *c = &doc->claims.rows[1];
    for (uint32_t i = c->first_party; i < c->first_party + c->party_count; i++) {
        const dl_party *p = &doc->parties.rows[i];
        if (p->role != side) continue;
        size_t size = strlen(found);
        snprintf(found + size, sizeof found - size, "%s%.*s", size ? " " : "", (int)p->actor.size, p->actor.data);
    }
    if (strcmp(found, codes) != 0) fail_msg("%s is not %s in: %s", found, codes, text);
    dl_doc_free(doc);
}

static void parties_of_two_lands_stand_side_by_side(void **state) {
    (void)state;
    assert_side("Chad's rebels and Niger's police attacked the village.", DL_ROLE_WHO, "TCDREB NERCOP");
    assert_side("Sudan's congressmen and Japan's police accused the army of lying.", DL_ROLE_WHO, "SDNLEG JPNCOP");
    assert_side("Traders from Peru and the Philippines accused the army of lying.", DL_ROLE_WHO, "PERBUS PHLBUS");
    assert_side("The Republic of Turkey's army attacked the village.", DL_ROLE_WHO, "TURMIL");
    assert_side("Mali borders Algeria. Two opposition leaders accused the army of lying.", DL_ROLE_WHO, "OPP");
    assert_side("The king accused Kenyan rappers, many of them women, of lying.", DL_ROLE_WHOM, "KENSOC");
}

static void every_claim_says_why(void **state) {
    (void)state;
    dl_doc *doc = read_text("Gunmen killed two teachers in Goma on Monday, police said.", "2024-05-15");
    assert_int_equal(doc->claims.count, 2);
    const dl_claim *c = &doc->claims.rows[1];
    const char *wanted[] = {"event", "status", "who", "whom", "according_to", "when", "where", "counts"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        bool found = false;
        for (uint32_t t = 0; t < c->trace_count; t++) found |= !strcmp(doc->traces.rows[c->first_trace + t].field, wanted[i]);
        if (!found) fail_msg("nothing says why %s", wanted[i]);
    }
    dl_doc_free(doc);
}

static void the_limit_of_claims_is_kept_and_told(void **state) {
    (void)state;
    dl_error error;
    dl_engine *engine = NULL;
    dl_doc *doc = NULL;
    dl_options options = {.max_claims = 2, .data_dir = getenv("DATELINE_DATA") ? NULL : "build"};
    assert_int_equal(dl_engine_open(&engine, &options, &error), DL_OK);
    dl_bytes text = DL_LIT("Rebels attacked Goma. Rebels attacked Bria. Rebels attacked Bangui. Rebels attacked Bukavu.");
    assert_int_equal(dl_doc_make(&doc, NULL, text, &error), DL_OK);
    assert_int_equal(dl_analyze(engine, doc, DL_STAGES_ALL, &error), DL_OK);
    assert_int_equal(doc->claims.count, 3);
    assert_true(dl_doc_claims_cut(doc));
    dl_doc_free(doc);
    dl_engine_close(engine);
}

static void stages_are_refused_without_what_they_need(void **state) {
    (void)state;
    dl_error error;
    dl_doc *doc = NULL;
    assert_int_equal(dl_doc_make(&doc, NULL, DL_LIT("Rebels attacked."), &error), DL_OK);
    assert_int_equal(dl_analyze(test_engine(), doc, 1u << 9, &error), DL_BAD_ARGUMENT);
    assert_int_equal(dl_analyze(test_engine(), doc, 1, &error), DL_OK);
    assert_int_equal(dl_analyze(test_engine(), doc, 1, &error), DL_BAD_ARGUMENT); /* once a document */
    dl_doc_free(doc);
}

/* Figures of whom a claim says that they were abducted are of that kind, though no word beside them says so; whom a thing killed, no protest did; and
 * a toll of years is no claim's. */
static void figures_are_of_the_kind_of_their_claim(void **state) {
    (void)state;
    dl_doc *doc = read_text("Gunmen stormed a school before dawn on Tuesday and seized at least 212 pupils.", "2024-05-15");
    assert_int_equal(doc->counts.count, 2);
    assert_int_equal(doc->counts.rows[1].what, DL_WHAT_ABDUCTED);
    dl_doc_free(doc);
    doc = read_text("Thousands marched to the station, where a roof fell in May and killed sixteen people.", "2024-05-15");
    for (DL_EACH(i, &doc->counts)) assert_true(doc->counts.rows[i].what != DL_WHAT_KILLED || !doc->counts.rows[i].claim);
    dl_doc_free(doc);
    doc = read_text("Thousands took part in demonstrations over prices and the death of two drivers.", "2024-05-15");
    for (DL_EACH(i, &doc->counts)) assert_true(doc->counts.rows[i].what != DL_WHAT_KILLED || !doc->counts.rows[i].claim);
    dl_doc_free(doc);
    doc = read_text("Rival clans fought over the port of Gao, and more than 500 people have been killed since 1990.", "2024-05-15");
    assert_int_equal(doc->counts.count, 2);
    assert_int_equal(doc->counts.rows[1].claim, 0);
    dl_doc_free(doc);
}

/* "Medics put the toll at 60, while the army said 12 rebels were killed": what each says keeps its own figure. */
static void figures_stay_with_who_told_them(void **state) {
    (void)state;
    dl_doc *doc = read_text("Medics put the death toll at 60, while the army said 12 rebels were killed in Goma.", "2024-05-15");
    assert_int_equal(doc->claims.count, 2);
    for (DL_EACH(i, &doc->counts)) assert_int_equal(doc->counts.rows[i].claim, doc->counts.rows[i].best == 12);
    dl_doc_free(doc);
    doc = read_text("Rebels killed 20 villagers in Goma. Among them were four children.", "2024-05-15");
    assert_int_equal(doc->counts.count, 3);
    assert_int_equal(doc->counts.rows[2].part_of, 1);
    assert_int_equal(doc->counts.rows[2].claim, 1);
    dl_doc_free(doc);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_of_the_kind_of_their_claim),
        cmocka_unit_test(figures_stay_with_who_told_them),
        cmocka_unit_test(actors_have_the_code_of_the_day),
        cmocka_unit_test(parties_of_two_lands_stand_side_by_side),
        cmocka_unit_test(speakers_are_sources_and_deniers_too),
        cmocka_unit_test(the_trace_tells_all_that_decided),
        cmocka_unit_test(the_trace_tells_which_roles_were_empty),
        cmocka_unit_test(one_incident_told_twice_has_one_number),
        cmocka_unit_test(a_death_that_raises_the_toll_is_of_its_incident),
        cmocka_unit_test(boilerplate_makes_no_claim),
        cmocka_unit_test(places_are_as_fine_as_told),
        cmocka_unit_test(a_capital_is_that_of_the_land_meant),
        cmocka_unit_test(a_reporter_may_be_elsewhere),
        cmocka_unit_test(speech_comes_back_to_the_news),
        cmocka_unit_test(a_phrase_tells_the_place_that_it_names_last),
        cmocka_unit_test(headlines_have_verbs),
        cmocka_unit_test(agencies_do_nothing),
        cmocka_unit_test(measured_help_is_told_once),
        cmocka_unit_test(every_claim_says_why),
        cmocka_unit_test(the_limit_of_claims_is_kept_and_told),
        cmocka_unit_test(stages_are_refused_without_what_they_need),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
