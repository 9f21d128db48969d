package io.sentimentstreams.trainer.report;

import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.trainer.evaluate.ScoredTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Histogram by label with bins of equal width; the last bin includes all larger values.
 *
 * @param bins formatted lower bounds of the bins
 * @param labels names of the negative and the positive label
 * @param negative number of negative texts per bin
 * @param positive number of positive texts per bin
 */
record LabelledCounts(
    List<String> bins, List<String> labels, List<Integer> negative, List<Integer> positive) {

  private static final int BINS = 20;

  /** Returns the histogram of scores. */
  static LabelledCounts scores(ScoredTexts scored, List<String> labels) {
    return of(scored, labels, 1.0 / BINS, "%.2f", ScoredText::score);
  }

  /** Returns the histogram of lengths in tokens before truncation. */
  static LabelledCounts lengths(ScoredTexts scored, List<String> labels) {
    int[] lengths = scored.scores().stream().mapToInt(ScoredText::tokens).sorted().toArray();
    int percentile98 = lengths[(int) (0.98 * (lengths.length - 1))];
    return of(scored, labels, width(percentile98), "%.0f", ScoredText::tokens);
  }

  /** Returns a round bin width with which all bins together cover a length. */
  private static double width(int length) {
    double width = 1;
    for (int step = 1; width * BINS < length; step++) {
      int power = step / 3;
      width = new int[] {1, 2, 5}[step % 3] * Math.pow(10, power);
    }
    return width;
  }

  private static LabelledCounts of(
      ScoredTexts scored,
      List<String> labels,
      double width,
      String format,
      ToDoubleFunction<ScoredText> value) {
    int[] negative = new int[BINS];
    int[] positive = new int[BINS];
    for (int i = 0; i < scored.texts().size(); i++) {
      int bin = (int) (value.applyAsDouble(scored.scores().get(i)) / width);
      int[] counts = scored.texts().get(i).positive() ? positive : negative;
      counts[Math.min(bin, BINS - 1)]++;
    }
    List<String> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      bins.add(String.format(Locale.ROOT, format, i * width));
    }
    return new LabelledCounts(
        bins,
        labels,
        Arrays.stream(negative).boxed().toList(),
        Arrays.stream(positive).boxed().toList());
  }
}
