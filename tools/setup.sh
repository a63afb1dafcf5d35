#!/bin/sh
# Installs the Debian packages that a job needs and that are missing; says which. Quick and silent when nothing is missing.
#
#     tools/setup.sh build|check|ci|train|rivals [--list]
#
# build: compile and run. check: also run every test. ci: also the second compiler and the fuzzers. train: what the trainer
# of the weights needs. rivals: what installs the programs that ours is measured against. --list only prints the packages.
# SETUP=no in the environment leaves the machine alone.
set -eu

build='gcc libc6-dev make pkg-config libutf8proc-dev libxxhash-dev'
check="$build libcmocka-dev clang-format shellcheck python3 python3-jsonschema"
train="$build libjansson-dev wordnet-base"
rivals="$build python3 python3-pip"
ci="$check clang llvm libclang-rt-14-dev"

usage() {
    echo 'usage: tools/setup.sh build|check|ci|train|rivals [--list]' >&2
    exit 2
}

case ${1-} in
build) wanted=$build ;;
check) wanted=$check ;;
ci) wanted=$ci ;;
rivals) wanted=$rivals ;;
train) wanted=$train ;;
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
    for library in libutf8proc libxxhash; do
        pkg-config --exists "$library" 2>/dev/null || absent="${absent-} $library"
    done
    [ -n "${absent-}" ] || exit 0
    echo "setup: this is not Debian, and dateline cannot install here what is missing:${absent}" >&2
    echo 'setup: install a C17 compiler, make, pkg-config, utf8proc and xxHash (and cmocka for the tests), then run this again' >&2
    exit 1
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then without_dpkg; fi

installed=$(mktemp)
trap 'rm -f "$installed"' EXIT
missing=$(missing_packages)
missing=${missing% }
[ -n "$missing" ] || exit 0

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
