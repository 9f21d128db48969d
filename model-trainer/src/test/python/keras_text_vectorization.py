"""Generates src/test/resources/keras-vectorization/: small saved Keras models that begin with
TextVectorization, and sample scores of texts. Requires `pip install tensorflow-cpu tf-keras`. Run
from model-trainer:

    python src/test/python/keras_text_vectorization.py
"""

import json
import os

os.environ["CUDA_VISIBLE_DEVICES"] = ""

import keras
import numpy as np
import tensorflow as tf
import tf_keras

OUTPUT = "src/test/resources/keras-vectorization"
LEARNED = [
    "What a lovely film, what a cast!",
    "A dull film: the cast was dull, the story was dull.",
    "The story isn't moving; the music IS lovely.",
    "Straße straße Ärger ärger good\u00a0film",
    "Awful music, awful story.",
]
TEXTS = LEARNED + [
    "LOVELY!!! Lovely?",
    "isn't isn’t Ärger ÄRGER straße STRASSE",
    "good\u00a0film good film",
    "boring boring boring boring boring boring boring boring boring boring dull",
    "film\tmusic\r\nstory\x0bcast",
    "<br />film<br/>awful",
    "😡 映画 lovely",
    "x",
]
SIZE = 60
rng = np.random.default_rng(20261130)


def lstm(k, mask):
    return [k.layers.Embedding(SIZE, 4, mask_zero=mask), k.layers.LSTM(3)]


def bidirectional(k, mask):
    return [k.layers.Embedding(SIZE, 4, mask_zero=mask), k.layers.Bidirectional(k.layers.GRU(3))]


def mean(k, mask):
    return [k.layers.Embedding(SIZE, 4, mask_zero=mask), k.layers.GlobalAveragePooling1D()]


def flattened(k, mask):
    return [k.layers.Embedding(SIZE, 4, mask_zero=mask), k.layers.Flatten()]


def sequential(k, layer, inner, mask, shape=()):
    layers = [keras.Input(shape, dtype="string")] if k is keras else [k.layers.InputLayer(shape, dtype="string")]
    return k.Sequential(layers + [layer] + inner(k, mask) + [k.layers.Dense(1, activation="sigmoid")])


def functional(k, layer, inner, mask, shape=()):
    texts = k.Input(shape, dtype="string", name="texts")
    last = layer(texts)
    for each in inner(k, mask) + [k.layers.Dense(1, activation="sigmoid")]:
        last = each(last)
    return k.Model(texts, last)


def scatter(model):
    """Replaces small initial weights, so that scores differ."""
    for weight in model.weights:
        if getattr(weight, "dtype", "") in ("float32", tf.float32):
            weight.assign(rng.normal(0, 0.8, weight.shape).astype("float32"))


def samples(name, model, shape, texts=TEXTS):
    with open(f"{OUTPUT}/{name}.samples.jsonl", "w") as file:
        for text in texts:
            batch = tf.constant([text]) if shape == () else tf.constant([[text]])
            score = float(model.predict(batch, verbose=0)[0, 0])
            file.write(json.dumps({"text": text, "score": score}) + "\n")


def save(name, k, build, inner, mask, shape=(), **arguments):
    layer = k.layers.TextVectorization(**arguments)
    if "vocabulary" not in arguments:
        layer.adapt(tf.constant([[text] for text in LEARNED]))
    model = build(k, layer, inner, mask, shape)
    scatter(model)
    model.save(f"{OUTPUT}/{name}")
    samples(name, model, shape)
    return layer


os.makedirs(OUTPUT, exist_ok=True)
words = ["film", "lovely", "straße", "Ärger", "dull", "isnt", "good\u00a0film"]
letters = list("aefilmnoxty ") + ["ß", "Ä", "\u00a0", "😡", "\t"]
save("masked.keras", keras, sequential, lstm, True)
save("functional.keras", keras, functional, mean, False, (1,), output_sequence_length=6, ngrams=2)
save("flattened.keras", keras, sequential, flattened, False, (1,), output_sequence_length=5, max_tokens=20)
save("unmasked.keras", keras, sequential, lstm, False, standardize="lower")
save("characters.h5", keras, sequential, bidirectional, True, split="character", vocabulary=letters)
save("unchanged.keras", keras, functional, bidirectional, True, (1,), standardize=None, vocabulary=words)
save("keras2-masked.keras", tf_keras, sequential, lstm, True)
save("keras2-functional.h5", tf_keras, functional, bidirectional, True, vocabulary=words)
save("keras2-length.h5", tf_keras, sequential, mean, False, vocabulary=words, output_sequence_length=4, standardize="strip_punctuation")

# The layer is apart from the model.
layer = keras.layers.TextVectorization(output_sequence_length=7)
layer.adapt(tf.constant([[text] for text in LEARNED]))
model = keras.Sequential([keras.Input((7,))] + lstm(keras, True) + [keras.layers.Dense(1, activation="sigmoid")])
scatter(model)
model.save(f"{OUTPUT}/apart.keras")
with open(f"{OUTPUT}/apart.config.json", "w") as file:
    json.dump(layer.get_config(), file)
with open(f"{OUTPUT}/apart.vocabulary.json", "w") as file:
    json.dump([str(word) for word in layer.get_vocabulary()], file)
with open(f"{OUTPUT}/apart.vocabulary.txt", "w") as file:
    file.write("\n".join(layer.get_vocabulary()) + "\n")
whole = keras.Sequential([keras.Input((), dtype="string"), layer, model])
samples("apart.keras", whole, ())
whole.save(f"{OUTPUT}/rejected-nested.keras")


# Rejected models.
def custom_standardization(texts):
    return tf.strings.regex_replace(tf.strings.lower(texts), "<br />", " ")


save("rejected-function.keras", keras, sequential, lstm, True, standardize=custom_standardization)
layer = keras.layers.TextVectorization(output_mode="tf_idf")
layer.adapt(tf.constant([[text] for text in LEARNED]))
model = keras.Sequential([keras.Input((), dtype="string"), layer, keras.layers.Dense(1, activation="sigmoid")])
model.save(f"{OUTPUT}/rejected-tf-idf.keras")
with open(f"{OUTPUT}/rejected-tf-idf.rows.json", "w") as file:
    rows = layer(tf.constant([[text] for text in TEXTS])).numpy().tolist()
    json.dump({"texts": TEXTS, "rows": rows}, file)
layer = keras.layers.TextVectorization()
layer.adapt(tf.constant([[text] for text in LEARNED]))
model = sequential(keras, layer, lstm, True)
scatter(model)
model.save(f"{OUTPUT}/without-vocabulary.h5")
with open(f"{OUTPUT}/without-vocabulary.txt", "w") as file:
    file.write("\n".join(layer.get_vocabulary()))
samples("without-vocabulary.h5", model, ())
for name in ("rejected-function.keras.samples.jsonl",):
    os.remove(f"{OUTPUT}/{name}")
