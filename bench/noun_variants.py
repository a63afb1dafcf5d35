#!/usr/bin/env python3
"""Tells nouns that name an event in many builds of sentence, and counts where event, parties, status and day come out: noun_variants.py DATELINE [BUILD...] [--show N]

variants.py does the same for verbs. A noun takes its parties as "X's attack on Y", "an attack by X on Y", through a verb that carries it ("launched"), or from
a phrase far from it; its status and its day come from what is told of it. NOUNS lists common nouns with the parties that are tried with them, BUILDS the
sentences. No text of any corpus is used. `--show N` prints N of each build's failures, drawn by a fixed seed. Standard library only.
"""
import collections, random

from variants import capital, command_line, read, show

FRIDAY, LAST_WEEK, APRIL = "2024-05-10", "2024-05-06", "2024-04-27"
TOLD = ("happened", "ongoing")

# Parties: words, their head, the same as an adjective or bare noun before the noun (or none).
ARMY, REBELS, KENYA, PARIS = ("the army", "army", "army"), ("rebels", "rebels", "rebel"), ("Kenya", "Kenya", "Kenyan"), ("France", "France", "French")
FORCES, POLICE, STUDENTS = ("Turkish forces", "forces", "Turkish"), ("police", "police", "police"), ("students", "students", "student")
UNION, CHURCH, KURDS = ("the nurses' union", "union", None), ("bishops", "bishops", None), ("Syrian rebels", "rebels", None)
SENATE, MINISTER, JUDGE = ("the senate", "senate", None), ("the premier of Peru", "premier", None), ("a judge", "judge", None)
CHAD, VILLAGERS = ("Chad", "Chad", None), ("villagers", "villagers", None)

ARMED = [(REBELS, JUDGE), (ARMY, KURDS), (KENYA, CHAD), (FORCES, VILLAGERS), (REBELS, POLICE)]
CROWDS = [(STUDENTS, SENATE), (UNION, MINISTER), (CHURCH, POLICE)]
STATES = [(KENYA, CHAD), (PARIS, MINISTER), (FORCES, KURDS)]
CRITICS = [(CHURCH, MINISTER), (PARIS, CHAD), (UNION, SENATE)]


class Noun:
    """A noun with its plural (or none), the preposition of whom it concerns, the event that it names, the past and the participle of a verb that carries it (or
    none), and its kinds: `d` a deed that may be blamed and claimed, `t` it takes place, `c` it may be called for, `f` feared, `w` done
    with others and so not "by" one, `m` a mass noun or a plural."""

    def __init__(self, noun, plural, to, event, light, kinds, pairs):
        self.noun, self.plural, self.to, self.event, self.kinds, self.pairs = noun, plural, to, event, kinds, pairs
        self.light, self.done = light if isinstance(light, tuple) else (light, light)
        self.one = noun if "m" in kinds else ("an " if noun[0] in "aeiou" else "a ") + noun
        self.was, self.has = ("were", "have") if noun.endswith("s") else ("was", "has")


NOUNS = [
    Noun("attack", "attacks", "on", "ASSAULT", "launched", "dtf", ARMED),
    Noun("raid", "raids", "on", "ASSAULT", "carried out", "dtf", ARMED),
    Noun("assault", "assaults", "on", "ASSAULT", "launched", "dtf", ARMED),
    Noun("air strike", "air strikes", "on", "ASSAULT", "carried out", "dtf", [(KENYA, CHAD), (FORCES, VILLAGERS), (ARMY, KURDS)]),
    Noun("ambush", "ambushes", "of", "ASSAULT", "staged", "dtf", [(REBELS, POLICE), (REBELS, JUDGE), (ARMY, KURDS)]),
    Noun("offensive", "offensives", "against", "ASSAULT", "launched", "tf", [(ARMY, KURDS), (KENYA, CHAD), (FORCES, KURDS)]),
    Noun("killing", "killings", "of", "ASSAULT", None, "dtf", ARMED),
    Noun("massacre", "massacres", "of", "ASSAULT", "committed", "dtf", [(ARMY, VILLAGERS), (FORCES, VILLAGERS)]),
    Noun("kidnapping", "kidnappings", "of", "ASSAULT", None, "dtf", [(REBELS, JUDGE), (REBELS, VILLAGERS)]),
    Noun("crackdown", "crackdowns", "on", "COERCE", "launched", "tf", [(POLICE, STUDENTS), (ARMY, KURDS), (KENYA, UNION)]),
    Noun("protest", "protests", "against", "PROTEST", "staged", "tf", CROWDS),
    Noun("demonstration", "demonstrations", "against", "PROTEST", "held", "tf", CROWDS),
    Noun("rally", "rallies", "against", "PROTEST", "held", "tf", CROWDS),
    Noun("talks", None, "with", "CONSULT", "held", "tcmw", STATES),
    Noun("meeting", "meetings", "with", "CONSULT", "held", "tcw", STATES),
    Noun("visit", "visits", "to", "CONSULT", ("made", "made"), "t", [(PARIS, CHAD), (MINISTER, CHAD)]),
    Noun("criticism", None, "of", "ACCUSE", None, "m", CRITICS),
    Noun("condemnation", None, "of", "ACCUSE", None, "m", CRITICS),
    Noun("accusation", "accusations", "against", "ACCUSE", "made", "", CRITICS),
    Noun("threat", "threats", "against", "THREATEN", "made", "", [(REBELS, JUDGE), (KENYA, CHAD), (ARMY, KURDS)]),
    Noun("sanctions", None, "against", "SANCTION", "imposed", "cfm", [(PARIS, CHAD), (KENYA, CHAD)]),
    Noun("embargo", "embargoes", "against", "SANCTION", "imposed", "cf", [(PARIS, CHAD), (KENYA, CHAD)]),
    Noun("food aid", None, "to", "AID", None, "cm", [(PARIS, CHAD), (KENYA, VILLAGERS)]),
    Noun("boycott", "boycotts", "of", "PROTEST", "launched", "cf", [(UNION, SENATE), (KENYA, CHAD)]),
    Noun("arrest", "arrests", "of", "COERCE", "made", "df", [(POLICE, JUDGE), (POLICE, STUDENTS), (FORCES, VILLAGERS)]),
    Noun("support", None, "for", "SUPPORT", None, "mw", [(PARIS, KURDS), (KENYA, CHAD)]),
]


class Telling:
    """A noun with one pair of parties, and the words that the builds put together."""

    def __init__(self, noun, doer, target):
        self.__dict__.update(vars(noun))
        (self.x, self.doer, self.adjective), (self.y, self.target, _) = doer, target
        self.whose = self.x + ("'" if self.x.endswith("s") else "'s")
        self.be = "are" if self.x.endswith("s") or self.x == "police" else "is"


BUILDS = {}


def sentence(name, pattern, kinds="", who=True, status=TOLD, day=None, light=False, plural=False, adjective=False):
    """A build: its pattern, the kinds of noun that it takes, whether it tells who, the statuses that are right, the day if it tells one; whether it needs a verb that
    carries the noun, a plural, an adjective of the doer."""

    def made(t):
        odd = "by {x}" in pattern and "done" not in pattern and "w" in t.kinds
        missing = (light and not t.light) or (plural and not t.plural and "m" not in t.kinds) or (adjective and not t.adjective)
        if odd or missing or any(k not in t.kinds for k in kinds):
            return None
        return capital(pattern.format(**(vars(t) | {"many": t.plural or t.noun, "light": t.light, "done": t.done})))

    made.who, made.status, made.day = who, status if isinstance(status, tuple) else (status,), day
    BUILDS[name] = made


sentence("whose", "{whose} {noun} {to} {y} made headlines.")
sentence("by-after", "The {noun} {to} {y} by {x} made headlines.")
sentence("by-before", "{one} by {x} {to} {y} made headlines.")
sentence("target-only", "The {noun} {to} {y} made headlines.", who=False)
sentence("adjective", "The {adjective} {noun} {to} {y} made headlines.", adjective=True)
sentence("two-adjectives", "The latest {adjective} {noun} {to} {y} made headlines.", adjective=True)
sentence("headline", "{adjective} {noun} {to} {y} makes headlines\n\nThe weather was fine.", adjective=True)
sentence("relative", "The {noun} {to} {y}, which made headlines, was condemned by {x}.", who=False)
sentence("after", "Shops closed after {whose} {noun} {to} {y}.")
sentence("after-by", "Shops closed after the {noun} {to} {y} by {x}.")
sentence("during", "Shops closed during {whose} {noun} {to} {y}.")
sentence("since-bare", "Shops have been closed since the {noun} {to} {y}.", who=False)
sentence("carried", "{x} {light} {one} {to} {y}.", light=True)
sentence("carried-time", "{x} on Friday {light} {one} {to} {y}.", light=True, day=FRIDAY)
sentence("carried-passive", "{one} {to} {y} {was} {done} by {x}.", light=True)
sentence("carried-passive-bare", "{one} {to} {y} {was} {done} on Friday.", light=True, who=False, day=FRIDAY)
sentence("carried-relative", "The {noun} that {x} {light} {to} {y} made headlines.", light=True)
sentence("carried-relative-bare", "The {noun} {x} {light} {to} {y} made headlines.", light=True)
sentence("carried-which", "They spoke of the {noun} {to} {y}, which {x} {light} on Friday.", light=True, day=FRIDAY)
sentence("carried-participle", "They spoke of the {noun} {to} {y} {done} by {x} on Friday.", light=True, day=FRIDAY)
sentence("carried-perfect", "{x} {be} said to have {done} {one} {to} {y}.", light=True)
sentence("carried-series", "{x} {light} a series of {many} {to} {y}.", light=True, plural=True)
sentence("carried-gerund", "Lawyers accused {x} of having {done} {one} {to} {y}.", light=True, status=("happened", "possible", "ongoing"))
sentence("blamed", "The {noun} {to} {y} {was} blamed on {x}.", kinds="d")
sentence("blamed-active", "Witnesses blamed {x} for the {noun} {to} {y}.", kinds="d")
sentence("claimed", "The {noun} {to} {y} was claimed by {x}.", kinds="d")
sentence("responsible", "{x} claimed responsibility for the {noun} {to} {y}.", kinds="d")
sentence("behind", "{x} {be} thought to be behind the {noun} {to} {y}.", kinds="d", status=("happened", "possible", "ongoing"))
sentence("condemned", "Diplomats condemned {whose} {noun} {to} {y}.")
sentence("condemned-by", "The {noun} {to} {y} {was} condemned by the Vatican.", who=False)
sentence("called-for", "Diplomats called for {one} {to} {y}.", kinds="c", who=False, status="called-for")
sentence("feared", "Diplomats fear {one} {to} {y} by {x}.", kinds="f", status="possible")
sentence("feared-passive", "{one} {to} {y} {was} feared.", kinds="f", who=False, status="possible")
sentence("denied", "{x} denied any {noun} {to} {y}.", kinds="d", status=("denied", "not"))
sentence("threatened", "{x} threatened {many} {to} {y}.", kinds="f", plural=True, status="threatened")
sentence("planned", "{x} {be} planning {one} {to} {y}.", light=True, status="planned")
sentence("planned-noun", "They spoke of the planned {noun} {to} {y} by {x}.", light=True, status="planned")
sentence("plans-for", "They spoke of {whose} plans for {one} {to} {y}.", light=True, status="planned")
sentence("prepared", "{x} prepared for {one} {to} {y}.", kinds="t", status=("planned", "possible"))
sentence("no-noun", "There was no {noun} {to} {y}.", kinds="t", who=False, status="not")
sentence("there-was", "There {was} {one} {to} {y} on Friday.", who=False, day=FRIDAY)
sentence("took-place", "{one} {to} {y} took place on Friday.", kinds="t", who=False, day=FRIDAY)
sentence("took-place-in", "{whose} {noun} {to} {y} took place in Lira on Friday.", kinds="t", day=FRIDAY)
sentence("occurred", "{one} by {x} {to} {y} occurred on Friday.", kinds="t", day=FRIDAY)
sentence("under-way", "{one} {to} {y} {was} under way.", kinds="t", who=False, status=("happened", "ongoing"))
sentence("began", "{whose} {noun} {to} {y} began on Friday.", kinds="t", day=FRIDAY)
sentence("ended", "{whose} {noun} {to} {y} ended on Friday.", kinds="t", day=FRIDAY)
sentence("which-happened", "They spoke of the {noun} {to} {y}, which happened on April 27.", kinds="t", who=False, day=APRIL)
sentence("that-happened", "They spoke of {one} {to} {y} that happened on April 27.", kinds="t", who=False, day=APRIL)
sentence("that-took-place", "They spoke of {whose} {noun} {to} {y} that took place on Friday.", kinds="t", day=FRIDAY)
sentence("after-took-place", "Shops closed after {one} {to} {y} took place on April 27.", kinds="t", who=False, day=APRIL)
sentence("when-took-place", "Shops were closed when the {noun} {to} {y} took place on April 27.", kinds="t", who=False, day=APRIL)
sentence("wave", "A wave of {many} {to} {y} made headlines.", kinds="t", plural=True, who=False)
sentence("series-by", "A series of {many} by {x} {to} {y} made headlines.", kinds="t", plural=True)
sentence("couple", "A couple of {plural} {to} {y} made headlines.", kinds="t", plural=True, who=False)
sentence("two", "Two {plural} {to} {y} by {x} made headlines.", kinds="t", plural=True)
sentence("last-week", "Last week's {noun} {to} {y} made headlines.", kinds="t", who=False, day=LAST_WEEK)
sentence("fridays", "Friday's {noun} {to} {y} by {x} made headlines.", day=FRIDAY)
sentence("day-behind", "The {noun} {to} {y} on Friday made headlines.", who=False, day=FRIDAY)
sentence("day-by", "Shops closed after the {noun} {to} {y} on Friday by {x}.", day=FRIDAY)
sentence("of-that-day", "Shops closed over the April 27 {noun} {to} {y} by {x}.", day=APRIL)
sentence("harm-in", "In the {noun} {to} {y}, ten people died.", kinds="dt", who=False)
sentence("second-clause", "The weather was bad, and {whose} {noun} {to} {y} made headlines.")
sentence("said-of", "{whose} {noun} {to} {y} was a mistake, officials said on Monday.")
sentence("speaker", "Officials said on Monday that the {noun} {to} {y} by {x} was a mistake.")
sentence("including", "They spoke of many things, including {whose} {noun} {to} {y}.")
sentence("role-in", "They spoke of {whose} role in the {noun} {to} {y}.", kinds="d")
sentence("response", "They marched in response to {whose} {noun} {to} {y}.")
sentence("end-to", "Diplomats called for an end to {whose} {many} {to} {y}.", kinds="t", plural=True, status=("happened", "ongoing", "called-for", "not"))


def tellings(build):
    """Every noun and pair of a build with its sentence; a couple of talks is none."""
    for noun in NOUNS:
        for doer, target in noun.pairs:
            telling = Telling(noun, doer, target)
            text = build(telling)
            if text and "None" not in text:
                yield telling, text


def tells(parties, *heads):
    """Whether the parties are those of whom each has one of the heads in its words."""
    words = [p["text"].lower().replace("-", " ").replace("'s", "").split() for p in parties]
    return len(words) == len(heads) and all(any(set(alternatives) & set(w) for w in words) for alternatives in heads)


def outcome(build, telling, doc):
    """kept; lost (no claim of the event), who, whom or both (other parties), status or time (the rest is right)."""
    doer, target = [w.lower() for w in (telling.doer, telling.adjective) if w], [telling.target.lower()]
    who, whom = [doer] * build.who, [target]
    best = (0, "lost")
    for claim in doc["claims"]:
        if claim["event"] != telling.event:
            continue
        if telling.event == "CONSULT":  # told of both sides
            right = (tells({p["text"]: p for p in claim["who"] + claim["whom"]}.values(), *who, *whom),) * 2
        else:
            right = tells(claim["who"], *who), tells(claim["whom"], *whom)
        status, time = claim["status"] in build.status, not build.day or (claim.get("when") or {}).get("start") == build.day
        score = 1 + 2 * sum(right) + (status and all(right)) + (time and all(right))
        name = {(True, True): "kept", (False, True): "who", (True, False): "whom", (False, False): "both"}[right]
        best = max(best, (score, name if name != "kept" else "status" if not status else "time" if not time else "kept"))
    return best[1]


def main(program, names, shown):
    print(f"  {'build':20} {'told':>5} {'kept':>6}  lost  who whom both status time")
    total = kept = 0
    for name in names or BUILDS:
        variants = list(tellings(BUILDS[name]))
        results = [(outcome(BUILDS[name], t, doc), text, t, doc) for (t, text), doc in zip(variants, read(program, [text for _, text in variants]), strict=True)]
        count = collections.Counter(r[0] for r in results)
        total, kept = total + len(results), kept + count["kept"]
        rest = f"{count['lost']:5} {count['who']:4} {count['whom']:4} {count['both']:4} {count['status']:6} {count['time']:4}"
        print(f"  {name:20} {len(results):5} {count['kept'] / len(results):6.3f} {rest}", flush=True)
        failures = [r for r in results if r[0] != "kept"]
        random.Random(1).shuffle(failures)
        for result, text, telling, doc in failures[:shown]:
            wanted = f"{telling.event} {'/'.join(BUILDS[name].status)}: {telling.doer if BUILDS[name].who else '-'} > {telling.target} {BUILDS[name].day or ''}"
            told = (f"        now {show(c)} {(c.get('when') or {}).get('start', '')}" for c in doc["claims"])
            print(f"  {result:6}{text!r}\n        was {wanted}", *told, sep="\n")
    print(f"overall {kept}/{total} {kept / total:.4f}")


if __name__ == "__main__":
    main(*command_line("noun_variants.py", BUILDS))
