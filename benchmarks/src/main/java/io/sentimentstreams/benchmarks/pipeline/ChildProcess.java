package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.benchmarks.process.ReadySignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A child process. Closing it, or the exit of this process, closes its input; if it does not exit,
 * it is terminated and then killed.
 */
final class ChildProcess implements AutoCloseable {

  private static final long POLL_MILLIS = 10;
  private static final long TIMEOUT_SECONDS = 20;
  private static final Path PROC = Path.of("/proc");

  private final String name;
  private final Path log;
  private final Process process;
  private final Thread endWithUs;

  private ChildProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    endWithUs = new Thread(process::destroy, "end " + name);
    Runtime.getRuntime().addShutdownHook(endWithUs);
  }

  /**
   * Starts a process.
   *
   * @param name name for messages
   * @param log file for its output
   * @throws PipelineFailedException if it cannot be started
   */
  static ChildProcess start(String name, Path log, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new ChildProcess(name, log, process);
    } catch (IOException e) {
      throw new PipelineFailedException("Cannot start %s".formatted(name), e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Waits for the line that reports readiness, and returns the rest of that line. */
  String awaitReady(Duration timeout) {
    awaitUntil(() -> readyLine().isPresent(), timeout, "get ready");
    return readyLine().orElseThrow();
  }

  /** Returns whether it has reported readiness. */
  boolean isReady() {
    return readyLine().isPresent();
  }

  private Optional<String> readyLine() {
    return outputAfter(ReadySignal.LINE);
  }

  /** Returns the text after a word at the start of a line of its output. */
  Optional<String> outputAfter(String word) {
    try {
      String prefix = word + " ";
      return Files.readString(log)
          .lines()
          .filter(line -> line.startsWith(prefix))
          .map(line -> line.substring(prefix.length()))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + log, e);
    }
  }

  /** Waits until it has exited with code 0. */
  void awaitEnd(Duration timeout) {
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failed("did not exit within " + timeout.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was interrupted");
    }
    if (process.exitValue() != 0) {
      throw failed("exited with code " + process.exitValue());
    }
  }

  /**
   * Waits for a condition.
   *
   * @throws PipelineFailedException if the process exits or the time is over
   */
  void awaitUntil(BooleanSupplier condition, Duration timeout, String what) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!condition.getAsBoolean()) {
      if (!process.isAlive()) {
        throw failed("exited with code " + process.exitValue() + " before it could " + what);
      }
      if (System.nanoTime() > deadline) {
        throw failed("did not " + what + " within " + timeout.toSeconds() + " s");
      }
      try {
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failed("was interrupted");
      }
    }
  }

  /** Fails if it has exited. */
  void requireAlive() {
    if (!process.isAlive()) {
      throw failed("exited with code " + process.exitValue() + " too early");
    }
  }

  /** Returns its processor time. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Returns its resident memory in MiB; empty if the operating system does not report it. */
  Optional<Double> residentMiB() {
    Path status = PROC.resolve(process.pid() + "/status");
    if (!Files.isReadable(status)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    forget();
    try {
      process.getOutputStream().close();
      process.destroy();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(endWithUs);
    } catch (IllegalStateException e) {
      // This process is exiting already, so the hook runs.
    }
  }

  PipelineFailedException failed(String how) {
    String last = "";
    try {
      last =
          Files.readString(log)
              .lines()
              .filter(line -> !line.isBlank())
              .reduce((a, b) -> b)
              .map(line -> ". Its last line: " + line)
              .orElse("");
    } catch (IOException e) {
      last = "; " + log + " cannot be read";
    }
    return new PipelineFailedException(name + " " + how + last);
  }
}
