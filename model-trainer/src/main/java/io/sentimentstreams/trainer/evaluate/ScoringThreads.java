package io.sentimentstreams.trainer.evaluate;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.scoring.TextScorer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/**
 * Results of scoring texts on several threads.
 *
 * @param results in the order of the texts
 * @param elapsed wall-clock time of scoring
 * @param threadTime sum of the threads' wall-clock time
 * @param <T> type of a result
 */
record ScoringThreads<T>(List<T> results, Duration elapsed, Duration threadTime) {

  /** Batch size per thread; large enough for groups of texts of similar length. */
  private static final int BATCH = 256;

  /** Results of one batch and the index of its first text. */
  private record BatchResult<T>(int index, List<T> results) {}

  /** Results of one thread. */
  private record ThreadResult<T>(List<BatchResult<T>> results, Duration time) {}

  /**
   * Scores texts with one scorer per thread. The results do not depend on the number of threads.
   *
   * @param threads at least 1
   * @param scoring returns a result per text of a batch, independent of the other texts
   */
  static <T> ScoringThreads<T> of(
      Bundle bundle,
      List<String> texts,
      int threads,
      BiFunction<TextScorer, List<String>, List<T>> scoring) {
    AtomicInteger next = new AtomicInteger();
    int batch = Math.max(1, Math.min(BATCH, texts.size() / threads));
    Callable<ThreadResult<T>> work =
        () -> {
          TextScorer scorer = bundle.newScorer();
          List<BatchResult<T>> results = new ArrayList<>();
          long start = System.nanoTime();
          for (int i = next.getAndAdd(batch); i < texts.size(); i = next.getAndAdd(batch)) {
            List<String> part = texts.subList(i, Math.min(i + batch, texts.size()));
            results.add(new BatchResult<>(i, scoring.apply(scorer, part)));
          }
          return new ThreadResult<>(results, Duration.ofNanos(System.nanoTime() - start));
        };
    long start = System.nanoTime();
    List<ThreadResult<T>> threadResults = runOnEach(work, threads);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    List<BatchResult<T>> batches = new ArrayList<>();
    Duration threadTime = Duration.ZERO;
    for (ThreadResult<T> thread : threadResults) {
      batches.addAll(thread.results());
      threadTime = threadTime.plus(thread.time());
    }
    batches.sort((a, b) -> Integer.compare(a.index(), b.index()));
    return new ScoringThreads<>(
        batches.stream().flatMap(part -> part.results().stream()).toList(), elapsed, threadTime);
  }

  private static <T> List<T> runOnEach(Callable<T> work, int threads) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(Collections.nCopies(threads, work))) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException("scoring was interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
