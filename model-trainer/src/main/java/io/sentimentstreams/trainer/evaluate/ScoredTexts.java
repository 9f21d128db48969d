package io.sentimentstreams.trainer.evaluate;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.trainer.data.LabelledText;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Labelled texts with what the service's own forward pass says of them.
 *
 * @param texts what was scored
 * @param scores what came out, in the same order
 * @param elapsed from the first score to the last one
 * @param threadTime of all threads together
 */
public record ScoredTexts(
    List<LabelledText> texts, List<ScoredText> scores, Duration elapsed, Duration threadTime) {

  public ScoredTexts {
    texts = List.copyOf(texts);
    scores = List.copyOf(scores);
  }

  /**
   * Scores texts on several threads, with a scorer for each. The scores do not depend on how many
   * there are.
   *
   * @param threads at least 1
   */
  public static ScoredTexts of(Bundle bundle, List<LabelledText> texts, int threads) {
    BundleScores scored =
        BundleScores.of(bundle, texts.stream().map(LabelledText::text).toList(), threads);
    return new ScoredTexts(texts, scored.scores(), scored.elapsed(), scored.threadTime());
  }

  /** Scores beside truths. */
  public List<Prediction> predictions() {
    return IntStream.range(0, texts.size())
        .mapToObj(i -> new Prediction(scores.get(i).score(), texts.get(i).positive()))
        .toList();
  }

  /** What one text costs one thread, in the mean, in milliseconds. */
  public double millisecondsPerText() {
    return threadTime.toNanos() / 1e6 / texts.size();
  }
}
