package io.sentimentstreams.app.review;

import java.time.Instant;

/**
 * Where a value was read, for formats that cannot say all of a review.
 *
 * @param topic the topic's name
 * @param partition the partition's number
 * @param offset the record's offset
 * @param timestamp the record's time
 */
public record RecordOrigin(String topic, int partition, long offset, Instant timestamp) {

  /** An id for a review that brings none: it names one record, however often that is read. */
  String reviewId() {
    return topic + "-" + partition + "-" + offset;
  }
}
