#!/bin/sh
# Measures the stages that find times and places against dateparser and spaCy's PhraseMatcher, in one run over one text, and writes
# bench/results/<date>-where-when.md: bench/where_when.sh BUILD FILE.jsonl. Seconds of each rival: BENCH_SECONDS (10).
# The rivals come from PyPI into build/rivals (tools/setup.sh rivals installs pip).
set -eu
cd "$(dirname "$0")/.."
build=$1 text=$2
seconds=${BENCH_SECONDS:-10}
rivals=build/rivals
if [ ! -d "$rivals/spacy" ]; then
    python3 -m pip install --quiet --target "$rivals" dateparser==1.5.0 spacy==3.8.18
fi
mkdir -p bench/results
out=bench/results/$(date -u +%Y-%m-%d)-where-when.md
# Memory that is given back is kept, as the program does for itself (src/cli/main.c).
export MALLOC_TRIM_THRESHOLD_=1073741824 MALLOC_MMAP_THRESHOLD_=16777216
figures=$(DATELINE_DATA=$build "$build/where-when" 9 "$text"
    PYTHONPATH=$rivals OMP_NUM_THREADS=1 python3 bench/rivals.py "$seconds" data/places/cities.tsv "$text")
figure() { printf '%s\n' "$figures" | sed -n "s/^$1 //p"; }
commit=$(git log -1 --format=%h -- src data)
git diff --quiet HEAD -- src data || commit="$commit with changes"

{
    cat <<EOF
# Times and places: speed

| what | MB/s of text |
| --- | --- |
| dateline, times (\`when\`): found, resolved | $(figure when_megabytes_per_second) |
| dateline, places (\`where\`): found, resolved | $(figure where_megabytes_per_second) |
| dateline, both stages | $(figure both_megabytes_per_second) |
| dateline, both stages, each document right behind its parsing | $(figure cold_both_megabytes_per_second) |
| dateparser $(figure dateparser_version), \`search_dates\`, English | $(figure dateparser_megabytes_per_second) |
| spaCy $(figure spacy_version), tokenizer and PhraseMatcher over cities.tsv, nothing resolved | $(figure spacy_matcher_megabytes_per_second) |

The knowledge file, $(wc -c <"$build/knowledge.dlk") bytes, is opened and proved by its checksum in $(figure open_milliseconds) ms.

Found: $(figure times) times and $(figure places) places in $(figure bytes) bytes ($(figure documents) documents); dateparser $(figure dateparser_found) dates in
$(figure dateparser_bytes) bytes; spaCy $(figure spacy_matcher_found) names in $(figure spacy_matcher_bytes) bytes.

Method: one thread, its processor time. dateline: the two stages alone, on documents cut, tagged and parsed before, each document once a round, the
best of 9 rounds; in the last line the parser runs before each document, and its weights are in the caches in place of the tables. The rivals: whole
documents for at least $seconds s each.

Commit: $commit. Machine, with a load of $(cut -d " " -f 1 /proc/loadavg): $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores, $(uname -sm).
Compiler: $(cc --version | head -n 1). Command: \`make bench-where TEXT=FILE.jsonl\`.
EOF
} >"$out"
cat "$out"
