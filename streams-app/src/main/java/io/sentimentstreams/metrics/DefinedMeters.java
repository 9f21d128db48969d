package io.sentimentstreams.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** Registers meters as their definition describes them. */
record DefinedMeters(MeterRegistry registry) {

  private static final double NANOS_PER_SECOND = 1e9;

  Counter counter(MeterDefinition definition, Tags tags) {
    return Counter.builder(definition.meterName())
        .description(definition.description())
        .baseUnit(definition.unit())
        .tags(tags)
        .register(registry);
  }

  Timer timer(MeterDefinition definition, Tags tags) {
    return Timer.builder(definition.meterName())
        .description(definition.description())
        .serviceLevelObjectives(
            definition.buckets().stream().map(DefinedMeters::seconds).toArray(Duration[]::new))
        .tags(tags)
        .register(registry);
  }

  DistributionSummary summary(MeterDefinition definition, Tags tags) {
    return DistributionSummary.builder(definition.meterName())
        .description(definition.description())
        .baseUnit(definition.unit())
        .serviceLevelObjectives(
            definition.buckets().stream().mapToDouble(Double::doubleValue).toArray())
        .tags(tags)
        .register(registry);
  }

  void gauge(MeterDefinition definition, Tags tags, Supplier<Number> value) {
    Gauge.builder(definition.meterName(), value)
        .description(definition.description())
        .baseUnit(definition.unit())
        .tags(tags)
        .register(registry);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * NANOS_PER_SECOND));
  }
}
