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
 * What became of texts on several threads, with a scorer for each.
 *
 * @param results in the order of the texts
 * @param elapsed from the first text to the last one
 * @param threadTime of all threads together
 * @param <T> what a scorer gives
 */
record ScoringThreads<T>(List<T> results, Duration elapsed, Duration threadTime) {

  /** Texts that one thread takes at once; enough for each to stand beside others of its length. */
  private static final int BATCH = 256;

  /** What was given to some texts, and the place of the first one. */
  private record Placed<T>(int place, List<T> results) {}

  /** What one thread did. */
  private record Share<T>(List<Placed<T>> results, Duration time) {}

  /**
   * Runs texts through a bundle's scorers. The results do not depend on how many threads there are.
   *
   * @param threads at least 1
   * @param scoring gives each of some texts its result, which is the one that it gets alone
   */
  static <T> ScoringThreads<T> of(
      Bundle bundle,
      List<String> texts,
      int threads,
      BiFunction<TextScorer, List<String>, List<T>> scoring) {
    AtomicInteger next = new AtomicInteger();
    int batch = Math.max(1, Math.min(BATCH, texts.size() / threads));
    Callable<Share<T>> work =
        () -> {
          TextScorer scorer = bundle.newScorer();
          List<Placed<T>> results = new ArrayList<>();
          long start = System.nanoTime();
          for (int i = next.getAndAdd(batch); i < texts.size(); i = next.getAndAdd(batch)) {
            List<String> some = texts.subList(i, Math.min(i + batch, texts.size()));
            results.add(new Placed<>(i, scoring.apply(scorer, some)));
          }
          return new Share<>(results, Duration.ofNanos(System.nanoTime() - start));
        };
    long start = System.nanoTime();
    List<Share<T>> shares = runOnEach(work, threads);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    List<Placed<T>> placed = new ArrayList<>();
    Duration threadTime = Duration.ZERO;
    for (Share<T> share : shares) {
      placed.addAll(share.results());
      threadTime = threadTime.plus(share.time());
    }
    placed.sort((a, b) -> Integer.compare(a.place(), b.place()));
    return new ScoringThreads<>(
        placed.stream().flatMap(some -> some.results().stream()).toList(), elapsed, threadTime);
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
