package io.sentimentstreams.trainer.train;

import java.util.Random;
import java.util.SplittableRandom;

/**
 * The random numbers of a training. Every epoch, and every worker in it, has its own, which the
 * seed and their numbers alone decide: any epoch can begin without those before it.
 */
record RandomStreams(long seed) {

  private static final int ORDER = 0;

  /** What decides the order of examples. */
  Random order(int epoch) {
    return new Random(mix(epoch, ORDER));
  }

  /**
   * What decides what a worker drops.
   *
   * @param worker counted from 0
   */
  SplittableRandom dropout(int epoch, int worker) {
    return new SplittableRandom(mix(epoch, ORDER + 1 + worker));
  }

  private long mix(int epoch, int use) {
    long place = new SplittableRandom(((long) epoch << Integer.SIZE) + use).nextLong();
    return new SplittableRandom(seed ^ place).nextLong();
  }
}
