package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.file.TextLines;
import io.sentimentstreams.trainer.file.TextStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reader of tab-separated values, one row per line, usually with a header. Quotes have no special
 * meaning.
 */
final class TsvRowReader implements RowReader {

  /** Limit on the bytes of a line. */
  private static final int MAX_BYTES = 8 * ReviewText.MAX_BYTES;

  private final Path path;
  private final ReadSettings settings;

  TsvRowReader(Path path, ReadSettings settings) {
    this.path = path;
    this.settings = settings;
  }

  @Override
  public void read(TextStream in, RowCollector rows) throws IOException {
    TextLines lines = new TextLines(in, MAX_BYTES);
    @Nullable Columns columns = null;
    for (Optional<TextLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
      TextLines.Line line = next.get();
      if (line.problem().isPresent() && columns == null) {
        throw header(line);
      } else if (line.problem().isPresent()) {
        rows.bad(line.number(), line.problem().get());
      } else if (!line.text().isEmpty()) {
        List<String> fields = List.of(line.text().split("\t", -1));
        boolean header = columns == null;
        if (columns == null) {
          columns = Columns.of(path, fields, '\t', settings, rows);
        }
        if (!header || !settings.layout().hasHeader()) {
          columns.emit(line.number(), fields, rows);
        }
      }
    }
    if (columns == null) {
      throw rows.empty();
    }
  }

  private InvalidDataException header(TextLines.Line line) {
    TextLines.Problem problem = line.problem().orElseThrow();
    return new InvalidDataException(
        path,
        "line %d: %s".formatted(line.number(), problem.description()),
        problem.isEncoding()
            ? settings.layout().encoding().remedyForMalformed()
            : "Add a header with column names");
  }
}
