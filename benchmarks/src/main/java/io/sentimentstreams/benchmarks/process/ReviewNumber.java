package io.sentimentstreams.benchmarks.process;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Identifier of a benchmark's review: its number and its scheduled send time. Latency starts at the
 * scheduled time, so a delay of the producer does not hide waiting (coordinated omission).
 *
 * @param number number from 0
 * @param dueMicros microseconds since 1970
 */
public record ReviewNumber(int number, long dueMicros) {

  private static final char SEPARATOR = ':';

  /** Returns the identifier in records. */
  String id() {
    return number + String.valueOf(SEPARATOR) + dueMicros;
  }

  /** Parses an identifier. */
  public static ReviewNumber of(String id) {
    int at = id.indexOf(SEPARATOR);
    if (at < 0) {
      throw new IllegalArgumentException(
          "the identifier of a benchmark's review must be NUMBER:MICROS, was " + id);
    }
    return new ReviewNumber(
        Integer.parseInt(id.substring(0, at)), Long.parseLong(id.substring(at + 1)));
  }

  /** Returns microseconds since 1970. */
  public static long nowMicros() {
    Instant now = Instant.now();
    return TimeUnit.SECONDS.toMicros(now.getEpochSecond())
        + TimeUnit.NANOSECONDS.toMicros(now.getNano());
  }
}
