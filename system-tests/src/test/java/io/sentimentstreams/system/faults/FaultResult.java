package io.sentimentstreams.system.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a run.
 *
 * @param plan what was to happen
 * @param began when
 * @param took from the first fault to the last recovery
 * @param strikes all faults, in the order in which they happened
 * @param fleets how each fared
 * @param input what is wrong with the published reviews themselves
 */
record FaultResult(
    FaultPlan plan,
    Instant began,
    Duration took,
    List<InjectedFault> strikes,
    List<FleetResult> fleets,
    List<String> input) {

  FaultResult {
    strikes = List.copyOf(strikes);
    fleets = List.copyOf(fleets);
    input = List.copyOf(input);
  }

  /**
   * How a fleet fared.
   *
   * @param instances that were started
   * @param slowestEnd the longest that an instance took to end in order
   * @param wrongEnds of instances, and offsets that were left
   */
  record FleetResult(
      Delivery delivery,
      CheckResult verdict,
      int instances,
      Duration slowestEnd,
      List<String> wrongEnds) {

    FleetResult {
      wrongEnds = List.copyOf(wrongEnds);
    }
  }

  /** Everything that is not as promised, a line each. */
  List<String> broken() {
    List<String> broken = new ArrayList<>(input);
    for (FleetResult fleet : fleets) {
      if (!fleet.delivery().isKeptBy(fleet.verdict())) {
        broken.add(fleet.delivery().name() + ": " + fleet.verdict());
      }
      broken.addAll(fleet.wrongEnds());
    }
    return broken;
  }
}
