package io.sentimentstreams.app.registry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Wait times between attempts: doubled each time, up to a limit. Not thread-safe. */
final class BackOff {

  private static final double SPREAD = 0.2;

  private final Duration first;
  private final Duration longest;
  private Duration next;

  BackOff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    next = first;
  }

  /** Returns the next wait time, spread by 20 %, so that instances do not retry at once. */
  Duration next() {
    Duration wait = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
    double factor = 1 + ThreadLocalRandom.current().nextDouble(-SPREAD, SPREAD);
    return Duration.ofNanos((long) (wait.toNanos() * factor));
  }

  /** Resets the wait time after a success. */
  void reset() {
    next = first;
  }
}
