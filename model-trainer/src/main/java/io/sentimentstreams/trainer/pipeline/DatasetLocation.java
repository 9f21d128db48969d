package io.sentimentstreams.trainer.pipeline;

import io.sentimentstreams.trainer.data.DataSource;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.ReadSettings;
import java.nio.file.Path;

/**
 * Where reviews are, and how they will be read.
 *
 * @param path a folder or a file, which need not be there yet
 * @param settings for files of rows
 */
public record DatasetLocation(Path path, ReadSettings settings) {

  /**
   * What is there.
   *
   * @throws InvalidDataException if there is nothing, or nothing that can be read
   */
  DataSource source() {
    return DataSource.of(path, settings);
  }
}
