package io.sentimentstreams.trainer.evaluate;

import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.trainer.data.LabelledText;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Labelled texts with the scores from the scoring path of the streaming application.
 *
 * @param texts labelled texts
 * @param scores scores in the same order
 * @param elapsed wall-clock time of scoring
 * @param threadTime sum of the threads' wall-clock time
 */
public record ScoredTexts(
    List<LabelledText> texts, List<ScoredText> scores, Duration elapsed, Duration threadTime) {

  public ScoredTexts {
    texts = List.copyOf(texts);
    scores = List.copyOf(scores);
  }

  /** Returns the predictions with the true labels. */
  public List<Prediction> predictions() {
    return IntStream.range(0, texts.size())
        .mapToObj(i -> new Prediction(scores.get(i).score(), texts.get(i).positive()))
        .toList();
  }

  /** Returns the mean time per text on one thread in milliseconds. */
  public double millisecondsPerText() {
    return threadTime.toNanos() / 1e6 / texts.size();
  }
}
