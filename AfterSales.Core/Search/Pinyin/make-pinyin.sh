#!/bin/sh
# Makes pinyin.txt out of the Unihan readings (Debian package unicode-data 15.0.0, Unicode licence); see ../Pinyin.cs; LICENSE.txt is the licence.
# Each line: the readings without tones, the commonest first, and after a tab the characters that are read so; ü is v.
# usage: make-pinyin.sh [Unihan_Readings.txt.bz2]
set -eu
bzcat "${1:-/usr/share/unicode/Unihan_Readings.txt.bz2}" | python3 -c '
import re, sys, unicodedata

FREQUENT, BOTH, OLDER, FIRST = "kHanyuPinlu", "kTGHZ2013", "kXHC1983", "kMandarin"
found = {}
for line in sys.stdin:
    cells = line.rstrip("\n").split("\t")
    if len(cells) == 3 and cells[1] in (FREQUENT, BOTH, OLDER, FIRST):
        found.setdefault(int(cells[0][2:], 16), {})[cells[1]] = cells[2]

def plain(reading):
    parts = unicodedata.normalize("NFD", reading.replace("\u0261", "g"))
    umlaut = parts.replace("u\u0308", "v")
    return "".join(c for c in umlaut if not unicodedata.combining(c))

groups = {}
for code, of in found.items():
    if not 0x3400 <= code <= 0x9FFF:
        continue
    texts = [of.get(FREQUENT, ""), of.get(FIRST, "") if FREQUENT not in of else "", of.get(BOTH, ""), of.get(OLDER, "")]
    readings = [plain(r) for t in texts for r in re.findall(r"[^\W\d_]+[\u0300-\u030c]*[^\W\d_]*", unicodedata.normalize("NFC", re.sub(r"[\d.,*()]+:?", " ", t)))]
    readings = [r for r in dict.fromkeys(readings) if re.fullmatch("[a-z]+", r)]
    if readings:
        groups.setdefault(",".join(readings), []).append(chr(code))

for key in sorted(groups):
    print(key + "\t" + "".join(sorted(groups[key])))
' > "$(dirname "$0")/pinyin.txt"
