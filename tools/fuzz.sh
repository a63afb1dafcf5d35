#!/bin/sh
# Runs the fuzz targets: tools/fuzz.sh BUILD SECONDS [TARGET...]. Seeds come from examples/, spec/ and tests/regress/; finds are left in BUILD/fuzz/.
# Prints "N passed, N failed", one a target.
set -eu
cd "$(dirname "$0")/.."
build=$1 seconds=$2
shift 2
[ $# -gt 0 ] || set -- claims jsonl

# One seed a paragraph, for short inputs are run often. The first byte of an input picks a variant of the target (see fuzz/fuzz_*.c), so every seed is
# given one (32 more than the variant: a sign that every awk can write).
seed() { # FOLDER BYTE RECORD-SEPARATOR FILE...
    folder=$1 byte=$2 separator=$3
    shift 3
    for file in "$@"; do
        [ ! -f "$file" ] || awk -v RS="$separator" -v out="$folder/$(basename "$file")" -v byte="$byte" \
            'length($0) < 1400 { name = out "." byte "." NR; printf "%c%s\n", byte + 32, $0 >name; close(name) }' "$file"
    done
}

passed=0 failed=0
for target in "$@"; do
    corpus=$build/fuzz/$target
    mkdir -p "$corpus" "$build/fuzz/seeds-$target"
    case $target in
    claims) for byte in 0 2; do seed "$build/fuzz/seeds-$target" "$byte" '' examples/*.txt spec/*.md; done ;;
    jsonl)
        seed "$build/fuzz/seeds-$target" 0 '' examples/*.txt
        seed "$build/fuzz/seeds-$target" 2 '\n' examples/*.jsonl
        ;;
    esac
    for file in tests/regress/"$target"/*; do
        [ ! -f "$file" ] || cp "$file" "$build/fuzz/seeds-$target/"
    done
    log=$build/fuzz/$target.log
    if DATELINE_DATA=$build "$build/fuzz_$target" -dict=fuzz/claims.dict -max_total_time="$seconds" -max_len=1500 -timeout=10 -rss_limit_mb=2048 \
        -print_final_stats=1 -artifact_prefix="$build/fuzz/find-$target-" "$corpus" "$build/fuzz/seeds-$target" >"$log" 2>&1; then
        passed=$((passed + 1))
        echo "fuzz $target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs in $seconds s, $(find "$corpus" -type f | wc -l) kept, none bad"
    else
        failed=$((failed + 1))
        grep -E '^(fuzz:|==|SUMMARY|artifact|.*runtime error)' "$log" | head -20 || true
        echo "fuzz $target: FAILED, see $log; keep the find as tests/regress/$target/<cause>"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
