package io.sentimentstreams.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A headless Chromium, controlled with the W3C WebDriver protocol. */
final class Browser implements AutoCloseable {

  private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");

  /** Name of the key of an element's id in the protocol. */
  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Process driver;
  private final String session;

  private Browser(Process driver, int port, Path profile) throws IOException {
    this.driver = driver;
    URI address = URI.create("http://127.0.0.1:" + port + "/session");
    Map<String, Object> options =
        Map.of(
            "args",
            List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1200,1500",
                "--user-data-dir=" + profile));
    Map<String, Object> wanted =
        Map.of("goog:chromeOptions", options, "goog:loggingPrefs", Map.of("browser", "ALL"));
    JsonNode begun = send("POST", address, Map.of("capabilities", Map.of("alwaysMatch", wanted)));
    session = address + "/" + begun.path("sessionId").textValue();
  }

  /** Returns the reason if no browser is installed. */
  static Optional<String> missing() {
    List<String> folders = Arrays.asList(System.getenv("PATH").split(File.pathSeparator));
    boolean found = folders.stream().anyMatch(f -> Files.isExecutable(Path.of(f, "chromedriver")));
    return found
        ? Optional.empty()
        : Optional.of(
            "chromedriver is not installed (Debian packages chromium and chromium-driver)");
  }

  /**
   * Starts a browser.
   *
   * @param folder folder for its profile and the output of its driver
   */
  static Browser start(Path folder) throws IOException {
    Path log = folder.resolve("chromedriver.log");
    Process driver =
        new ProcessBuilder("chromedriver", "--port=0")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      await("the browser's driver")
          .atMost(ChildProcess.TIMEOUT)
          .failFast("the browser's driver exited", () -> !driver.isAlive())
          .until(() -> PORT.matcher(Files.readString(log)).find());
      Matcher port = PORT.matcher(Files.readString(log));
      port.find();
      return new Browser(driver, Integer.parseInt(port.group(1)), folder.resolve("profile"));
    } catch (IOException | RuntimeException e) {
      driver.destroy();
      throw e;
    }
  }

  /** Opens a page and waits until it is loaded. */
  void open(String address) throws IOException {
    send("POST", at("/url"), Map.of("url", address));
  }

  /** Emulates a media feature, for example {@code prefers-color-scheme}. */
  void prefer(String feature, String value) throws IOException {
    Map<String, Object> features =
        Map.of("features", List.of(Map.of("name", feature, "value", value)));
    send(
        "POST",
        at("/goog/cdp/execute"),
        Map.of("cmd", "Emulation.setEmulatedMedia", "params", features));
  }

  /** Returns the value of an expression in the page. */
  JsonNode evaluate(String expression) throws IOException {
    return send(
        "POST", at("/execute/sync"), Map.of("script", "return " + expression, "args", List.of()));
  }

  /** Types into the focused element; {@code \uE004} is tab, {@code \uE009} is control. */
  void type(String keys) throws IOException {
    JsonNode active = send("GET", at("/element/active"), Map.of());
    send(
        "POST",
        at("/element/" + active.path(ELEMENT).textValue() + "/value"),
        Map.of("text", keys));
  }

  /** Returns the messages on the console since the last call. */
  JsonNode console() throws IOException {
    return send("POST", at("/se/log"), Map.of("type", "browser"));
  }

  /** Returns a screenshot as PNG. */
  byte[] screenshot() throws IOException {
    return Base64.getDecoder().decode(send("GET", at("/screenshot"), Map.of()).textValue());
  }

  @Override
  public void close() throws IOException {
    try {
      send("DELETE", URI.create(session), Map.of());
    } finally {
      driver.destroy();
    }
  }

  private URI at(String path) {
    return URI.create(session + path);
  }

  private JsonNode send(String method, URI address, Map<String, ?> body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("POST")
                    ? BodyPublishers.ofString(json.writeValueAsString(body))
                    : BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      JsonNode value = json.readTree(response.body()).path("value");
      if (response.statusCode() != 200) {
        throw new IOException(value.path("error") + ": " + value.path("message"));
      }
      return value;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the browser", e);
    }
  }
}
