#!/bin/sh
# dateline text: the article of a page.
# shellcheck source=tests/cli/tap
. tests/cli/tap
: "${root:?}"

page=$root/examples/harbour.html
has() { grep -qF "$1" out; }
lacks() { ! grep -qF "$1" out; }

check 'a page is read' run 0 text "$page"
check 'the title is the first line' [ "$(head -n 1 out)" = 'Four dock workers killed as shells hit Odara harbour' ]
check 'the standfirst follows' [ "$(sed -n 3p out | cut -c1-15)" = 'The army denies' ]
check 'the text is there' has 'The United Nations called for a ceasefire'
for words in cookies 'Ilse Brandt' 'Read more' Share 'Most read' 'other side of the bay' 'rights reserved' 'in the morning' Smoke; do
    check "what is around it is not: $words" lacks "$words"
done
check 'as JSON' run 0 text --format json "$page"
check 'with its authors' has '"byline":"Ilse Brandt, Omar Tesfaye"'
check 'with its date in the zone given' has '"published":"2024-05-06T21:30:00+03:00"'
check 'with its captions apart' has '"captions":[{"text":"Smoke over'
check 'as HTML' run 0 text --format html "$page"
check 'with claims marked' has '<mark title="ASSAULT, denied"'
check 'with the bytes of the page' has 'data-page-start="1301"'
cp "$page" page.dat
check 'a page is told by its bytes' run 0 text page.dat
check 'and read as one' [ "$(wc -l <out)" = 15 ]
check 'a page from standard input' sh -c "'$DATELINE' text - <'$page' >out"
check 'is read alike' [ "$(wc -l <out)" = 15 ]
check 'the page as text' run 0 text --from text "$page"
check 'is the page' cmp -s out "$page"
printf '<title>Log in</title><form><input name=user></form>' >login.html
check 'a page without an article is no error' run 0 text login.html
check 'but is counted' grep -q '1 of 1 documents have no text' err
printf '{"id":"a","html":"<title>T</title><p>Two soldiers died at the bridge on Monday, the army said in a report."}\n' >page.jsonl
check 'a page in JSON Lines' run 0 text page.jsonl
check 'is read' has 'Two soldiers died'
printf 'Bei dem Angriff auf die Stadt sind nach Angaben der Polizei vier Menschen verletzt worden, die in dem Haus waren.\n' >de.txt
check 'a German report' run 0 read de.txt
check 'is recorded' has '"language":"de"'
check 'and not read' has '"skipped":"language"'
check 'which is said' grep -q '1 of 1 documents are in other languages' err
plan
