package io.sentimentstreams.scoring;

/** What becomes of the hidden states of a recurrence. Not thread-safe. */
sealed interface HiddenOutput permits LastHidden, HiddenSequence, PooledHidden {

  /** A record of some timesteps begins. */
  void begin(int steps);

  /** Takes the hidden state that belongs to a timestep. */
  void take(float[] hidden, int step);

  /** The record has ended. */
  void end(float[] hidden);
}
