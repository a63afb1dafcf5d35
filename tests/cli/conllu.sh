#!/bin/sh
# CoNLL-U that is written is CoNLL-U: ten columns, words counted from 1, heads in range, one root a sentence, a text that agrees with the forms. What
# was given in that form comes out again.
# shellcheck source=tests/cli/tap
. tests/cli/tap

valid() { # FILE: says what is wrong
    awk -F '\t' '
    function wrong(what) { print FILENAME ":" FNR ": " what; bad = 1; exit 1 }
    function close_sentence(   i) {
        if (!words) return
        if (roots != 1) wrong("not one root but " roots)
        for (i = 1; i <= words; i++) if (head[i] > words) wrong("a head behind the last word")
        sub(/ $/, "", said)
        if (text != "" && said != text) wrong("the forms say: " said)
        words = roots = range = 0
        text = said = ""
    }
    /^#/ { if (sub(/^# text = /, "")) text = $0; next }
    /^$/ { close_sentence(); next }
    NF != 10 { wrong(NF " columns") }
    { for (i = 1; i <= 10; i++) if ($i == "") wrong("an empty column") }
    $1 ~ /-/ { split($1, ends, "-"); range = ends[2] + 0; said = said $2 ($10 ~ /SpaceAfter=No/ ? "" : " "); next }
    {
        if ($1 != ++words) wrong("word " $1 " is not the next")
        if ($7 !~ /^[0-9]+$/ || $7 == $1 || ($7 == 0) != ($8 == "root")) wrong("no head")
        head[words] = $7 + 0
        roots += $7 == 0
        if (words > range) said = said $2 ($10 ~ /SpaceAfter=No/ ? "" : " ")
    }
    END { if (!bad && words) wrong("no blank line at the end") }' "$1"
}
# What a reader of CoNLL-U keeps: the comments, and of the rows the numbers, forms and SpaceAfter.
given() { awk -F '\t' -v OFS='\t' '/^#/ || !NF { print; next } { print $1, $2, $10 }' "$1"; }

for file in "$root"/examples/*.txt "$root"/examples/*.jsonl; do
    check "$(basename "$file") is read" run 0 read --format conllu "$file"
    check "$(basename "$file"): valid" valid out
    given out >first
    mv out first.conllu
    check "$(basename "$file"): read again" run 0 read --from conllu --format conllu first.conllu
    check "$(basename "$file"): valid again" valid out
    given out >second
    check "$(basename "$file"): the same again" cmp -s first second
done

cat >given.conllu <<EOF
# newdoc id = two
# newpar id = one
# sent_id = two-1
# speaker = Olena
# text = It's not wanna, "go".
1-2	It's	_	_	_	_	_	_	_	_
1	It	_	_	_	_	_	_	_	_
2	is	_	_	_	_	_	_	_	_
3	not	_	_	_	_	_	_	_	_
4-5	wanna	_	_	_	_	_	_	_	SpaceAfter=No
4	want	_	_	_	_	_	_	_	_
5	to	_	_	_	_	_	_	_	_
6	,	_	_	_	_	_	_	_	_
7	"	_	_	_	_	_	_	_	SpaceAfter=No
8	go	_	_	_	_	_	_	_	SpaceAfter=No
9	"	_	_	_	_	_	_	_	SpaceAfter=No
10	.	_	_	_	_	_	_	_	_

# newpar
# sent_id = two-2
# text = New York fell.
1	New York	_	_	_	_	_	_	_	_
2	fell	_	_	_	_	_	_	_	SpaceAfter=No
3	.	_	_	_	_	_	_	_	_

# newdoc id = three
# sent_id = three-1
# text = Talks resume
1	Talks	_	_	_	_	_	_	_	_
2	resume	_	_	_	_	_	_	_	_

EOF
check 'given tokens are read' run 0 read --format conllu given.conllu
check 'given tokens: valid' valid out
given given.conllu >first
given out >second
check 'what was given comes out' cmp -s first second
check 'given tokens as JSON' run 0 read --tokens given.conllu
check 'given tokens as JSON: all of them' [ "$(grep -o '"lemma"' out | wc -l)" = 15 ]
sed 's/SpaceAfter=No$/SpaceAfter=No\r/' given.conllu >lines.conllu
check 'ends of lines of another kind' run 0 read --format conllu lines.conllu
given out >second
check 'ends of lines of another kind: the same comes out' cmp -s first second
sed 's/^3	not.*/3	not/' given.conllu >broken.conllu
check 'a broken document: exit 1' run 1 read --format conllu broken.conllu
check 'a broken document: said' says 'not a row of CoNLL-U'
check 'a broken document: the next is read' grep -q '^# newdoc id = three' out
plan
