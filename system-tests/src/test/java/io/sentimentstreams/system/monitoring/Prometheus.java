package io.sentimentstreams.system.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A Prometheus of its own on a free port of this machine; ends with the test. */
public final class Prometheus implements AutoCloseable {

  private static final String PROGRAM = "prometheus";
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final String address;

  private Prometheus(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param folder for its configuration and data
   * @param log where its output goes
   * @param rules the rules' file; all groups are evaluated as often as metrics are read
   * @param scrape how often that is, a second at least
   * @param targets host and port of the instances of the application
   */
  public static Prometheus start(
      Path folder, Path log, Path rules, Duration scrape, List<String> targets) throws IOException {
    String every = scrape.toSeconds() + "s";
    Files.createDirectories(folder);
    Files.createDirectories(log.toAbsolutePath().getParent());
    Files.writeString(
        folder.resolve("rules.yml"),
        Files.readString(rules).replaceAll("(?m)^( +interval:) .*$", "$1 " + every));
    Path config =
        Files.writeString(
            folder.resolve("prometheus.yml"),
            """
            global: {scrape_interval: %1$s, scrape_timeout: %1$s, evaluation_interval: %1$s}
            rule_files: [rules.yml]
            scrape_configs:
              - job_name: sentiment-streams
                static_configs: [{targets: [%2$s]}]
            """
                .formatted(
                    every,
                    targets.stream().map(t -> '"' + t + '"').collect(Collectors.joining(", "))));
    String address = "127.0.0.1:" + freePort();
    Process process =
        new ProcessBuilder(
                PROGRAM,
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=" + address,
                "--log.level=warn")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Prometheus prometheus = new Prometheus(process, address);
    try {
      prometheus.awaitReady();
      return prometheus;
    } catch (RuntimeException e) {
      prometheus.close();
      throw e;
    }
  }

  /** The values of an expression now. */
  public List<Series> query(String expression) {
    return series(get("/api/v1/query?query=" + encoded(expression)));
  }

  /** The values of an expression at a time. */
  public List<Series> query(String expression, Instant at) {
    return series(get("/api/v1/query?query=%s&time=%s".formatted(encoded(expression), at)));
  }

  /** The values of an expression over a time. */
  public List<Series> query(String expression, Instant from, Instant to, Duration step) {
    return series(
        get(
            "/api/v1/query_range?query=%s&start=%s&end=%s&step=%ss"
                .formatted(encoded(expression), from, to, step.toSeconds())));
  }

  /** The values that a label has among some series. */
  public List<String> labelValues(String label, String series) {
    return Dashboard.elements(
            get("/api/v1/label/%s/values?match[]=%s".formatted(label, encoded(series))))
        .map(JsonNode::asText)
        .toList();
  }

  /** The rules that it evaluates. */
  public List<Rule> rules() {
    return Dashboard.elements(get("/api/v1/rules").path("groups"))
        .flatMap(group -> Dashboard.elements(group.path("rules")))
        .map(Rule::of)
        .toList();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private static List<Series> series(JsonNode data) {
    return Dashboard.elements(data.path("result")).map(Series::of).toList();
  }

  private void awaitReady() {
    await("Prometheus to be ready")
        .atMost(TIMEOUT)
        .failFast("Prometheus ended", () -> !process.isAlive())
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> send("/-/ready").statusCode() == 200);
  }

  private JsonNode get(String path) {
    try {
      HttpResponse<String> response = send(path);
      if (response.statusCode() != 200) {
        throw new IllegalArgumentException(
            "Prometheus refuses %s: %s".formatted(path, response.body()));
      }
      return new ObjectMapper().readTree(response.body()).path("data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Prometheus was asked", e);
    }
  }

  private HttpResponse<String> send(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://" + address + path.replace("[]", "%5B%5D"));
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
