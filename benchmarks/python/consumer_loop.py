"""Consumer loop with ONNX Runtime: poll, score, produce, flush, commit. At-least-once delivery.

Reads Avro reviews and writes Avro scores like streams-app, with the text encoding of Keras' Tokenizer.
"""

import argparse
import hashlib
import json
import struct
import sys
import threading
import time
import zipfile

import numpy as np
import onnxruntime
from confluent_kafka import Consumer, Producer


LABELS = ("NEGATIVE", "POSITIVE")


class Reader:
    """Reader of Avro's binary encoding."""

    def __init__(self, data, at):
        self.data, self.at = data, at

    def long(self):
        value, shift = 0, 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return (value >> 1) ^ -(value & 1)

    def string(self):
        size = self.long()
        self.at += size
        return self.data[self.at - size : self.at].decode()

    def optional(self):
        return self.string() if self.long() else None


def long(value):
    value = (value << 1) ^ (value >> 63)
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def string(text):
    data = text.encode()
    return long(len(data)) + data


def optional(text):
    return long(0) if text is None else long(1) + string(text)


class Texts:
    """Encoder of texts to token indices."""

    def __init__(self, tokenizer, max_length):
        config = json.loads(tokenizer)["config"]
        self.index = json.loads(config["word_index"])
        self.words = config["num_words"] or len(self.index) + 1
        self.unknown = self.index.get(config["oov_token"])
        self.split = config["split"]
        self.table = str.maketrans({c: self.split for c in config["filters"]})
        self.max_length = max_length

    def encode(self, text):
        ids, unknown, tokens = [], 0, 0
        for word in text.lower().translate(self.table).split(self.split):
            if not word:
                continue
            tokens += 1
            known = self.index.get(word)
            if known is not None and known < self.words:
                ids.append(known)
                continue
            unknown += 1
            if self.unknown is not None:
                ids.append(self.unknown)
        return ids[-self.max_length :], tokens, unknown, max(0, len(ids) - self.max_length)


def arguments():
    parser = argparse.ArgumentParser()
    for name in ("bootstrap-servers", "application-id", "topics-reviews", "topics-scores", "bundle", "onnx", "score-header"):
        parser.add_argument("--" + name, required=True)
    return parser.parse_args()


class Scorer:
    """Converter from the bytes of a review to those of its score."""

    def __init__(self, options):
        path = options.bundle if options.bundle.endswith(".zip") else options.bundle + "/bundle.zip"
        with open(path, "rb") as file:
            sha256 = hashlib.sha256(file.read()).hexdigest()
        with zipfile.ZipFile(path) as bundle:
            manifest = json.loads(bundle.read("manifest.json"))
            self.texts = Texts(bundle.read("tokenizer.json"), manifest["text"]["maxLength"])
        self.model = string(manifest["name"]) + string(manifest["version"]) + string(sha256) + string("*")
        self.threshold = manifest["threshold"]
        self.header = bytes.fromhex(options.score_header)
        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = 1
        settings.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(options.onnx, settings, providers=["CPUExecutionProvider"])

    def score(self, value):
        review = Reader(value, 10)
        review_id, item_id, text = review.string(), review.optional(), review.string()
        review.optional()
        review.optional()
        if review.long():  # a rating
            review.long()
        occurred = review.long()
        ids, tokens, unknown, truncated = self.texts.encode(text)
        score = float(self.session.run(None, {"ids": np.array([ids or [0]], dtype=np.int64)})[0][0, 0])
        return b"".join(
            (
                self.header,
                string(review_id),
                optional(item_id),
                optional(LABELS[score >= self.threshold]),
                long(2) + self.probability(0, 1 - score) + self.probability(1, score) + long(0),
                long(1) + struct.pack("<d", score),
                long(0),  # no reason
                optional(None),  # no language
                long(1) + self.model,
                long(1) + long(tokens) + long(unknown) + long(truncated),
                long(occurred),
                long(int(time.time() * 1000)),
            )
        )

    @staticmethod
    def probability(label, value):
        return string(LABELS[label]) + struct.pack("<d", value)


def main():
    options = arguments()
    scorer = Scorer(options)
    stop = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), stop.set()), daemon=True).start()
    consumer = Consumer(
        {
            "bootstrap.servers": options.bootstrap_servers,
            "group.id": options.application_id,
            "enable.auto.commit": False,
            "auto.offset.reset": "earliest",
        }
    )
    producer = Producer({"bootstrap.servers": options.bootstrap_servers, "linger.ms": 0})
    consumer.subscribe([options.topics_reviews], on_assign=lambda *_: print("ready", options.topics_reviews, flush=True))
    while not stop.is_set():
        messages = consumer.consume(500, timeout=0.01)
        for message in messages:
            if message.error():
                raise RuntimeError(message.error())
            producer.produce(
                options.topics_scores, scorer.score(message.value()), message.key(), message.partition()
            )
            producer.poll(0)
        if messages:
            producer.flush()
            consumer.commit(asynchronous=False)
    consumer.close()


main()
