package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.Timestep;
import java.util.Arrays;

/**
 * What a recurrence keeps of a batch from its forward to its backward pass, one row for every
 * timestep of every sequence.
 */
final class RecurrentCache {

  private final Activations sums = new Activations();
  private final Activations hidden = new Activations();
  private final Activations before = new Activations();
  private final Activations hiddenGradient = new Activations();

  /** Makes room for a batch. */
  void resize(int rows, int units, int width) {
    sums.resize(rows, width);
    hidden.resize(rows, units);
    before.resize(rows, units);
    hiddenGradient.resize(rows, units);
  }

  /** Copies to the rows of a timestep what the sequences' hidden states were before it. */
  void loadPrevious(Timestep step) {
    int units = hidden.width();
    int from = step.row() * units;
    int carried = step.carried() * units;
    System.arraycopy(hidden.values(), step.previous() * units, before(), from, carried);
    Arrays.fill(before(), from + carried, from + step.rows() * units, 0);
  }

  /**
   * The input's part of each gate, then the gate itself; in the backward pass the gradient by the
   * input's part.
   */
  float[] sums() {
    return sums.values();
  }

  Activations sumActivations() {
    return sums;
  }

  /** The hidden states. */
  float[] hidden() {
    return hidden.values();
  }

  Activations hiddenActivations() {
    return hidden;
  }

  /** The hidden states before each timestep. */
  float[] before() {
    return before.values();
  }

  /** The gradients by the hidden states. */
  float[] hiddenGradient() {
    return hiddenGradient.values();
  }

  int rows() {
    return hidden.rows();
  }
}
