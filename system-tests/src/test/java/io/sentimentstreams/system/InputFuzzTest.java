package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.deadletter.DeadLetterReason.Stage;
import io.sentimentstreams.deadletter.Unscorable;
import io.sentimentstreams.input.JsonReviews;
import io.sentimentstreams.input.Origin;
import io.sentimentstreams.input.ReviewFormat;
import io.sentimentstreams.input.TextReviews;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.wire.RecordDecoder;
import io.sentimentstreams.wire.RecordEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever stands in a topic that is fed by hand, it is a review, which can be written down, or is
 * refused soon and without a word of it. A thousand inputs each; as many as {@code
 * -Djqwik.tries.default} says. Each input is made of a number, which a failure prints.
 */
class InputFuzzTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Origin ORIGIN = new Origin("reviews", 3, 14, Instant.ofEpochMilli(15));
  private static final byte[] OBJECT =
      """
      {"reviewId": "r1", "subjectId": null, "text": "\u00e9 good\\n \\u00e9",
       "language": "en", "source": "shop", "occurredAt": "2026-02-03T04:05:06.7Z"}
      """
          .getBytes(UTF_8);
  private static final byte[] NUMBERED =
      "{\"text\":\"\u00e9 bad \u00e9\",\"occurredAt\":1770091506700}".getBytes(UTF_8);
  private static final ReviewFormat JSON = new JsonReviews();
  private static final ReviewFormat TEXT = new TextReviews();
  private static final RecordEncoder<ReviewEvent> ENCODER = RecordEncoder.of(ReviewEvent.class);
  private static final RecordDecoder<ReviewEvent> DECODER = RecordDecoder.of(ReviewEvent.class);

  @Property
  void aValueOfJsonIsAReviewOrRefused(@ForAll long seed) {
    Mutations mutations = new Mutations(seed);
    byte[] value =
        switch (Math.floorMod(seed, 8)) {
          case 0 -> mutations.any(500);
          case 1, 2, 3 -> mutations.of(NUMBERED);
          default -> mutations.of(OBJECT);
        };
    read(JSON, value);
  }

  @Property
  void aLineOfTextIsAReviewOrRefused(@ForAll long seed) {
    byte[] value = new Mutations(seed).any(500);

    read(TEXT, value)
        .ifPresent(
            review -> {
              assertThat(review.getText().getBytes(UTF_8)).isEqualTo(value);
              assertThat(review.getReviewId()).isEqualTo("reviews-3-14");
            });
  }

  private static Optional<ReviewEvent> read(ReviewFormat format, byte[] value) {
    long start = System.nanoTime();
    try {
      ReviewEvent review = format.read(value, ORIGIN);
      assertThat(DECODER.decode(ENCODER.encode(review))).isEqualTo(review);
      return Optional.of(review);
    } catch (Unscorable refused) {
      assertThat(refused.reason().stage()).isEqualTo(Stage.DECODE);
      assertThat(refused.description())
          .hasLineCount(1)
          .hasSizeLessThan(200)
          .doesNotContain("\u00e9");
      return Optional.empty();
    } finally {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }
  }
}
