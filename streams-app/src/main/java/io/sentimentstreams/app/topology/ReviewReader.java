package io.sentimentstreams.app.topology;

import io.sentimentstreams.app.deadletter.RecordSize;
import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.app.review.RecordOrigin;
import io.sentimentstreams.app.review.ReviewDecoder;
import io.sentimentstreams.app.review.UnscorableRecordException;
import io.sentimentstreams.schemas.ReviewEvent;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Turns records into reviews that can be scored. Not thread-safe: one per thread. */
final class ReviewReader {

  private final ReviewDecoder format;
  private final int maxBytes;

  ReviewReader(ReviewDecoder format, int maxBytes) {
    this.format = format;
    this.maxBytes = maxBytes;
  }

  /**
   * The review of a record; its text is not blank.
   *
   * @throws UnscorableRecordException if there is none
   */
  ReviewEvent read(Record<byte[], byte[]> record, RecordMetadata where) {
    byte[] value = record.value();
    if (value == null) {
      throw new UnscorableRecordException(
          DeadLetterReason.TOMBSTONE, "the record has no value", null);
    }
    long size = RecordSize.content(record.key(), value, record.headers());
    if (size > maxBytes) {
      throw new UnscorableRecordException(
          DeadLetterReason.OVERSIZE,
          "key, value and headers have %d bytes, more than review.max.bytes=%d"
              .formatted(size, maxBytes),
          null);
    }
    ReviewEvent review = format.read(value, origin(record, where));
    if (review.getText().isBlank()) {
      throw new UnscorableRecordException(
          DeadLetterReason.NO_TEXT, "the review's text is empty or blank", null);
    }
    return review;
  }

  private static RecordOrigin origin(Record<byte[], byte[]> record, RecordMetadata where) {
    return new RecordOrigin(
        where.topic(), where.partition(), where.offset(), Instant.ofEpochMilli(record.timestamp()));
  }
}
