package io.sentimentstreams.app.review;

import io.sentimentstreams.schemas.ReviewEvent;

/**
 * Values that are nothing but a review's text in UTF-8. The review's id is made of the record's
 * place, and it was written when the record was. Immutable, thread-safe.
 */
public final class TextReviewDecoder implements ReviewDecoder {

  @Override
  public ReviewEvent read(byte[] value, RecordOrigin origin) {
    return new ReviewEvent(
        origin.reviewId(), null, Utf8.decoded(value), null, null, origin.timestamp());
  }
}
