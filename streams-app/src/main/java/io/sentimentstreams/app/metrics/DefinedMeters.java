package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;
import java.util.function.Supplier;

/** Registers meters as their definition describes them. */
record DefinedMeters(PrometheusMeterRegistry registry) {

  private static final double NANOS_PER_SECOND = 1e9;

  Counter counter(MeterDefinition definition, Tags tags) {
    return Counter.builder(definition.meterName())
        .description(definition.description())
        .baseUnit(definition.baseUnit())
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

  /**
   * A histogram of other values than times. Prometheus' own, for Micrometer rounds what it counts
   * in buckets up to whole numbers, which a share of one is not.
   */
  DistributionDataPoint histogram(MeterDefinition definition, Tags tags) {
    return Histogram.builder()
        .name(definition.prometheusName())
        .help(definition.description())
        .labelNames(tags.stream().map(Tag::getKey).toArray(String[]::new))
        .classicOnly()
        .withoutExemplars()
        .classicUpperBounds(
            definition.buckets().stream().mapToDouble(Double::doubleValue).toArray())
        .register(registry.getPrometheusRegistry())
        .labelValues(tags.stream().map(Tag::getValue).toArray(String[]::new));
  }

  void gauge(MeterDefinition definition, Tags tags, Supplier<Number> value) {
    Gauge.builder(definition.meterName(), value)
        .description(definition.description())
        .baseUnit(definition.baseUnit())
        .tags(tags)
        .register(registry);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * NANOS_PER_SECOND));
  }
}
