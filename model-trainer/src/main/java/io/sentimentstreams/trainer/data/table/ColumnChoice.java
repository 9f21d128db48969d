package io.sentimentstreams.trainer.data.table;

import java.util.Optional;

/**
 * Selection of an optional column.
 *
 * @param name name of the column; empty for no column
 * @param isTyped whether a user selected it, so that it must exist
 */
public record ColumnChoice(Optional<String> name, boolean isTyped) {

  /** No column. */
  static final ColumnChoice ABSENT = new ColumnChoice(Optional.empty(), false);

  private static final String NONE = "none";

  /** Returns a column that is read if it exists. */
  static ColumnChoice standard(String name) {
    return new ColumnChoice(Optional.of(name), false);
  }

  /** Returns the selection for a typed value: the name of a column, or {@code none}. */
  public static ColumnChoice typed(String value) {
    return new ColumnChoice(Optional.of(value).filter(name -> !name.equalsIgnoreCase(NONE)), true);
  }
}
