#!/usr/bin/env python3
"""Writes the probabilities of a fine-tuned teacher for texts, as `train --soft-labels` reads them."""

import argparse
import json
import os
import time

import torch

import encoder
from texts import read_texts, write_soft_labels


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teacher", required=True, help="folder that fine_tune.py wrote")
    parser.add_argument("--data", required=True, action="append", metavar="TSV",
                        help="texts in a column text; of a column split, the training rows")
    parser.add_argument("--out", required=True, metavar="JSONL")
    parser.add_argument("--name", help="name of the teacher in the file (default: its folder's)")
    parser.add_argument("--max-length", type=int,
                        help="tokens of a text (default: as the teacher was trained)")
    parser.add_argument("--batch-tokens", type=int, default=16384)
    parser.add_argument("--threads", type=int, default=0, help="0: all cores")
    parser.add_argument("--without-texts", action="store_true",
                        help="write the ids of the texts (the start of their SHA-256)")
    args = parser.parse_args()
    if args.threads:
        torch.set_num_threads(args.threads)
    texts = read_texts(args.data)
    tokenizer, model, labels = encoder.load_teacher(args.teacher)
    with open(os.path.join(args.teacher, "teacher.json"), encoding="utf-8") as facts:
        max_length = args.max_length or json.load(facts)["max_length"]
    begun = time.monotonic()
    shown = [0]

    def progress(done):
        if done - shown[0] >= 2000:
            shown[0] = done
            print(f"{done} of {len(texts)} texts, {done / (time.monotonic() - begun):.0f} per second",
                  flush=True)

    ids = encoder.token_ids(tokenizer, texts, max_length)
    rows = encoder.probabilities(
        model, tokenizer, ids, args.batch_tokens, encoder.has_fast_bfloat16(), progress)
    name = args.name or os.path.basename(os.path.abspath(args.teacher))
    write_soft_labels(args.out, name, labels, texts, rows, not args.without_texts)
    print(f"wrote {args.out}")


if __name__ == "__main__":
    main()
