#!/bin/sh
# Runs cmocka programs and sums them: tools/run_tests.sh PROGRAM... Prints what fails, then "N passed, N failed". A program that crashes or takes longer
# than TEST_SECONDS (120) counts as a failure.
set -eu
limit=${TEST_SECONDS:-120}
out=$(mktemp)
trap 'rm -f "$out"' EXIT
passed=0 failed=0
for program in "$@"; do
    status=0
    CMOCKA_MESSAGE_OUTPUT=TAP timeout -k 5 "$limit" "$program" >"$out" 2>&1 || status=$?
    good=$(grep -c '^ok ' "$out" || true)
    bad=$(grep -c '^not ok ' "$out" || true)
    # a crash ends the program between two tests, without a line of its own
    if [ "$status" != 0 ] && [ "$bad" = 0 ]; then bad=1; fi
    if [ "$good" = 0 ] && [ "$bad" = 0 ]; then
        echo "$(basename "$program") ran no test"
        bad=1
    fi
    passed=$((passed + good)) failed=$((failed + bad))
    if [ "$bad" != 0 ]; then
        echo "--- $(basename "$program"): $bad failed (exit $status)"
        grep -v '^ok ' "$out" | head -60
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
