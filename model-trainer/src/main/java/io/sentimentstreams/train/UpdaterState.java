package io.sentimentstreams.train;

/** What an optimizer remembers from one update to the next. Not thread-safe. */
final class UpdaterState {

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
  UpdaterState(long updates, float[] momentum, float[] velocity) {
    this.updates = updates;
    this.momentum = momentum;
    this.velocity = velocity;
  }

  /** The state before the first update. */
  static UpdaterState initial(Optimizer optimizer, int parameters) {
    return new UpdaterState(
        0, new float[momentumSize(optimizer, parameters)], new float[parameters]);
  }

  /** How many means of gradients an optimizer keeps. */
  static int momentumSize(Optimizer optimizer, int parameters) {
    return optimizer == Optimizer.ADAM ? parameters : 0;
  }

  /** Counts one more update and returns their number. */
  long countUpdate() {
    return ++updates;
  }

  long updates() {
    return updates;
  }

  float[] momentum() {
    return momentum;
  }

  float[] velocity() {
    return velocity;
  }
}
