package io.sentimentstreams.app.review;

import io.sentimentstreams.schemas.ReviewEvent;

/**
 * A decoder of plain text in UTF-8. The review's id is the record's position, its time the record's
 * timestamp. Thread-safe.
 */
public final class TextReviewDecoder implements ReviewDecoder {

  @Override
  public ReviewEvent read(byte[] value, RecordOrigin origin) {
    return new ReviewEvent(
        origin.reviewId(), null, Utf8.decoded(value), null, null, origin.timestamp());
  }
}
