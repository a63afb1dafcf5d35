#!/bin/sh
# The same input gives the same bytes, whatever the compiler, the sanitizer and the number of threads: tools/same.sh BUILD BUILD...
# The thread sanitizer, where one of the builds has it, watches meanwhile. Last line: "N passed, N failed", one a run.
set -eu
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
# each report many times over, so that threads are busy
for i in 1 2 3 4 5 6 7 8; do
    for file in examples/*.txt examples/*.jsonl; do cp "$file" "$out/$i-$(basename "$file")"; done
done
passed=0 failed=0
expected=
# a race ends the program, and so its output
export TSAN_OPTIONS=halt_on_error=1
for build in "$@"; do
    for jobs in 1 4; do
        got=$("$build/dateline" read --tokens --data "$build" --jobs "$jobs" "$out"/[1-8]-* | sed 's/"uri":"[^"]*"//' | sha256sum)
        [ -n "$expected" ] || expected=$got
        if [ "$got" = "$expected" ]; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "$build with $jobs threads writes other bytes than $1 with one"
        fi
    done
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
