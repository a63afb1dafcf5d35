#!/bin/sh
# Reads reports of examples/ and shows what comes out: tools/demo.sh BUILD.
set -eu
cd "$(dirname "$0")/.."
build=$1
export DATELINE_DATA="$build"
show() { # WHAT COMMAND...
    printf '\n%s\n\n$ dateline' "$1"
    shift
    printf ' %s' "$@"
    echo
    "$build/dateline" "$@"
}

show 'An agency report with an accusation and its denial. One line a claim:' code --format table examples/sudan-market.txt
show 'A cable of 1991, in capitals:' code --format table examples/colombia-cable.txt
show 'Two reports of one incident, whose tolls differ:' code --format table examples/two-tellings.jsonl
show 'Why a report was read so, sentence by sentence (its beginning):' explain examples/caucasus-summit.txt | head -n 60

cat <<EOF

Next:
  $build/dateline code YOUR-REPORT.txt                    its claims: a table here, JSON Lines in a pipe
  $build/dateline code --format csv examples/*.txt        for a spreadsheet
  $build/dateline read examples/two-tellings.jsonl        whole documents as JSON: names, times, places, quotations, counts, claims
  $build/dateline explain --date 2022-03-14 REPORT.txt    the rule behind each field; the date, where the report does not tell it
  $build/dateline help                                    everything else; make install puts it on your PATH
EOF
