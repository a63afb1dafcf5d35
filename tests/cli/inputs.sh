#!/bin/sh
# Inputs that cannot be read are named, with the reason, and every other input is written in full.
# shellcheck source=tests/cli/tap
. tests/cli/tap

printf 'Gunmen killed three soldiers near the river on Monday, police said.\n' >good.txt
run 0 read --format jsonl good.txt
cp out good.out

check 'a report is read' run 0 read good.txt
check 'the program says nothing besides' test ! -s err
"$DATELINE" read <good.txt >piped.out 2>err
check 'standard input is read like a file' [ "$(sed 's/"uri":"good.txt",//' good.out)" = "$(cat piped.out)" ]
"$DATELINE" read - <good.txt >piped.out 2>err
check '- is standard input' [ "$(sed 's/"uri":"good.txt",//' good.out)" = "$(cat piped.out)" ]
cp good.txt ./-dash.txt
check 'behind -- everything is a file' run 0 read -- -dash.txt

others() { # NAME WORDS INPUT: exit 1, the words on stderr behind the input's name, and good.txt in full on either side
    check "$1: exit 1" run 1 read good.txt "$3" good.txt
    check "$1: named with its reason" says "dateline: $3: $2"
    check "$1: one line of errors" [ "$(wc -l <err)" = 1 ]
    check "$1: the others are written in full" [ "$(cat good.out good.out)" = "$(cat out)" ]
}

others 'missing file' 'cannot be opened: No such file or directory' missing.txt
mkdir folder
others 'folder' 'a folder' folder
: >empty.txt
others 'empty file' 'is empty: nothing to read' empty.txt
others 'file that cannot be read' 'byte 0: cannot be read: Input/output error' /proc/self/mem
printf 'Some words\000and more of them.\n' >nul.txt
others 'NUL byte' 'byte 10: is binary' nul.txt
printf 'ab\001\002\003\004\005\006\n' >binary.txt
others 'control characters' 'byte 2: is binary' binary.txt
printf '%%PDF-1.7 and so on\n' >report.txt
others 'PDF' 'byte 0: is a PDF' report.txt
printf '<?xml version="1.0"?>\n<rss><channel></chan></rss>\n' >feed.xml
others 'feed' 'byte 38: broken XML' feed.xml
printf '\377\376h\000i\000' >wide.txt
others 'UTF-16' 'byte 0: is UTF-16' wide.txt

"$DATELINE" read >out 2>err </dev/null
check 'nothing on standard input: exit 1' [ $? = 1 ]
check 'nothing on standard input: said' says 'dateline: standard input: is empty'

# root reads every file, so it becomes somebody else where it can
cp good.txt closed.txt
chmod 000 closed.txt
chmod 755 .
as_nobody() {
    if [ "$(id -u)" != 0 ]; then "$@"; else setpriv --reuid=65534 --clear-groups "$@"; fi
}
if as_nobody test -r "$DATELINE_DATA/knowledge.dlk" 2>/dev/null && as_nobody test -x "$DATELINE" && ! as_nobody test -r closed.txt; then
    as_nobody "$DATELINE" read closed.txt >out 2>err
    check 'file without permission: exit 1' [ $? = 1 ]
    check 'file without permission: said' says 'closed.txt: cannot be opened: Permission denied'
fi

printf 'caf\351 and \360\237\217' >latin.txt
check 'invalid UTF-8 is read' run 0 read latin.txt
check 'invalid UTF-8 is counted' grep -q '"repairs":2' out

printf '{"id":1,"text":"One."}\n{"id":2,"text":"Two."\n{"id":3,"text":"Three."}\n{"id":4}\n{"id":5,"text":"Five."}\n' >mixed.jsonl
check 'broken JSON mid-stream: exit 1' run 1 read mixed.jsonl
check 'broken JSON mid-stream: the byte is named' says 'dateline: mixed.jsonl: byte 44: JSON that ends too early'
check 'record without text: the byte is named' says 'dateline: mixed.jsonl: byte 70: neither '
check 'the records around are written' [ "$(sed 's/.*"ref":"\([0-9]\)".*/\1/' out | tr -d '\n')" = 135 ]
check 'a form can be forced' run 0 read --from text mixed.jsonl
check 'as text it is one document' lines 1
printf '<rss><channel><item><title>Three soldiers killed near the river</title></item></channel></rss>' >unnamed
check 'a feed can be forced' run 0 read --from feed unnamed
check 'and is read as one' grep -q '"title":"Three soldiers killed near the river"' out

# longer than the limit, and longer than what may be held: the memory that can be had is less than the line
small() {
    # shellcheck disable=SC3045  # dash has it, and bash
    if [ -n "${SAN-}" ]; then "$@"; else (ulimit -v 250000 && "$@"); fi
}
long_line() {
    head -c 200000000 /dev/zero | tr '\0' a
}
long_line | small "$DATELINE" read --jobs 1 >out 2>err
check 'text of 200 MB: exit 1' [ $? = 1 ]
check 'text of 200 MB: the limit is named' says 'byte 16777216: longer than the limit of 16777216 bytes; raise it with --max-bytes'
{
    echo '{"text":"One."}'
    printf '{"text":"'
    long_line
    printf '"}\n{"text":"Two."}\n'
} | small "$DATELINE" read --jobs 1 --from jsonl >out 2>err
check 'a line of 200 MB: exit 1' [ $? = 1 ]
check 'a line of 200 MB: its byte is named' says 'standard input: byte 16: a line longer than the limit of 16777216 bytes'
check 'a line of 200 MB: the others are written' lines 2
check 'the limit can be lowered' run 1 read --max-bytes 20 good.txt
check 'and is told' says 'longer than the limit of 20 bytes'

seq 5000 | sed 's/.*/The president accused the army of shelling village &./' >claims.txt
check 'more claims than the limit: exit 1' run 1 read claims.txt
check 'more claims than the limit: said' says 'claims.txt: document 1: more claims than a document may have'
check 'more claims than the limit: those before it are written' [ "$(grep -o '"claims_cut":true' out | wc -l)" = 1 ]
yes 'Gunmen killed three soldiers near the river.' | head -n 200 | tr '\n' ' ' >long.txt
check 'one long line is read' run 0 read long.txt
plan
