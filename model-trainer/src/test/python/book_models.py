"""Generates src/test/resources/keras/book-models.json.gz: small versions of the book's networks, with
weights before and after some updates by Keras' RMSprop, and Keras' scores of texts with both. Texts
are padded to one length and zeros are not masked, as in the book. Requires
`pip install tensorflow-cpu`. Run from model-trainer:

    KERAS_BACKEND=tensorflow python src/test/python/book_models.py
"""

import gzip
import json

import keras
import numpy as np
import tensorflow as tf
from keras import layers
from keras.src.legacy.preprocessing.text import Tokenizer

WORDS, LENGTH, WIDTH, UNITS, UPDATES, RATE = 48, 12, 4, 5, 10, 0.01
OUTPUT = "src/test/resources/keras/book-models.json.gz"

GOOD = ["a fine film", "what a lovely story", "great fun from start to end", "the cast is superb"]
BAD = ["a dull film", "what a poor story", "no fun from start to end", "the cast is lost"]
MORE = [
    "",
    "and I saw it with my friends",
    "as my friends and I said all the way home, in the rain, and again the morning after it",
]


class SummedEmbedding(layers.Embedding):
    """An embedding whose gradient is the sum over all positions of a word, as in the book's version of
    Keras. With TensorFlow's sparse gradients, the RMSprop of Keras 3 squares the terms of that sum
    instead of the sum."""

    def call(self, inputs):
        return keras.ops.matmul(keras.ops.one_hot(inputs, self.input_dim), self.embeddings)


def texts():
    """Returns short, long and truncated texts with their labels."""
    pairs = [(f"{opening}, {more}".strip(", "), 1) for opening in GOOD for more in MORE]
    pairs += [(f"{opening}, {more}".strip(", "), 0) for opening in BAD for more in MORE]
    return [text for text, _ in pairs], [label for _, label in pairs]


def recurrent(kind, name, sequences):
    layer = {"SimpleRNN": layers.SimpleRNN, "LSTM": layers.LSTM, "GRU": layers.GRU}[kind]
    ours = {"type": kind, "name": name, "units": UNITS, "returnSequences": sequences}
    if kind == "GRU":
        ours["resetAfter"] = True
    return layer(UNITS, return_sequences=sequences, name=name), ours


def flatten():
    return layers.Flatten(name="flatten"), {"type": "Flatten", "name": "flatten", "steps": LENGTH}


def hidden():
    ours = {"type": "Dense", "name": "hidden", "units": UNITS, "activation": "RELU"}
    return layers.Dense(UNITS, activation="relu", name="hidden"), ours


def named_weights(model):
    """Returns the weights by layer name and weight name, without Keras' intermediate names."""
    weights = {}
    for layer in model.layers:
        for variable in layer.weights:
            name = f"{layer.name}/{variable.path.split('/')[-1]}"
            value = variable.numpy()
            weights[name] = {"shape": list(value.shape), "data": [float(v) for v in value.ravel()]}
    return weights


def case(name, frozen, middle, x, y, test):
    keras.utils.set_random_seed(7)
    embedding = SummedEmbedding(WORDS, WIDTH, name="embedding", trainable=not frozen)
    output = layers.Dense(1, activation="sigmoid", name="dense")
    model = keras.Sequential([keras.Input((LENGTH,)), embedding, *(layer for layer, _ in middle), output])
    model.compile(optimizer=keras.optimizers.RMSprop(RATE), loss="binary_crossentropy", metrics=["acc"])
    # Initial embeddings are small; larger ones make differences in later layers visible.
    embedding.set_weights([10 * embedding.get_weights()[0]])
    before, scores_before = named_weights(model), model.predict(test, verbose=0)[:, 0]
    losses = model.fit(x, y, epochs=UPDATES, batch_size=len(x), shuffle=False, verbose=0).history["loss"]
    ours = [{"type": "Embedding", "name": "embedding", "inputDim": WORDS, "outputDim": WIDTH, "maskZero": False}]
    ours += [description for _, description in middle]
    ours.append({"type": "Dense", "name": "dense", "units": 1, "activation": "SIGMOID"})
    return {
        "name": name,
        "frozen": frozen,
        "network": {"layers": ours},
        "before": {"weights": before, "scores": [float(v) for v in scores_before]},
        "after": {
            "weights": named_weights(model),
            "scores": [float(v) for v in model.predict(test, verbose=0)[:, 0]],
        },
        "losses": [float(v) for v in losses],
    }


def main():
    tf.config.experimental.enable_op_determinism()
    written, labels = texts()
    tokenizer = Tokenizer(num_words=WORDS, oov_token="<oov>")
    tokenizer.fit_on_texts(written)
    padded = lambda batch: keras.utils.pad_sequences(tokenizer.texts_to_sequences(batch), maxlen=LENGTH)
    tests = [*written, "", "story", "superb superb nonsense", "fun " * 30]
    x, y, test = padded(written), np.array(labels), padded(tests)
    stack = [recurrent("SimpleRNN", f"simple_rnn_{i}", i < 4) for i in range(1, 5)]
    cases = [
        ("embedding-dense", False, [flatten()]),
        ("glove-dense", True, [flatten(), hidden()]),
        ("simple-rnn", False, [recurrent("SimpleRNN", "simple_rnn", False)]),
        ("stacked-simple-rnn", False, stack),
        ("lstm", False, [recurrent("LSTM", "lstm", False)]),
        ("gru", False, [recurrent("GRU", "gru", False)]),
    ]
    document = {
        "source": f"keras {keras.__version__}, tensorflow {tf.__version__}",
        "tokenizer": tokenizer.to_json(),
        "length": LENGTH,
        "learningRate": RATE,
        "updates": UPDATES,
        "training": [{"text": text, "positive": bool(label)} for text, label in zip(written, labels, strict=True)],
        "texts": tests,
        "models": [case(*each, x, y, test) for each in cases],
    }
    with gzip.GzipFile(OUTPUT, "wb", mtime=0) as file:
        file.write(json.dumps(document).encode())
    print(len(cases), "models by", document["source"])


main()
