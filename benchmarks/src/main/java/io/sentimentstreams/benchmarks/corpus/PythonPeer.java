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
 * A library of Python on the same weights, run by a script that prints a line of JSON for each way.
 *
 * @param label the library's name
 * @param python the interpreter
 * @param script what runs the library
 * @param passes how often it goes through the corpus
 * @param byProcessor whether processors' time counts
 */
public record PythonPeer(
    String label, String python, Path script, int passes, boolean byProcessor) {

  /** What a script ends with where the library is not installed. */
  private static final int NOT_THERE = 3;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * What a peer said.
   *
   * @param measured its ways
   * @param skipped why it has none
   */
  record Answer(List<Measured> measured, Optional<String> skipped) {}

  /**
   * One way of a peer.
   *
   * @param how in words
   * @param seconds of each pass
   * @param scores in the corpus' order
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once.
  record Measured(String how, int threads, double[] seconds, double[] scores) {}

  /** Runs the script. Where its library is missing or it fails, the answer is why it is skipped. */
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
      throw new UncheckedIOException("cannot prepare what " + script + " reads", e);
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
          List.of(), Optional.of("there is no " + python + "; name one with --python"));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = exitCode(process);
    String complaint = Files.readString(errors);
    if (status == NOT_THERE) {
      return new Answer(List.of(), Optional.of(complaint.lines().findFirst().orElse("no package")));
    }
    if (status != 0) {
      // What was measured before it stays worth keeping.
      String last = complaint.lines().reduce((a, b) -> b).orElse("without a word");
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
