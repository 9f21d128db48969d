package io.sentimentstreams.trainer.behave.suite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of slots by table. A table is a line {@code :name:}, a row of column names, and rows of
 * values, all separated by {@code |}. Empty lines and lines that start with {@code #} are skipped.
 * Immutable.
 */
final class SlotTables {

  /**
   * A column of a table.
   *
   * @param table number of the table
   * @param values one per row
   */
  record Column(int table, List<String> values) {}

  private final Map<String, Column> columns = new HashMap<>();

  private SlotTables() {}

  /**
   * Parses tables.
   *
   * @param lines lines of a resource
   * @throws IllegalArgumentException if a table is invalid
   */
  static SlotTables of(List<String> lines) {
    SlotTables tables = new SlotTables();
    List<List<String>> rows = new ArrayList<>();
    int number = -1;
    for (String line : lines) {
      if (line.matches(":\\w+:")) {
        tables.add(number, rows);
        rows.clear();
        number++;
      } else if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(List.of(line.split(" \\| ", -1)));
      }
    }
    tables.add(number, rows);
    return tables;
  }

  private void add(int table, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<String> names = rows.get(0);
    for (List<String> row : rows) {
      if (row.size() != names.size()) {
        throw new IllegalArgumentException(
            "Row with %d cells: %s. Use %d.".formatted(row.size(), row, names.size()));
      }
    }
    for (int i = 0; i < names.size(); i++) {
      int column = i;
      List<String> values =
          rows.subList(1, rows.size()).stream().map(row -> row.get(column)).toList();
      if (columns.put(names.get(i), new Column(table, values)) != null) {
        throw new IllegalArgumentException(
            "Two columns have the name: %s. Rename one.".formatted(names.get(i)));
      }
    }
  }

  /**
   * Returns a column.
   *
   * @throws IllegalArgumentException if there is none
   */
  Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException(
          "Unknown slot: %s. Use one of %s.".formatted(name, columns.keySet()));
    }
    return column;
  }
}
