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

/** A Prometheus process on a free port. */
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
   * Starts Prometheus and waits until it is ready.
   *
   * @param folder folder for its configuration and data
   * @param log file for its output
   * @param rules file with rules; all groups are evaluated at the scrape interval
   * @param scrape scrape interval, at least 1 s
   * @param targets host and port of each instance of the application
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

  /** Returns the current values of an expression. */
  public List<Series> query(String expression) {
    return series(get("/api/v1/query?query=" + encoded(expression)));
  }

  /** Returns the values of an expression at a time. */
  public List<Series> query(String expression, Instant at) {
    return series(get("/api/v1/query?query=%s&time=%s".formatted(encoded(expression), at)));
  }

  /** Returns the values of an expression over a time range. */
  public List<Series> query(String expression, Instant from, Instant to, Duration step) {
    return series(
        get(
            "/api/v1/query_range?query=%s&start=%s&end=%s&step=%ss"
                .formatted(encoded(expression), from, to, step.toSeconds())));
  }

  /** Returns the values of a label among the selected series. */
  public List<String> labelValues(String label, String series) {
    return Dashboard.elements(
            get("/api/v1/label/%s/values?match[]=%s".formatted(label, encoded(series))))
        .map(JsonNode::asText)
        .toList();
  }

  /** Returns the evaluated rules. */
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
        .failFast("Prometheus exited", () -> !process.isAlive())
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> send("/-/ready").statusCode() == 200);
  }

  private JsonNode get(String path) {
    try {
      HttpResponse<String> response = send(path);
      if (response.statusCode() != 200) {
        throw new IllegalArgumentException(
            "Prometheus rejected %s: %s".formatted(path, response.body()));
      }
      return new ObjectMapper().readTree(response.body()).path("data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while querying Prometheus", e);
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
