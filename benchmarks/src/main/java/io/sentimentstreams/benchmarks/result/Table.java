package io.sentimentstreams.benchmarks.result;

import java.util.ArrayList;
import java.util.List;

/**
 * Table for the terminal or a page.
 *
 * @param caption sentence that describes the content
 * @param header names of the columns
 * @param rows rows, each as long as the header
 */
public record Table(String caption, List<String> header, List<List<String>> rows) {

  public Table {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "a row must have %d columns, was %s".formatted(header.size(), row));
      }
    }
  }

  /** Returns the table with aligned columns: the first one to the left, figures to the right. */
  public String toText() {
    int[] widths = new int[header.size()];
    for (List<String> row : all()) {
      for (int j = 0; j < widths.length; j++) {
        widths[j] = Math.max(widths[j], row.get(j).length());
      }
    }
    StringBuilder text = new StringBuilder(caption).append('\n');
    for (List<String> row : all()) {
      StringBuilder line = new StringBuilder();
      for (int j = 0; j < widths.length; j++) {
        String blanks = " ".repeat(widths[j] - row.get(j).length());
        line.append(j == 0 ? row.get(j) + blanks : "  " + blanks + row.get(j));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** Returns the table as Markdown, after its caption. */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder(caption).append("\n\n");
    text.append(line(header))
        .append("|---")
        .append("|---:".repeat(header.size() - 1))
        .append("|\n");
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private List<List<String>> all() {
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.addAll(rows);
    return all;
  }
}
