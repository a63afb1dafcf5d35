#!/bin/sh
# `--lexicon` and `dateline lexicon check`: whose rows are read, and what is said of them.
# shellcheck source=tests/cli/tap
. tests/cli/tap
: "${root:?}"

has() { # WORDS: the output has them; a basic regular expression
    grep -q -- "$1" out
}

given() { # what `check` said is exactly the lines of standard input
    cmp -s out -
}

printf 'The Harbour League doxxed two judges at Camp Birch. NATO attacked the Taliban.\n' >one.txt
own=$root/examples/lexicon
check 'lexicon: without it the words are unknown' run 0 code one.txt
check 'lexicon: nobody doxxes' [ "$(grep -c COERCE out)" = 0 ]
knowledge=$(grep -o '"knowledge":"[0-9a-f]*"' out | head -n 1)
check 'lexicon: read with' run 0 code --lexicon "$own" one.txt
check 'lexicon: an actor' has '"text":"Harbour League",.*"actor":"NORBUS"'
check 'lexicon: a word for an event, and the trace names it' has '"event":"COERCE".*"entry":"lexicon:events/verbs.tsv:3"'
check 'lexicon: a place' has '"where":{"name":"Camp Birch"'
check 'lexicon: another code for a known actor' has '"actor":"IGOMILNAT"'
check 'lexicon: the records say that it is other knowledge' [ "$(grep -c "$knowledge" out)" = 0 ]
cp out alone
for jobs in 1 7; do
    "$DATELINE" code --jobs $jobs --lexicon "$own" one.txt one.txt one.txt >out 2>err
    cat alone alone alone >three
    check "lexicon: the same with $jobs threads" cmp -s out three
done

check 'check: nothing wrong' run 0 lexicon check "$own"
# shellcheck disable=SC2016
check 'check: says what a row replaces' has 'bodies.tsv:4: takes the place of actors/bodies.tsv:[0-9]*$'

mkdir -p land/places land/time
printf 'geonameid\tname\tiso3\tfeature\tlat\tlon\tpopulation\n1\tOrblequay\tFRA\tPPL\t44.1\t5.2\t3000\n' >land/places/towns.tsv
printf 'words\tclass\tvalue\nharbour day|harbours day\tholiday\t2-4\n' >land/time/words.tsv
printf 'Rebels attacked the army in Orblequay, France, on Harbour Day.\n' >day.txt
check 'lexicon: without it places and times are unknown' run 0 code --date 2019-03-06 day.txt
check 'lexicon: the day is that of the report, the place none' [ "$(grep -c '"basis":"said"\|"lat":44.1' out)" = 0 ]
check 'check: a place and a word of time are sound' run 0 lexicon check land
check 'lexicon: read with a place and a word of time' run 0 code --date 2019-03-06 --lexicon land day.txt
check 'lexicon: the place' has '"where":{"name":"Orblequay",.*"lat":44.1'
check 'lexicon: the time' has '"when":{"start":"2019-02-04".*"basis":"said"'

mkdir -p mine/events mine/actors
printf 'lemma\tpos\tif\tevent\twho\tflags\tinner\n' >mine/events/verbs.tsv
printf 'attack\tv\tobj=@foo\tASSAULT\tSubj\tharm zap\tmaybe\nraid\tx\tobj:thing\tFIGHT\t\t\t\n' >>mine/events/verbs.tsv
printf 'id\tname\tfrom\n\tA\tyesterday\n' >mine/actors/bodies.tsv
: >mine/events/odd.tsv
check 'check: faults give exit 1' run 1 lexicon check mine
check 'check: each with file, line, column' given <<'END'
mine/actors/bodies.tsv:2: id: empty: every row of this table needs one
mine/actors/bodies.tsv:2: from: no date: write 2022-03-14, 2022-03 or 2022: yesterday
mine/events/verbs.tsv:2: if: no such word list: events/sets.tsv, yours or the built-in one, has to name it: obj=@foo
mine/events/verbs.tsv:2: who: no role: roles are subj, obj, to, obj.by and the like (spec/lexicon.md), with commas between them: Subj
mine/events/verbs.tsv:2: inner: no status: write one of happened, ongoing, planned, called-for, threatened, attempted, possible, conditional, denied, not: maybe
mine/events/verbs.tsv:2: flags: no built-in row has this value, so nothing asks for it: the head of the built-in table tells those that there are: zap
mine/events/verbs.tsv:3: pos: no built-in row has this value, so nothing asks for it: the head of the built-in table tells those that there are: x
mine/events/verbs.tsv:3: if: no such class: there are :actor, :person, :people, :place, :several, :state, :self and sectors (:MIL|REB): obj:thing
mine/events/verbs.tsv:3: event: no event of PLOVER: write its name in capitals, - for a stop row, or + for a word that only governs: FIGHT
mine/events/odd.tsv: the name of no table, so it is not read: files are named as in data/
END
check 'check: such words are still read, with what fits' run 0 code --lexicon mine one.txt

rm -r mine/actors mine/events/odd.tsv
printf 'lemma\tpos\tevent\nattack\tv\tACCUSE\n' >mine/events/verbs.tsv
check 'check: a row that only goes before' run 0 lexicon check mine
check 'check: says before which' has 'verbs.tsv:2: lemma: goes before events/verbs.tsv:[0-9]* (attack)$'
check 'check: and it does' run 0 code --lexicon mine one.txt
check 'check: as it was said' has '"event":"ACCUSE"'

printf 'lemma\tpos\tmeaning\nattack\tv\tACCUSE\tmore\n\377\n' >mine/events/verbs.tsv
check 'check: a broken table' run 1 lexicon check mine
check 'check: said row by row' given <<'END'
mine/events/verbs.tsv:1: meaning: no such column in this table: docs/lexicon.md says where they are named
mine/events/verbs.tsv:3: not UTF-8: save the file as UTF-8
mine/events/verbs.tsv:2: more cells than columns: take the last tabs away
END
check 'lexicon: a broken table is refused' run 2 code --lexicon mine one.txt
check 'lexicon: said where to look' says "mine: a row of the lexicon is faulty; \`dateline lexicon check\` says which and what to do"
check 'lexicon: no such folder' run 2 code --lexicon none one.txt
check 'lexicon: said so' says 'none: the lexicon folder cannot be read: No such file or directory'
mkdir empty
check 'lexicon: no table in it' run 2 code --lexicon empty one.txt
check 'check: no such folder' run 1 lexicon check none
check 'import: dictionaries of PETRARCH' run 0 lexicon import "$root/tests/dictionaries" made
sed "s|$root/tests/dictionaries/||" out >said
cat >expected <<'END'
sample.actors.txt:16: an actor without a code: left out: NOBODY
sample.actors.txt:17: no days that can be read: the code is taken to hold always: 2010-2012
sample.actors.txt:18: no days that can be read: the code is taken to hold always: 950229
sample.agents.txt:5: no line says what these words stand for: left out: RIVER!BOAT!
sample.agents.txt:6: the code goes in front of that of its owner, or has none; here roles stand behind it: left out: RELIEF_BODY [NGO~]
sample.agents.txt:7: an agent without a code: left out: PILGRIM
sample.discards.txt:2: discards the report; here it discards only the sentence: +LAKE REGATTA
sample.issues.txt:2: an issue: no table has issues: left out: n:lake [LAKES]
sample.verbs.txt:5: a list holds single words, which are compared with the head of a phrase: left out: TRADE_LINKS
sample.verbs.txt:9: a set in a set that is not named before it: left out: &MISSING
sample.verbs.txt:21: one row has one code: what is done to the source is left out: 042:043
sample.verbs.txt:23: a pattern that asks for nothing but places of the parties:  WAS * [:030]
sample.verbs.txt:25: a set that is not named before, or of which nothing is left: never there: &UNKNOWN
sample.verbs.txt:28: a code that discards the report only stops the event here: +++
sample.verbs.txt:29: a pattern without verb, * or code: left out:  HOPELESS [020]
sample.verbs.txt:30: a transformation: status and complements are read from the tree instead: left out: ~ a (a b SEVER) SAY = a b 016
actors/bodies.tsv: rows written: 12
actors/agents.tsv: rows written: 4
events/verbs.tsv: rows written: 19
events/sets.tsv: rows written: 2
text/boilerplate.tsv: rows written: 2
END
check 'import: what has no counterpart is told line by line' cmp said expected
row() { # TABLE ROW: a line of the table; ~ stands for a tab
    grep -qxF "$(printf '%s' "$2" | tr '~' '\t')" "made/$1.tsv"
}
usual='subj.any,in.any,from.any,at.any,over.any,with.any~obj.any,any'
check 'import: names' row actors/bodies 'petrarch-council-of-lakes~Council Of Lakes~Council of lakes|Cola~IGOLAK~~IGO,LAK~~~sample.actors.txt'
check 'import: dates' row actors/bodies 'petrarch-ira-nobel~Ira Nobel~Ira nobel|Nobel~VELGOV~VEL~GOV~2010-01-01~2012-12-31~sample.actors.txt'
check 'import: up to a day of the last century' row actors/bodies 'petrarch-red-sashes~Red Sashes~Red sashes~OSTREB~OST~REB~~1999-12-31~sample.actors.txt'
check 'import: a code without a country' row actors/bodies 'petrarch-hill-fighters~Hill Fighters~Hill fighters~REBMIL~~REB,MIL~~~sample.actors.txt'
check 'import: a null code' row actors/bodies 'petrarch-wanderer~Wanderer~Wanderer~~~~~~sample.actors.txt'
check 'import: agents' row actors/agents 'foreign minister~GOV~person'
check 'import: agents with words for others' row actors/agents 'herdsman~AGR~person'
check 'import: sets in sets' row events/sets 'petrarch-bonds~relations|relation|ties|tie|ty|bond'
check 'import: a verb' row events/verbs "sever~v~~SANCTION~160~$usual~"
check 'import: a verb of two words, with a pattern' row events/verbs "cut~v~prt=off on=grounds|ground on.mod=flimsy~SANCTION~162~$usual~"
check 'import: events of both parties' row events/verbs "heal~v~~SUPPORT~050~$usual~symmetric"
check 'import: two sources' row events/verbs 'sever|heal~v~subj:several~REJECT~120~subj.any,in.any,from.any,at.any,over.any,with.any~~symmetric'
check 'import: negation' row events/verbs "sever|heal~v~neg~SUPPORT~050~$usual~negated"
check 'import: the target before the verb, the source behind' row events/verbs 'visit~v~from~AGREE~033~from~subj,obj~'
check 'import: a null code stops the verb' row events/verbs 'visit~v~obj|xcomp|prt=crypt~-~~~~'
check 'import: discards' row text/boilerplate 'chess opening~any'
check 'import: what was made is sound but for what was said' [ "$("$DATELINE" lexicon check made | grep -vc 'goes before\|takes the place')" = 1 ]
printf '%s\n%s\n' "Veldoria's foreign minister severed friendly ties with the Ostmark armed forces." 'Ira Nobel visited Ostmark.' >two.txt
"$DATELINE" code --lexicon made --date 2011-05-05 two.txt | sed 's/.*"cameo":"\([0-9]*\)".*"who":.*"actor":"\([A-Z]*\)".*"whom":.*"actor":"\([A-Z]*\)".*"when".*/\2 \3 \1/' >out
check 'import: and codes' given <<'END'
VELGOV OSTMIL 161
VELGOV OST 042
END
check 'import: no such folder' run 1 lexicon import none made
check 'import: no dictionary in it' run 1 lexicon import empty made
check 'import: said how they are told' says 'they are told by verbs, CAMEO, actors, agents, discards or issue in names that end in .txt'
: >file
check 'import: no folder can be made there' run 3 lexicon import "$root/tests/dictionaries" file/made
check 'lexicon: needs words' run 2 lexicon
check 'lexicon: needs two' run 2 lexicon check
plan
