package io.sentimentstreams.system.faults;

import java.time.Duration;
import java.util.Locale;

/**
 * A measurement during an overload.
 *
 * @param at time since the start
 * @param published number of published reviews
 * @param answered number of answered reviews
 * @param lag consumer lag that the application reports, in records
 * @param liveHeap live heap of the application, in bytes
 */
record OverloadSample(Duration at, long published, long answered, double lag, long liveHeap) {

  /** Returns the sample as a line. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%4d s: %6d published, %6d answered, lag %6.0f, live heap %.1f MiB",
        at.toSeconds(),
        published,
        answered,
        lag,
        liveHeap / (double) (1 << 20));
  }

  /** Returns the number of reviews without an answer. */
  long waiting() {
    return published - answered;
  }
}
