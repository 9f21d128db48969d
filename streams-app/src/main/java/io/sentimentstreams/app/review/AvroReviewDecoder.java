package io.sentimentstreams.app.review;

import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.schemas.wire.UndecodableRecordException;

/** A decoder of Avro values. Not thread-safe: one per task. */
public final class AvroReviewDecoder implements ReviewDecoder {

  private final RecordDecoder<ReviewEvent> decoder;

  /**
   * Creates a decoder.
   *
   * @param decoder of the wire format; used by this object alone
   */
  public AvroReviewDecoder(RecordDecoder<ReviewEvent> decoder) {
    this.decoder = decoder;
  }

  @Override
  public ReviewEvent read(byte[] value, RecordOrigin origin) {
    try {
      return decoder.decode(value, origin.headers());
    } catch (UndecodableRecordException e) {
      throw new UnscorableRecordException(reason(e), String.valueOf(e.getMessage()), e);
    }
  }

  private static DeadLetterReason reason(UndecodableRecordException undecodable) {
    return switch (undecodable.reason()) {
      case NOT_SINGLE_OBJECT -> DeadLetterReason.NOT_SINGLE_OBJECT;
      case UNKNOWN_FINGERPRINT -> DeadLetterReason.UNKNOWN_FINGERPRINT;
      case NO_REGISTRY -> DeadLetterReason.NO_REGISTRY;
      case UNKNOWN_SCHEMA_ID -> DeadLetterReason.UNKNOWN_SCHEMA_ID;
      case UNRESOLVABLE_SCHEMA -> DeadLetterReason.UNRESOLVABLE_SCHEMA;
      case CORRUPT_BODY -> DeadLetterReason.CORRUPT_BODY;
      case NOT_UTF8 -> DeadLetterReason.NOT_UTF8;
      case MISSING_VALUE -> DeadLetterReason.NOT_A_REVIEW;
      case TRAILING_BYTES -> DeadLetterReason.TRAILING_BYTES;
    };
  }
}
