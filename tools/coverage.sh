#!/bin/sh
# Which rows of the tables no test fires: tools/coverage.sh BUILD, for a BUILD with -DDL_COVERAGE. Runs the unit tests, the program's tests and the reports of
# examples/, then lists into BUILD/unfired.txt, as file:line and the row, what decided nothing in any of them, and sums up table by table. Rows of data/events
# fire on the sentence in their column `example`, or tests/test_event_rows.c fails.
set -eu
cd "$(dirname "$0")/.."
build=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export DATELINE_DATA="$build" TEST_SECONDS=900
DL_FIRED=$scratch/tests
export DL_FIRED
tools/run_tests.sh "$build" >&2
DATELINE=$build/dateline tests/cli/run >&2
"$build/dateline" code examples/*.txt examples/*.jsonl >"$scratch/claims"
sort -u "$DL_FIRED" >"$scratch/fired"

# rows FILE: "events/verbs.tsv:12<TAB>row" for each row.
rows() {
    awk -v name="${1#data/}" '/^#/ || !length { next } !head { head = 1; next } { print name ":" NR "\t" $0 }' "$1"
}
printf '%-24s %7s %7s %9s\n' table rows fired unfired
for file in data/events/verbs.tsv data/events/phrases.tsv data/events/nouns.tsv data/events/adjectives.tsv data/events/light.tsv data/events/blame.tsv data/status/governors.tsv \
    data/status/modals.tsv data/actors/agents.tsv data/actors/titles.tsv data/actors/bodies.tsv data/actors/metonyms.tsv data/actors/offices.tsv; do
    rows "$file" | sort -t "$(printf '\t')" -k 1,1 >"$scratch/rows"
    cut -f 1 "$scratch/rows" | sort | comm -23 - "$scratch/fired" >"$scratch/unfired"
    join -t "$(printf '\t')" "$scratch/unfired" "$scratch/rows" | sort -t : -k 2,2n >>"$scratch/list"
    printf '%-24s %7d %7d %9d\n' "${file#data/}" "$(wc -l <"$scratch/rows")" "$(($(wc -l <"$scratch/rows") - $(wc -l <"$scratch/unfired")))" \
        "$(wc -l <"$scratch/unfired")"
done
mv "$scratch/list" "$build/unfired.txt"
echo "the rows: $build/unfired.txt"
