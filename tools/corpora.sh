#!/bin/sh
# Reads every text of the corpora with a build that checks itself (SAN=..., or MORE=-DDL_DEBUG): tools/corpora.sh BUILD. Rules say of a word what their rows ask of it,
# and only such a build looks whether that is so; real text finds in a minute what no test was written for. The records are not looked at.
# Needs the folder of the corpora (CORPORA, default ../shared/corpora); says that it was skipped where there is none. Last line: "N passed, N failed", one a file.
set -eu
cd "$(dirname "$0")/.."
build=$1
corpora=${CORPORA:-../shared/corpora}
if [ ! -d "$corpora" ]; then
    echo "# the texts of the corpora: skipped, no $corpora (set CORPORA)"
    echo '0 passed, 0 failed'
    exit
fi
files=$(mktemp) errors=$(mktemp)
trap 'rm -f "$files" "$errors"' EXIT
# pages are another form of input, which tests/cli reads
find "$corpora" -name '*.jsonl' ! -path '*/pages/*' | sort >"$files"
passed=0 failed=0
while read -r file; do
    status=0
    "$build/dateline" read --data "$build" --from jsonl "$file" >/dev/null 2>"$errors" </dev/null || status=$?
    if [ "$status" = 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "--- $file: exit $status"
        tail -n 20 "$errors"
    fi
done <"$files"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
