package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.benchmarks.engine.Contestant;
import io.sentimentstreams.benchmarks.result.Origin;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Benchmark of kernels: a whole grid with JMH, or the shapes with targets in turns within a minute.
 */
public final class KernelsBenchmark {

  private static final long LIMITS_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final PrintWriter progress;
  private final FmaPeak peak = new FmaPeak();

  /**
   * Creates a benchmark.
   *
   * @param progress writer for progress
   */
  public KernelsBenchmark(PrintWriter progress) {
    this.progress = progress;
  }

  /** Returns the width of the kernels' vectors in bits. */
  public static int vectorBits() {
    return FmaPeak.vectorBits();
  }

  /**
   * Measures the shapes with targets in turns.
   *
   * @param seconds approximate duration
   */
  public KernelsResult quick(Origin origin, int seconds) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    int allThreads = origin.machine().cores();
    ExecutorService threads = Executors.newFixedThreadPool(allThreads);
    try {
      MachineLimits limits = MachineLimits.measure(peak, LIMITS_NANOS);
      AlternatingTimer rounds = new AlternatingTimer(threads, limits.fmaGflops());
      List<KernelCase> cases = Grid.quick(allThreads);
      List<KernelRow> rows = new ArrayList<>();
      for (KernelCase shape : cases) {
        // The duration of loading is unknown, so the remaining time is divided after each shape.
        long share = (deadline - System.nanoTime()) / (cases.size() - rows.size());
        rows.add(measure(rounds, shape, Math.max(share, 0)));
      }
      return new KernelsResult(origin, limits, rows);
    } finally {
      threads.shutdownNow();
    }
  }

  private KernelRow measure(AlternatingTimer rounds, KernelCase shape, long share) {
    progress.println("measuring " + shape.label());
    return rounds.measure(shape, Grid.contestants(shape), share * 3 / 4);
  }

  /** Measures a whole grid with JMH, about 7 seconds per engine and shape. */
  public KernelsResult full(Origin origin, Grid grid) {
    MachineLimits limits = MachineLimits.measure(peak, 2 * LIMITS_NANOS);
    JmhTimer forks = new JmhTimer(limits.fmaGflops());
    List<KernelCase> cases = grid.cases();
    List<KernelRow> rows = new ArrayList<>();
    for (KernelCase shape : cases) {
      List<Contestant> contestants = Grid.contestants(shape);
      progress.printf("%d of %d: %s%n", rows.size() + 1, cases.size(), shape.label());
      rows.add(forks.measure(shape, contestants));
    }
    return new KernelsResult(origin, limits, rows);
  }
}
