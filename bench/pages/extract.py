#!/usr/bin/env python3
"""The peers that find an article, for bench/pages.sh.

extract.py speed NAME FOLDER    processor seconds a page, over the .html files of the folder
extract.py filter NAME          records of JSON Lines on standard input as dateline would answer them, for the scorer
"""
import glob, json, os, sys, time

def trafilatura_page(html, url=None):
    import trafilatura
    found = trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    return {"text": found.text or "", "title": found.title or "", "published": found.date or ""} if found else {}

def resiliparse_page(html, url=None):
    from resiliparse.extract.html2text import extract_plain_text
    return {"text": extract_plain_text(html, main_content=True)}

def readability_page(html, url=None):
    import lxml.html
    from readability import Document
    found = Document(html)
    return {"text": lxml.html.fromstring(found.summary()).text_content(), "title": found.short_title()}

PEERS = {"trafilatura": trafilatura_page, "resiliparse": resiliparse_page, "readability": readability_page}

def guarded(extract, html, url=None):
    try: return extract(html, url)
    except Exception: return {}  # a page that a peer cannot read is one in which it finds nothing

def speed(extract, folder):
    pages = [open(path, encoding="utf-8", errors="replace").read() for path in sorted(glob.glob(os.path.join(folder, "*.html")))]
    guarded(extract, pages[0])
    began = time.process_time()
    for page in pages: guarded(extract, page)
    print((time.process_time() - began) / len(pages))

def answer(extract):
    for line in sys.stdin.buffer:
        record = json.loads(line)
        print(json.dumps({"doc": {"ref": record["id"], "text": "", **guarded(extract, record["html"], record.get("url"))}}))

if sys.argv[1] == "speed": speed(PEERS[sys.argv[2]], sys.argv[3])
else: answer(PEERS[sys.argv[2]])
