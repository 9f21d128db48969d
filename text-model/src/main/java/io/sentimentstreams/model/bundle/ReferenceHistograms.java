package io.sentimentstreams.model.bundle;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What the bundle saw on its validation texts, for comparison with what it meets in production.
 *
 * @param score of P(positive); with more than two labels, of the largest probability
 * @param length of tokens in a text
 * @param outOfVocabularyShare of the share of a text's tokens that the vocabulary does not hold
 */
public record ReferenceHistograms(
    Histogram score, Histogram length, Histogram outOfVocabularyShare) {

  /** Tenths. */
  public static final List<Double> SCORE_BOUNDS =
      IntStream.range(1, 10).mapToObj(tenths -> tenths / 10.0).toList();

  /** Tokens of a text. */
  public static final List<Double> LENGTH_BOUNDS =
      List.of(10.0, 25.0, 50.0, 100.0, 150.0, 200.0, 300.0, 400.0, 600.0, 1000.0);

  /** Shares of a text's tokens. */
  public static final List<Double> SHARE_BOUNDS = List.of(0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5);

  /** Histograms of no text at all. */
  public static ReferenceHistograms empty() {
    return new ReferenceHistograms(
        Histogram.of(SCORE_BOUNDS, DoubleStream.empty()),
        Histogram.of(LENGTH_BOUNDS, DoubleStream.empty()),
        Histogram.of(SHARE_BOUNDS, DoubleStream.empty()));
  }
}
