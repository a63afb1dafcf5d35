"""UDPipe 1 as a peer: a model of the standard sizes, trained here, since its makers' models are not in a package registry.

    udpipe_bench.py train CONLLU MODEL     trains; few rounds over few sentences, for the speed does not depend on how good the weights are
    udpipe_bench.py time MODEL TEXT SECONDS
"""
import sys
import time

import ufal.udpipe as udpipe

from worker import documents, measure

SENTENCES = 2500  # of the treebank, so that training takes minutes

# The sizes of the English models that UDPipe's authors train: hidden layer 200, embeddings 50 (form), 20 (tags), 20 (relations).
TOKENIZER = "tokenize_url=1;allow_spaces=0;dimension=24;epochs=1;batch_size=50;learning_rate=0.005"
TAGGER = (
    "models=2;iterations=1;templates_1=lemmatizer;guesser_suffix_rules_1=8;guesser_enrich_dictionary_1=4;guesser_prefixes_max_1=4;"
    "use_lemma_1=1;use_xpostag_1=0;use_feats_1=0;provide_lemma_1=1;provide_xpostag_1=0;provide_feats_1=0;"
    "templates_2=tagger;guesser_suffix_rules_2=8;guesser_enrich_dictionary_2=6;guesser_prefixes_max_2=0;"
    "use_lemma_2=1;use_xpostag_2=1;use_feats_2=1;provide_lemma_2=0;provide_xpostag_2=1;provide_feats_2=1"
)
PARSER = (
    "iterations=1;embedding_upostag=20;embedding_feats=20;embedding_xpostag=0;embedding_form=50;embedding_lemma=0;embedding_deprel=20;"
    "hidden_layer=200;learning_rate=0.02;learning_rate_final=0.001;l2=0.3;batch_size=10;"
    "transition_system=projective;transition_oracle=dynamic;structured_interval=0"
)


def read_treebank(path):
    sentences, sentence, error = udpipe.Sentences(), udpipe.Sentence(), udpipe.ProcessingError()
    reader = udpipe.InputFormat.newConlluInputFormat()
    with open(path, encoding="utf-8") as file:
        reader.setText(file.read())
    while len(sentences) < SENTENCES and reader.nextSentence(sentence, error):
        sentences.append(sentence)
        sentence = udpipe.Sentence()
    if error.occurred():
        sys.exit(f"udpipe: {path}: {error.message}")
    return sentences


def train(treebank, path):
    error = udpipe.ProcessingError()
    model = udpipe.Trainer.train("morphodita_parsito", read_treebank(treebank), udpipe.Sentences(), TOKENIZER, TAGGER, PARSER, error)
    if error.occurred():
        sys.exit(f"udpipe: training: {error.message}")
    with open(path, "wb") as file:
        file.write(model)


def one_pass(model, texts):
    """Tokenizer, tagger and greedy parser one behind the other over all sentences, each with its own clock."""
    clock, seconds, count = time.process_time, {}, 0
    begun = clock()
    tokenizer, sentences = model.newTokenizer(model.DEFAULT), []
    for text in texts:
        tokenizer.setText(text)
        sentence = udpipe.Sentence()
        while tokenizer.nextSentence(sentence):
            sentences.append(sentence)
            sentence = udpipe.Sentence()
    cut = clock()
    for sentence in sentences:
        model.tag(sentence, model.DEFAULT)
    tagged = clock()
    for sentence in sentences:
        model.parse(sentence, "beam_search=1")
    parsed = clock()
    tokens = sum(sentence.words.size() - 1 for sentence in sentences)  # without the root
    return {"cut": (cut - begun, tokens), "tag": (tagged - cut, tokens), "parse": (parsed - tagged, tokens), "whole": (parsed - begun, tokens)}


def main(arguments):
    if len(arguments) == 3 and arguments[0] == "train":
        train(*arguments[1:])
    elif len(arguments) == 4 and arguments[0] == "time":
        model = udpipe.Model.load(arguments[1])
        measure(lambda texts: one_pass(model, texts), documents(arguments[2]), float(arguments[3]))
    else:
        sys.exit(__doc__)


main(sys.argv[1:])
