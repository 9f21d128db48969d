package io.sentimentstreams.system.faults;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to happen.
 *
 * @param seed of all that is random
 * @param faults how many at most
 * @param time after which no fault is begun, if it is limited
 * @param deliveries a fleet for each
 * @param perSecond reviews that are published meanwhile
 * @param kinds the faults are of these
 */
record FaultPlan(
    long seed,
    int faults,
    Optional<Duration> time,
    List<Delivery> deliveries,
    int perSecond,
    Set<FaultKind> kinds) {

  private static final int OF_BROKERS_ONE_IN = 4;

  FaultPlan {
    if (faults < 1) {
      throw new IllegalArgumentException("faults must be positive, was " + faults);
    }
    if (perSecond < 1) {
      throw new IllegalArgumentException("reviews a second must be positive, was " + perSecond);
    }
    if (deliveries.isEmpty()) {
      throw new IllegalArgumentException("there must be a fleet");
    }
    deliveries = List.copyOf(deliveries);
    kinds = Set.copyOf(kinds);
    if (Collections.disjoint(kinds, FaultKind.ofBrokers())
        || Collections.disjoint(kinds, FaultKind.ofInstances())) {
      throw new IllegalArgumentException(
          "kinds must contain a fault of brokers and one of instances, were " + kinds);
    }
  }

  /** Returns those of the given kinds that the plan contains, in the given order. */
  List<FaultKind> of(List<FaultKind> kinds) {
    return kinds.stream().filter(this.kinds::contains).toList();
  }

  /** How many of the faults brokers have. */
  int ofBrokers() {
    return (faults + OF_BROKERS_ONE_IN - 1) / OF_BROKERS_ONE_IN;
  }

  /** How many of the faults the instances of a fleet have. */
  int ofFleet(int index) {
    int all = faults - ofBrokers();
    return all / deliveries.size() + (index < all % deliveries.size() ? 1 : 0);
  }
}
