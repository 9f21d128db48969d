package io.sentimentstreams.benchmarks.kernels;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Maximum floating-point rate of one thread: multiply-adds on registers, with enough independent
 * ones to hide their latency.
 */
final class FmaPeak {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int CHAINS = 12;
  private static final int ITERATIONS = 20_000;
  private static final FloatVector FACTOR = FloatVector.broadcast(SPECIES, 0.999f);
  private static final FloatVector SUMMAND = FloatVector.broadcast(SPECIES, 0.001f);

  /** Result of a loop, so that the compiler cannot remove it. */
  private float sink;

  /** Returns the width of the preferred vectors in bits. */
  static int vectorBits() {
    return SPECIES.vectorBitSize();
  }

  /**
   * Measures the rate.
   *
   * @param nanos minimum duration
   * @return billions of operations per second of processor time; a multiply-add is two per lane
   */
  double gflops(long nanos) {
    long cpuStart = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    long loops = 0;
    do {
      sink += loop(loops % 2 == 0 ? 1f : 2f);
      loops++;
    } while (System.nanoTime() - start < nanos);
    long cpu = Math.max(1, THREADS.getCurrentThreadCpuTime() - cpuStart);
    return 2.0 * SPECIES.length() * CHAINS * ITERATIONS * loops / cpu;
  }

  /** Returns the last result. */
  float sink() {
    return sink;
  }

  private static float loop(float first) {
    FloatVector y0 = FloatVector.broadcast(SPECIES, first);
    FloatVector y1 = y0;
    FloatVector y2 = y0;
    FloatVector y3 = y0;
    FloatVector y4 = y0;
    FloatVector y5 = y0;
    FloatVector y6 = y0;
    FloatVector y7 = y0;
    FloatVector y8 = y0;
    FloatVector y9 = y0;
    FloatVector y10 = y0;
    FloatVector y11 = y0;
    // The chains must differ, or the compiler computes only one of them.
    y1 = y1.add(1);
    y2 = y2.add(2);
    y3 = y3.add(3);
    y4 = y4.add(4);
    y5 = y5.add(5);
    y6 = y6.add(6);
    y7 = y7.add(7);
    y8 = y8.add(8);
    y9 = y9.add(9);
    y10 = y10.add(10);
    y11 = y11.add(11);
    for (int i = 0; i < ITERATIONS; i++) {
      y0 = y0.fma(FACTOR, SUMMAND);
      y1 = y1.fma(FACTOR, SUMMAND);
      y2 = y2.fma(FACTOR, SUMMAND);
      y3 = y3.fma(FACTOR, SUMMAND);
      y4 = y4.fma(FACTOR, SUMMAND);
      y5 = y5.fma(FACTOR, SUMMAND);
      y6 = y6.fma(FACTOR, SUMMAND);
      y7 = y7.fma(FACTOR, SUMMAND);
      y8 = y8.fma(FACTOR, SUMMAND);
      y9 = y9.fma(FACTOR, SUMMAND);
      y10 = y10.fma(FACTOR, SUMMAND);
      y11 = y11.fma(FACTOR, SUMMAND);
    }
    FloatVector sum = y0.add(y1).add(y2).add(y3).add(y4).add(y5);
    return sum.add(y6).add(y7).add(y8).add(y9).add(y10).add(y11).lane(0);
  }
}
