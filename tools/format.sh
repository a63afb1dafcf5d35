#!/bin/sh
# The layout of the C source by .clang-format: tools/format.sh [--check]. Without --check it is put right. --check prints "N passed, N failed", one a file.
set -eu
cd "$(dirname "$0")/.."
formatter=${CLANG_FORMAT:-clang-format}
sources=$(find src include tests tools fuzz bench train -name '*.[ch]' | sort)
if [ "${1-}" != --check ]; then
    # shellcheck disable=SC2086  # our own paths hold no blanks
    exec "$formatter" -i $sources
fi
passed=0 failed=0
for file in $sources; do
    if "$formatter" --dry-run -Werror "$file" 2>/dev/null; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$file: not as clang-format lays it out; run: make format"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
