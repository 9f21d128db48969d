"""Generates src/test/resources/onnx/: small ONNX files of PyTorch, vocabularies, and sample scores of
texts and token indices. Requires `pip install torch onnx onnxscript onnxruntime tokenizers`. Run from
model-trainer:

    python src/test/python/torch_models.py

Scores are those of PyTorch. Each file was also run by ONNX Runtime, whose scores must be the same.
"""

import json
import logging
import os
import warnings

import numpy as np
import onnx
import onnxruntime
import tokenizers
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

OUTPUT = "src/test/resources/onnx"
WORDS = ["<unk>", "the", "<pad>", "a", "film", "story", "music", "lovely", "dull", "awful", "is", "was"]
UNKNOWN, PADDING = 0, 2
TEXTS = [
    "What a lovely film",
    "The story was dull dull dull",
    "awful\u00a0awful\tMUSIC",
    "a the is was film story music lovely dull awful nothing familiar",
    "lovely",
]
MAX_LENGTH = 9
EMBEDDING, UNITS = 3, 2


class Classifier(nn.Module):
    """An embedding, an optional recurrent layer, and a linear layer."""

    def __init__(self, kind=None, width=UNITS, outputs=1, **settings):
        super().__init__()
        self.embedding = nn.Embedding(len(WORDS), EMBEDDING, padding_idx=PADDING)
        if kind:
            settings = {"batch_first": True, **settings}
            self.rnn = getattr(nn, kind)(EMBEDDING, UNITS, **settings)
        self.linear = nn.Linear(width, outputs)
        self.outputs = outputs

    def score(self, vectors):
        logits = self.linear(vectors)
        return torch.sigmoid(logits) if self.outputs == 1 else torch.softmax(logits, dim=1)

    def states(self, ids):
        """Returns all hidden states, and the last ones of each layer and direction."""
        states, last = self.rnn(self.embedding(ids))
        return states, last[0] if isinstance(last, tuple) else last


class LastState(Classifier):
    def forward(self, ids):
        return self.score(self.states(ids)[1][-1])


class BothLastStates(Classifier):
    def forward(self, ids):
        last = self.states(ids)[1]
        return self.score(torch.cat((last[-2], last[-1]), dim=1))


class SwappedLastStates(Classifier):
    def forward(self, ids):
        last = self.states(ids)[1]
        return self.score(torch.cat((last[-1], last[-2]), dim=1))


class LastTimestep(Classifier):
    def forward(self, ids):
        return self.score(self.states(ids)[0][:, -1])


class TimestepsFirst(Classifier):
    def forward(self, ids):
        return self.score(self.states(ids)[0][-1])


class Maximum(Classifier):
    def forward(self, ids):
        return self.score(self.states(ids)[0].max(dim=1).values)


class SumOfDirectionsMaximum(Classifier):
    def forward(self, ids):
        states = self.states(ids)[0]
        return self.score((states[:, :, :UNITS] + states[:, :, UNITS:]).amax(dim=1))


class ProductOfDirections(Classifier):
    def forward(self, ids):
        last = self.states(ids)[1]
        return self.score(last[0] * last[1])


class Logits(Classifier):
    def forward(self, ids):
        return self.linear(self.states(ids)[0].mean(dim=1)).squeeze(1)


class LogSoftmax(Classifier):
    def forward(self, ids):
        pooled = nn.functional.adaptive_avg_pool1d(self.states(ids)[0].transpose(1, 2), 1)
        return torch.log_softmax(self.linear(pooled.squeeze(2)), dim=-1)


class Packed(Classifier):
    def forward(self, ids, lengths):
        packed = pack_padded_sequence(self.embedding(ids), lengths, batch_first=True, enforce_sorted=False)
        last = self.rnn(packed)[1][0]
        return self.score(torch.cat((last[-2], last[-1]), dim=1))


class PackedLastTimestep(Classifier):
    def forward(self, ids, lengths):
        packed = pack_padded_sequence(self.embedding(ids), lengths, batch_first=True, enforce_sorted=False)
        states, _ = pad_packed_sequence(self.rnn(packed)[0], batch_first=True)
        return self.score(states[torch.arange(states.size(0)), lengths - 1])


class GatheredTimestep(Classifier):
    def forward(self, ids, lengths):
        states = self.states(ids)[0]
        index = (lengths - 1).view(-1, 1, 1).expand(-1, 1, states.size(2))
        return self.score(states.gather(1, index).squeeze(1))


class MaskedMean(Classifier):
    def forward(self, ids):
        mask = (ids != PADDING).unsqueeze(-1).float()
        vectors = self.embedding(ids)
        return self.score((vectors * mask).sum(1) / mask.sum(1).clamp(min=1e-9))


class MaskedMaximum(Classifier):
    def forward(self, ids):
        states = self.states(ids)[0].masked_fill((ids == PADDING).unsqueeze(2), float("-inf"))
        return self.score(states.max(dim=1).values)


class PositionMask(Classifier):
    def forward(self, ids, lengths):
        mask = (torch.arange(ids.size(1))[None, :] < lengths[:, None]).unsqueeze(-1)
        return self.score((self.states(ids)[0] * mask).sum(1) / lengths.unsqueeze(1))


class Projected(Classifier):
    """Linear layers before and after the recurrent layer, and normalization."""

    def __init__(self):
        super().__init__("LSTM", width=4, outputs=3)
        self.before = nn.Linear(EMBEDDING, EMBEDDING)
        self.hidden = nn.Linear(UNITS, 4)
        self.normalization = nn.BatchNorm1d(4)
        self.dropout = nn.Dropout(0.5)

    def forward(self, ids):
        vectors = torch.relu(self.before(self.embedding(ids)))
        last = self.rnn(vectors)[1][0].squeeze(0)
        return self.score(torch.relu(self.normalization(self.dropout(self.hidden(last)))))


class Flattened(Classifier):
    def forward(self, ids):
        return self.score(self.embedding(ids).flatten(1))


class Convolution(Classifier):
    def __init__(self):
        super().__init__(width=4)
        self.convolution = nn.Conv1d(EMBEDDING, 4, 2, padding=1)

    def forward(self, ids):
        return self.score(self.convolution(self.embedding(ids).transpose(1, 2)).amax(dim=2))


class Bag(Classifier):
    def __init__(self):
        super().__init__(width=EMBEDDING)
        self.bag = nn.EmbeddingBag(len(WORDS), EMBEDDING, mode="mean")

    def forward(self, ids):
        return self.score(self.bag(ids))


class CellState(Classifier):
    def forward(self, ids):
        return self.score(self.rnn(self.embedding(ids))[1][1][-1])


class Attention(Classifier):
    def __init__(self):
        super().__init__("LSTM")
        self.attention = nn.Linear(UNITS, 1)

    def forward(self, ids):
        states = self.states(ids)[0]
        return self.score((torch.softmax(self.attention(states), dim=1) * states).sum(1))


class Logarithm(Classifier):
    def forward(self, ids):
        return torch.log(self.score(self.states(ids)[1][-1]))


def ids_of(text):
    return [WORDS.index(word) if word in WORDS else UNKNOWN for word in text.lower().split()]


def probabilities(model, scores):
    if isinstance(model, Logits):
        scores = torch.sigmoid(scores)
    if isinstance(model, LogSoftmax):
        scores = scores.exp()
    row = scores.detach().double().reshape(-1).tolist()
    return row[0] if len(row) == 1 else row


def arguments(model, ids):
    steps_first = isinstance(model, TimestepsFirst)
    tensor = torch.tensor([ids]).T if steps_first else torch.tensor([ids])
    named = model.forward.__code__.co_varnames[1 : model.forward.__code__.co_argcount]
    return (tensor, torch.tensor([len(ids)])) if "lengths" in named else (tensor,)


def samples(model, file, padded):
    session = onnxruntime.InferenceSession(file)
    names = [each.name for each in session.get_inputs()]
    rng = np.random.default_rng(11)
    rows = [{"text": text, "ids": ids_of(text)} for text in TEXTS]
    words = [index for index in range(len(WORDS)) if index != PADDING]
    rows += [{"ids": rng.choice(words, length).tolist()} for length in (1, 2, 5, 9)]
    for row in rows:
        ids = row.pop("ids") if "text" in row else row["ids"]
        if padded:
            ids = (ids + [PADDING] * MAX_LENGTH)[:MAX_LENGTH]
            row.update({} if "text" in row else {"ids": ids})
        ids = ids[:MAX_LENGTH]
        inputs = arguments(model, ids)
        row["score"] = probabilities(model, model(*inputs))
        found = session.run(None, {name: each.numpy() for name, each in zip(names, inputs)})[0]
        assert np.allclose(probabilities(model, torch.tensor(found)), row["score"], atol=1e-6)
        yield row


def axes(model, names):
    batch = 1 if isinstance(model, TimestepsFirst) else 0
    return {name: {0: "batch"} if name == "lengths" else {batch: "batch", 1 - batch: "steps"} for name in names}


def make(name, model, opset, dynamo, fixed=False, supported=True):
    """Exports a model by the TorchScript exporter, or by the newer one (dynamo)."""
    torch.manual_seed(sum(name.encode()))
    for parameter in model.parameters():
        nn.init.uniform_(parameter, -1.5, 1.5)
    for each in model.modules():
        if isinstance(each, nn.BatchNorm1d):
            nn.init.uniform_(each.running_mean, -1, 1)
            nn.init.uniform_(each.running_var, 0.5, 2)
    model.eval()
    file = f"{OUTPUT}/{name}.onnx"
    inputs = arguments(model, [4, 5, 6, 7, 8, 1, 3, 9, 10])
    if not fixed:
        inputs = tuple(torch.cat((each, each), dim=1 if isinstance(model, TimestepsFirst) else 0) for each in inputs)
    names = ["ids", "lengths"][: len(inputs)]
    settings = {}
    if not fixed and dynamo:
        dim = torch.export.Dim.DYNAMIC
        settings["dynamic_shapes"] = tuple({axis: dim for axis in each} for each in axes(model, names).values())
    elif not fixed:
        settings["dynamic_axes"] = axes(model, names)
    if dynamo:
        settings["external_data"] = False
    torch.onnx.export(
        model, inputs, file, input_names=names, output_names=["score"], opset_version=opset, dynamo=dynamo, **settings
    )
    strip(file)
    if supported:
        with open(f"{OUTPUT}/{name}.samples.jsonl", "w") as lines:
            lines.writelines(json.dumps(sample) + "\n" for sample in samples(model, file, fixed))


def strip(file):
    """Removes what depends on the machine: source lines and types of inner values."""
    model = onnx.load(file)
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    for value in [*model.graph.input, *model.graph.output, *model.graph.initializer]:
        value.doc_string = ""
        del value.metadata_props[:]
    del model.graph.value_info[:]
    del model.graph.metadata_props[:]
    del model.metadata_props[:]
    onnx.save(model, file)
    onnx.checker.check_model(file)


def vocabularies():
    ids = {word: index for index, word in enumerate(WORDS)}
    with open(f"{OUTPUT}/vocabulary.json", "w") as file:
        json.dump(ids, file)
    with open(f"{OUTPUT}/vocabulary.txt", "w") as file:
        file.writelines(word + "\n" for word in WORDS)
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(ids, unk_token="<unk>"))
    tokenizer.normalizer = tokenizers.normalizers.Lowercase()
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.WhitespaceSplit()
    tokenizer.add_special_tokens(["<unk>", "<pad>"])
    tokenizer.enable_truncation(MAX_LENGTH)
    tokenizer.enable_padding(pad_id=PADDING, pad_token="<pad>")
    for text in TEXTS:
        found = tokenizer.encode(text).ids
        assert found == ids_of(text)[:MAX_LENGTH], (text, found)
    tokenizer.save(f"{OUTPUT}/tokenizer.json")


def main():
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    os.makedirs(OUTPUT, exist_ok=True)
    vocabularies()
    both = dict(bidirectional=True, width=2 * UNITS)
    make("lstm-opset11", LastState("LSTM"), 11, False)
    make("gru-opset13", LastState("GRU"), 13, False)
    make("rnn-opset15", LastState("RNN"), 15, False)
    make("lstm-stacked-both", BothLastStates("LSTM", num_layers=2, outputs=3, **both), 17, False)
    make("lstm-stacked-both-dynamo", BothLastStates("LSTM", num_layers=2, outputs=3, **both), 20, True)
    make("gru-both-swapped", SwappedLastStates("GRU", **both), 12, False)
    make("gru-dynamo", LastState("GRU", num_layers=2, bias=False), 18, True)
    make("last-timestep", LastTimestep("LSTM"), 14, False)
    make("last-timestep-dynamo", LastTimestep("GRU"), 19, True)
    make("timesteps-first", TimestepsFirst("LSTM", batch_first=False), 16, False)
    make("both-maximum", Maximum("LSTM", **both), 18, False)
    make("both-maximum-dynamo", Maximum("GRU", **both), 21, True)
    make("sum-of-directions", SumOfDirectionsMaximum("GRU", bidirectional=True), 17, False)
    make("product-of-directions", ProductOfDirections("GRU", bidirectional=True), 20, True)
    make("logits", Logits("LSTM"), 17, False)
    make("log-softmax", LogSoftmax("RNN", outputs=2), 19, False)
    make("packed", Packed("LSTM", num_layers=2, **both), 17, False)
    make("packed-last-timestep", PackedLastTimestep("LSTM"), 20, False)
    make("gathered-timestep", GatheredTimestep("GRU"), 11, False)
    make("gathered-timestep-dynamo", GatheredTimestep("LSTM"), 20, True)
    make("masked-mean", MaskedMean(width=EMBEDDING), 13, False)
    make("masked-mean-dynamo", MaskedMean(width=EMBEDDING), 18, True)
    make("masked-mean-fixed", MaskedMean(width=EMBEDDING), 17, False, fixed=True)
    make("masked-maximum", MaskedMaximum("LSTM"), 20, True)
    make("position-mask", PositionMask("LSTM"), 20, True)
    make("projected", Projected(), 17, False)
    make("projected-dynamo", Projected(), 20, True)
    make("flattened-fixed", Flattened(width=MAX_LENGTH * EMBEDDING), 17, False, fixed=True)
    make("lstm-fixed", LastState("LSTM"), 20, True, fixed=True)
    make("unsupported-convolution", Convolution(), 17, False, supported=False)
    make("unsupported-bag", Bag(), 17, False, supported=False)
    make("unsupported-cell-state", CellState("LSTM"), 17, False, supported=False)
    make("unsupported-attention", Attention(), 17, False, supported=False)
    make("unsupported-relu", LastState("RNN", nonlinearity="relu"), 17, False, supported=False)
    make("unsupported-last-timestep", LastTimestep("LSTM", **both), 17, False, supported=False)
    make("unsupported-logarithm", Logarithm("LSTM"), 17, False, supported=False)
    print("torch", torch.__version__, "onnx", onnx.__version__, "onnxruntime", onnxruntime.__version__)


main()
