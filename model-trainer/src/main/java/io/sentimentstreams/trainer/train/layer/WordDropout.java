package io.sentimentstreams.trainer.train.layer;

import java.util.SplittableRandom;

/**
 * Word dropout in training. Distinct words of a sequence are dropped at all of their positions, and
 * the vectors of the others are scaled. This is the embedding dropout of Gal and Ghahramani, 2016,
 * "A Theoretically Grounded Application of Dropout in Recurrent Neural Networks", section 4.2. It
 * prevents a network from depending on single words. Unmasked padding is treated as a word. Not
 * thread-safe.
 */
public final class WordDropout {

  private final float rate;
  private final DropoutMasks masks;
  private long[] keys = new long[0];
  private boolean active;

  /**
   * Creates a word dropout.
   *
   * @param rate dropout probability of a word, 0 to below 1
   * @param masks source of random keys
   */
  public WordDropout(double rate, DropoutMasks masks) {
    this.rate = (float) rate;
    this.masks = masks;
  }

  /**
   * Samples the dropped words of a batch.
   *
   * @param sequences number of sequences
   * @return whether dropout is active
   */
  boolean begin(int sequences) {
    active = masks.drops(rate);
    if (active) {
      if (keys.length < sequences) {
        keys = new long[sequences];
      }
      for (int r = 0; r < sequences; r++) {
        keys[r] = masks.nextKey();
      }
    }
    return active;
  }

  /** Returns whether words of the current batch are dropped. */
  boolean isActive() {
    return active;
  }

  /**
   * Returns the factor of a word's vector: 0 or {@code 1 / (1 - rate)}.
   *
   * @param sequence index of the sequence in the batch
   * @param id token index of the word
   */
  float factor(int sequence, int id) {
    return new SplittableRandom(keys[sequence] ^ id).nextDouble() < rate ? 0 : 1 / (1 - rate);
  }
}
