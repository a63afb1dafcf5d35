#!/bin/sh
# How many instructions the program runs, which no busy machine changes: bench/instructions.sh BUILD.
# Counts (valgrind's callgrind, one thread) what opening takes and what each byte of examples/ takes beside it, and holds both against bench/instructions.tsv: more than
# 4 in 100 above is a failure, which is mended or, where the program gained by it, written down in that file with the change that brought it; so is 4 in 100 below, so that a gain is kept.
# Last line: "N passed, N failed", one a figure.
set -eu
cd "$(dirname "$0")/.."
build=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

counted() { # FILE...: instructions of reading them
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$build/dateline" read --data "$build" --jobs 1 "$@" 2>"$scratch/log" >/dev/null || { cat "$scratch/log" >&2; return 1; }
    sed -n 's/,//g; s/.*refs: *\([0-9]*\)$/\1/p' "$scratch/log"
}

echo . >"$scratch/empty.txt"
# each example four times, so that opening weighs less
for i in 1 2 3 4; do
    for file in examples/*.txt examples/*.jsonl; do cp "$file" "$scratch/$i-$(basename "$file")"; done
done
opening=$(counted "$scratch/empty.txt")
all=$(counted "$scratch"/[1-4]-*)
bytes=$(cat "$scratch"/[1-4]-* | wc -c)

passed=0 failed=0
hold() { # NAME FIGURE
    wanted=$(sed -n "s/^$1	\([0-9]*\)	.*/\1/p" bench/instructions.tsv)
    echo "# instructions of $1: $2, written down $wanted"
    if [ $((100 * $2)) -le $((104 * wanted)) ] && [ $((100 * $2)) -ge $((96 * wanted)) ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$1 takes $2 instructions, bench/instructions.tsv says $wanted: find out why (callgrind_annotate), then mend it or write the figure down"
    fi
}
hold opening "$opening"
hold 'a byte' $(((all - opening) / bytes))
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
