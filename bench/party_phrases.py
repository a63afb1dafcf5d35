#!/usr/bin/env python3
"""Builds noun phrases of parties from data/actors by grammar, tells each as doer and as the one to whom something is done, and counts where the code is
the one that the rules of spec/actors.md compose: party_phrases.py DATELINE [TEMPLATE...] [--show N]

A row of agents.tsv or titles.tsv gives a role, a country its letters, the build of the phrase what becomes of the two: "Kenyan soldiers", "the soldiers of
Kenya" and "two of Kenya's soldiers" are all KENMIL, "a Kenyan-born soldier in France" FRAMIL. Every template below names its phrase and its code. The rows are drawn
by a fixed seed, some of each role; persons' names are of nobody. No text of any corpus is used. `--show N` prints N misses of each template. Standard library only.
"""
import collections, csv, pathlib, random, re

from variants import command_line, read

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"

# name, adjective, capital, another city, letters
COUNTRIES = [
    ("Kenya", "Kenyan", "Nairobi", "Mombasa", "KEN"),
    ("Turkey", "Turkish", "Ankara", "Izmir", "TUR"),
    ("France", "French", "Paris", "Lyon", "FRA"),
    ("the Philippines", "Philippine", "Manila", "Cebu", "PHL"),
    ("Sudan", "Sudanese", "Khartoum", "Port Sudan", "SDN"),
    ("Colombia", "Colombian", "Bogota", "Medellin", "COL"),
    ("Iraq", "Iraqi", "Baghdad", "Basra", "IRQ"),
    ("Ukraine", "Ukrainian", "Kyiv", "Kharkiv", "UKR"),
    ("Japan", "Japanese", "Tokyo", "Osaka", "JPN"),
    ("Nigeria", "Nigerian", "Abuja", "Kano", "NGA"),
    ("the United States", "American", "Washington", "Chicago", "USA"),
    ("Britain", "British", "London", "Manchester", "GBR"),
    ("Peru", "Peruvian", "Lima", "Arequipa", "PER"),
]
NAMES = ["Peter Otieno", "Carlo Sorel", "Omar Hadari", "Victor Lindo", "Jan Kovel", "Henri Marlo"]
PER_ROLE = 5  # rows of each role and kind
FRAMES = {
    "doer": ["{X} accused the minister of lying.", "On Monday, {x} attacked the village.", "{X} urged the army to leave.", "{X} threatened the soldiers, a report says."],
    "done-to": ["Gunmen attacked {x} on Monday.", "The United Nations condemned {x}.", "The president accused {x} of lying.", "The rebels killed {x} on Monday."],
}


def table(name):
    with open(DATA / "actors" / f"{name}.tsv", encoding="utf-8") as f:
        return list(csv.DictReader((line for line in f if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def drawn(rows, count=PER_ROLE):
    """Some rows of each role, the same every time."""
    by_role = collections.defaultdict(list)
    for row in rows:
        by_role[row["role"]].append(row)
    rng = random.Random(7)
    return [row for role in sorted(by_role) for row in rng.sample(by_role[role], min(count, len(by_role[role])))]


def plural(word):
    if re.search("(man|woman)$", word):
        return word[:-2] + "en"
    if re.search("(s|x|z|ch|sh)$", word):
        return word + "es"
    return word[:-1] + "ies" if re.search("[^aeiou]y$", word) else word + "s"


class Noun:
    """A row of agents.tsv that names somebody by itself."""

    def __init__(self, row):
        forms = row["lemma"].split("|")
        self.role, self.flags, self.one = row["role"], row["flags"].split(), forms[0]
        self.many = next((f for f in forms[1:] if re.search("(men|people)$", f)), plural(self.one))
        self.held = "ELI" if self.role in ("GOV", "LEG", "JUD") else self.role  # what was a minister is elite


def nouns(kinds):
    odd = r"\b(of|in|on|to|for|at|de|by)\b|'|\.|^(the|ex|former|acting|foreign|islamic|anti|pro|local|head|deputy|vice|other|state|federal|national)\b"
    rows = [r for r in table("agents") if r["kind"] in kinds and r["role"] not in ("", "IGO", "ELI") and r["lemma"].split("|")[0].islower()]
    plain = [r for r in rows if not re.search(odd, r["lemma"].split("|")[0]) and not set(r["flags"].split()) & {"weak", "rank", "abroad", "country", "many"}]
    return [Noun(r) for r in drawn([r for r in plain if not r["lemma"].split("|")[0].endswith(("s", "ers", "people"))])]


def titles():
    """Titles without rank that are called so without a name as well."""
    rows = [r for r in table("titles") if r["role"] in ("GOV", "LEG", "JUD", "COP", "MIL", "OPP", "REL") and not set(r["flags"].split()) & {"honorific", "weak", "rank"}]
    plain = [r for r in rows if not re.search(r"\.|\b(of|to|for)\b|^(Former|Ex|Acting|First|King|Queen|Prince|Princess|Pope|Emperor|Sultan|Emir|Shah|Sir|Father|Brother|Sister|Saint|U\.?S|British)|ess$|^[A-Z]{2}|woman$|^(Det|Ch|Insp|Supt|Rev|Shaikh|Private|Specialist|Representative|Justice|Dalai|Opposition|Under|Speaker|Sheikh|Chief Insp|Chief Inspector)\b", r["title"])]
    return [Noun({"lemma": r["title"], "role": r["role"], "flags": r["flags"]}) for r in drawn(plain, 6)]


TEMPLATES = {}


def of(rows, name, phrase, code="{c}{r}", fits=lambda n: True):
    """A template over rows of a table: {N} the noun, {NN} its plural, {C} the country, {A} its adjective, {K} capital, {T} another city, {D}, {B} and {d} of
    another country, {P} a person; the code from {c}, {d}, {r} the role and {h} what it is when it is over. Several codes stand apart by a space."""
    TEMPLATES[name] = (rows, phrase, code, fits)


PEOPLE, BODIES, TITLES, ONCE = nouns(["person"]), nouns(["organisation", "group"]), titles(), [Noun({"lemma": "-", "role": "", "flags": ""})]
state = lambda n: "state" in n.flags
local = lambda n: "state" in n.flags or "local" in n.flags or "resident" in n.flags
mild = lambda n: n.role in ("GOV", "LEG", "JUD")
armed = lambda n: n.role in ("MIL", "COP")
sector = lambda n: n.role not in ("CVL", "UAF")

for name, phrase in {
    "nation": "{A} {NN}",
    "from": "{NN} from {C}",
    "genitive": "{C}'s {NN}",
    "of": "the {NN} of {C}",
    "count": "three {A} {NN}",
    "at-least": "at least 20 {A} {NN}",
    "hundreds-of": "hundreds of {A} {NN}",
    "group-of": "a group of {A} {NN}",
    "two-of": "two of {C}'s {NN}",
    "some-of-the": "some of the {A} {NN}",
    "young": "several young {A} {NN}",
    "one": "a {A} {N}",
    "senior": "a senior {A} {N}",
    "another-one": "another {A} {N}",
    "aged": "a 34-year-old {A} {N}",
    "one-from": "a {N} from {C}",
    "one-of": "one of the {A} {NN}",
    "based": "{NN} based in {C}",
    "who": "{A} {NN} who had returned from the border",
    "other-than": "{A} {NN}, many of them women,",
    "name-behind": "{A} {N} {P}",
    "name-before": "{P}, a {A} {N},",
    "name-from": "{P}, a {N} from {C},",
    "name-apart": "a {A} {N}, {P},",
    "name-known": "a {A} {N} named {P}",
}.items():
    of(PEOPLE, name, phrase)
of(PEOPLE, "in-city", "{NN} in {T}", fits=local)
of(PEOPLE, "in-city-front", "a group of {NN} in the city of {T}", fits=local)
of(PEOPLE, "city-genitive", "{T}'s {NN}", fits=local)
of(PEOPLE, "born", "a {A}-born {N} in {D}", "{d}{r}", fits=local)
of(PEOPLE, "backed", "{A}-backed {NN}", "{r}", fits=lambda n: n.role == "REB")
of(PEOPLE, "backed-by", "{NN} backed by {C}", "{r}", fits=lambda n: n.role == "REB")
of(PEOPLE, "backed-own", "{A}-backed {B} {NN}", "{d}{r}", fits=lambda n: n.role == "REB")
of(PEOPLE, "trained-own", "{B} {NN} trained by {C}", "{d}{r}", fits=lambda n: n.role in ("REB", "MIL", "COP"))
of(PEOPLE, "former", "a former {A} {N}", "{c}{h}")
of(PEOPLE, "former-name", "former {A} {N} {P}", "{c}{h}")
of(PEOPLE, "two-nations", "{A} and {B} {NN}", "{c}{r} {d}{r}")
of(PEOPLE, "two-from", "{NN} from {C} and {D}", "{c}{r} {d}{r}")
of(PEOPLE, "two-nouns", "{A} {NN} and journalists", "{c}{r} {c}JRN", fits=lambda n: n.role != "JRN")
of(PEOPLE, "two-nouns-from", "{NN} and police from {C}", "{c}{r} {c}COP", fits=lambda n: n.role != "COP")
of(PEOPLE, "two-parties", "a {A} {N} and a {B} journalist", "{c}{r} {d}JRN", fits=lambda n: n.role != "JRN")
of(PEOPLE, "two-genitives", "{C}'s {NN} and {D}'s police", "{c}{r} {d}COP")
of(PEOPLE, "kin", "the wife of a {A} {N}", "{c}CVL")
of(PEOPLE, "kin-genitive", "a {A} {N}'s son", "{c}CVL")
of(PEOPLE, "family", "relatives of {A} {NN}", "{c}CVL")
of(PEOPLE, "voice-of", "a spokesman for the {A} {NN}", fits=sector)
of(PEOPLE, "leader-of", "the leader of the {A} {NN}", fits=lambda n: n.role in ("REB", "OPP", "SOC", "CRM"))
of(PEOPLE, "government-s", "the {A} government's {NN}", fits=armed)
of(PEOPLE, "army-of", "{NN} of the {A} army", fits=lambda n: n.role == "MIL")
for name, phrase in {
    "body": "the {A} {N}",
    "body-genitive": "{C}'s {N}",
    "body-of": "the {N} of {C}",
    "body-main": "{C}'s main {N}",
    "body-largest": "the largest {A} {N}",
    "body-two": "two {A} {NN}",
    "body-one": "a {A} {N}",
    "body-republic": "the Republic of {c0}'s {N}",
}.items():
    of(BODIES, name, phrase, fits=(lambda n: state(n)) if name == "body-republic" else (lambda n: True))
for name, phrase in {
    "member": "a member of the {A} {N}",
    "members": "members of {C}'s {N}",
    "several-members": "several members of the {N} of {C}",
    "official-of": "an official of the {A} {N}",
    "officials": "officials from {C}'s {N}",
    "spokesman": "a spokesman for the {A} {N}",
    "spokeswoman-name": "{P}, a spokeswoman for the {A} {N},",
    "body-s-spokesman": "the {A} {N}'s spokesman",
    "head-of": "the head of {C}'s {N}",
    "head-name": "{P}, head of the {A} {N},",
    "deputy-head": "the deputy head of the {A} {N}",
    "chief-name": "{A} {N} chief {P}",
    "chief": "the {A} {N} chief",
    "leaders-of": "leaders of the {A} {N}",
}.items():
    of(BODIES, name, phrase, fits=sector)
of(BODIES, "body-in-city", "the {N} in {T}", fits=local)
of(BODIES, "body-of-city", "the {N} of {T}", fits=local)
of(BODIES, "body-former-head", "the former head of the {A} {N}", "{c}{h}", fits=sector)
of(BODIES, "two-bodies", "the {A} and {B} {NN}", "{c}{r} {d}{r}", fits=state)
of(BODIES, "two-body-heads", "the {A} government and {N}", "{c}GOV {c}{r}", fits=lambda n: state(n) and n.role != "GOV")
for name, phrase in {
    "title": "{A} {N} {P}",
    "title-genitive": "{C}'s {N} {P}",
    "title-low-genitive": "{C}'s {n} {P}",
    "title-behind": "{P}, the {A} {n},",
    "title-behind-of": "{P}, the {n} of {C},",
    "title-behind-genitive": "{P}, {C}'s {n},",
    "title-bare-of": "{P}, {n} of {C},",
    "title-first": "the {n} of {C}, {P},",
    "title-first-nation": "the {A} {n}, {P},",
    "title-alone": "the {A} {n}",
    "title-alone-genitive": "{C}'s {n}",
    "title-alone-of": "the {n} of {C}",
    "title-new": "{C}'s new {n}, {P},",
    "title-acting": "{C}'s acting {n}, {P},",
    "title-deputy": "the deputy {A} {n}",
    "title-since": "{P}, {C}'s {n} since 2022,",
    "title-who": "{P}, who is {C}'s {n},",
    "title-of-name": "{N} {P} of {C}",
    "title-party": "{A} {N} {P} and his aides",
    "title-aide": "an aide to the {A} {n}",
    "title-office": "the office of the {A} {n}",
    "title-s-office": "{C}'s {n}'s office",
    "title-spokesman": "a spokesman for the {A} {n}",
    "title-spokesman-name": "a spokesman for {A} {N} {P}",
}.items():
    extra = {"title-party": "{c}{r} {c}{r}"}.get(name, "{c}{r}")
    of(TITLES, name, phrase, extra, fits=(lambda n: mild(n) or n.role == "OPP") if "office" in name or "aide" in name or "party" in name else lambda n: True)
of(TITLES, "title-former", "former {A} {N} {P}", "{c}{h}", fits=mild)
of(TITLES, "title-former-genitive", "{C}'s former {n}, {P},", "{c}{h}", fits=mild)
of(TITLES, "title-former-behind", "{P}, a former {A} {n},", "{c}{h}", fits=mild)
of(TITLES, "title-ex", "ex-{n} {P} of {C}", "{c}{h}", fits=mild)
of(TITLES, "title-former-of", "{P}, the former {n} of {C},", "{c}{h}", fits=mild)
of(TITLES, "title-wife", "the wife of the {A} {n}", "{c}CVL")
of(TITLES, "title-son", "the {A} {n}'s son", "{c}CVL")
of(TITLES, "title-two", "the {n}s of {C} and {D}", "{c}{r} {d}{r}", fits=lambda n: n.one.endswith("r") and mild(n))
of(TITLES, "title-counterpart", "{A} {N} {P} and his {B} counterpart", "{c}{r} {d}{r}", fits=mild)

for name, phrase, code in [
    ("city-police", "{K} police", "{c}COP"),
    ("city-police-2", "{T} police", "{c}COP"),
    ("police-in", "police in {T}", "{c}COP"),
    ("police-officers-in", "police officers in {K}", "{c}COP"),
    ("city-police-chief", "{T}'s police chief", "{c}COP"),
    ("police-chief-of", "the police chief of {T}", "{c}COP"),
    ("police-chief-name", "{T} police chief {P}", "{c}COP"),
    ("police-commander-in", "a police commander in {T}", "{c}COP"),
    ("mayor-of", "the mayor of {T}", "{c}GOV"),
    ("mayor-name", "{T} Mayor {P}", "{c}GOV"),
    ("mayor-name-of", "{P}, the mayor of {T},", "{c}GOV"),
    ("mayor-first", "the mayor of {T}, {P},", "{c}GOV"),
    ("mayor-former", "{P}, a former mayor of {T},", "{c}ELI"),
    ("mayor-deputy", "the deputy mayor of {T}", "{c}GOV"),
    ("city-council", "{T} City Council", "{c}GOV"),
    ("city-council-low", "the city council of {T}", "{c}GOV"),
    ("council-in", "the town council in {T}", "{c}GOV"),
    ("councillors", "councillors in {T}", "{c}GOV"),
    ("district-council", "{A} district councils", "{c}GOV"),
    ("county-council", "a county council in {C}", "{c}GOV"),
    ("local-council", "the local council in {T}", "{c}GOV"),
    ("judge-high-court", "a judge of the High Court in {K}", "{c}JUD"),
    ("high-court", "the High Court in {K}", "{c}JUD"),
    ("court-city", "a {T} court", "{c}JUD"),
    ("court-in", "a court in {T}", "{c}JUD"),
    ("judge-in", "a judge in {T}", "{c}JUD"),
    ("prosecutors-in", "prosecutors in {T}", "{c}JUD"),
    ("member-parliament", "a member of the {A} parliament", "{c}LEG"),
    ("member-parliament-2", "a member of parliament from {C}", "{c}LEG"),
    ("speaker", "the speaker of the {A} parliament", "{c}LEG"),
    ("speaker-s", "{C}'s parliament speaker", "{c}LEG"),
    ("opposition-aide", "an aide to the {A} opposition leader", "{c}OPP"),
    ("opposition-leader", "{C}'s opposition leader", "{c}OPP"),
    ("opposition-leader-name", "{A} opposition leader {P}", "{c}OPP"),
    ("opposition-leader-name-2", "{P}, the leader of the {A} opposition,", "{c}OPP"),
    ("opposition-of", "the opposition in {C}", "{c}OPP"),
    ("opposition-candidate", "the {A} opposition's presidential candidate", "{c}PTY"),
    ("opposition-lawmaker", "{A} opposition lawmakers", "{c}OPP"),
    ("opposition-parties", "{A} opposition parties", "{c}OPP"),
    ("president-wife", "the wife of the {A} president", "{c}CVL"),
    ("president-brother", "the {A} president's brother", "{c}CVL"),
    ("president-lawyer", "a lawyer for the {A} president", "{c}SOC"),
    ("president-bodyguards", "the {A} president's bodyguards", "{c}CVL"),
    ("rebel-spokesman", "a spokesman for the {A} rebels", "{c}REB"),
    ("rebel-commander", "a {A} rebel commander", "{c}REB"),
    ("rebel-leader-name", "{A} rebel leader {P}", "{c}REB"),
    ("rebel-leader-of", "{P}, leader of the {A} rebels,", "{c}REB"),
    ("rebel-group", "a {A} rebel group", "{c}REB"),
    ("rebels-in", "rebels in {C}", "{c}REB"),
    ("rebels-fighting", "{A} rebels fighting the government", "{c}REB"),
    ("rebel-held", "residents of the rebel-held town of {T}", "{c}CVL"),
    ("army-officer", "a senior {A} army officer", "{c}MIL"),
    ("army-chief", "{C}'s army chief", "{c}MIL"),
    ("army-chief-name", "{A} army chief {P}", "{c}MIL"),
    ("army-commander-name", "{P}, the commander of the {A} army,", "{c}MIL"),
    ("army-spokesman-name", "{A} army spokesman {P}", "{c}MIL"),
    ("army-spokesman-gen", "{C}'s army spokesman", "{c}MIL"),
    ("army-unit", "a unit of the {A} army", "{c}MIL"),
    ("army-general", "a {A} army general", "{c}MIL"),
    ("navy-ship", "a {A} navy ship", "{c}MIL"),
    ("air-force-pilot", "a {A} air force pilot", "{c}MIL"),
    ("defence-spokesman", "a {A} defence ministry spokesman", "{c}MIL"),
    ("ministry-official", "a {A} foreign ministry official", "{c}GOV"),
    ("ministry-of", "the Ministry of Health of {C}", "{c}GOV"),
    ("ministry-genitive", "{C}'s Ministry of Defence", "{c}MIL"),
    ("government-official", "a senior {A} government official", "{c}GOV"),
    ("government-of", "the government of {C}", "{c}GOV"),
    ("officials-in-capital", "officials in {K}", "{c}GOV"),
    ("authorities-in", "the authorities in {T}", "{c}GOV"),
    ("cabinet-member", "a member of the {A} cabinet", "{c}GOV"),
    ("adviser", "an adviser to the {A} prime minister", "{c}GOV"),
    ("delegation", "a {A} government delegation", "{c}GOV"),
    ("ambassador-to", "the {A} ambassador to {D}", "{c}GOV"),
    ("ambassador-in", "{C}'s ambassador in {L}", "{c}GOV"),
    ("ambassador-name", "{P}, {C}'s ambassador to {D},", "{c}GOV"),
    ("ambassador-title", "{C}'s ambassador to {D}, {P},", "{c}GOV"),
    ("embassy-in", "the {A} embassy in {L}", "{c}GOV"),
    ("embassy-of", "the embassy of {C} in {L}", "{c}GOV"),
    ("consulate-in", "{C}'s consulate in {L}", "{c}GOV"),
    ("diplomats-in", "{A} diplomats in {L}", "{c}GOV"),
    ("troops-in", "{A} troops in {D}", "{c}MIL"),
    ("troops-city", "{A} troops near the {B} city of {L}", "{c}MIL"),
    ("troops-both", "{A} and {B} troops", "{c}MIL {d}MIL"),
    ("troops-police", "troops and police from {C}", "{c}MIL {c}COP"),
    ("soldiers-police", "{A} soldiers and police", "{c}MIL {c}COP"),
    ("police-army", "the {A} police and army", "{c}COP {c}MIL"),
    ("government-rebels", "the {A} government and rebels", "{c}GOV {c}REB"),
    ("countries-two", "{C} and {D}", "{c} {d}"),
    ("governments-two", "the governments of {C} and {D}", "{c}GOV {d}GOV"),
    ("leaders-two", "the leaders of {C} and {D}", "{c}GOV {d}GOV"),
    ("ministers-two", "the {A} and {B} foreign ministers", "{c}GOV {d}GOV"),
    ("presidents-two", "{C}'s president and {D}'s prime minister", "{c}GOV {d}GOV"),
    ("backed-rebels", "{A}-backed rebels", "REB"),
    ("backed-rebels-in", "{A}-backed rebels in {D}", "{d}REB"),
    ("rebels-backed-by", "{B} rebels backed by {C}", "{d}REB"),
    ("backed-forces", "{A}-backed {B} forces", "{d}MIL"),
    ("trained-forces", "{A}-trained {B} commandos", "{d}MIL"),
    ("led-coalition", "the {A}-led coalition", "{c}MIL"),
    ("run-ministry", "the Hamas-run health ministry", "PSEGOV"),
    ("controlled-body", "the Houthi-controlled transport ministry", "YEMGOV"),
    ("funded-group", "a {A}-funded rights group in {D}", "{d}SOC"),
    ("owned-company", "a {A}-owned company", "BUS"),
    ("based-company", "a {T}-based company", "{c}BUS"),
    ("based-group", "a {K}-based rights group", "{c}SOC"),
    ("state-company", "{C}'s state oil company", "{c}BUS"),
    ("company-boss", "the head of a {A} company", "{c}BUS"),
    ("companies", "{A} oil companies", "{c}BUS"),
    ("bank", "a {A} bank", "{c}BUS"),
    ("central-bank", "the {A} central bank", "{c}GOV"),
    ("central-bank-of", "the Central Bank of {C}", "{c}GOV"),
    ("residents-of", "residents of {T}", "{c}CVL"),
    ("people-in", "people in {T}", "{c}CVL"),
    ("villagers-near", "villagers near {T}", "{c}CVL"),
    ("man-from", "a man from {T}", "{c}CVL"),
    ("woman-in", "a woman in {T}", "{c}CVL"),
    ("citizen", "a {A} citizen", "{c}CVL"),
    ("national", "two {A} nationals", "{c}CVL"),
    ("tourists-in", "{A} tourists in {D}", "{c}CVL"),
    ("protesters-in", "protesters in {K}", "{c}OPP"),
    ("refugees-from", "refugees from {C}", "{c}REF"),
    ("refugees-in", "{A} refugees in {D}", "{c}REF"),
    ("migrants", "a boat of {A} migrants", "{c}REF"),
    ("asylum-seeker", "a {A} asylum seeker", "{c}REF"),
    ("fishermen", "{A} fishermen", "{c}LAB"),
    ("farmers-in", "farmers in {C}", "{c}AGR"),
    ("students-at", "students at the University of {T}", "{c}EDU"),
    ("students-of", "{A} university students", "{c}EDU"),
    ("university", "the University of {T}", "{c}EDU"),
    ("teacher-union", "{C}'s teachers' union", "{c}EDU"),
    ("teacher-union-2", "the {A} teachers union", "{c}EDU"),
    ("trade-union", "{A} trade unions", "{c}LAB"),
    ("union-leader", "a {A} union leader", "{c}LAB"),
    ("union-leader-name", "{A} trade union leader {P}", "{c}LAB"),
    ("workers", "{A} oil workers", "{c}LAB"),
    ("miners-in", "miners in {C}", "{c}LAB"),
    ("dock-workers", "dock workers in {T}", "{c}LAB"),
    ("doctors-in", "doctors in {T}", "{c}MED"),
    ("hospital", "a hospital in {T}", "{c}MED"),
    ("doctors-union", "the {A} doctors' union", "{c}MED"),
    ("bishops", "{A} bishops", "{c}REL"),
    ("bishop-of", "the bishop of {T}", "{c}REL"),
    ("archbishop-name", "{P}, the archbishop of {T},", "{c}REL"),
    ("church-in", "the Catholic Church in {C}", "VATREL"),
    ("imam-in", "an imam in {T}", "{c}REL"),
    ("journalist-for", "a journalist for a {A} newspaper", "{c}JRN"),
    ("journalist-in", "journalists in {T}", "{c}JRN"),
    ("newspaper", "a {A} newspaper", "{c}JRN"),
    ("tv", "{A} state television", "{c}GOV"),
    ("editor", "the editor of a {A} newspaper", "{c}JRN"),
    ("party", "{C}'s ruling party", "{c}PTY"),
    ("party-2", "{A} political parties", "{c}PTY"),
    ("socialist", "the {A} Socialist Party", "{c}PTY"),
    ("party-leader", "the leader of a {A} political party", "{c}PTY"),
    ("activist", "a {A} human rights activist", "{c}SOC"),
    ("activists-in", "activists in {T}", "{c}SOC"),
    ("rights-group", "a {A} human rights group", "{c}SOC"),
    ("lawyers", "{A} lawyers", "{c}SOC"),
    ("supreme-court", "{C}'s Supreme Court", "{c}JUD"),
    ("election-commission", "{C}'s election commission", "{c}GOV"),
    ("intelligence", "{A} intelligence agents", "{c}SPY"),
    ("spy-agency", "{C}'s intelligence service", "{c}SPY"),
    ("spy-chief", "{C}'s spy chief", "{c}SPY"),
    ("gang", "a {A} gang", "{c}CRM"),
    ("drug-traffickers", "{A} drug traffickers", "{c}CRM"),
    ("smugglers", "smugglers in {C}", "{c}CRM"),
    ("militia", "a {A} militia", "{c}PRM"),
    ("militia-leader", "a {A} militia leader", "{c}PRM"),
    ("security-forces", "{A} security forces", "{c}COP"),
    ("security-forces-gen", "members of {C}'s security forces", "{c}COP"),
    ("border-guards", "{A} border guards", "{c}COP"),
    ("riot-police", "riot police in {T}", "{c}COP"),
    ("prison-guards", "prison guards in {C}", "{c}COP"),
    ("customs", "{A} customs officers", "{c}COP"),
    ("coast-guard", "{C}'s coast guard", "{c}MIL"),
    ("governor", "the governor of {C}'s northern province", "{c}GOV"),
    ("king", "the king of {C}", "{c}GOV"),
    ("crown-prince", "the {A} crown prince", "{c}GOV"),
    ("head-of-state", "the {A} head of state", "{c}GOV"),
    ("leader", "the {A} leader", "{c}GOV"),
    ("leader-name", "{A} leader {P}", "{c}GOV"),
    ("ex-president", "{C}'s ousted president", "{c}ELI"),
    ("ex-president-2", "a former president of {C}", "{c}ELI"),
    ("ex-general", "a retired {A} general", "{c}MIL"),
    ("candidate", "a {A} presidential candidate", "{c}PTY"),
    ("people-of", "the people of {C}", "{c}CVL"),
    ("women", "{A} women", "{c}CVL"),
    ("children", "{A} schoolchildren", "{c}CVL"),
    ("dead-of", "dozens of {A} civilians", "{c}CVL"),
    ("capital", "{K}", "{c}GOV"),
    ("country", "{C}", "{c}"),
]:
    of(ONCE, name, phrase, code)


def phrases(name):
    """Phrases of a template with their codes: every row with two countries, drawn by the row's place."""
    rows, phrase, code, fits = TEMPLATES[name]
    chosen = [r for r in rows if fits(r)]
    for i, row in enumerate(chosen):
        for k in range(len(COUNTRIES) if rows is ONCE else 2):
            C = COUNTRIES[(2 * i + k) % len(COUNTRIES)]
            D = COUNTRIES[(2 * i + k + 4) % len(COUNTRIES)]
            low = row.one.lower()
            words = phrase.format(N=row.one, n=low, NN=row.many, C=C[0], c0=re.sub("^the ", "", C[0]), A=C[1], K=C[2], T=C[3], D=D[0], B=D[1], L=D[2], P=NAMES[(i + k) % len(NAMES)])
            words = re.sub(r"\ba (?=[aeioAEIO])", "an ", words)
            yield words.replace("the the ", "the "), code.format(c=C[4], d=D[4], r=row.role, h=row.held).split(), k


def told(words, side, at):
    frame = FRAMES[side][at % len(FRAMES[side])]
    if words.endswith(",") and frame.find("{x}") + 3 < len(frame) and frame[frame.find("{x}") + 3] == ".":
        words = words[:-1]
    return frame.format(X=words[0].upper() + words[1:], x=words).replace(",.", ".").replace(",,", ",")


def parties(doc, side):
    return [sorted(p.get("actor") or "-" for p in c["who" if side == "doer" else "whom"]) for c in doc["claims"]]


def main(program, names, shown):
    total = collections.Counter()
    print(f"  {'template':24} {'told':>5} {'right':>6}  doer done-to  nobody")
    for name in names or TEMPLATES:
        cases = [(told(words, side, at + k), code, side) for at, (words, code, k) in enumerate(phrases(name)) for side in FRAMES]
        count, misses = collections.Counter(), []
        for (text, code, side), doc in zip(cases, read(program, [c[0] for c in cases]), strict=True):
            found = parties(doc, side)
            right = sorted(code) in found
            count[side] += 1
            count[side, "right"] += right
            count["nobody"] += not any(found)
            if not right:
                misses.append(f"    {text!r} wants {' '.join(code)}, has {'; '.join(' '.join(f) or '-' for f in found) or 'no claim'}")
        n, right = count["doer"] + count["done-to"], count["doer", "right"] + count["done-to", "right"]
        total["told"] += n
        total["right"] += right
        print(f"  {name:24} {n:5} {right / n:6.3f} {count['doer', 'right'] / count['doer']:5.2f}   {count['done-to', 'right'] / count['done-to']:5.2f} {count['nobody']:7}", flush=True)
        random.Random(1).shuffle(misses)
        for miss in misses[:shown]:
            print(miss)
    print(f"overall {total['right']}/{total['told']} {total['right'] / total['told']:.4f}")


if __name__ == "__main__":
    main(*command_line("party_phrases.py", TEMPLATES, "template"))
