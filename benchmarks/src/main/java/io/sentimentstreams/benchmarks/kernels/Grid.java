package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.benchmarks.engine.Contestant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Shapes of work to be measured: every combination.
 *
 * @param cells kinds of layers
 * @param hidden widths of states
 * @param lengths timesteps
 * @param batches records in one call
 * @param threads that score at once
 */
public record Grid(
    List<CellKind> cells,
    List<Integer> hidden,
    List<Integer> lengths,
    List<Integer> batches,
    List<Integer> threads) {

  private static final int DL4J_HIDDEN = 64;
  private static final int DL4J_LENGTH = 200;

  public Grid {
    cells = List.copyOf(cells);
    hidden = List.copyOf(hidden);
    lengths = List.copyOf(lengths);
    batches = List.copyOf(batches);
    threads = List.copyOf(threads);
  }

  /** All combinations. */
  public List<KernelCase> cases() {
    List<KernelCase> cases = new ArrayList<>();
    for (int count : threads) {
      for (CellKind cell : cells) {
        for (int units : hidden) {
          for (int length : lengths) {
            for (int batch : batches) {
              cases.add(new KernelCase(cell, units, length, batch, count));
            }
          }
        }
      }
    }
    return cases;
  }

  /** The few shapes that a minute is enough for: those that something is promised of. */
  static List<KernelCase> quick(int allThreads) {
    Set<KernelCase> cases = new LinkedHashSet<>();
    for (int batch : List.of(1, 8, 32)) {
      cases.add(new KernelCase(CellKind.LSTM, 64, 200, batch, 1));
    }
    for (int batch : List.of(1, 32)) {
      cases.add(new KernelCase(CellKind.GRU, 64, 200, batch, 1));
    }
    cases.add(new KernelCase(CellKind.SIMPLE_RNN, 64, 200, 1, 1));
    for (int batch : List.of(1, 8, 32)) {
      cases.add(new KernelCase(CellKind.LSTM, 128, 200, batch, 1));
    }
    cases.add(new KernelCase(CellKind.LSTM, 64, 500, 1, 1));
    cases.add(new KernelCase(CellKind.LSTM, 64, 200, 1, allThreads));
    return List.copyOf(cases);
  }

  /** Who is measured on a shape; ours first. Deeplearning4j takes too long for all of them. */
  static List<Contestant> contestants(KernelCase shape) {
    List<Contestant> contestants = new ArrayList<>();
    contestants.add(Contestant.OURS);
    if (shape.batch() > 1) {
      contestants.add(Contestant.OURS_BATCHED);
    }
    contestants.add(Contestant.ONNX_RUNTIME);
    if (shape.threads() > 1) {
      contestants.add(Contestant.ONNX_RUNTIME_PARALLEL);
    }
    boolean dl4j =
        shape.cell() != CellKind.GRU
            && shape.hidden() == DL4J_HIDDEN
            && shape.length() == DL4J_LENGTH
            && shape.batch() == 1
            && shape.threads() == 1;
    if (dl4j) {
      contestants.add(Contestant.DEEPLEARNING4J);
    }
    return contestants;
  }
}
