package io.sentimentstreams.trainer.train.layer;

import java.util.SplittableRandom;

/** Draws what one worker drops, at first nothing. Not thread-safe. */
public final class DropoutMasks {

  private SplittableRandom random = new SplittableRandom(0);
  private boolean training;

  /** Draws from other random numbers from now on. */
  public void restart(SplittableRandom newRandom) {
    random = newRandom;
  }

  /** Drops from now on, or no more. */
  public void activate(boolean newTraining) {
    training = newTraining;
  }

  /** Whether anything is dropped now. */
  boolean drops(float rate) {
    return training && rate > 0;
  }

  /** Draws a number that decides what is dropped of one sequence. */
  long nextKey() {
    return random.nextLong();
  }

  /**
   * Draws factors: 0 with a probability of the rate, or {@code 1 / (1 - rate)}.
   *
   * @param mask where, if it is long enough
   * @return the mask, or a longer one
   */
  public float[] sample(float[] mask, int elements, float rate) {
    float[] drawn = mask.length < elements ? new float[elements] : mask;
    float scale = 1 / (1 - rate);
    for (int i = 0; i < elements; i++) {
      drawn[i] = random.nextDouble() < rate ? 0 : scale;
    }
    return drawn;
  }
}
