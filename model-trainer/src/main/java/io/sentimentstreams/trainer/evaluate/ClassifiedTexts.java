package io.sentimentstreams.trainer.evaluate;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.scoring.ClassifiedText;
import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.trainer.data.LabelledText;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Labelled texts with the probabilities from the scoring path of the streaming application.
 *
 * @param texts labelled texts
 * @param classified results in the same order
 * @param elapsed wall-clock time of scoring
 * @param threadTime sum of the threads' wall-clock time
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
   * Classifies texts in batches on several threads. The results do not depend on the number of
   * threads.
   *
   * @param threads at least 1
   */
  public static ClassifiedTexts of(Bundle bundle, List<LabelledText> texts, int threads) {
    ScoringThreads<ClassifiedText> classified =
        threads(bundle, texts.stream().map(LabelledText::text).toList(), threads);
    return new ClassifiedTexts(
        texts, classified.results(), classified.elapsed(), classified.threadTime());
  }

  /**
   * Classifies texts without labels.
   *
   * @param threads at least 1
   * @return results in the order of the texts
   */
  public static List<ClassifiedText> classify(Bundle bundle, List<String> texts, int threads) {
    return threads(bundle, texts, threads).results();
  }

  private static ScoringThreads<ClassifiedText> threads(
      Bundle bundle, List<String> texts, int threads) {
    return ScoringThreads.of(bundle, texts, threads, TextScorer::classifyAll);
  }

  /** Returns the predictions with the true labels. */
  public List<ClassPrediction> predictions() {
    return IntStream.range(0, texts.size())
        .mapToObj(i -> new ClassPrediction(classified.get(i).probabilities(), texts.get(i).label()))
        .toList();
  }

  /** Returns the same texts with P(positive), for a bundle with two labels. */
  public ScoredTexts scored() {
    return new ScoredTexts(
        texts,
        classified.stream()
            .map(
                each ->
                    new ScoredText(
                        each.probabilities().get(1),
                        each.tokens(),
                        each.outOfVocabulary(),
                        each.truncated()))
            .toList(),
        elapsed,
        threadTime);
  }

  /** Returns the mean time per text on one thread in milliseconds. */
  public double millisecondsPerText() {
    return threadTime.toNanos() / 1e6 / texts.size();
  }
}
