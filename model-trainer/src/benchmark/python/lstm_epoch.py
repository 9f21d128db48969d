"""Benchmark of a training epoch of the book's LSTM, in this trainer and in Keras on the same cores.

The network is that of Deep Learning with Python, notebook 6.2: 10,000 words, 500 timesteps of
which none is masked, word vectors of width 32, LSTM of 32 units, rmsprop, batches of 128, 20,000
reviews for training and 5,000 for validation. The reviews are 500 random words each, so that both
compute every timestep. The second epoch is measured, because Keras traces its graph and Java
compiles in the first one. Times include the validation.

Requires `pip install tensorflow-cpu` and the packaged trainer. Run from the repository's root:

    python model-trainer/src/benchmark/python/lstm_epoch.py
"""

import argparse
import csv
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import time

WORDS, STEPS, WIDTH, UNITS, BATCH = 10_000, 500, 32, 32, 128
VALIDATION_SHARE, EPOCHS = 0.2, 2
JAR = "model-trainer/target/model-trainer.jar"


def arguments():
    parser = argparse.ArgumentParser(description="Measures a training epoch of the book's LSTM, in this trainer and in Keras.")
    parser.add_argument("--reviews", type=int, default=25_000, help="number of reviews; 20 %% are for validation")
    parser.add_argument("--cores", type=int, default=2, help="number of cores")
    parser.add_argument("--rounds", type=int, default=1, help="number of measurements")
    parser.add_argument("--only", choices=["here", "keras"], help="measure only one")
    parser.add_argument("--jar", default=JAR)
    return parser.parse_args()


def words(reviews):
    """Returns token ids from 2 with a Zipf distribution, and random labels."""
    import numpy as np

    rng = np.random.default_rng(6)
    share = 1 / np.arange(1, WORDS - 1)
    ids = 2 + rng.choice(WORDS - 2, size=(reviews, STEPS), p=share / share.sum())
    return ids.astype("int32"), rng.integers(0, 2, reviews)


def here(jar, reviews, cores):
    """Returns the duration of an epoch of the trainer in seconds, from its checkpoint."""
    ids, positive = words(reviews)
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder, "reviews.csv")
        with open(data, "w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["text", "label"])
            for row, label in zip(ids, positive):
                rows.writerow([" ".join(f"w{word}" for word in row), label])
        command = ["java", "-jar", jar, "train", "--data", data, "--out", f"{folder}/model"]
        command += ["--checkpoints", folder, "--cell", "lstm", "--progress", "lines"]
        command += ["--num-words", WORDS, "--max-length", STEPS, "--embedding-dim", WIDTH, "--units", UNITS]
        command += ["--batch-size", BATCH, "--optimizer", "rmsprop", "--clip-norm", "none"]
        command += ["--dropout", 0, "--embedding-dropout", 0, "--epochs", EPOCHS, "--patience", EPOCHS]
        command += ["--validation-split", VALIDATION_SHARE, "--workers", cores]
        result = subprocess.run([str(part) for part in command], capture_output=True, text=True)
        if result.returncode != 0:
            sys.exit(f"the trainer failed: {result.stdout}{result.stderr}")
        checkpoint = pathlib.Path(folder, "checkpoint.safetensors").read_bytes()
        (length,) = struct.unpack("<Q", checkpoint[:8])
        metadata = json.loads(checkpoint[8 : 8 + length])["__metadata__"]
        return int(metadata[f"epoch.{EPOCHS}"].split()[-1]) / 1e9


def peer(reviews):
    """Returns the duration of an epoch of Keras in seconds."""
    os.environ.setdefault("KERAS_BACKEND", "tensorflow")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import keras

    class Clock(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            self.start = time.perf_counter()

        def on_epoch_end(self, epoch, logs=None):
            self.seconds = time.perf_counter() - self.start

    ids, positive = words(reviews)
    model = keras.Sequential(
        [
            keras.Input((STEPS,), dtype="int32"),
            keras.layers.Embedding(WORDS, WIDTH),
            keras.layers.LSTM(UNITS),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["acc"])
    clock = Clock()
    model.fit(
        ids,
        positive,
        epochs=EPOCHS,
        batch_size=BATCH,
        validation_split=VALIDATION_SHARE,
        verbose=0,
        callbacks=[clock],
    )
    return clock.seconds


def main():
    args = arguments()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: args.cores])
    training = round(args.reviews * (1 - VALIDATION_SHARE))
    print(f"an epoch of {training} reviews, {STEPS} timesteps, LSTM({UNITS}), {args.cores} cores")
    for _ in range(args.rounds):
        ours = theirs = None
        if args.only != "keras":
            ours = here(args.jar, args.reviews, args.cores)
            print(f"model-trainer {ours:8.1f} s", flush=True)
        if args.only != "here":
            theirs = peer(args.reviews)
            print(f"Keras         {theirs:8.1f} s", flush=True)
        if ours and theirs:
            print(f"ratio         {ours / theirs:8.2f}")


if __name__ == "__main__":
    main()
