package io.sentimentstreams.benchmarks.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page in Markdown, of which the parts between {@code <!-- NAME: begin -->} and {@code <!-- NAME:
 * end -->} are written from results.
 *
 * @param path where it is
 */
public record Page(Path path) {

  /**
   * Replaces one part by a result's tables, picture and origin.
   *
   * @param name of the benchmark and the part
   * @param image the picture's path, as the page names it
   * @throws IllegalArgumentException if the page has no such part
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
   * Replaces one part by a table and the origin of its figures.
   *
   * @param name of the part
   * @throws IllegalArgumentException if the page has no such part
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
      Files.writeString(path, text.substring(0, from + begin.length()) + part + text.substring(to));
    } catch (IOException e) {
      throw new UncheckedIOException("the page " + path + " cannot be written", e);
    }
  }
}
