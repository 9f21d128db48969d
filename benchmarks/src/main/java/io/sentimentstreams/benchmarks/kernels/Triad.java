package io.sentimentstreams.benchmarks.kernels;

import java.util.stream.IntStream;

/**
 * Memory bandwidth: {@code a = b + 3c} over arrays much larger than the caches (the triad of
 * STREAM, McCalpin, 1995). Two reads and one write count, but not the read that fetches a line
 * before a write. Not thread-safe.
 */
final class Triad {

  private static final int ELEMENTS = 16 << 20;
  private static final int BYTES_AN_ELEMENT = 3 * Float.BYTES;

  private final float[] a = new float[ELEMENTS];
  private final float[] b = new float[ELEMENTS];
  private final float[] c = new float[ELEMENTS];

  /**
   * Measures the bandwidth.
   *
   * @param threads number of concurrent threads
   * @param nanos minimum duration
   * @return billions of bytes per second, the best pass
   */
  double gigabytes(int threads, long nanos) {
    long deadline = System.nanoTime() + nanos;
    double best = 0;
    do {
      long start = System.nanoTime();
      pass(threads);
      long elapsed = System.nanoTime() - start;
      best = Math.max(best, (double) BYTES_AN_ELEMENT * ELEMENTS / elapsed);
    } while (System.nanoTime() < deadline);
    return best;
  }

  private void pass(int threads) {
    int part = ELEMENTS / threads;
    if (threads == 1) {
      pass(0, ELEMENTS);
    } else {
      IntStream.range(0, threads).parallel().forEach(i -> pass(i * part, (i + 1) * part));
    }
  }

  private void pass(int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = b[i] + 3 * c[i];
    }
  }
}
