package io.sentimentstreams.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.http.HttpEndpoint;
import io.sentimentstreams.app.http.JsonResponses;
import io.sentimentstreams.app.metrics.MeterReadings;
import io.sentimentstreams.app.metrics.ModelMeters;
import io.sentimentstreams.app.metrics.ScoringMeters;
import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.serving.ServedModels;
import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.OrderedQuality;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.decision.AbstainReason;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.ConfidenceThreshold;
import io.sentimentstreams.model.decision.Decision;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.schemas.ReviewScore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LivePageTest {

  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");
  private static final String HOSTILE = "<img src=x onerror=alert(1)> \"quoted\" </script>";

  private static final EncodedText TEXT = new EncodedText(new int[5], 5, 2, 0);

  private final LoadedBundle bundle = TinyModel.inMemory();
  private final ActiveModel model = ActiveModel.of(bundle);
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ScoringMeters meters = new ScoringMeters(registry);
  private final ModelMeters modelMeters = meters.ofModel(model);
  private final LivePage page = page(false);
  private final HttpEndpoint endpoint;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  LivePageTest() throws IOException {
    endpoint = HttpEndpoint.start("127.0.0.1", 0, page.routes());
  }

  @AfterEach
  void close() {
    endpoint.close();
    page.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/page.css", "/page.js", "/icon.svg"})
  void filesLoadNothingFromOtherOriginsAndAreSmall(String path) throws Exception {
    HttpResponse<String> response = get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .startsWith("default-src 'none';")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe", "http", "*"));
    assertThat(response.body().length()).isBetween(100, 20_000);
    assertThat(response.body().replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http://", "https://", "innerHTML", "document.write", "eval(");
  }

  @Test
  void theStatusHasTheCounts() throws Exception {
    scored(0.75, Duration.ofMillis(30));
    scored(0.05, Duration.ofMillis(30));
    modelMeters.ranNetwork(modelMeters.now());
    modelMeters.scored(
        Decision.abstained(AbstainReason.OUT_OF_VOCABULARY), TEXT, Duration.ofMillis(30));
    meters.deadLettered(DeadLetterReason.NO_TEXT);

    JsonNode now = json.readTree(get("/v1/status").body());

    assertThat(now.at("/at").textValue()).isEqualTo("2026-02-03T04:05:06.789Z");
    assertThat(now.at("/applicationId").textValue()).isEqualTo("app");
    assertThat(now.at("/version").textValue()).isEqualTo("1.2.3");
    assertThat(now.at("/state").textValue()).isEqualTo("RUNNING");
    assertThat(now.at("/scored/total").longValue()).isEqualTo(3);
    assertThat(now.at("/scored/byLabel/POSITIVE").longValue()).isEqualTo(1);
    assertThat(now.at("/scored/byLabel")).hasSize(2);
    assertThat(now.at("/scored/abstained").toString())
        .isEqualTo("{\"LOW_CONFIDENCE\":0,\"OUT_OF_VOCABULARY\":1}");
    assertThat(now.at("/deadLetters/total").longValue()).isEqualTo(1);
    assertThat(now.at("/deadLetters/byReason").toString()).isEqualTo("{\"NO_TEXT\":1}");
    assertThat(now.at("/deadLetters").has("oldestAgeSeconds")).isFalse();
    assertThat(now.has("lag")).isFalse();
    assertThat(now.at("/scores/upperBounds")).hasSize(9);
    assertThat(now.at("/scores/counts")).hasSize(10);
  }

  @Test
  void binsOfTimeAreThoseOfTheMeters() {
    MeterReadings readings = new MeterReadings(registry);
    scored(0.75, Duration.ofMillis(30));
    scored(0.05, Duration.ofHours(1));

    assertThat(readings.totals().endToEnd().upperBounds()).startsWith(0.001, 0.005).endsWith(600.0);
    assertThat(readings.totals().endToEnd().counts()).endsWith(1L);
    assertThat(Quantile.of(readings.totals().endToEnd(), 0.5).orElseThrow())
        .isCloseTo(0.05, within(1e-9));
  }

  @Test
  void scoresAreCountedByTenths() {
    ScoreHistogram tenths = new ScoreHistogram(true);
    tenths.scored(LatestScoresTest.score("r1"), "text");

    assertThat(tenths.counts().counts()).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 0L, 0L);
  }

  @Test
  void reviewsAreNotShownByDefault() throws Exception {
    page.listener().scored(LatestScoresTest.score("r1"), HOSTILE);

    JsonNode first = json.readTree(get("/v1/status").body()).at("/latest/0");

    assertThat(first.at("/score").doubleValue()).isEqualTo(0.75);
    assertThat(first.at("/label").textValue()).isEqualTo("POSITIVE");
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "scoredAt",
            "route",
            "label",
            "score",
            "confidence",
            "tokens",
            "outOfVocabulary",
            "truncated");
  }

  @Test
  void measurementsAreShown() throws Exception {
    Quality binary = new Quality("reviews", "0".repeat(64), 10, 0.75, 0.5, 0.875, 0.5, 0.125);
    Quality stars =
        new Quality(
            "stars",
            "0".repeat(64),
            10,
            0.75,
            0.5,
            0.875,
            0.5,
            0.125,
            Optional.of(new OrderedQuality(0.5, 0.625, Optional.of(0.25))));
    ActiveModel measured =
        ActiveModel.of(
            TinyModel.inMemory(
                List.of("1", "2", "3"),
                manifest -> manifest.quality(Map.of("test", stars, "validation", binary))));
    try (LivePage open = page(measured, true);
        HttpEndpoint shown = HttpEndpoint.start("127.0.0.1", 0, open.routes())) {
      JsonNode quality = json.readTree(get(shown, "/v1/model").body()).at("/quality");
      assertThat(quality.at("/validation/accuracy").doubleValue()).isEqualTo(0.75);
      assertThat(quality.at("/validation").has("ordered")).isFalse();
      assertThat(quality.at("/test/ordered/quadraticWeightedKappa").doubleValue()).isEqualTo(0.25);
    }
  }

  @Test
  void eachRouteHasACard() throws Exception {
    ServedModels models =
        new ServedModels(
            List.of(
                new ActiveModel(
                    TinyModel.inLanguage("english", "en", TinyModel.TEXTS),
                    "*",
                    AbstainRules.none()),
                new ActiveModel(
                    TinyModel.inLanguage("korean", "ko", List.of("좋은 영화")),
                    "ko",
                    AbstainRules.none())));
    try (LivePage open = page(models, false);
        HttpEndpoint shown = HttpEndpoint.start("127.0.0.1", 0, open.routes())) {
      JsonNode main = json.readTree(get(shown, "/v1/model").body());
      assertThat(main.at("/route").textValue()).isEqualTo("*");
      assertThat(main.at("/routes")).hasSize(2);
      assertThat(main.at("/routes/1").toString())
          .isEqualTo(
              "{\"route\":\"ko\",\"name\":\"korean\",\"version\":\"1\",\"languages\":[\"ko\"]}");
      for (String korean : List.of("ko", "kor", "ko-KR")) {
        assertThat(json.readTree(get(shown, "/v1/model/" + korean).body()).at("/name").textValue())
            .isEqualTo("korean");
      }
      assertThat(json.readTree(get(shown, "/v1/model/*").body()).at("/name").textValue())
          .isEqualTo("english");
      assertThat(get(shown, "/v1/model/de").statusCode()).isEqualTo(404);
      assertThat(get(shown, "/v1/model/und").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void reviewsAreShownIfTheSettingsEnableIt() throws Exception {
    try (LivePage open = page(true);
        HttpEndpoint shown = HttpEndpoint.start("127.0.0.1", 0, open.routes())) {
      open.listener().scored(LatestScoresTest.score("r1"), HOSTILE);

      HttpResponse<String> response = get(shown, "/v1/status");

      JsonNode first = json.readTree(response.body()).at("/latest/0");
      assertThat(first.at("/text").textValue()).isEqualTo(HOSTILE);
      assertThat(first.at("/reviewId").textValue()).isEqualTo("r1");
      assertThat(first.at("/itemId").textValue()).isEqualTo("film-7");
      assertThat(response.headers().firstValue("Content-Type"))
          .contains("application/json; charset=utf-8");
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void theModelIsDescribed() throws Exception {
    JsonNode card = json.readTree(get("/v1/model").body());

    assertThat(card.at("/name").textValue()).isEqualTo("tiny");
    assertThat(card.at("/sha256").textValue()).isEqualTo("0".repeat(64));
    assertThat(card.at("/layers/1/type").textValue()).isEqualTo("LSTM");
    assertThat(card.at("/layers/1/units").intValue()).isEqualTo(4);
    assertThat(card.at("/maxLength").intValue()).isEqualTo(TinyModel.MAX_LENGTH);
    assertThat(card.at("/task").textValue()).isEqualTo("binary");
    assertThat(card.at("/labels").toString()).isEqualTo("[\"NEGATIVE\",\"POSITIVE\"]");
    assertThat(card.at("/threshold").doubleValue()).isEqualTo(0.5);
    assertThat(card.at("/abstain").toString()).isEqualTo("{}");
  }

  @Test
  void aModelOfLabelsWithoutAnOrderShowsConfidenceAndItsRules() throws Exception {
    ActiveModel topics =
        ActiveModel.of(
            TinyModel.inMemory(
                List.of("sport", "music", "food"),
                manifest ->
                    manifest
                        .languages(List.of("en"))
                        .abstain(
                            AbstainRules.none()
                                .withConfidence(ConfidenceThreshold.of(0.5))
                                .withUnknownShare(0.25))));
    try (LivePage open = page(topics, true);
        HttpEndpoint shown = HttpEndpoint.start("127.0.0.1", 0, open.routes())) {
      ReviewScore abstained = LatestScoresTest.score("r1");
      abstained.setLabel(null);
      abstained.setScore(null);
      abstained.setAbstained(io.sentimentstreams.schemas.AbstainReason.LOW_CONFIDENCE);
      open.listener().scored(abstained, "text");

      JsonNode card = json.readTree(get(shown, "/v1/model").body());
      assertThat(card.at("/task").textValue()).isEqualTo("nominal");
      assertThat(card.at("/languages").toString()).isEqualTo("[\"en\"]");
      assertThat(card.has("threshold")).isFalse();
      assertThat(card.at("/abstain").toString())
          .isEqualTo("{\"confidence\":0.5,\"unknownShare\":0.25}");
      JsonNode now = json.readTree(get(shown, "/v1/status").body());
      assertThat(now.at("/scores/feature").textValue()).isEqualTo("confidence");
      JsonNode first = now.at("/latest/0");
      assertThat(first.at("/abstained").textValue()).isEqualTo("LOW_CONFIDENCE");
      assertThat(first.at("/confidence").doubleValue()).isEqualTo(0.75);
      assertThat(first.has("label")).isFalse();
      assertThat(first.has("score")).isFalse();
    }
  }

  @Test
  void aTextThatTheNetworkWasNotAskedAboutIsInNoBin() {
    ReviewScore abstained = LatestScoresTest.score("r1");
    abstained.setProbabilities(List.of());
    abstained.setScore(null);
    for (boolean ofScores : new boolean[] {true, false}) {
      ScoreHistogram tenths = new ScoreHistogram(ofScores);
      tenths.scored(abstained, "text");
      assertThat(tenths.counts().counts()).containsOnly(0L);
    }
  }

  private void scored(double score, Duration age) {
    modelMeters.scored(model.rule().decide(new double[] {1 - score, score}), TEXT, age);
  }

  private LivePage page(boolean texts) {
    return page(model, texts);
  }

  private LivePage page(ActiveModel shown, boolean texts) {
    return page(new ServedModels(List.of(shown)), texts);
  }

  private LivePage page(ServedModels shown, boolean texts) {
    return new LivePage(
        new PageContext(
            "app",
            "1.2.3",
            () -> "RUNNING",
            shown,
            new MeterReadings(registry),
            Clock.fixed(NOW, ZoneOffset.UTC)),
        texts,
        new JsonResponses());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(endpoint, path);
  }

  private HttpResponse<String> get(HttpEndpoint from, String path)
      throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri(from, path)).build(), BodyHandlers.ofString());
  }

  private static URI uri(HttpEndpoint endpoint, String path) {
    return URI.create("http://127.0.0.1:" + endpoint.port() + path);
  }
}
