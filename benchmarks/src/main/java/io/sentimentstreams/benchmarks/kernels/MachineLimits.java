package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.benchmarks.result.FigureFormat;
import io.sentimentstreams.benchmarks.result.Table;
import java.util.List;

/**
 * Limits of the machine.
 *
 * @param fmaGflops billions of single-precision operations per second of one thread on registers
 * @param triadOneThread billions of bytes per second between one thread and memory
 * @param triadAllThreads the same for all threads together
 */
public record MachineLimits(double fmaGflops, double triadOneThread, double triadAllThreads) {

  private static final int REPETITIONS = 5;

  /**
   * Measures the limits.
   *
   * @param nanos approximate duration
   */
  static MachineLimits measure(FmaPeak peak, long nanos) {
    long slice = nanos / (REPETITIONS + 2);
    double gflops = 0;
    for (int i = 0; i < REPETITIONS; i++) {
      gflops = Math.max(gflops, peak.gflops(slice));
    }
    Triad triad = new Triad();
    return new MachineLimits(
        gflops,
        triad.gigabytes(1, slice),
        triad.gigabytes(Runtime.getRuntime().availableProcessors(), slice));
  }

  Table table() {
    return new Table(
        "Limits of the machine: multiply-adds on registers of one thread, and the triad "
            + "a = b + 3c through memory, each the best of several.",
        List.of("limit", "measured"),
        List.of(
            List.of("FMA, one thread", FigureFormat.of(fmaGflops) + " GFLOP/s"),
            List.of("memory, one thread", FigureFormat.of(triadOneThread) + " GB/s"),
            List.of("memory, all threads", FigureFormat.of(triadAllThreads) + " GB/s")));
  }
}
