package io.sentimentstreams.app.review;

import io.sentimentstreams.schemas.ReviewEvent;

/**
 * A decoder of plain text in UTF-8. The review's id is the record's position, its time the record's
 * timestamp. Thread-safe.
 */
public final class TextReviewDecoder implements ReviewDecoder {

  @Override
  public ReviewEvent read(byte[] value, RecordOrigin origin) {
    String text = Utf8.decoded(value);
    if (text.length() > 1 && text.charAt(0) == '\0') {
      throw new UnscorableRecordException(
          DeadLetterReason.NUL_IN_TEXT,
          "The value begins with a NUL byte, like a value with a registry's schema id. Send the"
              + " text only, or set input.format=avro.",
          null);
    }
    return new ReviewEvent(origin.reviewId(), null, text, null, null, origin.timestamp());
  }
}
