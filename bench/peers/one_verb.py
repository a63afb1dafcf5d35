#!/usr/bin/env python3
"""One verb in fourteen sentences: what a peer coded (bench/peers/one-verb.tsv) and what dateline reads now. For the README.

one_verb.py DATELINE TSV
"""
import json
import subprocess
import sys


def claims(program, sentences):
    reports = "\n".join(json.dumps({"id": s, "text": s, "published": "2024-05-15"}) for s in sentences)
    lines = subprocess.run([program, "read", "--from", "jsonl"], input=reports, capture_output=True, text=True, check=True).stdout
    return [json.loads(line)["claims"] for line in lines.splitlines()]


def told(claim):
    """"ASSAULT denied, says Germany"."""
    words = f"{claim['event']} {claim['status']}"
    if claim.get("when", {}).get("basis") == "said":
        words += f" {claim['when']['start']}"
    return words + "".join(f", says {a['name']}" for a in claim["according_to"])


def main():
    program, table = sys.argv[1:]
    with open(table, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")][1:]
    print(f"{'sentence':50}  {'PETRARCH2':11}  dateline")
    for (sentence, peer), found in zip(rows, claims(program, [row[0] for row in rows])):
        print(f"{sentence:50}  {peer or '-':11}  {'; '.join(map(told, found)) or '-'}")


main()
