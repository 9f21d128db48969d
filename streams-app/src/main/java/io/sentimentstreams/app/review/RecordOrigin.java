package io.sentimentstreams.app.review;

import java.time.Instant;

/**
 * The position and time of a record, the defaults of a review's id and time.
 *
 * @param topic the topic's name
 * @param partition the partition's number
 * @param offset the record's offset
 * @param timestamp the record's timestamp
 */
public record RecordOrigin(String topic, int partition, long offset, Instant timestamp) {

  /** Returns the id of a review without an id; reprocessing gives the same id. */
  String reviewId() {
    return topic + "-" + partition + "-" + offset;
  }
}
