#!/bin/sh
# Every record fits its schema, every offset its words.
# shellcheck source=tests/cli/tap
. tests/cli/tap
: "${root:?}"

records() { # SCHEMA FILE
    python3 "$root/tests/cli/validate.py" "$root/schema" "$1" "$2"
}

"$DATELINE" read --tokens --date 2024-05-06 "$root"/examples/*.txt "$root"/examples/*.jsonl "$root"/examples/*.html >documents 2>err
check 'the examples are read' [ $? = 0 ]
check 'their documents fit the schema' records document documents
check 'their spans hold the words told' python3 "$root/tests/cli/validate.py" --spans documents
"$DATELINE" code --date 2024-05-06 "$root"/examples/*.txt "$root"/examples/*.jsonl >claims 2>err
check 'their claims fit the schema' records claim claims
for unit in codepoint utf16; do
    "$DATELINE" read --tokens --date 2024-05-06 --offsets $unit "$root"/examples/*.txt "$root"/examples/*.html >$unit.jsonl 2>err
    check "offsets in $unit stand on the same words" python3 "$root/tests/cli/validate.py" --offsets $unit documents $unit.jsonl
done

written=$(dirname "$DATELINE")/tests/test_out
if [ -x "$written" ]; then
    DATELINE_RECORDS=$PWD "$written" >out 2>&1
    check 'a document with every field fits the schema' records document document.jsonl
    check 'a claim with every field fits the schema' records claim claim.jsonl
    check 'an empty document fits the schema' records document empty.jsonl
fi
echo '{"id":"x"}' >wrong.jsonl
check 'the schema refuses what is no claim' sh -c "! python3 '$root/tests/cli/validate.py' '$root/schema' claim wrong.jsonl >/dev/null 2>&1"
plan
