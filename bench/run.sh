#!/bin/sh
# Measures the speed of reading and writes bench/results/<date>-<what>.md: bench/run.sh BUILD [WHAT [FILE...]].
# Without files: the reports of examples/. WHAT (default: examples) names the text in the file's name. SECONDS of measuring: BENCH_SECONDS (10).
set -eu
cd "$(dirname "$0")/.."
build=$1 what=${2-examples}
[ $# -lt 2 ] || shift
shift
[ $# -gt 0 ] || set -- examples/*.txt examples/*.jsonl
seconds=${BENCH_SECONDS:-10}
mkdir -p bench/results
out=bench/results/$(date -u +%Y-%m-%d)-$what.md

figures=$(DATELINE_DATA=$build "$build/bench-program" "$seconds" "$@")
figure() { printf '%s\n' "$figures" | sed -n "s/^$1 //p"; }
commit=$(git log -1 --format=%h -- src data models)
git diff --quiet HEAD -- src data models || commit="$commit with changes"

{
    cat <<EOF
# Speed of reading: $what

| figure | value |
| --- | --- |
| sentences/s | $(figure sentences_per_second) |
| tokens/s | $(figure tokens_per_second) |
| MB/s | $(figure megabytes_per_second) |
| engine opened in, ms | $(figure open_milliseconds) |

| stage | share of the time, % |
| --- | --- |
$(printf '%s\n' "$figures" | sed -nE 's/^share_([a-z_]+) (.*)$/| \1 | \2 |/p')

Text: $(figure documents) documents, $(figure bytes) bytes, $(figure sentences) sentences, $(figure tokens) tokens, $(figure claims) claims found.

Method: one thread, its processor time; the whole path from bytes in memory to the record of the whole document (\`dateline read\`) in memory; the
best of $(figure rounds) rounds over all documents. Shares: ever longer prefixes of the list of stages, the best round of each, neighbours subtracted,
so that a share may come out slightly below zero.

Commit: $commit. Machine, with a load of $(cut -d " " -f 1 /proc/loadavg): $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores, $(uname -sm).
Compiler: $(cc --version | head -n 1). Command: \`bench/run.sh\` (\`make bench\`).
EOF
} >"$out"
cat "$out"
