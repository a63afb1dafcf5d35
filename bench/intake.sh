#!/bin/sh
# Archives and languages: inflating against libdeflate alone, telling the language against CLD2, and a large packed archive that is read, killed at
# random and gone on with, into bench/results/<date>-intake.md: bench/intake.sh BUILD TEXT.jsonl. BENCH_BYTES (2000000000) of the archive, which is made
# in build/archive/ and removed; BENCH_ROUNDS (15); BENCH_KILLS (10); BENCH_SECONDS (12): about how long the reading takes, over which the kills are spread.
set -eu
cd "$(dirname "$0")/.."
build=$1 text=$2
bytes=${BENCH_BYTES:-2000000000} rounds=${BENCH_ROUNDS:-15} kills=${BENCH_KILLS:-10}
folder=build/archive
mkdir -p "$folder" bench/results
export DATELINE_DATA="$build"
results=$(mktemp)
trap 'rm -rf "$results" "$folder"' EXIT
value() { sed -n "s/^$1 //p" "$results" | head -n 1; }

python3 bench/archive.py make "$folder/part.warc.gz" 100000000 >/dev/null
"$build/intake-bench" inflate "$rounds" "$folder/part.warc.gz" >"$results"
inflate=$(awk -v o="$(value dateline)" -v t="$(value libdeflate)" -v n="$(value unpacked)" 'BEGIN { printf "| inflate a .warc.gz in memory, to its records | %.0f MB/s | libdeflate alone | %.0f MB/s | %.2f |\n", n / o / 1e6, n / t / 1e6, t / o }')
language='| tell the language of a report | skipped: no texts | | | |'
if [ -f "$text" ]; then
    "$build/intake-bench" language "$rounds" "$text" >"$results"
    language=$(awk -v o="$(value dateline)" -v t="$(value cld2)" -v n="$(value documents)" 'BEGIN { printf "| tell whether a report is English | %.0f reports/s | CLD2 | %.0f reports/s | %.1f |\n", n / o, n / t, t / o }')
    agreement="$(value documents) reports of Wikinews, $(value bytes) bytes; English by dateline, by CLD2: $(value english). dateline looks at the first 6,000 bytes, CLD2 at what it
samples of the whole."
fi
records=$(python3 bench/archive.py make "$folder/news.warc.gz" "$bytes")
size=$(wc -c <"$folder/news.warc.gz")
python3 bench/archive.py read "$folder/news.warc.gz" "$build/dateline" "$records" "$kills" >"$results"

commit=$(git log -1 --format=%h -- src data)
git diff --quiet HEAD -- src data || commit="$commit with changes"
out=bench/results/$(date -u +%Y-%m-%d)-intake.md
{
    cat <<END
# Archives and languages

| what | dateline | beside | its figure | times |
| --- | --- | --- | --- | --- |
$inflate
$language

${agreement:-}

## A large archive, killed and gone on with
| what | figure |
| --- | --- |
| archive, packed record by record | $size bytes, $records records |
| killed by SIGKILL at random, and gone on with by --start | $(value killed) times |
| records read: each once, in order | $(value records) |
| resident at most, of any of the runs | $(awk -v k="$(value resident_kb)" 'BEGIN { printf "%.0f", k / 1000 }') MB |
| processor time of all runs; wall time | $(value processor) s; $(value wall) s |

\`dateline text --format json\`, with as many threads as cores. The records are the page of \`examples/\` with a number and a script of 120 kB (\`bench/archive.py\`).

Method: processor time of one thread, $rounds rounds in turns, the median; other work went on on the machine. dateline at $commit.
END
} >"$out"
cat "$out"
