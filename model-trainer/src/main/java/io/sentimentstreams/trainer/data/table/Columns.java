package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.PrintableText;
import io.sentimentstreams.trainer.data.label.LabelValue;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Indices of a table's columns; -1 for columns that the table does not have.
 *
 * @param width number of columns
 * @param text column with the review
 * @param label column with the label
 * @param id column with the review's id
 * @param split column with the name of the split
 */
record Columns(int width, int text, int label, int id, int split) {

  /**
   * Finds columns by their names, ignoring case.
   *
   * @throws InvalidDataException if the text or label column is missing, or two have one name
   */
  static Columns of(Path path, List<String> header, ReadSettings settings) {
    List<String> names = header.stream().map(Columns::lowerCase).toList();
    int text = column(path, names, settings.textNames(), "--text-column");
    int label = column(path, names, settings.labelNames(), "--label-column");
    requireDistinct(path, names);
    return new Columns(names.size(), text, label, names.indexOf("id"), names.indexOf("split"));
  }

  private static int column(Path path, List<String> names, List<String> wanted, String option) {
    return wanted.stream()
        .map(name -> names.indexOf(lowerCase(name)))
        .filter(column -> column >= 0)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidDataException(
                    path,
                    "line 1: no column named %s in %s"
                        .formatted(
                            String.join(" or ", wanted),
                            PrintableText.of(String.join(", ", names))),
                    "Name the columns in the first line, or select one with " + option));
  }

  /** Returns a column name as it is compared: without case and without blanks around it. */
  static String lowerCase(String name) {
    return LabelValue.trimmed(name).toLowerCase(Locale.ROOT);
  }

  private static void requireDistinct(Path path, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!name.isEmpty() && !seen.add(name)) {
        throw new InvalidDataException(
            path,
            "line 1: two columns are named '%s'; case and blanks around a name do not count"
                .formatted(PrintableText.of(name)),
            "Rename or remove one of them");
      }
    }
  }

  /** Passes a row's fields to a collector. */
  void emit(long line, List<String> fields, RowCollector rows) {
    if (fields.size() != width) {
      rows.bad(line, "%d fields; the header has %d".formatted(fields.size(), width));
      return;
    }
    rows.row(
        new LabelledRow(
            line,
            fields.get(text),
            fields.get(label),
            optional(fields, id),
            optional(fields, split)));
  }

  private static Optional<String> optional(List<String> fields, int column) {
    return column < 0 ? Optional.empty() : Optional.of(fields.get(column));
  }
}
