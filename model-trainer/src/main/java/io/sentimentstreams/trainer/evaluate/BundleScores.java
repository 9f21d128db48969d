package io.sentimentstreams.trainer.evaluate;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.model.scoring.TextScorer;
import java.time.Duration;
import java.util.List;

/**
 * Scores of texts from the scoring path of the streaming application.
 *
 * @param scores in the order of the texts
 * @param elapsed wall-clock time of scoring
 * @param threadTime sum of the threads' wall-clock time
 */
public record BundleScores(List<ScoredText> scores, Duration elapsed, Duration threadTime) {

  public BundleScores {
    scores = List.copyOf(scores);
  }

  /**
   * Scores texts in batches on several threads. The scores depend neither on the number of threads
   * nor on the batches.
   *
   * @param bundle a bundle with two labels
   * @param threads at least 1
   */
  public static BundleScores of(Bundle bundle, List<String> texts, int threads) {
    ScoringThreads<ScoredText> scored =
        ScoringThreads.of(bundle, texts, threads, TextScorer::scoreAll);
    return new BundleScores(scored.results(), scored.elapsed(), scored.threadTime());
  }
}
