#!/bin/sh
# Keeps README true: tools/readme.sh --check|--write BUILD.
# A block between `<!-- shows: COMMAND -->` and `<!-- end -->` holds what COMMAND prints (`dateline` is the built program); --write puts it there, --check
# compares. --check also proves that every file and every make target that README names exists. Last line: "N passed, N failed".
set -eu
cd "$(dirname "$0")/.."
mode=$1 build=$2
export DATELINE_DATA="$build" NO_COLOR=1
PATH=$(cd "$build" && pwd):$PATH

render() {
    while IFS= read -r line; do
        printf '%s\n' "$line"
        case $line in
        '<!-- shows: '*' -->')
            command=${line#<!-- shows: }
            echo '```text'
            sh -c "${command% -->}" || echo "failed: ${command% -->}"
            echo '```'
            while IFS= read -r line && [ "$line" != '<!-- end -->' ]; do :; done
            printf '%s\n' "$line"
            ;;
        esac
    done
}

new=$(mktemp)
trap 'rm -f "$new"' EXIT
render <README.md >"$new"
if [ "$mode" = --write ]; then
    cat "$new" >README.md
    exit 0
fi

passed=0 failed=0
expect() { # WHAT COMMAND...
    what=$1
    shift
    if "$@"; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "README: $what"
    fi
}
expect 'its examples are not what the program prints; run: make readme' diff -u README.md "$new"
# shellcheck disable=SC2016  # the marks of code in Markdown
for path in $(grep -oE '`(src|data|models|tests|tools|docs|spec|examples|fuzz|bench|train|schema|man|include)/[A-Za-z0-9_./-]*`' README.md | tr -d '`' | sort -u); do
    expect "there is no $path" test -e "$path"
done
# shellcheck disable=SC2013  # words are wanted
for target in $(sed -nE 's/^(.*`)?make ([a-z]+).*/\2/p' README.md | sort -u); do
    expect "there is no target $target" grep -qE "^([a-z-]+ )*$target( [a-z-]+)*:" Makefile
done
version=$(sed -nE 's/^#define DL_VERSION "(.*)"/\1/p' include/dateline.h)
expect "CHANGELOG.md does not tell of version $version" grep -qF "[$version]" CHANGELOG.md
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
