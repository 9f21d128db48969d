package io.sentimentstreams.trainer.train;

import java.util.Random;
import java.util.SplittableRandom;

/**
 * Random number streams of a training. Each epoch and each worker has an independent stream derived
 * from the seed, so that training can resume at any epoch.
 */
record RandomStreams(long seed) {

  private static final int ORDER = 0;

  /** Returns the stream for the order of examples. */
  Random order(int epoch) {
    return new Random(mix(epoch, ORDER));
  }

  /**
   * Returns the stream for a worker's dropout.
   *
   * @param worker worker number from 0
   */
  SplittableRandom dropout(int epoch, int worker) {
    return new SplittableRandom(mix(epoch, ORDER + 1 + worker));
  }

  private long mix(int epoch, int use) {
    long streamSeed = new SplittableRandom(((long) epoch << Integer.SIZE) + use).nextLong();
    return new SplittableRandom(seed ^ streamSeed).nextLong();
  }
}
