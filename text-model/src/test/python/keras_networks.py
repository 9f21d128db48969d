"""Writes src/test/resources/keras/networks.json.gz: small networks with random weights, and Keras' scores.
Needs `pip install tensorflow-cpu`; run from text-model:

    KERAS_BACKEND=tensorflow python src/test/python/keras_networks.py
"""

import gzip
import json

import keras
import numpy as np
import tensorflow as tf
from keras import layers

VOCABULARY, WIDTH, UNITS = 12, 3, 5
OUTPUT = "src/test/resources/keras/networks.json.gz"
rng = np.random.default_rng(20261124)


def recurrent(kind, name, sequences, units=UNITS):
    """Returns a Keras layer and its description in a manifest."""
    if kind == "SimpleRNN":
        keras_layer, ours = layers.SimpleRNN(units, return_sequences=sequences), {}
    elif kind == "LSTM":
        keras_layer, ours = layers.LSTM(units, return_sequences=sequences), {}
    else:
        after = kind == "GRU reset after"
        keras_layer = layers.GRU(units, return_sequences=sequences, reset_after=after)
        kind, ours = "GRU", {"resetAfter": after}
    return keras_layer, {"type": kind, "name": name, "units": units, "returnSequences": sequences, **ours}


def network(mask, *middle):
    """Returns a Keras model and its description, from pairs of a Keras layer and a description."""
    inputs = keras.Input((None,), dtype="int32")
    embedding = layers.Embedding(VOCABULARY, WIDTH, mask_zero=mask)
    output = layers.Dense(1, activation="sigmoid")
    x = embedding(inputs)
    for layer, _ in middle:
        x = layer(x)
    model = keras.Model(inputs, output(x))
    ours = [{"type": "Embedding", "name": "embedding", "inputDim": VOCABULARY, "outputDim": WIDTH, "maskZero": mask}]
    ours += [description for _, description in middle]
    ours.append({"type": "Dense", "name": "output", "units": 1, "activation": "SIGMOID"})
    weights = {}
    for layer, description in zip([embedding, *(layer for layer, _ in middle), output], ours):
        values = [rng.uniform(-1, 1, w.shape).astype("float32") for w in layer.get_weights()]
        layer.set_weights(values)
        for name, value in zip(weight_names(description), values, strict=True):
            weights[name] = {"shape": list(value.shape), "data": [float(v) for v in value.ravel()]}
    return model, {"network": {"layers": ours}, "weights": weights}


def weight_names(description):
    name, kind = description["name"], description["type"]
    cell = ["kernel", "recurrent_kernel", "bias"]
    if kind == "Embedding":
        return [f"{name}/embeddings"]
    if kind == "Dense":
        return [f"{name}/kernel", f"{name}/bias"]
    if kind == "Bidirectional":
        return [f"{name}/{way}/{part}" for way in ("forward", "backward") for part in cell]
    return [] if "Pooling" in kind else [f"{name}/{part}" for part in cell]


def both(kind, merge, sequences=False):
    layer, description = recurrent(kind, "cell", sequences)
    ours = {"type": "Bidirectional", "name": "both", "cell": description, "merge": merge.upper()}
    return layers.Bidirectional(layer, merge_mode=merge), ours


def mean():
    return layers.GlobalAveragePooling1D(), {"type": "GlobalAveragePooling1D", "name": "pool"}


def largest():
    return layers.GlobalMaxPooling1D(), {"type": "GlobalMaxPooling1D", "name": "pool"}


def sequences(mask, padded):
    """Returns token indices of several lengths, with zeros if the layers of Keras support them."""
    values = []
    for length in (1, 2, 3, 7, 20, 100):
        ids = [int(i) for i in rng.integers(1, VOCABULARY, length)]
        before, after = (int(n) for n in rng.integers(0, 4, 2)) if padded else (0, 0)
        if not mask:
            ids[length // 2] = 0
        values.append([0] * before + ids + [0] * after)
    return values


def main():
    # Deterministic float32 loops of Keras over timesteps, not those of cuDNN.
    tf.config.experimental.enable_op_determinism()
    kinds = ["SimpleRNN", "LSTM", "GRU reset after", "GRU reset before"]
    cases = []
    for mask in (True, False):
        for kind in kinds:
            cases.append((f"{kind}, mask {mask}", mask, True, [recurrent(kind, "rnn", False)]))
            cases.append((f"{kind}, mean, mask {mask}", mask, True, [recurrent(kind, "rnn", True), mean()]))
            # GlobalMaxPooling1D ignores the mask, so its sequences have no padding.
            cases.append((f"{kind}, max, mask {mask}", mask, False, [recurrent(kind, "rnn", True), largest()]))
            stacked = [recurrent(kind, "first", True, 4), recurrent(kind, "second", False)]
            cases.append((f"{kind} stacked, mask {mask}", mask, True, stacked))
            for merge in ("concat", "sum", "ave", "mul"):
                cases.append((f"bidirectional {kind}, {merge}, mask {mask}", mask, True, [both(kind, merge)]))
            cases.append((f"bidirectional {kind}, max, mask {mask}", mask, False, [both(kind, "concat", True), largest()]))
    written = []
    for name, mask, padded, middle in cases:
        model, ours = network(mask, *middle)
        ours["name"] = name
        ours["scores"] = [
            {"ids": ids, "score": float(model(np.array([ids], dtype="int32"))[0, 0])}
            for ids in sequences(mask, padded)
        ]
        written.append(ours)
    source = f"keras {keras.__version__}, tensorflow {tf.__version__}"
    with gzip.GzipFile(OUTPUT, "wb", mtime=0) as file:
        file.write(json.dumps({"source": source, "networks": written}).encode())
    print(len(written), "networks by", source)


main()
