package io.sentimentstreams.model.scoring.reference;

/** One timestep of a recurrence. Holds its state. Not thread-safe. */
sealed interface Cell permits SimpleRnnCell, LstmCell, GruCell {

  /** Sets the state to zero, as before the first timestep. */
  void reset();

  /**
   * Updates the state by one timestep.
   *
   * @param x array with the input
   * @param from first element of the input
   */
  void step(double[] x, int from);

  /**
   * Returns the hidden state after the last step, one element per unit; valid until the next call.
   */
  double[] hidden();
}
