#!/bin/sh
# Reads the reports in examples/ and shows what comes out: tools/demo.sh BUILD.
set -eu
cd "$(dirname "$0")/.."
build=$1
export DATELINE_DATA="$build"
show() {
    printf '\n$ dateline %s\n' "$*"
    "$build/dateline" "$@"
}

show code --format table examples/*.txt examples/*.jsonl
printf '\nWhy one report was read so, sentence by sentence (its beginning):\n'
show explain examples/sudan-market.txt | head -n 60

cat <<EOF

Next:
  $build/dateline code YOUR-REPORT.txt                    its claims, one a line
  $build/dateline code --format csv examples/*.txt        for a spreadsheet
  $build/dateline read examples/two-tellings.jsonl        whole documents as JSON: names, times, places, quotations, counts, claims
  $build/dateline explain --date 2022-03-14 REPORT.txt    each claim with the rule behind each field
  $build/dateline help                                    everything else; make install puts it on your PATH
EOF
