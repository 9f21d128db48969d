package io.sentimentstreams.benchmarks.process;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * What a benchmark's review is called: its number and when it was meant to be sent. A review that
 * is sent late is so counted from when it should have been, and a pause of the producer hides no
 * waiting (coordinated omission).
 *
 * @param number from 0
 * @param dueMicros microseconds since 1970
 */
public record ReviewNumber(int number, long dueMicros) {

  private static final char SEPARATOR = ':';

  /** As it stands on records. */
  String id() {
    return number + String.valueOf(SEPARATOR) + dueMicros;
  }

  /** Reads it back. */
  public static ReviewNumber of(String id) {
    int at = id.indexOf(SEPARATOR);
    if (at < 0) {
      throw new IllegalArgumentException("a benchmark's review is named NUMBER:MICROS, was " + id);
    }
    return new ReviewNumber(
        Integer.parseInt(id.substring(0, at)), Long.parseLong(id.substring(at + 1)));
  }

  /** Microseconds since 1970. */
  public static long nowMicros() {
    Instant now = Instant.now();
    return TimeUnit.SECONDS.toMicros(now.getEpochSecond())
        + TimeUnit.NANOSECONDS.toMicros(now.getNano());
  }
}
