#!/usr/bin/env python3
"""Prints each score as a line of JSON, or as a row of a table."""

import argparse
import datetime
import json
import sys

try:
    from confluent_kafka import Consumer

    from avro_wire import Reader, Registry
except ImportError as missing:
    print(f"Missing module: {missing.name}. Run pip install -r requirements.txt.", file=sys.stderr)
    sys.exit(3)


HEADER = ("LABEL", "TOP", "SCORE", "ABSTAINED", "LANG", "MODEL", "REVIEW")
WIDTHS = (16, 22, 5, 20, 4, 20, 0)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bootstrap-servers", required=True)
    parser.add_argument("--topic", default="review-scores")
    parser.add_argument("--group", default="consume-scores", help="consumer group; a new group starts at the beginning")
    parser.add_argument("--registry", help="URL of the schema registry, if the application has one")
    parser.add_argument("--table", action="store_true", help="print label, top probability, score and reason for no label")
    parser.add_argument("--count", type=int, help="exit after this number of scores")
    parser.add_argument("--timeout", type=float, help="fail after this number of seconds without a score")
    return parser.parse_args()


def plain(value):
    return value.isoformat() if isinstance(value, datetime.datetime) else str(value)


def row(score):
    """Returns the columns of the table. They exist for any model, whatever its labels are."""
    # The network was not asked if the language or the tokens are unknown: no probabilities then.
    top = max(score["probabilities"], key=lambda each: each["probability"], default=None)
    model = score["model"]
    return (
        score["label"] or "-",
        "-" if top is None else f"{top['label']} {top['probability']:.3f}",
        "-" if score["score"] is None else f"{score['score']:.3f}",
        score["abstained"] or "-",
        score["language"] or "-",
        "-" if model is None else f"{model['name']} {model['version']}",
        score["reviewId"],
    )


def table(columns):
    """Returns a line of the table."""
    return "  ".join(column.ljust(width) for column, width in zip(columns, WIDTHS)).rstrip()


def scores(consumer, timeout):
    waited = 0.0
    while True:
        # Short waits, so that Ctrl-C works.
        message = consumer.poll(0.5)
        if message is None:
            waited += 0.5
            if timeout is not None and waited >= timeout:
                sys.exit(f"no score came within {timeout} seconds")
        elif message.error():
            sys.exit(str(message.error()))
        else:
            waited = 0.0
            yield message


def main():
    options = arguments()
    decode = Reader("ReviewScore", Registry(options.registry) if options.registry else None)
    consumer = Consumer(
        {
            "bootstrap.servers": options.bootstrap_servers,
            "group.id": options.group,
            "auto.offset.reset": "earliest",
            # Scores of an aborted transaction do not count.
            "isolation.level": "read_committed",
        }
    )
    consumer.subscribe([options.topic])
    if options.table:
        print(table(HEADER), flush=True)
    try:
        for number, message in enumerate(scores(consumer, options.timeout), start=1):
            score = decode(message.value())
            print(table(row(score)) if options.table else json.dumps(score, default=plain), flush=True)
            if number == options.count:
                break
    except KeyboardInterrupt:
        pass
    finally:
        consumer.close()


if __name__ == "__main__":
    main()
