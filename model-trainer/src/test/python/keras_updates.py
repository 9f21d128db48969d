"""Generates src/test/resources/keras/updates.json: updates by Keras' optimizers for given gradients.
Requires `pip install tensorflow-cpu`. Run from model-trainer:

    KERAS_BACKEND=tensorflow python src/test/python/keras_updates.py
"""

import json

import keras
import numpy as np

UPDATES, SIZE = 8, 6
OUTPUT = "src/test/resources/keras/updates.json"
rng = np.random.default_rng(20261124)

start = rng.uniform(-1, 1, SIZE).astype("float32")
gradients = rng.normal(0, 1, (UPDATES, SIZE)).astype("float32")
gradients[:, 0] = 0  # a word that never occurs
gradients[2:, 1] = 0  # a word that no longer occurs
gradients[:, 2] *= 1e-6  # a word with tiny gradients

cases = [
    ("adam", {}, keras.optimizers.Adam()),
    ("rmsprop", {}, keras.optimizers.RMSprop()),
    ("adam", {"learningRate": 0.1}, keras.optimizers.Adam(0.1)),
    ("rmsprop", {"learningRate": 0.1}, keras.optimizers.RMSprop(0.1)),
    ("adam", {"clipNorm": 0.5}, keras.optimizers.Adam(global_clipnorm=0.5)),
    ("rmsprop", {"clipNorm": 0.5}, keras.optimizers.RMSprop(global_clipnorm=0.5)),
    ("rmsprop", {"clipValue": 0.25}, keras.optimizers.RMSprop(clipvalue=0.25)),
]

results = []
for name, settings, optimizer in cases:
    # Two variables, because the norm for clipping is over all of them.
    variables = [keras.Variable(start[:4]), keras.Variable(start[4:])]
    values = []
    for gradient in gradients:
        optimizer.apply([keras.ops.array(gradient[:4]), keras.ops.array(gradient[4:])], variables)
        values.append([float(x) for variable in variables for x in keras.ops.convert_to_numpy(variable)])
    results.append({"optimizer": name, **settings, "values": values})

with open(OUTPUT, "w") as file:
    json.dump(
        {
            "keras": keras.__version__,
            "start": start.tolist(),
            "gradients": gradients.tolist(),
            "cases": results,
        },
        file,
    )
    file.write("\n")
