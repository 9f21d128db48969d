package io.sentimentstreams.benchmarks.kernels;

import io.sentimentstreams.benchmarks.engine.Contestant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Grid of shapes: every combination of its values.
 *
 * @param cells kinds of layers
 * @param hidden widths of states
 * @param lengths numbers of timesteps
 * @param batches records per call
 * @param threads numbers of scoring threads
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

  /** Returns all combinations. */
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

  /** Returns the few shapes with targets, for which a minute is enough. */
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

  /** Returns the engines for a shape, ours first. Deeplearning4j is too slow for all shapes. */
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
