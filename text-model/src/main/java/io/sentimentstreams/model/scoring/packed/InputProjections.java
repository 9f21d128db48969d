package io.sentimentstreams.model.scoring.packed;

/**
 * What the input adds to the gates at each timestep of some records, {@code x·W + b}, as gate rows
 * in one array. Not thread-safe.
 */
sealed interface InputProjections permits VocabularyProjections, ComputedProjections {

  /** Makes the rows of the present records ready. */
  void prepare();

  /** Where the rows stand. */
  float[] values();

  /** Where a timestep's row begins. */
  int from(int step);
}
