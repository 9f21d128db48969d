package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.ReviewText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which column of a table holds what; -1 where there is none.
 *
 * @param width how many columns there are
 * @param text where the review stands
 * @param label where its label stands
 * @param id where its name stands
 * @param split where its part stands
 */
record Columns(int width, int text, int label, int id, int split) {

  /**
   * Finds columns by their names, upper and lower case alike.
   *
   * @throws InvalidDataException if there is none for text or label
   */
  static Columns of(Path path, List<String> header, ReadSettings settings) {
    List<String> names = header.stream().map(Columns::lowerCase).toList();
    return new Columns(
        names.size(),
        column(path, names, settings.textNames(), "--text-column"),
        column(path, names, settings.labelNames(), "--label-column"),
        names.indexOf("id"),
        names.indexOf("split"));
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
                    "line 1: no column is named %s, there are %s"
                        .formatted(
                            String.join(" or ", wanted),
                            ReviewText.printable(String.join(", ", names))),
                    "name the columns in the first line, or choose one with " + option));
  }

  private static String lowerCase(String name) {
    return name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
  }

  /** Hands over what stands in the fields of a row. */
  void emit(long line, List<String> fields, RowCollector rows) {
    if (fields.size() != width) {
      rows.bad(line, "%d fields where the header has %d".formatted(fields.size(), width));
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
