package io.sentimentstreams.app.metrics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * A histogram of the values of a sliding window. The window moves in slices, so its length is exact
 * to one slice. Thread-safe; recording allocates only when a new slice starts.
 */
final class SlidingHistogram {

  private final double[] upperBounds;
  private final long sliceMillis;
  private final LongSupplier wallMillis;
  private final Slice[] ring;

  /** The counts of one slice, which starts at {@code number * sliceMillis}. */
  private record Slice(long number, AtomicLongArray counts) {}

  /**
   * Creates an empty histogram.
   *
   * @param upperBounds inclusive bound of each bin, ascending; a last bin without bound follows
   * @param window its length, at least one millisecond per slice
   * @param slices number of slices, at least 1
   * @param wallMillis the time in milliseconds since 1970
   */
  SlidingHistogram(List<Double> upperBounds, Duration window, int slices, LongSupplier wallMillis) {
    this.upperBounds = upperBounds.stream().mapToDouble(Double::doubleValue).toArray();
    this.wallMillis = wallMillis;
    sliceMillis = window.toMillis() / slices;
    if (slices < 1 || sliceMillis < 1) {
      throw new IllegalArgumentException(
          "A window of %s cannot have %d slices.".formatted(window, slices));
    }
    ring = new Slice[slices];
    for (int i = 0; i < slices; i++) {
      ring[i] = empty(-1);
    }
  }

  /** Counts a value. */
  void record(double value) {
    int bin = 0;
    while (bin < upperBounds.length && value > upperBounds[bin]) {
      bin++;
    }
    slice(wallMillis.getAsLong() / sliceMillis).counts().incrementAndGet(bin);
  }

  /** Returns the count of each bin within the window; one more bin than bounds. */
  long[] counts() {
    long newest = wallMillis.getAsLong() / sliceMillis;
    long[] sum = new long[upperBounds.length + 1];
    synchronized (ring) {
      for (Slice slice : ring) {
        if (slice.number() > newest - ring.length && slice.number() <= newest) {
          for (int bin = 0; bin < sum.length; bin++) {
            sum[bin] += slice.counts().get(bin);
          }
        }
      }
    }
    return sum;
  }

  private Slice slice(long number) {
    int place = (int) (number % ring.length);
    synchronized (ring) {
      if (ring[place].number() != number) {
        ring[place] = empty(number);
      }
      return ring[place];
    }
  }

  private Slice empty(long number) {
    return new Slice(number, new AtomicLongArray(upperBounds.length + 1));
  }
}
