"""Generates the variants in src/test/resources/keras/: models as other people build and save them, with
sample scores. Run from model-trainer, once with each version of Keras:

    pip install tensorflow-cpu            # Keras 3
    python src/test/python/keras_variants.py keras
    pip install tensorflow-cpu==2.13.1    # or 2.14.1
    python src/test/python/keras_variants.py tf213

The tokenizer of keras_models.py is read from the folder.
"""

import io
import json
import sys
import zipfile
import zlib

import h5py
import numpy as np
import tensorflow as tf

if sys.argv[1] == "keras":
    import keras as k
else:
    from tensorflow import keras as k

OUTPUT = "src/test/resources/keras"
LENGTH = 9
WORDS = 24
TEXTS = [
    "What a lovely film, what a cast!",
    "A dull film: the cast was dull, the story was dull.",
    "The story is moving, the music is lovely and the end is superb.",
    "Awful music, awful story.",
    "I was moved by the end of the story and by the music of the first part of this superb film.",
    "boring boring boring boring boring boring boring boring boring boring boring boring",
    "Superb!",
    "nothing whatsoever familiar",
]
FILTERS = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n'

with open(f"{OUTPUT}/tokenizer.json") as file:
    CONFIG = json.loads(file.read())["config"]
INDEX = json.loads(CONFIG["word_index"])


def embedding(mask=False, **settings):
    return k.layers.Embedding(WORDS, 4, mask_zero=mask, **settings)


def sigmoid(**settings):
    return k.layers.Dense(1, activation="sigmoid", **settings)


def words(text):
    for sign in FILTERS:
        text = text.replace(sign, " ")
    return text.lower().split()


def sequence(text):
    """Keras' Tokenizer with num_words and oov_token."""
    return [INDEX[w] if INDEX.get(w, WORDS) < WORDS else 1 for w in words(text)]


def load_data(text):
    """Keras' imdb.load_data(num_words=24) with the indices of the tokenizer."""
    shifted = [INDEX[w] + 3 if w in INDEX else 2 for w in words(text)]
    return [1] + [i if i < WORDS else 2 for i in shifted]


def pad(ids, length):
    return [0] * (length - len(ids)) + ids[-length:]


def make(name, model, encode=sequence, **compiled):
    rng = np.random.default_rng(zlib.crc32(name.encode()))
    values = []
    for weight in model.weights:
        path = getattr(weight, "path", weight.name)
        low, high = (0.3, 1.5) if "variance" in path else (-1.2, 1.2)
        values.append(rng.uniform(low, high, weight.shape).astype(weight.dtype if isinstance(weight.dtype, str) else weight.dtype.as_numpy_dtype))
    model.set_weights(values)
    if compiled:
        model.compile(optimizer="rmsprop", **compiled)
    ids = rng.integers(1, WORDS, (4, LENGTH))
    ids[1, 6:] = 0
    ids[2, :3] = 0
    ids[3, 4] = 0
    padded = np.array([pad(encode(text), LENGTH) for text in TEXTS])
    with open(f"{OUTPUT}/{name}.samples.jsonl", "w") as file:
        for key, inputs, batch in [("text", TEXTS, padded), ("ids", ids.tolist(), ids)]:
            scores = np.asarray(model.predict(batch, verbose=0)).astype("float64").tolist()
            for value, score in zip(inputs, scores):
                line = {key: value, "score": score if len(score) > 1 else score[0]}
                file.write(json.dumps(line) + "\n")
    model.save(f"{OUTPUT}/{name}")
    k.backend.clear_session()


def sequential(*layers):
    return k.Sequential([k.Input((LENGTH,), dtype="int32"), *layers])


def functional(*calls):
    inputs = k.Input((LENGTH,), dtype="int32")
    x = inputs
    for call in calls:
        x = call(x)
    return k.Model(inputs, x)


def compress(name):
    """Writes the weights of an HDF5 file again, in compressed chunks."""
    with h5py.File(f"{OUTPUT}/{name}", "a") as file:
        arrays = []
        file["model_weights"].visititems(lambda path, o: arrays.append(path) if isinstance(o, h5py.Dataset) else None)
        for path in arrays:
            data = file["model_weights"][path][()]
            del file["model_weights"][path]
            chunks = tuple(max(1, n - 1) for n in data.shape)
            file["model_weights"].create_dataset(path, data=data, chunks=chunks, compression="gzip", shuffle=True, fletcher32=len(data.shape) == 2)


def windows_names(name):
    """Writes the groups of the weights with backslashes, as Keras did on Windows."""
    with zipfile.ZipFile(f"{OUTPUT}/{name}") as archive:
        entries = {each: archive.read(each) for each in archive.namelist()}
    target = io.BytesIO()
    with h5py.File(io.BytesIO(entries["model.weights.h5"])) as source, h5py.File(target, "w") as to:
        def write(path, node):
            if isinstance(node, h5py.Dataset):
                group, _, last = path.rpartition("/vars/")
                to.require_group(group.replace("/", "\\")).require_group("vars")[last] = node[()]
        source.visititems(write)
    entries["model.weights.h5"] = target.getvalue()
    with zipfile.ZipFile(f"{OUTPUT}/{name}", "w") as archive:
        for each, content in entries.items():
            archive.writestr(each, content)


def keras3():
    layers, dense = k.layers, k.layers.Dense
    make("activation-layers.keras", sequential(embedding(True), layers.GRU(3), layers.Activation("tanh"), dense(3), layers.ReLU(), layers.Dropout(0.1), dense(2), layers.ELU(), dense(1), layers.Activation("sigmoid")))
    make("activation-calls.keras", functional(embedding(), layers.LSTM(3), dense(3), k.activations.relu, dense(3), k.activations.gelu, dense(2), k.ops.tanh, dense(1), k.activations.sigmoid))
    make("activation-calls.h5", functional(embedding(True), layers.LSTM(3), dense(3), k.activations.softplus, dense(3), k.activations.softmax))
    make("more-activations.keras", sequential(embedding(True), layers.GRU(3), *[dense(3, activation=a) for a in ["elu", "selu", "softplus", "softsign", "silu", "gelu"]], sigmoid()))
    make("normalized.keras", sequential(embedding(True), layers.BatchNormalization(), layers.GRU(3), layers.BatchNormalization(scale=False), dense(3), layers.BatchNormalization(center=False), layers.ReLU(), dense(2), layers.BatchNormalization(epsilon=0.01), layers.Softmax()))
    make("training-only.keras", sequential(embedding(), layers.GaussianNoise(0.1), layers.LSTM(3, return_sequences=True), layers.GaussianDropout(0.1), layers.GlobalAveragePooling1D(), layers.AlphaDropout(0.1), layers.ActivityRegularization(l2=0.1), sigmoid()))
    make("logits.keras", sequential(embedding(), layers.LSTM(3), dense(1)), loss=k.losses.BinaryCrossentropy(from_logits=True))
    make("class-logits.h5", sequential(embedding(True), layers.GRU(3), dense(3)), loss=k.losses.SparseCategoricalCrossentropy(from_logits=True))
    make("unsaid-logits.keras", sequential(embedding(), layers.LSTM(3), dense(1)))
    make("backwards.keras", sequential(embedding(), layers.LSTM(3, go_backwards=True, return_sequences=True), layers.GRU(2, return_sequences=True), layers.SimpleRNN(3, go_backwards=True), sigmoid()))
    make("backwards-pooled.h5", sequential(embedding(), layers.GRU(3, go_backwards=True, return_sequences=True), layers.GlobalMaxPooling1D(), sigmoid()))
    make("backwards-masked.h5", sequential(embedding(True), layers.LSTM(3, return_sequences=True), layers.GRU(2, go_backwards=True, reset_after=False), sigmoid()))
    make("float64.h5", sequential(embedding(dtype="float64"), layers.LSTM(3, dtype="float64"), sigmoid(dtype="float64")))
    make("float16.keras", sequential(embedding(dtype="float16"), layers.LSTM(3, dtype="float16"), sigmoid(dtype="float16")))
    make("mixed-bfloat16.keras", sequential(embedding(dtype="mixed_bfloat16"), layers.LSTM(3, dtype="mixed_bfloat16"), sigmoid(dtype="float32")))
    make("mixed-float16.keras", sequential(embedding(dtype="mixed_float16"), layers.LSTM(3, dtype="mixed_float16"), sigmoid(dtype="float32")))
    make("gzip.h5", sequential(embedding(True), layers.Bidirectional(layers.LSTM(3)), sigmoid()))
    compress("gzip.h5")
    make("windows-names.keras", sequential(embedding(True), layers.Bidirectional(layers.LSTM(3)), dense(2, activation="relu"), sigmoid()))
    windows_names("windows-names.keras")
    make("load-data.keras", sequential(embedding(True), layers.LSTM(3), sigmoid()), load_data)


def tensorflow2(prefix):
    layers, dense = k.layers, k.layers.Dense
    make(f"{prefix}-stacked.keras", sequential(embedding(True), layers.LSTM(3, return_sequences=True, name="first"), layers.Dropout(0.1), layers.LSTM(3, return_sequences=True), layers.LSTM(3), dense(3, activation="relu", name="lstm_7"), layers.Dropout(0.1), dense(3), layers.BatchNormalization(), layers.ReLU(), sigmoid()), loss="binary_crossentropy")
    make(f"{prefix}-functional.keras", functional(embedding(), layers.Bidirectional(layers.GRU(2, return_sequences=True)), layers.Bidirectional(layers.LSTM(2)), dense(3), tf.nn.relu, dense(3), k.activations.softmax))


def storage():
    """Writes arrays of all kinds of storage, and some that are refused."""
    values = np.array([[1.5, -2, 3], [0, 0.1, -0.5]], "float32")
    with h5py.File(f"{OUTPUT}/storage.h5", "w") as file:
        file["halves"] = np.array([[1.5, -2, 65504], [0, 2**-14, -0.5]], "float16")
        file["big-endian"] = values.astype(">f4")
        file.create_dataset("shuffled", data=values, chunks=(1, 2), compression="gzip", shuffle=True)
        file.create_dataset("checked", data=values, chunks=(2, 2), compression=9, fletcher32=True)
        file.create_dataset("chunked", data=values, chunks=(1, 1))
        compact = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        compact.set_layout(h5py.h5d.COMPACT)
        space = h5py.h5s.create_simple(values.shape)
        h5py.h5d.create(file.id, b"compact", h5py.h5t.NATIVE_FLOAT, space, compact).write(h5py.h5s.ALL, h5py.h5s.ALL, values)
        file["integers"] = np.arange(6).reshape(2, 3)
        file.create_dataset("lzf", data=values, chunks=(2, 3), compression="lzf")
        file.create_dataset("huge-chunk", (2, 3), "float32", chunks=(2, 2**20), maxshape=(2, None), compression="gzip")
        bomb = file.create_dataset("bomb", (2, 3), "float32", chunks=(2, 3), compression="gzip")
        bomb.id.write_direct_chunk((0, 0), zlib.compress(bytes(1 << 20)))


if sys.argv[1] == "keras":
    keras3()
    storage()
else:
    tensorflow2(sys.argv[1])
print("tensorflow", tf.__version__)
