package io.sentimentstreams.model.scoring.packed;

/** Timesteps x features of some records, one record after another, in memory that is kept. */
final class FloatSequence {

  private final int width;
  private int steps;
  private float[] values = new float[0];

  FloatSequence(int width) {
    this.width = width;
  }

  /** Makes room for a number of timesteps; what they hold is undefined. */
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

  /** All elements, a timestep's features side by side; those past the last timestep are stale. */
  float[] values() {
    return values;
  }
}
