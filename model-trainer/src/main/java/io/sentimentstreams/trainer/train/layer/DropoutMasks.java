package io.sentimentstreams.trainer.train.layer;

import java.util.SplittableRandom;

/** Source of one worker's dropout masks, initially inactive. Not thread-safe. */
public final class DropoutMasks {

  private SplittableRandom random = new SplittableRandom(0);
  private boolean training;

  /** Sets the source of random numbers. */
  public void restart(SplittableRandom newRandom) {
    random = newRandom;
  }

  /** Activates or deactivates dropout. */
  public void activate(boolean newTraining) {
    training = newTraining;
  }

  /** Returns whether dropout with a rate is active. */
  boolean drops(float rate) {
    return training && rate > 0;
  }

  /** Returns a random key for the dropped words of one sequence. */
  long nextKey() {
    return random.nextLong();
  }

  /**
   * Samples factors: 0 with the probability of the rate, otherwise {@code 1 / (1 - rate)}.
   *
   * @param mask reused if it is long enough
   * @return the mask, or a longer array
   */
  public float[] sample(float[] mask, int elements, float rate) {
    float[] factors = mask.length < elements ? new float[elements] : mask;
    float scale = 1 / (1 - rate);
    for (int i = 0; i < elements; i++) {
      factors[i] = random.nextDouble() < rate ? 0 : scale;
    }
    return factors;
  }
}
