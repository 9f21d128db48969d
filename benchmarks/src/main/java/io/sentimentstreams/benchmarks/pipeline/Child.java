package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.benchmarks.process.Ready;
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
 * A process that this one started. It ends when it is closed, or when this one ends: its input
 * ends, then it is asked, then it is killed.
 */
final class Child implements AutoCloseable {

  private static final long POLL_MILLIS = 10;
  private static final long TIMEOUT_SECONDS = 20;
  private static final Path PROC = Path.of("/proc");

  private final String name;
  private final Path log;
  private final Process process;
  private final Thread endWithUs;

  private Child(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    endWithUs = new Thread(process::destroy, "end " + name);
    Runtime.getRuntime().addShutdownHook(endWithUs);
  }

  /**
   * Starts a process.
   *
   * @param name for messages
   * @param log where its output goes
   * @throws PipelineFailedException if it cannot be started
   */
  static Child start(String name, Path log, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new Child(name, log, process);
    } catch (IOException e) {
      throw new PipelineFailedException("%s cannot be started".formatted(name), e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Waits for the line that says that it is ready, and gives what else it says. */
  String awaitReady(Duration timeout) {
    awaitUntil(() -> readyLine().isPresent(), timeout, "get ready");
    return readyLine().orElseThrow();
  }

  /** Whether it has said that it is ready. */
  boolean isReady() {
    return readyLine().isPresent();
  }

  private Optional<String> readyLine() {
    return said(Ready.LINE);
  }

  /** What stands behind a word at the begin of a line of its output. */
  Optional<String> said(String word) {
    try {
      String prefix = word + " ";
      return Files.readString(log)
          .lines()
          .filter(line -> line.startsWith(prefix))
          .map(line -> line.substring(prefix.length()))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }

  /** Waits until it has ended well. */
  void awaitEnd(Duration timeout) {
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failed("did not end within " + timeout.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was interrupted");
    }
    if (process.exitValue() != 0) {
      throw failed("ended with " + process.exitValue());
    }
  }

  /** Waits until something is so; fails if the process ends or it takes too long. */
  void awaitUntil(BooleanSupplier condition, Duration timeout, String what) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!condition.getAsBoolean()) {
      if (!process.isAlive()) {
        throw failed("ended with " + process.exitValue() + " before it would " + what);
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

  /** Fails if it has ended. */
  void requireAlive() {
    if (!process.isAlive()) {
      throw failed("ended with " + process.exitValue() + " too early");
    }
  }

  /** The processors' time that it has taken. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The memory that it holds, in MiB; empty where the system does not tell. */
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
      // We are ending ourselves, and the hook runs.
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
              .map(line -> "; it last said: " + line)
              .orElse("");
    } catch (IOException e) {
      last = "; " + log + " cannot be read";
    }
    return new PipelineFailedException(name + " " + how + last);
  }
}
