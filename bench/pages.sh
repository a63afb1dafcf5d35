#!/bin/sh
# Finding the article of a page: speed and accuracy against MyHTML, trafilatura, resiliparse, readability-lxml and Readability.js, in turns over the same
# pages, into bench/results/<date>-pages.md: bench/pages.sh BUILD CORPORA. Rounds: BENCH_ROUNDS (3). The peers are in build/pages (tools/setup.sh pages).
set -eu
cd "$(dirname "$0")/.."
build=$1 corpus=$2/pages scorer=../shared/score/score_pages.py
rounds=${BENCH_ROUNDS:-3}
peers=build/pages
pages=$peers/html
if [ ! -f "$corpus/pages.gold.jsonl" ] || [ ! -f "$scorer" ]; then
    echo "bench: skipped: no pages at $corpus"
    exit 0
fi
mkdir -p "$pages" bench/results
for file in "$corpus"/html/*.gz; do gunzip -c "$file" >"$pages/$(basename "$file" .gz)"; done

peer() { # speed|filter NAME [FOLDER]
    mode=$1 name=$2
    shift 2
    if [ "$name" = readability.js ]; then
        NODE_PATH=$peers/node_modules node bench/pages/readability.js "$mode" "$@"
    else
        "$peers/venv/bin/python" bench/pages/extract.py "$mode" "$name" "$@"
    fi
}
names='trafilatura resiliparse readability readability.js'
times=$(mktemp)
trap 'rm -f "$times"' EXIT
round=0
while [ "$round" -lt "$rounds" ]; do
    DATELINE_DATA=$build "$build/page-bench" 1 "$pages"/*.html >>"$times"
    for name in $names; do echo "$name $(peer speed "$name" "$pages")" >>"$times"; done
    round=$((round + 1))
done
median() { sed -n "s/^$1 //p" "$times" | sort -g | sed -n "$(((rounds + 1) / 2))p"; }
figure() { sed -n "s/^$1 //p" "$times" | head -n 1; }

# The scorer gives a program `read --from jsonl -`; each peer gets one that passes its input on.
wrapper() { # NAME
    cat <<EOF
#!/bin/sh
cd "$PWD"
$(if [ "$1" = readability.js ]; then echo "NODE_PATH=$peers/node_modules exec node bench/pages/readability.js filter"; else echo "exec $peers/venv/bin/python bench/pages/extract.py filter $1"; fi)
EOF
}
scores() { # PROGRAM
    DATELINE_DATA=$build python3 "$scorer" --bin "$1" "$corpus" 2>/dev/null |
        awk '{ v[$1] = $2 } END { printf "%s | %s | %s | %s\n", v["overall"], v["segments_f1"], v["title"], v["date"] }'
}
row() { # NAME PROGRAM SECONDS
    awk -v s="$3" -v b="$(figure bytes)" -v n="$(figure pages)" -v name="$1" -v scores="$(scores "$2")" \
        'BEGIN { printf "| %s | %.0f | %.1f | %s |\n", name, 1 / s, b / n / s / 1e6, scores }'
}
commit=$(git log -1 --format=%h -- src data)
git diff --quiet HEAD -- src data || commit="$commit with changes"
out=bench/results/$(date -u +%Y-%m-%d)-pages.md
{
    cat <<EOF
# Pages: the article, its title and its date

| program | pages/s | MB/s | F1, mean of pages | F1 of all segments | title | date |
| --- | --- | --- | --- | --- | --- | --- |
$(row "dateline, article with offsets and metadata" "$build/dateline" "$(median dateline)")
$(awk -v s="$(median myhtml)" -v b="$(figure bytes)" -v n="$(figure pages)" 'BEGIN { printf "| MyHTML (libmodest), the tree alone | %.0f | %.1f | | | | |\n", 1 / s, b / n / s / 1e6 }')
$(for name in $names; do
        wrapper "$name" >"$peers/$name.sh"
        chmod +x "$peers/$name.sh"
        row "$name" "$peers/$name.sh" "$(median "$name")"
    done)

$(figure pages) pages of trafilatura's own evaluation, $(figure bytes) bytes; \`score_pages.py\` of the shared scorers. F1: segments that must be in the text against
those that must not. Versions: \`bench/pages/\`; readability is readability-lxml; readability.js runs on linkedom.

Method: one thread, its processor time; $rounds rounds in turns, the median. Other work went on on the machine. dateline at $commit.
EOF
} >"$out"
cat "$out"
