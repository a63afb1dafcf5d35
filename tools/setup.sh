#!/bin/sh
# Installs the Debian packages that a job needs and that are missing; says which. Quick and silent when nothing is missing.
#
#     tools/setup.sh build|check|ci|train|peers|rivals|pages|intake [--list]
#
# build: compile and run. check: also run every test. ci: also the second compiler, the fuzzers and what counts instructions. train: what the trainer
# of the weights needs. peers: what the benchmark against other programs needs, and those programs, from npm and PyPI, into build/peers/.
# rivals: what installs the programs that times and places are measured against. pages: what pages are measured against, into build/pages/. intake: what inflating and languages are. --list only prints the packages of Debian.
# SETUP=no in the environment leaves the machine alone.
set -eu

build='gcc libc6-dev make pkg-config libutf8proc-dev libxxhash-dev libdeflate-dev libbrotli-dev libzstd-dev libexpat1-dev libcurl4-openssl-dev'
check="$build libcmocka-dev libmicrohttpd-dev libgnutls28-dev clang-format shellcheck python3 python3-jsonschema"
train="$build libjansson-dev wordnet-base"
rivals="$build python3 python3-pip"
ci="$check clang llvm libclang-rt-14-dev valgrind"
peers="$build python3-venv"
pages="$build python3-venv libmodest-dev"
intake="$build g++ python3 libcld2-dev"
if ! command -v npm >/dev/null; then # node from elsewhere brings its own npm
    peers="$peers nodejs npm"
    pages="$pages nodejs npm"
    train="$train nodejs npm"
fi

usage() {
    echo 'usage: tools/setup.sh build|check|ci|train|peers|rivals|pages|intake [--list]' >&2
    exit 2
}

kind=${1-} folder=bench/peers into=build/peers
case $kind in
build) wanted=$build ;;
check) wanted=$check ;;
ci) wanted=$ci ;;
rivals) wanted=$rivals ;;
intake) wanted=$intake ;;
train) wanted=$train ;;
peers) wanted=$peers ;;
pages) wanted=$pages folder=bench/pages into=build/pages ;;
*) usage ;;
esac
case ${2-} in
'') ;;
--list)
    echo "$wanted"
    exit 0
    ;;
*) usage ;;
esac
[ "${SETUP-}" != no ] || exit 0

# Runs behind the packages of Debian. Made anew when the lists of versions change.
install_peers() {
    cd "$(dirname "$0")/.."
    lists="$folder/package.json $folder/requirements.txt"
    # shellcheck disable=SC2086
    if cat $lists | cmp -s - "$into/installed"; then return; fi
    echo "setup: installing the peers into $into"
    mkdir -p "$into"
    python3 -m venv "$into/venv"
    "$into/venv/bin/pip" install --quiet --disable-pip-version-check --upgrade pip # older ones stumble over an extra that two packages ask for
    "$into/venv/bin/pip" install --quiet --disable-pip-version-check -r "$folder/requirements.txt"
    cp "$folder/package.json" "$into/"
    npm install --prefix "$into" --silent --no-audit --no-fund
    # shellcheck disable=SC2086
    cat $lists >"$into/installed"
}
finish() {
    case $kind in peers | pages) install_peers ;; esac
    exit 0
}

# Words, not one string: $wanted and $missing are lists of package names without blanks or wildcards.
# shellcheck disable=SC2086
missing_packages() {
    dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p' | sort >"$installed"
    printf '%s\n' $wanted | sort -u | comm -23 - "$installed" | tr '\n' ' '
}

# Elsewhere than on Debian and its children nothing is installed: what counts is whether the build can work.
without_dpkg() {
    for tool in cc make pkg-config; do
        command -v "$tool" >/dev/null || absent="${absent-} $tool"
    done
    for library in libutf8proc libxxhash libdeflate libbrotlidec libzstd expat libcurl; do
        pkg-config --exists "$library" 2>/dev/null || absent="${absent-} $library"
    done
    [ -n "${absent-}" ] || finish
    echo "setup: this is not Debian, and dateline cannot install here what is missing:${absent}" >&2
    echo 'setup: install a C17 compiler, make, pkg-config, utf8proc, xxHash, libdeflate, brotli, zstd, expat and libcurl (and cmocka and libmicrohttpd for the tests), then run this again' >&2
    exit 1
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then without_dpkg; fi

installed=$(mktemp)
trap 'rm -f "$installed"' EXIT
missing=$(missing_packages)
missing=${missing% }
[ -n "$missing" ] || finish

as_root=
if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "setup: these packages are missing: $missing" >&2
        echo "setup: installing needs root and there is no sudo; as root run: apt-get install $missing" >&2
        exit 1
    fi
    as_root='sudo'
fi

apt() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@"
}

# shellcheck disable=SC2086
install_missing() {
    apt install --no-install-recommends $missing >"$installed" 2>&1
}

# shellcheck disable=SC2086
known_here() {
    apt-cache show --no-all-versions $missing >/dev/null 2>&1
}

echo "setup: installing from Debian: $missing"
updated=
if ! known_here; then
    apt update >"$installed" 2>&1 || { cat "$installed" >&2; exit 1; }
    updated=yes
fi
if ! install_missing; then
    # package lists may be older than the archive
    [ -n "$updated" ] || apt update >/dev/null 2>&1 || true
    install_missing || {
        cat "$installed" >&2
        echo "setup: could not install: $missing" >&2
        exit 1
    }
fi
echo 'setup: done'
finish
