package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.app.review.ReviewDecoder;
import io.sentimentstreams.app.review.TextReviewDecoder;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Any value in JSON or text is read as a review or rejected without its text within 20 s. Each test
 * uses 1,000 inputs, or {@code -Djqwik.tries.default}. A failure prints the seed of its input.
 */
class InputFuzzTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final List<byte[]> SAMPLES = FuzzedJson.samples();
  private static final ReviewDecoder TEXT = new TextReviewDecoder();

  @Property
  void jsonIsReadAsReviewOrRejected(@ForAll long seed) {
    Mutations mutations = new Mutations(seed);
    byte[] sample = SAMPLES.get(Math.floorMod(seed / 4, SAMPLES.size()));
    byte[] value = seed % 4 == 0 ? mutations.any(500) : mutations.of(sample);
    soon(() -> FuzzedJson.fuzzerTestOneInput(value));
  }

  @Property
  void textIsReadAsReviewOrRejected(@ForAll long seed) {
    byte[] value = new Mutations(seed).any(500);
    soon(
        () ->
            FuzzedJson.read(TEXT, value)
                .ifPresent(
                    review -> {
                      assertThat(withoutEdges(review.getText()))
                          .isEqualTo(withoutEdges(new String(value, UTF_8)));
                      assertThat(review.getReviewId()).isEqualTo("reviews-3-14");
                    }));
  }

  /** Returns a text without white space and byte order marks at its edges, which may differ. */
  private static String withoutEdges(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isEdge(text.charAt(from))) {
      from++;
    }
    while (to > from && isEdge(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isEdge(char c) {
    return c == '\uFEFF' || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static void soon(Runnable reading) {
    long start = System.nanoTime();
    reading.run();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }
}
