package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.file.TextStream;
import java.io.IOException;

/** Reader of the rows of a table file. */
@FunctionalInterface
public interface RowReader {

  /**
   * Passes all rows and bad lines to a collector.
   *
   * @throws InvalidDataException if the file does not have this format
   */
  void read(TextStream in, RowCollector rows) throws IOException;
}
