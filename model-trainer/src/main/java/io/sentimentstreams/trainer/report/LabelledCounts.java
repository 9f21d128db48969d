package io.sentimentstreams.trainer.report;

import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.trainer.evaluate.ScoredTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How many texts of each label fell into bins of equal width; the last bin takes all that is
 * larger.
 *
 * @param bins where each bin begins, for people
 * @param labels what the two labels are called: negative, positive
 * @param negative counts of negative texts
 * @param positive counts of positive texts
 */
record LabelledCounts(
    List<String> bins, List<String> labels, List<Integer> negative, List<Integer> positive) {

  private static final int BINS = 20;

  /** How the scores are spread. */
  static LabelledCounts scores(ScoredTexts scored, List<String> labels) {
    return of(scored, labels, 1.0 / BINS, "%.2f", ScoredText::score);
  }

  /** How the lengths are spread, in tokens before any cut. */
  static LabelledCounts lengths(ScoredTexts scored, List<String> labels) {
    int[] lengths = scored.scores().stream().mapToInt(ScoredText::tokens).sorted().toArray();
    int nearlyAll = lengths[(int) (0.98 * (lengths.length - 1))];
    return of(scored, labels, width(nearlyAll), "%.0f", ScoredText::tokens);
  }

  /** A round number that covers a length in as many bins as there are. */
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
