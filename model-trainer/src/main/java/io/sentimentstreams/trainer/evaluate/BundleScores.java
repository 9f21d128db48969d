package io.sentimentstreams.trainer.evaluate;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.model.scoring.TextScorer;
import java.time.Duration;
import java.util.List;

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
   * Scores texts on several threads, with a scorer for each that takes many texts at once. The
   * scores do not depend on how many threads there are, and are those that the texts get alone.
   *
   * @param bundle tells two labels apart
   * @param threads at least 1
   */
  public static BundleScores of(Bundle bundle, List<String> texts, int threads) {
    ScoringThreads<ScoredText> scored =
        ScoringThreads.of(bundle, texts, threads, TextScorer::scoreAll);
    return new BundleScores(scored.results(), scored.elapsed(), scored.threadTime());
  }
}
