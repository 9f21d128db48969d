package io.sentimentstreams.system.faults;

import java.util.Optional;

/**
 * How the application worked with one broker.
 *
 * @param verdict on the answers; absent if the application did not start
 * @param error why it did not start, or how it stopped
 */
record BrokerOutcome(Optional<CheckResult> verdict, Optional<String> error) {

  /** The application did not start. */
  static BrokerOutcome refused(String error) {
    return new BrokerOutcome(Optional.empty(), Optional.of(error));
  }

  /** Whether each review had exactly one answer, and the application stopped without an error. */
  boolean works() {
    return error.isEmpty() && verdict.filter(CheckResult::isExactlyOnce).isPresent();
  }

  /** The cells of a table: reviews, scores, dead letters, lost, duplicates, out of order, wrong. */
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
