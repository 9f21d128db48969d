package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.Optional;

/** The gauge of the oldest dead letter's age. Thread-safe. */
public final class DeadLetterAge {

  private record Observation(Optional<Instant> oldest) {}

  private final Clock clock;
  private volatile Optional<Observation> last = Optional.empty();

  /** Registers the gauge; its value is NaN until the first observation. */
  public DeadLetterAge(PrometheusMeterRegistry registry) {
    clock = registry.config().clock();
    new DefinedMeters(registry)
        .gauge(MeterDefinition.OLDEST_DEAD_LETTER, Tags.empty(), this::seconds);
  }

  /**
   * Records an observation of the dead-letter topic.
   *
   * @param oldest the timestamp of its oldest record; empty if it has no records
   */
  void observed(Optional<Instant> oldest) {
    last = Optional.of(new Observation(oldest));
  }

  /** Records that the dead-letter topic could not be read. */
  void unknown() {
    last = Optional.empty();
  }

  private double seconds() {
    long now = clock.wallTime();
    return last.map(seen -> seen.oldest().map(then -> seconds(then, now)).orElse(0.0))
        .orElse(Double.NaN);
  }

  private static double seconds(Instant then, long nowMillis) {
    return Math.max(0, nowMillis - then.toEpochMilli()) / 1_000.0;
  }
}
