package io.sentimentstreams.trainer.train.layer;

import java.util.SplittableRandom;

/**
 * Drops words of a sequence in training, each at all of its places, and scales the vectors of those
 * that stay (embedding dropout of Gal and Ghahramani, 2016, "A Theoretically Grounded Application
 * of Dropout in Recurrent Neural Networks", section 4.2). A network that cannot count on any one
 * word learns from more of them. The padding of a network that reads it is a word like others. Not
 * thread-safe.
 */
public final class WordDropout {

  private final float rate;
  private final DropoutMasks masks;
  private long[] keys = new long[0];
  private boolean active;

  /**
   * A dropout of words.
   *
   * @param rate the probability that a word is dropped, 0 to below 1
   * @param masks what draws, and knows whether this is training
   */
  public WordDropout(double rate, DropoutMasks masks) {
    this.rate = (float) rate;
    this.masks = masks;
  }

  /**
   * Begins a batch.
   *
   * @param sequences how many there are
   * @return whether words are dropped now
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

  /** Whether words of the batch that began last are dropped. */
  boolean isActive() {
    return active;
  }

  /**
   * What a word's vector is multiplied by: 0, or {@code 1 / (1 - rate)}.
   *
   * @param sequence of the batch, 0 upwards
   * @param id the word's token index
   */
  float factor(int sequence, int id) {
    return new SplittableRandom(keys[sequence] ^ id).nextDouble() < rate ? 0 : 1 / (1 - rate);
  }
}
