package io.sentimentstreams.evaluate;

import io.sentimentstreams.bundle.Bundle;
import io.sentimentstreams.scoring.ScoredText;
import io.sentimentstreams.scoring.TextScorer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the service's own forward pass says of texts.
 *
 * @param scores in the order of the texts
 * @param elapsed from the first score to the last one
 * @param threadTime of all threads together
 */
public record BundleScores(List<ScoredText> scores, Duration elapsed, Duration threadTime) {

  /** Texts that one thread takes at once; enough for each to stand beside others of its length. */
  private static final int BATCH = 256;

  public BundleScores {
    scores = List.copyOf(scores);
  }

  /**
   * Scores texts on several threads, with a scorer for each that takes many texts at once. The
   * scores do not depend on how many threads there are, and are those that the texts get alone.
   *
   * @param threads at least 1
   */
  public static BundleScores of(Bundle bundle, List<String> texts, int threads) {
    ScoredText[] scores = new ScoredText[texts.size()];
    AtomicInteger next = new AtomicInteger();
    int batch = Math.max(1, Math.min(BATCH, texts.size() / threads));
    Callable<Duration> work =
        () -> {
          TextScorer scorer = bundle.newScorer();
          long start = System.nanoTime();
          for (int i = next.getAndAdd(batch); i < scores.length; i = next.getAndAdd(batch)) {
            List<String> some = texts.subList(i, Math.min(i + batch, scores.length));
            List<ScoredText> scored = scorer.scoreAll(some);
            for (int k = 0; k < scored.size(); k++) {
              scores[i + k] = scored.get(k);
            }
          }
          return Duration.ofNanos(System.nanoTime() - start);
        };
    long start = System.nanoTime();
    Duration threadTime = runOnEach(work, threads);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    return new BundleScores(List.of(scores), elapsed, threadTime);
  }

  private static Duration runOnEach(Callable<Duration> work, int threads) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Duration>> copies = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        copies.add(work);
      }
      Duration sum = Duration.ZERO;
      for (Future<Duration> future : pool.invokeAll(copies)) {
        sum = sum.plus(future.get());
      }
      return sum;
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
