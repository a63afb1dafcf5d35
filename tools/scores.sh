#!/bin/sh
# How well the program reads, by the scorers beside the corpora and by the trainer's own of sentences and tokens: tools/scores.sh BUILD gold|petrarch|all [LIMIT].
# Needs, but for the everyday reports of bench/reports and the lexicon's own examples, a folder with gold/, score/ and corpora/ (CORPORA, default ../shared/corpora); says that it was skipped where
# there is none. gold: the everyday reports and those read by hand. petrarch: the records of PETRARCH alone. all: every development set, at most LIMIT documents of each.
# Figures are printed, none is a gate; a scorer that breaks down is a failure. Last line: "N passed, N failed", one a scorer.
set -eu
cd "$(dirname "$0")/.."
build=$1 which=$2 limit=${3-0}
corpora=${CORPORA:-../shared/corpora}
shared=$(dirname "$corpora")
export DATELINE="$build/dateline" DATELINE_DATA="$build"

passed=0 failed=0
report() { # NAME SECONDS COMMAND...
    name=$1 seconds=$2
    shift 2
    if figures=$(timeout -k 5 "$seconds" "$@" 2>&1); then
        passed=$((passed + 1))
        printf '%s\n' "$figures" | grep -vE '^ ' | tr '\n' ';' | sed "s/^/# $name: /; s/;\$//; s/;/; /g"
        echo
    else
        failed=$((failed + 1))
        echo "# $name: the scorer broke down (exit $?)"
        printf '%s\n' "$figures" | tail -n 5
    fi
}
score() { # NAME SCORER FILE...
    name=$1 scorer=$2
    shift 2
    for file in "$@"; do
        [ -f "$file" ] || { echo "# $name: skipped, no $file"; return; }
    done
    report "$name" 600 python3 "$shared/score/$scorer" --limit "$limit" "$@"
}
cut() { # NAME FILE: sentences and tokens of the raw text; there is a trainer where jansson is installed
    for file in "$2" "$build/trainer"; do
        [ -f "$file" ] || { echo "# $1: skipped, no $file"; return; }
    done
    report "$1" 300 "$build/trainer" --score-cut "$build/knowledge.dlk" "$2"
}

coref() { # NAME FILE: coreference by kind of anaphor
    [ -f "$2" ] || { echo "# $1: skipped, no $2"; return; }
    report "$1" 120 python3 bench/coref.py "$DATELINE" "$2"
}

# PETRARCH's unit records, coded with the dictionaries that they are made for. WHY, if set, receives the list of records that differ.
petrarch() {
    records=$corpora/events/petr_unittest_ud.jsonl
    [ -f "$records" ] || { echo "# events of PETRARCH's unit records: skipped, no $records"; return; }
    scratch=$(mktemp -d)
    mkdir "$scratch/in"
    cp "$shared"/dictionaries/PETR.Validate.* "$scratch/in"
    "$DATELINE" lexicon import "$scratch/in" "$scratch/out" >/dev/null || { echo "# events of PETRARCH's unit records: the dictionaries cannot be imported"; failed=$((failed + 1)); }
    report "events of PETRARCH's unit records" 300 python3 bench/petrarch.py "$DATELINE" "$scratch/out" "$records" ${WHY:+--why "$WHY"}
    rm -r "$scratch"
}

if [ "$which" != petrarch ]; then
    for half in dev test; do
        report "everyday reports, $half" 120 python3 bench/reports.py "$DATELINE" bench/reports/$half-*.txt
    done
fi
if [ "$which" = all ]; then # the lexicon's own examples, in other builds of sentence
    report 'verbs in other builds of sentence' 900 python3 bench/variants.py "$DATELINE"
    report 'parties met a sentence before' 300 python3 bench/two_sentences.py "$DATELINE"
    report 'nouns of events in other builds' 300 python3 bench/noun_variants.py "$DATELINE"
    report 'noun phrases of parties' 300 python3 bench/party_phrases.py "$DATELINE"
fi
if [ ! -d "$shared/score" ]; then
    echo "# accuracy of the rest: skipped, no $shared/score (set CORPORA to the folder of the corpora)"
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ]
    exit
fi
if [ "$which" = petrarch ]; then
    petrarch
elif [ -d "$shared/gold" ]; then
    report 'gold reports' 300 python3 "$shared/score/score_gold.py" --bin "$DATELINE" "$shared"/gold/*.gold.json
fi
if [ "$which" = all ]; then
    cut 'sentences and tokens of raw text, EWT' "$corpora/parse/ewt.dev.conllu"
    cut 'sentences and tokens of raw text, GUM' "$corpora/parse/gum-free.dev.conllu"
    score 'tags and trees, EWT' score_conllu.py "$corpora/parse/ewt.dev.conllu"
    score 'tags and trees, GUM' score_conllu.py "$corpora/parse/gum-free.dev.conllu"
    score 'names, EWT' score_names.py "$corpora/ner/uner-ewt.dev.jsonl"
    score 'names, GUM' score_names.py "$corpora/ner/gum-free.dev.jsonl"
    score 'times, TimeBank' score_times.py "$corpora/timex/timebank.jsonl"
    score 'times, AQUAINT' score_times.py "$corpora/timex/aquaint.jsonl"
    score 'places, GeoVirus' score_places.py "$corpora/geo/geovirus.jsonl"
    score 'places, TR-News' score_places.py "$corpora/geo/trnews.jsonl"
    score 'quotations, PolNeAR' score_quotes.py "$corpora/quotes/polnear.dev.jsonl"
    score 'incidents, MUC-4' score_muc.py "$corpora/muc/muc4.tst1.jsonl" "$corpora/muc/muc4.tst2.jsonl"
    score 'events, PLOVER' score_events.py "$corpora/events/plover-gsr.dev.jsonl"
    coref 'who is the same, GUM' "$corpora/parse/gum-free.dev.conllu"
    score 'breadth of events, NGEC' score_events.py "$corpora/events/ngec-synthetic.train.jsonl"
    petrarch
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
