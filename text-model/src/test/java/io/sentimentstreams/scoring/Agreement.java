package io.sentimentstreams.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.network.Model;
import java.util.stream.Stream;

/**
 * All kernels against the reference, which is in double precision. The vectors are as wide as the
 * virtual machine or {@value KernelSelection#VECTOR_BITS} says; the build runs some tests for
 * several widths.
 */
final class Agreement {

  private static final double TOLERANCE = 1e-5;
  private static final long FOLDED = Long.MAX_VALUE;
  private static final long NOT_FOLDED = 0;

  private Agreement() {}

  static void assertAllAgree(RandomNetwork network, int length) {
    Model model = network.model();
    int[] ids = network.ids(length);
    double expected = new ReferenceScorer(model).score(ids, length);
    allKernels()
        .forEach(
            kernels -> {
              for (long largestTables : new long[] {FOLDED, NOT_FOLDED}) {
                Scorer scorer = new PackedModel(model, kernels, largestTables).newScorer();
                // A scorer that has seen another record must not remember it.
                scorer.score(network.ids(length + 3), length + 3);
                assertThat(scorer.score(ids, length))
                    .as("%s, tables up to %d bytes", kernels.description(), largestTables)
                    .isCloseTo(expected, within(TOLERANCE));
              }
            });
  }

  static Stream<Kernels> allKernels() {
    return Stream.of(new ScalarKernels(), new VectorKernels());
  }
}
