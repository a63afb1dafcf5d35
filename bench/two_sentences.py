#!/usr/bin/env python3
"""Tells every example of the event lexicon in two sentences, and counts where who and whom come out as before: two_sentences.py DATELINE [BUILD...] [--show N]

Of an example with both parties one is met in a sentence of its own, and again in the example itself by a pronoun, its noun, its surname or a word for its like: "The army
was in the north. It shelled the town." The claim is kept where one of the same event has parties of the same codes; a build that tells more or less than
the example is compared with a sentence that tells as much. As in `variants.py`, no text of any corpus is used, and
`--show N` prints N of each build's failures, drawn by a fixed seed. Standard library only.
"""
import re

from variants import Example, capital, command_line, examples, outcome, read, tally

WAS = ("was", "were")
LIKE = {  # words for the like of a code's last sector: of one person, of several, of a body
    "MIL": ("the officer", "the soldiers", "the force"),
    "COP": ("the officer", "the officers", "the force"),
    "REB": ("the militant", "the fighters", "the group"),
    "GOV": ("the politician", "the officials", None),
    "LEG": ("the politician", "the politicians", None),
    "OPP": ("the politician", "the politicians", "the party"),
    "PTY": ("the politician", "the politicians", "the party"),
    "BUS": ("the executive", None, "the company"),
    "LAB": (None, None, "the union"),
    "CVL": ("the 54-year-old", None, None),
}


class Party:
    """A party of an example's claim as it may be met a sentence before: its words, number and sort; `fit` is False where it cannot be."""

    def __init__(self, words, phrase, parties, doc):
        self.words, self.phrase, self.fit = words, phrase, False
        spans = [p for p in parties if not p["text"].lower() in ("he", "she", "it", "they", "him", "her", "them", "we", "us")]
        if len(spans) != 1 or len(parties) != 1 or len(parties[0].get("actor") or "") < 3 or parties[0]["text"] not in words:
            return
        self.code, self.plural = parties[0]["actor"], phrase.plural
        named = any(m["named"] and m["kind"] in ("person", "organisation", "place") and m["start"] <= parties[0]["start"] and parties[0]["end"] <= m["end"] for m in doc["mentions"])
        whole = not re.search(r" (and|of|in|on|to|for|from|with) |\d|'s\b|,|\b(his|her|its|their)\b", words)
        self.name = named and whole and len(parties[0]["text"]) >= len(re.sub("^[Tt]he ", "", words))
        kind = next((m["kind"] for m in doc["mentions"] if m["start"] == parties[0]["start"]), "")
        self.fit = bool(phrase.noun) or self.name
        self.country = self.name and len(self.code) == 3
        self.person = kind == "person" if self.name else phrase.person and not self.plural and not re.search("(gang|mob|guard|opposition|majority|public|staff|band|cell|clan)$", words)
        self.body = not self.person and not self.plural
        self.noun = None if self.name else phrase.noun

    @property
    def first(self):
        """The words by which it is met."""
        return self.words

    @property
    def again(self):
        """Its noun once more, with "the"."""
        return self.noun and f"the {self.noun}"

    @property
    def like(self):
        if self.person and self.name:
            return None
        kind = 0 if self.person else 1 if self.plural else 2
        return "the country" if self.country else LIKE.get(self.code[-3:], (None,) * 3)[kind]

    @property
    def named(self):
        """A person by name, described."""
        return self.person and not self.name and f"Carlos Lopez, {self.phrase.article if self.phrase.article else 'the '}{self.noun},"

    def pronoun(self, case):
        if self.plural:
            return ("they", "them", "their")[case]
        return ("he", "him", "his")[case] if self.person else ("it", "it", "its")[case]


NOBODY = type("Nobody", (), {"fit": False})()
BUILDS = {}
INSTEAD = {}  # builds that tell more or less than the example does, and what they are compared with


def before(party, pattern, again=None):
    """The sentence before: {X}, {x} the party, {was} as it wants."""
    met = again or party.first
    return pattern and pattern.format(X=capital(met), x=met, was=WAS[party.plural], has=("has", "have")[party.plural]) + " "


def subject(pattern, word, wants=lambda p: True):
    """The doer is met before, and does it as `word`."""

    def made(e):
        p = e.who
        met = word(p) if p.fit and wants(p) else None
        return met and f"{before(p, pattern, p.named if wants is is_named else None)}{capital(met)} {e.verb}{e.rest}."

    return made


def object_(pattern, word, wants=lambda p: True):
    """To whom it is done is met before, and is the object as `word`."""

    def made(e):
        p = e.whom
        met = word(p) if p.fit and wants(p) and not e.pronoun else None
        return met and f"{before(p, pattern, p.named if wants is is_named else None)}{e.subject} {e.verb} {met}{e.after}."

    return made


def passive(pattern, then, word, wants=lambda p: True, be=None):
    """Likewise, in the passive: {W} the word, {be}, {p} the participle, {a} what follows, {s} the doer."""

    def made(e):
        p = e.whom
        met = word(p) if p.fit and wants(p) and e.regular and not e.pronoun else None
        if not met:
            return None
        return before(p, pattern, p.named if wants is is_named else None) + then.format(W=capital(met), w=met, O=capital(p.words), be=WAS[p.plural], p=e.verb, a=e.after, s=e.low)

    return made


def is_named(p):
    return bool(p.named)


def again_or_name(p):
    return p.words


def is_country(p):
    return p.country


def is_one(p):
    return not p.plural


def is_people(p):
    return p.person or (p.plural and p.phrase.person)


he, him = (lambda p: p.pronoun(0)), (lambda p: p.pronoun(1))
again, like = (lambda p: p.again), (lambda p: p.like)
word = lambda w: lambda p: w

IN_NORTH, CAME, TOLD_OF, ASKED = "{X} {was} in the north on Monday.", "{X} had come back that morning.", "Much has been written about {x}.", "Reporters had waited for {x} all day."
NEWS, AWAY, SPOKE, QUOTED = "{X} {has} been in the news for weeks.", "{X} {was} in the north on Monday. The weather was fine.", "{X} spoke on Monday.", '"We are not afraid," {x} said on Monday.'
MET = "Diplomats met {x} on Monday."
HOME = "{X} left home at dawn."

BUILDS |= {
    "he-in-north": subject(IN_NORTH, he),
    "he-came": subject(CAME, he),
    "he-news": subject(NEWS, he),
    "he-told-of": subject(TOLD_OF, he),
    "he-awaited": subject(ASKED, he, is_one),
    "he-met": subject(MET, he, is_one),
    "he-spoke": subject(SPOKE, he),
    "he-away": subject(AWAY, he),
    "he-later": subject(IN_NORTH, lambda p: f"on Friday, {p.pronoun(0)}"),
    "he-also": subject(SPOKE, lambda p: f"{p.pronoun(0)} also"),
    "noun-again": subject(IN_NORTH, again),
    "noun-spoke": subject(SPOKE, again),
    "noun-told-of": subject(TOLD_OF, again),
    "noun-away": subject(AWAY, again),
    "like": subject(IN_NORTH, like),
    "like-spoke": subject(SPOKE, like),
    "like-told-of": subject(TOLD_OF, like),
    "like-met": subject(MET, like),
    "surname": subject(SPOKE, word("Lopez"), is_named),
    "named-he": subject(SPOKE, he, is_named),
    "named-noun": subject(SPOKE, again, is_named),
    "named-like": subject(SPOKE, like, is_named),
    "named-age": subject("{X} turned 54 on Monday.", word("the 54-year-old"), is_named),
    "named-told-of": subject(TOLD_OF, he, is_named),
    "latter": subject("Diplomats spoke of Denmark and {x}.", word("the latter"), is_country),
    "its-men": subject(IN_NORTH, lambda p: f"{p.pronoun(2)} men", lambda p: p.code[-3:] in ("REB", "MIL") and not p.person),
    "its-government": subject(IN_NORTH, word("its government"), is_country),
    "said-he": subject(SPOKE, lambda p: f"witnesses said {p.pronoun(0)}", is_one),
    "him-in-north": object_(IN_NORTH, him),
    "him-news": object_(NEWS, him),
    "him-told-of": object_(TOLD_OF, him),
    "him-home": object_(HOME, him, is_people),
    "him-away": object_(AWAY, him),
    "obj-again": object_(IN_NORTH, again),
    "obj-told-of": object_(TOLD_OF, again),
    "obj-like": object_(IN_NORTH, like),
    "obj-surname": object_(SPOKE, word("Lopez"), is_named),
    "obj-named-him": object_(SPOKE, him, is_named),
    "obj-named-noun": object_(SPOKE, again, is_named),
    "obj-men": object_("{X} left home at dawn.", word("the men"), lambda p: p.plural and p.phrase.person and p.code[-3:] == "CVL"),
    "passive-in-north": passive(IN_NORTH, "{W} {be} {p} by {s}{a}.", he),
    "passive-told-of": passive(TOLD_OF, "{W} {be} {p} by {s}{a}.", he),
    "passive-noun": passive(IN_NORTH, "{W} {be} {p} by {s}{a}.", again),
    "passive-later": passive(IN_NORTH, "{W} {be} later {p}{a}.", he),
    "passive-named": passive(SPOKE, "{W} {be} {p} by {s}{a}.", he, is_named),
    "passive-surname": passive(SPOKE, "{W} {be} later {p}{a}.", word("Lopez"), is_named),
    "passive-after": passive("Police arrested {x} on Monday.", "{W} {be} later {p}{a}.", he, is_people),
    "passive-after-men": passive("Police arrested {x} on Monday.", "{W} {be} later {p}{a}.", again, is_people),
    "passive-arrested": passive("{X} {was} arrested on Monday.", "{W} {be} later {p} by {s}{a}.", he, is_people),
    "passive-court": passive("A court heard the case of {x} on Monday.", "{W} {be} {p}{a}.", he, is_people),
    "said-him": passive(IN_NORTH, "Witnesses said {w} {be} {p} by {s}{a}.", he),
}
PLAIN = passive("", "{O} {be} later {p}{a}.", again_or_name)
INSTEAD |= dict.fromkeys("passive-later passive-surname passive-after passive-after-men passive-court".split(), PLAIN)
INSTEAD["its-government"] = subject("", lambda p: f"the government of {p.words}", is_country)


def row(pattern, word):
    """Several who do it together are met before."""

    def made(e):
        several = e.subject if len(e.claim["who"]) > 1 and re.fullmatch(r"[\w ]+ and [\w ]+", e.subject) and " between " not in e.subject else None
        countries = several and all(len(p.get("actor") or "") == 3 for p in e.claim["who"])
        return several and (countries or word != "the two countries") and f"{pattern.format(X=several)} {capital(word)} {e.verb}{e.rest}."

    return made


TALKED = "{X} held talks on Monday."
BUILDS |= {f"row-{w.split()[-1]}": row(TALKED, w) for w in ("they", "both", "the two", "the two sides", "the two countries")}


def main(program, names, shown):
    texts = examples()
    known = []
    for text, doc in zip(texts, read(program, texts)):
        e = Example(text, doc)
        if not e.claim or not e.claim["who"] or not e.claim["whom"]:
            continue
        e.who = Party(e.low, e.doer, e.claim["who"], doc)
        e.whom = Party(e.object, e.done_to, e.claim["whom"], doc) if e.object else NOBODY
        known.append(e)
    print(f"  {'build':18} {'told':>5} {'kept':>6}  lost  who whom both   of {len(known)} examples")
    told = kept = 0
    for name in names or BUILDS:
        variants = [(e, text, e.claim) for e in known if (text := BUILDS[name](e))]
        if name in INSTEAD:
            plain = read(program, [INSTEAD[name](e) for e, *_ in variants])
            variants = [(e, text, c) for (e, text, claim), doc in zip(variants, plain, strict=True) for c in doc["claims"][:1] if c["event"] == claim["event"]]
        n, right = tally(program, name, [(text, claim) for _, text, claim in variants], outcome, shown)
        told, kept = told + n, kept + right
    print(f"overall {kept}/{told} {kept / told:.4f}")


if __name__ == "__main__":
    main(*command_line("two_sentences.py", BUILDS))
