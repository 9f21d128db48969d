package io.sentimentstreams.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.schemas.ModelReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OldestDeadLetterTest {

  private final MockClock clock = new MockClock();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), clock);
  private final ScoringMeters meters =
      new ScoringMeters(
          registry, new ModelReference("tiny", "1", "0"), ReferenceHistograms.empty());

  @Test
  void ageIsNotKnownBeforeTheTopicIsSeenNorWhenItIsNotSeenAnyMore() {
    assertThat(seconds()).isNaN();
    meters.oldestDeadLetter(Optional.empty());
    assertThat(seconds()).isZero();
    meters.oldestDeadLetterIsUnknown();
    assertThat(seconds()).isNaN();
  }

  @Test
  void ageGrowsWithTime() {
    meters.oldestDeadLetter(Optional.of(Instant.ofEpochMilli(clock.wallTime())));

    clock.add(Duration.ofMillis(1_500));

    assertThat(seconds()).isEqualTo(1.5);
  }

  @Test
  void aTimestampOfTheFutureIsNoAge() {
    meters.oldestDeadLetter(Optional.of(Instant.ofEpochMilli(clock.wallTime() + 1_000)));

    assertThat(seconds()).isZero();
  }

  private double seconds() {
    return registry.get(MeterDefinition.OLDEST_DEAD_LETTER.meterName()).gauge().value();
  }
}
