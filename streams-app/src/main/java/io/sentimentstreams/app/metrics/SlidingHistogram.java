package io.sentimentstreams.app.metrics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * Counts values between bounds over the last while. The window moves on in slices, so that what is
 * counted is at most one slice older or younger than asked for. Thread-safe; recording allocates
 * nothing but the slice that a new time begins with.
 */
final class SlidingHistogram {

  private final double[] upperBounds;
  private final long sliceMillis;
  private final LongSupplier wallMillis;
  private final Slice[] ring;

  /** What was counted from {@code number * sliceMillis} on, for a slice's length. */
  private record Slice(long number, AtomicLongArray counts) {}

  /**
   * An empty one.
   *
   * @param upperBounds the largest value of each bin, ascending; a last bin without bound follows
   * @param window how far it looks back, at least a millisecond a slice
   * @param slices in how many parts it moves on, at least 1
   * @param wallMillis the time in milliseconds since 1970
   */
  SlidingHistogram(List<Double> upperBounds, Duration window, int slices, LongSupplier wallMillis) {
    this.upperBounds = upperBounds.stream().mapToDouble(Double::doubleValue).toArray();
    this.wallMillis = wallMillis;
    sliceMillis = window.toMillis() / slices;
    if (slices < 1 || sliceMillis < 1) {
      throw new IllegalArgumentException(
          "a window of %s cannot be cut into %d slices".formatted(window, slices));
    }
    ring = new Slice[slices];
    for (int i = 0; i < slices; i++) {
      ring[i] = empty(-1);
    }
  }

  /** Counts a value now. */
  void record(double value) {
    int bin = 0;
    while (bin < upperBounds.length && value > upperBounds[bin]) {
      bin++;
    }
    slice(wallMillis.getAsLong() / sliceMillis).counts().incrementAndGet(bin);
  }

  /** How many values each bin has got within the window; one more than there are bounds. */
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
