package io.sentimentstreams.benchmarks.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.sentimentstreams.model.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Folder of results: {@code NAME.json} of a full run, and {@code NAME-quick.json} of a quick run,
 * which never replaces the other.
 */
public final class Results {

  private static final String QUICK = "-quick";
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;
  private final Path images;

  /**
   * Creates the folder of a source tree.
   *
   * @param home root of the sources
   */
  public Results(Path home) {
    folder = home.resolve("benchmarks/results");
    images = home.resolve("docs/images");
  }

  /**
   * Saves a result and its chart.
   *
   * @param name name of the benchmark
   * @return path of the JSON
   * @throws UncheckedIOException if it cannot be written
   */
  public Path write(String name, Result result) {
    boolean quick = result.origin().quick();
    Path json = folder.resolve(name + (quick ? QUICK : "") + ".json");
    try {
      Files.createDirectories(folder);
      AtomicFile.write(json, MAPPER.writeValueAsBytes(result));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the result " + json + ".", e);
    }
    result
        .chart()
        .write(quick ? folder.resolve(name + QUICK + ".png") : images.resolve(name + ".png"));
    return json;
  }

  /**
   * Reads the result of the last full run.
   *
   * @return the result; empty if there is none
   * @throws UncheckedIOException if it cannot be read
   */
  public <T extends Result> Optional<T> read(String name, Class<T> type) {
    Path json = folder.resolve(name + ".json");
    if (!Files.isRegularFile(json)) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readValue(json.toFile(), type));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read the result: %s. Measure again or delete the file.".formatted(json), e);
    }
  }
}
