package io.sentimentstreams.model.scoring.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.scoring.kernel.VectorKernels;
import io.sentimentstreams.model.scoring.packed.RandomNetwork.Cell;
import io.sentimentstreams.model.scoring.packed.RandomNetwork.Ending;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scoring allocates nothing after just-in-time compilation. The test counts the allocation of its
 * own thread. Compilation happens in other threads, so the test repeats rounds until one allocates
 * nothing.
 */
class AllocationTest {

  private static final int LENGTH = 200;
  private static final int ROUND = 20;
  private static final int MAX_ROUNDS = 500;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @EnumSource(Cell.class)
  void aWarmScorerAllocatesNothing(Cell cell) {
    assumeTrue(
        VectorKernels.SPECIES.length() <= FloatVector.SPECIES_PREFERRED.length(),
        "vectors are wider than the machine's, so that the JVM allocates them as objects");
    RandomNetwork network =
        new RandomNetwork(cell, 24, Optional.of(MergeMode.CONCAT), Ending.LARGEST, 2, true, 1, 5);
    BatchScorer scorer = PackedModel.of(network.model()).newScorer();
    int[] ids = network.ids(LENGTH);
    assertAllocatesNothing(
        () -> {
          for (int i = 0; i < ROUND; i++) {
            scorer.score(ids, LENGTH - i);
          }
        });
    double[] probabilities = new double[2];
    assertAllocatesNothing(
        () -> {
          for (int i = 0; i < ROUND; i++) {
            scorer.classify(ids, LENGTH - i, probabilities);
          }
        });
    int[][] batch = new int[ROUND][];
    Arrays.fill(batch, ids);
    int[] lengths = new int[ROUND];
    Arrays.setAll(lengths, i -> LENGTH - i % 3);
    double[] scores = new double[ROUND];
    assertAllocatesNothing(() -> scorer.score(batch, lengths, ROUND, scores));
    double[][] all = new double[ROUND][2];
    assertAllocatesNothing(() -> scorer.classify(batch, lengths, ROUND, all));
  }

  private void assertAllocatesNothing(Runnable scoring) {
    long allocated = Long.MAX_VALUE;
    for (int round = 0; round < MAX_ROUNDS && allocated > 0; round++) {
      allocated = allocated(scoring);
    }
    assertThat(allocated).as("bytes allocated by %d records", ROUND).isZero();
  }

  private long allocated(Runnable scoring) {
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    scoring.run();
    return threads.getThreadAllocatedBytes(thread) - before;
  }
}
