package io.sentimentstreams.quickstart;

import java.util.Locale;

/**
 * How a run ended.
 *
 * @param scored scores that came back
 * @param deadLettered dead letters that came back
 * @param lost published events for which nothing came back
 * @param surplus scores and dead letters that nothing waited for: a second one for the same event
 * @param p50 half of the events came back within this many nanoseconds
 * @param p99 99 of 100 events came back within this many nanoseconds
 * @param labelled scores of reviews with a known sentiment
 * @param right those of them whose label is that sentiment
 */
record Summary(
    long scored,
    long deadLettered,
    long lost,
    long surplus,
    long p50,
    long p99,
    long labelled,
    long right) {

  /** Whether every event came back exactly once. */
  boolean isExactlyOnce() {
    return lost == 0 && surplus == 0;
  }

  /** How often the model agreed with the reader, as a sentence. */
  String agreement() {
    return String.format(
        Locale.ROOT,
        "%d of %d reviews labelled as a reader would (%.1f %%)",
        right,
        labelled,
        labelled == 0 ? 0.0 : 100.0 * right / labelled);
  }

  /** The line that a run ends with. */
  String line() {
    String line =
        String.format(
            Locale.ROOT,
            "scored=%d deadLettered=%d lost=%d p50=%s p99=%s",
            scored,
            deadLettered,
            lost,
            milliseconds(p50),
            milliseconds(p99));
    return surplus == 0 ? line : line + " duplicated=" + surplus;
  }

  static String milliseconds(long nanos) {
    return String.format(Locale.ROOT, "%dms", Math.round(nanos / 1e6));
  }
}
