package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The lag that the consumers report. Micrometer binds Kafka's own lag metrics up to a minute after
 * an assignment; these are available at once. Thread-safe.
 */
final class ConsumerLag {

  private static final String PARTITION_LAG = "records-lag";

  private final Supplier<Map<MetricName, ? extends Metric>> metrics;
  private final MultiGauge partitions;

  private record PartitionLag(String topic, String partition, double records) {}

  ConsumerLag(PrometheusMeterRegistry registry, KafkaStreams streams) {
    this(registry, streams::metrics);
  }

  /**
   * Registers the meters.
   *
   * @param metrics supplies the consumers' metrics
   */
  ConsumerLag(
      PrometheusMeterRegistry registry, Supplier<Map<MetricName, ? extends Metric>> metrics) {
    this.metrics = metrics;
    new DefinedMeters(registry).gauge(MeterDefinition.CONSUMER_LAG, Tags.empty(), this::total);
    partitions =
        MultiGauge.builder(MeterDefinition.PARTITION_LAG.getName())
            .description(MeterDefinition.PARTITION_LAG.description())
            .baseUnit(MeterDefinition.PARTITION_LAG.getBaseUnit())
            .register(registry);
  }

  /** Adds the series of assigned partitions and removes those of revoked ones. */
  synchronized void refresh() {
    List<MultiGauge.Row<?>> rows =
        lags()
            .<MultiGauge.Row<?>>map(
                lag ->
                    MultiGauge.Row.of(
                        Tags.of("topic", lag.topic(), "partition", lag.partition()), lag.records()))
            .toList();
    partitions.register(rows, true);
  }

  private double total() {
    return lags().map(PartitionLag::records).reduce(Double::sum).orElse(Double.NaN);
  }

  private Stream<PartitionLag> lags() {
    return metrics.get().entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(PARTITION_LAG))
        .filter(entry -> entry.getValue().metricValue() instanceof Double)
        .map(
            entry ->
                new PartitionLag(
                    tag(entry.getKey(), "topic"),
                    tag(entry.getKey(), "partition"),
                    (Double) entry.getValue().metricValue()))
        .filter(lag -> Double.isFinite(lag.records()));
  }

  private static String tag(MetricName name, String tag) {
    return String.valueOf(name.tags().get(tag));
  }
}
