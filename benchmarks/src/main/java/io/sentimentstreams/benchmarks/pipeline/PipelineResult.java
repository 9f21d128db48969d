package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.benchmarks.result.Chart;
import io.sentimentstreams.benchmarks.result.FigureFormat;
import io.sentimentstreams.benchmarks.result.Origin;
import io.sentimentstreams.benchmarks.result.Result;
import io.sentimentstreams.benchmarks.result.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Results of applications from topic to topic.
 *
 * @param origin origin of the figures
 * @param corpus source of the reviews
 * @param partitions number of partitions per topic
 * @param rows one row per application and setting
 * @param starts startup times of streams-app; empty if not measured
 * @param skipped trials without measurements, with the reason
 */
public record PipelineResult(
    Origin origin,
    String corpus,
    int partitions,
    List<PipelineRow> rows,
    List<StartupRow> starts,
    List<String> skipped)
    implements Result {

  /** Name of this benchmark. */
  public static final String NAME = "end-to-end";

  public PipelineResult {
    rows = List.copyOf(rows);
    starts = List.copyOf(starts);
    skipped = List.copyOf(skipped);
  }

  @Override
  public List<Table> tables() {
    return List.of(targets(), throughput(), latency(), startTimes(), profile(), methods());
  }

  private Table throughput() {
    List<List<String>> lines = new ArrayList<>();
    for (PipelineRow row : rows) {
      lines.add(
          List.of(
              row.label(),
              FigureFormat.of(row.recordsPerSecond()),
              ratio(row),
              FigureFormat.of(row.processorMicros()),
              FigureFormat.of(row.readySeconds()),
              row.residentMiB() > 0 ? FigureFormat.of(row.residentMiB()) : FigureFormat.NONE,
              "%,d".formatted(row.records())));
    }
    return new Table(
        ("Throughput with a backlog of %s in %d partitions, with broker, producer, application and"
                    + " reader on one machine.\n")
                .formatted(corpus, partitions)
            + "The rate is that of the second half of the backlog; all scores were read as"
            + " committed.",
        List.of(
            "application",
            "reviews/s",
            "ratio of ours",
            "processor µs per review",
            "ready after s",
            "resident MiB",
            "backlog"),
        lines);
  }

  /**
   * Returns our throughput divided by that of the row, with the same model, delivery and threads.
   */
  private String ratio(PipelineRow row) {
    if (row.system() == SystemUnderTest.OURS) {
      return FigureFormat.NONE;
    }
    return rows.stream()
        .filter(
            ours ->
                ours.system() == SystemUnderTest.OURS
                    && ours.model().equals(row.model())
                    && ours.exactlyOnce() == row.exactlyOnce()
                    && ours.threads() == row.threads())
        .findFirst()
        .map(ours -> FigureFormat.ratio(ours.recordsPerSecond() / row.recordsPerSecond()))
        .orElse(FigureFormat.NONE);
  }

  private Table latency() {
    List<List<String>> lines = new ArrayList<>();
    for (PipelineRow row : rows) {
      ReviewLatency latency = row.latency();
      if (latency != null) {
        lines.add(
            List.of(
                row.label(),
                FigureFormat.of(latency.rate()),
                FigureFormat.of(latency.p50()),
                FigureFormat.of(latency.p99()),
                FigureFormat.of(latency.p999()),
                FigureFormat.of(latency.max()),
                FigureFormat.of(latency.producerLate()),
                "%,d".formatted(latency.reviews())));
      }
    }
    return new Table(
        "Milliseconds from the scheduled send time of a review until its score was read as committed,"
            + " at half the rate above.\n"
            + "streams-app commits every 100 ms with exactly once, every second with at least once.\n"
            + "The producer's p99 is its own delay.",
        List.of(
            "application", "reviews/s", "p50", "p99", "p99.9", "max", "producer's p99", "reviews"),
        lines);
  }

  private Table startTimes() {
    List<List<String>> lines = new ArrayList<>();
    for (StartupRow row : starts) {
      lines.add(
          List.of(
              row.how(),
              FigureFormat.of(row.seconds().median()),
              FigureFormat.of(row.seconds().low()),
              FigureFormat.of(row.seconds().high()),
              Integer.toString(row.times())));
    }
    return new Table(
        "Seconds from the start of the process until it is ready, without reviews and "
            + "without Flight Recorder: exactly once, one thread, with a running broker.",
        List.of("started", "median", "lower quartile", "upper quartile", "times"),
        lines);
  }

  private Table profile() {
    List<PipelineRow> profiled = rows.stream().filter(row -> row.profile() != null).toList();
    List<String> header = new ArrayList<>(List.of("application"));
    Stream.of(Purpose.values()).map(Purpose::label).forEach(header::add);
    List<List<String>> lines = new ArrayList<>();
    for (PipelineRow row : profiled) {
      List<String> line = new ArrayList<>(List.of(row.label()));
      for (Purpose purpose : Purpose.values()) {
        line.add(
            Optional.ofNullable(row.profile())
                .map(profile -> FigureFormat.percent(profile.shares().getOrDefault(purpose, 0.0)))
                .orElse(FigureFormat.NONE));
      }
      lines.add(line);
    }
    return new Table(
        "Processor time of the application by purpose at saturation, from Flight Recorder.",
        header,
        lines);
  }

  private Table methods() {
    List<List<String>> lines = new ArrayList<>();
    rows.stream()
        .flatMap(row -> Optional.ofNullable(row.profile()).stream())
        .findFirst()
        .ifPresent(
            profile ->
                profile
                    .methods()
                    .forEach(
                        (method, share) ->
                            lines.add(List.of(method, FigureFormat.percent(share)))));
    return new Table(
        "Methods with the most samples in the threads of the first row.",
        List.of("method", "of the samples"),
        lines);
  }

  private Table targets() {
    Optional<PipelineRow> atLeast =
        ours(false).min(Comparator.comparingDouble(row -> p99Millis(row).orElse(Double.MAX_VALUE)));
    Optional<PipelineRow> exactly = ours(true).findFirst();
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            "proportion of the processor time in scoring, at saturation",
            FigureFormat.percent(0.65),
            FigureFormat.percent(0.8),
            text(
                exactly
                    .flatMap(row -> Optional.ofNullable(row.profile()))
                    .map(profile -> FigureFormat.percent(profile.scoring())))));
    lines.add(
        List.of(
            "p99 at half load, at least once, ms",
            "25",
            "10",
            text(atLeast.flatMap(PipelineResult::p99))));
    lines.add(
        List.of(
            "p99 at half load, exactly once, ms",
            "150",
            "120",
            text(exactly.flatMap(PipelineResult::p99))));
    lines.add(
        List.of(
            "startup time, s",
            "5",
            "3",
            text(
                starts.stream()
                    .filter(StartupRow::archive)
                    .findFirst()
                    .map(
                        row -> FigureFormat.of(row.seconds().median()) + " (" + row.how() + ")"))));
    lines.add(
        List.of(
            "resident memory, MiB",
            "600",
            "400",
            text(exactly.map(row -> FigureFormat.of(row.residentMiB())))));
    return new Table(
        "Targets of the application: the default bundle, one thread.",
        List.of("figure", "required", "goal", "measured"),
        lines);
  }

  private Stream<PipelineRow> ours(boolean exactlyOnce) {
    return rows.stream()
        .filter(
            row ->
                row.system() == SystemUnderTest.OURS
                    && row.exactlyOnce() == exactlyOnce
                    && row.threads() == 1);
  }

  private static Optional<String> p99(PipelineRow row) {
    String with = row.setting().isEmpty() ? "" : " (" + row.setting() + ")";
    return p99Millis(row).map(millis -> FigureFormat.of(millis) + with);
  }

  private static Optional<Double> p99Millis(PipelineRow row) {
    return Optional.ofNullable(row.latency()).map(ReviewLatency::p99);
  }

  private static String text(Optional<String> figure) {
    return figure.orElse(FigureFormat.NONE);
  }

  @Override
  public Chart chart() {
    Map<String, List<Double>> series = new LinkedHashMap<>();
    rows.forEach(
        row -> series.put(row.label(), List.of((double) Math.round(row.recordsPerSecond()))));
    return new Chart(
        "From topic to topic, with a backlog", "reviews/s", List.of("all applications"), series);
  }
}
