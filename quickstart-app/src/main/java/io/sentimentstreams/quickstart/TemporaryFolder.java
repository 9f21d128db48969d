package io.sentimentstreams.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder that is deleted with its content when it is closed.
 *
 * @param path the folder
 */
record TemporaryFolder(Path path) implements AutoCloseable {

  /** Creates a folder in the system's folder for temporary files. */
  static TemporaryFolder create() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("sentiment-streams-"));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot create a temporary folder: "
              + e.getMessage()
              + ". Set -Djava.io.tmpdir to a folder that can be written.",
          e);
    }
  }

  @Override
  public void close() {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(path)) {
      for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete the temporary folder: " + path + ".", e);
    }
  }
}
