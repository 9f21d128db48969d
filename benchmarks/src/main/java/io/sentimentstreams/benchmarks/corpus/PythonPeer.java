package io.sentimentstreams.benchmarks.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Python library on the same weights. A script prints a line of JSON per mode.
 *
 * @param label name of the library
 * @param python interpreter
 * @param script script that runs the library
 * @param passes number of passes over the corpus
 * @param byProcessor whether to measure processor time
 */
public record PythonPeer(
    String label, String python, Path script, int passes, boolean byProcessor) {

  /** Exit code of a script when the library is not installed. */
  private static final int EXIT_NOT_INSTALLED = 3;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Result of a peer.
   *
   * @param measured modes
   * @param skipped reason if it has no measurements
   */
  record Answer(List<Measured> measured, Optional<String> skipped) {}

  /**
   * One mode of a peer.
   *
   * @param how description
   * @param seconds seconds of each pass
   * @param scores scores in the order of the corpus
   */
  @SuppressWarnings("ArrayRecordComponent") // The arrays are read only once.
  record Measured(String how, int threads, double[] seconds, double[] scores) {}

  /** Runs the script. If the library is missing or the script fails, the answer has the reason. */
  Answer measure(Bundle bundle, int[][] sequences) {
    try {
      Path folder = Files.createTempDirectory("sentiment-streams-python-");
      try {
        BundleWriter.write(bundle, folder.resolve(BundleWriter.FILE_NAME));
        Files.write(folder.resolve("lengths.i32"), bytes(lengths(sequences)));
        Files.write(folder.resolve("ids.i32"), bytes(flat(sequences)));
        return run(folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare the input of " + script, e);
    }
  }

  private Answer run(Path folder) throws IOException {
    Path errors = folder.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                python,
                script.toString(),
                folder.toString(),
                Integer.toString(passes),
                byProcessor ? "processor" : "clock")
            .redirectError(errors.toFile());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Answer(
          List.of(), Optional.of("Python was not found: " + python + ". Set --python."));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = exitCode(process);
    String complaint = Files.readString(errors);
    if (status == EXIT_NOT_INSTALLED) {
      return new Answer(
          List.of(), Optional.of(complaint.lines().findFirst().orElse("package not found")));
    }
    if (status != 0) {
      // Measurements before the failure are still valid.
      String last = complaint.lines().reduce((a, b) -> b).orElse("no output");
      return new Answer(List.of(), Optional.of("it failed: " + last));
    }
    List<Measured> measured = new ArrayList<>();
    for (String line : said.lines().toList()) {
      measured.add(measured(MAPPER.readTree(line)));
    }
    return new Answer(measured, Optional.empty());
  }

  private static int exitCode(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a peer was running", e);
    }
  }

  private static Measured measured(JsonNode json) {
    return new Measured(
        json.required("how").asText(),
        json.required("threads").asInt(),
        doubles(json.required("seconds")),
        doubles(json.required("scores")));
  }

  private static double[] doubles(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.required(i).asDouble();
    }
    return values;
  }

  private static int[] lengths(int[][] sequences) {
    return Arrays.stream(sequences).mapToInt(ids -> ids.length).toArray();
  }

  private static int[] flat(int[][] sequences) {
    return Arrays.stream(sequences).flatMapToInt(Arrays::stream).toArray();
  }

  private static byte[] bytes(int[] values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.multiplyExact(values.length, Integer.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    buffer.asIntBuffer().put(values);
    return buffer.array();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
