#!/usr/bin/env python3
"""Scores the PETRARCH unit records: petrarch.py BINARY LEXICON RECORDS.jsonl [--why FILE]. Standard library only.

An event is a source code, a target code and an event code; it is right where all three are, exactly. From a claim: each party of `who` with each of `whom`,
where both have codes and these differ. Gold events with "---" or a name in place of a code are counted and can only be missed. `--why` writes a list of the
records that differ, with the kind of difference.
"""
import collections, json, subprocess, sys

def events(claims):
    out = set()
    for c in claims:
        for a in c["who"]:
            for b in c["whom"]:
                if a.get("actor") and b.get("actor") and a["actor"] != b["actor"]: out.add((a["actor"], b["actor"], c.get("cameo", "")))
    return out

def kind(want, got):
    """Of a record's missed and added events, the first difference that explains them."""
    missed, added = want - got, got - want
    if any("-" in s + t or '"' in s + t or "+" in s + t for s, t, _ in missed) and not added: return "a party without a code in the gold"
    if not added: return "event or one of its parties not found"
    if not missed: return "an event more"
    pairs = {(s, t) for s, t, _ in missed} & {(s, t) for s, t, _ in added}
    if pairs: return "another code"
    if {(t, s) for s, t, _ in missed} & {(s, t) for s, t, _ in added}: return "source and target the other way round"
    if {(s, c) for s, _, c in missed} & {(s, c) for s, _, c in added}: return "another target"
    if {(t, c) for _, t, c in missed} & {(t, c) for _, t, c in added}: return "another source"
    return "another event"

def main(binary, lexicon, path, why=None):
    gold = [json.loads(line) for line in open(path, encoding="utf-8")]
    given = "".join(json.dumps({"id": str(i), "text": g["text"], "published": g["published"]}) + "\n" for i, g in enumerate(gold))
    read = subprocess.run([binary, "read", "--lexicon", lexicon, "--from", "jsonl", "-"], input=given, capture_output=True, text=True, check=True).stdout
    right = found = wanted = exact = 0
    kinds, lines = collections.Counter(), []
    for g, line in zip(gold, read.splitlines(), strict=True):
        want = {(e["source"].upper(), e["target"].upper(), e["code"]) for e in g["events"]}
        got = events(json.loads(line)["claims"])
        right += len(want & got); found += len(got); wanted += len(want); exact += want == got
        if want == got: continue
        k = kind(want, got); kinds[k] += 1
        show = lambda es: "; ".join(" ".join(e) for e in sorted(es)) or "none"
        lines.append(f"| {g['id']} | {k} | {show(want - got)} | {show(got - want)} |")
    p, r = right / found if found else 0, right / wanted
    print(f"precision {p:.3f}\nrecall {r:.3f}\nrecords all right {exact}/{len(gold)} {exact / len(gold):.3f}")
    for k, n in kinds.most_common(): print(f"differs: {k} {n}")
    print(f"overall {2 * p * r / (p + r) if right else 0:.3f}")
    if why:
        with open(why, "w", encoding="utf-8") as f: f.write("| record | difference | missed | added |\n| --- | --- | --- | --- |\n" + "\n".join(lines) + "\n")

if __name__ == "__main__":
    if len(sys.argv) not in (4, 6): sys.exit(__doc__)
    main(*sys.argv[1:4], *sys.argv[5:6])
