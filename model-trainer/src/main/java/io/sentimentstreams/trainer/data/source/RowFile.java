package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.Compression;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.LimitedStream;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import io.sentimentstreams.trainer.data.table.RowCollector;
import io.sentimentstreams.trainer.data.table.RowFormat;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A table file with reviews, optionally compressed. Each row has a text and a label, and can have
 * an {@code id} and a {@code split}, train or test. Without a split column, every row belongs to
 * both splits: use different files for training and evaluation. Bad lines are skipped up to the
 * limit of the settings.
 *
 * @param path the file
 * @param format file format
 * @param settings columns, labels and the limit on bad lines
 */
public record RowFile(Path path, RowFormat format, ReadSettings settings) implements DataSource {

  /** Limit on the decompressed size in bytes. */
  private static final long MAX_BYTES = 4L << 30;

  @Override
  public LabelledTexts read(Split split) {
    split.requireStored();
    RowCollector rows = new RowCollector(path, split, settings);
    try (LimitedStream in = new LimitedStream(Compression.of(path).open(path), MAX_BYTES)) {
      format.reader(path, settings).read(in, rows);
    } catch (LimitedStream.StreamTooLargeException e) {
      throw new InvalidDataException(
          path,
          "the content exceeds %d bytes".formatted(MAX_BYTES),
          "Split it into smaller files",
          e);
    } catch (IOException e) {
      throw new InvalidDataException(
          path, "not readable (" + e.getMessage() + ")", "Check that the file is complete", e);
    }
    return rows.result();
  }
}
