#!/bin/sh
# A wrong command line: exit 2, nothing read, nothing written, and words that help.
# shellcheck source=tests/cli/tap
. tests/cli/tap

printf 'Gunmen killed three soldiers.\n' >good.txt
wrong() { # NAME WORDS ARGUMENT...
    name=$1 words=$2
    shift 2
    check "$name: exit 2" run 2 "$@"
    check "$name: nothing written" test ! -s out
    check "$name: said" says "$words"
}

wrong 'no command' 'a command is missing; '
wrong 'unknown command' 'raed: no such command; ' raed good.txt
wrong 'unknown option' '--colour: no such option; ' read --colour good.txt
wrong 'unknown letter' '-x: no such option' read good.txt -x
wrong 'option of another command' '--tokens: no such option' code --tokens good.txt
wrong 'no value' '--date: needs a value: --date DATE' read good.txt --date
wrong 'value for none' '--tokens=yes: takes no value' read --tokens=yes good.txt
wrong 'unknown format' '--format xml: no such value; give one of jsonl, table, csv, conllu' read --format xml good.txt
wrong 'format of another command' '--format conllu: no such value' code --format conllu good.txt
wrong 'unknown form' '--from pdf: no such value; give one of text, jsonl, conllu' read --from pdf good.txt
wrong 'unknown unit' '--offsets line: no such value' read --offsets line good.txt
for date in 2022-02-30 2022-13-01 yesterday 14/03/2022 2022-03-14T25:00 ''; do
    wrong "date '$date'" "--date $date: not a possible date: give it as 2022-03-14" read --date "$date" good.txt
done
for jobs in 0 -1 many 1000 2x; do wrong "jobs $jobs" "--jobs $jobs: give a whole number from 1 to 256" read --jobs "$jobs" good.txt; done
for bytes in 0 2G 99999999999999999999 5T; do wrong "bytes $bytes" "--max-bytes $bytes: give a whole number" read --max-bytes "$bytes" good.txt; done
wrong 'no data' 'dateline: nowhere: cannot open the file: No such file or directory; give the folder of knowledge.dlk with --data' read --data nowhere good.txt

mkdir broken
head -c 5000 "$DATELINE_DATA/knowledge.dlk" >broken/knowledge.dlk
wrong 'damaged knowledge' 'dateline: broken: knowledge.dlk is cut short: build it anew with make' read --data broken good.txt
cp "$DATELINE_DATA/knowledge.dlk" broken/
wrong 'no model' 'dateline: broken: cannot read the model file english.dlm: No such file' read --data broken good.txt
head -c 5000 "$DATELINE_DATA/english.dlm" >broken/english.dlm
wrong 'damaged model' 'dateline: broken: the model file english.dlm is cut off: put models/english.dlm of this version' read --data broken good.txt
if [ -f "$(dirname "$DATELINE")/knowledge.dlk" ]; then
    env -u DATELINE_DATA "$DATELINE" read good.txt >out 2>err
    check 'data beside the program are found' [ $? = 0 ]
    cp "$DATELINE" alone
    env -u DATELINE_DATA ./alone --version >out 2>err
    check 'the release is told without data, too' grep -q '^dateline [0-9]' out
fi

check 'values behind =' run 0 read --date=2022-03-14 --from=text good.txt
check 'short option with its value' run 0 read -j2 good.txt
check 'options behind files' run 0 read good.txt --jobs 1
check 'sizes with a letter' run 0 read --max-bytes 1M good.txt

for command in read code explain; do
    check "$command --help" run 0 "$command" --help
    check "$command --help lists --date" grep -q -- '--date DATE' out
    cp out help.out
    check "help $command" run 0 help "$command"
    check "help $command is the same" cmp -s out help.out
done
check '--help' run 0 --help
check '--help lists the commands' [ "$(grep -cE '^  (read|code|explain|places|help) ' out)" = 5 ]
check 'help' run 0 help
check '--version' run 0 --version
check '--version has the hashes' [ "$(grep -cE '^(knowledge|model) [0-9a-f]{16}$' out)" = 2 ]
plan
