#!/usr/bin/env python3
"""Fine-tunes an encoder from a local folder as a teacher.

The folder has config.json, a tokenizer and safetensors, as Hugging Face writes them: for example
MiniLM or mpnet. The training can be stopped at any time and continued with the same command.
"""

import argparse
import hashlib
import json
import math
import os
import time

import torch

import encoder
from texts import VALIDATION, read_table


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--encoder", required=True, help="folder of the encoder")
    parser.add_argument("--data", required=True, action="append", metavar="TSV",
                        help="training texts with the columns text, label and optionally weight and"
                             " split, whose other rows are left out")
    parser.add_argument("--validation", action="append", default=[], metavar="TSV",
                        help="texts to measure on; of a column split, the validation rows")
    parser.add_argument("--labels", default="negative,positive", help="labels in order")
    parser.add_argument("--neutral", default="neutral",
                        help="label of texts for which all labels are equally probable")
    parser.add_argument("--out", required=True, help="folder of the teacher and its checkpoint")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--max-length", type=int, default=128, help="tokens of a text")
    parser.add_argument("--batch-tokens", type=int, default=4096)
    parser.add_argument("--learning-rate", type=float, default=5e-5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=0, help="0: all cores")
    parser.add_argument("--checkpoint-minutes", type=float, default=10)
    parser.add_argument("--bf16", choices=["auto", "yes", "no"], default="auto",
                        help="auto: where the processor has AMX, or on a GPU")
    return parser.parse_args()


def learning_rate(step, steps, peak):
    """Returns a rate that rises over the first 6 % of the steps and falls linearly."""
    warm = max(1, int(0.06 * steps))
    return peak * (step / warm if step < warm else (steps - step) / max(1, steps - warm))


def accuracy(model, tokenizer, path, args, labels, bfloat16):
    examples = [e for e in read_table(path, labels, args.neutral, VALIDATION)
                if e.target and max(e.target) == 1]
    ids = encoder.token_ids(tokenizer, [e.text for e in examples], args.max_length)
    rows = encoder.probabilities(model, tokenizer, ids, 2 * args.batch_tokens, bfloat16)
    if not examples:
        raise SystemExit(f"{path} has no text with one of the labels {labels}. Correct --validation.")
    right = sum(row.index(max(row)) == e.target.index(1) for row, e in zip(rows, examples))
    return right / len(examples)


def identity(args, examples):
    """Returns a digest of all that a training must share with a checkpoint to continue it."""
    digest = hashlib.sha256()
    for name in ("encoder", "labels", "epochs", "max_length", "batch_tokens", "learning_rate", "seed"):
        digest.update(f"{name}={getattr(args, name)}\n".encode("utf-8"))
    for example in examples:
        digest.update(json.dumps([example.text, example.target, example.weight]).encode("utf-8"))
    return digest.hexdigest()


def save(path, training, model, optimizer, epoch, batch, step):
    """Writes a checkpoint in place of the previous one."""
    state = {"training": training, "model": model.state_dict(),
             "optimizer": optimizer.state_dict(), "random": torch.get_rng_state(),
             "epoch": epoch, "batch": batch, "step": step}
    torch.save(state, path + ".part")
    os.replace(path + ".part", path)


def main():
    args = arguments()
    if args.threads:
        torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    labels = args.labels.split(",")
    bfloat16 = encoder.has_fast_bfloat16() if args.bf16 == "auto" else args.bf16 == "yes"
    os.makedirs(args.out, exist_ok=True)
    examples = [e for path in args.data for e in read_table(path, labels, args.neutral) if e.target]
    tokenizer, model = encoder.load(args.encoder, labels)
    if not examples:
        raise SystemExit(f"{args.data} has no text with a label. Add a column 'label'.")
    ids = encoder.token_ids(tokenizer, [e.text for e in examples], args.max_length)
    lengths = [len(each) for each in ids]
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.learning_rate, weight_decay=0.01)
    plan = [encoder.batches(lengths, args.batch_tokens, args.seed + e) for e in range(args.epochs)]
    steps = sum(len(groups) for groups in plan)
    print(f"{len(examples)} texts, {sum(lengths)} tokens, {steps} steps, bfloat16: {bfloat16}",
          flush=True)

    checkpoint = os.path.join(args.out, "checkpoint.pt")
    training = identity(args, examples)
    first_epoch = first_batch = step = 0
    if os.path.exists(checkpoint):
        state = torch.load(checkpoint, map_location=encoder.device(), weights_only=True)
        if state["training"] != training:
            raise SystemExit(
                f"{checkpoint} belongs to another training. Use the same options and data, or"
                " another --out.")
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"].cpu())
        first_epoch, first_batch, step = state["epoch"], state["batch"], state["step"]
        print(f"continuing in epoch {first_epoch + 1} at step {step}", flush=True)

    saved = time.monotonic()
    for epoch in range(first_epoch, args.epochs):
        model.train()
        mean = 0.0
        begun, tokens = time.monotonic(), 0
        for batch in range(first_batch, len(plan[epoch])):
            group = plan[epoch][batch]
            for each in optimizer.param_groups:
                each["lr"] = learning_rate(step, steps, args.learning_rate)
            target = torch.tensor([examples[i].target for i in group], device=encoder.device())
            weight = torch.tensor([examples[i].weight for i in group], device=encoder.device())
            with encoder.autocast(bfloat16):
                found = encoder.logits(model, tokenizer, [ids[i] for i in group])
            log = torch.log_softmax(found.float(), dim=-1)
            loss = -(weight * (target * log).sum(dim=-1)).sum() / weight.sum()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            tokens += sum(lengths[i] for i in group)
            mean = loss.item() if mean == 0 else 0.99 * mean + 0.01 * loss.item()
            if step % 50 == 0:
                speed = tokens / (time.monotonic() - begun)
                print(f"epoch {epoch + 1}, step {step} of {steps}, loss {mean:.4f},"
                      f" {speed:.0f} tokens per second", flush=True)
            if time.monotonic() - saved > 60 * args.checkpoint_minutes:
                save(checkpoint, training, model, optimizer, epoch, batch + 1, step)
                saved = time.monotonic()
        first_batch = 0
        save(checkpoint, training, model, optimizer, epoch + 1, 0, step)
        for path in args.validation:
            found = accuracy(model, tokenizer, path, args, labels, bfloat16)
            print(f"epoch {epoch + 1}: accuracy {found:.4f} on {path}", flush=True)

    model.save_pretrained(args.out)
    tokenizer.save_pretrained(args.out)
    facts = {key: value for key, value in vars(args).items() if key != "out"}
    facts.update({"texts": len(examples), "tokens": sum(lengths), "steps": steps})
    with open(os.path.join(args.out, "teacher.json"), "w", encoding="utf-8") as out:
        json.dump(facts, out, indent=2)
    print(f"wrote {args.out}")


if __name__ == "__main__":
    main()
