package io.sentimentstreams.model.scoring.packed;

/** What becomes of the hidden states of a recurrence. Not thread-safe. */
sealed interface HiddenOutput permits LastHidden, HiddenSequence, PooledHidden {

  /**
   * Some records begin.
   *
   * @param steps the timesteps of all of them together
   */
  void begin(int records, int steps);

  /**
   * Takes hidden states.
   *
   * @param hidden of the first records, one after another
   * @param steps the timestep that each of them belongs to
   * @param count how many
   */
  void take(float[] hidden, int[] steps, int count);

  /** All records have ended. */
  void end(float[] hidden);
}
