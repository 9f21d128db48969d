package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.file.TextStream;
import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reader of values with a delimiter and optional quotes (RFC 4180), usually with a header.
 * Unbalanced quotes stop the reading, because later row boundaries are unknown.
 */
final class CsvRowReader implements RowReader {

  /** Limit on the length of a row, which bounds the memory for an unclosed quote. */
  private static final int MAX_CHARACTERS = 8 * ReviewText.MAX_BYTES;

  private static final int SAMPLE = 1 << 16;

  private final Path path;
  private final char delimiter;
  private final ReadSettings settings;

  CsvRowReader(Path path, char delimiter, ReadSettings settings) {
    this.path = path;
    this.delimiter = delimiter;
    this.settings = settings;
  }

  @Override
  public void read(TextStream in, RowCollector rows) throws IOException {
    long line = 1;
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    BufferedInputStream content = new BufferedInputStream(in, SAMPLE);
    String firstLine = firstLine(content);
    @Nullable Columns columns = null;
    try (LimitedReader reader = new LimitedReader(new InputStreamReader(content, decoder()));
        CSVParser records = CSVParser.parse(reader, format)) {
      for (CSVRecord row : records) {
        boolean header = columns == null;
        if (columns == null && !isEmptyLine(row)) {
          columns = Columns.of(path, row.toList(), delimiter, settings, rows);
        }
        if (columns != null && !isEmptyLine(row) && !(header && settings.layout().hasHeader())) {
          columns.emit(line, row.toList(), rows);
        }
        line = records.getCurrentLineNumber() + 1;
        reader.nextRow();
      }
      if (columns == null) {
        throw rows.empty();
      }
    } catch (UncheckedIOException e) {
      InvalidDataException failure = failure(line, e);
      throw columns == null
          ? new HeaderProblem(path, List.of(firstLine), delimiter, settings)
              .ofDelimiter()
              .orElse(failure)
          : failure;
    }
  }

  /** Returns the first line, which explains why the first row is malformed. */
  private static String firstLine(InputStream in) throws IOException {
    in.mark(SAMPLE);
    String start = new String(in.readNBytes(SAMPLE), StandardCharsets.UTF_8);
    in.reset();
    return start.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  static CharsetDecoder decoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .replaceWith(String.valueOf(TextProblem.MALFORMED));
  }

  private static boolean isEmptyLine(CSVRecord row) {
    return row.size() == 1 && row.get(0).isEmpty();
  }

  private InvalidDataException failure(long line, UncheckedIOException e) throws IOException {
    if (e.getCause() instanceof CSVException malformed) {
      return new InvalidDataException(
          path,
          "line %d: malformed CSV (%s)".formatted(line, reason(malformed)),
          "Enclose texts in quotes, and double the quotes inside",
          malformed);
    }
    if (e.getCause() instanceof RowTooLongException tooLong) {
      return new InvalidDataException(
          path,
          "line %d: row exceeds %d characters".formatted(line, MAX_CHARACTERS),
          "Close the quotes of the text, or shorten the text",
          tooLong);
    }
    throw Objects.requireNonNull(e.getCause());
  }

  private static String reason(CSVException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("EOF")
        ? "a quote is not closed"
        : message.contains("token and delimiter")
            ? "characters between a closing quote and the delimiter"
            : "a syntax error";
  }

  /** A row exceeds the length limit. */
  private static final class RowTooLongException extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Reader that limits the characters per row. */
  private static final class LimitedReader extends FilterReader {

    private int read;

    LimitedReader(Reader in) {
      super(in);
    }

    void nextRow() {
      read = 0;
    }

    @Override
    public int read() throws IOException {
      count(1);
      return super.read();
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
      int count = super.read(buffer, from, length);
      count(count);
      return count;
    }

    private void count(int characters) throws RowTooLongException {
      read += characters;
      if (read > MAX_CHARACTERS) {
        throw new RowTooLongException();
      }
    }
  }
}
