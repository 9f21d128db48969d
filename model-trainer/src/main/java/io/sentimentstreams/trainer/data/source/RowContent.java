package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LimitedStream;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import io.sentimentstreams.trainer.data.table.RowCollector;
import io.sentimentstreams.trainer.data.table.RowFormat;
import io.sentimentstreams.trainer.file.TextContent;
import io.sentimentstreams.trainer.file.TextFile;
import io.sentimentstreams.trainer.file.TextStream;
import java.io.IOException;
import java.nio.file.Path;

/** Reader of one table file with a limit on its size. */
final class RowContent {

  /** Limit on the decompressed size in bytes of UTF-8. */
  private static final long MAX_BYTES = 4L << 30;

  private RowContent() {}

  /** Passes the rows of a file to a collector. */
  static void read(Path path, RowFormat format, ReadSettings settings, RowCollector rows) {
    TextFile file = new TextFile(path, TextContent.ROWS, settings.layout().encoding());
    try (TextStream in = file.open();
        TextStream limited = in.wrapped(new LimitedStream(in, MAX_BYTES))) {
      rows.file(path, in.charset());
      format.reader(path, settings).read(limited, rows);
    } catch (LimitedStream.StreamTooLargeException e) {
      throw new InvalidDataException(
          path,
          "the content exceeds %d bytes".formatted(MAX_BYTES),
          "Split it into smaller files",
          e);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }
}
