package io.sentimentstreams.system.faults;

import java.time.Duration;
import java.util.Random;

/** Pauses of random length during a fault. */
final class Pause {

  private Pause() {}

  /** Waits for a random time up to the maximum. */
  static void upTo(Duration most, Random random) throws InterruptedException {
    Thread.sleep(random.nextLong(most.toMillis() + 1));
  }

  /** Waits for a timeout plus 0.5 s and up to two thirds of the timeout. */
  static void longerThan(Duration timeout, Random random) throws InterruptedException {
    Thread.sleep(timeout.toMillis() + 500);
    upTo(timeout.multipliedBy(2).dividedBy(3), random);
  }
}
