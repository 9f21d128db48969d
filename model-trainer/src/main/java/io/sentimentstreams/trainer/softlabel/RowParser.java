package io.sentimentstreams.trainer.softlabel;

/** Parser of the lines of a soft-label file after its header. Immutable. */
sealed interface RowParser permits JsonRowParser, TableRowParser {

  /** Returns the facts in the header. */
  SoftLabelHeader header();

  /**
   * Parses a line.
   *
   * @throws io.sentimentstreams.trainer.data.InvalidDataException if it is not a soft label
   */
  SoftLabelRow row(Place place, String line);
}
