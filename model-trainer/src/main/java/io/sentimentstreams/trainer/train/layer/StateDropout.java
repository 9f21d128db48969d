package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;

/**
 * Dropout of hidden states as input of the gates, as {@code recurrent_dropout} of Keras. Each gate
 * has a separate mask, which is constant over the timesteps of a sequence (Gal and Ghahramani,
 * 2016). The hidden state itself is not modified. Not thread-safe.
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
   * Creates a dropout of hidden states.
   *
   * @param rate dropout probability of a feature, 0 to below 1
   */
  public StateDropout(double rate, int gates, int units, DropoutMasks masks) {
    this.rate = (float) rate;
    this.gates = gates;
    this.units = units;
    this.masks = masks;
  }

  /** Samples the masks of a batch. */
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

  /** Returns the masked states of one timestep for a gate, starting at the first element. */
  float[] drop(int gate, float[] states, int row, int rows) {
    float[] target = dropped.resize(rows, units).values();
    multiply(gate, states, row, rows, target, 0);
    return target;
  }

  /** Returns the masked states of all rows of a batch for a gate, starting at the first element. */
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

  /** Adds a gate's gradients by the masked states to the gradients by the states. */
  void addGradient(int gate, float[] maskedGradient, float[] target, int targetRow, int rows) {
    int to = targetRow * units;
    int first = gate * sequences * units;
    for (int i = 0; i < rows * units; i++) {
      target[to + i] += maskedGradient[i] * mask[first + i];
    }
  }
}
