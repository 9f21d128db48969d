package io.sentimentstreams.trainer.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Receiver operating characteristic: true positive rate by false positive rate for decreasing
 * thresholds.
 *
 * @param points from (0, 0) to (1, 1); empty if the data has only one label
 */
public record Roc(List<Point> points) {

  public Roc {
    points = List.copyOf(points);
  }

  /**
   * Rates at one threshold.
   *
   * @param threshold smallest score of a positive decision; infinite for the first point
   * @param falsePositiveRate share of negative reviews with a positive decision
   * @param truePositiveRate share of positive reviews with a positive decision
   */
  public record Point(double threshold, double falsePositiveRate, double truePositiveRate) {}

  /** Computes the curve with one point per distinct score. */
  public static Roc of(List<Prediction> predictions) {
    List<Prediction> sorted =
        predictions.stream()
            .sorted(Comparator.comparingDouble(Prediction::score).reversed())
            .toList();
    double positives = sorted.stream().filter(Prediction::positive).count();
    double negatives = sorted.size() - positives;
    if (positives == 0 || negatives == 0) {
      return new Roc(List.of());
    }
    List<Point> points = new ArrayList<>();
    points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
    int truePositives = 0;
    for (int i = 0; i < sorted.size(); i++) {
      truePositives += sorted.get(i).positive() ? 1 : 0;
      if (i + 1 == sorted.size() || sorted.get(i + 1).score() != sorted.get(i).score()) {
        points.add(
            new Point(
                sorted.get(i).score(),
                (i + 1 - truePositives) / negatives,
                truePositives / positives));
      }
    }
    return new Roc(points);
  }

  /** Returns the area under the curve, 0 to 1; 0 without points. */
  public double area() {
    double sum = 0;
    for (int i = 1; i < points.size(); i++) {
      Point before = points.get(i - 1);
      Point point = points.get(i);
      sum +=
          (point.falsePositiveRate() - before.falsePositiveRate())
              * (point.truePositiveRate() + before.truePositiveRate())
              / 2;
    }
    return sum;
  }

  /**
   * Returns the true positive rate at a false positive rate, the highest one on a steep part.
   *
   * @param falsePositiveRate 0 to 1
   */
  double truePositiveRate(double falsePositiveRate) {
    for (int i = points.size() - 1; i > 0; i--) {
      Point left = points.get(i - 1);
      Point right = points.get(i);
      if (left.falsePositiveRate() <= falsePositiveRate) {
        double width = right.falsePositiveRate() - left.falsePositiveRate();
        double part =
            width == 0 ? 1 : Math.min(1, (falsePositiveRate - left.falsePositiveRate()) / width);
        return left.truePositiveRate()
            + part * (right.truePositiveRate() - left.truePositiveRate());
      }
    }
    return 0;
  }

  /**
   * Returns the curve with fewer points, spread evenly along it, including both end points.
   *
   * @param maxPoints maximum number of points, at least 2
   */
  public Roc thinned(int maxPoints) {
    if (points.size() <= maxPoints) {
      return this;
    }
    List<Point> kept = new ArrayList<>();
    kept.add(points.get(0));
    for (int i = 1; i < points.size() - 1; i++) {
      // The sum of both rates grows from 0 to 2 along the curve, in steep and flat parts alike.
      double length = points.get(i).falsePositiveRate() + points.get(i).truePositiveRate();
      if (length >= 2.0 * kept.size() / (maxPoints - 1)) {
        kept.add(points.get(i));
      }
    }
    kept.add(points.get(points.size() - 1));
    return new Roc(kept);
  }
}
