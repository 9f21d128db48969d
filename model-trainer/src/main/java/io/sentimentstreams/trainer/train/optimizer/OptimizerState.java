package io.sentimentstreams.trainer.train.optimizer;

/** State of an optimizer between updates. Not thread-safe. */
public final class OptimizerState {

  private final float[] momentum;
  private final float[] velocity;
  private long updates;

  /**
   * Creates a state.
   *
   * @param updates number of updates, at least 0
   * @param momentum moving average of each gradient; empty if the optimizer does not use it
   * @param velocity moving average of each squared gradient
   */
  public OptimizerState(long updates, float[] momentum, float[] velocity) {
    this.updates = updates;
    this.momentum = momentum;
    this.velocity = velocity;
  }

  /** Returns the state before the first update. */
  public static OptimizerState initial(Optimizer optimizer, int parameters) {
    return new OptimizerState(
        0, new float[momentumSize(optimizer, parameters)], new float[parameters]);
  }

  /** Returns the length of the momentum array of an optimizer. */
  public static int momentumSize(Optimizer optimizer, int parameters) {
    return optimizer == Optimizer.ADAM ? parameters : 0;
  }

  /** Increments and returns the number of updates. */
  public long countUpdate() {
    return ++updates;
  }

  public long updates() {
    return updates;
  }

  public float[] momentum() {
    return momentum;
  }

  public float[] velocity() {
    return velocity;
  }
}
