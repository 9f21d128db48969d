package io.sentimentstreams.system.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of a run.
 *
 * @param plan plan of the run
 * @param began start time
 * @param took duration from the first fault to the last recovery
 * @param strikes all faults in time order
 * @param fleets results of the fleets
 * @param input differences between the input topic and the published reviews
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
   * The result of a fleet.
   *
   * @param delivery processing guarantee and group protocol
   * @param verdict comparison of the answers with the published reviews
   * @param instances number of started instances
   * @param slowestEnd longest time from SIGTERM to the exit of an instance
   * @param wrongEnds unexpected exits, and offsets that were not committed
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

  /** Returns a line for each violated guarantee. */
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
