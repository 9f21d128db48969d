package io.sentimentstreams.model.scoring.packed;

/**
 * One timestep of a recurrence on kernels, for several records side by side. Holds their states.
 * Not thread-safe.
 */
sealed interface KernelCell
    permits SimpleRnnKernelCell, LstmKernelCell, ResetAfterKernelCell, ResetBeforeKernelCell {

  /** Sets the states to zero, as before the first timestep. */
  void reset();

  /**
   * Updates the states of the first records by one timestep; the other states do not change.
   *
   * @param rows array with the gate rows of the timesteps
   * @param from start of each record's gate row
   * @param count number of records
   * @param pass number of timesteps since the reset
   */
  void step(float[] rows, int[] from, int count, int pass);

  /**
   * Returns the hidden states after the last step, one record after another; always the same array.
   */
  float[] hidden();

  /** Returns the distance between the hidden states of records. */
  int stride();
}
