package io.sentimentstreams.trainer.data;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reviews in a file of rows, compressed or not. Each row has a text and a label, and can have an
 * {@code id} and a {@code split}, train or test. Without a split every row belongs to both parts:
 * give one file to train and another to evaluate. Lines that give no review are left out as far as
 * the settings allow.
 *
 * @param path the file
 * @param format how it is written
 * @param settings where text and label stand, and what is left out
 */
public record RowFile(Path path, RowFormat format, ReadSettings settings) implements DataSource {

  /** What a file may hold, decompressed. */
  private static final long MAX_BYTES = 4L << 30;

  @Override
  public LabelledTexts read(Split split) {
    split.requireStored();
    RowCollector rows = new RowCollector(path, split, settings);
    try (LimitedStream in = new LimitedStream(Compression.of(path).open(path), MAX_BYTES)) {
      format.reader(path, settings).read(in, rows);
    } catch (LimitedStream.StreamTooLargeException e) {
      throw new InvalidDataException(
          path, "holds more than %d bytes".formatted(MAX_BYTES), "cut it into smaller files", e);
    } catch (IOException e) {
      throw new InvalidDataException(
          path, "cannot be read (" + e.getMessage() + ")", "check that the file is whole", e);
    }
    return rows.result();
  }
}
