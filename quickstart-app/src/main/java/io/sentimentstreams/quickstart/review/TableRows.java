package io.sentimentstreams.quickstart.review;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a table whose first row has the names of the columns. Not thread-safe. */
final class TableRows implements Iterator<FileRow> {

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final int width;
  private final int text;
  private final int label;
  private final int language;
  private long line = 1;
  private @Nullable CSVRecord next;

  private TableRows(CSVParser parser) {
    this.parser = parser;
    records = parser.iterator();
    advance();
    List<String> header = next == null ? List.of() : header(next);
    width = header.size();
    text = required(header, RowFormat.TEXT);
    label = required(header, RowFormat.LABEL);
    language = header.indexOf(RowFormat.LANGUAGE);
    skip();
    advance();
  }

  /**
   * Returns the rows after the header. Empty lines are skipped.
   *
   * @throws InvalidRowException if the header has no column for the text or the label
   */
  static TableRows of(Reader in, CSVFormat format) throws IOException {
    return new TableRows(CSVParser.builder().setReader(in).setFormat(format).get());
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public FileRow next() {
    if (next == null) {
      throw new NoSuchElementException("The table has no more rows.");
    }
    CSVRecord row = next;
    if (row.size() != width) {
      throw new InvalidRowException(
          line,
          "the row has %d columns, but the header has %d. Add the columns or quotes."
              .formatted(row.size(), width));
    }
    FileRow read =
        new FileRow(
            line,
            row.get(text),
            Optional.of(row.get(label)),
            language < 0 ? Optional.empty() : Optional.of(row.get(language)));
    skip();
    advance();
    return read;
  }

  /** Reads the next row that is not an empty line, which starts at {@link #line}. */
  private void advance() {
    next = null;
    try {
      while (next == null && records.hasNext()) {
        next = records.next();
        if (next.size() == 1 && next.get(0).isBlank()) {
          next = null;
          skip();
        }
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException) {
        throw new InvalidRowException(
            line,
            "the quotes are not balanced. Enclose texts in quotes, and double the quotes inside.");
      }
      throw e;
    }
  }

  private void skip() {
    line = parser.getCurrentLineNumber() + 1;
  }

  private static List<String> header(CSVRecord first) {
    return first.stream()
        .map(name -> name.replace("\ufeff", "").strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static int required(List<String> header, String column) {
    int index = header.indexOf(column);
    if (index < 0) {
      throw new InvalidRowException(
          1,
          "the header has no column '%s'. Add a header with the columns text and label."
              .formatted(column));
    }
    return index;
  }
}
