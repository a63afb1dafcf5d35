#!/usr/bin/env python3
"""Scores dateline's coreference on GUM: coref.py DATELINE FILE.conllu... [--why] [--genre NAME]. Standard library only.

The files are Universal Dependencies with GUM's entities in MISC (`Entity=(3-person-giv:act-...`). The text is built from the words, a blank line between paragraphs,
and read as it stands. A mention of ours is that of the gold standard whose head (in the gold tree) is its own; of several with one head the one most like it.
An anaphor is a pronoun of the third person, a description or a name; its antecedents are other mentions of its entity that are no pronouns.
precision: of the anaphors that we tie to an antecedent, those with an antecedent that gold ties to them (or to the row that they mean: SplitAnte). A tie of what gold
leaves alone is wrong. Of names only those count that are another form than the first (a surname, an acronym), whichever way they were tied.
recall: of gold's anaphors of persons, organisations and places with an antecedent in front of them, those that we tie so. `--why` lists what differs; `--genre news` reads those documents only.
"""
import collections, json, re, subprocess, sys

KINDS = ["he, she", "it", "they", "description", "name"]
PRONOUNS = dict.fromkeys("he him his she her hers".split(), "he, she") | dict.fromkeys("it its".split(), "it") | dict.fromkeys("they them their theirs".split(), "they")
TYPES = {"person", "organization", "place"}
ENTITY = re.compile(r"\((\d+)(?:\[[^\]]*\])?-([^()]*)(\)?)|(\d+)(?:\[[^\]]*\])?\)")


class Word:
    def __init__(self, form, fields, start, end):
        self.form, self.xpos, self.head, self.relation = form, fields[4], int(fields[6]), fields[7]
        self.start, self.end = start, end


class Mention:
    """One of either side: words from..to (inclusive, rows of the document's words), its head, and the entity it belongs to."""

    def __init__(self, words, first, last, entity, **more):
        self.first, self.last, self.entity = first, last, entity
        self.__dict__.update(more)
        inside = [w for w in range(first, last + 1) if not first <= words[w].up <= last]
        self.head = next((w for w in inside if words[w].relation != "punct"), inside[0] if inside else last)
        self.form = "".join(w.form.lower() + " " for w in words[first : last + 1]).strip()
        self.pronoun = words[self.head].xpos in ("PRP", "PRP$", "WP", "WP$", "DT", "WDT", "EX") and first == last

    def kind(self, words):
        if self.first == self.last and self.form in PRONOUNS:
            return PRONOUNS[self.form]
        if self.pronoun:
            return None
        if words[self.head].xpos.startswith("JJ") or words[self.head].relation == "amod":
            return None  # "Kenyan troops": the adjective is no anaphor
        return "name" if words[self.head].xpos.startswith("NNP") else "description"


class Document:
    def __init__(self, name, lines):
        self.name, self.words, self.gold, self.split, self.parts = name, [], [], collections.defaultdict(set), []
        self.size, self.glued, opened, base, whole = 0, True, [], 0, None
        for line in lines:
            if line.startswith("# newpar") and not line.startswith("# newpar_block"):
                self.add("" if not self.size else "\n\n")
                self.glued = True
            if line.startswith("# sent_id"):
                base = len(self.words)
            fields = line.split("\t")
            if len(fields) != 10:
                continue
            if "-" in fields[0]:
                whole = [int(x) for x in fields[0].split("-")] + [fields]
                continue
            if "." in fields[0]:
                continue
            number = int(fields[0])
            inside = whole and whole[0] <= number <= whole[1]
            if not inside or number == whole[0]:
                form, misc = (whole[2][1], whole[2][9]) if inside else (fields[1], fields[9])
                if not self.glued:
                    self.add(" ")
                at = self.size
                self.add(form)
                self.glued = "SpaceAfter=No" in misc
                left = form
            start = at
            if inside:  # parts of one written word, where they are its letters
                left = left.removeprefix(fields[1])
                at = start + len(fields[1].encode()) if number < whole[1] else self.size
            self.words.append(Word(fields[1], fields, start, min(at, self.size) if inside else self.size))
            self.words[-1].up = base + int(fields[6]) - 1 if fields[6] != "0" else -1
            self.entities(fields[9], opened)
        for i, (first, last, entity, attributes) in enumerate(self.gold):
            self.gold[i] = Mention(self.words, first, last, entity, type=attributes[0])
        self.gold.sort(key=lambda m: (m.first, -m.last))
        self.text = "".join(self.parts)

    def add(self, text):
        self.parts.append(text)
        self.size += len(text.encode())

    def entities(self, misc, opened):
        here = len(self.words) - 1
        for field in misc.split("|"):
            key, _, value = field.partition("=")
            if key == "SplitAnte":
                for pair in value.split(","):
                    a, b = pair.split("<")
                    self.split[b].add(a)
            if key != "Entity":
                continue
            for number, attributes, closed, closing in ENTITY.findall(value):
                if number and closed:
                    self.gold.append((here, here, number, attributes.split("-")))
                elif number:
                    opened.append((number, here, attributes.split("-")))
                else:
                    at = max((i for i, o in enumerate(opened) if o[0] == closing), default=None)
                    if at is not None:
                        _, first, attributes = opened.pop(at)
                        self.gold.append((first, here, closing, attributes))

    def ours(self, record):
        out = []
        starts = {w.start: i for i, w in reversed(list(enumerate(self.words)))}
        ends = {w.end: i for i, w in enumerate(self.words)}
        for m in record["mentions"]:
            first, last = starts.get(m["start"]), ends.get(m["end"])
            if first is None or last is None or last < first:
                continue
            out.append(Mention(self.words, first, last, m["entity"], named=m["named"]))
        return out

    def show(self, m):
        return " ".join(w.form for w in self.words[m.first : m.last + 1][:9]) if m else "-"

    def around(self, m):
        lo, hi = max(0, m.first - 14), m.last + 12
        return " ".join([w.form for w in self.words[lo : m.first]] + ["[" + self.show(m) + "]"] + [w.form for w in self.words[m.last + 1 : hi]])


def documents(path):
    name, lines = None, []
    for line in open(path, encoding="utf-8"):
        if line.startswith("# newdoc id = "):
            if name:
                yield Document(name, lines)
            name, lines = line.split("= ")[1].strip(), []
        lines.append(line.rstrip("\n"))
    if name:
        yield Document(name, lines)


class Tally:
    def __init__(self):
        self.made = self.right = self.wanted = self.found = 0


def judge(doc, record, tally, why):
    words, ours = doc.words, doc.ours(record)
    heads, entities, gold_entities = collections.defaultdict(list), collections.defaultdict(list), collections.defaultdict(list)
    for g in doc.gold:
        heads[g.head].append(g)
        gold_entities[g.entity].append(g)
    for m in ours:
        near = heads.get(m.head, [])
        if not near and m.named and words[m.head].relation in ("flat", "appos", "nmod:desc", "nmod"):  # "campaigner Ann Reed", whose head is the noun
            near = [g for g in heads.get(words[m.head].up, []) if g.first <= m.first and m.last <= g.last]
        m.gold = min(near, key=lambda g: abs(g.first - m.first) + abs(g.last - m.last), default=None)
        entities[m.entity].append(m)

    def same(a, b):
        """Whether gold ties antecedent a to anaphor b, or to a row that b means."""
        if not a.gold or not b.gold:
            return False
        if a.gold.entity == b.gold.entity or a.gold.entity in doc.split[b.gold.entity]:
            return True
        return any(g.first <= a.gold.first and a.gold.last <= g.last and in_row(words, a.gold.head, g.head) for g in gold_entities[b.gold.entity])

    right = set()
    notes = []
    for m in ours:
        kind = m.kind(words)
        if not kind:
            continue
        others = [o for o in entities[m.entity] if o.head != m.head and not o.pronoun]
        before = [o for o in others if o.first < m.first]
        if kind == "name":
            others = [o for o in others if o.form != m.form]
            first = before[0] if before else None
            if not first or first.form == m.form:
                fine = m.gold and any(same(o, m) for o in entities[m.entity] if o.head != m.head)
                if fine and m.gold:
                    right.add(m.gold)
                continue
        if kind == "description" and not before:
            continue
        others = before or others
        if not others:
            continue
        good = any(same(o, m) for o in others)
        tally[kind].made += 1
        tally[kind].right += good
        if good and m.gold:
            right.add(m.gold)
        if not good:
            wanted = next((g for g in reversed(gold_entities[m.gold.entity]) if g.first < m.first and not g.pronoun), None) if m.gold else None
            notes.append((m.first, f"WRONG {kind}: {doc.around(m)}   TIED {doc.show(others[-1])}   GOLD {doc.show(wanted)}"))
    for g in doc.gold:
        kind = g.kind(words)
        if not kind or g.type not in TYPES:
            continue
        before = [o for o in gold_entities[g.entity] if o.first < g.first and not o.pronoun and o.head != g.head]
        if not before and not (doc.split[g.entity] and kind != "name"):
            continue
        tally[kind].wanted += 1
        tally[kind].found += g in right
        if g not in right:
            notes.append((g.first, f"MISSED {kind}: {doc.around(g)}   GOLD {doc.show(before[-1] if before else None)}"))
    if why and notes:
        print(doc.name, *(n for _, n in sorted(notes)), "", sep="\n")


def in_row(words, a, b):
    """Whether word a is joined to b by "and"."""
    for _ in range(4):
        if a == b:
            return True
        if words[a].relation != "conj":
            return False
        a = words[a].up
    return False


def main(program, paths, why, genre):
    docs = [d for path in paths for d in documents(path) if not genre or f"_{genre}_" in d.name]
    given = "".join(json.dumps({"id": d.name, "text": d.text}) + "\n" for d in docs)
    read = subprocess.run([program, "read", "--from", "jsonl", "-"], input=given, capture_output=True, text=True, check=True).stdout
    tally = {kind: Tally() for kind in KINDS}
    for doc, line in zip(docs, read.splitlines(), strict=True):
        record = json.loads(line)
        if record["doc"]["text"] != doc.text:
            sys.exit(f"{doc.name}: its text is not read as it stands")
        judge(doc, record, tally, why)
    rate = lambda n, of: n / of if of else 1.0
    every = Tally()
    for t in tally.values():
        for key in vars(every):
            setattr(every, key, getattr(every, key) + getattr(t, key))
    print(f"documents {len(docs)}")
    for kind, t in [*tally.items(), ("overall", every)]:
        p, r = rate(t.right, t.made), rate(t.found, t.wanted)
        f = 2 * p * r / (p + r) if p + r else 0.0
        print(f"{kind}: precision {t.right}/{t.made} {p:.3f}, recall {t.found}/{t.wanted} {r:.3f}, f1 {f:.3f}")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    genre = None
    if "--genre" in arguments:
        at = arguments.index("--genre")
        genre = arguments[at + 1] if at + 1 < len(arguments) else ""
        del arguments[at : at + 2]
    names = [a for a in arguments if a != "--why"]
    if len(names) < 2:
        sys.exit(__doc__)
    main(names[0], names[1:], "--why" in arguments, genre)
