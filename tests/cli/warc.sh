#!/bin/sh
# Web archives: read, damaged, stopped and gone on with.
# shellcheck source=tests/cli/tap
. tests/cli/tap
: "${root:?}"

# A packed archive of 300 pages, one of which is damaged in a copy.
python3 - <<'PYTHON'
import gzip
def record(i):
    page = f"<title>Report {i}</title><p>Report {i}: two soldiers died at the bridge of the northern road on Monday, the army said.</p>"
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/{i}\r\nContent-Type: application/http\r\nContent-Length: {len(body)}\r\n\r\n"
    return gzip.compress(head.encode() + body + b"\r\n\r\n", mtime=0)
records = [record(i) for i in range(300)]
open("news.warc.gz", "wb").write(b"".join(records))
open("news.warc", "wb").write(b"".join(gzip.decompress(r) for r in records))
hurt = bytearray(records[100]); hurt[60] ^= 255
open("hurt.warc.gz", "wb").write(b"".join(records[:100]) + hurt + b"".join(records[101:]))
PYTHON

titles() { grep -o '"title":"Report [0-9]*"' "$1" | grep -o '[0-9]*'; }
all() { seq 0 299; }

check 'a packed archive is read' run 0 text --format json news.warc.gz
titles out >got && all >want
check 'all of it, in order' cmp -s got want
mv out packed
check 'a plain one' run 0 text --format json news.warc
titles out >got
check 'all of it, too' cmp -s got want
check 'from standard input' sh -c "'$DATELINE' text --from warc --format json <news.warc.gz | cmp -s - packed"
check 'a damaged record: exit 1' run 1 text --format json hurt.warc.gz
check 'is named with its byte' grep -q 'hurt.warc.gz: byte [0-9]*: a damaged gzip member' err
titles out >got
check 'and the others are read' sh -c "seq 0 299 | grep -vx 100 | cmp -s - got"

# Stopped at random and begun again at the end of what was written: nothing lost, nothing twice.
stopped() { # FILE
    : >all.out
    start=0
    for keep in 7 1 90 33 2 60 100 7; do
        if [ "$start" != 0 ]; then set -- "$1" --start "$start"; fi
        "$DATELINE" text --format json "$@" 2>/dev/null | head -n "$keep" >part
        cat part >>all.out
        start=$(tail -n 1 part | grep -o '"end":[0-9]*}' | tail -n 1 | grep -o '[0-9]*')
    done
    titles all.out | cmp -s - want
}
check 'a packed archive is gone on with' stopped news.warc.gz
check 'a plain one is gone on with' stopped news.warc
check 'only an archive can be begun in its midst' run 1 text --start 5 "$root/examples/harbour.html"
check 'which is said' grep -q 'only a web archive' err
plan
