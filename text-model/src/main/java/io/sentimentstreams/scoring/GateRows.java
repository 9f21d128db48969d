package io.sentimentstreams.scoring;

/**
 * What the input adds to the gates at each timestep of a record, {@code x·W + b}, as gate rows in
 * one array. Not thread-safe.
 */
sealed interface GateRows permits TokenRows, ProjectedRows {

  /** Makes the rows of the present record ready; returns the number of timesteps. */
  int prepare();

  /** Where the rows stand. */
  float[] values();

  /** Where a timestep's row begins. */
  int from(int step);
}
