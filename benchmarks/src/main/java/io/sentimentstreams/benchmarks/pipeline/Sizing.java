package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.benchmarks.result.FigureFormat;
import io.sentimentstreams.benchmarks.result.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Number of threads, partitions and pods for a rate of reviews, computed from measurements on one
 * machine. Partitions are independent, so rates add up.
 *
 * @param perThread reviews per second of a thread with a backlog, above 0
 */
public record Sizing(double perThread) {

  /** Part of the documentation with this table. */
  public static final String NAME = "sizing";

  /** Planned load of a thread: it leaves room for bursts and missing pods, and prevents queues. */
  private static final double LOAD = 0.6;

  private static final long[] RATES = {100, 1_000, 10_000, 100_000, 1_000_000};
  private static final int MIN_PARTITIONS = 12;
  private static final int THREADS_A_POD = 2;
  private static final double GIB_A_POD = 0.625;

  public Sizing {
    if (!(perThread > 0)) {
      throw new IllegalArgumentException(
          "the throughput of a thread must be positive, was " + perThread);
    }
  }

  /**
   * Returns the sizing from the row with the most threads, the default model and exactly-once
   * delivery.
   */
  public static Optional<Sizing> of(PipelineResult result) {
    return result.rows().stream()
        .filter(row -> row.system() == SystemUnderTest.OURS && row.model().equals("imdb-default"))
        .filter(row -> row.exactlyOnce() && row.setting().isEmpty())
        .max(Comparator.comparingInt(PipelineRow::threads))
        .map(row -> new Sizing(row.recordsPerSecond() / row.threads()));
  }

  /** Returns a table with a row per rate. */
  public Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (long rate : RATES) {
      long threads = threads(rate);
      long pods = pods(rate);
      rows.add(
          List.of(
              grouped(rate),
              grouped(threads),
              grouped(partitions(threads)),
              grouped(pods),
              FigureFormat.of(pods * GIB_A_POD)));
    }
    return new Table(
        "A thread scores %s reviews per second.\nIt is planned with %s of that and one core."
            .formatted(grouped(Math.round(perThread)), FigureFormat.percent(LOAD)),
        List.of(
            "reviews/s", "threads, cores", "partitions", "pods of 2 threads", "their memory, GiB"),
        rows);
  }

  /** Returns the number of threads for a rate of reviews, at least 1. */
  long threads(long rate) {
    return (long) Math.max(1, Math.ceil(rate / (perThread * LOAD)));
  }

  /**
   * Returns the smallest number that the threads can share evenly and that can be doubled: 12, 24,
   * 48.
   */
  static long partitions(long threads) {
    long partitions = MIN_PARTITIONS;
    while (partitions < threads) {
      partitions *= 2;
    }
    return partitions;
  }

  /** Returns the number of pods, at least two for redundancy. */
  private long pods(long rate) {
    return Math.max(2, (threads(rate) + THREADS_A_POD - 1) / THREADS_A_POD);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
