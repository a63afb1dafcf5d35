#!/bin/sh
# Runs the cmocka programs of a build and sums them: tools/run_tests.sh BUILD [NAME...]; all of tests/test_*.c without names.
# Prints what fails, then "N passed, N failed". A program that crashes or takes longer than TEST_SECONDS (120) counts as a failure.
set -eu
cd "$(dirname "$0")/.."
limit=${TEST_SECONDS:-120}
export DATELINE_DATA="$1"
folder=$1/tests
shift
# shellcheck disable=SC2046  # names of tests hold no blanks
[ $# -gt 0 ] || set -- $(basename -s .c -a tests/test_*.c)
out=$(mktemp)
trap 'rm -f "$out"' EXIT
passed=0 failed=0
for name in "$@"; do
    status=0
    CMOCKA_MESSAGE_OUTPUT=TAP timeout -k 5 "$limit" "$folder/$name" >"$out" 2>&1 || status=$?
    good=$(grep -c '^ok ' "$out" || true)
    bad=$(grep -c '^not ok ' "$out" || true)
    # a crash ends the program between two tests, without a line of its own
    if [ "$status" != 0 ] && [ "$bad" = 0 ]; then bad=1; fi
    if [ "$good" = 0 ] && [ "$bad" = 0 ]; then
        echo "$name ran no test"
        bad=1
    fi
    passed=$((passed + good)) failed=$((failed + bad))
    if [ "$bad" != 0 ]; then
        echo "--- $name: $bad failed (exit $status)"
        grep -v '^ok ' "$out" | head -60
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
