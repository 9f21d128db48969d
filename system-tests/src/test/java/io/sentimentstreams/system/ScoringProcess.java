package io.sentimentstreams.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of the packaged application. */
public final class ScoringProcess implements AutoCloseable {

  private static final String JAR = "streams-app/target/streams-app.jar";

  private static final String KAFKA = "kafka.";
  private static final String ROUTE = "models.route.";

  private static final Pattern STARTED = Pattern.compile("\\bhttp=\"?(http://[^ \"/]+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ChildProcess process;

  private ScoringProcess(ChildProcess process) {
    this.process = process;
  }

  /**
   * Starts the application and waits until it is ready.
   *
   * @param log file for its output
   * @param settings settings by name, as in a properties file
   */
  public static ScoringProcess start(Path log, Map<String, String> settings) throws IOException {
    return start(log, List.of(), settings);
  }

  /**
   * Starts the application and waits until it is ready.
   *
   * @param log file for its output
   * @param options options of the JVM
   * @param settings settings by name, as in a properties file
   */
  public static ScoringProcess start(Path log, List<String> options, Map<String, String> settings)
      throws IOException {
    ScoringProcess process = launch(log, options, settings);
    try {
      process.awaitReady();
      return process;
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  /** Starts the application and does not wait, for starts that fail. */
  static ScoringProcess launch(Path log, Map<String, String> settings) throws IOException {
    return launch(log, List.of(), settings);
  }

  private static ScoringProcess launch(Path log, List<String> options, Map<String, String> settings)
      throws IOException {
    Map<String, String> all = new TreeMap<>(Map.of("http.port", "0"));
    all.putAll(settings);
    List<String> arguments = new ArrayList<>();
    all.forEach((name, value) -> arguments.addAll(argument(name, value)));
    return new ScoringProcess(ChildProcess.start(JAR, log, options, arguments));
  }

  /** Returns host and port of its HTTP endpoint. */
  String metricsAddress() throws IOException {
    return URI.create(address()).getAuthority();
  }

  /** Returns its metrics in Prometheus' text format. */
  String metrics() throws IOException, InterruptedException {
    return get("/metrics").body();
  }

  /** Returns the sum of all series whose lines start with a prefix; NaN counts as 0. */
  public double metric(String start) throws IOException, InterruptedException {
    return metrics()
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .filter(number -> !Double.isNaN(number))
        .sum();
  }

  /** Returns the size of its heap in bytes after a garbage collection. */
  public long liveHeap() throws IOException, InterruptedException {
    process.collectGarbage();
    return (long) metric("jvm_memory_used_bytes{area=\"heap\"");
  }

  /** Returns whether the process runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Stops the process with SIGSTOP. */
  public void freeze() throws IOException, InterruptedException {
    process.freeze();
  }

  /** Continues the process with SIGCONT. */
  public void thaw() throws IOException, InterruptedException {
    process.thaw();
  }

  /** Returns whether it reports that it is ready. */
  boolean isReady() throws IOException, InterruptedException {
    return get("/health/ready").statusCode() == 200;
  }

  /** Returns the text of its readiness check, which names the reason if it is not ready. */
  String readiness() throws IOException, InterruptedException {
    return get("/health/ready").body();
  }

  /** Kills the process, as {@code kill -9} does. */
  public void kill() {
    process.kill();
  }

  /** Sends SIGTERM, waits and returns the exit code. */
  public int terminate() {
    process.terminate();
    return process.exitCode();
  }

  /** Waits until the process exits and returns the exit code. */
  public int exitCode() {
    return process.exitCode();
  }

  /** Returns its output. */
  public String output() throws IOException {
    return process.output();
  }

  @Override
  public void close() {
    process.close();
  }

  private static List<String> argument(String name, String value) {
    if (name.startsWith(ROUTE)) {
      return List.of("--models-route", name.substring(ROUTE.length()) + "=" + value);
    }
    return name.startsWith(KAFKA)
        ? List.of("--kafka", name.substring(KAFKA.length()) + "=" + value)
        : List.of("--" + name.replace('.', '-'), value);
  }

  private void awaitReady() {
    await("the application to be ready")
        .atMost(ChildProcess.TIMEOUT)
        .failFast("the application exited", () -> !process.isAlive())
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(this::isReady);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create(address() + path);
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  /**
   * Returns the address of its HTTP endpoint from its output, without a slash at the end. The
   * application chooses a free port.
   */
  String address() throws IOException {
    Matcher started = STARTED.matcher(output());
    if (!started.find()) {
      throw new IOException("the application has not logged its address yet");
    }
    return started.group(1);
  }
}
