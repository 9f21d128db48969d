package io.sentimentstreams.benchmarks.corpus;

import io.sentimentstreams.benchmarks.engine.Engine;
import io.sentimentstreams.benchmarks.engine.SequenceScorer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** One pass over a corpus by several threads, which take the batches in turns. */
final class CorpusPass {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<int[]> batches;
  private final double[] scores;

  /**
   * Divides a corpus into batches.
   *
   * @param lengths lengths of the sequences
   */
  CorpusPass(int[] lengths, int batch, boolean sorted) {
    scores = new double[lengths.length];
    int[] order =
        sorted
            ? IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> lengths[i]))
                .mapToInt(Integer::intValue)
                .toArray()
            : IntStream.range(0, lengths.length).toArray();
    batches = new ArrayList<>();
    for (int from = 0; from < order.length; from += batch) {
      batches.add(Arrays.copyOfRange(order, from, Math.min(from + batch, order.length)));
    }
  }

  /** Scorer of reviews by their positions in the corpus. */
  interface Work {
    /** Writes the score of each position into {@code scores}. */
    void score(int[] places, double[] scores);
  }

  /** Returns scorers of sequences with an engine. */
  static Supplier<Work> of(Engine engine, int[][] sequences) {
    return () -> {
      SequenceScorer scorer = engine.newScorer();
      return (places, scores) -> {
        int[][] batch = new int[places.length][];
        for (int i = 0; i < places.length; i++) {
          batch[i] = sequences[places[i]];
        }
        double[] some = new double[places.length];
        scorer.score(batch, some);
        for (int i = 0; i < places.length; i++) {
          scores[places[i]] = some[i];
        }
      };
    };
  }

  /** Returns the scores of the last run, by position. */
  double[] scores() {
    return scores.clone();
  }

  /**
   * Runs a pass.
   *
   * @param work creates the scorer of each thread
   * @param byProcessor whether to measure processor time, which excludes other programs
   * @return seconds
   */
  double run(Supplier<Work> work, int threads, boolean byProcessor) {
    AtomicInteger next = new AtomicInteger();
    List<Callable<Long>> tasks = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Work own = work.get();
      tasks.add(() -> takeTurns(own, next));
    }
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      long start = System.nanoTime();
      List<Future<Long>> all = executor.invokeAll(tasks);
      long elapsed = System.nanoTime() - start;
      long processors = 0;
      for (Future<Long> one : all) {
        processors += one.get();
      }
      return 1e-9 * (byProcessor ? (double) processors / threads : elapsed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while scoring", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("scoring failed: " + e.getCause(), e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  private long takeTurns(Work work, AtomicInteger next) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = next.getAndIncrement(); i < batches.size(); i = next.getAndIncrement()) {
      work.score(batches.get(i), scores);
    }
    return THREADS.getCurrentThreadCpuTime() - start;
  }
}
