package io.sentimentstreams.app.review;

import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.schemas.wire.UndecodableRecord;

/** Reviews in Avro. Not thread-safe: one per thread. */
public final class AvroReviews implements ReviewFormat {

  private final RecordDecoder<ReviewEvent> decoder;

  /**
   * Reads by a decoder.
   *
   * @param decoder used by this object alone
   */
  public AvroReviews(RecordDecoder<ReviewEvent> decoder) {
    this.decoder = decoder;
  }

  @Override
  public ReviewEvent read(byte[] value, Origin origin) {
    try {
      return decoder.decode(value);
    } catch (UndecodableRecord e) {
      throw new Unscorable(reason(e), String.valueOf(e.getMessage()), e);
    }
  }

  private static DeadLetterReason reason(UndecodableRecord undecodable) {
    return switch (undecodable.reason()) {
      case NOT_SINGLE_OBJECT -> DeadLetterReason.NOT_SINGLE_OBJECT;
      case UNKNOWN_FINGERPRINT -> DeadLetterReason.UNKNOWN_FINGERPRINT;
      case NO_REGISTRY -> DeadLetterReason.NO_REGISTRY;
      case UNKNOWN_SCHEMA_ID -> DeadLetterReason.UNKNOWN_SCHEMA_ID;
      case UNRESOLVABLE_SCHEMA -> DeadLetterReason.UNRESOLVABLE_SCHEMA;
      case CORRUPT_BODY -> DeadLetterReason.CORRUPT_BODY;
      case TRAILING_BYTES -> DeadLetterReason.TRAILING_BYTES;
    };
  }
}
