package io.sentimentstreams.system.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The kinds of faults in random order, each equally often. Not thread-safe. */
final class ShuffledFaults {

  private final List<FaultKind> kinds;
  private final Random random;
  private final List<FaultKind> left = new ArrayList<>();

  ShuffledFaults(List<FaultKind> kinds, Random random) {
    this.kinds = List.copyOf(kinds);
    this.random = random;
  }

  FaultKind draw() {
    if (left.isEmpty()) {
      left.addAll(kinds);
      Collections.shuffle(left, random);
    }
    return left.remove(left.size() - 1);
  }
}
