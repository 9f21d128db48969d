package io.sentimentstreams.model.scoring.reference;

/** Timesteps x features of one record, in reused memory. */
public final class Sequence {

  private final int width;
  private int steps;
  private double[] values = new double[0];

  public Sequence(int width) {
    this.width = width;
  }

  /** Makes room for a number of timesteps; their content is undefined. */
  public void resize(int newSteps) {
    steps = newSteps;
    if (values.length < newSteps * width) {
      values = new double[Math.max(newSteps * width, 2 * values.length)];
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
  public double[] values() {
    return values;
  }
}
