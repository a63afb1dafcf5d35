#!/usr/bin/env python3
"""Checks data/places/countries.tsv, which is written by hand, against the borders of npm @rapideditor/country-coder: countries.py BORDERS.json

Of each country: that its two codes belong together, that its middle lies inside its borders, and on which continent. States that are no more and
what the package calls otherwise stand in EXCEPT, with the reason. Prints what differs; last line: "N passed, N failed". Standard library only.
"""
import json, sys

CONTINENTS = {"002": "AF", "142": "AS", "150": "EU", "009": "OC", "005": "SA", "013": "NA", "029": "NA", "021": "NA"}
EXCEPT = {
    "ESH": "the package draws the land behind the wall alone",
}

def rows(path):
    lines = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if not line.startswith("#")]
    return [dict(zip(lines[0], line + [""] * len(lines[0]))) for line in lines[1:]]

def inside(lon, lat, ring):
    odd, (x, y) = False, ring[-1][:2]
    for u, v in ring:
        if (v > lat) != (y > lat) and lon < (x - u) * (lat - v) / (y - v) + u: odd = not odd
        x, y = u, v
    return odd

def holds(geometry, lon, lat):
    return any(inside(lon, lat, polygon[0]) and not any(inside(lon, lat, hole) for hole in polygon[1:]) for polygon in geometry["coordinates"])

class Borders:
    def __init__(self, path):
        features = json.load(open(path, encoding="utf-8"))["features"]
        self.codes = {f["properties"]["iso1A3"]: f["properties"]["iso1A2"] for f in features if "iso1A3" in f["properties"]}
        self.parts = [f for f in features if f["geometry"]]

    def of(self, iso2):
        return [f for f in self.parts if iso2 in (f["properties"].get("iso1A2"), f["properties"].get("country"))]

    def faults(self, row):
        iso3, iso2 = row["iso3"], row["iso2"]
        parts = self.of(iso2)
        if self.codes.get(iso3) != iso2: yield f"is {iso2}, not {self.codes.get(iso3)}"
        if not parts: return
        if not any(holds(f["geometry"], float(row["lon"]), float(row["lat"])) for f in parts): yield f"its middle {row['lat']}, {row['lon']} is outside"
        continents = {CONTINENTS[g] for f in parts for g in f["properties"].get("groups", []) if g in CONTINENTS}
        if row["continent"] and continents and row["continent"] not in continents: yield f"its continent is {row['continent']}, not {' '.join(sorted(continents))}"

def main(path):
    borders, passed, failed = Borders(path), 0, 0
    for row in rows("data/places/countries.tsv"):
        wrong = [] if row["feature"] == "PCLH" or row["iso3"] in EXCEPT else list(borders.faults(row))
        passed += not wrong; failed += bool(wrong)
        for fault in wrong: print(f"data/places/countries.tsv: {row['iso3']} {row['name']}: {fault}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0

if __name__ == "__main__":
    if len(sys.argv) != 2: sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
