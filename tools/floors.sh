#!/bin/sh
# Checks who includes whom: a source may include its own folder and lower floors, nothing else; stages never include each other.
# Prints each breach as file:line, then "N passed, N failed", one a source.
set -eu
cd "$(dirname "$0")/.."

find src include -name '*.[ch]' | sort | awk '
BEGIN {
    # The floors of docs/architecture.md. Floor 0 knows nothing of news, floor 7 nothing but the public header and what it runs of floor 6.
    split("base:0 text:1 know:1 doc:2 lexicon:3 intake:3 lang:3 when:3 where:3 who:3 count:3 said:3 event:3 story:3 out:4 store:4 engine:5 watch:6 cli:7 serve:7", list, " ")
    for (i in list) { split(list[i], pair, ":"); floor[pair[1]] = pair[2] + 0 }
}
function breach(text) {
    printf "%s:%d: %s\n", file, line, text
    bad = 1
}
function check(target,    parts, to) {
    if (target == "dateline.h") return
    if (split(target, parts, "/") == 1) {
        # beside the including file, or of a folder above: within src/ every include names its folder
        if (folder != "cli" && folder != "serve") breach("\"" target "\" names no folder")
        return
    }
    to = parts[1]
    if (to == folder) return
    if (!(to in floor)) breach("folder " to "/ has no floor")
    else if (floor[folder] == 7 && target != "watch/watch.h") breach("the program sees include/dateline.h and watch/watch.h only, not " target)
    else if (floor[to] >= floor[folder]) breach(folder "/ (floor " floor[folder] ") may not include " target " (floor " floor[to] ")")
}
{
    file = $0; line = 0; bad = 0
    n = split(file, path, "/")
    folder = n > 2 && path[1] == "src" ? path[2] : ""
    if (path[1] == "src" && !(folder in floor)) breach("folder " folder "/ has no floor")
    while ((getline text < file) > 0) {
        line++
        if (text !~ /^[ \t]*#[ \t]*include[ \t]*"/) continue
        sub(/^[^"]*"/, "", text); sub(/".*/, "", text)
        if (path[1] == "include") breach("the public header stands alone, without " text)
        else if (folder in floor) check(text)
    }
    close(file)
    if (bad) failed++; else passed++
}
END {
    printf "%d passed, %d failed\n", passed, failed
    exit failed > 0
}'
