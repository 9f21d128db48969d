package io.sentimentstreams.trainer.train.optimizer;

/** What an optimizer remembers from one update to the next. Not thread-safe. */
public final class OptimizerState {

  private final float[] momentum;
  private final float[] velocity;
  private long updates;

  /**
   * A state that is gone on with.
   *
   * @param updates that were made, at least 0
   * @param momentum the running mean of each gradient; empty where the optimizer needs none
   * @param velocity the running mean of each gradient's square
   */
  public OptimizerState(long updates, float[] momentum, float[] velocity) {
    this.updates = updates;
    this.momentum = momentum;
    this.velocity = velocity;
  }

  /** The state before the first update. */
  public static OptimizerState initial(Optimizer optimizer, int parameters) {
    return new OptimizerState(
        0, new float[momentumSize(optimizer, parameters)], new float[parameters]);
  }

  /** How many means of gradients an optimizer keeps. */
  public static int momentumSize(Optimizer optimizer, int parameters) {
    return optimizer == Optimizer.ADAM ? parameters : 0;
  }

  /** Counts one more update and returns their number. */
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
