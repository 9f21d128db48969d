package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.benchmarks.engine.Contestant;
import io.sentimentstreams.benchmarks.result.Chart;
import io.sentimentstreams.benchmarks.result.FigureFormat;
import io.sentimentstreams.benchmarks.result.Origin;
import io.sentimentstreams.benchmarks.result.Quartiles;
import io.sentimentstreams.benchmarks.result.Result;
import io.sentimentstreams.benchmarks.result.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Measurements of the kernels and of their peers.
 *
 * @param origin origin of the figures
 * @param limits limits of the machine
 * @param rows one row per shape, in the order of measurement
 */
public record KernelsResult(Origin origin, MachineLimits limits, List<KernelRow> rows)
    implements Result {

  /** Name of this benchmark. */
  public static final String NAME = "kernels";

  public KernelsResult {
    rows = List.copyOf(rows);
  }

  @Override
  public List<Table> tables() {
    return List.of(new Targets(rows).table(), limits.table(), times(), ratios());
  }

  @Override
  public List<Table> summary() {
    return List.of(
        new Targets(rows).table(),
        limits.table(),
        compact(
            KernelCase::batch,
            "By batch: records of 200 steps per call, one thread.",
            shape ->
                shape.length() == Targets.STEPS
                    && shape.hidden() % 64 == 0
                    && shape.threads() == 1),
        compact(
            KernelCase::hidden,
            "By width: one record of 200 steps per call, one thread.",
            shape -> shape.length() == Targets.STEPS && shape.batch() == 1 && shape.threads() == 1),
        compact(
            KernelCase::length,
            "By length: one record per call, a state of 64, one thread.",
            shape -> shape.hidden() == 64 && shape.batch() == 1 && shape.threads() == 1),
        compact(
            KernelCase::threads,
            "By threads: one record of 200 steps per call, a state of 64.",
            shape ->
                shape.hidden() == 64 && shape.batch() == 1 && shape.length() == Targets.STEPS));
  }

  /** Returns a table by one dimension; it is empty if the dimension has a single value. */
  private Table compact(
      Function<KernelCase, Integer> dimension, String caption, Predicate<KernelCase> shown) {
    List<List<String>> lines = new ArrayList<>();
    boolean compares =
        rows.stream().map(KernelRow::shape).filter(shown).map(dimension).distinct().count() > 1;
    for (KernelRow row : rows) {
      if (compares && shown.test(row.shape())) {
        Quartiles ours = row.best();
        lines.add(
            List.of(
                row.shape().label(),
                FigureFormat.of(ours.median()),
                ratio(row, Contestant.ONNX_RUNTIME),
                ratio(row, Contestant.DEEPLEARNING4J),
                FigureFormat.of(row.gflops().median()),
                FigureFormat.percent(row.peakShare().median())));
      }
    }
    return new Table(
        caption,
        List.of(
            "",
            "ours, µs per record",
            "ONNX Runtime, ratio",
            "Deeplearning4j, ratio",
            "GFLOP/s",
            "of the FMA peak"),
        lines);
  }

  private static String ratio(KernelRow row, Contestant peer) {
    return Optional.ofNullable(row.ratios().get(peer))
        .map(ratio -> FigureFormat.ratio(ratio.median()))
        .orElse(FigureFormat.NONE);
  }

  private Table times() {
    List<String> header = new ArrayList<>(List.of("microseconds per record"));
    List<Contestant> contestants = contestants();
    contestants.forEach(contestant -> header.add(contestant.label()));
    header.addAll(List.of("GFLOP/s", "of the FMA peak"));
    List<List<String>> lines = new ArrayList<>();
    for (KernelRow row : rows) {
      List<String> line = new ArrayList<>(List.of(row.shape().label()));
      for (Contestant contestant : contestants) {
        line.add(
            Optional.ofNullable(row.micros().get(contestant))
                .map(micros -> FigureFormat.of(micros.median()))
                .orElse(FigureFormat.NONE));
      }
      line.add(FigureFormat.of(row.gflops().median()));
      line.add(FigureFormat.percent(row.peakShare().median()));
      lines.add(line);
    }
    return new Table(
        "Time per record, "
            + (origin.quick()
                ? "in processor time for engines that compute on the calling thread, in wall-clock "
                    + "time for the others"
                : "in wall-clock time")
            + ", of all threads together. The network has an embedding of %,d x %d before the layer"
                .formatted(KernelCase.VOCABULARY, KernelCase.EMBEDDING)
            + " and one sigmoid unit after it. The operations are those of the recurrent products"
            + " alone: our engine replaces the input products by a table when the model is loaded,"
            + " and the peers compute them.",
        header,
        lines);
  }

  private Table ratios() {
    List<String> header = new ArrayList<>(List.of("ratio to ours"));
    List<Contestant> peers = contestants().stream().filter(one -> !one.isOurs()).toList();
    peers.forEach(peer -> header.add(peer.label()));
    List<List<String>> lines = new ArrayList<>();
    for (KernelRow row : rows) {
      List<String> line = new ArrayList<>(List.of(row.shape().label()));
      for (Contestant peer : peers) {
        line.add(
            Optional.ofNullable(row.ratios().get(peer))
                .map(FigureFormat::ratio)
                .orElse(FigureFormat.NONE));
      }
      lines.add(line);
    }
    return new Table(
        "Time of each peer divided by the time of our fastest engine for the same "
            + "record; in brackets "
            + (origin.quick()
                ? "the quartiles of the rounds, in which the engines took turns."
                : "the quartiles of JMH's iterations."),
        header,
        lines);
  }

  private List<Contestant> contestants() {
    return List.of(Contestant.values()).stream()
        .filter(one -> rows.stream().anyMatch(row -> row.micros().containsKey(one)))
        .toList();
  }

  /**
   * Returns the ratios to ONNX Runtime for one thread and one length, by layer with a bar per
   * batch.
   */
  @Override
  public Chart chart() {
    List<KernelRow> charted =
        rows.stream()
            .filter(row -> row.shape().threads() == 1 && row.shape().length() == chartedLength())
            .toList();
    List<String> layers = charted.stream().map(KernelsResult::layer).distinct().toList();
    Map<String, List<Double>> series = new LinkedHashMap<>();
    charted.stream()
        .map(row -> row.shape().batch())
        .distinct()
        .sorted()
        .forEach(
            batch ->
                series.put(
                    "batch " + batch,
                    layers.stream().map(layer -> chartedRatio(charted, layer, batch)).toList()));
    return new Chart(
        "Time of ONNX Runtime divided by ours, one thread, " + chartedLength() + " steps",
        "ratio",
        layers,
        series);
  }

  private static String layer(KernelRow row) {
    return "%s(%d)".formatted(row.shape().cell().label(), row.shape().hidden());
  }

  private static double chartedRatio(List<KernelRow> charted, String layer, int batch) {
    return charted.stream()
        .filter(row -> layer(row).equals(layer) && row.shape().batch() == batch)
        .flatMap(row -> Optional.ofNullable(row.ratios().get(Contestant.ONNX_RUNTIME)).stream())
        .map(ratio -> Math.round(100 * ratio.median()) / 100.0)
        .findFirst()
        .orElse(0.0);
  }

  /** Returns the length of the targets, or else the first measured length. */
  private int chartedLength() {
    List<Integer> lengths = rows.stream().map(row -> row.shape().length()).distinct().toList();
    boolean promised = lengths.isEmpty() || lengths.contains(Targets.STEPS);
    return promised ? Targets.STEPS : lengths.get(0);
  }
}
