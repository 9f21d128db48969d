package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.Timestep;

/** Operations of both GRU variants on hidden states. */
final class GruState {

  private GruState() {}

  /**
   * Computes {@code h' = z * h + (1 - z) * n} for one row.
   *
   * @param gate offset of the row's gates: update, reset, candidate
   * @param from offset of the row's states
   */
  static void interpolate(
      float[] gates, int gate, float[] before, float[] hidden, int from, int units) {
    for (int j = 0; j < units; j++) {
      float update = gates[gate + j];
      hidden[from + j] = update * before[from + j] + (1 - update) * gates[gate + 2 * units + j];
    }
  }

  /** Adds the hidden gradients of a timestep to those of the previous timestep. */
  static void addToPrevious(RecurrentCache cache, Timestep step, int units) {
    float[] dh = cache.hiddenGradient();
    int from = step.row() * units;
    int to = step.previous() * units;
    for (int i = 0; i < step.carried() * units; i++) {
      dh[to + i] += dh[from + i];
    }
  }
}
