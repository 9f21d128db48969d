"""What the peers in Python share: the bundle, the corpus, the passes through it.

The folder that a script is given holds bundle.zip, and the corpus as lengths.i32 and ids.i32: 32-bit
integers, little-endian, all sequences one after the other.
"""

import json
import os
import sys
import time
import zipfile


def missing(package):
    """Ends the script where a library is not installed."""
    print(f"python has no {package}", file=sys.stderr)
    sys.exit(3)


try:
    import numpy as np
except ImportError:
    missing("numpy")


class Corpus:
    """The sequences to score, and how often and by which clock."""

    def __init__(self, arguments):
        folder, passes, clock = arguments
        self.passes = int(passes)
        self.now = time.process_time if clock == "processor" else time.perf_counter
        lengths = np.fromfile(os.path.join(folder, "lengths.i32"), dtype="<i4")
        ids = np.fromfile(os.path.join(folder, "ids.i32"), dtype="<i4")
        self.sequences = np.split(ids, np.cumsum(lengths)[:-1])
        with zipfile.ZipFile(os.path.join(folder, "bundle.zip")) as bundle:
            self.layers = json.loads(bundle.read("manifest.json"))["network"]["layers"]
            self.weights = tensors(bundle.read("weights.safetensors"))

    def batches(self, size):
        """Places of sequences of like length, each batch padded with zeros at its end."""
        order = sorted(range(len(self.sequences)), key=lambda i: len(self.sequences[i]))
        for begin in range(0, len(order), size):
            places = order[begin : begin + size]
            longest = max(1, max(len(self.sequences[i]) for i in places))
            padded = np.zeros((len(places), longest), dtype=np.int32)
            for row, place in enumerate(places):
                padded[row, : len(self.sequences[place])] = self.sequences[place]
            yield places, padded

    def measure(self, how, threads, size, score):
        """Goes through the corpus; score takes batch x steps and gives P(positive) of each."""
        batches = list(self.batches(size))
        scores = [0.0] * len(self.sequences)
        for _, padded in batches[:: max(1, len(batches) // 10)]:
            score(padded)
        seconds = []
        for _ in range(self.passes):
            begin = self.now()
            for places, padded in batches:
                for place, value in zip(places, score(padded)):
                    scores[place] = float(value)
            seconds.append(self.now() - begin)
        print(json.dumps({"how": how, "threads": threads, "seconds": seconds, "scores": scores}), flush=True)


def tensors(data):
    """The arrays of a safetensors file by name."""
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    arrays = {}
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            flat = np.frombuffer(data[8 + size + begin : 8 + size + end], dtype="<f4")
            arrays[name] = flat.reshape(entry["shape"])
    return arrays
