#!/usr/bin/env python3
"""Publishes each line of the standard input as a review."""

import argparse
import datetime
import sys
import uuid

try:
    from confluent_kafka import Producer

    from avro_wire import Registry, Writer
except ImportError as missing:
    print(f"Missing module: {missing.name}. Run pip install -r requirements.txt.", file=sys.stderr)
    sys.exit(3)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bootstrap-servers", required=True)
    parser.add_argument("--topic", default="reviews")
    parser.add_argument("--registry", help="URL of a schema registry; without it, single-object encoding")
    parser.add_argument("--item-id", help="identifier of the reviewed item")
    parser.add_argument("--language", help="language tag (BCP 47) of the reviews; without it, the application detects it")
    parser.add_argument("--rating", type=int, choices=range(1, 6), help="stars of the author; the model does not read them")
    return parser.parse_args()


def main():
    options = arguments()
    registry = Registry(options.registry) if options.registry else None
    encode = Writer("ReviewEvent", registry, options.topic)
    # Each review is written once and in order, even after retries.
    producer = Producer({"bootstrap.servers": options.bootstrap_servers, "enable.idempotence": True})
    failures = []

    def delivered(error, message):
        if error is not None:
            failures.append(error)
        else:
            print(f"{message.key().decode()} at {message.topic()}-{message.partition()}-{message.offset()}")

    for line in sys.stdin:
        text = line.rstrip("\r\n")
        if not text.strip():
            continue
        review = {
            "reviewId": str(uuid.uuid4()),
            "itemId": options.item_id,
            "text": text,
            "language": options.language,
            "source": "produce_reviews.py",
            "rating": options.rating,
            "occurredAt": datetime.datetime.now(datetime.timezone.utc),
        }
        producer.produce(options.topic, encode(review), key=review["reviewId"], on_delivery=delivered)
        producer.poll(0)
    unsent = producer.flush(60)
    if failures or unsent:
        sys.exit(f"{len(failures) + unsent} reviews were not published: {failures[:1]}")


if __name__ == "__main__":
    main()
