package io.sentimentstreams.benchmarks.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Origin of figures.
 *
 * @param date date of the measurement, ISO 8601 in UTC
 * @param command command of the measurement
 * @param quick whether it was the short form, which is less precise
 * @param commit commit of the sources, with {@code -dirty} if files were changed
 * @param machine machine of the measurement
 * @param versions versions of the software
 */
public record Origin(
    String date, String command, boolean quick, String commit, Machine machine, Versions versions) {

  /**
   * Returns the origin of a measurement that starts now.
   *
   * @param home root of the sources
   */
  public static Origin now(
      Path home, InstantSource clock, String command, boolean quick, int vectorBits) {
    return new Origin(
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        command,
        quick,
        commit(home),
        Machine.here(vectorBits),
        Versions.here());
  }

  private static String commit(Path home) {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12")
              .directory(home.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? said.strip() : "unknown";
    } catch (IOException e) {
      return "unknown";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }

  /** Returns the origin as a paragraph for the end of a table. */
  public String toText() {
    return """
        %s, commit %s%s, with `%s`.
        Machine: %s, %d cores, %s GiB, vectors of %d bits, load %s before.
        Versions: %s, ONNX Runtime %s, Deeplearning4j %s, Kafka %s."""
        .formatted(
            date.substring(0, 10),
            commit,
            quick ? ", quick" : "",
            command,
            machine.cpu(),
            machine.cores(),
            FigureFormat.of(machine.memoryGiB()),
            machine.vectorBits(),
            machine.loadBefore() < 0 ? "unknown" : Double.toString(machine.loadBefore()),
            versions.java(),
            versions.onnxRuntime(),
            versions.deeplearning4j(),
            versions.kafka());
  }
}
