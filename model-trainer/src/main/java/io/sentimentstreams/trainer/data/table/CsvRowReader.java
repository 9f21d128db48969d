package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.ReviewText;
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
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reader of comma-separated values with a header (RFC 4180). Unbalanced quotes stop the reading,
 * because later row boundaries are unknown.
 */
final class CsvRowReader implements RowReader {

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  /** Limit on the length of a row, which bounds the memory for an unclosed quote. */
  private static final int MAX_CHARACTERS = 8 * ReviewText.MAX_BYTES;

  /** Unpaired surrogate, which valid UTF-8 never decodes to; marks malformed input. */
  private static final String MALFORMED = "\uDFFF";

  private final Path path;
  private final ReadSettings settings;

  CsvRowReader(Path path, ReadSettings settings) {
    this.path = path;
    this.settings = settings;
  }

  @Override
  public void read(InputStream in, RowCollector rows) throws IOException {
    long line = 1;
    try (LimitedReader reader = new LimitedReader(new InputStreamReader(in, decoder()));
        CSVParser records = CSVParser.parse(reader, FORMAT)) {
      @Nullable Columns columns = null;
      for (CSVRecord row : records) {
        if (columns == null) {
          columns = Columns.of(path, row.toList(), settings);
        } else if (!isEmptyLine(row)) {
          columns.emit(line, row.toList(), rows);
        }
        line = records.getCurrentLineNumber() + 1;
        reader.nextRow();
      }
    } catch (UncheckedIOException e) {
      throw failure(line, e);
    }
  }

  private static CharsetDecoder decoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .replaceWith(MALFORMED);
  }

  private static boolean isEmptyLine(CSVRecord row) {
    return row.size() == 1 && row.get(0).isEmpty();
  }

  private InvalidDataException failure(long line, UncheckedIOException e) throws IOException {
    if (e.getCause() instanceof CSVException malformed) {
      return new InvalidDataException(
          path,
          "line %d: malformed CSV (%s)".formatted(line, malformed.getMessage()),
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
