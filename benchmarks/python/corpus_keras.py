"""Keras with TensorFlow on the weights of a bundle, one thread: one by one, and in batches of 32."""

import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")

from corpus import Corpus, missing

try:
    import keras
    import tensorflow as tf
except ImportError as e:
    missing(e.name)

tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)


def recurrent(layer):
    kinds = {"LSTM": keras.layers.LSTM, "GRU": keras.layers.GRU, "SimpleRNN": keras.layers.SimpleRNN}
    settings = {"reset_after": layer["resetAfter"]} if layer["type"] == "GRU" else {}
    return kinds[layer["type"]](layer["units"], return_sequences=layer["returnSequences"], **settings)


def masked_max(sequence, mask):
    """Returns the maximum over unmasked timesteps; Keras' own layer includes padding."""
    if mask is not None:
        sequence = tf.where(mask[:, :, tf.newaxis], sequence, sequence.dtype.min)
    return tf.reduce_max(sequence, axis=1)


def build(layers, weights):
    """Returns the layers as functions of a sequence and its mask."""
    steps = []
    for layer in layers:
        name, kind = layer["name"], layer["type"]
        if kind == "Embedding":
            table = tf.constant(weights[f"{name}/embeddings"])
            steps.append(lambda x, mask, table=table: tf.gather(table, x))
        elif kind == "Bidirectional":
            made = keras.layers.Bidirectional(recurrent(layer["cell"]), merge_mode=layer["merge"].lower())
            parts = [
                weights[f"{name}/{side}/{part}"]
                for side in ("forward", "backward")
                for part in ("kernel", "recurrent_kernel", "bias")
            ]
            steps.append((made, parts))
        elif kind in ("LSTM", "GRU", "SimpleRNN"):
            parts = [weights[f"{name}/{part}"] for part in ("kernel", "recurrent_kernel", "bias")]
            steps.append((recurrent(layer), parts))
        elif kind == "GlobalMaxPooling1D":
            steps.append(masked_max)
        elif kind == "GlobalAveragePooling1D":
            pooling = keras.layers.GlobalAveragePooling1D()
            steps.append(lambda x, mask, pooling=pooling: pooling(x, mask=mask))
        elif kind == "Dense":
            dense = keras.layers.Dense(layer["units"], activation=layer["activation"].lower())
            parts = [weights[f"{name}/kernel"], weights[f"{name}/bias"]]
            steps.append((dense, parts))
        else:
            raise ValueError(f"Unsupported layer {name}: {kind}.")
    return steps


def model(layers, weights):
    steps = build(layers, weights)
    masks = layers[0]["maskZero"]

    def forward(ids):
        mask = tf.not_equal(ids, 0) if masks else None
        x = ids
        for step in steps:
            if not isinstance(step, tuple):
                x = step(x, mask)
            elif isinstance(step[0], keras.layers.Dense):
                x = step[0](x)
            else:
                x = step[0](x, mask=mask)
        return x[:, 0]

    forward(tf.constant([[1, 2, 3]], dtype=tf.int32))  # Creates the weights.
    for step in steps:
        if isinstance(step, tuple):
            step[0].set_weights(step[1])
    return tf.function(forward, input_signature=[tf.TensorSpec([None, None], tf.int32)])


corpus = Corpus(sys.argv[1:])
network = model(corpus.layers, corpus.weights)
for size, how in ((1, "one by one, unpadded"), (32, "batches of 32, sorted by length")):
    corpus.measure(how, 1, size, lambda padded: network(tf.constant(padded)).numpy())
