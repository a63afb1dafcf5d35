#!/usr/bin/env python3
"""Tells every example of the event lexicon in other builds of sentence, and counts where the same claim comes out: variants.py DATELINE [BUILD...] [--show N]

The examples of data/events are plain: subject, verb, object. A report says the same with a speaker in front, in the middle or behind, in the passive, as a
participle, in a relative clause, and writes other nouns round those of the parties. Each build below makes such a sentence of an example; the claim is kept where one of the same event has parties of the same
codes. What is not kept is a fault of the trees or of the rules, seldom of the build. No text of any corpus is used. `--show N` prints N of each build's
failures, drawn by a fixed seed. Standard library only.
"""
import collections, csv, json, pathlib, random, re, subprocess, sys

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
DATE = "2024-05-15"


def examples():
    """The examples of verbs and phrases that name an event."""
    found = {}
    for table in ("verbs", "phrases"):
        with open(DATA / "events" / f"{table}.tsv", encoding="utf-8") as f:
            rows = csv.DictReader((line for line in f if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
            found.update({row["example"]: None for row in rows if row["example"] and row["event"] not in ("-", "+")})
    return list(found)


def read(program, texts):
    given = "".join(json.dumps({"id": str(i), "text": t + "\n", "published": DATE}) + "\n" for i, t in enumerate(texts))
    command = [program, "read", "--tokens", "--from", "jsonl", "-"]
    return [json.loads(line) for line in subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout.splitlines()]


def gerund(lemma):
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not re.search("(ee|oe|ye)$", lemma):
        return lemma[:-1] + "ing"
    if re.fullmatch("[^aeiou]*[aeiou][bdgklmnprt]", lemma) or re.search("(mit|fer|pel|cur)$", lemma) and lemma not in ("suffer", "offer", "differ", "limit", "vomit"):
        return lemma + lemma[-1] + "ing"
    return lemma + "ing"


def third_person(lemma):
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma[:-1] + "ies" if re.search("[^aeiou]y$", lemma) else lemma + "s"


def capital(words):
    return words[0].upper() + words[1:]


class Phrase:
    """A noun phrase of one noun with an article or none: the noun with what stands in front of it, its number, and whether it is somebody."""

    def __init__(self, words, head, doc):
        token, parts = doc["tokens"][head], re.fullmatch(r"(?:(the|a|an) )?([^,]+)", words, flags=re.I)
        self.plural = token["xpos"] in ("NNS", "NNPS")
        article = parts and (parts[1] or "").lower()
        one = parts and words.endswith(doc["doc"]["text"].encode()[token["start"] : token["end"]].decode()) and (article or self.plural)
        self.noun = parts[2] if one and token["upos"] == "NOUN" and not re.search(r" (and|of|in|on|to|for|from) |\d|^(his|her|its|their|several|many|some|all|no|both|two|three|four|five|six|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|ninety|hundred) |'s\b", parts[2]) else None
        self.article = f"{article} " if article else ""
        kinds = {m["kind"] for m in doc["mentions"] if m["start"] <= token["start"] < m["end"]}
        self.body = "group" in kinds and not self.plural and bool(re.search("(?i)(police|army|government|family|union|party|council|court|crowd|parliament|ministry|navy|militia|group|team|board|firm|company)$", words))
        self.person = bool(kinds & {"person", "group"}) and not self.body

    def it(self, case):
        if self.plural:
            return ("they", "them")[case]
        return ("he", "him")[case] if self.person else "it"


class Example:
    """A sentence cut into subject, verb and what follows. `None` where it is not of that plain build, or makes no claim on its verb."""

    def __init__(self, text, doc):
        raw, tokens = doc["doc"]["text"].encode(), doc["tokens"]
        cut = lambda first, last: raw[tokens[first]["start"] : tokens[last]["end"]].decode()
        below = lambda head, *relations: [i for i, t in enumerate(tokens) if t.get("head") == head and t["deprel"].split(":")[0] in relations]
        verb = next((i for i, t in enumerate(tokens) if t["deprel"] == "root"), None)
        self.claim = None
        if verb is None or len(doc["sentences"]) != 1 or tokens[verb]["xpos"] != "VBD" or below(verb, "aux", "cop"):
            return
        subjects = [i for i in below(verb, "nsubj") if i < verb]
        if len(subjects) != 1 or any(t.get("head") == verb and i < subjects[0] and t["deprel"] != "nsubj" for i, t in enumerate(tokens)):
            return
        self.text, self.subject = text.rstrip("."), cut(0, verb - 1)
        if self.subject.endswith(","):
            return
        self.plural = tokens[subjects[0]]["xpos"] in ("NNS", "NNPS") or " and " in self.subject or self.subject.lower() in ("they", "we")
        self.pronoun = tokens[subjects[0]]["upos"] == "PRON"
        kept = tokens[0]["upos"] == "PROPN" or re.match("[A-Z]{2}|I\\b", self.subject) or (tokens[0]["upos"] == "ADJ" and verb > 1)
        self.low = self.subject if kept else self.subject[0].lower() + self.subject[1:]
        self.doer = Phrase(self.low, subjects[0], doc)
        self.verb, self.lemma = cut(verb, verb), tokens[verb]["lemma"]
        self.regular = self.verb.endswith("ed")
        self.rest = raw[tokens[verb]["end"] :].decode().rstrip().rstrip(".")
        self.object, self.done_to, objects = None, None, below(verb, "obj")
        if len(objects) == 1 and tokens[objects[0]]["upos"] != "PRON":
            inside = {objects[0]}
            for _ in tokens:
                inside |= {i for i, t in enumerate(tokens) if t.get("head") in inside}
            if min(inside) == verb + 1:
                self.object, self.after = cut(verb + 1, max(inside)), raw[tokens[max(inside)]["end"] :].decode().rstrip().rstrip(".")
                self.done_to = Phrase(self.object, objects[0], doc)
                self.objects = tokens[objects[0]]["xpos"] in ("NNS", "NNPS") or " and " in self.object
        trigger = tokens[verb]["start"]
        self.claim = next((c for c in doc["claims"] if c["evidence"][0]["start"] <= trigger < c["evidence"][0]["end"]), None)


BUILDS = {}


def build(f):
    BUILDS[f.__name__] = f
    return f


def plain(pattern):
    """A build that any example takes: {S} its subject, {s} the same inside a sentence, {v} its verb and {r} the rest."""
    return lambda e: pattern.format(S=e.subject, s=e.low, v=e.verb, r=e.rest)


def noun(pattern):
    """Likewise, of a subject that is no pronoun."""
    return lambda e: None if e.pronoun else plain(pattern)(e)


def base(pattern):
    """Likewise, of a verb whose forms can be told: {V} its lemma, {G} its gerund, {p} its participle; {be}, {have} and {es} as the subject wants."""

    def made(e):
        if not e.regular or (e.pronoun and "{n}" in pattern):
            return None
        be, have, es = ("were", "have", "") if e.plural else ("was", "has", "s")
        return pattern.format(S=e.subject, s=e.low, n=e.low, V=e.lemma, G=gerund(e.lemma), p=e.verb, r=e.rest, be=be, have=have, es=es)

    return made


def passive(pattern):
    """Likewise, turned round: {O}, {o} the object, {a} what follows it."""

    def made(e):
        if not e.object or not e.regular or e.pronoun:
            return None
        be, have = ("were", "have") if e.objects else ("was", "has")
        return pattern.format(O=capital(e.object), o=e.object, p=e.verb, s=e.low, a=e.after, be=be, have=have)

    return made


def around(phrase, pattern, wants):
    """The phrase with other words round its noun: {N} the noun, {d} its article, {D} "a" for none of it, {x} "who" or "which"; None where the build does not fit it."""
    if not phrase or not phrase.noun:
        return None
    fits = {"many": phrase.plural, "one": not phrase.plural, "person": phrase.person and not phrase.plural, "persons": phrase.person, "thing": not (phrase.person or phrase.body) and phrase.article != "the ", "any": True}
    who, have = "who" if phrase.person else "which", "have" if phrase.plural else "has"
    a = phrase.article or ("an " if re.match("[aeiou]", phrase.noun) else "a ")
    be, had = ("were" if phrase.plural else "was"), "had"
    return pattern.format(N=phrase.noun, d=phrase.article, a=a, x=who, have=have, be=be) if fits[wants] else None


def objects(pattern, wants="any"):
    """A build that writes the object otherwise."""

    def made(e):
        words = around(e.done_to, pattern, wants)
        return words and f"{e.subject} {e.verb} {words}{e.after}."

    return made


def subjects(pattern, wants="any"):
    """A build that writes the subject otherwise."""

    def made(e):
        words = around(e.doer, pattern, wants)
        return words and f"{capital(words)} {e.verb}{e.rest}."

    return made


BUILDS |= {
    "said-after": plain("{S} {v}{r}, police said on Monday."),
    "said-before": plain("Police said on Monday that {s} {v}{r}."),
    "said-bare": plain("Witnesses said {s} {v}{r}."),
    "said-middle": plain("{S}, the radio reported, {v}{r}."),
    "said-middle-2": plain("{S}, officials said on Monday, {v}{r}."),
    "according": plain("{S} {v}{r}, according to a report seen by Reuters."),
    "according-middle": plain("{S}, according to witnesses, {v}{r}."),
    "time-front": plain("On Friday, {s} {v}{r}."),
    "time-middle": plain("{S} on Friday {v}{r}."),
    "time-commas": plain("{S}, meanwhile, {v}{r}."),
    "dateline": plain("NAIROBI, Kenya (AP) -- {S} {v}{r}."),
    "also": plain("{S} also {v}{r}."),
    "relative-middle": noun("{S}, who had arrived that morning, {v}{r}."),
    "place-middle": noun("{S} in the northern town of Lira {v}{r}."),
    "participle-middle": noun("{S}, angered by the delay, {v}{r}."),
    "with-front": plain("With three days to go, {s} {v}{r}."),
    "participle-front": plain("Speaking in Lira, {s} {v}{r}."),
    "days-after": plain("Schools reopened days after {s} {v}{r}."),
    "when": plain("It was raining when {s} {v}{r}."),
    "because": plain("The road was closed because {s} {v}{r}."),
    "and-clause": plain("{S} {v}{r}, and the shops closed early."),
    "but-clause": plain("The shops stayed open, but {s} {v}{r}."),
    "second-verb": plain("{S} arrived at dawn and {v}{r}."),
    "first-verb": plain("{S} {v}{r} and went home."),
    "quoted": plain('"{S} {v}{r}," a neighbour told reporters.'),
    "cleft": plain("It was {s} who {v}{r}."),
    "fact-that": plain("Nobody doubts that {s} {v}{r}."),
    "emerged-that": plain("It emerged on Monday that {s} {v}{r}."),
    "times": noun("{S} {v}{r}, the third time in a month."),
    "perfect": base("{S} {have} {p}{r}."),
    "past-perfect": base("{S} had already {p}{r}."),
    "progressive": base("{S} {be} {G}{r}."),
    "will": base("{S} will {V}{r}."),
    "plans": base("{S} plan{es} to {V}{r}."),
    "vowed": base("{S} vowed to {V}{r}."),
    "began": base("{S} began to {V}{r}."),
    "forced": base("{S} {be} forced to {V}{r}."),
    "after-gerund": base("{S} went home after {G}{r}."),
    "by-gerund": base("{S} marked the day by {G}{r}."),
    "participle": base("{S} surprised everybody, {G}{r}."),
    "accused-of": base("Lawyers accused {n} of {G}{r}."),
    "urged-to": base("Diplomats urged {n} to {V}{r}."),
    "saw": base("A neighbour saw {n} {G}{r}."),
    "passive": passive("{O} {be} {p}{a} by {s}."),
    "passive-perfect": passive("{O} {have} been {p} by {s}{a}."),
    "passive-bare": passive("{O} {be} {p}{a} on Monday."),
    "passive-relative": passive("They spoke of {o}, which {be} {p} by {s}{a}."),
    "passive-participle": passive("They spoke of {o} {p} by {s}{a}."),
    "passive-after": passive("Schools closed after {o} {be} {p} by {s}{a}."),
    "passive-gerund": passive("Lawyers complained of {o} being {p} by {s}{a}."),
    "object-relative": passive("They spoke of {o} that {s} {p}{a}."),
    "told-on": passive("{O} {have} been {p} by {s}{a}, and the shops closed early."),
}


BUILDS |= {
    "obj-two-of": objects("two of the {N}", "many"),
    "obj-dozens-of": objects("dozens of {N}", "many"),
    "obj-hundreds-of": objects("hundreds of {N}", "many"),
    "obj-number-of": objects("a number of {N}", "many"),
    "obj-some-of": objects("some of the {N}", "many"),
    "obj-some-30": objects("some 30 {N}", "many"),
    "obj-more-than": objects("more than 20 {N}", "many"),
    "obj-at-least": objects("at least three {N}", "many"),
    "obj-several": objects("several other {N}", "many"),
    "obj-all": objects("all the {N}", "many"),
    "obj-and": objects("{d}{N} and several others"),
    "obj-name-before": objects("Carlos Lopez, {a}{N},", "person"),
    "obj-name-apart": objects("{d}{N}, Carlos Lopez,", "person"),
    "obj-who": objects("{d}{N} {x} had come back that morning", "persons"),
    "obj-thought": objects("{d}{N} thought to be close to the border", "persons"),
    "obj-known-as": objects("{d}{N} known as the Wolf", "person"),
    "obj-nation": objects("{d}Kenyan {N}", "many"),
    "obj-remaining": objects("the remaining {N}"),
    "obj-from": objects("{d}{N} from Lira"),
    "obj-what-called": objects("what they called {d}{N}", "thing"),
    "subj-two-of": subjects("two of the {N}", "many"),
    "subj-dozens-of": subjects("dozens of {N}", "many"),
    "subj-hundreds-of": subjects("hundreds of {N}", "many"),
    "subj-group-of": subjects("a group of {N}", "many"),
    "subj-some-30": subjects("some 30 {N}", "many"),
    "subj-more-than": subjects("more than 20 {N}", "many"),
    "subj-and": subjects("{d}{N} and several others"),
    "subj-both": subjects("both {d}{N} and several others"),
    "subj-name-before": subjects("Carlos Lopez, {a}{N},", "person"),
    "subj-name-apart": subjects("{d}{N}, Carlos Lopez,", "person"),
    "subj-year-old": subjects("a 34-year-old {N}", "person"),
    "subj-who": subjects("{d}{N} {x} had come back that morning"),
    "subj-thought": subjects("{d}{N} thought to be close to the border", "persons"),
    "subj-nation": subjects("{d}Kenyan {N}", "many"),
    "subj-from": subjects("{d}{N} from Lira"),
}


def told(phrase):
    """A sentence that brings a phrase in."""
    return f"{capital(phrase.article + phrase.noun)} {'were' if phrase.plural else 'was'} in the news again."


@build
def obj_pronoun(e):
    return e.done_to and e.done_to.noun and f"{told(e.done_to)} {e.subject} {e.verb} {e.done_to.it(1)}{e.after}."


@build
def subj_pronoun(e):
    return e.doer.noun and f"{told(e.doer)} {capital(e.doer.it(0))} {e.verb}{e.rest}."


@build
def obj_dozens(e):
    """Bare figures, whose noun stands in the sentence before."""
    p = e.done_to
    return p and p.noun and p.plural and f"A report told of {p.noun}. {e.subject} {e.verb} dozens{e.after}."


@build
def plural_relative(e):
    return None if e.pronoun or not e.plural else f"{capital(e.low)} who {e.verb}{e.rest} have gone home."


@build
def headline(e):
    if not e.regular or e.pronoun:
        return None
    words = f"{e.subject} {e.lemma if e.plural else third_person(e.lemma)}{e.rest}"
    return capital(re.sub(r"\b(the|a|an) ", "", words, flags=re.I)) + "\n\nThe weather was fine on Monday."


@build
def passive_headline(e):
    words = passive("{O} {p} by {s}{a}")(e)
    return words and capital(re.sub(r"\b(the|a|an) ", "", words, flags=re.I)) + "\n\nThe weather was fine on Monday."


def sectors(parties):
    """What the parties are, by code but for a country that the build brought in (three letters and more behind them)."""
    return sorted(p.get("actor") or "-" for p in parties)


def same(now, then):
    """Whether parties of a variant are those of the example: equal codes, or the example's without a country that the variant tells."""
    like = lambda x, y: x == y or (x.endswith(y) and len(x) == len(y) + 3) or (y == "-" and len(x) == 3)
    return len(now) == len(then) and all(like(x, y) for x, y in zip(sorted(now, key=lambda c: c[-3:]), sorted(then, key=lambda c: c[-3:])))


def covers(now, then):
    """Whether the parties of a variant that brought in more of them hold those of the example."""
    return not then and not now or any(same([n], [t]) for n in now for t in then) or (then == ["-"] and bool(now))


def outcome(claim, doc, equal=same, who=None):
    """kept; lost (no claim of the event), who, whom or both (its parties differ). `who` in place of the claim's own."""
    who, whom = sectors(claim["who"]) if who is None else who, sectors(claim["whom"])
    found = [(equal(sectors(c["who"]), who), equal(sectors(c["whom"]), whom)) for c in doc["claims"] if c["event"] == claim["event"]]
    return {(True, True): "kept", (False, True): "who", (True, False): "whom", (False, False): "both"}[max(found, key=sum)] if found else "lost"


def outcome_in(name, claim, doc):
    return outcome(claim, doc, covers if name.split("-")[-1] in ("and", "both", "apart") else same, [] if name == "passive-bare" else None)


def show(claim):
    parties = lambda side: ", ".join(f"{p['text']}={p.get('actor') or '-'}" for p in side) or "-"
    return f"{claim['event']} {claim['status']}: {parties(claim['who'])} > {parties(claim['whom'])}"


def tally(program, name, variants, judge, shown):
    """Reads the texts of one build and prints how they came out: variants of (text, claim wanted). How many were told, and kept."""
    results = [(judge(claim, doc), text, claim, doc) for (text, claim), doc in zip(variants, read(program, [t for t, _ in variants]), strict=True)]
    count = collections.Counter(result for result, *_ in results)
    print(f"  {name:18} {len(results):5} {count['kept'] / max(1, len(results)):6.3f} {count['lost']:5} {count['who']:4} {count['whom']:4} {count['both']:4}", flush=True)
    failures = [r for r in results if r[0] != "kept"]
    random.Random(1).shuffle(failures)
    for result, text, claim, doc in failures[:shown]:
        print(f"  {result:5}{text!r}\n        was {show(claim)}", *(f"        now {show(c)}" for c in doc["claims"]), sep="\n")
    return len(results), count["kept"]


def main(program, names, shown):
    texts = examples()
    known = [e for e in map(Example, texts, read(program, texts)) if e.claim]
    print(f"  {'build':18} {'told':>5} {'kept':>6}  lost  who whom both   of {len(known)} examples")
    told = kept = 0
    for name in names or BUILDS:
        variants = [(text, e.claim) for e in known if (text := BUILDS[name](e))]
        n, right = tally(program, name, variants, lambda claim, doc, name=name: outcome_in(name, claim, doc), shown)
        told, kept = told + n, kept + right
    print(f"overall {kept}/{told} {kept / told:.4f}")


def command_line(script, builds, what="build"):
    """PROGRAM [NAME...] [--show N], as main takes them."""
    arguments = sys.argv[1:]
    shown = int(arguments.pop(arguments.index("--show") + 1)) if "--show" in arguments else 0
    names = [a for a in arguments[1:] if a != "--show"]
    if not arguments or any(n not in builds for n in names):
        sys.exit(f"{script} DATELINE [{what.upper()}...] [--show N]; {what}s: " + " ".join(builds))
    return arguments[0], names, shown


if __name__ == "__main__":
    main(*command_line("variants.py", BUILDS))
