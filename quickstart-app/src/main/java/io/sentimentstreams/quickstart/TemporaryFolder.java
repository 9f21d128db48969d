package io.sentimentstreams.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder that is deleted with everything in it when it is closed.
 *
 * @param path where it is
 */
record TemporaryFolder(Path path) implements AutoCloseable {

  /** A new one below the system's folder for temporary files. */
  static TemporaryFolder create() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("sentiment-streams-"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a folder below java.io.tmpdir: " + e, e);
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
      throw new UncheckedIOException("cannot delete the folder " + path + ": " + e, e);
    }
  }
}
