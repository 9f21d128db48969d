package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.PrintableText;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.file.TextLines;
import io.sentimentstreams.trainer.file.TextStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reader of JSON objects with a text and a label: one per line, or in an array, or over several
 * lines. The first characters determine the form.
 */
final class JsonRowReader implements RowReader {

  /** Limit on the bytes of a line; escapes can take six bytes per byte of text. */
  private static final int MAX_BYTES = 8 * ReviewText.MAX_BYTES;

  private static final int SAMPLE = 1 << 12;

  /** Start of an object, of an array, or of a string that is no quoted field of a table. */
  private static final Pattern JSON_VALUE = Pattern.compile("[\\[{]|\"(?![^\"]*\"\\s*[,;|\t])");

  private final Path path;
  private final ReadSettings settings;

  JsonRowReader(Path path, ReadSettings settings) {
    this.path = path;
    this.settings = settings;
  }

  @Override
  public void read(TextStream in, RowCollector rows) throws IOException {
    BufferedInputStream content = new BufferedInputStream(in, 1 << 16);
    String start = start(content);
    JsonRow row = new JsonRow(settings, rows);
    if (start.isEmpty()) {
      requireContent(content, rows);
    }
    if (isDocument(start)) {
      new JsonDocumentReader(path).read(content, row, rows);
    } else {
      readLines(in.wrapped(content), start, row, rows);
    }
  }

  /** Returns the first characters after white space; the stream is not changed. */
  private static String start(InputStream in) throws IOException {
    in.mark(SAMPLE);
    String start = new String(in.readNBytes(SAMPLE), StandardCharsets.UTF_8).stripLeading();
    in.reset();
    return start;
  }

  private static void requireContent(InputStream in, RowCollector rows) throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      throw rows.empty();
    }
    in.reset();
  }

  /** Returns whether JSON is an array of objects, or an object that begins with a line feed. */
  private static boolean isDocument(String start) {
    if (start.startsWith("[")) {
      String inner = start.substring(1).stripLeading();
      return inner.isEmpty() || inner.startsWith("{") || inner.startsWith("]");
    }
    String firstLine = start.lines().findFirst().orElse("").strip();
    return firstLine.equals("{");
  }

  private void readLines(TextStream in, String start, JsonRow row, RowCollector rows)
      throws IOException {
    requireJson(start);
    TextLines lines = new TextLines(in, MAX_BYTES);
    boolean any = false;
    for (Optional<TextLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
      TextLines.Line line = next.get();
      if (line.problem().isPresent()) {
        rows.bad(line.number(), line.problem().get());
        any = true;
      } else if (!line.text().isBlank()) {
        row.line(line.number(), line.text());
        any = true;
      }
    }
    if (!any) {
      throw rows.empty();
    }
  }

  /** Rejects a table with another extension: its first two lines are no JSON objects. */
  private void requireJson(String start) {
    long others =
        start
            .lines()
            .limit(2)
            .filter(line -> !line.isBlank() && !JSON_VALUE.matcher(line.strip()).lookingAt())
            .count();
    if (others == 2) {
      String first = start.lines().findFirst().orElse("");
      throw new InvalidDataException(
          path,
          "line 1: not JSON, but '%s'".formatted(PrintableText.of(first, 40)),
          "Write one object per line, or rename a table to .csv or .tsv");
    }
  }
}
