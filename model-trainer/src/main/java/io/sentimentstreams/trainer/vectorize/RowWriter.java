package io.sentimentstreams.trainer.vectorize;

import java.io.IOException;

/** Writes rows, one at a time. Not thread-safe. */
public interface RowWriter {

  /**
   * Writes one row.
   *
   * @throws IllegalArgumentException if the format has no way to say it
   */
  void write(VectorizedRow row) throws IOException;

  /** Writes what comes after the last row; closes nothing. */
  void finish() throws IOException;
}
