package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;

/**
 * Drops features of the hidden state on their way into a recurrence's gates, as {@code
 * recurrent_dropout} of Keras does: each gate has a mask of its own, which a sequence keeps at all
 * of its timesteps (Gal and Ghahramani, 2016). The state itself is handed on whole. Not
 * thread-safe.
 */
public final class StateDropout {

  private final float rate;
  private final int gates;
  private final int units;
  private final DropoutMasks masks;
  private final Activations dropped = new Activations();
  private float[] mask = new float[0];
  private int sequences;
  private boolean active;

  /**
   * A dropout of hidden states.
   *
   * @param rate the probability that a feature is dropped, 0 to below 1
   */
  public StateDropout(double rate, int gates, int units, DropoutMasks masks) {
    this.rate = (float) rate;
    this.gates = gates;
    this.units = units;
    this.masks = masks;
  }

  /** Draws the masks for a batch. */
  void begin(PackedSequences packing) {
    active = masks.drops(rate);
    if (active) {
      sequences = packing.sequences();
      mask = masks.sample(mask, gates * sequences * units, rate);
    }
  }

  boolean active() {
    return active;
  }

  /** The states of one timestep's rows as a gate sees them, from the first element on. */
  float[] drop(int gate, float[] states, int row, int rows) {
    float[] target = dropped.resize(rows, units).values();
    multiply(gate, states, row, rows, target, 0);
    return target;
  }

  /** The states of all rows of a batch as a gate sees them, from the first element on. */
  float[] dropAll(int gate, float[] states, PackedSequences packing) {
    float[] target = dropped.resize(packing.rows(), units).values();
    for (int t = 0; t < packing.steps(); t++) {
      multiply(gate, states, packing.offset(t), packing.active(t), target, packing.offset(t));
    }
    return target;
  }

  private void multiply(
      int gate, float[] states, int row, int rows, float[] target, int targetRow) {
    int from = row * units;
    int to = targetRow * units;
    int first = gate * sequences * units;
    for (int i = 0; i < rows * units; i++) {
      target[to + i] = states[from + i] * mask[first + i];
    }
  }

  /** Adds a gate's gradients by the states it saw, from the first element on, to the states'. */
  void addGradient(int gate, float[] seen, float[] target, int targetRow, int rows) {
    int to = targetRow * units;
    int first = gate * sequences * units;
    for (int i = 0; i < rows * units; i++) {
      target[to + i] += seen[i] * mask[first + i];
    }
  }
}
