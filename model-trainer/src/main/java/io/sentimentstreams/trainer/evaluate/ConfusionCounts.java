package io.sentimentstreams.trainer.evaluate;

import io.sentimentstreams.model.bundle.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Confusion matrix of a model with any number of labels. The predicted label is the one that the
 * model prefers, whether it abstains or not.
 *
 * @param labels names, in the order of the model
 * @param counts number of texts by true label (rows) and predicted label (columns)
 */
public record ConfusionCounts(List<String> labels, List<List<Integer>> counts) {

  public ConfusionCounts {
    labels = List.copyOf(labels);
    counts = counts.stream().map(List::copyOf).toList();
  }

  /**
   * A kind of error.
   *
   * @param actual index of the true label
   * @param predicted index of the predicted label
   * @param count number of texts
   * @param share share of the texts with the true label, 0 to 1
   */
  public record Confusion(int actual, int predicted, int count, double share) {}

  /** Counts the decisions of a bundle on texts. */
  public static ConfusionCounts of(Manifest manifest, ClassifiedTexts texts) {
    TextDecider decider = new TextDecider(manifest);
    int[][] counts = new int[manifest.labels().size()][manifest.labels().size()];
    for (int i = 0; i < texts.texts().size(); i++) {
      counts[texts.texts().get(i).label()][decider.preferred(texts.classified().get(i))]++;
    }
    List<List<Integer>> rows = new ArrayList<>();
    for (int[] row : counts) {
      rows.add(IntStream.of(row).boxed().toList());
    }
    return new ConfusionCounts(manifest.labels(), rows);
  }

  /** Returns the number of texts with a true label. */
  public int examples(int label) {
    return counts.get(label).stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Returns the share of the texts with a true label that have a predicted one; 0 without texts.
   */
  public double share(int actual, int predicted) {
    int all = examples(actual);
    return all == 0 ? 0 : (double) counts.get(actual).get(predicted) / all;
  }

  /** Returns the most frequent errors, in descending order. */
  public List<Confusion> largest(int limit) {
    List<Confusion> errors = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      for (int j = 0; j < labels.size(); j++) {
        if (i != j && counts.get(i).get(j) > 0) {
          errors.add(new Confusion(i, j, counts.get(i).get(j), share(i, j)));
        }
      }
    }
    return errors.stream()
        .sorted(
            Comparator.comparingInt(Confusion::count)
                .thenComparingDouble(Confusion::share)
                .reversed())
        .limit(limit)
        .toList();
  }

  /** Returns the metrics of each label, in the order of the model. */
  public List<LabelMeasures> measures() {
    return IntStream.range(0, labels.size())
        .mapToObj(
            i ->
                LabelMeasures.of(
                    labels.get(i),
                    counts.get(i).get(i),
                    counts.stream().mapToInt(row -> row.get(i)).sum(),
                    examples(i)))
        .toList();
  }

  /** Returns the matrix of the labels with the most texts, in the order of the model. */
  public ConfusionCounts limitedTo(int limit) {
    if (labels.size() <= limit) {
      return this;
    }
    List<Integer> kept =
        IntStream.range(0, labels.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> -examples(i)))
            .limit(limit)
            .sorted()
            .toList();
    return new ConfusionCounts(
        kept.stream().map(labels::get).toList(),
        kept.stream().map(i -> kept.stream().map(counts.get(i)::get).toList()).toList());
  }
}
