package io.sentimentstreams.trainer.report;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.scoring.ClassifiedText;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Histogram of two groups of texts with bins of equal width; the last bin includes all larger
 * values. The groups are the two labels of a model; with more labels, the texts that it labels
 * wrongly and correctly.
 *
 * @param bins formatted lower bounds of the bins
 * @param groups names of the groups
 * @param first number of texts of the first group per bin
 * @param second number of texts of the second group per bin
 */
record GroupedCounts(
    List<String> bins, List<String> groups, List<Integer> first, List<Integer> second) {

  private static final int BINS = 20;

  /**
   * Returns the histogram of scores: P(positive) of two labels, otherwise the largest probability.
   */
  static GroupedCounts scores(Manifest manifest, ClassifiedTexts texts) {
    return of(
        manifest,
        texts,
        1.0 / BINS,
        "%.2f",
        each -> each.probabilities().get(isBinary(manifest) ? 1 : each.best()));
  }

  /** Returns the histogram of lengths in tokens before truncation. */
  static GroupedCounts lengths(Manifest manifest, ClassifiedTexts texts) {
    int[] lengths = texts.classified().stream().mapToInt(ClassifiedText::tokens).sorted().toArray();
    int percentile98 = lengths[(int) (0.98 * (lengths.length - 1))];
    return of(manifest, texts, width(percentile98), "%.0f", ClassifiedText::tokens);
  }

  private static boolean isBinary(Manifest manifest) {
    return manifest.task() == Task.BINARY;
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

  private static GroupedCounts of(
      Manifest manifest,
      ClassifiedTexts texts,
      double width,
      String format,
      ToDoubleFunction<ClassifiedText> value) {
    int[] first = new int[BINS];
    int[] second = new int[BINS];
    for (int i = 0; i < texts.texts().size(); i++) {
      ClassifiedText classified = texts.classified().get(i);
      int label = texts.texts().get(i).label();
      boolean inSecond = isBinary(manifest) ? label == 1 : classified.best() == label;
      int bin = (int) (value.applyAsDouble(classified) / width);
      (inSecond ? second : first)[Math.min(bin, BINS - 1)]++;
    }
    List<String> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      bins.add(String.format(Locale.ROOT, format, i * width));
    }
    return new GroupedCounts(
        bins,
        isBinary(manifest) ? manifest.labels() : List.of("wrong", "correct"),
        Arrays.stream(first).boxed().toList(),
        Arrays.stream(second).boxed().toList());
  }
}
