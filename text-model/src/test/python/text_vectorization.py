"""Writes golden rows of Keras' TextVectorization for texts that differ between Python, Java and TensorFlow.

    pip install tensorflow-cpu keras
    python text_vectorization.py ../resources/text-vectorization/golden.json.gz
"""

import gzip
import itertools
import json
import os
import sys

os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import tensorflow as tf

TEXTS = [
    "",
    " ",
    "\t\n\r",
    "Good",
    "good film, bad film",
    "A good story; a BAD ending!",
    "don't can't it's o'clock",
    "don’t “quote” — dash… ‘x’",
    "it's a must-see: 10/10 (really)",
    "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'",
    "a!b\"c#d$e%f&g'h(i)j*k+l,m-n.o/p:q;r<s=t>u?v@w[x\\y]z^a_b`c{d|e}f~g",
    "<br />good<br/>film",
    "ÄÖÜ äöü ß ẞ STRASSE Straße",
    "İstanbul IĞDIR ısı DİYARBAKIR i̇",
    "ΟΔΥΣΣΕΥΣ οδυσσευς Σ ΑΣ. ΑΣΑ ς",
    "ПРИВЕТ привет Ёлка",
    "ÉCOLE école E\u0301cole e\u0301cole",
    "ﬁlm ﬂoor Ǆ ǅ ǆ Ω K Å",
    "映画は良い 电影很好 영화는 좋았다",
    "good。bad、film！？",
    "ＧＯＯＤ ｇｏｏｄ",
    "good\u00a0film bad\u00a0",
    "good\u2003film\u2009bad\u200bstory",
    "good\u3000film",
    "good\u2028film\u2029bad",
    "good\u0085film",
    "good\x1cfilm\x1dbad\x1estory\x1fending",
    "good\x0bfilm\x0cbad",
    "good\rfilm\r\nbad\n\nstory\ttab",
    "a\x00b good\x00 \x00film",
    "\ufeffgood film\ufeff",
    "so\u00adft ter\u200drible \u2060x",
    "😡 good😡film 👍🏽 👩‍👩‍👧 ❤️ 🇩🇪",
    "\U0001d406ood \U00010400 \U00010428",
    "\u0301 \u0308a ◌\u0301",
    "\x7f \x80 \x9f \xa0 \xad \xff",
    "مرحبا بالعالم ١٢٣ ، ؟",
    "हिन्दी नमस्ते।",
    "ไทยดีมาก",
    "GOOD good Good gOOd goOd",
    "good good good good bad bad film",
    "the the a a story ending of of of and",
    "[UNK] unk [unk] UNK",
    "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "0 1 2 10 100 1.5 1,5 -1 +1 1e5",
    "https://example.org/a?b=c&d=e#f @user #hashtag",
    "good-film good_film good.film good/film",
    "¡bueno! ¿malo? «bon» „gut“ ‚so‘",
    "© ® ™ € £ ¥ § ¶ • · ½ ² ° ± × ÷",
    "a' 'b 'c' ''d''",
    "   leading and trailing   ",
    "x" * 300,
    "word " * 40,
]

STANDARDIZE = ["lower_and_strip_punctuation", "lower", "strip_punctuation", None]
SPLIT = ["whitespace", "character", None]


def configurations():
    """Arguments, and whether the vocabulary is learned from the texts."""
    for standardize, split in itertools.product(STANDARDIZE, SPLIT):
        yield dict(standardize=standardize, split=split), True
    for length in (1, 3, 60):
        yield dict(output_sequence_length=length), True
    yield dict(output_sequence_length=5, ragged=True), True
    yield dict(output_sequence_length=4, split=None), True
    for ngrams in (1, 2, 3, (2,), (3, 1), (2, 2)):
        yield dict(ngrams=ngrams, output_sequence_length=30, max_tokens=120), True
    yield dict(ngrams=2, split="character", max_tokens=60), True
    yield dict(ngrams=(2,), standardize=None, max_tokens=60, output_sequence_length=8), True
    for mode in ("multi_hot", "count", "tf_idf"):
        yield dict(output_mode=mode), True
        yield dict(output_mode=mode, max_tokens=30), True
        yield dict(output_mode=mode, max_tokens=1000, pad_to_max_tokens=True), True
        yield dict(output_mode=mode, ngrams=2, max_tokens=80, split="character"), True
        yield dict(output_mode=mode, split=None, max_tokens=50), True
    few = ["film", "good", "don’t", "straße", "\U0001f621", "映画は良い", "good film", "a b", "a\x00b", "istanbul"]
    yield dict(vocabulary=few), False
    yield dict(vocabulary=["", "[UNK]"] + few), False
    yield dict(vocabulary=["[UNK]"] + few, standardize="lower"), False
    yield dict(vocabulary=few, ngrams=2, max_tokens=12), False
    yield dict(vocabulary=few, output_mode="count"), False
    yield dict(vocabulary=["[UNK]"] + few, output_mode="count"), False
    weights = [0.25 + 0.125 * i for i in range(len(few))]
    yield dict(vocabulary=few, idf_weights=weights, output_mode="tf_idf"), False
    yield dict(vocabulary=["[UNK]"] + few, idf_weights=[0.5] + weights, output_mode="tf_idf"), False
    yield (
        dict(vocabulary=few, idf_weights=weights, output_mode="tf_idf", max_tokens=20, pad_to_max_tokens=True),
        False,
    )


def row(values, mode):
    """Indices, or pairs of a column and its value."""
    if mode == "int":
        return [int(value) for value in values]
    return [[column, float(value)] for column, value in enumerate(values) if value != 0]


def case(arguments, learned):
    layer = keras.layers.TextVectorization(**arguments)
    if learned:
        # get_vocabulary() drops NULs at the end of tokens, so none are learned.
        layer.adapt(tf.constant([[text.encode()] for text in TEXTS if "\0" not in text]))
    mode = arguments.get("output_mode", "int")
    rows, width = [], None
    for text in TEXTS:
        out = layer(tf.constant([[text.encode()]]))
        out = out.to_list()[0] if isinstance(out, tf.RaggedTensor) else out.numpy()[0]
        width = None if mode == "int" else len(out)
        rows.append(row(out, mode))
    config = layer.get_config()
    for unused in ("name", "trainable", "dtype"):
        config.pop(unused)
    found = {"config": config, "learned": learned, "vocabulary": [str(word) for word in layer.get_vocabulary()], "width": width, "rows": rows}
    if learned and mode == "tf_idf":
        found["weights"] = [float(weight) for weight in layer._lookup_layer.idf_weights.numpy()]
    return found


def main(path):
    cases = [case(arguments, learned) for arguments, learned in configurations()]
    document = {"keras": keras.__version__, "tensorflow": tf.__version__, "texts": TEXTS, "cases": cases}
    with open(path, "wb") as file, gzip.GzipFile("", "wb", 9, file, 0) as packed:
        packed.write(json.dumps(document, separators=(",", ":")).encode())
    print(len(cases), "cases,", len(cases) * len(TEXTS), "rows,", os.path.getsize(path), "bytes")


main(sys.argv[1])
