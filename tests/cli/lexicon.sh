#!/bin/sh
# `--lexicon` and `dateline lexicon check`: whose rows are read, and what is said of them.
# shellcheck source=tests/cli/tap
. tests/cli/tap
: "${root:?}"

has() { # WORDS: the output has them; a basic regular expression
    grep -q -- "$1" out
}

given() { # what `check` said is exactly the lines of standard input
    cmp -s out -
}

printf 'The Harbour League doxxed two judges at Camp Birch. NATO attacked the Taliban.\n' >one.txt
own=$root/examples/lexicon
check 'lexicon: without it the words are unknown' run 0 code one.txt
check 'lexicon: nobody doxxes' [ "$(grep -c COERCE out)" = 0 ]
knowledge=$(grep -o '"knowledge":"[0-9a-f]*"' out | head -n 1)
check 'lexicon: read with' run 0 code --lexicon "$own" one.txt
check 'lexicon: an actor' has '"text":"Harbour League",.*"actor":"NORBUS"'
check 'lexicon: a word for an event, and the trace names it' has '"event":"COERCE".*"entry":"lexicon:events/verbs.tsv:3"'
check 'lexicon: a place' has '"where":{"name":"Camp Birch"'
check 'lexicon: another code for a known actor' has '"actor":"IGOMILNAT"'
check 'lexicon: the records say that it is other knowledge' [ "$(grep -c "$knowledge" out)" = 0 ]
cp out alone
for jobs in 1 7; do
    "$DATELINE" code --jobs $jobs --lexicon "$own" one.txt one.txt one.txt >out 2>err
    cat alone alone alone >three
    check "lexicon: the same with $jobs threads" cmp -s out three
done

check 'check: nothing wrong' run 0 lexicon check "$own"
# shellcheck disable=SC2016
check 'check: says what a row replaces' has 'bodies.tsv:4: takes the place of actors/bodies.tsv:[0-9]*$'

mkdir -p mine/events mine/actors
printf 'lemma\tpos\tif\tevent\twho\tflags\tinner\n' >mine/events/verbs.tsv
printf 'attack\tv\tobj=@foo\tASSAULT\tSubj\tharm zap\tmaybe\nraid\tx\tobj:thing\tFIGHT\t\t\t\n' >>mine/events/verbs.tsv
printf 'id\tname\tfrom\n\tA\tyesterday\n' >mine/actors/bodies.tsv
: >mine/events/odd.tsv
check 'check: faults give exit 1' run 1 lexicon check mine
check 'check: each with file, line, column' given <<'END'
mine/actors/bodies.tsv:2: id: empty: every row of this table needs one
mine/actors/bodies.tsv:2: from: no date: write 2022-03-14, 2022-03 or 2022: yesterday
mine/events/verbs.tsv:2: if: no such word list: events/sets.tsv, yours or the built-in one, has to name it: obj=@foo
mine/events/verbs.tsv:2: who: no role: roles are subj, obj, to, obj.by and the like (spec/lexicon.md), with commas between them: Subj
mine/events/verbs.tsv:2: inner: no status: write one of happened, ongoing, planned, called-for, threatened, attempted, possible, conditional, denied, not: maybe
mine/events/verbs.tsv:2: flags: no built-in row has this value, so nothing asks for it: the head of the built-in table tells those that there are: zap
mine/events/verbs.tsv:3: pos: no built-in row has this value, so nothing asks for it: the head of the built-in table tells those that there are: x
mine/events/verbs.tsv:3: if: no such class: there are :actor, :person, :people and :place: obj:thing
mine/events/verbs.tsv:3: event: no event of PLOVER: write its name in capitals, - for a stop row, or + for a word that only governs: FIGHT
mine/events/odd.tsv: the name of no table, so it is not read: files are named as in data/
END
check 'check: such words are still read, with what fits' run 0 code --lexicon mine one.txt

rm -r mine/actors mine/events/odd.tsv
printf 'lemma\tpos\tevent\nattack\tv\tACCUSE\n' >mine/events/verbs.tsv
check 'check: a row that only goes before' run 0 lexicon check mine
check 'check: says before which' has 'verbs.tsv:2: lemma: goes before events/verbs.tsv:[0-9]* (attack)$'
check 'check: and it does' run 0 code --lexicon mine one.txt
check 'check: as it was said' has '"event":"ACCUSE"'

printf 'lemma\tpos\tmeaning\nattack\tv\tACCUSE\tmore\n\377\n' >mine/events/verbs.tsv
check 'check: a broken table' run 1 lexicon check mine
check 'check: said row by row' given <<'END'
mine/events/verbs.tsv:1: meaning: no such column in this table: docs/lexicon.md says where they are named
mine/events/verbs.tsv:3: not UTF-8: save the file as UTF-8
mine/events/verbs.tsv:2: more cells than columns: take the last tabs away
END
check 'lexicon: a broken table is refused' run 2 code --lexicon mine one.txt
check 'lexicon: said where to look' says "mine: a row of the lexicon is faulty; \`dateline lexicon check\` says which and what to do"
check 'lexicon: no such folder' run 2 code --lexicon none one.txt
check 'lexicon: said so' says 'none: the lexicon folder cannot be read: No such file or directory'
mkdir empty
check 'lexicon: no table in it' run 2 code --lexicon empty one.txt
check 'check: no such folder' run 1 lexicon check none
check 'lexicon: needs words' run 2 lexicon
check 'lexicon: needs two' run 2 lexicon check
plan
