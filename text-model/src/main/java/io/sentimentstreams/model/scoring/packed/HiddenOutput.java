package io.sentimentstreams.model.scoring.packed;

/** Consumer of the hidden states of a recurrence. Not thread-safe. */
sealed interface HiddenOutput permits LastHidden, HiddenSequence, PooledHidden {

  /**
   * Starts a group of records.
   *
   * @param steps number of timesteps of all records together
   */
  void begin(int records, int steps);

  /**
   * Accepts hidden states.
   *
   * @param hidden states of the first records, one after another
   * @param steps timestep of each state
   * @param count number of states
   */
  void accept(float[] hidden, int[] steps, int count);

  /** Finishes the group of records. */
  void end(float[] hidden);
}
