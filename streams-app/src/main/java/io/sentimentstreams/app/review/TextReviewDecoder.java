package io.sentimentstreams.app.review;

import io.sentimentstreams.schemas.ReviewEvent;

/**
 * A decoder of plain text in UTF-8. The review's id is the record's position, its time the record's
 * timestamp. Thread-safe.
 */
public final class TextReviewDecoder implements ReviewDecoder {

  @Override
  public ReviewEvent read(byte[] value, RecordOrigin origin) {
    if (Utf8.hasSchemaId(value)) {
      throw new UnscorableRecordException(
          DeadLetterReason.NUL_IN_TEXT,
          "The value begins with a NUL byte, like a value with a registry's schema id. Send the"
              + " text only, or set input.format=avro.",
          null);
    }
    return new ReviewEvent(
        origin.reviewId(), null, Utf8.decoded(value), null, null, null, origin.timestamp());
  }
}
