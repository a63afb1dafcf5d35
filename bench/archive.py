#!/usr/bin/env python3
"""A large web archive: made of the page in examples/, read, killed at random and gone on with.

    bench/archive.py make FILE BYTES                    a .warc.gz of at least so many bytes; prints how many records it has
    bench/archive.py read FILE PROGRAM RECORDS KILLS    reads it, killed so often; fails where a record is lost or comes twice

Each record holds the page with a number in its title and what real pages are heavy with: a script that does not pack well. The numbers of the seed make
the same file each time. `read` prints processor and wall seconds, kilobytes resident at most, and the kills."""
import base64
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
import zlib

SEED, SCRIPT, KEPT = 7, 60_000, 64
HEAD = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/{n}\r\nWARC-Record-ID: <urn:uuid:{n}>\r\n"
        "Content-Type: application/http; msgtype=response\r\nContent-Length: {size}\r\n\r\n")


def packed(record):
    how = zlib.compressobj(1, zlib.DEFLATED, 31)
    return how.compress(record) + how.flush()


def make(path, least):
    chance = random.Random(SEED)
    with open("examples/harbour.html", encoding="utf-8") as file:
        page = file.read()
    scripts = [base64.b64encode(chance.randbytes(SCRIPT * 3 // 4)).decode() for _ in range(KEPT)]
    count = 0
    with open(path, "wb") as out:
        while out.tell() < least:
            own = re.sub("<title>[^<]*</title>", f"<title>Report {count}</title>", page)
            own = re.sub("<h1[^>]*>.*?</h1>", f"<h1>Report {count}</h1>", own, flags=re.S)
            own += f"<script>{scripts[count % KEPT]}{scripts[count // KEPT % KEPT]}</script>"
            body = ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + own).encode()
            out.write(packed(HEAD.format(n=count, size=len(body)).encode() + body + b"\r\n\r\n"))
            count += 1
    print(count)


def whole_lines(path):
    """Cuts what a kill left of a last line; gives the line in front of it, or None."""
    with open(path, "rb+") as file:
        size = file.seek(0, os.SEEK_END)
        at = max(0, size - (1 << 20))
        file.seek(at)
        tail = file.read()
        end = tail.rfind(b"\n") + 1
        file.truncate(at + end)
    lines = tail[:end].splitlines()
    return lines[-1] if lines else None


def run(program, archive, start, out, seconds):
    """One run, killed after so many seconds (None: not); whether it came to its end."""
    command = [program, "text", "--format", "json", *(["--start", str(start)] if start else []), archive]
    with open(out, "ab") as to:
        child = subprocess.Popen(command, stdout=to)
        try:
            return child.wait(timeout=seconds) == 0
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            child.wait()
            return False


def read(archive, program, records, kills):
    chance, out = random.Random(SEED), archive + ".out"
    open(out, "wb").close()
    began, start, killed, whole = time.monotonic(), 0, 0, None
    done = False
    while not done:
        most = float(os.environ.get("BENCH_SECONDS", "12")) / (kills + 1)
        done = run(program, archive, start, out, chance.uniform(0.2 * most, 1.8 * most) if killed < kills else None)
        killed += not done
        line = whole_lines(out)
        if line:
            start = json.loads(line)["doc"]["archive"]["end"]
    took = time.monotonic() - began
    with open(out, encoding="utf-8") as file:
        whole = [int(json.loads(line)["doc"]["title"].removeprefix("Report ")) for line in file]
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"records {len(whole)}\nkilled {killed}\nwall {took:.1f}\nprocessor {used.ru_utime + used.ru_stime:.1f}\nresident_kb {used.ru_maxrss}")
    os.unlink(out)
    if whole != list(range(records)):
        sys.exit("records were lost or came twice")


if sys.argv[1:2] == ["make"] and len(sys.argv) == 4:
    make(sys.argv[2], int(sys.argv[3]))
elif sys.argv[1:2] == ["read"] and len(sys.argv) == 6:
    read(sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
else:
    sys.exit(__doc__)
