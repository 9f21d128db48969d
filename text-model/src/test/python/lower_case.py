"""Writes the table of io.sentimentstreams.model.text.LowerCase and its test data from CPython's
str.lower(). Run CPython 3.11 (Unicode 14.0.0) from text-model:

    python3.11 src/test/python/lower_case.py
"""

import gzip
import hashlib
import json
import random
import sys
import unicodedata

TABLE = "src/main/resources/io/sentimentstreams/model/text/lower-case.txt"
ANSWERS = "src/test/resources/python/lower-case.json.gz"
SIGMA, FINAL_SIGMA = "\u03a3", "\u03c2"

CODE_POINTS = [c for c in range(sys.maxunicode + 1) if not 0xD800 <= c < 0xE000]


def makes_sigma_final(before):
    return (before + SIGMA).lower().endswith(FINAL_SIGMA)


def ranges(code_points):
    first = last = None
    for c in code_points:
        if last is not None and c == last + 1:
            last = c
            continue
        if first is not None:
            yield first, last
        first = last = c
    if first is not None:
        yield first, last


def write_table():
    # A sigma is final after a cased character. Case-ignorable characters between them are skipped.
    # Two probes find both classes of Unicode: the character alone, and after a cased one.
    cased = [c for c in CODE_POINTS if makes_sigma_final(chr(c))]
    known = set(cased)
    ignorable = [c for c in CODE_POINTS if c not in known and makes_sigma_final("a" + chr(c))]
    lines = [f"# Unicode {unicodedata.unidata_version}; written by src/test/python/lower_case.py"]
    for c in CODE_POINTS:
        lower = chr(c).lower()
        if lower != chr(c):
            lines.append(f"lower {c:x} " + " ".join(f"{ord(each):x}" for each in lower))
    lines += [f"cased {first:x} {last:x}" for first, last in ranges(cased)]
    lines += [f"ignorable {first:x} {last:x}" for first, last in ranges(ignorable)]
    with open(TABLE, "w", encoding="ascii") as file:
        file.write("\n".join(lines) + "\n")


def digest_of_every_code_point():
    digest = hashlib.sha256()
    for c in map(chr, CODE_POINTS):
        text = "\n".join([c, c + SIGMA, "a" + c + SIGMA, "a" + SIGMA + c, "a" + SIGMA + c + "b"])
        digest.update(text.lower().encode())
    return digest.hexdigest()


def random_texts():
    rng = random.Random(20261124)
    pool = list("aBzÉßΑΣΣΣσςİIıiǅǆⅧⅷⓐⒶªʰͅ'’.:·,-_ \n19") + list("영화あ漢א😀👍𐐀𐐨𝐀")
    pool += ["\u0301", "\u0307", "\u00ad", "\u200d", "\u1c89", "\ua7c0", "\U00010570", "\U00010d50"]
    for _ in range(1500):
        yield "".join(rng.choice(pool) for _ in range(rng.randint(1, 12)))


write_table()
answers = {
    "python": sys.version.split()[0],
    "unicode": unicodedata.unidata_version,
    "everyCodePointSha256": digest_of_every_code_point(),
    "texts": [[text, text.lower()] for text in random_texts()],
}
with gzip.GzipFile(ANSWERS, "wb", mtime=0) as file:
    file.write(json.dumps(answers).encode())
