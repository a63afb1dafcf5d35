#!/bin/sh
# Replays what the fuzzers once found (tests/regress/) and the seeds, each under a clock, with any compiler: tools/replay.sh BUILD.
# Prints "N passed, N failed", one a file.
set -eu
cd "$(dirname "$0")/.."
build=$1
passed=0 failed=0
replay() { # TARGET FILE...
    target=$1
    shift
    for file in "$@"; do
        [ -f "$file" ] || continue
        if DATELINE_DATA=$build timeout -k 5 30 "$build/replay_$target" "$file"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "$file: replay_$target failed"
        fi
    done
}
replay claims tests/regress/claims/* examples/*.txt
replay jsonl tests/regress/jsonl/* examples/*.jsonl
replay lang tests/regress/lang/* examples/*.txt
replay lexicon tests/regress/lexicon/*
replay model tests/regress/model/*
replay html tests/regress/html/* examples/*.html
replay charset tests/regress/charset/* examples/*.html
replay feed tests/regress/feed/*
replay warc tests/regress/warc/*
replay robots tests/regress/robots/*
replay petrarch tests/regress/petrarch/* tests/dictionaries/*.txt
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
