package io.sentimentstreams.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.sentimentstreams.app.admin.ClusterValidationException;
import io.sentimentstreams.app.admin.TopicLimits;
import io.sentimentstreams.app.config.InvalidConfigException;
import io.sentimentstreams.app.metrics.MeterDefinition;
import io.sentimentstreams.app.serving.ServedModels;
import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.model.bundle.BundleSignature;
import io.sentimentstreams.model.bundle.InvalidBundleException;
import io.sentimentstreams.model.bundle.InvalidBundleException.Reason;
import io.sentimentstreams.model.bundle.InvalidKeyException;
import io.sentimentstreams.model.bundle.SigningKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The application without a broker. */
class ScoringAppTest {

  private static final TopicLimits LIMITS = new TopicLimits(1_000_000, 1_000_000);

  private final Path folder;

  ScoringAppTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyDefinedMeterIsScraped() throws Exception {
    try (ScoringApp app = unstarted(settings(Map.of()))) {
      String scraped = get(app, "/metrics").body();

      // A partition has no lag before the first fetch; ConsumerLagTest covers it. One model of
      // every language counts no languages.
      for (MeterDefinition meter :
          EnumSet.complementOf(
              EnumSet.of(
                  MeterDefinition.PARTITION_LAG,
                  MeterDefinition.REVIEW_LANGUAGES,
                  MeterDefinition.LANGUAGE_DETECTION))) {
        assertThat(scraped)
            .contains(
                "# TYPE " + meter.prometheusName() + " " + meter.prometheusType() + "\n",
                "# HELP " + meter.prometheusName() + " " + meter.description() + "\n");
      }
    }
  }

  @Test
  void everyScrapedMeterIsDefined() throws Exception {
    try (ScoringApp app = unstarted(settings(Map.of()))) {
      String scraped = get(app, "/metrics").body();

      assertThat(scraped.lines().filter(line -> line.startsWith("# TYPE sentiment_")))
          .map(line -> line.replaceAll("^# TYPE (.*?)(_max)? [a-z]+$", "$1"))
          .allMatch(ScoringAppTest::isListed);
    }
  }

  @Test
  void metricsOfTheVirtualMachineAreScraped() throws Exception {
    try (ScoringApp app = unstarted(settings(Map.of()))) {
      HttpResponse<String> response = get(app, "/metrics");

      assertThat(response.headers().firstValue("Content-Type"))
          .contains("text/plain; version=0.0.4; charset=utf-8");
      assertThat(response.body())
          .contains("jvm_memory_used_bytes{", "process_uptime_seconds", "kafka_stream_");
    }
  }

  @Test
  void anApplicationBeforeItsStartIsLiveButNotReady() throws Exception {
    try (ScoringApp app = unstarted(settings(Map.of()))) {
      assertThat(get(app, "/health/live").statusCode()).isEqualTo(200);
      assertThat(get(app, "/health/ready").statusCode()).isEqualTo(503);
      assertThat(get(app, "/health/ready").body()).isEqualTo("not ready: CREATED\n");
      assertThat(app.isReady()).isFalse();
    }
  }

  @Test
  void onALoopbackAddressThePageIsServedForLoopbackNames() throws Exception {
    try (ScoringApp app = unstarted(settings(Map.of()))) {
      assertThat(get(app, "/").statusCode()).isEqualTo(200);
      assertThat(get(app, "/v1/status").body()).contains("\"state\":\"CREATED\"");
      assertThat(statusFor(app, "/v1/status", "attacker.example")).isEqualTo(403);
      assertThat(statusFor(app, "/metrics", "prometheus.example")).isEqualTo(200);
    }
  }

  @Test
  void onOtherAddressesThePageIsDisabledByDefault() throws Exception {
    try (ScoringApp app = unstarted(settings(Map.of("http.host", "0.0.0.0")))) {
      assertThat(get(app, "/").statusCode()).isEqualTo(404);
      assertThat(get(app, "/v1/status").statusCode()).isEqualTo(404);
      assertThat(get(app, "/metrics").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anEnabledPageIsServedForAnyName() throws Exception {
    try (ScoringApp app = unstarted(settings(Map.of("http.page.enabled", "true")))) {
      assertThat(statusFor(app, "/", "scores.example")).isEqualTo(200);
    }
  }

  @Test
  void thePageCanBeDisabled() throws Exception {
    try (ScoringApp app = unstarted(settings(Map.of("http.page.enabled", "false")))) {
      assertThat(get(app, "/").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void closingTwiceHasNoEffect() throws Exception {
    ScoringApp app = unstarted(settings(Map.of()));

    app.close();
    app.close();

    app.awaitEnd();
    assertThat(app.hasFailed()).isFalse();
  }

  @Test
  void aPortInUseIsReportedWithARemedy() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Settings settings = settings(Map.of("http.port", Integer.toString(taken.getLocalPort())));

      assertThatThrownBy(() -> unstarted(settings))
          .isInstanceOf(StartupException.class)
          .hasMessageContaining(":" + taken.getLocalPort())
          .hasMessageContainingAll("http.host", "http.port");
    }
  }

  @Test
  void aMissingBundleStopsTheStart() {
    Settings settings = settings(Map.of("bundle", folder.resolve("none.zip").toString()));

    assertThatThrownBy(() -> ScoringApp.start(settings)).isInstanceOf(InvalidBundleException.class);
  }

  @Test
  void anUntrustedBundleStopsTheStart() {
    Path key = folder.resolve("signing.pem");
    Settings settings =
        settings(
            Map.of(
                "bundle.trust.key", SigningKeys.create(key).toString(),
                "kafka.default.api.timeout.ms", "300",
                "kafka.request.timeout.ms", "200"));

    assertThatThrownBy(() -> ScoringApp.start(settings))
        .isInstanceOfSatisfying(
            InvalidBundleException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSIGNED));

    BundleSignature.sign(
        Objects.requireNonNull(settings.model().bundles().get("*")), SigningKeys.privateKey(key));
    // The next step fails, because there is no cluster.
    assertThatThrownBy(() -> ScoringApp.start(settings))
        .isInstanceOf(ClusterValidationException.class);
  }

  @Test
  void aFileWithoutKeysStopsTheStart() throws IOException {
    Path key = Files.writeString(folder.resolve("empty.pub"), "");
    Settings settings = settings(Map.of("bundle.trust.key", key.toString()));

    assertThatThrownBy(() -> ScoringApp.start(settings)).isInstanceOf(InvalidKeyException.class);
  }

  @Test
  void settingsThatDoNotFitTheBundleStopTheStartTogether() {
    Settings settings =
        settings(
            Map.of(
                "abstain.band.low", "0.4",
                "abstain.band.high", "0.6",
                "abstain.unknown.share", "0.5"));
    TinyModel.write(folder, List.of("bad", "fair", "good"));

    assertThatThrownBy(() -> ScoringApp.start(settings))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            "abstain.band.low: '0.4', expected a bundle with two labels, but tiny has 3."
                + " Remove it, or set abstain.confidence.\n"
                + "abstain.band.high: '0.6', expected a bundle with two labels, but tiny has 3."
                + " Remove it, or set abstain.confidence.");
  }

  @Test
  void aConfidenceForTwoLabelsStopsTheStart() {
    Settings settings = settings(Map.of("abstain.confidence", "0.7"));

    assertThatThrownBy(() -> ScoringApp.start(settings))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            "abstain.confidence: '0.7', expected a bundle with more than two labels, but tiny has"
                + " 2. Remove it, or set abstain.band.low and abstain.band.high.");
  }

  /** No client of Kafka exists yet: the unreachable cluster causes neither waiting nor warnings. */
  @Test
  void theBundleIsCheckedBeforeTheClusterIsAsked() {
    Settings settings =
        settings(Map.of("kafka.default.api.timeout.ms", "60000", "abstain.confidence", "0.7"));
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    logged.start();
    root.addAppender(logged);
    try {
      assertThatThrownBy(() -> ScoringApp.start(settings))
          .isInstanceOf(InvalidConfigException.class);
    } finally {
      root.detachAppender(logged);
    }
    assertThat(logged.list)
        .extracting(ILoggingEvent::getLoggerName)
        .noneMatch(name -> name.startsWith("org.apache.kafka"));
    assertThat(logged.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
  }

  @Test
  void anUnreachableClusterStopsTheStart() {
    Settings settings =
        settings(Map.of("kafka.default.api.timeout.ms", "300", "kafka.request.timeout.ms", "200"));

    assertThatThrownBy(() -> ScoringApp.start(settings))
        .isInstanceOf(ClusterValidationException.class)
        .hasMessageContainingAll("127.0.0.1:1", "bootstrap.servers");
  }

  @Test
  void aSettingThatKafkaRejectsStopsTheStart() {
    Settings settings = settings(Map.of("kafka.security.protocol", "CARRIER_PIGEON"));

    assertThatThrownBy(() -> ScoringApp.start(settings))
        .isInstanceOf(ClusterValidationException.class)
        .hasMessageContaining("security.protocol");
  }

  private ScoringApp unstarted(Settings settings) {
    ServedModels models = ServedModels.of(TinyModel.inMemory());
    return new ScoringApp(settings, new Components(settings, models, LIMITS));
  }

  private Settings settings(Map<String, String> more) {
    Map<String, String> values = new HashMap<>();
    values.put("bootstrap.servers", "127.0.0.1:1");
    values.put("bundle", TinyModel.write(folder).toString());
    values.put("http.port", "0");
    values.put("state.dir", folder.toString());
    values.putAll(more);
    return Settings.of(values);
  }

  private static boolean isListed(String family) {
    for (MeterDefinition meter : MeterDefinition.values()) {
      if (meter.prometheusName().equals(family)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the status for a Host header that Java's client cannot send. */
  private static int statusFor(ScoringApp app, String path, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), app.httpPort())) {
      String request =
          "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, host);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  private static HttpResponse<String> get(ScoringApp app, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + app.httpPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
