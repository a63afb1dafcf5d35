#!/bin/sh
# `dateline ledger` and `dateline quotes`: the golden files, the schema, the policies, the conventions for vague numbers, any number of jobs.
# shellcheck source=tests/cli/tap
. tests/cli/tap
: "${root:?}"
golden=$root/tests/golden

has() { # WORDS: the output has them
    grep -qF -- "$1" out
}
same() { # FILE: the output is the golden one
    diff "$golden/$1" out >differences || { sed "s/^/# /" differences && return 1; }
}

for format in table tsv; do
    check "ledger: $format" run 0 ledger --format $format "$golden/ledger.jsonl"
    check "ledger: $format as golden" same ledger.$format
done
check 'ledger: latest' run 0 ledger --format table --policy latest "$golden/ledger.jsonl"
check 'ledger: the last report decides' has 'killed 12–40, best 40 (latest of 5 sources), CONFLICT'
check 'ledger: no policy of that name' run 2 ledger --policy mean "$golden/ledger.jsonl"
check 'ledger: said which there are' says 'give one of lowest, latest'
"$DATELINE" ledger --format jsonl --jobs 1 "$golden/ledger.jsonl" >one
"$DATELINE" ledger --format jsonl --jobs 4 "$golden/ledger.jsonl" >four
check 'ledger: the same for any number of jobs' cmp one four
check 'ledger: fits the schema' python3 "$root/tests/cli/validate.py" "$root/schema" ledger one
cat >quoted.py <<'END'
import json, sys
texts = {d["id"]: d["text"].encode() for d in map(json.loads, open(sys.argv[1]))}
for incident in map(json.loads, open("one")):
    for f in incident["figures"]:
        words = texts[f["ref"]][f["start"]:f["end"]].decode()
        assert words in f["quote"] and (f.get("who") or "") in f["quote"], f
END
check 'ledger: the bytes hold the figure' python3 quoted.py "$golden/ledger.jsonl"
"$DATELINE" ledger "$golden/ledger.jsonl" nowhere.jsonl >out 2>err
check 'ledger: an input that cannot be read' test $? = 1
check 'ledger: the others are written' cmp one out
check 'ledger: nothing in, nothing out' sh -c "printf '' | '$DATELINE' ledger --format jsonl | cmp - /dev/null"
"$DATELINE" ledger "$golden/ledger.jsonl" >/dev/full 2>err
check 'ledger: an output that is full' test $? = 3

check 'quotes: table' run 0 quotes --format table "$golden/ledger.jsonl"
check 'quotes: table as golden' same quotes.table
check 'quotes: JSON' run 0 quotes "$golden/ledger.jsonl"
check 'quotes: a line each' lines 10
check 'quotes: who denies' has '"stance":"deny"'
check 'quotes: no other format' run 2 quotes --format csv "$golden/ledger.jsonl"

printf 'Dozens of villagers were killed.\n' >dozens.txt
"$DATELINE" ledger --format tsv dozens.txt | cut -f 13-15 | tail -n 1 >out
check 'vague numbers: the least' has '24		'
"$DATELINE" ledger --format tsv --vague-numbers acled dozens.txt | cut -f 13-15 | tail -n 1 >out
check 'vague numbers: as ACLED codes them' has '12	12	'
check 'vague numbers: no such convention' run 2 code --vague-numbers median dozens.txt
check 'vague numbers: said what there is' says '--vague-numbers median: there is no such convention for vague numbers: give floor'
plan
