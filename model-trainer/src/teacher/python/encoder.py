"""An encoder with a classification head, its batches and its device."""

import os
import random

import torch
from transformers import AutoModelForSequenceClassification, AutoTokenizer


def device():
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def autocast(enabled):
    """Returns a context with bfloat16 where it is fast, otherwise one that changes nothing."""
    return torch.autocast(device().type, dtype=torch.bfloat16, enabled=enabled)


def has_fast_bfloat16():
    """Returns whether matrix products in bfloat16 are faster than in float32."""
    if torch.cuda.is_available():
        return torch.cuda.is_bf16_supported()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            return "amx_bf16" in info.read()
    except OSError:
        return False


def load(folder, labels):
    """Loads an encoder from a local folder, with a new head for labels. Nothing is downloaded."""
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    model = AutoModelForSequenceClassification.from_pretrained(
        folder, local_files_only=True, num_labels=len(labels),
        id2label=dict(enumerate(labels)), label2id={each: i for i, each in enumerate(labels)})
    return tokenizer, model.to(device())


def load_teacher(folder):
    """Loads a teacher that fine_tune.py wrote, and returns its labels in the order of its head."""
    if not os.path.exists(os.path.join(folder, "teacher.json")):
        raise SystemExit(f"{folder} has no teacher.json. Use a folder that fine_tune.py finished.")
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    model = AutoModelForSequenceClassification.from_pretrained(folder, local_files_only=True)
    labels = [model.config.id2label[i] for i in range(model.config.num_labels)]
    return tokenizer, model.to(device()), labels


def batches(lengths, tokens, seed=None):
    """Groups positions of similar length into batches of about so many tokens.

    With a seed, lengths are disturbed and batches are shuffled.
    """
    noise = random.Random(seed)
    order = sorted(
        range(len(lengths)),
        key=lambda i: lengths[i] * (noise.uniform(0.9, 1.1) if seed is not None else 1))
    groups, group, longest = [], [], 0
    for i in order:
        longest = max(longest, lengths[i])
        if group and longest * (len(group) + 1) > tokens:
            groups.append(group)
            group, longest = [], lengths[i]
        group.append(i)
    if group:
        groups.append(group)
    if seed is not None:
        noise.shuffle(groups)
    return groups


def token_ids(tokenizer, texts, max_length):
    """Returns the token ids of each text, at most so many."""
    ids = []
    for start in range(0, len(texts), 1000):
        part = tokenizer(texts[start:start + 1000], truncation=True, max_length=max_length)
        ids.extend(part["input_ids"])
    return ids


def logits(model, tokenizer, ids):
    """Runs the model on a batch of token ids."""
    padded = tokenizer.pad({"input_ids": ids}, return_tensors="pt").to(device())
    return model(input_ids=padded["input_ids"], attention_mask=padded["attention_mask"]).logits


@torch.no_grad()
def probabilities(model, tokenizer, ids, tokens, bfloat16, progress=lambda done: None):
    """Returns the probabilities of all texts, in their order."""
    model.eval()
    rows = [None] * len(ids)
    done = 0
    for group in batches([len(each) for each in ids], tokens):
        with autocast(bfloat16):
            found = logits(model, tokenizer, [ids[i] for i in group])
        for i, row in zip(group, torch.softmax(found.float(), dim=-1).cpu().tolist()):
            rows[i] = row
        done += len(group)
        progress(done)
    return rows
