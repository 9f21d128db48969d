package io.sentimentstreams.trainer.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The receiver operating characteristic: what share of the positive reviews is found for what share
 * of false alarms, as the threshold falls.
 *
 * @param points from (0, 0) to (1, 1); empty where there is one label only
 */
public record Roc(List<Point> points) {

  public Roc {
    points = List.copyOf(points);
  }

  /**
   * What a threshold gives.
   *
   * @param threshold the smallest score that says positive; above every score at first
   * @param falsePositiveRate share of the negative reviews that are said to be positive
   * @param truePositiveRate share of the positive reviews that are
   */
  public record Point(double threshold, double falsePositiveRate, double truePositiveRate) {}

  /** The curve of all thresholds that give something else; equal scores fall together. */
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
    int found = 0;
    for (int i = 0; i < sorted.size(); i++) {
      found += sorted.get(i).positive() ? 1 : 0;
      if (i + 1 == sorted.size() || sorted.get(i + 1).score() != sorted.get(i).score()) {
        points.add(
            new Point(sorted.get(i).score(), (i + 1 - found) / negatives, found / positives));
      }
    }
    return new Roc(points);
  }

  /**
   * The curve with fewer points, evenly spread along it, both ends kept.
   *
   * @param most how many points there may be, at least 2
   */
  public Roc thinned(int most) {
    if (points.size() <= most) {
      return this;
    }
    List<Point> kept = new ArrayList<>();
    kept.add(points.get(0));
    for (int i = 1; i < points.size() - 1; i++) {
      // Along the curve both rates grow by 2 in all, so steep and flat parts get their share.
      double length = points.get(i).falsePositiveRate() + points.get(i).truePositiveRate();
      if (length >= 2.0 * kept.size() / (most - 1)) {
        kept.add(points.get(i));
      }
    }
    kept.add(points.get(points.size() - 1));
    return new Roc(kept);
  }
}
