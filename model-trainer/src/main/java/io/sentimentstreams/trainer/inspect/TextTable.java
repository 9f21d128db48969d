package io.sentimentstreams.trainer.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of aligned columns. Not thread-safe. */
public final class TextTable {

  private static final String SEPARATOR = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row; all rows must have the same number of cells. */
  public void add(String name, List<String> cells) {
    List<String> row = new ArrayList<>(List.of(name));
    row.addAll(cells);
    rows.add(row);
  }

  /** Returns the table without trailing spaces. */
  @Override
  public String toString() {
    int columns = rows.isEmpty() ? 0 : rows.get(0).size();
    int[] widths =
        IntStream.range(0, columns)
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      line.append(cell).append(" ".repeat(widths[i] - cell.length())).append(SEPARATOR);
    }
    return line.toString().stripTrailing();
  }
}
