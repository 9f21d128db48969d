package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.app.review.DeadLetterReason.Stage;
import io.sentimentstreams.app.review.JsonReviewDecoder;
import io.sentimentstreams.app.review.RecordOrigin;
import io.sentimentstreams.app.review.ReviewDecoder;
import io.sentimentstreams.app.review.UnscorableRecordException;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The fuzz target for values in JSON. */
public final class FuzzedJson {

  static final RecordOrigin ORIGIN = new RecordOrigin("reviews", 3, 14, Instant.ofEpochMilli(15));

  private static final ReviewDecoder JSON = new JsonReviewDecoder();
  private static final RecordEncoder<ReviewEvent> ENCODER = RecordEncoder.of(ReviewEvent.class);
  private static final RecordDecoder<ReviewEvent> DECODER = RecordDecoder.of(ReviewEvent.class);

  private FuzzedJson() {}

  /** Returns valid values. */
  static List<byte[]> samples() {
    return List.of(
        """
        {"reviewId": "r1", "itemId": null, "text": "\u00e9 good\\n \\u00e9",
         "language": "en", "source": "shop", "rating": 4, "occurredAt": "2026-02-03T04:05:06.7Z"}
        """
            .getBytes(UTF_8),
        "{\"text\":\"\u00e9 bad \u00e9\",\"occurredAt\":1770091506700}".getBytes(UTF_8));
  }

  /** Reads a value as a review or rejects it. Jazzer calls this method. */
  public static void fuzzerTestOneInput(byte[] value) {
    read(JSON, value);
  }

  /** Returns the review, or empty if the value is rejected in one line without its text. */
  static Optional<ReviewEvent> read(ReviewDecoder format, byte[] value) {
    try {
      ReviewEvent review = format.read(value, ORIGIN);
      assertThat(DECODER.decode(ENCODER.encode(review))).isEqualTo(review);
      return Optional.of(review);
    } catch (UnscorableRecordException refused) {
      assertThat(refused.reason().stage()).isIn(Stage.DECODE, Stage.VALIDATE);
      assertThat(refused.description())
          .hasLineCount(1)
          .hasSizeLessThan(200)
          .doesNotContain("\u00e9");
      return Optional.empty();
    }
  }
}
