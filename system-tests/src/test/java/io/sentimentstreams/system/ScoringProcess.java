package io.sentimentstreams.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged application in a process of its own. */
final class ScoringProcess implements AutoCloseable {

  private static final String JAR = "streams-app/target/streams-app.jar";

  private static final String KAFKA = "kafka.";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ChildProcess process;
  private final int httpPort;

  private ScoringProcess(ChildProcess process, int httpPort) {
    this.process = process;
    this.httpPort = httpPort;
  }

  /**
   * Starts the application and waits until it says that it is ready.
   *
   * @param log where its output goes
   * @param settings by name, as in a properties file
   */
  static ScoringProcess start(Path log, Map<String, String> settings) throws IOException {
    ScoringProcess process = launch(log, settings);
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
    int httpPort = freePort();
    List<String> arguments = new ArrayList<>(List.of("--http-port", Integer.toString(httpPort)));
    settings.forEach((name, value) -> arguments.addAll(argument(name, value)));
    return new ScoringProcess(ChildProcess.start(JAR, log, arguments), httpPort);
  }

  /** What Prometheus reads. */
  String metrics() throws IOException, InterruptedException {
    return get("/metrics").body();
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.kill();
  }

  /** Sends SIGTERM and gives the exit code. */
  int terminate() {
    process.terminate();
    return process.exitCode();
  }

  /** Waits until it ends by itself and gives the exit code. */
  int exitCode() {
    return process.exitCode();
  }

  /** What it has logged. */
  String output() throws IOException {
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
        .atMost(ChildProcess.PATIENCE)
        .failFast("the application ended", () -> !process.isAlive())
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> get("/health/ready").statusCode() == 200);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + httpPort + path);
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
