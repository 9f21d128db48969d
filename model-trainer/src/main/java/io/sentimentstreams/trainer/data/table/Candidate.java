package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.label.LabelValue;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A review whose id and label are checked when all rows are known.
 *
 * @param place where the row is
 * @param id empty if the table has no such column
 * @param text the review
 * @param label its label
 * @param split name of its split; empty if the table has no such column
 * @param domain empty if no such column was asked for
 */
record Candidate(
    Place place,
    Optional<String> id,
    String text,
    LabelValue label,
    Optional<String> split,
    Optional<String> domain) {

  /**
   * Place of a row.
   *
   * @param file the file
   * @param line first line of the row, from 1
   * @param row number of the row in all files, from 1
   */
  record Place(Path file, long line, long row) {}

  /** Returns whether the row names its split. */
  boolean hasSplit() {
    return split.filter(name -> !name.isBlank()).isPresent();
  }

  /** Returns whether the table has a column with splits that is empty in this row. */
  boolean hasEmptySplit() {
    return split.filter(String::isBlank).isPresent();
  }

  /** Returns this review with another id. */
  Candidate withId(String other) {
    return new Candidate(place, Optional.of(other), text, label, split, domain);
  }

  /** Returns the line of this review as a bad line. */
  BadLine bad(String problem) {
    return new BadLine(place.file(), place.line(), problem);
  }
}
