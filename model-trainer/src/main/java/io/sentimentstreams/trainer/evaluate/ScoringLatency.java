package io.sentimentstreams.trainer.evaluate;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.scoring.TextScorer;
import java.util.Arrays;
import java.util.List;

/**
 * Scoring time per text on one thread after warm-up.
 *
 * @param medianMilliseconds median in milliseconds
 * @param texts number of measured texts
 */
public record ScoringLatency(double medianMilliseconds, int texts) {

  private static final int WARM_UP = 500;

  /**
   * Measures texts one by one on the calling thread.
   *
   * @param texts at least one; some are scored for warm-up before
   */
  public static ScoringLatency of(Bundle bundle, List<String> texts) {
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("No texts to measure. Provide at least one.");
    }
    TextScorer scorer = bundle.newScorer();
    double[] probabilities = new double[scorer.classes()];
    for (int i = 0; i < WARM_UP; i++) {
      scorer.classify(scorer.encode(texts.get(i % texts.size())), probabilities);
    }
    long[] nanos = new long[texts.size()];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      scorer.classify(scorer.encode(texts.get(i)), probabilities);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    int middle = nanos.length / 2;
    double median =
        nanos.length % 2 == 1 ? nanos[middle] : (nanos[middle - 1] + nanos[middle]) / 2.0;
    return new ScoringLatency(median / 1e6, nanos.length);
  }
}
