package io.sentimentstreams.system.faults;

import java.time.Duration;
import java.util.Random;

/** Lets time pass where a fault is nothing but time that passes. */
final class Pause {

  private Pause() {}

  /** Any time up to this. */
  static void upTo(Duration most, Random random) throws InterruptedException {
    Thread.sleep(random.nextLong(most.toMillis() + 1));
  }

  /** A timeout and up to two thirds more. */
  static void longerThan(Duration timeout, Random random) throws InterruptedException {
    Thread.sleep(timeout.toMillis() + 500);
    upTo(timeout.multipliedBy(2).dividedBy(3), random);
  }
}
