#!/bin/sh
# Output that cannot be written is exit 3; what is written is the same for any number of jobs, and as the terminal wants it.
# shellcheck source=tests/cli/tap
. tests/cli/tap

words='Gunmen killed three soldiers near the river on Monday, police said.'
printf '%s\n' "$words" >good.txt
i=0
while [ $i -lt 400 ]; do
    printf '{"id":%d,"text":"%s Troops shelled village %d on 3 May 2023, wounding at least %d people.","published":"2023-05-04"}\n' $i "$words" $i $i
    [ $((i % 50)) != 7 ] || printf '{"id":%d,"text":\n' $i
    i=$((i + 1))
done >many.jsonl

"$DATELINE" read good.txt >/dev/full 2>err
check 'a full device: exit 3' [ $? = 3 ]
check 'a full device: said' says 'dateline: standard output: No space left on device'
"$DATELINE" help >/dev/full 2>err
check 'a full device for the help: exit 3' [ $? = 3 ]
for jobs in 1 4; do
    {
        "$DATELINE" read --jobs $jobs many.jsonl 2>err
        echo $? >code
    } | :
    check "a closed pipe, $jobs jobs: exit 3" [ "$(cat code)" = 3 ]
    check "a closed pipe, $jobs jobs: said" says 'standard output: Broken pipe'
done
"$DATELINE" read good.txt >&- 2>err
check 'a closed output: exit 3' [ $? = 3 ]
"$DATELINE" read good.txt <&- >out 2>err
check 'a closed input is no matter where a file is given' [ $? = 0 ]

for command in 'read' 'read --tokens' 'read --format conllu' 'read --offsets utf16' 'code' 'code --format csv' 'code --format table' 'explain'; do
    # shellcheck disable=SC2086  # the command and its options are words
    {
        "$DATELINE" $command --jobs 1 many.jsonl good.txt missing.txt >one.out 2>one.err
        "$DATELINE" $command --jobs 4 many.jsonl good.txt missing.txt >four.out 2>four.err
    }
    check "$command: the same bytes for 1 and 4 jobs" cmp -s one.out four.out
    check "$command: the same errors" cmp -s one.err four.err
    check "$command: every error is told" [ "$(wc -l <one.err)" = 9 ]
done
"$DATELINE" read --jobs 3 many.jsonl 2>err | sed 's/.*"ref":"\([0-9]*\)".*/\1/' >order.out
check 'documents come in their order' cmp -s order.out - <<EOF
$(seq 0 399)
EOF

if [ -z "${SAN-}" ]; then
    # shellcheck disable=SC3045  # dash has it, and bash
    (ulimit -v 600000 && "$DATELINE" read --jobs 200 good.txt >out 2>err)
    check 'threads that cannot be had: exit 1' [ $? = 1 ]
    check 'threads that cannot be had: said' says 'cannot start 200 threads: Resource temporarily unavailable; try a smaller --jobs'
    check 'threads that cannot be had: nothing written' test ! -s out
fi

mkfifo stream
"$DATELINE" read --from jsonl stream >slow.out 2>err &
{
    printf '{"text":"One."}\n'
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        sleep 0.2
        [ ! -s slow.out ] || break
    done
    wc -l <slow.out >early
    printf '{"text":"Two."}\n'
} >stream
wait
check 'a document is written before the next one comes' [ "$(cat early)" = 1 ]
check 'and then the next one' [ "$(wc -l <slow.out)" = 2 ]

# on a terminal: the table, with colours unless NO_COLOR is set
cat >terminal.py <<'EOF'
import os, pty, sys
pty.spawn(sys.argv[1:], lambda fd: os.read(fd, 65536))
EOF
on_terminal() {
    TERM=xterm python3 terminal.py "$@" </dev/null >terminal.out 2>&1
}
on_terminal "$DATELINE" code good.txt
check 'a terminal gets the table' grep -q 'EVENT' terminal.out
check 'a terminal gets colours' grep -q "$(printf '\033')" terminal.out
NO_COLOR=1 on_terminal "$DATELINE" code good.txt
check 'NO_COLOR is heeded' [ "$(grep -c "$(printf '\033')" terminal.out)" = 0 ]
check 'and the table is the same' grep -q 'EVENT' terminal.out
on_terminal "$DATELINE" code --format csv good.txt
check 'a terminal gets what it asks for' grep -q '^id,doc,ref,' terminal.out
"$DATELINE" code good.txt >out 2>err
check 'a pipe gets JSON Lines' [ "$(grep -cv '^{.*}$' out)" = 0 ]
"$DATELINE" read --progress good.txt >out 2>err
check 'no progress where standard error is no terminal' test ! -s err
plan
