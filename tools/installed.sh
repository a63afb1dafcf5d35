#!/bin/sh
# Installs into a folder of its own, uses what is there as a stranger would, and uninstalls: tools/installed.sh. Last line: "N passed, N failed".
set -eu
cd "$(dirname "$0")/.."
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
passed=0 failed=0
expect() { # WHAT COMMAND...
    what=$1
    shift
    if "$@"; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "installation: $what"
    fi
}
# A prefix, not DESTDIR: the program must find its data where it was told to.
(unset MAKEFLAGS MAKELEVEL; make -s install PREFIX="$root/usr" >/dev/null)
export PKG_CONFIG_PATH="$root/usr/lib/pkgconfig"
unset DATELINE_DATA || true

printf 'Gunmen killed three soldiers in Mosul on Monday, police said.\n' >"$root/report.txt"
cat >"$root/use.c" <<'EOF'
#include <dateline.h>
#include <stdio.h>
int main(int count, char **arguments) {
    dl_engine *engine = NULL;
    dl_error error = {0};
    dl_options options = {.data_dir = count > 1 ? arguments[1] : NULL};
    if (dl_engine_open(&engine, &options, &error) != DL_OK) return fprintf(stderr, "%s\n", error.message), 1;
    dl_engine_close(engine);
    return 0;
}
EOF
compile() {
    # shellcheck disable=SC2046  # flags are words
    "${CC:-cc}" -o "$root/use" "$root/use.c" $(pkg-config --cflags --libs --static dateline)
}
codes() {
    (cd / && "$root/usr/bin/dateline" code --date 2024-05-15 --format jsonl "$root/report.txt" | grep -q '"event": *"ASSAULT"')
}
expect 'the program does not run' "$root/usr/bin/dateline" --version >/dev/null
expect 'the program does not code a plain sentence from the installed data' codes
expect 'a program does not compile against the library' compile
expect 'a program built against the library does not open the engine' "$root/use" "$root/usr/share/dateline"
expect 'there is no manual page' test -s "$root/usr/share/man/man1/dateline.1"
(unset MAKEFLAGS MAKELEVEL; make -s uninstall PREFIX="$root/usr" >/dev/null)
expect 'uninstall leaves files behind' test -z "$(find "$root/usr" -type f)"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
