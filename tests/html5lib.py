#!/usr/bin/env python3
"""Runs html5lib's tokenizer tests: html5lib.py PROGRAM KNOWLEDGE FOLDER. Prints each failure, then "N passed, N failed".
The tests' parse errors are not compared: dateline reads pages and corrects none, so it keeps no list of their errors. Nor are those of
xmlViolation.test, which change what XML cannot hold (U+FFFF, form feeds, "--" in comments): nothing is made into XML here."""
import glob, json, os, subprocess, sys

MODES = ["Data state", "RCDATA state", "RAWTEXT state", "Script data state", "PLAINTEXT state", "CDATA section state"]
program, knowledge, folder = sys.argv[1:]

def plain(value):
    """A doubly escaped string."""
    return json.loads('"' + value.replace('"', '\\"') + '"') if isinstance(value, str) else value

def bytes_of(text):
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass").encode("utf-8", "surrogatepass")

def cases():
    for path in sorted(glob.glob(os.path.join(folder, "*.test"))):
        if path.endswith("xmlViolation.test"): continue
        data = json.load(open(path, encoding="utf-8"))
        for test in data.get("tests", data.get("xmlViolationTests", [])):
            source, want = test["input"], test["output"]
            if test.get("doubleEscaped"):
                source = plain(source)
                want = [[t[0]] + [{plain(k): plain(v) for k, v in x.items()} if isinstance(x, dict) else plain(x) for x in t[1:]] for t in want]
            for state in test.get("initialStates", ["Data state"]):
                yield os.path.basename(path), test["description"], state, test.get("lastStartTag", "-"), source, want

def unhex(word): return b"" if word == "-" else bytes.fromhex(word)

def tokens(lines):
    out = []
    for line in lines:
        kind, *words = line.split()
        if kind == "text":
            if out and out[-1][0] == "Character": out[-1][1] += unhex(words[0])
            else: out.append(["Character", unhex(words[0])])
        elif kind == "comment": out.append(["Comment", unhex(words[0])])
        elif kind == "end": out.append(["EndTag", unhex(words[0])])
        elif kind == "start":
            pairs = [unhex(w) for w in words[2:]]
            out.append(["StartTag", unhex(words[0]), dict(zip(pairs[::2], pairs[1::2]))] + ([True] if words[1] == "1" else []))
        else:
            name, named, public, system, correct, p, s = words
            out.append(["DOCTYPE", unhex(name) if named == "1" else None, unhex(p) if public == "1" else None, unhex(s) if system == "1" else None, correct == "1"])
    return [t for t in out if t != ["Character", b""]]

def wanted(want):
    def conv(x):
        if isinstance(x, str): return bytes_of(x)
        return {bytes_of(k): bytes_of(v) for k, v in x.items()} if isinstance(x, dict) else x
    out = []
    for t in want:
        token = [t[0]] + [conv(x) for x in t[1:]]
        if t[0] == "Character" and out and out[-1][0] == "Character": out[-1][1] += token[1]
        else: out.append(token)
    return out

all_cases = list(cases())
asked = "".join(f"{MODES.index(state)} {last} x{bytes_of(source).hex()}\n" for _, _, state, last, source, _ in all_cases)
failed = 0
blocks, block = [], []
for line in subprocess.run([program, knowledge], input=asked.encode(), stdout=subprocess.PIPE, check=True).stdout.decode().split("\n"):
    if line: block.append(line)
    else: blocks.append(block); block = []
assert len(blocks) >= len(all_cases), f"{len(blocks)} answers to {len(all_cases)} tests"
for (file, what, state, _, source, want), lines in zip(all_cases, blocks):
    if tokens(lines) != wanted(want):
        failed += 1
        print(f"{file}: {what} ({state}): {source!r}: got {tokens(lines)}, want {wanted(want)}")
print(f"{len(all_cases) - failed} passed, {failed} failed")
sys.exit(failed > 0)
