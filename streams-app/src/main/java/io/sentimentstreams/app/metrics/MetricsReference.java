package io.sentimentstreams.app.metrics;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference of all meters in Markdown, made from their definition. */
public final class MetricsReference {

  private MetricsReference() {}

  /** The whole page. */
  public static String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # Metrics

            This page is generated from the meters' definition; the build fails where the two differ.

            Prometheus reads them at `http://127.0.0.1:9404/metrics` (settings `http.host` and `http.port`). A histogram is read
            as `NAME_bucket`, `NAME_sum`, `NAME_count`; `NAME_max` is a time's highest value of the last minutes. Every series exists
            from the start, but those of partitions. A process scores with one model, so that `model` and `version` have one value each.

            | name | kind | unit | labels | meaning |
            |---|---|---|---|---|
            """);
    for (MeterDefinition meter : MeterDefinition.values()) {
      String labels =
          meter.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
      page.append(
          "| `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  meter.prometheusName(),
                  meter.kind().prometheusType(),
                  meter.unit(),
                  labels,
                  meter.description()));
    }
    page.append(
        """

        The upper bounds of the histograms' buckets; one without bound (`+Inf`) follows:

        | name | buckets |
        |---|---|
        """);
    Stream.of(MeterDefinition.values())
        .filter(meter -> !meter.buckets().isEmpty())
        .forEach(
            meter ->
                page.append("| `%s` | %s |\n".formatted(meter.prometheusName(), buckets(meter))));
    page.append(
        """

        Values of `label` are those of `SentimentLabel`, of `reason` those of `DeadLetterReason`. Counters count what this process
        did: after a failure, work of a transaction that was rolled back has been counted and is done again.

        Besides these there are Kafka's own (`kafka_stream_*`, `kafka_consumer_*`, `kafka_producer_*`, `kafka_admin_*`: what
        `KafkaStreams.metrics()` holds) and those of the Java virtual machine (`jvm_*`, `process_*`, `system_*`).
        """);
    return page.toString();
  }

  private static String buckets(MeterDefinition meter) {
    return meter.buckets().stream()
        .map(bound -> new BigDecimal(bound.toString()).stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(", "));
  }
}
