"""Texts with labels from TSV files, and soft-label files."""

import csv
import gzip
import hashlib
import json
import lzma
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """A text and the probability of each label; the target is None if the text has no label."""

    text: str
    target: tuple[float, ...] | None
    weight: float = 1.0


def opened(path):
    """Opens a text file in UTF-8, also one compressed with gzip or xz."""
    opener = {".gz": gzip.open, ".xz": lzma.open}.get(path[path.rfind("."):], open)
    return opener(path, "rt", encoding="utf-8", newline="")


def read_table(path, labels, neutral):
    """Reads a TSV file with a header: a column text, and a column label if the texts have one.

    A neutral label means that all labels are equally probable.
    """
    csv.field_size_limit(sys.maxsize)
    examples = []
    with opened(path) as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if "text" not in (rows.fieldnames or []):
            raise SystemExit(f"{path} has no column 'text': {rows.fieldnames}. Add a header.")
        for row in rows:
            label = row.get("label")
            if not label:
                target = None
            elif label == neutral:
                target = tuple(1 / len(labels) for _ in labels)
            elif label in labels:
                target = tuple(float(label == each) for each in labels)
            else:
                raise SystemExit(
                    f"{path}, line {rows.line_num}: the label is '{label}', not one of {labels}."
                    " Use --labels, or --neutral for texts between them.")
            examples.append(Example(row["text"], target, float(row.get("weight") or 1)))
    return examples


def text_id(text):
    """Returns the id of a text in soft-label files: the start of the SHA-256 of its UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def write_soft_labels(path, teacher, labels, texts, probabilities, with_texts):
    """Writes a soft-label file: a line of JSON that names the teacher, then one per text."""
    with open(path, "w", encoding="utf-8") as out:
        header = {"teacher": teacher, "labels": list(labels)}
        out.write(json.dumps(header, ensure_ascii=False) + "\n")
        for text, row in zip(texts, probabilities):
            line = {"text": text} if with_texts else {"id": text_id(text)}
            line["probabilities"] = [round(float(each), 5) for each in row]
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
