"""Writes the table of io.sentimentstreams.model.text.normalize.Characters from CPython's Unicode
data. Run CPython 3.11 (Unicode 14.0.0) from text-model:

    python3.11 src/test/python/characters.py

The emoji are those of Extended_Pictographic in emoji-data.txt of Unicode 15, which reserves the
code points of later emoji.
"""

import sys
import unicodedata

TABLE = "src/main/resources/io/sentimentstreams/model/text/normalize/characters-1.txt"

CODE_POINTS = [c for c in range(0x80, sys.maxunicode + 1) if not 0xD800 <= c < 0xE000]

# Pictographs that texts use as plain symbols: they separate, unless they are joined to an emoji.
JOINED = [(0x2139, 0x2139), (0x2194, 0x2199), (0x21A9, 0x21AA), (0x25AA, 0x25AB), (0x25B6, 0x25B6),
          (0x25C0, 0x25C0), (0x25FB, 0x25FC), (0x27A1, 0x27A1), (0x2934, 0x2935), (0x2B05, 0x2B07),
          (0x3030, 0x3030), (0x303D, 0x303D)]

EMOJI = [(0x231A, 0x231B), (0x2328, 0x2328), (0x2388, 0x2388), (0x23CF, 0x23CF), (0x23E9, 0x23F3),
         (0x23F8, 0x23FA), (0x25FD, 0x25FE), (0x2600, 0x2605), (0x2607, 0x2612), (0x2614, 0x2685),
         (0x2690, 0x2705), (0x2708, 0x2712), (0x2714, 0x2714), (0x2716, 0x2716), (0x271D, 0x271D),
         (0x2721, 0x2721), (0x2728, 0x2728), (0x2733, 0x2734), (0x2744, 0x2744), (0x2747, 0x2747),
         (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2763, 0x2767),
         (0x2795, 0x2797), (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50),
         (0x2B55, 0x2B55), (0x1F000, 0x1F0FF), (0x1F10D, 0x1F10F), (0x1F12F, 0x1F12F),
         (0x1F170, 0x1F171), (0x1F17E, 0x1F17F), (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A),
         (0x1F1AD, 0x1F1E5), (0x1F201, 0x1F20F), (0x1F21A, 0x1F21A), (0x1F22F, 0x1F22F),
         (0x1F232, 0x1F23A), (0x1F23C, 0x1F23F), (0x1F249, 0x1F3FA), (0x1F400, 0x1F53D),
         (0x1F546, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F774, 0x1F77F), (0x1F7D5, 0x1F7FF),
         (0x1F80C, 0x1F80F), (0x1F848, 0x1F84F), (0x1F85A, 0x1F85F), (0x1F888, 0x1F88F),
         (0x1F8AE, 0x1F8FF), (0x1F90C, 0x1F93A), (0x1F93C, 0x1F945), (0x1F947, 0x1FAFF),
         (0x1FC00, 0x1FFFD),
         # Ratings and ballots that are no pictographs for Unicode.
         (0x2606, 0x2606), (0x2713, 0x2713), (0x2715, 0x2715), (0x2717, 0x2718)]

APOSTROPHES = [0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x55A, 0x5F3, 0x7F4, 0x7F5, 0x2018, 0x2019, 0x201A,
               0x201B, 0x2032, 0x2035, 0x275B, 0x275C, 0xA78B, 0xA78C]
QUOTES = [0xAB, 0xBB, 0x2BA, 0x2EE, 0x5F4, 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x2034, 0x2036,
          0x2037, 0x2039, 0x203A, 0x2057, 0x275D, 0x275E, 0x275F, 0x2760, 0x2E42, 0x301D, 0x301E,
          0x301F]
HYPHENS = [0x58A, 0x1806, 0x2010]
# U+2212 is the minus.
DASHES = [0x2212]
# C1 controls that stand for the marks of windows-1252 in texts that were decoded as Latin-1.
WINDOWS = {0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x96: 0x2013, 0x97: 0x2014}
# Spacing accents in the role of an apostrophe, which NFKC would make a space and a mark.
ACCENTS = {0x384: 0x2019, 0x1FBD: 0x2019, 0x1FBF: 0x2019, 0x1FFD: 0x2019, 0x1FFE: 0x2018,
           0x1FEF: 0x60, 0x374: 0x2019}
ASCII = {0x3002: ".", 0x6D4: ".", 0x964: ".", 0x965: ".", 0x2024: ".", 0x3001: ",", 0x60C: ",",
         0x61B: ";", 0x61F: "?", 0x2044: "/", 0x2215: "/"}
SPACES = [0x85, 0x3164, 0xFFA0]
# Lines over and under letters, and strokes through them.
OVERLAYS = [0x305, 0x332, 0x333, 0x33F, 0x335, 0x336, 0x337, 0x338]
VISIBLE_FORMATS = [0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2,
                   0x110BD, 0x110CD]
IGNORABLE = [(0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5),
             (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F),
             (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFF0, 0xFFFB), (0x1BCA0, 0x1BCA3),
             (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)]
JAMO = (0x3131, 0x318E)
HALF_WIDTH_JAMO = [(0xFFA1, 0xFFBE, 0x3131), (0xFFC2, 0xFFC7, 0x314F), (0xFFCA, 0xFFCF, 0x3155),
                   (0xFFD2, 0xFFD7, 0x315B), (0xFFDA, 0xFFDC, 0x3161)]
KEYCAP = 0x20E3
TRADE_MARKS = [0x2120, 0x2122]


def within(c, ranges):
    return any(first <= c <= last for first, last in ranges)


def replacement(c):
    """Returns what replaces a character before everything else, or None."""
    if c in WINDOWS:
        return chr(WINDOWS[c])
    if c in ACCENTS:
        return chr(ACCENTS[c])
    for first, last, to in HALF_WIDTH_JAMO:
        if first <= c <= last:
            return chr(to + c - first)
    return None


def kind(c):
    if c in WINDOWS:
        return kind(WINDOWS[c])
    category = unicodedata.category(chr(c))
    if c in SPACES or category[0] == "Z":
        return "space"
    if within(c, IGNORABLE) or c in OVERLAYS or c & 0xFFFE == 0xFFFE or 0xFDD0 <= c <= 0xFDEF:
        return "removed"
    if category == "Cc" or (category == "Me" and c != KEYCAP):
        return "removed"
    if category == "Cf":
        return "separator" if c in VISIBLE_FORMATS else "removed"
    if within(c, EMOJI):
        return "emoji"
    if within(c, JOINED):
        return "joined"
    if c in APOSTROPHES:
        return "apostrophe"
    if c in QUOTES:
        return "quote"
    if c in HYPHENS:
        return "hyphen"
    if c in DASHES or category == "Pd":
        return "dash"
    if category[0] in "PS" or category == "Co":
        return "separator"
    if category[0] == "M":
        return "mark"
    return "number" if category[0] == "N" else "word"


def keeps_itself(c, kind):
    """Returns whether a character is not decomposed, because its kind has a rule of its own."""
    return (kind in ("space", "removed", "emoji", "joined", "apostrophe", "quote")
            or JAMO[0] <= c <= JAMO[1] or c in TRADE_MARKS or c in ASCII)


def decomposed(c):
    """Returns the full decomposition, canonical and by compatibility."""
    made = replacement(c)
    if made is not None:
        return made
    if 0xAC00 <= c <= 0xD7A3 or keeps_itself(c, kind(c)):
        return chr(c)
    return unicodedata.normalize("NFKD", chr(c))


def runs(values):
    """Yields (value, first, last) of equal values in a row; None is left out."""
    run = None
    for c, value in values:
        if run is not None and value == run[0] and c == run[2] + 1:
            run = (value, run[1], c)
            continue
        if run is not None and run[0] is not None:
            yield run
        run = (value, c, c)
    if run is not None and run[0] is not None:
        yield run


lines = [f"# Unicode {unicodedata.unidata_version}; written by src/test/python/characters.py"]
kinds = ((c, kind(c)) for c in CODE_POINTS)
lines += [f"{name} {first:x} {last:x}" for name, first, last in runs(kinds) if name != "word"]
lines += [f"ascii {c:x} {ord(to):x}" for c, to in sorted(ASCII.items())]
classes = ((c, unicodedata.combining(chr(c)) or None) for c in CODE_POINTS)
lines += [f"class {first:x} {last:x} {number:x}" for number, first, last in runs(classes)]
for c in CODE_POINTS:
    parts = decomposed(c)
    if parts != chr(c):
        lines.append(f"decompose {c:x} " + " ".join(f"{ord(each):x}" for each in parts))
for c in CODE_POINTS:
    canonical = unicodedata.decomposition(chr(c)).split()
    if len(canonical) == 2 and not canonical[0].startswith("<"):
        first, second = (int(each, 16) for each in canonical)
        if unicodedata.normalize("NFC", chr(first) + chr(second)) == chr(c):
            lines.append(f"compose {first:x} {second:x} {c:x}")
with open(TABLE, "w", encoding="ascii") as file:
    file.write("\n".join(lines) + "\n")
