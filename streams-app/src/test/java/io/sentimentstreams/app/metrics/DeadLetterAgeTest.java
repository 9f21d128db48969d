package io.sentimentstreams.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadLetterAgeTest {

  private final MockClock clock = new MockClock();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), clock);
  private final DeadLetterAge age = new DeadLetterAge(registry);

  @Test
  void theAgeIsNanIfTheTopicCannotBeRead() {
    assertThat(seconds()).isNaN();
    age.observed(Optional.empty());
    assertThat(seconds()).isZero();
    age.unknown();
    assertThat(seconds()).isNaN();
  }

  @Test
  void ageGrowsWithTime() {
    age.observed(Optional.of(Instant.ofEpochMilli(clock.wallTime())));

    clock.add(Duration.ofMillis(1_500));

    assertThat(seconds()).isEqualTo(1.5);
  }

  @Test
  void aTimestampInTheFutureHasTheAgeZero() {
    age.observed(Optional.of(Instant.ofEpochMilli(clock.wallTime() + 1_000)));

    assertThat(seconds()).isZero();
  }

  private double seconds() {
    return registry.get(MeterDefinition.OLDEST_DEAD_LETTER.getName()).gauge().value();
  }
}
