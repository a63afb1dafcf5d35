#!/bin/sh
# `dateline unknown`: what is counted, in which order, and that threads and a lexicon make the difference that they should.
# shellcheck source=tests/cli/tap
. tests/cli/tap

has() { # WORDS: the output has them; a basic regular expression
    grep -q -- "$1" out
}

printf 'The Harbour League attacked Oslo. The Harbour League, led by Governor Anna Vik, denied it.\n' >one.txt
printf 'Anna Vik met the Harbour League and Vladimir Putin. "A, quoted \342\200\224 end," said the Harbour League.\n' >two.txt
check 'unknown: read' run 0 unknown one.txt two.txt
check 'unknown: CSV has a header' has '^mentions,documents,claims,name,kind,actor,context,context_2,context_3.$'
check 'unknown: the commonest first' [ "$(sed -n 2p out | cut -d , -f 2,4,5)" = '2,Harbour League,organisation' ]
check 'unknown: coded only as far as known' has ',Anna Vik,person,[A-Z]*GOV,'
check 'unknown: with its place in the text' has 'The \[Harbour League\] attacked Oslo'
check 'unknown: who is known is not listed' [ "$(cut -d , -f 4 out | grep -c Putin)" = 0 ]
cp out first
for jobs in 1 5; do
    check "unknown: the same with $jobs threads" run 0 unknown --jobs $jobs one.txt two.txt
    check "unknown: the same bytes with $jobs threads" cmp -s out first
done
check 'unknown: as a table' run 0 unknown --format table one.txt two.txt
check 'unknown: a table has contexts below each name' [ "$(grep -c '^          .*\[' out)" -gt 2 ]
check 'unknown: what a cell holds is quoted' [ "$(python3 -c 'import csv,sys; print({len(r) for r in csv.reader(open("first", newline=""))})')" = '{9}' ]
mkdir -p mine/actors
printf 'id\tname\tcode\tcountry\nhl\tHarbour League\tNORBUS\tNOR\n' >mine/actors/bodies.tsv
check 'unknown: with a lexicon' run 0 unknown --lexicon mine one.txt two.txt
check 'unknown: its actors are known' [ "$(cut -d , -f 4 out | grep -c 'Harbour League')" = 0 ]
check 'unknown: one bad input does not stop it' run 1 unknown none.txt two.txt
check 'unknown: the others are counted' has ',Anna Vik,person,'
printf 'It rained.\n' >rain.txt
check 'unknown: nothing found' run 0 unknown rain.txt
check 'unknown: is the header alone' lines 1
check 'unknown: no other format' run 2 unknown --format jsonl one.txt
[ ! -e /dev/full ] || {
    "$DATELINE" unknown one.txt >/dev/full 2>err
    check 'unknown: a full disk is exit 3' [ $? = 3 ]
}
plan
