package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.benchmarks.engine.Contestant;
import io.sentimentstreams.benchmarks.engine.Engine;
import io.sentimentstreams.benchmarks.engine.SequenceScorer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Timer of one engine on one shape, in slices of wall-clock time. It uses as many threads as the
 * engine has callers. Not thread-safe.
 */
final class Stopwatch {

  private static final int BATCHES = 32;
  private static final int WARM_UPS = 5;
  private static final int MAX_WARM_UPS = 15;
  private static final double STILL_IMPROVING = 0.97;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final KernelCase shape;
  private final Contestant contestant;
  private final ExecutorService threads;
  private final List<Caller> callers = new ArrayList<>();

  /**
   * Prepares the scorers of an engine.
   *
   * @param threads at least as many as the shape needs
   */
  Stopwatch(KernelCase shape, Engine engine, ExecutorService threads) {
    this.shape = shape;
    this.threads = threads;
    contestant = engine.contestant();
    int[][][] batches = shape.batches(BATCHES);
    for (int i = 0; i < contestant.callers(shape.threads()); i++) {
      callers.add(new Caller(engine.newScorer(), batches, i, shape.batch()));
    }
  }

  /**
   * Time of one record.
   *
   * @param cpu microseconds of the calling threads' processor time
   * @param clock microseconds of wall-clock time
   */
  record Time(double cpu, double clock) {}

  Contestant contestant() {
    return contestant;
  }

  /**
   * Scores until code is compiled, which takes longer if the compiler waits for a core.
   *
   * @param nanos approximate duration if it does not wait
   */
  void warmUp(long nanos) {
    double best = run(nanos / WARM_UPS).cpu();
    for (int i = 1; i < MAX_WARM_UPS; i++) {
      double now = run(nanos / WARM_UPS).cpu();
      boolean improving = now < STILL_IMPROVING * best;
      best = Math.min(best, now);
      if (i >= WARM_UPS && !improving) {
        return;
      }
    }
  }

  /**
   * Scores for a while.
   *
   * @param nanos minimum duration, with at least one call
   * @return time per record, of all threads together
   */
  Time run(long nanos) {
    if (callers.size() == 1) {
      return time(List.of(callers.get(0).score(nanos)));
    }
    List<Callable<Calls>> tasks =
        callers.stream().map(caller -> (Callable<Calls>) () -> caller.score(nanos)).toList();
    try {
      List<Calls> all = new ArrayList<>();
      for (Future<Calls> future : threads.invokeAll(tasks)) {
        all.add(future.get());
      }
      return time(all);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring " + shape.label(), e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("measuring " + shape.label() + " failed", e.getCause());
    }
  }

  private Time time(List<Calls> all) {
    double aCpuNano = all.stream().mapToDouble(calls -> (double) calls.count / calls.cpu).sum();
    double aNano = all.stream().mapToDouble(calls -> (double) calls.count / calls.clock).sum();
    double nanosToMicros = 1000.0 * shape.batch();
    return new Time(1 / (aCpuNano * nanosToMicros), 1 / (aNano * nanosToMicros));
  }

  /** Number of calls of a thread and their duration in nanoseconds. */
  private record Calls(long count, long cpu, long clock) {}

  /** Scorer of one thread, which repeats the batches. */
  private static final class Caller {

    private final SequenceScorer scorer;
    private final int[][][] batches;
    private final double[] scores;
    private int next;

    Caller(SequenceScorer scorer, int[][][] batches, int first, int batch) {
      this.scorer = scorer;
      this.batches = batches;
      scores = new double[batch];
      next = first;
    }

    Calls score(long nanos) {
      long cpuStart = THREADS.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      long calls = 0;
      long elapsed;
      do {
        scorer.score(batches[next], scores);
        next = (next + 1) % batches.length;
        calls++;
        elapsed = System.nanoTime() - start;
      } while (elapsed < nanos);
      long cpu = Math.max(1, THREADS.getCurrentThreadCpuTime() - cpuStart);
      return new Calls(calls, cpu, elapsed);
    }
  }
}
