"""Generates src/test/resources/keras/: small saved Keras models, the tokenizer, and sample scores of
texts and token indices. Requires `pip install tensorflow-cpu tf-keras`. Run from model-trainer:

    python src/test/python/keras_models.py

tf-keras is Keras 2, which has another file format than Keras 3.
"""

import json
import os

import h5py
import keras
import numpy as np
import tensorflow as tf
import tf_keras
from keras.src.legacy.preprocessing.text import Tokenizer

OUTPUT = "src/test/resources/keras"
MAX_LENGTH = 9
TEXTS = [
    "What a lovely film, what a cast!",
    "A dull film: the cast was dull, the story was dull.",
    "The story is moving, the music is lovely and the end is superb.",
    "Awful music, awful story.",
    "I was moved by the end of the story and by the music of the first part of this superb film.",
    "boring boring boring boring boring boring boring boring boring boring boring boring",
    "Superb!",
]
UNKNOWN = "nothing whatsoever familiar"

tokenizer = Tokenizer(num_words=24, oov_token="<oov>")
tokenizer.fit_on_texts(TEXTS)
rng = np.random.default_rng(20261124)


def lstm(k, mask):
    yield from [k.layers.Embedding(24, 5, mask_zero=mask), k.layers.LSTM(4), output(k)]


def gru(k, mask, reset_after):
    yield k.layers.Embedding(24, 5, mask_zero=mask)
    yield from [k.layers.GRU(4, reset_after=reset_after), output(k)]


def both_mean(k, mask):
    yield from [k.layers.Embedding(24, 4, mask_zero=mask), k.layers.SpatialDropout1D(0.3)]
    yield k.layers.Bidirectional(k.layers.LSTM(3, return_sequences=True, dropout=0.2), merge_mode="concat")
    yield from [k.layers.GlobalAveragePooling1D(), k.layers.Dropout(0.5)]
    yield from [k.layers.Dense(3, activation="relu"), output(k)]


def both_max(k, mask):
    yield k.layers.Embedding(24, 4, mask_zero=mask)
    yield k.layers.Bidirectional(k.layers.GRU(3, return_sequences=True), merge_mode="ave")
    yield from [k.layers.GlobalMaxPooling1D(), k.layers.Dense(3, activation="tanh"), output(k)]


def stacked(k, mask):
    yield k.layers.Embedding(24, 4, mask_zero=mask)
    yield k.layers.SimpleRNN(4, return_sequences=True)
    yield from [k.layers.SimpleRNN(3, use_bias=False), k.layers.Dense(1, activation="sigmoid", use_bias=False)]


def flattened(k, mask):
    yield from [k.layers.Embedding(24, 4, mask_zero=mask), k.layers.Flatten(), output(k)]


def classes(k, mask):
    yield from [k.layers.Embedding(24, 5, mask_zero=mask), k.layers.GRU(4)]
    yield k.layers.Dense(3, activation="softmax")


def output(k):
    return k.layers.Dense(1, activation="sigmoid")


def sequential(k, layers):
    return k.Sequential([k.Input((MAX_LENGTH,), dtype="int32"), *layers])


def functional(k, layers):
    inputs = k.Input((MAX_LENGTH,), dtype="int32")
    x = inputs
    for layer in layers:
        x = layer(x)
    return k.Model(inputs, x)


def samples(model):
    """Returns scores of texts, padded and truncated at the front, and of unmodified token indices."""
    sequences = tokenizer.texts_to_sequences([*TEXTS, UNKNOWN])
    padded = keras.utils.pad_sequences(sequences, maxlen=MAX_LENGTH)
    ids_batch = rng.integers(1, 24, (4, MAX_LENGTH))
    ids_batch[1, 6:] = 0
    ids_batch[2, :3] = 0
    ids_batch[3, 4] = 0
    for text, score in zip([*TEXTS, UNKNOWN], model.predict(padded, verbose=0).tolist()):
        yield {"text": text, "score": score if len(score) > 1 else score[0]}
    for ids, score in zip(ids_batch, model.predict(ids_batch, verbose=0).tolist()):
        yield {"ids": ids.tolist(), "score": score if len(score) > 1 else score[0]}


def make(name, model):
    model.set_weights([rng.uniform(-1.2, 1.2, w.shape).astype("float32") for w in model.get_weights()])
    model.save(f"{OUTPUT}/{name}")
    with open(f"{OUTPUT}/{name}.samples.jsonl", "w") as file:
        file.writelines(json.dumps(sample) + "\n" for sample in samples(model))


def awkward():
    """Writes arrays and links that Keras does not write."""
    zeros = np.zeros((2, 3), "float32")
    with h5py.File(f"{OUTPUT}/awkward.h5", "w") as file:
        file["plain"] = np.arange(6, dtype="float32").reshape(2, 3)
        file["doubles"] = zeros.astype("float64")
        file.create_dataset("packed", data=zeros, chunks=(1, 3), compression="gzip")
        file.create_dataset("unwritten", (2, 3), "float32")
        file["soft"] = h5py.SoftLink("/plain")
        file["outside"] = h5py.ExternalLink("lstm-unmasked.h5", "/model_weights")


def main():
    os.makedirs(OUTPUT, exist_ok=True)
    with open(f"{OUTPUT}/tokenizer.json", "w") as file:
        file.write(tokenizer.to_json())
    make("lstm-masked.keras", sequential(keras, lstm(keras, True)))
    make("lstm-unmasked.h5", functional(keras, lstm(keras, False)))
    make("gru-reset-after.keras", functional(keras, gru(keras, True, True)))
    make("gru-reset-before.h5", sequential(keras, gru(keras, True, False)))
    make("both-mean.keras", sequential(keras, both_mean(keras, True)))
    make("both-max.h5", sequential(keras, both_max(keras, False)))
    make("stacked-simple-rnn.keras", functional(keras, stacked(keras, True)))
    make("keras2-both-mean.h5", functional(tf_keras, both_mean(tf_keras, True)))
    make("keras2-stacked-simple-rnn.keras", sequential(tf_keras, stacked(tf_keras, False)))
    make("flattened.keras", sequential(keras, flattened(keras, False)))
    awkward()
    make("three-classes.keras", sequential(keras, classes(keras, True)))
    print("keras", keras.__version__, "tf-keras", tf_keras.__version__, "tensorflow", tf.__version__)


main()
