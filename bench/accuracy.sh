#!/bin/sh
# Measures how well the program reads the development sets beside the corpora and writes bench/results/<date>-accuracy.md: bench/accuracy.sh BUILD.
set -eu
cd "$(dirname "$0")/.."
build=$1
mkdir -p bench/results
out=bench/results/$(date -u +%Y-%m-%d)-accuracy.md
scores=$(tools/scores.sh "$build" all) || { printf '%s\n' "$scores" >&2; exit 1; }
commit=$(git log -1 --format=%h -- src data models)
git diff --quiet HEAD -- src data models || commit="$commit with changes"

{
    cat <<EOF
# How well dateline reads: the development sets

Every figure comes from \`dateline read\` over a whole set, scored by the script that stands beside the corpora; those of sentences and tokens from the raw text, rebuilt
and scored as in the CoNLL 2018 shared task (\`trainer --score-cut\`). Tags and trees are scored on gold tokens, punctuation counted. The sets were in sight while the rules were written, so figures on unseen reports will be lower.

Commit: $commit. Knowledge and model: $(DATELINE_DATA="$build" "$build/dateline" --version | tr '\n' ' '). Command: \`make scores\`.
EOF
    printf '%s\n' "$scores" | sed -n 's/^# //p' | awk -F': ' '
        { printf "\n## %s\n| figure | value |\n| --- | --- |\n", $1
          n = split(substr($0, length($1) + 3), figure, "; ")
          for (i = 1; i <= n; i++) { value = figure[i]; sub(/^.*[^ ] +/, "", value); name = figure[i]; sub(/ +[^ ]+$/, "", name); gsub(/  +/, " ", name); printf "| %s | %s |\n", name, value } }'
} >"$out"
cat "$out"
