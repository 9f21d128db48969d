package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.InvalidDataException;
import java.io.IOException;
import java.io.InputStream;

/** Reader of the rows of a table file. */
@FunctionalInterface
public interface RowReader {

  /**
   * Passes all rows and bad lines to a collector.
   *
   * @param in decompressed content
   * @throws InvalidDataException if the file does not have this format
   */
  void read(InputStream in, RowCollector rows) throws IOException;
}
