package io.sentimentstreams.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A child process with its output in a file. */
public final class ChildProcess implements AutoCloseable {

  /** Timeout of all waiting in tests; only failing tests take so long. */
  public static final Duration TIMEOUT = Duration.ofMinutes(3);

  private static final Path ROOT = Path.of(System.getProperty("repository.root"));

  /** Bit of the signal in a signal mask; signals are numbered from 1. */
  private static final long SIGINT = 1 << (2 - 1);

  private final Process process;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a packaged program.
   *
   * @param jar path relative to the repository's root
   * @param log file for its output
   */
  static ChildProcess start(String jar, Path log, List<String> arguments) throws IOException {
    return start(jar, log, List.of(), arguments);
  }

  /**
   * Starts a packaged program.
   *
   * @param options options of the JVM
   */
  static ChildProcess start(String jar, Path log, List<String> options, List<String> arguments)
      throws IOException {
    List<String> java = new ArrayList<>(options);
    java.addAll(List.of("-jar", ROOT.resolve(jar).normalize().toString()));
    java.addAll(arguments);
    return startJava(log, java);
  }

  /**
   * Starts a JVM that is killed when this one exits.
   *
   * @param log file for its output
   * @param arguments options of the JVM, class or jar, and arguments of the program
   */
  public static ChildProcess startJava(Path log, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Many short processes on few cores: startup time matters more than throughput.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.addAll(arguments);
    Files.createDirectories(log.toAbsolutePath().getParent());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Thread end = new Thread(process::destroyForcibly, "kill-" + process.pid());
    Runtime.getRuntime().addShutdownHook(end);
    var unused = process.onExit().thenRun(() -> forget(end));
    return new ChildProcess(process, log);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Sends SIGTERM. */
  public void terminate() {
    process.destroy();
  }

  /**
   * Returns whether child processes receive SIGINT. Shells start background jobs with SIGINT
   * ignored, and their children inherit this.
   */
  static boolean receivesInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return true;
    }
    long ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
            .findFirst()
            .orElse(0);
    return (ignored & SIGINT) == 0;
  }

  /** Sends SIGINT, as Ctrl-C does. */
  void interrupt() throws IOException, InterruptedException {
    signal("INT");
  }

  /** Sends SIGSTOP: the process does not run, but keeps its memory and connections. */
  public void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Sends SIGCONT. */
  public void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  /** Kills the process, as {@code kill -9} does, and waits for its exit. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** Runs a garbage collection in a JVM. */
  void collectGarbage() throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** Waits until the process exits and returns the exit code. */
  public int exitCode() {
    await("exit of the process that logs to " + log).atMost(TIMEOUT).until(() -> !isAlive());
    return process.exitValue();
  }

  /** Returns its output. */
  public String output() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    kill();
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  private static void forget(Thread end) {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      // This JVM is exiting; the hook runs anyway.
    }
  }
}
