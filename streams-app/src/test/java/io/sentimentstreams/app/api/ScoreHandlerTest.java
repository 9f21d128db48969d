package io.sentimentstreams.app.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.app.http.HttpEndpoint;
import io.sentimentstreams.app.http.JsonResponses;
import io.sentimentstreams.app.http.Request;
import io.sentimentstreams.app.http.Route;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.serving.ServedModels;
import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.language.OpenNlpDetector;
import io.sentimentstreams.model.scoring.ClassifiedText;
import io.sentimentstreams.model.scoring.ScoredText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreHandlerTest {

  private static final String HOSTILE = "<img src=x onerror=alert(1)> \"quoted\" </script>";

  private final LoadedBundle bundle = TinyModel.inMemory();
  private final ActiveModel model = ActiveModel.of(bundle);
  private final HttpEndpoint endpoint;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  ScoreHandlerTest() throws IOException {
    endpoint =
        HttpEndpoint.start(
            "127.0.0.1",
            0,
            List.of(
                Route.post(
                    ScoreHandler.PATH,
                    ScoreHandler.MAX_BODY_BYTES,
                    handler(new ServedModels(List.of(model))))));
  }

  private static ScoreHandler handler(ServedModels models) {
    return new ScoreHandler(models, models.newRouter(new OpenNlpDetector()), new JsonResponses());
  }

  @Test
  void theLanguageSelectsTheModel() throws IOException {
    ServedModels models =
        new ServedModels(
            List.of(
                new ActiveModel(
                    TinyModel.inLanguage("english", "en", TinyModel.TEXTS),
                    "en",
                    AbstainRules.none()),
                new ActiveModel(
                    TinyModel.inLanguage("korean", "ko", List.of("좋은 영화")),
                    "ko",
                    AbstainRules.none())));
    ScoreHandler handler = handler(models);

    JsonNode korean = answer(handler, "{\"text\":\"좋은 영화\"}");
    assertThat(korean.at("/model/name").textValue()).isEqualTo("korean");
    assertThat(korean.at("/model/route").textValue()).isEqualTo("ko");
    assertThat(korean.at("/language").textValue()).isEqualTo("ko");
    assertThat(answer(handler, "{\"text\":\"a good film\"}").at("/model/route").textValue())
        .isEqualTo("en");
    JsonNode given = answer(handler, "{\"text\":\"a good film\",\"language\":\"de-AT\"}");
    assertThat(given.at("/abstained").textValue()).isEqualTo("UNSUPPORTED_LANGUAGE");
    assertThat(given.at("/language").textValue()).isEqualTo("de");
    assertThat(given.at("/model").isNull()).isTrue();
    assertThat(given.at("/tokens").isNull()).isTrue();
    JsonNode found =
        answer(handler, "{\"text\":\"Das war der schlechteste Film des Jahres.\",\"prefixes\":9}");
    assertThat(found.at("/abstained").textValue()).isEqualTo("UNSUPPORTED_LANGUAGE");
    assertThat(found.at("/prefixes")).isEmpty();
  }

  private JsonNode answer(ScoreHandler handler, String body) throws IOException {
    return json.readTree(
        handler
            .answer(
                new Request("", Map.of("content-type", "application/json"), body.getBytes(UTF_8)))
            .body());
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void aTextIsScoredAsTheStreamScoresItAndTheLastPrefixIsItsScore() throws Exception {
    String text = "A good film, " + HOSTILE;
    ScoredText expected = bundle.bundle().newScorer().score(text);

    JsonNode answer = score(json.writeValueAsString(new ScoreRequest(text, "", 200)));

    assertThat(answer.at("/score").doubleValue()).isEqualTo(expected.score());
    assertThat(answer.at("/label").textValue())
        .isEqualTo(TinyModel.decision(model, text).label().orElseThrow());
    assertThat(answer.at("/abstained").isNull()).isTrue();
    assertThat(answer.at("/probabilities/1").toString())
        .isEqualTo("{\"label\":\"POSITIVE\",\"probability\":%s}".formatted(expected.score()));
    assertThat(answer.at("/prefixLabel").textValue()).isEqualTo("POSITIVE");
    assertThat(answer.at("/tokens/count").intValue()).isEqualTo(expected.tokens());
    assertThat(answer.at("/tokens/truncated").intValue()).isEqualTo(expected.truncated());
    assertThat(answer.at("/words/0").toString())
        .isEqualTo("{\"token\":\"a\",\"known\":true,\"from\":0,\"to\":1}");
    assertThat(answer.at("/words/3").toString())
        .isEqualTo("{\"token\":\"img\",\"known\":false,\"from\":14,\"to\":17}");
    assertThat(answer.at("/prefixes")).hasSize(expected.tokens());
    JsonNode last = answer.at("/prefixes/" + (expected.tokens() - 1));
    assertThat(last.at("/tokens").intValue()).isEqualTo(expected.tokens());
    assertThat(last.at("/probability").doubleValue()).isEqualTo(expected.score());
    assertThat(answer.at("/model/name").textValue()).isEqualTo("tiny");
  }

  @Test
  void aTextWithoutAKnownWordHasTheReasonAndItsWords() throws Exception {
    JsonNode answer = score("{\"text\":\"zxqv brrmpf\",\"prefixes\":200}");

    assertThat(answer.at("/label").isNull()).isTrue();
    assertThat(answer.at("/score").isNull()).isTrue();
    assertThat(answer.at("/abstained").textValue()).isEqualTo("OUT_OF_VOCABULARY");
    assertThat(answer.at("/probabilities")).isEmpty();
    assertThat(answer.at("/words")).hasSize(2);
    assertThat(answer.at("/prefixLabel").isNull()).isTrue();
    assertThat(answer.at("/prefixes")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Task.class,
      names = {"ORDERED", "NOMINAL"})
  void prefixesOfManyLabelsFollowThePredictedOne(Task task) throws Exception {
    LoadedBundle five =
        TinyModel.inMemory(List.of("1", "2", "3", "4", "5"), manifest -> manifest.task(task));
    ActiveModel stars = ActiveModel.of(five);
    Request request =
        new Request(
            "",
            Map.of("content-type", "application/json"),
            "{\"text\":\"a good film\",\"prefixes\":9}".getBytes(UTF_8));

    JsonNode answer =
        json.readTree(handler(new ServedModels(List.of(stars))).answer(request).body());

    ClassifiedText whole = five.bundle().newScorer().classify("a good film");
    ClassifiedText first = five.bundle().newScorer().classify("a");
    String label = stars.labels().get(whole.best());
    assertThat(answer.at("/label").textValue()).isEqualTo(label);
    assertThat(answer.at("/prefixLabel").textValue()).isEqualTo(label);
    assertThat(answer.at("/probabilities")).hasSize(5);
    assertThat(answer.at("/score").isNull()).isEqualTo(task == Task.NOMINAL);
    assertThat(answer.at("/prefixes")).hasSize(3);
    assertThat(answer.at("/prefixes/0/probability").doubleValue())
        .isEqualTo(first.probabilities().get(whole.best()));
    assertThat(answer.at("/prefixes/2/probability").doubleValue())
        .isEqualTo(whole.probabilities().get(whole.best()));
  }

  @Test
  void prefixesAreOmittedByDefault() throws Exception {
    JsonNode answer = score("{\"text\":\"a good film\"}");

    assertThat(answer.at("/score").doubleValue())
        .isEqualTo(bundle.bundle().newScorer().score("a good film").score());
    assertThat(answer.at("/words")).isEmpty();
    assertThat(answer.at("/prefixes")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "[]",
        "\"a good film\"",
        "{}",
        "{\"text\":7}",
        "{\"text\":\" \\n\"}",
        "{\"text\":\"a\",\"prefixes\":201}",
        "{\"text\":\"a\",\"prefixes\":-1}",
        "{\"text\":\"a\",\"prefixes\":1.5}",
        "{\"text\":\"a\",\"prefixes\":null}",
        "{\"text\":\"a\",\"more\":1}",
        "{\"text\":\"a\",\"text\":\"b\"}",
        "{\"text\":\"a\"} {}",
        "{\"text\":\"a\",\"prefixes\":\"5\"}",
        "{\"text\":\"a\",\"prefixes\":true}",
        "{\"text\":\"a\",\"prefixes\":4294967301}",
        "{\"text\":true}",
        "{\"text\":NaN}",
        "{\"text\":\"a\",\"text\":\"a\"}",
        "{\"text\":\"a\",\"prefixes\":1,\"prefixes\":1}",
        "{\"text\":\"a\",\"prefixes\":4294967296}",
        "{\"text\":\"a\\ud83d\"}",
        "{\"text\":\"a\\u0000b\"}",
        "{\"text\":\"\\u200b\\ufeff\\u00ad\"}",
        "{\"text\":null}",
        "{\"text\":\"a\""
      })
  void invalidRequestsAreRejected(String body) throws Exception {
    HttpResponse<String> refused = post(body, "application/json");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json.readTree(refused.body()).at("/error").textValue()).isNotBlank();
  }

  @Test
  void aByteOrderMarkChangesNothing() throws Exception {
    for (String body :
        List.of(
            "\uFEFF{\"text\":\"a good film\"}",
            "{\"text\":\"\\ufeffa good film\\r\"}\r\n",
            "{\"text\":\"a good film\"}\uFEFF")) {
      assertThat(score(body).at("/score"))
          .isEqualTo(score("{\"text\":\"a good film\"}").at("/score"));
    }
  }

  @Test
  void theMessageHasThePositionAndNotTheText() throws Exception {
    for (String body :
        List.of(
            "{\"text\":\n\"secret\",\"x\":1}",
            "{\"text\":\n\"secret",
            "{\"text\":\n[\"secret\"]}")) {
      assertThat(post(body, "application/json").body())
          .contains("line 2, column ")
          .doesNotContain("secret");
    }
  }

  @Test
  void aBodyThatIsNotUtf8IsRejected() throws Exception {
    byte[] latin = "{\"text\":\"caf\u00e9\"}".getBytes(ISO_8859_1);
    HttpResponse<String> refused = post(BodyPublishers.ofByteArray(latin), "application/json");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("not UTF-8", "0xe9");
    assertThat(
            post(
                    BodyPublishers.ofByteArray("{\"text\":\"a\"}".getBytes(UTF_16LE)),
                    "application/json")
                .body())
        .contains("UTF-16");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json|200",
        "application/json; charset=UTF-8|200",
        "application/json;charset=\"utf-8\"|200",
        "Application/JSON ; Charset = utf8|200",
        "application/json; charset=us-ascii|200",
        "application/json; profile=x; charset=utf-8|200",
        "application/json; charset=iso-8859-1|415",
        "application/json; charset=\"windows-1252\"|415",
        "application/json; charset=utf-16|415",
        "application/json; charset=utf-8; charset=latin1|415",
        "application/json; charset=|415",
        "application/jsonx|415",
        "text/json|415"
      })
  void theCharsetIsHonouredOrRefused(String type, int status) throws Exception {
    assertThat(post("{\"text\":\"a\"}", type).statusCode()).isEqualTo(status);
  }

  @Test
  void simpleCrossOriginRequestsAreRejected() throws Exception {
    for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded"}) {
      assertThat(post("{\"text\":\"a\"}", type).statusCode()).isEqualTo(415);
    }
    assertThat(send(HttpRequest.newBuilder(uri()).GET()).statusCode()).isEqualTo(405);
  }

  @Test
  void aTextThatIsTooLargeIsRejected() throws Exception {
    String body = "{\"text\":\"" + "a ".repeat(ScoreHandler.MAX_BODY_BYTES / 2) + "\"}";

    assertThat(post(body, "application/json").statusCode()).isEqualTo(413);
  }

  @Test
  void aTextOfTheMaximumSizeIsScoredWithFewerPrefixes() throws Exception {
    String text = "a ".repeat(ScoreHandler.MAX_BODY_BYTES / 2 - 50).strip();

    JsonNode answer = score(json.writeValueAsString(new ScoreRequest(text, "", 200)));

    assertThat(answer.at("/prefixes").size()).isBetween(10, 200);
    assertThat(answer.at("/tokens/count").intValue())
        .isEqualTo(ScoreHandler.MAX_BODY_BYTES / 2 - 50);
  }

  private JsonNode score(String body) throws IOException, InterruptedException {
    HttpResponse<String> response = post(body, "application/json; charset=utf-8");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json.readTree(response.body());
  }

  private HttpResponse<String> post(String body, String type)
      throws IOException, InterruptedException {
    return post(BodyPublishers.ofString(body), type);
  }

  private HttpResponse<String> post(BodyPublisher body, String type)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri()).header("Content-Type", type).POST(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private URI uri() {
    return URI.create("http://127.0.0.1:" + endpoint.port() + ScoreHandler.PATH);
  }
}
