#!/usr/bin/env python3
"""Checks the program's records.

validate.py FOLDER document|claim|ledger FILE   every line of FILE fits FOLDER/document.schema.json (claim.schema.json)
validate.py --spans FILE                 in FILE, whose offsets are bytes, every span is one of the text, and holds the words that its record tells
validate.py --offsets UNIT BYTES FILE    the spans of FILE, in codepoint or utf16 units, hold the words that those of BYTES, in bytes, hold
"""
import json
import os
import sys


def read(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def schema(folder, name):
    """The schema with what it takes from the claim's put into itself, so that no resolver is needed."""
    def text(part):
        with open(os.path.join(folder, part + ".schema.json"), encoding="utf-8") as file:
            return file.read()
    whole = json.loads(text(name).replace('"claim.schema.json#/', '"#/'))
    whole.setdefault("$defs", {}).update(json.loads(text("claim"))["$defs"])
    return whole


def fits(folder, name, path):
    import jsonschema
    whole = schema(folder, name)
    jsonschema.Draft202012Validator.check_schema(whole)
    validator = jsonschema.Draft202012Validator(whole)
    wrong = 0
    for number, record in enumerate(read(path), 1):
        for error in validator.iter_errors(record):
            wrong += 1
            if wrong <= 10:
                print(f"# {path}:{number}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")
    return not wrong


def spans(value):
    """Every (start, end) in a record, in order."""
    if isinstance(value, list):
        for item in value:
            yield from spans(item)
    elif isinstance(value, dict):
        for start, end in (("start", "end"), ("text_start", "text_end")):
            if isinstance(value.get(start), int):
                yield value[start], value[end]
        for item in value.values():
            yield from spans(item)


def records(value):
    """Every object in a record."""
    if isinstance(value, list):
        for item in value:
            yield from records(item)
    elif isinstance(value, dict):
        yield value
        for item in value.values():
            yield from records(item)


def sound(path):
    for record in read(path):
        text = record["doc"]["text"].encode()
        for start, end in spans(record):
            if not 0 <= start <= end <= len(text):
                print(f"# {record['doc']['id']}: {start}-{end} is outside the text")
                return False
            text[start:end].decode()  # fails where a border cuts a character
        for item in records(record):
            words = item.get("text") if "start" in item else None
            if words is not None and text[item["start"]:item["end"]].decode() != words:
                print(f"# {record['doc']['id']}: {item['start']} does not hold {words!r}")
                return False
        counts = record["counts"], *(claim["counts"] for claim in record["claims"])
        if any(count.get("part_of", 0) >= len(some) for some in counts for count in some):
            print(f"# {record['doc']['id']}: a count is part of none")
            return False
    return True


def same_words(unit, in_bytes, in_units):
    encoding, width = {"codepoint": ("utf-32-le", 4), "utf16": ("utf-16-le", 2)}[unit]
    known = {record["doc"]["id"]: record for record in read(in_bytes)}
    for record in read(in_units):
        other = {key: value for key, value in known[record["doc"]["id"]].items() if key in record}
        text, units = record["doc"]["text"].encode(), record["doc"]["text"].encode(encoding)
        here = [units[a * width:b * width].decode(encoding) for a, b in spans(record)]
        there = [text[a:b].decode() for a, b in spans(other)]
        if not here or here != there:
            print(f"# {record['doc']['id']}: the words differ")
            return False
    return True


def main():
    if sys.argv[1] == "--spans":
        return sound(sys.argv[2])
    if sys.argv[1] == "--offsets":
        return same_words(*sys.argv[2:5])
    return fits(*sys.argv[1:4])


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
