"""Bundle, corpus and passes of the peers in Python.

The folder argument contains bundle.zip, and the corpus in lengths.i32 and ids.i32: 32-bit
integers, little-endian, all sequences concatenated.
"""

import json
import os
import sys
import time
import zipfile


def missing(package):
    """Exits with code 3 because a library is not installed."""
    print(f"Python package not found: {package}", file=sys.stderr)
    sys.exit(3)


try:
    import numpy as np
except ImportError:
    missing("numpy")


class Corpus:
    """Sequences to score, with the number of passes and the clock."""

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
        """Yields batches of similar length: their positions and their ids, padded with zeros at the end."""
        order = sorted(range(len(self.sequences)), key=lambda i: len(self.sequences[i]))
        for begin in range(0, len(order), size):
            positions = order[begin : begin + size]
            longest = max(1, max(len(self.sequences[i]) for i in positions))
            padded = np.zeros((len(positions), longest), dtype=np.int32)
            for row, position in enumerate(positions):
                padded[row, : len(self.sequences[position])] = self.sequences[position]
            yield positions, padded

    def measure(self, how, threads, size, score):
        """Measures all passes. score maps ids (batch x steps) to P(positive) of each sequence."""
        batches = list(self.batches(size))
        scores = [0.0] * len(self.sequences)
        for _, padded in batches[:: max(1, len(batches) // 10)]:
            score(padded)
        seconds = []
        for _ in range(self.passes):
            begin = self.now()
            for positions, padded in batches:
                for position, value in zip(positions, score(padded)):
                    scores[position] = float(value)
            seconds.append(self.now() - begin)
        print(json.dumps({"how": how, "threads": threads, "seconds": seconds, "scores": scores}), flush=True)


def tensors(data):
    """Returns the arrays of a safetensors file by name."""
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    arrays = {}
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            flat = np.frombuffer(data[8 + size + begin : 8 + size + end], dtype="<f4")
            arrays[name] = flat.reshape(entry["shape"])
    return arrays
