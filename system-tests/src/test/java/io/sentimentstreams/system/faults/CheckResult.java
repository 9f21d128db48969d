package io.sentimentstreams.system.faults;

import java.util.List;

/**
 * The comparison of the answers with the published records.
 *
 * @param published number of published records
 * @param scored distinct reviews with a score
 * @param deadLettered distinct records with a dead letter
 * @param lost records without an answer
 * @param duplicates answers beyond the first
 * @param outOfOrder first answers that came after the first answer to a later record of their
 *     partition
 * @param wrong answers with a wrong score, kind, key or partition, or to an unpublished record
 * @param examples descriptions of some differences
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

  /** Returns whether every record has one correct answer, in order. */
  boolean isExactlyOnce() {
    return isAtLeastOnce() && duplicates == 0;
  }

  /** Returns whether every record has a correct answer and the first answers are in order. */
  boolean isAtLeastOnce() {
    return lost == 0 && outOfOrder == 0 && wrong == 0;
  }
}
