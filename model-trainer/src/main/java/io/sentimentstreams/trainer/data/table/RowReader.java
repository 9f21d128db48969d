package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.InvalidDataException;
import java.io.IOException;
import java.io.InputStream;

/** Reads the rows of a file in one format, one after the other. */
@FunctionalInterface
public interface RowReader {

  /**
   * Hands over each row, and each line that is none.
   *
   * @param in the file, decompressed
   * @throws InvalidDataException if the file as a whole is not in this format
   */
  void read(InputStream in, RowCollector rows) throws IOException;
}
