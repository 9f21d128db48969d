package io.sentimentstreams.quickstart;

import java.util.List;

/**
 * The columns of a table.
 *
 * @param number the name of the score or probability
 * @param labelColumns the width of the labels, in characters
 * @param showsRoute whether there is a column for the route of the model
 */
record TableLayout(String number, int labelColumns, boolean showsRoute) {

  private static final int MIN_LABEL_COLUMNS = 8;
  private static final int MAX_LABEL_COLUMNS = 24;

  /** Returns the columns for a model. */
  static TableLayout of(PlayedModel model, boolean showsRoute) {
    return of(model.numberName(), model.labels().labels(), showsRoute);
  }

  /** Returns columns that are wide enough for labels of up to 24 characters. */
  static TableLayout of(String number, List<String> labels, boolean showsRoute) {
    int longest = labels.stream().mapToInt(TextWidth::of).max().orElse(0);
    int columns = Math.max(MIN_LABEL_COLUMNS, Math.min(MAX_LABEL_COLUMNS, longest));
    return new TableLayout(number, columns, showsRoute);
  }
}
