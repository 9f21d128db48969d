package io.sentimentstreams.model.scoring.packed;

/** Timesteps x features of several records, one record after another, in reused memory. */
final class FloatSequence {

  private final int width;
  private int steps;
  private float[] values = new float[0];

  FloatSequence(int width) {
    this.width = width;
  }

  /** Makes room for a number of timesteps; their content is undefined. */
  void resize(int newSteps) {
    steps = newSteps;
    int size = Math.multiplyExact(newSteps, width);
    if (values.length < size) {
      values = new float[Math.max(size, 2 * values.length)];
    }
  }

  int steps() {
    return steps;
  }

  int width() {
    return width;
  }

  /**
   * Returns all elements, the features of a timestep side by side; those after the last timestep
   * are stale.
   */
  float[] values() {
    return values;
  }
}
