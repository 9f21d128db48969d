package io.sentimentstreams.trainer.evaluate;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.scoring.ClassifiedText;
import io.sentimentstreams.trainer.data.LabelledText;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Labelled texts with the probability that the service's own forward pass gives each label.
 *
 * @param texts what was classified
 * @param classified what came out, in the same order
 * @param elapsed from the first text to the last one
 * @param threadTime of all threads together
 */
public record ClassifiedTexts(
    List<LabelledText> texts,
    List<ClassifiedText> classified,
    Duration elapsed,
    Duration threadTime) {

  public ClassifiedTexts {
    texts = List.copyOf(texts);
    classified = List.copyOf(classified);
  }

  /**
   * Classifies texts on several threads, with a scorer for each. The results do not depend on how
   * many there are.
   *
   * @param threads at least 1
   */
  public static ClassifiedTexts of(Bundle bundle, List<LabelledText> texts, int threads) {
    ScoringThreads<ClassifiedText> classified =
        ScoringThreads.of(
            bundle,
            texts.stream().map(LabelledText::text).toList(),
            threads,
            (scorer, some) -> some.stream().map(scorer::classify).toList());
    return new ClassifiedTexts(
        texts, classified.results(), classified.elapsed(), classified.threadTime());
  }

  /** Probabilities beside truths. */
  public List<ClassPrediction> predictions() {
    return IntStream.range(0, texts.size())
        .mapToObj(i -> new ClassPrediction(classified.get(i).probabilities(), texts.get(i).label()))
        .toList();
  }

  /** What one text costs one thread, in the mean, in milliseconds. */
  public double millisecondsPerText() {
    return threadTime.toNanos() / 1e6 / texts.size();
  }
}
