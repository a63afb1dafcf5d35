#!/usr/bin/env python3
"""Runs html5lib's tests of charsets: html5lib_charsets.py PROGRAM FOLDER. Prints each failure, then "N passed, N failed".
A page of ASCII that says nothing is called Windows-1252 by the tests and UTF-8 by dateline, which is the same. The one test that runs scripts is left out."""
import glob, json, os, subprocess, sys, tempfile

program, folder = sys.argv[1:]

def cases(path):
    for part in open(path, "rb").read().split(b"#data\n")[1:]:
        data, _, rest = part.partition(b"\n#encoding\n")
        yield data, rest.split(b"\n")[0].decode().lower()

passed, failed = 0, []
with tempfile.TemporaryDirectory() as scratch:
    for path in sorted(glob.glob(os.path.join(folder, "tests*.dat"))):
        for data, want in cases(path):
            if b"multi-script test" in data: continue
            file = os.path.join(scratch, "page.html")
            open(file, "wb").write(data)
            run = subprocess.run([program, "read", "--from", "html", file], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            got = json.loads(run.stdout)["doc"].get("charset") if run.stdout else None
            same = got == want or (got, want) == ("utf-8", "windows-1252") and data.isascii()
            if same: passed += 1
            else: failed.append((os.path.basename(path), data, want, got))
for f in failed: print(*f)
print(f"{passed} passed, {len(failed)} failed")
sys.exit(bool(failed))
