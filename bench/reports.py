#!/usr/bin/env python3
"""Scores dateline on the everyday reports: reports.py DATELINE REPORTS.txt... [--why]. Standard library only.

What stands in the files, and how they were made, tells bench/reports/README.md. A claim is matched where its trigger overlaps that of a gold line (or, for the
same event, stands in its words) and its event is one of those named. It is right where each party of the gold line is among the claim's and the claim has no
other; of mutual events (CONSULT, AGREE, COOPERATE) both sides are taken together. Parties without a code neither help nor harm.
"recall" and "precision" count events, "strict" ones those whose parties are right as well; optional lines count for precision alone. `--why` lists what differs.
"""
import json, re, subprocess, sys

MUTUAL = {"CONSULT", "AGREE", "COOPERATE"}


class Line:
    """One gold claim: where its words and its trigger stand (bytes), and what it says."""

    def __init__(self, text, line, where):
        fields = [field.strip() for field in line.split("|")]
        if len(fields) < 5:
            sys.exit(f"{where}: five fields wanted in “{line}”")
        words = fields[0].removeprefix("?").strip()
        self.optional, self.words = fields[0].startswith("?"), words
        plain = re.sub(r"[\[\]]", "", words)
        at, before = text.find(plain), words.find("[")
        if at < 0 or before < 0 or "]" not in words:
            sys.exit(f"{where}: “{words}” is not in the report, or marks no trigger")
        size = lambda s: len(s.encode())
        self.span = size(text[:at]), size(text[: at + len(plain)])
        self.trigger = self.span[0] + size(words[:before]), self.span[0] + size(words[: words.find("]") - 1])
        self.events, self.status = fields[1].split("/"), fields[2].split("/")
        self.who, self.whom = ([p.strip().split("/") for p in f.split(",") if p.strip()] for f in fields[3:5])

    def __str__(self):
        return f"{'/'.join(self.status)}: " + " > ".join(", ".join("/".join(names) for names in side) for side in (self.who, self.whom))

    def fits(self, claim):
        """How well a claim's trigger fits: 2 on it, 1 in the words around it, 0 not at all."""
        if claim["event"] not in self.events:
            return 0
        start, end = claim["evidence"][0]["start"], claim["evidence"][0]["end"]
        if start < self.trigger[1] and self.trigger[0] < end:
            return 2
        return int(self.span[0] <= start and end <= self.span[1])


def like(code, pattern):
    return code.startswith(pattern[:-1]) if pattern.endswith("*") else code == pattern


def side(parties, wanted):
    """Whether one side of a claim is what the gold line wants: every party found, and none too many."""
    codes = [p["actor"] for p in parties if p.get("actor")]
    found = all("-" in names or any(like(c, n) for c in codes for n in names) for names in wanted)
    return found and all(any(like(c, n) for names in wanted for n in names) for c in codes)


def right(claim, line):
    if side(claim["who"], line.who) and side(claim["whom"], line.whom):
        return True
    return claim["event"] in MUTUAL and side(claim["who"] + claim["whom"], line.who + line.whom)


def reports(path):
    """The reports of a file: (name, date, text, gold lines)."""
    for part in re.split(r"(?m)^## ", open(path, encoding="utf-8").read())[1:]:
        head, _, rest = part.partition("\n")
        text, _, gold = rest.partition("\n--\n")
        text = text.strip()
        name = f"{path}:{head.split()[0]}"
        yield name, head.split()[1], text, [Line(text, g, name) for g in gold.splitlines() if g.strip()]


def show(parties):
    return ", ".join(f"{p['text']}={p.get('actor', '-')}" for p in parties) or "-"


def main(program, paths, why):
    all_reports = [r for path in paths for r in reports(path)]
    given = "".join(json.dumps({"id": n, "text": t, "published": d}) + "\n" for n, d, t, _ in all_reports)
    read = subprocess.run([program, "read", "--from", "jsonl", "-"], input=given, capture_output=True, text=True, check=True).stdout
    wanted = found = strict = made = matched = good = status = 0
    for (name, date, text, gold), line in zip(all_reports, read.splitlines(), strict=True):
        doc = json.loads(line)
        raw, seen, notes = doc["doc"]["text"].encode(), {}, []
        if raw.decode() != text:
            sys.exit(f"{name}: its text is not read as it stands")
        for claim in doc["claims"]:
            made += 1
            fit, g = max(((g.fits(claim), g) for g in gold), key=lambda x: x[0], default=(0, None))
            word = raw[claim["evidence"][0]["start"] : claim["evidence"][0]["end"]].decode()
            told = f"[{word}] {claim['event']} {claim.get('mode') or ''} {claim['status']}: {show(claim['who'])} > {show(claim['whom'])}"
            if not fit:
                notes.append(f"  ADDED  {told}")
                continue
            ok, fine = right(claim, g), claim["status"] in g.status
            matched, good = matched + 1, good + ok
            best = seen.get(id(g), (False, False))
            seen[id(g)] = best[0] or ok, best[1] or fine
            if not ok or not fine:
                notes.append(f"  {'PARTY ' if not ok else 'STATUS'} {told}   WANTED {g}")
        for g in (g for g in gold if not g.optional):
            wanted += 1
            if id(g) in seen:
                found, strict, status = found + 1, strict + seen[id(g)][0], status + seen[id(g)][1]
            else:
                notes.append(f"  MISSED {g.words}   {'/'.join(g.events)} {g}")
        if why and notes:
            print(f"{name} {date}\n{text}")
            print(*notes, "", sep="\n")
    rate = lambda n, of: n / of if of else 1.0
    both = lambda p, r: 2 * p * r / (p + r) if p + r else 0.0
    p, r, sp, sr = rate(matched, made), rate(found, wanted), rate(good, made), rate(strict, wanted)
    print(f"reports {len(all_reports)}\nprecision {matched}/{made} {p:.3f}\nrecall {found}/{wanted} {r:.3f}\nevent_f1 {both(p, r):.3f}")
    print(f"strict precision {good}/{made} {sp:.3f}\nstrict recall {strict}/{wanted} {sr:.3f}\nstatus {status}/{found} {rate(status, found):.3f}")
    print(f"overall {both(sp, sr):.3f}")


if __name__ == "__main__":
    names = [a for a in sys.argv[1:] if a != "--why"]
    if len(names) < 2:
        sys.exit(__doc__)
    main(names[0], names[1:], "--why" in sys.argv)
