package io.sentimentstreams.model.text.vectorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sentimentstreams.model.text.IdBuffer;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoding of a text creates no object per token. */
class TextVectorizationAllocationTest {

  private static final int TOKENS = 100_000;
  private static final int RUNS = 20;

  /** A string needs at least 40 bytes; the copies of the text and the indices need less. */
  private static final int BYTES_PER_TOKEN = 32;

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void noObjectIsCreatedPerToken(int ngrams) {
    TextVectorization layer =
        new TextVectorization(
            new TextVectorizationSettings(
                Standardization.LOWER_AND_STRIP_PUNCTUATION,
                Splitting.WHITESPACE,
                TextVectorizationSettings.upTo(ngrams),
                Optional.empty(),
                new VectorOutput(OutputMode.INT, Optional.empty(), false, false)),
            List.of("a", "b"),
            new float[0]);
    String text = "a b c d ".repeat(TOKENS / 4);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    long least = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      layer.encode(text, new IdBuffer());
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }

    assertThat(least / TOKENS).isLessThan(BYTES_PER_TOKEN + ngrams * BYTES_PER_TOKEN);
  }
}
