package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import io.sentimentstreams.schemas.wire.UndecodableRecordException;
import java.time.Instant;

/** The fuzz target for values in Avro. */
public final class FuzzedAvro {

  private static final RecordDecoder<ReviewEvent> DECODER = RecordDecoder.of(ReviewEvent.class);

  private FuzzedAvro() {}

  /** Returns a valid value. */
  static byte[] sample() {
    return RecordEncoder.of(ReviewEvent.class)
        .encode(
            new ReviewEvent(
                "r1", "film", "word1 \u00e9 word2", "en", null, null, Instant.ofEpochMilli(7)));
  }

  /** Decodes a value or rejects it with a reason. Jazzer calls this method. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      assertThat(DECODER.decode(bytes).getText()).isNotNull();
    } catch (UndecodableRecordException refused) {
      assertThat(refused.reason()).isNotNull();
    }
  }
}
