package io.sentimentstreams.trainer.cli;

import java.time.Duration;

/** Readable form of durations, such as {@code 1 h 05 min} or {@code 3 min 20 s}. */
final class DurationFormat {

  private DurationFormat() {}

  /** Returns a duration, rounded to seconds or minutes. */
  static String of(Duration duration) {
    long seconds = Math.max(0, duration.plusMillis(500).toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return "%d min %02d s".formatted(seconds / 60, seconds % 60);
    }
    return "%d h %02d min".formatted(seconds / 3600, seconds % 3600 / 60);
  }
}
