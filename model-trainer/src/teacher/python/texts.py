"""Texts with labels from TSV files, and soft-label files."""

import datetime
import gzip
import hashlib
import json
import lzma
import math
import os
from dataclasses import dataclass


TRAINING = ("train", "training")
VALIDATION = ("validation", "valid", "val", "dev", "development", "eval", "evaluation")
UNLABELLED = ("unsupervised", "unsup", "unlabelled", "unlabeled")


@dataclass(frozen=True)
class Example:
    """A text and the probability of each label; the target is None if the text has no label."""

    text: str
    target: tuple[float, ...] | None
    weight: float = 1.0


def opened(path):
    """Opens a text file in UTF-8, also one compressed with gzip or xz."""
    opener = {".gz": gzip.open, ".xz": lzma.open}.get(path[path.rfind("."):], open)
    return opener(path, "rt", encoding="utf-8-sig", newline="\n")


def rows(path, splits=TRAINING):
    """Yields line numbers and rows of a TSV file with a header, as `train` reads it.

    Quotes have no special meaning. If there is a column split, only rows of these splits count.
    """
    with opened(path) as lines:
        columns = []
        for number, line in enumerate(lines, start=1):
            fields = line.removesuffix("\n").removesuffix("\r").split("\t")
            if not columns:
                columns = fields
                if "text" not in columns:
                    raise SystemExit(f"{path} has no column 'text': {columns}. Add a header.")
            elif fields != [""]:
                if len(fields) != len(columns):
                    raise SystemExit(
                        f"{path}, line {number}: {len(fields)} columns, but the header has"
                        f" {len(columns)}. Write one value per column, without tabs in texts.")
                row = dict(zip(columns, fields))
                if row.get("split", splits[0]).strip().lower() in splits and row["text"].strip():
                    yield number, row


def weight(path, number, field):
    """Returns the weight in a field, 1 if there is none."""
    try:
        value = float(field or 1)
    except ValueError:
        value = math.nan
    if not 0 < value < math.inf:
        raise SystemExit(
            f"{path}, line {number}: the weight is '{field}'. Use a number above 0.")
    return value


def read_texts(paths):
    """Returns the distinct texts of TSV files, in their order.

    Of a column split, these are the training rows and those without labels.
    """
    found = (row["text"] for path in paths for _, row in rows(path, TRAINING + UNLABELLED))
    return list(dict.fromkeys(found))


def read_table(path, labels, neutral, splits=TRAINING):
    """Reads a TSV file with a header: a column text, and a column label if the texts have one.

    A neutral label means that all labels are equally probable.
    """
    examples = []
    for number, row in rows(path, splits):
        label = row.get("label")
        if not label:
            target = None
        elif label in labels:
            target = tuple(float(label == each) for each in labels)
        elif label == neutral:
            target = tuple(1 / len(labels) for _ in labels)
        else:
            raise SystemExit(
                f"{path}, line {number}: the label is '{label}', not one of {labels}."
                " Use --labels, or --neutral for texts between them.")
        examples.append(Example(row["text"], target, weight(path, number, row.get("weight"))))
    return examples


def text_id(text):
    """Returns the id of a text in soft-label files: the start of the SHA-256 of its UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def write_soft_labels(path, teacher, labels, texts, probabilities, with_texts):
    """Writes a soft-label file: a line of JSON that names the teacher, then one per text."""
    part = path + ".part"
    with open(part, "w", encoding="utf-8") as out:
        header = {"teacher": teacher, "labels": list(labels),
                  "date": datetime.date.today().isoformat()}
        out.write(json.dumps(header, ensure_ascii=False) + "\n")
        for text, row in zip(texts, probabilities, strict=True):
            line = {"text": text} if with_texts else {"id": text_id(text)}
            line["probabilities"] = [round(float(each), 6) for each in row]
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    os.replace(part, path)
