package io.sentimentstreams.topology;

import io.sentimentstreams.deadletter.DeadLetterReason;
import io.sentimentstreams.deadletter.RecordSize;
import io.sentimentstreams.deadletter.Unscorable;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.wire.RecordDecoder;
import io.sentimentstreams.wire.UndecodableRecord;
import org.apache.kafka.streams.processor.api.Record;

/** Turns records into reviews that can be scored. Not thread-safe: one per thread. */
final class ReviewReader {

  private final RecordDecoder<ReviewEvent> decoder = RecordDecoder.of(ReviewEvent.class);
  private final int maxBytes;

  ReviewReader(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * The review of a record; its text is not blank.
   *
   * @throws Unscorable if there is none
   */
  ReviewEvent read(Record<byte[], byte[]> record) {
    byte[] value = record.value();
    if (value == null) {
      throw new Unscorable(DeadLetterReason.TOMBSTONE, "the record has no value", null);
    }
    long size = RecordSize.content(record.key(), value, record.headers());
    if (size > maxBytes) {
      throw new Unscorable(
          DeadLetterReason.OVERSIZE,
          "key, value and headers have %d bytes, more than review.max.bytes=%d"
              .formatted(size, maxBytes),
          null);
    }
    ReviewEvent review = decode(value);
    if (review.getText().isBlank()) {
      throw new Unscorable(DeadLetterReason.NO_TEXT, "the review's text is empty or blank", null);
    }
    return review;
  }

  private ReviewEvent decode(byte[] value) {
    try {
      return decoder.decode(value);
    } catch (UndecodableRecord e) {
      throw new Unscorable(reason(e), String.valueOf(e.getMessage()), e);
    }
  }

  private static DeadLetterReason reason(UndecodableRecord undecodable) {
    return switch (undecodable.reason()) {
      case NOT_SINGLE_OBJECT -> DeadLetterReason.NOT_SINGLE_OBJECT;
      case UNKNOWN_FINGERPRINT -> DeadLetterReason.UNKNOWN_FINGERPRINT;
      case CORRUPT_BODY -> DeadLetterReason.CORRUPT_BODY;
      case TRAILING_BYTES -> DeadLetterReason.TRAILING_BYTES;
    };
  }
}
