#!/bin/sh
# The command line of `dateline watch`; what it does with servers is tests/test_watch.c.
# shellcheck source=tests/cli/tap
. tests/cli/tap
: "${root:?}"

printf '# none yet\n' >feeds.txt
check 'a list without feeds' run 0 watch feeds.txt --state seen --once
check 'writes nothing' lines 0
check 'but a state' grep -qx 'dateline watch 1' seen
check 'the list may be named last' run 0 watch --once --state=seen feeds.txt
check 'a state is needed' run 2 watch feeds.txt --once
check 'which is said' says '--state FILE'
check 'a list is needed' run 2 watch --state seen --once
check 'one list' run 2 watch feeds.txt feeds.txt --state seen --once
check 'a list that is not there: exit 1' run 1 watch none.txt --state seen --once
check 'is named' says 'none.txt: '
check 'a state that is none: exit 1' run 1 watch feeds.txt --state feeds.txt --once
check 'is named, with its byte' says 'feeds.txt: byte 0: is no state'
check 'a state that cannot be written: exit 3' run 3 watch feeds.txt --state none/seen --once
check 'is named' says 'none/seen: '
printf 'ftp://news.example/feed\n' >wrong.txt
check 'a line that is no address: exit 1' run 1 watch wrong.txt --state seen --once
check 'is named' says 'wrong.txt:1: no address of http or https'
check 'an agent needs a name' run 2 watch feeds.txt --state seen --once --agent ' '
check 'that begins with a letter' run 2 watch feeds.txt --state seen --once --agent '_bot'
check 'a pause is a number' run 2 watch feeds.txt --state seen --once --delay none
check 'there is help' run 0 help watch

# What a watch writes of an item is read as the reader of feeds reads it.
printf '{"title":"Tom","byline":"J. Roe","fragment":true,"html":"<p>Two died.</p><p>Share</p>"}\n' >fragment.jsonl
check 'a fragment is read' run 0 text --format json fragment.jsonl
check 'with its author' grep -q '"byline":"J. Roe"' out
printf '{"fragment":1,"html":"<p>Two died.</p>"}\n' >fragment.jsonl
check 'fragment is true or false' run 1 text fragment.jsonl
check 'which is said' says 'is neither true nor false'
plan
