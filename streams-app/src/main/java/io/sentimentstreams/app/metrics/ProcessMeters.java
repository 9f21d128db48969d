package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.kafka.streams.KafkaStreams;

/** The meters of the virtual machine, the process and Kafka's clients. Thread-safe. */
public final class ProcessMeters implements AutoCloseable {

  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final KafkaStreamsMetrics kafka;
  private final ConsumerLag lag;

  /**
   * Binds the meters until closed.
   *
   * @param registry of the process
   * @param streams the client to measure
   */
  public ProcessMeters(PrometheusMeterRegistry registry, KafkaStreams streams) {
    kafka = new KafkaStreamsMetrics(streams);
    kafka.bindTo(registry);
    collections.bindTo(registry);
    lag = new ConsumerLag(registry, streams);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** Updates the series of partitions; must be called before each scrape. */
  public void refresh() {
    lag.refresh();
  }

  @Override
  public void close() {
    kafka.close();
    collections.close();
  }
}
