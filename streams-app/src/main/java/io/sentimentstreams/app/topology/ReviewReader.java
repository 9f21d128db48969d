package io.sentimentstreams.app.topology;

import io.sentimentstreams.app.deadletter.RecordSize;
import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.app.review.RecordHeaderValues;
import io.sentimentstreams.app.review.RecordOrigin;
import io.sentimentstreams.app.review.ReviewDecoder;
import io.sentimentstreams.app.review.ReviewRules;
import io.sentimentstreams.app.review.UnscorableRecordException;
import io.sentimentstreams.schemas.ReviewEvent;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Decodes and validates the records of the input topic. Not thread-safe: one per task. */
public final class ReviewReader {

  private final ReviewDecoder decoder;
  private final int maxBytes;

  /**
   * Creates a reader.
   *
   * @param decoder used by this object alone
   * @param maxBytes the maximum size of key, value and headers together
   */
  public ReviewReader(ReviewDecoder decoder, int maxBytes) {
    this.decoder = decoder;
    this.maxBytes = maxBytes;
  }

  /**
   * Returns the review of a record; its text has a visible character.
   *
   * @throws UnscorableRecordException if the record contains no such review
   */
  ReviewEvent read(Record<byte[], byte[]> record, RecordMetadata where) {
    byte[] value = record.value();
    if (value == null) {
      throw new UnscorableRecordException(
          DeadLetterReason.TOMBSTONE,
          "The record has no value. Scores cannot be deleted: do not send tombstones.",
          null);
    }
    long size = RecordSize.content(record.key(), value, record.headers());
    if (size > maxBytes) {
      throw new UnscorableRecordException(
          DeadLetterReason.OVERSIZE,
          ("The record is too large: %d bytes with review.max.bytes=%d. Shorten the review or"
                  + " increase the setting.")
              .formatted(size, maxBytes),
          null);
    }
    return ReviewRules.checked(decoder.read(value, origin(record, where)));
  }

  private static RecordOrigin origin(Record<byte[], byte[]> record, RecordMetadata where) {
    return new RecordOrigin(
        where.topic(),
        where.partition(),
        where.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        RecordHeaderValues.of(record.headers()));
  }
}
