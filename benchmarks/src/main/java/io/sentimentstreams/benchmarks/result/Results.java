package io.sentimentstreams.benchmarks.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of results: {@code NAME.json} of a full run, {@code NAME-quick.json} of a short one,
 * which never replaces the other.
 */
public final class Results {

  private static final String QUICK = "-quick";
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;
  private final Path images;

  /**
   * Of a source tree.
   *
   * @param home its root
   */
  public Results(Path home) {
    folder = home.resolve("benchmarks/results");
    images = home.resolve("docs/images");
  }

  /**
   * Keeps a result and its picture.
   *
   * @param name of the benchmark
   * @return where the JSON is
   * @throws UncheckedIOException if it cannot be written
   */
  public Path write(String name, Result result) {
    boolean quick = result.origin().quick();
    Path json = folder.resolve(name + (quick ? QUICK : "") + ".json");
    try {
      Files.createDirectories(folder);
      MAPPER.writeValue(json.toFile(), result);
    } catch (IOException e) {
      throw new UncheckedIOException("the result " + json + " cannot be written", e);
    }
    result
        .chart()
        .write(quick ? folder.resolve(name + QUICK + ".png") : images.resolve(name + ".png"));
    return json;
  }

  /**
   * Reads the last full run's result.
   *
   * @return empty if there was none
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
          "the result %s cannot be read; measure anew or take it away".formatted(json), e);
    }
  }
}
