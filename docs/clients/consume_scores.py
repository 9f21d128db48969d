#!/usr/bin/env python3
"""Prints each score as a line of JSON."""

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


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bootstrap-servers", required=True)
    parser.add_argument("--topic", default="review-scores")
    parser.add_argument("--group", default="consume-scores", help="consumer group; a new group starts at the beginning")
    parser.add_argument("--registry", help="URL of the schema registry, if the application has one")
    parser.add_argument("--count", type=int, help="exit after this number of scores")
    parser.add_argument("--timeout", type=float, help="fail after this number of seconds without a score")
    return parser.parse_args()


def plain(value):
    return value.isoformat() if isinstance(value, datetime.datetime) else str(value)


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
    try:
        for number, message in enumerate(scores(consumer, options.timeout), start=1):
            print(json.dumps(decode(message.value()), default=plain), flush=True)
            if number == options.count:
                break
    except KeyboardInterrupt:
        pass
    finally:
        consumer.close()


if __name__ == "__main__":
    main()
