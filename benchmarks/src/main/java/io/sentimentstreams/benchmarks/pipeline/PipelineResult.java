package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.benchmarks.result.Chart;
import io.sentimentstreams.benchmarks.result.Figures;
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
 * What applications did from topic to topic.
 *
 * @param origin where the figures come from
 * @param corpus where the reviews come from
 * @param partitions of the topics
 * @param rows one for each application and setting
 * @param starts of our application; empty if it was not measured
 * @param skipped what was not measured, and why
 */
public record PipelineResult(
    Origin origin,
    String corpus,
    int partitions,
    List<PipelineRow> rows,
    List<StartRow> starts,
    List<String> skipped)
    implements Result {

  /** The name of this benchmark. */
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
              Figures.of(row.recordsPerSecond()),
              ratio(row),
              Figures.of(row.saturation().processorMicros()),
              Figures.of(row.saturation().readySeconds()),
              row.saturation().residentMiB() > 0
                  ? Figures.of(row.saturation().residentMiB())
                  : Figures.NONE,
              "%,d".formatted(row.saturation().records())));
    }
    return new Table(
        "With a backlog of %s in %d partitions; broker, producer, application and reader on one machine. The rate is that of the"
                .formatted(corpus, partitions)
            + " second half of the backlog; all of the backlog was read as committed.",
        List.of(
            "application",
            "reviews/s",
            "ours is",
            "processor µs a review",
            "ready after s",
            "resident MiB",
            "backlog"),
        lines);
  }

  /** How many times as many reviews ours scores with the same model, delivery and threads. */
  private String ratio(PipelineRow row) {
    if (row.system() == SystemUnderTest.OURS) {
      return Figures.NONE;
    }
    return rows.stream()
        .filter(
            ours ->
                ours.system() == SystemUnderTest.OURS
                    && ours.model().equals(row.model())
                    && ours.exactlyOnce() == row.exactlyOnce()
                    && ours.threads() == row.threads())
        .findFirst()
        .map(ours -> Figures.ratio(ours.recordsPerSecond() / row.recordsPerSecond()))
        .orElse(Figures.NONE);
  }

  private Table latency() {
    List<List<String>> lines = new ArrayList<>();
    for (PipelineRow row : rows) {
      Latency latency = row.latency();
      if (latency != null) {
        lines.add(
            List.of(
                row.label(),
                Figures.of(latency.rate()),
                Figures.of(latency.p50()),
                Figures.of(latency.p99()),
                Figures.of(latency.p999()),
                Figures.of(latency.max()),
                Figures.of(latency.producerLate()),
                "%,d".formatted(latency.reviews())));
      }
    }
    return new Table(
        "Milliseconds from when a review was meant to be sent until its score was read as committed, with reviews at an even"
            + " rate of half the one above; ours commits every 100 ms exactly once, every second at least once. The producer's p99 is by how much it was late itself.",
        List.of(
            "application", "reviews/s", "p50", "p99", "p99.9", "max", "producer's p99", "reviews"),
        lines);
  }

  private Table startTimes() {
    List<List<String>> lines = new ArrayList<>();
    for (StartRow row : starts) {
      lines.add(
          List.of(
              row.how(),
              Figures.of(row.seconds().median()),
              Figures.of(row.seconds().low()),
              Figures.of(row.seconds().high()),
              Integer.toString(row.times())));
    }
    return new Table(
        "Seconds from the start of the process until it is ready, with nothing to score and without Flight Recorder: exactly once,"
            + " one thread, the broker up.",
        List.of("started", "median", "lower quarter", "upper quarter", "times"),
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
                .map(profile -> Figures.percent(profile.shares().getOrDefault(purpose, 0.0)))
                .orElse(Figures.NONE));
      }
      lines.add(line);
    }
    return new Table(
        "Where the application's processors' time goes at saturation, by Flight Recorder.",
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
                        (method, share) -> lines.add(List.of(method, Figures.percent(share)))));
    return new Table(
        "The methods in which the threads of the first row were seen most.",
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
            "share of the processors' time in scoring, at saturation",
            Figures.percent(0.65),
            Figures.percent(0.8),
            text(
                exactly
                    .flatMap(row -> Optional.ofNullable(row.profile()))
                    .map(profile -> Figures.percent(profile.scoring())))));
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
            "ready after start, s",
            "5",
            "3",
            text(
                starts.stream()
                    .filter(StartRow::archive)
                    .findFirst()
                    .map(row -> Figures.of(row.seconds().median()) + " (" + row.how() + ")"))));
    lines.add(
        List.of(
            "resident memory, MiB",
            "600",
            "400",
            text(exactly.map(row -> Figures.of(row.saturation().residentMiB())))));
    return new Table(
        "What the application must reach and aim at: the default bundle, one thread.",
        List.of("figure", "must", "aim", "measured"),
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
    return p99Millis(row).map(millis -> Figures.of(millis) + with);
  }

  private static Optional<Double> p99Millis(PipelineRow row) {
    return Optional.ofNullable(row.latency()).map(Latency::p99);
  }

  private static String text(Optional<String> figure) {
    return figure.orElse(Figures.NONE);
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
