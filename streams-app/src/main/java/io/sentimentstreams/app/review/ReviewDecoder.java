package io.sentimentstreams.app.review;

import io.sentimentstreams.schemas.ReviewEvent;

/** Reads the values of the topic of reviews. Not thread-safe: one per thread. */
@FunctionalInterface
public interface ReviewDecoder {

  /**
   * The review that a value holds.
   *
   * @param value all of it
   * @param origin where it was read
   * @throws UnscorableRecordException if it holds none, with the place of the fault where there is
   *     one
   */
  ReviewEvent read(byte[] value, RecordOrigin origin);
}
