package io.sentimentstreams.app.review;

import io.sentimentstreams.schemas.ReviewEvent;

/** Decodes the values of the input topic. Not thread-safe: one per task. */
@FunctionalInterface
public interface ReviewDecoder {

  /**
   * Returns the review of a value.
   *
   * @param value of the record
   * @param origin of the record
   * @throws UnscorableRecordException if the value is not a review; the message has the position of
   *     the error if it has one
   */
  ReviewEvent read(byte[] value, RecordOrigin origin);
}
