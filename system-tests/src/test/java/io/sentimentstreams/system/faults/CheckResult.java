package io.sentimentstreams.system.faults;

import java.util.List;

/**
 * How the answers compare with what was published.
 *
 * @param published records
 * @param scored different reviews that have a score
 * @param deadLettered different records that have a dead letter
 * @param lost records without an answer
 * @param duplicates answers beyond the first
 * @param outOfOrder first answers that came after the first answer to a later record of their
 *     partition
 * @param wrong answers that are not what was asked for: another score, another kind, key or
 *     partition, or an answer to nothing
 * @param examples of what is wrong
 */
record CheckResult(
    long published,
    long scored,
    long deadLettered,
    long lost,
    long duplicates,
    long outOfOrder,
    long wrong,
    List<String> examples) {

  CheckResult {
    examples = List.copyOf(examples);
  }

  /** Whether every record has one answer, the right one, in order. */
  boolean isExactlyOnce() {
    return isAtLeastOnce() && duplicates == 0;
  }

  /** Whether every record has an answer, the right one, and the first answers are in order. */
  boolean isAtLeastOnce() {
    return lost == 0 && outOfOrder == 0 && wrong == 0;
  }
}
