#!/bin/sh
# Every shell script of the project through shellcheck; prints "N passed, N failed", one a script.
set -eu
cd "$(dirname "$0")/.."
passed=0 failed=0
for file in $(find tools tests bench .ci -type f | sort); do
    head -n 1 "$file" | tr -d '\0' | grep -qE '^#!.*\b(ba|da)?sh\b' || continue
    if shellcheck "$file"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
