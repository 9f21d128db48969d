package io.sentimentstreams.app.review;

import io.sentimentstreams.schemas.wire.HeaderValues;
import java.time.Instant;

/**
 * The position, time and headers of a record. Position and time are the defaults of a review's id
 * and time; headers may have the id of the value's schema.
 *
 * @param topic the topic's name
 * @param partition the partition's number
 * @param offset the record's offset
 * @param timestamp the record's timestamp
 * @param headers the record's headers
 */
public record RecordOrigin(
    String topic, int partition, long offset, Instant timestamp, HeaderValues headers) {

  /** Creates the origin of a record without headers. */
  public RecordOrigin(String topic, int partition, long offset, Instant timestamp) {
    this(topic, partition, offset, timestamp, HeaderValues.NONE);
  }

  /** Returns the id of a review without an id; reprocessing gives the same id. */
  String reviewId() {
    return topic + "-" + partition + "-" + offset;
  }
}
