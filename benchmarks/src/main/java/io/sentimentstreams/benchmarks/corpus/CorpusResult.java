package io.sentimentstreams.benchmarks.corpus;

import io.sentimentstreams.benchmarks.result.Chart;
import io.sentimentstreams.benchmarks.result.FigureFormat;
import io.sentimentstreams.benchmarks.result.Origin;
import io.sentimentstreams.benchmarks.result.Result;
import io.sentimentstreams.benchmarks.result.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Throughput of the scoring of a corpus.
 *
 * @param origin origin of the figures
 * @param model name and version of the bundle
 * @param corpus source of the reviews
 * @param reviews number of reviews
 * @param tokens mean number of tokens per review that the network reads
 * @param rows one row per mode
 * @param skipped modes without measurements, with the reason
 */
public record CorpusResult(
    Origin origin,
    String model,
    String corpus,
    int reviews,
    double tokens,
    List<CorpusRow> rows,
    List<String> skipped)
    implements Result {

  /** Name of this benchmark. */
  public static final String NAME = "corpus";

  public CorpusResult {
    rows = List.copyOf(rows);
    skipped = List.copyOf(skipped);
  }

  @Override
  public List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    rows.stream()
        .map(CorpusRow::threads)
        .distinct()
        .sorted()
        .forEach(threads -> tables.add(table(threads)));
    tables.add(target());
    return tables;
  }

  private Table table(int threads) {
    double best = fastest(true, threads).orElse(Double.NaN);
    List<List<String>> lines = new ArrayList<>();
    rows.stream()
        .filter(row -> row.threads() == threads)
        .forEach(row -> lines.add(line(row, best)));
    return new Table(
        "Throughput on %s: %,d reviews of %.0f tokens through %s, %s, %s."
            .formatted(
                corpus,
                reviews,
                tokens,
                model,
                threads == 1 ? "one thread" : threads + " threads",
                origin.quick() ? "in processor time" : "in wall-clock time"),
        List.of("", "reviews/s", "ratio of our best", "largest difference"),
        lines);
  }

  private static List<String> line(CorpusRow row, double best) {
    return List.of(
        row.who() + ", " + row.how(),
        FigureFormat.of(row.reviewsPerSecond().median()),
        row.ours() ? FigureFormat.NONE : FigureFormat.ratio(best / row.reviewsPerSecond().median()),
        String.format(Locale.ROOT, "%.1e", row.largestDifference()));
  }

  private Table target() {
    Optional<Double> ours = fastest(true, 1);
    Optional<Double> peer =
        rows.stream()
            .filter(row -> row.threads() == 1 && row.who().startsWith("ONNX Runtime"))
            .map(row -> row.reviewsPerSecond().median())
            .max(Comparator.naturalOrder());
    String measured =
        ours.flatMap(one -> peer.map(other -> FigureFormat.ratio(one / other)))
            .orElse(FigureFormat.NONE);
    return new Table(
        "Targets of the corpus benchmark: our throughput divided by the best of ONNX "
            + "Runtime, one thread.",
        List.of("figure", "must", "aim", "measured"),
        List.of(
            List.of(
                "corpus, ratio to ONNX Runtime",
                FigureFormat.ratio(1.5),
                FigureFormat.ratio(3),
                measured)));
  }

  private Optional<Double> fastest(boolean ours, int threads) {
    return rows.stream()
        .filter(row -> row.ours() == ours && row.threads() == threads && !row.fromText())
        .map(row -> row.reviewsPerSecond().median())
        .max(Comparator.naturalOrder());
  }

  @Override
  public Chart chart() {
    Map<String, List<Double>> series = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.threads() == 1 && !row.fromText())
        .forEach(
            row ->
                series.put(
                    row.who() + ", " + row.how(),
                    List.of((double) Math.round(row.reviewsPerSecond().median()))));
    return new Chart(
        "%,d reviews through %s".formatted(reviews, model),
        "reviews/s",
        List.of("one thread"),
        series);
  }
}
