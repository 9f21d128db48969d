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

  public BundleScores {
    scores = List.copyOf(scores);
  }

  /**
   * Scores texts on several threads, with a scorer for each. The scores do not depend on how many
   * there are.
   *
   * @param threads at least 1
   */
  public static BundleScores of(Bundle bundle, List<String> texts, int threads) {
    ScoredText[] scores = new ScoredText[texts.size()];
    AtomicInteger next = new AtomicInteger();
    Callable<Duration> work =
        () -> {
          TextScorer scorer = bundle.newScorer();
          long start = System.nanoTime();
          for (int i = next.getAndIncrement(); i < scores.length; i = next.getAndIncrement()) {
            scores[i] = scorer.score(texts.get(i));
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
