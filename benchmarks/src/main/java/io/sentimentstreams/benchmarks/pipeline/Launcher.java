package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.benchmarks.process.BrokerProcess;
import io.sentimentstreams.benchmarks.process.Dl4jProcess;
import io.sentimentstreams.benchmarks.process.OnnxProcess;
import io.sentimentstreams.benchmarks.process.ProducerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Launcher of the processes of a benchmark.
 *
 * @param home root of the sources, with the packaged application
 * @param program class of this program, whose hidden commands the processes run
 * @param python interpreter
 * @param data reviews; empty for the samples
 * @param folder folder for logs and files of the processes
 */
public record Launcher(
    Path home, Class<?> program, String python, Optional<Path> data, Path folder) {

  private static final Duration TIMEOUT = Duration.ofMinutes(3);
  private static final String VECTORS = "--add-modules=jdk.incubator.vector";

  /** The heap of the command in the README. */
  private static final String HEAP = "-Xmx256m";

  private static final String APPLICATION = "streams-app/target/streams-app.jar";

  /** Name of the recording. */
  static final String RECORDING = "profile";

  /**
   * An application that is ready.
   *
   * @param process its process
   * @param readySeconds seconds from its start
   */
  record Started(ChildProcess process, double readySeconds) {}

  /**
   * Rate of the reviews.
   *
   * @param rate reviews per second
   * @param warmUp number of reviews before, at a quarter of the rate
   */
  record Pace(double rate, int warmUp) {}

  /** Starts a broker; it reports its bootstrap servers when it is ready. */
  ChildProcess broker() {
    return start("broker", List.of(BrokerProcess.NAME, "--folder", path("broker")));
  }

  /** Starts a producer of reviews from a number on, as fast as possible or at a pace. */
  ChildProcess producer(TrialTopics topics, int first, int count, Optional<Pace> pace) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                ProducerProcess.NAME,
                "--bootstrap-servers",
                topics.bootstrapServers(),
                "--topic",
                topics.reviews(),
                "--partitions",
                Integer.toString(topics.partitions()),
                "--first",
                Integer.toString(first),
                "--count",
                Integer.toString(count)));
    pace.ifPresent(
        p ->
            arguments.addAll(
                List.of(
                    "--rate",
                    String.format(Locale.ROOT, "%.3f", p.rate()),
                    "--warm-up",
                    Integer.toString(p.warmUp()))));
    data.ifPresent(d -> arguments.addAll(List.of("--data", d.toString())));
    return start("producer-" + topics.name() + "-" + first, arguments);
  }

  /** Starts an application and waits until it is ready. */
  Started application(Trial trial, TrialTopics topics) {
    return switch (trial.system()) {
      case OURS -> ours(trial, topics);
      case DL4J_STREAMS -> peer(topics, java(peer(Dl4jProcess.NAME, trial, topics)));
      case ONNX_LOOP -> peer(topics, java(peer(OnnxProcess.NAME, trial, topics)));
      case PYTHON_LOOP -> peer(topics, python(trial, topics));
    };
  }

  private Started ours(Trial trial, TrialTopics topics) {
    String recorder =
        "-XX:StartFlightRecording:name=%s,settings=%s,maxsize=64m"
            .formatted(RECORDING, path("profile.jfc"));
    return ours(trial, topics, List.of(recorder));
  }

  /** Starts streams-app with options for the Java virtual machine, and waits until it is ready. */
  Started ours(Trial trial, TrialTopics topics, List<String> options) {
    int port = freePort();
    List<String> command = new ArrayList<>(List.of(javaProgram(), HEAP, VECTORS));
    command.addAll(options);
    command.addAll(List.of("-jar", home.resolve(APPLICATION).toString()));
    command.addAll(connection(trial, topics));
    command.addAll(
        List.of(
            "--topics-dead-letter",
            topics.deadLetters(),
            "--processing-guarantee",
            trial.guarantee().setting(),
            "--threads",
            Integer.toString(trial.threads()),
            "--http-port",
            Integer.toString(port),
            "--state-dir",
            path("state-" + topics.name())));
    trial.kafka().forEach((name, value) -> command.addAll(List.of("--kafka", name + "=" + value)));
    ReadyProbe probe = new ReadyProbe(port);
    long start = System.nanoTime();
    ChildProcess child = ChildProcess.start(trial.system().label(), log(topics.name()), command);
    return ready(child, start, probe::isReady);
  }

  private Started peer(TrialTopics topics, List<String> command) {
    long start = System.nanoTime();
    ChildProcess child = ChildProcess.start(topics.name(), log(topics.name()), command);
    return ready(child, start, child::isReady);
  }

  private static Started ready(ChildProcess child, long start, BooleanSupplier isReady) {
    try {
      child.awaitUntil(isReady, TIMEOUT, "get ready");
      return new Started(child, (System.nanoTime() - start) / 1e9);
    } catch (PipelineFailedException e) {
      child.close();
      throw e;
    }
  }

  private List<String> peer(String command, Trial trial, TrialTopics topics) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(connection(trial, topics));
    arguments.addAll(
        List.of(
            "--threads",
            Integer.toString(trial.threads()),
            "--state-dir",
            path("state-" + topics.name())));
    return arguments;
  }

  private static List<String> connection(Trial trial, TrialTopics topics) {
    return List.of(
        "--bootstrap-servers",
        topics.bootstrapServers(),
        "--application-id",
        topics.name(),
        "--topics-reviews",
        topics.reviews(),
        "--topics-scores",
        topics.scores(),
        "--bundle",
        trial.model().path().toString());
  }

  private List<String> python(Trial trial, TrialTopics topics) {
    List<String> command =
        new ArrayList<>(
            List.of(
                python,
                home.resolve("benchmarks/python/consumer_loop.py").toString(),
                "--onnx",
                path(PythonLoop.MODEL),
                "--score-header",
                PythonLoop.scoreHeader()));
    command.addAll(connection(trial, topics));
    return command;
  }

  private ChildProcess start(String name, List<String> arguments) {
    return ChildProcess.start(name, log(name), java(arguments));
  }

  private List<String> java(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                javaProgram(),
                "-Dlogback.configurationFile=benchmarks-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(arguments);
    return command;
  }

  static String javaProgram() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new PipelineFailedException("Cannot find a free loopback port", e);
    }
  }
}
