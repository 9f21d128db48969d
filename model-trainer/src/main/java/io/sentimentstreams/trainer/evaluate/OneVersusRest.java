package io.sentimentstreams.trainer.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * ROC curves of each label against the rest, and their averages.
 *
 * @param curves one per label; without points if the data has no or only texts with the label
 * @param micro curve of all pairs of a text and a label together
 * @param macro mean true positive rate of the labels at each false positive rate
 */
public record OneVersusRest(List<Roc> curves, Roc micro, Roc macro) {

  private static final int GRID = 200;

  public OneVersusRest {
    curves = List.copyOf(curves);
  }

  /**
   * Computes the curves.
   *
   * @param predictions at least one
   */
  public static OneVersusRest of(List<ClassPrediction> predictions) {
    int classes = predictions.get(0).probabilities().size();
    List<Roc> curves = new ArrayList<>();
    List<Prediction> all = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      int label = i;
      List<Prediction> one =
          predictions.stream()
              .map(each -> new Prediction(each.probabilities().get(label), each.label() == label))
              .toList();
      curves.add(Roc.of(one));
      all.addAll(one);
    }
    return new OneVersusRest(curves, Roc.of(all), macro(curves));
  }

  private static Roc macro(List<Roc> curves) {
    List<Roc> defined = curves.stream().filter(curve -> !curve.points().isEmpty()).toList();
    if (defined.isEmpty()) {
      return new Roc(List.of());
    }
    List<Roc.Point> points = new ArrayList<>();
    points.add(new Roc.Point(Double.NaN, 0, 0));
    for (int i = 0; i <= GRID; i++) {
      double rate = (double) i / GRID;
      double mean =
          defined.stream().mapToDouble(curve -> curve.truePositiveRate(rate)).average().orElse(0);
      points.add(new Roc.Point(Double.NaN, rate, mean));
    }
    return new Roc(points);
  }

  /** Returns the indices of the labels with a curve, the smallest area first. */
  public List<Integer> worst(int limit) {
    return IntStream.range(0, curves.size())
        .boxed()
        .filter(i -> !curves.get(i).points().isEmpty())
        .sorted(Comparator.comparingDouble(i -> curves.get(i).area()))
        .limit(limit)
        .toList();
  }
}
