package io.sentimentstreams.system.monitoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A bucket of a histogram without the counts of lower buckets, as in Grafana's heat maps.
 *
 * @param bound upper bound of the bucket
 * @param counts counts by time in seconds since 1970
 */
record HeatmapBucket(double bound, Map<Double, Double> counts) {

  /** Returns the differences of cumulative buckets. */
  static List<HeatmapBucket> of(List<Series> cumulative) {
    List<Series> ascending =
        cumulative.stream().sorted(Comparator.comparingDouble(HeatmapBucket::bound)).toList();
    List<HeatmapBucket> parted = new ArrayList<>();
    Map<Double, Double> below = new TreeMap<>();
    for (Series bucket : ascending) {
      Map<Double, Double> counts = new TreeMap<>();
      for (Series.Point point : bucket.points()) {
        double before = below.getOrDefault(point.seconds(), 0.0);
        counts.put(point.seconds(), Math.max(0, point.value() - before));
        below.put(point.seconds(), point.value());
      }
      parted.add(new HeatmapBucket(bound(bucket), counts));
    }
    return parted;
  }

  /** Returns the largest count, or 0 if there is none. */
  double highest() {
    return counts.values().stream()
        .mapToDouble(Double::doubleValue)
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  private static double bound(Series bucket) {
    String bound = bucket.labels().getOrDefault("le", "+Inf");
    return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
  }
}
