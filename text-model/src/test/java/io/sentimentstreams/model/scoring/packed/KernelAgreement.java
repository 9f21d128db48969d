package io.sentimentstreams.model.scoring.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.scoring.kernel.KernelSelection;
import io.sentimentstreams.model.scoring.kernel.Kernels;
import io.sentimentstreams.model.scoring.kernel.ScalarKernels;
import io.sentimentstreams.model.scoring.kernel.VectorKernels;
import io.sentimentstreams.model.scoring.reference.ReferenceScorer;
import io.sentimentstreams.model.scoring.reference.Scorer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Comparison of all kernels with the double-precision reference. The vectors have the width of the
 * Java virtual machine or of {@value KernelSelection#VECTOR_BITS}; the build runs some tests for
 * several widths.
 */
final class KernelAgreement {

  private static final double TOLERANCE = 1e-5;
  private static final double STATE_ROUNDING = 0x1p-25;
  private static final long FOLDED = Long.MAX_VALUE;
  private static final long NOT_FOLDED = 0;

  private KernelAgreement() {}

  static void assertAllAgree(RandomNetwork network, int length) {
    Model model = network.model();
    int[] ids = network.ids(length);
    double expected = new ReferenceScorer(model).score(ids, length);
    allKernels()
        .forEach(
            kernels -> {
              for (long largestTables : new long[] {FOLDED, NOT_FOLDED}) {
                Scorer scorer = new PackedModel(model, kernels, largestTables).newScorer();
                // A scorer must not keep state from another record.
                scorer.score(network.ids(length + 3), length + 3);
                assertThat(scorer.score(ids, length))
                    .as("%s, tables up to %d bytes", kernels.description(), largestTables)
                    .isCloseTo(expected, within(tolerance(network, length)));
              }
            });
  }

  /**
   * Scores a batch. Each score must equal the single one to the last bit, and that of the
   * reference.
   */
  static void assertBatchAgrees(RandomNetwork network, List<Integer> lengths) {
    Model model = network.model();
    ReferenceScorer reference = new ReferenceScorer(model);
    int count = lengths.size();
    int[][] ids = new int[count][];
    Arrays.setAll(ids, i -> network.ids(lengths.get(i)));
    int[] steps = lengths.stream().mapToInt(Integer::intValue).toArray();
    allKernels()
        .forEach(
            kernels -> {
              for (long largestTables : new long[] {FOLDED, NOT_FOLDED}) {
                PackedModel packed = new PackedModel(model, kernels, largestTables);
                BatchScorer scorer = packed.newScorer();
                Scorer alone = packed.newScorer();
                double[] scores = new double[count];
                scorer.score(ids, steps, count, scores);
                for (int i = 0; i < count; i++) {
                  assertThat(scores[i])
                      .as("record %d of %s by %s", i, lengths, kernels.description())
                      .isEqualTo(alone.score(ids[i], steps[i]))
                      .isCloseTo(
                          reference.score(ids[i], steps[i]), within(tolerance(network, steps[i])));
                }
              }
            });
  }

  /**
   * Returns the largest allowed difference from the reference. Kernels keep states as 32-bit floats
   * of at most 1, so each step may round a state by 2^-25. A saturated gate keeps all of these
   * errors. Over hundreds of steps they can exceed {@value #TOLERANCE}, in any runtime with 32-bit
   * states.
   */
  private static double tolerance(RandomNetwork network, int length) {
    return Math.max(TOLERANCE, network.stacked() * length * STATE_ROUNDING);
  }

  static Stream<Kernels> allKernels() {
    return Stream.of(new ScalarKernels(), new VectorKernels());
  }
}
