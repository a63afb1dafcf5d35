#!/bin/sh
# Runs the fuzz targets: tools/fuzz.sh BUILD SECONDS [TARGET...]. Seeds come from examples/, spec/ and tests/regress/; finds are left in BUILD/fuzz/.
# Prints "N passed, N failed", one a target.
set -eu
cd "$(dirname "$0")/.."
build=$1 seconds=$2
shift 2
[ $# -gt 0 ] || set -- claims jsonl lang lexicon model petrarch html charset feed warc robots

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

# Edits of a model file (see fuzz/fuzz_model.c), some of each kind in each section: 13 bytes for the form and one edit.
model_seeds() { # FOLDER
    for kind in 0 1 2 3; do
        section=0
        while [ "$section" -lt 33 ]; do
            # a run of 2^21 bytes; from the first byte on, which is the width or count of a row from byte 12 on
            # shellcheck disable=SC2059
            printf "\\1\\$(printf %o $kind)\\$(printf %o $section)\\25\\0\\14\\0\\0\\0\\377\\377\\377\\377" >"$1/edit.$kind.$section"
            section=$((section + 1))
        done
    done
    # shellcheck disable=SC2059
    for byte in 0 1; do printf "\\${byte}DLMODEL\\n\\1\\0\\0\\0" >"$1/bytes.$byte"; done
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
    lang) for byte in 0 1; do seed "$build/fuzz/seeds-$target" "$byte" '' examples/*.txt; done ;;
    html) for byte in 0 1 2; do seed "$build/fuzz/seeds-$target" "$byte" '\n<p' examples/*.html; done ;;
    charset | feed | warc | robots) seed "$build/fuzz/seeds-$target" 0 '' tests/regress/"$target"/* ;;
    lexicon) # the byte picks the table, in the order in which they are packed; the fuzzer finds the others
        seed "$build/fuzz/seeds-$target" 13 '' examples/lexicon/actors/bodies.tsv
        seed "$build/fuzz/seeds-$target" 31 '' examples/lexicon/events/verbs.tsv
        seed "$build/fuzz/seeds-$target" 38 '' examples/lexicon/places/extra.tsv
        ;;
    model) model_seeds "$build/fuzz/seeds-$target" ;;
    petrarch)
        # of each kind a file as a whole and in pieces
        seed "$build/fuzz/seeds-$target" 3 '' tests/dictionaries/*.actors.txt
        seed "$build/fuzz/seeds-$target" 4 '' tests/dictionaries/*.agents.txt
        seed "$build/fuzz/seeds-$target" 0 '' tests/dictionaries/*.verbs.txt
        seed "$build/fuzz/seeds-$target" 1 '' tests/dictionaries/*.discards.txt
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
