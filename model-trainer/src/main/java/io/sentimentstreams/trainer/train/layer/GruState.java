package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.Timestep;

/** What both forms of the GRU share: the update gate mixes the state before with the candidate. */
final class GruState {

  private GruState() {}

  /**
   * {@code h' = z * h + (1 - z) * n} for one row.
   *
   * @param gate where the row's gates begin: update, reset, candidate
   * @param from where the row's states begin
   */
  static void interpolate(
      float[] gates, int gate, float[] before, float[] hidden, int from, int units) {
    for (int j = 0; j < units; j++) {
      float update = gates[gate + j];
      hidden[from + j] = update * before[from + j] + (1 - update) * gates[gate + 2 * units + j];
    }
  }

  /** Adds the gradients that a timestep's rows hold to those of the rows before. */
  static void addToPrevious(RecurrentCache memory, Timestep step, int units) {
    float[] dh = memory.hiddenGradient();
    int from = step.row() * units;
    int to = step.previous() * units;
    for (int i = 0; i < step.carried() * units; i++) {
      dh[to + i] += dh[from + i];
    }
  }
}
