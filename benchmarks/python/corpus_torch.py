"""PyTorch on the weights of a bundle, one thread: one by one, and in packed batches of 32."""

import sys

from corpus import Corpus, missing

try:
    import numpy as np
    import torch
except ImportError as e:
    missing(e.name)

torch.set_num_threads(1)


def gates(kind, matrix):
    """Converts a GRU's gates from Keras' order (update first) to PyTorch's: reset, update, candidate."""
    if kind != "GRU":
        return matrix
    update, reset, candidate = np.split(matrix, 3, axis=-1)
    return np.concatenate([reset, update, candidate], axis=-1)


def recurrent(cell, weights, prefixes):
    kind = cell["type"]
    if kind == "GRU" and not cell["resetAfter"]:
        raise ValueError("Unsupported GRU: PyTorch's GRU resets after the product.")
    made = {"LSTM": torch.nn.LSTM, "GRU": torch.nn.GRU, "SimpleRNN": torch.nn.RNN}[kind]
    inputs = weights[f"{prefixes[0]}/kernel"].shape[0]
    rnn = made(inputs, cell["units"], batch_first=True, bidirectional=len(prefixes) == 2)
    with torch.no_grad():
        for prefix, suffix in zip(prefixes, ("", "_reverse")):
            bias = weights[f"{prefix}/bias"]
            both = bias if bias.ndim == 2 else np.stack([bias, np.zeros_like(bias)])
            values = {
                "weight_ih_l0": gates(kind, weights[f"{prefix}/kernel"]).T,
                "weight_hh_l0": gates(kind, weights[f"{prefix}/recurrent_kernel"]).T,
                "bias_ih_l0": gates(kind, both[0]),
                "bias_hh_l0": gates(kind, both[1]),
            }
            for name, value in values.items():
                getattr(rnn, name + suffix).copy_(torch.from_numpy(np.ascontiguousarray(value)))
    return rnn


def merged(halves, merge):
    if merge == "CONCAT":
        return torch.cat(halves, dim=-1)
    if merge == "MUL":
        return halves[0] * halves[1]
    return (halves[0] + halves[1]) / (2 if merge == "AVE" else 1)


class Recurrent:
    def __init__(self, layer, weights):
        both = layer["type"] == "Bidirectional"
        cell = layer["cell"] if both else layer
        name = layer["name"]
        self.merge = layer["merge"] if both else None
        self.whole = cell["returnSequences"]
        self.rnn = recurrent(cell, weights, [f"{name}/forward", f"{name}/backward"] if both else [name])

    def __call__(self, x, lengths):
        packed = torch.nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        output, state = self.rnn(packed)
        if self.whole:
            sequence, _ = torch.nn.utils.rnn.pad_packed_sequence(output, batch_first=True)
            return sequence if self.merge is None else merged(sequence.chunk(2, dim=-1), self.merge)
        last = state[0] if isinstance(state, tuple) else state
        return last[0] if self.merge is None else merged((last[0], last[1]), self.merge)


def padding(x, lengths):
    return (torch.arange(x.shape[1])[None, :] >= lengths[:, None])[:, :, None]


def step(layer, weights):
    name, kind = layer["name"], layer["type"]
    if kind == "Embedding":
        table = torch.from_numpy(weights[f"{name}/embeddings"].copy())
        return lambda x, lengths: torch.nn.functional.embedding(x, table)
    if kind in ("LSTM", "GRU", "SimpleRNN", "Bidirectional"):
        return Recurrent(layer, weights)
    if kind == "GlobalMaxPooling1D":
        return lambda x, lengths: x.masked_fill(padding(x, lengths), float("-inf")).amax(dim=1)
    if kind == "GlobalAveragePooling1D":
        return lambda x, lengths: x.masked_fill(padding(x, lengths), 0).sum(dim=1) / lengths[:, None]
    if kind == "Dense":
        kernel = torch.from_numpy(weights[f"{name}/kernel"].copy())
        bias = torch.from_numpy(weights[f"{name}/bias"].copy())
        activation = {
            "SIGMOID": torch.sigmoid,
            "TANH": torch.tanh,
            "RELU": torch.relu,
            "LINEAR": lambda x: x,
        }[layer["activation"]]
        return lambda x, lengths: activation(x @ kernel + bias)
    raise ValueError(f"Unsupported layer {name}: {kind}.")


corpus = Corpus(sys.argv[1:])
if not corpus.layers[0]["maskZero"]:
    raise ValueError("Unsupported network: its embedding does not mask zeros.")
steps = [step(layer, corpus.weights) for layer in corpus.layers]


def score(padded):
    with torch.inference_mode():
        lengths = torch.from_numpy(np.maximum(1, (padded != 0).sum(axis=1)))
        x = torch.from_numpy(padded.astype(np.int64))
        for each in steps:
            x = each(x, lengths)
        return x[:, 0].numpy()


for size, how in ((1, "one by one, unpadded"), (32, "batches of 32, sorted by length")):
    corpus.measure(how, 1, size, score)
