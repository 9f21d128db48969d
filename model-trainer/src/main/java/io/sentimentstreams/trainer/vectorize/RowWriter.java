package io.sentimentstreams.trainer.vectorize;

import java.io.IOException;

/** Writer of vectorized rows. Not thread-safe. */
public interface RowWriter {

  /**
   * Writes one row.
   *
   * @throws IllegalArgumentException if the format cannot represent the row
   */
  void write(VectorizedRow row) throws IOException;

  /** Completes the output after the last row; does not close it. */
  void finish() throws IOException;
}
