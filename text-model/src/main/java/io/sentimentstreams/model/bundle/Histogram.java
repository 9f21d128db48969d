package io.sentimentstreams.model.bundle;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Histogram of values.
 *
 * @param upperBounds inclusive upper bound of each bin, ascending; a last bin without upper bound
 *     follows
 * @param counts one more than there are bounds, each at least 0
 */
public record Histogram(List<Double> upperBounds, List<Long> counts) {

  public Histogram {
    upperBounds = List.copyOf(upperBounds);
    counts = List.copyOf(counts);
    if (counts.size() != upperBounds.size() + 1) {
      throw new IllegalArgumentException(
          "a histogram of %d bounds must have %d counts, had %d"
              .formatted(upperBounds.size(), upperBounds.size() + 1, counts.size()));
    }
    for (int i = 1; i < upperBounds.size(); i++) {
      if (!(upperBounds.get(i - 1) < upperBounds.get(i))) {
        throw new IllegalArgumentException("bounds must ascend, were " + upperBounds);
      }
    }
    if (counts.stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("counts must be at least 0, were " + counts);
    }
  }

  /** Counts values. */
  public static Histogram of(List<Double> upperBounds, DoubleStream values) {
    long[] counts = new long[upperBounds.size() + 1];
    values.forEach(
        value -> {
          int bin = 0;
          while (bin < upperBounds.size() && value > upperBounds.get(bin)) {
            bin++;
          }
          counts[bin]++;
        });
    return new Histogram(upperBounds, LongStream.of(counts).boxed().toList());
  }
}
