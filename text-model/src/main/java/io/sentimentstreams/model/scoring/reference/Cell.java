package io.sentimentstreams.model.scoring.reference;

/** One timestep of a recurrence. Holds its state: not thread-safe. */
sealed interface Cell permits SimpleRnnCell, LstmCell, GruCell {

  /** Forgets everything: the state before the first timestep is zero. */
  void reset();

  /**
   * Takes one timestep's input into the state.
   *
   * @param x where the input stands
   * @param from its first element
   */
  void step(double[] x, int from);

  /** The hidden state after the last step, one element a unit; valid until the next call. */
  double[] hidden();
}
