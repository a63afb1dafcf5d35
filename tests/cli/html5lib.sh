#!/bin/sh
# Tokenizer and charsets pass html5lib's tests, where they are at hand.
# shellcheck source=tests/cli/tap
. tests/cli/tap
: "${root:?}"

tests=$root/../shared/corpora/html5lib/tokenizer
program=$(dirname "$DATELINE")/html5lib
if [ -d "$tests" ] && [ -x "$program" ]; then
    python3 "$root/tests/html5lib.py" "$program" "$DATELINE_DATA/knowledge.dlk" "$tests" >out 2>err
    check 'every tokenizer test of html5lib that is about HTML' [ $? = 0 ]
    python3 "$root/tests/html5lib_charsets.py" "$DATELINE" "$root/../shared/corpora/html5lib/encoding" >out 2>err
    check 'every test of charsets of html5lib that runs no script' [ $? = 0 ]
else
    check "html5lib's tests skipped: not at hand" true
fi
plan
