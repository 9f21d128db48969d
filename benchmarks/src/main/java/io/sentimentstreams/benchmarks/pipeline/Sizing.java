package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.benchmarks.result.Figures;
import io.sentimentstreams.benchmarks.result.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many threads, partitions and pods a rate of reviews wants, computed from what was measured on
 * one machine: partitions are independent of each other, so that rates add up.
 *
 * @param perThread reviews a second that a thread scores with a backlog, above 0
 */
public record Sizing(double perThread) {

  /** The part of the documentation that it fills. */
  public static final String NAME = "sizing";

  /** Of what a thread can do: room for bursts, for pods that are missing, and against queues. */
  private static final double LOAD = 0.6;

  private static final long[] RATES = {100, 1_000, 10_000, 100_000, 1_000_000};
  private static final int MIN_PARTITIONS = 12;
  private static final int THREADS_A_POD = 2;
  private static final double GIB_A_POD = 0.625;

  public Sizing {
    if (!(perThread > 0)) {
      throw new IllegalArgumentException("a thread must score reviews, was " + perThread);
    }
  }

  /** By the most threads that were measured with the default model and exactly-once delivery. */
  public static Optional<Sizing> of(PipelineResult result) {
    return result.rows().stream()
        .filter(row -> row.system() == SystemUnderTest.OURS && row.model().equals("imdb-default"))
        .filter(row -> row.exactlyOnce() && row.setting().isEmpty())
        .max(Comparator.comparingInt(PipelineRow::threads))
        .map(row -> new Sizing(row.recordsPerSecond() / row.threads()));
  }

  /** A row for each rate. */
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
              Figures.of(pods * GIB_A_POD)));
    }
    return new Table(
        "A thread scores %s reviews a second; it is given %s of that, and a core of its own."
            .formatted(grouped(Math.round(perThread)), Figures.percent(LOAD)),
        List.of(
            "reviews/s", "threads, cores", "partitions", "pods of 2 threads", "their memory, GiB"),
        rows);
  }

  /** Threads that score a rate of reviews, at least 1. */
  long threads(long rate) {
    return (long) Math.max(1, Math.ceil(rate / (perThread * LOAD)));
  }

  /** The smallest number that threads can share evenly and that can be doubled: 12, 24, 48. */
  static long partitions(long threads) {
    long partitions = MIN_PARTITIONS;
    while (partitions < threads) {
      partitions *= 2;
    }
    return partitions;
  }

  /** Two at least, so that one can be missing. */
  private long pods(long rate) {
    return Math.max(2, (threads(rate) + THREADS_A_POD - 1) / THREADS_A_POD);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
