package io.sentimentstreams.model.text.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory and time of the rules. */
class NormalizerCostTest {

  private static final int LENGTH = 300_000;
  private static final int MAX_ROUNDS = 2_000;
  private static final String SENTENCE = "It isn't a good film, is it? ";

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void aPlainTextAllocatesNothing() {
    String text = SENTENCE.repeat(40);
    assertThat(allocated(text)).isZero();
  }

  @Test
  void theAllocationDoesNotDependOnTheNumberOfTokens() {
    // The same length with a mark after each word or a mark at the end.
    String many = "wordy\u2014".repeat(400);
    String one = "wordyy".repeat(399) + "wordy\u2014";
    assertThat(allocated(many)).isLessThan(allocated(one) + 6L * many.length());
  }

  private long allocated(String text) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < MAX_ROUNDS && least > 0; round++) {
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      String normal = Normalizer.STANDARD.normalize(text);
      long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      assertThat(normal).isNotEmpty();
      least = Math.min(least, after - before);
    }
    return least;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<a",
        "<a ",
        "<a b='",
        "<a b=\"c'",
        "<a b=\"<a c='",
        "<!--",
        "<!-- -",
        "<![CDATA[",
        "<!doctype ",
        "<?xml ",
        "<script>",
        "<script></script a",
        "<b a",
        "<b a= ",
        "&",
        "&amp;",
        "&amp;amp",
        "&#x",
        "&#0",
        "&#00000000",
        "&CounterClockwiseContourIntegra",
        "'",
        "a'",
        "\u0301",
        "\u0301\u0323",
        "\u1161",
        "\ud83d\udc68\u200d",
        "\ud83c\udff4\udb40\udc67",
        "\ud83c\uddeb",
        "1\u20e3",
        "\ufdfa",
        "#aB",
        "aaa"
      })
  void theCostIsLinear(String part) {
    String text = "a" + part.repeat(LENGTH / part.length());
    Normalizer all = Normalizer.of("standard+elongated+hashtags");
    // A quadratic rule needs minutes for so many characters.
    String normal =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> all.normalize(text), part);
    assertThat(normal.length()).isLessThan(20 * text.length());
  }
}
