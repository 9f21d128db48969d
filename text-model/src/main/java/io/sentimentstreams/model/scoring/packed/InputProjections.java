package io.sentimentstreams.model.scoring.packed;

/**
 * Contribution of the input to the gates, {@code x·W + b}, at each timestep of several records, as
 * gate rows in one array. Not thread-safe.
 */
sealed interface InputProjections permits VocabularyProjections, ComputedProjections {

  /** Prepares the rows of the current records. */
  void prepare();

  /** Returns the array with the rows. */
  float[] values();

  /** Returns the start of a timestep's row. */
  int from(int step);
}
