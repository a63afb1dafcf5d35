#!/usr/bin/env python3
"""Claims at random, to be judged by eye: sample_claims.py DATELINE REPORTS.jsonl NUMBER SEED.

Prints NUMBER claims of the reports, each with its sentence and the one before it, its parties and its status. The same arguments give the same claims. What
readers made of such samples stands in bench/results/ (*-claims.md).
"""
import json, random, subprocess, sys


def said(actors):
    return "; ".join(f"{a['text']} ({a['actor']})" if a.get("actor") else a["text"] for a in actors) or "-"


def sentence(doc, number):
    if number < 0:
        return ""
    span, text = doc["sentences"][number], doc["doc"]["text"].encode()
    return " ".join(text[span["start"] : span["end"]].decode().split())


def main(program, reports, number, seed):
    run = subprocess.run([program, "read", reports], stdout=subprocess.PIPE, check=True)
    docs = [json.loads(line) for line in run.stdout.splitlines()]
    claims = [(doc, claim) for doc in docs for claim in doc["claims"]]
    random.Random(int(seed)).shuffle(claims)
    for i, (doc, claim) in enumerate(claims[: int(number)], 1):
        trigger = claim["evidence"][0]
        word = doc["doc"]["text"].encode()[trigger["start"] : trigger["end"]].decode()
        kind = " ".join(filter(None, (claim["event"], claim.get("mode"), claim["cameo"], claim["status"])))
        print(f"{i}. [{word}] {kind} | who {said(claim['who'])} | whom {said(claim['whom'])}")
        print(f"   {sentence(doc, claim['sentence'] - 1)[-160:]} >> {sentence(doc, claim['sentence'])}")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
