package io.sentimentstreams.system.faults;

import java.time.Duration;
import java.util.Locale;

/**
 * How things stood at one moment of an overload.
 *
 * @param at since it began
 * @param published reviews
 * @param answered reviews
 * @param lag records that the application says it has not read
 * @param liveHeap bytes of its heap that something refers to
 */
record OverloadSample(Duration at, long published, long answered, double lag, long liveHeap) {

  /** For people. */
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

  /** Reviews that have no answer yet. */
  long waiting() {
    return published - answered;
  }
}
