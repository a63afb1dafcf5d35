#!/usr/bin/env python3
"""What others take for times and places: rivals.py SECONDS PLACES.tsv FILE.jsonl. Prints `name value` lines.

dateparser finds dates in running text (search_dates, English); spaCy's PhraseMatcher looks up the place names of PLACES.tsv in text cut by its English
tokenizer, and decides nothing. Each reads documents for at least SECONDS of processor time; the figure is bytes read by that time.
"""
import json, sys, time

def texts(path):
    return [json.loads(line)["text"] for line in open(path, encoding="utf-8")]

def names(path):
    rows = [l.rstrip("\n").split("\t") for l in open(path, encoding="utf-8") if l.strip() and l[0] != "#"]
    head, out = rows[0], set()
    for r in rows[1:]:
        out.add(r[head.index("name")])
        out.update(a for a in r[head.index("aliases")].split("|") if a)
    return sorted(out)

def measure(name, seconds, documents, read):
    begun, size, found = time.process_time(), 0, 0
    for text in documents:
        found += read(text); size += len(text.encode())
        if time.process_time() - begun > seconds: break
    took = time.process_time() - begun
    print(f"{name}_megabytes_per_second {size / took / 1e6:.3f}\n{name}_found {found}\n{name}_bytes {size}")

def main(seconds, places, path):
    documents = texts(path)
    from dateparser.search import search_dates
    settings = {"RELATIVE_BASE": __import__("datetime").datetime(2024, 6, 11)}
    measure("dateparser", seconds, documents, lambda t: len(search_dates(t, languages=["en"], settings=settings) or []))
    import spacy
    from spacy.matcher import PhraseMatcher
    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000
    matcher = PhraseMatcher(nlp.vocab)
    begun = time.process_time()
    matcher.add("PLACE", list(nlp.tokenizer.pipe(names(places))))
    print(f"spacy_set_up_seconds {time.process_time() - begun:.1f}")
    measure("spacy_matcher", seconds, documents, lambda t: len(matcher(nlp.make_doc(t))))
    print("dateparser_version", __import__("dateparser").__version__)
    print("spacy_version", spacy.__version__)

if __name__ == "__main__":
    if len(sys.argv) != 4: sys.exit(__doc__)
    main(float(sys.argv[1]), sys.argv[2], sys.argv[3])
