package io.sentimentstreams.app.metrics;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The metrics reference in Markdown, generated from {@link MeterDefinition}. */
public final class MetricsReference {

  private MetricsReference() {}

  /** Returns the page. */
  public static String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # Metrics

            This page is generated from the definitions of the meters; the build fails if they differ.

            Prometheus reads the metrics at `http://127.0.0.1:9404/metrics` (settings `http.host` and `http.port`).
            A histogram has the series `NAME_bucket`, `NAME_sum` and `NAME_count`.
            A histogram in seconds also has `NAME_max`, the largest value of the last minutes.
            Every series exists from the start, except the series of partitions and of languages without a route.
            `model` and `version` name a bundle; they are empty for reviews without a model.

            | name | type | unit | labels | meaning |
            |---|---|---|---|---|
            """);
    for (MeterDefinition meter : MeterDefinition.values()) {
      String labels =
          Stream.of(meter.getKeyNames())
              .map(label -> "`" + label.asString() + "`")
              .collect(Collectors.joining(", "));
      page.append(
          "| `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  meter.prometheusName(),
                  meter.prometheusType(),
                  meter.unit(),
                  labels,
                  meter.description()));
    }
    page.append(
        """

        The upper bounds of the histograms' buckets; a last bucket without bound (`+Inf`) follows:

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

        The values of `label` are the labels of the model; `negative` and `positive` are in capitals.
        The values of `reason` are those of `DeadLetterReason`; for dropped reviews, `NO_ITEM` and `LATE`.
        For reviews without a label, they are `LOW_CONFIDENCE`, `OUT_OF_VOCABULARY` and `UNSUPPORTED_LANGUAGE`.
        Counters include the work of aborted transactions, which is counted again when it is repeated.

        There are also the metrics of Kafka's clients (`kafka_stream_*`, `kafka_consumer_*`, `kafka_producer_*`, `kafka_admin_*`).
        The metrics of the Java virtual machine are `jvm_*`, `process_*` and `system_*`.
        """);
    return page.toString();
  }

  private static String buckets(MeterDefinition meter) {
    return meter.buckets().stream()
        .map(bound -> new BigDecimal(bound.toString()).stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(", "));
  }
}
