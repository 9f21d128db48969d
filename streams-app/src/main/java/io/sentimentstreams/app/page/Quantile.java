package io.sentimentstreams.app.page;

import io.sentimentstreams.model.bundle.Histogram;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Quantiles estimated from a histogram like Prometheus' {@code histogram_quantile}: linear within a
 * bin; values of the last bin count as its lower bound.
 */
final class Quantile {

  private Quantile() {}

  /**
   * Returns a quantile.
   *
   * @param histogram of values of at least 0
   * @param share 0 to 1
   * @return empty if the histogram has no values
   */
  static OptionalDouble of(Histogram histogram, double share) {
    List<Long> counts = histogram.counts();
    List<Double> bounds = histogram.upperBounds();
    long all = counts.stream().mapToLong(Long::longValue).sum();
    if (all == 0) {
      return OptionalDouble.empty();
    }
    double rank = share * all;
    long below = 0;
    for (int bin = 0; bin < bounds.size(); bin++) {
      long count = counts.get(bin);
      if (count > 0 && below + count >= rank) {
        double lower = bin == 0 ? 0 : bounds.get(bin - 1);
        return OptionalDouble.of(lower + (bounds.get(bin) - lower) * (rank - below) / count);
      }
      below += count;
    }
    return OptionalDouble.of(bounds.isEmpty() ? 0 : bounds.get(bounds.size() - 1));
  }
}
