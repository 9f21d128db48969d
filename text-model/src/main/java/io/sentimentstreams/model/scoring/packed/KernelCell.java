package io.sentimentstreams.model.scoring.packed;

/**
 * One timestep of a recurrence on kernels, for some records side by side. Holds their states: not
 * thread-safe.
 */
sealed interface KernelCell
    permits SimpleRnnKernelCell, LstmKernelCell, ResetAfterKernelCell, ResetBeforeKernelCell {

  /** Forgets everything: the states before the first timestep are zero. */
  void reset();

  /**
   * Takes one timestep into the states of the first records; those of the others stay.
   *
   * @param rows where the timesteps' gate rows stand
   * @param from the first element of each record's gate row
   * @param count the number of records
   * @param pass the number of timesteps since the reset
   */
  void step(float[] rows, int[] from, int count, int pass);

  /** The hidden states after the last step, one record after another; the same array always. */
  float[] hidden();

  /** The distance from one record's hidden state to the next. */
  int stride();
}
