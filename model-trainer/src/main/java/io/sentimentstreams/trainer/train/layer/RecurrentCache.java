package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.Timestep;
import java.util.Arrays;

/**
 * Values of a recurrent layer from the forward pass that the backward pass needs, one row per
 * timestep of each sequence. Not thread-safe: one per worker.
 */
final class RecurrentCache {

  private final Activations sums = new Activations();
  private final Activations hidden = new Activations();
  private final Activations before = new Activations();
  private final Activations hiddenGradient = new Activations();

  /** Resizes the cache for a batch. */
  void resize(int rows, int units, int width) {
    sums.resize(rows, width);
    hidden.resize(rows, units);
    before.resize(rows, units);
    hiddenGradient.resize(rows, units);
  }

  /** Copies the previous hidden states to the rows of a timestep. */
  void loadPrevious(Timestep step) {
    int units = hidden.width();
    int from = step.row() * units;
    int carried = step.carried() * units;
    System.arraycopy(hidden.values(), step.previous() * units, before(), from, carried);
    Arrays.fill(before(), from + carried, from + step.rows() * units, 0);
  }

  /**
   * Returns the gate inputs, then the gate values; after the backward pass the gradients by the
   * gate inputs.
   */
  float[] sums() {
    return sums.values();
  }

  Activations sumActivations() {
    return sums;
  }

  /** Returns the hidden states. */
  float[] hidden() {
    return hidden.values();
  }

  Activations hiddenActivations() {
    return hidden;
  }

  /** Returns the hidden states before each timestep. */
  float[] before() {
    return before.values();
  }

  /** Returns the gradients by the hidden states. */
  float[] hiddenGradient() {
    return hiddenGradient.values();
  }

  int rows() {
    return hidden.rows();
  }
}
