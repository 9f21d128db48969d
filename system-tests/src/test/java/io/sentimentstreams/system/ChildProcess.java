package io.sentimentstreams.system;

import static org.awaitility.Awaitility.await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A program in a process of its own; what it prints is kept in a file. */
public final class ChildProcess implements AutoCloseable {

  /** For whatever a test waits for. Only a failing test waits so long; build machines are busy. */
  public static final Duration TIMEOUT = Duration.ofMinutes(3);

  private static final Path ROOT = Path.of(System.getProperty("repository.root"));

  /** Its bit among the signals of a process, which are counted from 1. */
  private static final long SIGINT = 1 << (2 - 1);

  private final Process process;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts one of our packaged programs.
   *
   * @param jar below the repository's root
   * @param log where its output goes
   */
  static ChildProcess start(String jar, Path log, List<String> arguments) throws IOException {
    return start(jar, log, List.of(), arguments);
  }

  /**
   * Starts one of our packaged programs.
   *
   * @param options of the virtual machine
   */
  static ChildProcess start(String jar, Path log, List<String> options, List<String> arguments)
      throws IOException {
    List<String> java = new ArrayList<>(options);
    java.addAll(List.of("-jar", ROOT.resolve(jar).normalize().toString()));
    java.addAll(arguments);
    return startJava(log, java);
  }

  /**
   * Starts a virtual machine, which ends with this one at the latest.
   *
   * @param log where its output goes
   * @param arguments for the machine: options, what to run, and what that is told
   */
  public static ChildProcess startJava(Path log, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Many short-lived processes on few cores: quick to start matters more than quick to run.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.addAll(arguments);
    Files.createDirectories(log.toAbsolutePath().getParent());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Thread end = new Thread(process::destroyForcibly, "end of " + process.pid());
    Runtime.getRuntime().addShutdownHook(end);
    var unused = process.onExit().thenRun(() -> forget(end));
    return new ChildProcess(process, log);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end, as an operator's {@code kill} does. */
  public void terminate() {
    process.destroy();
  }

  /**
   * Whether programs that this process starts hear of Ctrl-C: a shell that runs something in the
   * background tells it, and all that it starts, to ignore it.
   */
  static boolean hearsOfInterrupts() throws IOException {
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

  /** Sends what Ctrl-C sends. */
  void interrupt() throws IOException, InterruptedException {
    signal("INT");
  }

  /** Stops it where it stands: it does nothing more and answers nobody, but keeps all it has. */
  public void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets it go on as if no time had passed. */
  public void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  /** Ends it as {@code kill -9} does: it cannot do anything more. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** Has a virtual machine throw away whatever nothing refers to. */
  void collectGarbage() throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** Waits for its end. */
  public int exitCode() {
    await("exit of the process that logs to " + log).atMost(TIMEOUT).until(() -> !isAlive());
    return process.exitValue();
  }

  /** What it has printed. */
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
      // This machine is ending, and the hook has run or will.
    }
  }
}
