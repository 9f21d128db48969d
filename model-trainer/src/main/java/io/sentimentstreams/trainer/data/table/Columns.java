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
import java.util.stream.IntStream;

/**
 * Indices of a table's columns; -1 for columns that the table does not have.
 *
 * @param width number of columns
 * @param text column with the review
 * @param label column with the label
 * @param id column with the review's id
 * @param split column with the name of the split
 * @param domain column with the domain of the review
 */
record Columns(int width, int text, int label, int id, int split, int domain) {

  /**
   * Finds columns by the names in the first row, ignoring case, or by number if the first row is
   * not a header.
   *
   * @param delimiter character between the columns, for suggestions
   * @throws InvalidDataException if the text or label column is missing, or two have one name
   */
  static Columns of(
      Path path, List<String> first, char delimiter, ReadSettings settings, RowCollector rows) {
    boolean header = settings.layout().hasHeader();
    List<String> names =
        header
            ? first.stream().map(name -> name.replace("\uFEFF", "").strip()).toList()
            : IntStream.rangeClosed(1, first.size()).mapToObj(Integer::toString).toList();
    HeaderProblem problem = new HeaderProblem(path, first, delimiter, settings);
    Columns columns =
        new Columns(
            names.size(),
            settings
                .textNames()
                .indexIn(names)
                .orElseThrow(() -> problem.missing(settings.textNames())),
            settings
                .labelNames()
                .indexIn(names)
                .orElseThrow(() -> problem.missing(settings.labelNames())),
            optional(path, names, settings.layout().id(), header),
            optional(path, names, settings.layout().split(), header),
            optional(path, names, settings.layout().domain(), header));
    if (header) {
      requireDistinct(path, names);
      rows.chosen(names.get(columns.text()), names.get(columns.label()));
    }
    return columns;
  }

  private static int optional(Path path, List<String> names, ColumnChoice choice, boolean header) {
    if (choice.name().isEmpty() || (!choice.isTyped() && !header)) {
      return -1;
    }
    String name = choice.name().get();
    int column = names.stream().map(each -> each.equalsIgnoreCase(name)).toList().indexOf(true);
    if (column < 0 && choice.isTyped()) {
      throw new InvalidDataException(
          path,
          "line 1: no column named %s in %s"
              .formatted(name, PrintableText.of(String.join(", ", names))),
          "Select one of these columns, or none");
    }
    return column;
  }

  /** Returns a column name as it is compared: without case and without blanks around it. */
  static String lowerCase(String name) {
    return LabelValue.trimmed(name).toLowerCase(Locale.ROOT);
  }

  private static void requireDistinct(Path path, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String spelling : names) {
      String name = lowerCase(spelling);
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
      rows.bad(
          line,
          (fields.size() > width
                  ? "%d fields, but the header has %d; texts that contain the delimiter need quotes"
                  : "%d fields, but the header has %d")
              .formatted(fields.size(), width));
      return;
    }
    rows.row(
        new LabelledRow(
            line,
            fields.get(text),
            fields.get(label),
            optional(fields, id),
            optional(fields, split),
            optional(fields, domain)));
  }

  private static Optional<String> optional(List<String> fields, int column) {
    return column < 0 ? Optional.empty() : Optional.of(fields.get(column));
  }
}
