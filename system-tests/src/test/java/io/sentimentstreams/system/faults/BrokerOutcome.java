package io.sentimentstreams.system.faults;

import java.util.Optional;

/**
 * The result of a trial with one broker.
 *
 * @param verdict check of the answers; empty if the application did not start
 * @param error reason why the application did not start or did not stop cleanly
 */
record BrokerOutcome(Optional<CheckResult> verdict, Optional<String> error) {

  /** Creates the result for an application that did not start. */
  static BrokerOutcome refused(String error) {
    return new BrokerOutcome(Optional.empty(), Optional.of(error));
  }

  /** Returns whether each review had exactly one answer and the application stopped cleanly. */
  boolean works() {
    return error.isEmpty() && verdict.filter(CheckResult::isExactlyOnce).isPresent();
  }

  /**
   * Returns the cells of a table row: reviews, scores, dead letters, lost, duplicates, out of
   * order, wrong.
   */
  String cells() {
    return verdict
        .map(
            v ->
                "%d | %d | %d | %d | %d | %d | %d"
                    .formatted(
                        v.published(),
                        v.scored(),
                        v.deadLettered(),
                        v.lost(),
                        v.duplicates(),
                        v.outOfOrder(),
                        v.wrong()))
        .orElse("| | | | | |");
  }
}
