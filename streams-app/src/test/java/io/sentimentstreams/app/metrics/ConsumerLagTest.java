package io.sentimentstreams.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class ConsumerLagTest {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<MetricName, Metric> measured = new LinkedHashMap<>();
  private final ConsumerLag lag = new ConsumerLag(registry, () -> measured);

  private record Measured(MetricName metricName, Object metricValue) implements Metric {}

  @Test
  void theTotalIsNanBeforeTheFirstFetch() {
    assertThat(scraped()).contains("sentiment_consumer_lag_records NaN");
    measure("records-lag", "0", Double.NaN);
    assertThat(scraped())
        .contains("sentiment_consumer_lag_records NaN")
        .doesNotContain("sentiment_consumer_partition_lag_records{");
  }

  @Test
  void partitionsHaveTheirLagAndTheTotalIsTheSum() {
    measure("records-lag", "0", 3.0);
    measure("records-lag", "1", 4.0);
    measure("records-lag-max", "1", 99.0);

    assertThat(scraped())
        .contains(
            "sentiment_consumer_lag_records 7.0",
            "sentiment_consumer_partition_lag_records{partition=\"0\",topic=\"reviews\"} 3.0",
            "sentiment_consumer_partition_lag_records{partition=\"1\",topic=\"reviews\"} 4.0",
            "# HELP sentiment_consumer_partition_lag_records "
                + MeterDefinition.PARTITION_LAG.description())
        .doesNotContain("99");
  }

  @Test
  void aLagChangesFromScrapeToScrape() {
    measure("records-lag", "0", 3.0);
    scraped();
    measure("records-lag", "0", 0.0);

    assertThat(scraped())
        .contains(
            "sentiment_consumer_lag_records 0.0",
            "sentiment_consumer_partition_lag_records{partition=\"0\",topic=\"reviews\"} 0.0");
  }

  @Test
  void aRevokedPartitionHasNoSeries() {
    measure("records-lag", "0", 3.0);
    scraped();
    measured.clear();

    assertThat(scraped()).doesNotContain("sentiment_consumer_partition_lag_records{");
  }

  private void measure(String metric, String partition, double value) {
    MetricName name =
        new MetricName(
            metric,
            "consumer-fetch-manager-metrics",
            "",
            Map.of("topic", "reviews", "partition", partition));
    measured.put(name, new Measured(name, value));
  }

  private String scraped() {
    lag.refresh();
    return registry.scrape();
  }
}
