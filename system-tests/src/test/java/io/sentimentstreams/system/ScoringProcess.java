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

/** The packaged application in a process of its own. */
public final class ScoringProcess implements AutoCloseable {

  private static final String JAR = "streams-app/target/streams-app.jar";

  private static final String KAFKA = "kafka.";

  private static final Pattern STARTED = Pattern.compile("\\bhttp=\"?(http://[^ \"/]+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ChildProcess process;

  private ScoringProcess(ChildProcess process) {
    this.process = process;
  }

  /**
   * Starts the application and waits until it says that it is ready.
   *
   * @param log where its output goes
   * @param settings by name, as in a properties file
   */
  public static ScoringProcess start(Path log, Map<String, String> settings) throws IOException {
    return start(log, List.of(), settings);
  }

  /**
   * Starts the application as above.
   *
   * @param options of the virtual machine
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

  /** Starts the application as above, but waits for nothing: it may refuse to start. */
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

  /** Host and port of its metrics. */
  String metricsAddress() throws IOException {
    return URI.create(address()).getAuthority();
  }

  /** What Prometheus reads. */
  String metrics() throws IOException, InterruptedException {
    return get("/metrics").body();
  }

  /** The sum of all series that it serves whose line begins so and that have a number. */
  public double metric(String start) throws IOException, InterruptedException {
    return metrics()
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .filter(number -> !Double.isNaN(number))
        .sum();
  }

  /** The bytes of its heap that something refers to. */
  public long liveHeap() throws IOException, InterruptedException {
    process.collectGarbage();
    return (long) metric("jvm_memory_used_bytes{area=\"heap\"");
  }

  /** Whether it has not ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Stops it where it stands. */
  public void freeze() throws IOException, InterruptedException {
    process.freeze();
  }

  /** Lets it go on. */
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

  /** Ends it as {@code kill -9} does. */
  public void kill() {
    process.kill();
  }

  /** Sends SIGTERM and gives the exit code. */
  public int terminate() {
    process.terminate();
    return process.exitCode();
  }

  /** Waits until it ends by itself and gives the exit code. */
  public int exitCode() {
    return process.exitCode();
  }

  /** What it has logged. */
  public String output() throws IOException {
    return process.output();
  }

  @Override
  public void close() {
    process.close();
  }

  private static List<String> argument(String name, String value) {
    return name.startsWith(KAFKA)
        ? List.of("--kafka", name.substring(KAFKA.length()) + "=" + value)
        : List.of("--" + name.replace('.', '-'), value);
  }

  private void awaitReady() {
    await("the application to be ready")
        .atMost(ChildProcess.TIMEOUT)
        .failFast("the application ended", () -> !process.isAlive())
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(this::isReady);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create(address() + path);
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  /**
   * Where it says it serves metrics and health, without a slash at its end; it takes a free port by
   * itself.
   */
  String address() throws IOException {
    Matcher started = STARTED.matcher(output());
    if (!started.find()) {
      throw new IOException("the application does not listen yet");
    }
    return started.group(1);
  }
}
