package io.sentimentstreams.benchmarks.result;

import io.sentimentstreams.model.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Markdown page with generated parts between {@code <!-- NAME: begin -->} and {@code <!-- NAME: end
 * -->}.
 *
 * @param path path of the page
 */
public record MarkdownPage(Path path) {

  /**
   * Replaces a part by a result's tables, chart and origin.
   *
   * @param name name of the benchmark and the part
   * @param image path of the chart, relative to the page
   * @throws IllegalArgumentException if the page does not have the part
   * @throws UncheckedIOException if it cannot be read or written
   */
  public void replace(String name, Result result, String image) {
    StringBuilder part = new StringBuilder("\n");
    for (Table table : result.summary()) {
      if (!table.rows().isEmpty()) {
        part.append(table.toMarkdown()).append('\n');
      }
    }
    part.append("![%s](%s)%n%n".formatted(result.chart().title(), image));
    part.append("Measured ").append(result.origin().toText()).append("\n\n");
    replace(name, part.toString());
  }

  /**
   * Replaces a part by a table and the origin of its figures.
   *
   * @param name name of the part
   * @throws IllegalArgumentException if the page does not have the part
   * @throws UncheckedIOException if it cannot be read or written
   */
  public void replace(String name, Table table, Origin origin) {
    replace(name, "\n" + table.toMarkdown() + "\nMeasured " + origin.toText() + "\n\n");
  }

  private void replace(String name, String part) {
    String begin = "<!-- " + name + ": begin -->\n";
    String end = "<!-- " + name + ": end -->";
    try {
      String text = Files.readString(path);
      int from = text.indexOf(begin);
      int to = text.indexOf(end);
      if (from < 0 || to < from) {
        throw new IllegalArgumentException(
            "%s has no part between '%s' and '%s'".formatted(path, begin.strip(), end));
      }
      AtomicFile.write(path, text.substring(0, from + begin.length()) + part + text.substring(to));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the page " + path + ".", e);
    }
  }
}
