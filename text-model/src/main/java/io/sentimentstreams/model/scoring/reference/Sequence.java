package io.sentimentstreams.model.scoring.reference;

/** Timesteps x features of one record, in memory that is kept from record to record. */
public final class Sequence {

  private final int width;
  private int steps;
  private double[] values = new double[0];

  public Sequence(int width) {
    this.width = width;
  }

  /** Makes room for a number of timesteps; what they hold is undefined. */
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

  /** All elements, a timestep's features side by side; those past the last timestep are stale. */
  public double[] values() {
    return values;
  }
}
