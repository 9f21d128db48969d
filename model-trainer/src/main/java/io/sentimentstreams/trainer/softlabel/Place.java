package io.sentimentstreams.trainer.softlabel;

import io.sentimentstreams.trainer.data.InvalidDataException;
import java.nio.file.Path;

/**
 * A line of a file.
 *
 * @param path the file
 * @param line number from 1
 */
record Place(Path path, long line) {

  /** Returns an error at this line; the remedy is an instruction without a full stop. */
  InvalidDataException error(String problem, String remedy) {
    return new InvalidDataException(path, "line %d: %s".formatted(line, problem), remedy);
  }
}
