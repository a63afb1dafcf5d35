#!/bin/sh
# The manual page names every command, option and column.
# shellcheck source=tests/cli/tap
. tests/cli/tap
: "${root:?}"
page=$root/man/dateline.1

"$DATELINE" help >out
sed -n 's/^  \([a-z][a-z]*\) .*/\1/p' out >commands
check 'the program has commands' [ "$(wc -l <commands)" -gt 3 ]
while read -r command; do
    check "the manual has the command $command" grep -qx "\.It Cm $command" "$page"
done <commands
for command in read code explain places unknown text quotes ledger watch; do "$DATELINE" $command --help; done | sed -n 's/^  .*--\([a-z-]*\).*/\1/p' | sort -u >options
check 'the program has options' [ "$(wc -l <options)" -gt 8 ]
while read -r option; do
    check "the manual has --$option" grep -qE "^\.It (Fl|Fl [a-z] ,) -$option( |$)" "$page"
done <options
printf 'Words.\n' | "$DATELINE" code --format csv | head -n 1 | tr -d '\r' | tr ',' '\n' >columns
check 'the CSV has columns' [ "$(wc -l <columns)" -gt 30 ]
sed -n 's/^\.It Va //p' "$page" | sed 's/ , /\n/g' >described
check 'the manual has the columns in their order' cmp -s columns described
plan
