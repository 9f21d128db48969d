package io.sentimentstreams.app.topology;

import io.sentimentstreams.app.deadletter.RecordSize;
import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.app.review.Origin;
import io.sentimentstreams.app.review.ReviewFormat;
import io.sentimentstreams.app.review.Unscorable;
import io.sentimentstreams.schemas.ReviewEvent;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Turns records into reviews that can be scored. Not thread-safe: one per thread. */
final class ReviewReader {

  private final ReviewFormat format;
  private final int maxBytes;

  ReviewReader(ReviewFormat format, int maxBytes) {
    this.format = format;
    this.maxBytes = maxBytes;
  }

  /**
   * The review of a record; its text is not blank.
   *
   * @throws Unscorable if there is none
   */
  ReviewEvent read(Record<byte[], byte[]> record, RecordMetadata where) {
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
    ReviewEvent review = format.read(value, origin(record, where));
    if (review.getText().isBlank()) {
      throw new Unscorable(DeadLetterReason.NO_TEXT, "the review's text is empty or blank", null);
    }
    return review;
  }

  private static Origin origin(Record<byte[], byte[]> record, RecordMetadata where) {
    return new Origin(
        where.topic(), where.partition(), where.offset(), Instant.ofEpochMilli(record.timestamp()));
  }
}
