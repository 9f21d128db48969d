package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.InvalidDataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reader of tab-separated values with a header, one row per line. Quotes have no special meaning.
 */
final class TsvRowReader implements RowReader {

  private final Path path;
  private final ReadSettings settings;

  TsvRowReader(Path path, ReadSettings settings) {
    this.path = path;
    this.settings = settings;
  }

  @Override
  public void read(InputStream in, RowCollector rows) throws IOException {
    Utf8Lines.forEach(in, new Lines(rows));
  }

  /** Consumer of the header and then of the rows. */
  private final class Lines implements Utf8Lines.Consumer {

    private final RowCollector rows;
    private @Nullable Columns columns;

    Lines(RowCollector rows) {
      this.rows = rows;
    }

    @Override
    public void line(long number, String text) {
      if (text.isEmpty()) {
        return;
      }
      List<String> fields = List.of(text.split("\t", -1));
      if (columns == null) {
        columns = Columns.of(path, fields, settings);
      } else {
        columns.emit(number, fields, rows);
      }
    }

    @Override
    public void bad(long number, String problem) {
      if (columns == null) {
        throw new InvalidDataException(
            path, "line %d: %s".formatted(number, problem), "Add a header with column names");
      }
      rows.bad(number, problem);
    }
  }
}
