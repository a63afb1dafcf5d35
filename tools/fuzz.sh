#!/bin/sh
# Runs the fuzz targets: tools/fuzz.sh BUILD SECONDS [TARGET...]. Seeds come from examples/, spec/ and tests/regress/; finds are left in BUILD/fuzz/.
# Prints "N passed, N failed", one a target.
set -eu
cd "$(dirname "$0")/.."
build=$1 seconds=$2
shift 2
[ $# -gt 0 ] || set -- claims jsonl

# The first byte of an input picks a variant of the target (see fuzz/fuzz_*.c), so every seed is given one.
seed() { # FOLDER BYTE FILE...
    folder=$1 byte=$2
    shift 2
    for file in "$@"; do
        [ -f "$file" ] || continue
        { printf "%b" "$byte"; head -c 2500 "$file"; } >"$folder/$(basename "$file").$(printf '%s' "$byte" | tr -cd 0-7)"
    done
}

passed=0 failed=0
for target in "$@"; do
    corpus=$build/fuzz/$target
    mkdir -p "$corpus" "$build/fuzz/seeds-$target"
    case $target in
    claims) for byte in '\0000' '\0002'; do seed "$build/fuzz/seeds-$target" "$byte" examples/*.txt spec/*.md; done ;;
    jsonl)
        seed "$build/fuzz/seeds-$target" '\0000' examples/*.txt
        seed "$build/fuzz/seeds-$target" '\0002' examples/*.jsonl
        ;;
    esac
    for file in tests/regress/"$target"/*; do
        [ ! -f "$file" ] || cp "$file" "$build/fuzz/seeds-$target/"
    done
    log=$build/fuzz/$target.log
    if DATELINE_DATA=$build "$build/fuzz_$target" -dict=fuzz/claims.dict -max_total_time="$seconds" -max_len=2500 -timeout=10 -rss_limit_mb=2048 \
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
