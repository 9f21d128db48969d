package io.sentimentstreams.app.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Registers meters with the name, unit and description of their definition. Thread-safe.
 *
 * @param registry of the process
 */
public record DefinedMeters(PrometheusMeterRegistry registry) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Registers a counter. */
  public Counter counter(MeterDefinition definition, Tags tags) {
    return Counter.builder(definition.getName())
        .description(definition.description())
        .baseUnit(definition.getBaseUnit())
        .tags(tags)
        .register(registry);
  }

  /** Registers a timer with the buckets of its definition. */
  Timer timer(MeterDefinition definition, Tags tags) {
    return Timer.builder(definition.getName())
        .description(definition.description())
        .serviceLevelObjectives(
            definition.buckets().stream().map(DefinedMeters::seconds).toArray(Duration[]::new))
        .tags(tags)
        .register(registry);
  }

  /**
   * Registers a histogram of values other than times; a definition once. It uses Prometheus'
   * client, because Micrometer rounds the values of its buckets up to integers.
   */
  Histogram histogram(MeterDefinition definition) {
    return Histogram.builder()
        .name(definition.prometheusName())
        .help(definition.description())
        .labelNames(
            Arrays.stream(definition.getKeyNames()).map(KeyName::asString).toArray(String[]::new))
        .classicOnly()
        .withoutExemplars()
        .classicUpperBounds(
            definition.buckets().stream().mapToDouble(Double::doubleValue).toArray())
        .register(registry.getPrometheusRegistry());
  }

  /** Registers a gauge. */
  void gauge(MeterDefinition definition, Tags tags, Supplier<Number> value) {
    Gauge.builder(definition.getName(), value)
        .description(definition.description())
        .baseUnit(definition.getBaseUnit())
        .tags(tags)
        .register(registry);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * NANOS_PER_SECOND));
  }
}
