package io.sentimentstreams.model.bundle;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Distributions over the validation texts, for comparison with production.
 *
 * @param score P(positive); with more than two labels, the largest probability
 * @param length number of tokens in a text
 * @param outOfVocabularyShare proportion of a text's tokens that are not in the vocabulary
 */
public record ReferenceHistograms(
    Histogram score, Histogram length, Histogram outOfVocabularyShare) {

  /** Bounds of scores: tenths. */
  public static final List<Double> SCORE_BOUNDS =
      IntStream.range(1, 10).mapToObj(tenths -> tenths / 10.0).toList();

  /** Bounds of lengths, in tokens. */
  public static final List<Double> LENGTH_BOUNDS =
      List.of(10.0, 25.0, 50.0, 100.0, 150.0, 200.0, 300.0, 400.0, 600.0, 1000.0);

  /** Bounds of the proportion of a text's tokens. */
  public static final List<Double> SHARE_BOUNDS = List.of(0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5);

  /** Returns histograms without any text. */
  public static ReferenceHistograms empty() {
    return new ReferenceHistograms(
        Histogram.of(SCORE_BOUNDS, DoubleStream.empty()),
        Histogram.of(LENGTH_BOUNDS, DoubleStream.empty()),
        Histogram.of(SHARE_BOUNDS, DoubleStream.empty()));
  }
}
