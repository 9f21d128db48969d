package io.sentimentstreams.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/** Binds what others measure: the virtual machine, the process and Kafka's clients. */
public final class ProcessMeters implements AutoCloseable {

  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final KafkaStreamsMetrics kafka;

  /**
   * Binds the meters until closed.
   *
   * @param registry where
   * @param streams the client to look at
   */
  public ProcessMeters(MeterRegistry registry, KafkaStreams streams) {
    kafka = new KafkaStreamsMetrics(streams);
    kafka.bindTo(registry);
    collections.bindTo(registry);
    Gauge.builder(MeterDefinition.CONSUMER_LAG.meterName(), streams, ProcessMeters::lag)
        .description(MeterDefinition.CONSUMER_LAG.description())
        .baseUnit(MeterDefinition.CONSUMER_LAG.unit())
        .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** Kafka's own meters of the lag are bound a minute after a partition is, this one at once. */
  private static double lag(KafkaStreams streams) {
    return streams.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("records-lag"))
        .map(Metric::metricValue)
        .filter(Double.class::isInstance)
        .mapToDouble(Double.class::cast)
        .filter(Double::isFinite)
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }

  @Override
  public void close() {
    kafka.close();
    collections.close();
  }
}
