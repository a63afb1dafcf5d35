#!/bin/sh
# Runs the steps of a job and sums them. Standard input has a step a line: NAME | SECONDS | COMMAND. A step that prints "N passed, N failed" at its end counts with
# those figures, any other as one check by its exit code; 124 is a step that took too long. Last line: "N passed, N failed" of all.
set -u
passed=0 failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
while IFS='|' read -r name seconds command; do
    name=$(echo "$name" | xargs)
    [ -n "$name" ] || continue
    begun=$(date +%s)
    timeout -k 10 "$(echo "$seconds" | xargs)" sh -c "$command" >"$log" 2>&1 </dev/null
    status=$?
    took=$(($(date +%s) - begun))
    # the last such line: make may say behind it that its job failed
    figures=$(sed -nE 's/^([0-9]+) passed, ([0-9]+) failed$/\1 \2/p' "$log" | tail -n 1)
    good=${figures% *} bad=${figures#* }
    if [ -z "$figures" ]; then
        good=0 bad=0
        if [ "$status" = 0 ]; then good=1; else bad=1; fi
    elif [ "$status" != 0 ] && [ "$bad" = 0 ]; then
        bad=1
    fi
    passed=$((passed + good)) failed=$((failed + bad))
    if [ "$bad" != 0 ]; then
        tail -n 80 "$log" | sed 's/^/    /'
        [ "$status" != 124 ] || echo "    stopped: took longer than$seconds s"
        echo "FAIL $name: $good passed, $bad failed (${took} s)"
    else
        # what a step tells beside its figures: scores, what was skipped
        sed -n 's/^# /     /p' "$log"
        echo "ok   $name: $good passed (${took} s)"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
