#!/bin/sh
# Everything that `make check` checks: tools/check.sh BUILD. With SAN in the environment only what runs the program or the library.
set -eu
cd "$(dirname "$0")/.."
build=$1

steps() {
    cat <<EOF
unit tests           | 900 | tools/run_tests.sh $build
replay of old finds  | 300 | tools/replay.sh $build
program              | 600 | DATELINE=$build/dateline DATELINE_DATA=$build tests/cli/run
EOF
    [ -z "${SAN-}" ] || return 0
    cat <<EOF
tables of places     | 600 | tools/places.sh check
who includes whom    |  60 | tools/floors.sh
layout of the source | 120 | tools/format.sh --check
shell scripts        | 120 | tools/scripts.sh
README and examples  | 120 | tools/readme.sh --check $build
installation         | 120 | tools/installed.sh
gold reports         | 300 | tools/scores.sh $build gold
EOF
}

steps | tools/sum.sh
