package io.sentimentstreams.system.faults;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The plan of a run.
 *
 * @param seed random seed
 * @param faults maximum number of faults
 * @param time duration after which no further fault is injected; empty for no limit
 * @param deliveries one for each fleet
 * @param perSecond published reviews per second
 * @param kinds permitted kinds of faults
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
      throw new IllegalArgumentException("reviews per second must be positive, was " + perSecond);
    }
    if (deliveries.isEmpty()) {
      throw new IllegalArgumentException("deliveries must not be empty");
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

  /** Returns the number of faults of brokers. */
  int ofBrokers() {
    return (faults + OF_BROKERS_ONE_IN - 1) / OF_BROKERS_ONE_IN;
  }

  /** Returns the number of faults of the instances of a fleet. */
  int ofFleet(int index) {
    int all = faults - ofBrokers();
    return all / deliveries.size() + (index < all % deliveries.size() ? 1 : 0);
  }
}
