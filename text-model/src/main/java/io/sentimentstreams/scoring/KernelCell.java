package io.sentimentstreams.scoring;

/** One timestep of a recurrence, on kernels. Holds its state: not thread-safe. */
sealed interface KernelCell
    permits SimpleRnnKernelCell, LstmKernelCell, ResetAfterKernelCell, ResetBeforeKernelCell {

  /** Forgets everything: the state before the first timestep is zero. */
  void reset();

  /**
   * Takes one timestep into the state.
   *
   * @param rows where the timestep's gate row stands
   * @param from its first element
   * @param pass the number of timesteps since the reset
   */
  void step(float[] rows, int from, int pass);

  /** The hidden state after the last step, padded; the same array always. */
  float[] hidden();
}
