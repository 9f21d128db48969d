package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Distributions over the validation texts, for comparison with production.
 *
 * @param score P(positive); with more than two labels, the largest probability
 * @param length number of tokens in a text
 * @param outOfVocabularyShare proportion of a text's tokens that are not in the vocabulary
 * @param labels number of texts by the label that the model gave them, in the order of its labels,
 *     without those that it gave none; empty if not measured
 */
public record ReferenceHistograms(
    Histogram score,
    Histogram length,
    Histogram outOfVocabularyShare,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Long> labels) {

  /** Bounds of scores: tenths. */
  public static final List<Double> SCORE_BOUNDS =
      IntStream.range(1, 10).mapToObj(tenths -> tenths / 10.0).toList();

  /** Bounds of lengths, in tokens. */
  public static final List<Double> LENGTH_BOUNDS =
      List.of(10.0, 25.0, 50.0, 100.0, 150.0, 200.0, 300.0, 400.0, 600.0, 1000.0);

  /** Bounds of the proportion of a text's tokens. */
  public static final List<Double> SHARE_BOUNDS = List.of(0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5);

  public ReferenceHistograms {
    labels = List.copyOf(labels);
    if (labels.stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("counts of labels must be at least 0, were " + labels);
    }
  }

  /** Creates histograms without counts of labels. */
  public ReferenceHistograms(Histogram score, Histogram length, Histogram outOfVocabularyShare) {
    this(score, length, outOfVocabularyShare, List.of());
  }

  /** Returns these histograms with the number of texts of each label, in the model's order. */
  public ReferenceHistograms withLabels(List<Long> counts) {
    return new ReferenceHistograms(score, length, outOfVocabularyShare, counts);
  }

  /** Returns histograms without any text. */
  public static ReferenceHistograms empty() {
    return new ReferenceHistograms(
        Histogram.of(SCORE_BOUNDS, DoubleStream.empty()),
        Histogram.of(LENGTH_BOUNDS, DoubleStream.empty()),
        Histogram.of(SHARE_BOUNDS, DoubleStream.empty()));
  }
}
