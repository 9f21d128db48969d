package io.sentimentstreams.metrics;

import java.util.stream.Collectors;

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
            as `NAME_bucket`, `NAME_sum`, `NAME_count`; `NAME_max` is its highest value of the last minutes. Every series exists
            from the start.

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

        Values of `label` are those of `SentimentLabel`, of `reason` those of `DeadLetterReason`. Counters count what this process
        did: after a failure, work of a transaction that was rolled back has been counted and is done again.

        Besides these there are Kafka's own (`kafka_stream_*`, `kafka_consumer_*`, `kafka_producer_*`, `kafka_admin_*`: what
        `KafkaStreams.metrics()` holds) and those of the Java virtual machine (`jvm_*`, `process_*`, `system_*`).
        """);
    return page.toString();
  }
}
