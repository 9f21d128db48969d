package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.benchmarks.engine.Contestant;
import io.sentimentstreams.benchmarks.result.FigureFormat;
import io.sentimentstreams.benchmarks.result.Quartiles;
import io.sentimentstreams.benchmarks.result.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Targets of the kernels, compared with the measurements. */
final class Targets {

  /** Number of timesteps of the targets. */
  static final int STEPS = 200;

  private final List<KernelRow> rows;

  Targets(List<KernelRow> rows) {
    this.rows = rows;
  }

  Table table() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        ratio(
            "LSTM(64), 200 steps, batch 1, ratio to ONNX Runtime",
            CellKind.LSTM,
            1,
            Contestant.ONNX_RUNTIME,
            1.5,
            3));
    lines.add(
        ratio(
            "LSTM(64), 200 steps, batch 32, ratio to ONNX Runtime",
            CellKind.LSTM,
            32,
            Contestant.ONNX_RUNTIME,
            1.3,
            2));
    lines.add(
        ratio(
            "GRU(64), 200 steps, batch 1, ratio to ONNX Runtime",
            CellKind.GRU,
            1,
            Contestant.ONNX_RUNTIME,
            1.3,
            2.5));
    lines.add(
        ratio(
            "LSTM(64), 200 steps, batch 1, ratio to Deeplearning4j",
            CellKind.LSTM,
            1,
            Contestant.DEEPLEARNING4J,
            100,
            200));
    lines.add(peakShare());
    return new Table(
        "Targets of the kernels, on one thread.",
        List.of("figure", "must", "aim", "measured"),
        lines);
  }

  private List<String> ratio(
      String label, CellKind cell, int batch, Contestant peer, double must, double aim) {
    Optional<Quartiles> measured =
        rows.stream()
            .filter(row -> is(row.shape(), cell, 64) && row.shape().batch() == batch)
            .filter(row -> row.shape().length() == STEPS)
            .flatMap(row -> Optional.ofNullable(row.ratios().get(peer)).stream())
            .findFirst();
    return List.of(
        label,
        FigureFormat.ratio(must),
        FigureFormat.ratio(aim),
        measured.map(FigureFormat::ratio).orElse(FigureFormat.NONE));
  }

  private List<String> peakShare() {
    Predicate<KernelRow> wide = row -> is(row.shape(), CellKind.LSTM, 128);
    Optional<KernelRow> best =
        rows.stream().filter(wide).max(Comparator.comparingDouble(row -> row.peakShare().median()));
    return List.of(
        "LSTM(128), best batch, of the FMA peak",
        FigureFormat.percent(0.45),
        FigureFormat.percent(0.65),
        best.map(
                row ->
                    "%s (batch %d)"
                        .formatted(
                            FigureFormat.percent(row.peakShare().median()), row.shape().batch()))
            .orElse(FigureFormat.NONE));
  }

  private static boolean is(KernelCase shape, CellKind cell, int hidden) {
    return shape.cell() == cell && shape.hidden() == hidden && shape.threads() == 1;
  }
}
