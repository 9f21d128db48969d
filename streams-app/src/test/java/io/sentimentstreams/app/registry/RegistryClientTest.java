package io.sentimentstreams.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sentimentstreams.schemas.wire.SchemaReleases;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryClientTest {

  private static final Schema SCORE = SchemaReleases.of("ReviewScore").newest();
  private static final URI NOBODY = URI.create("http://127.0.0.1:1");

  private final FakeRegistry registry = new FakeRegistry();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void aSchemaIsAskedForByItsId() {
    registry.answers("GET /schemas/ids/7", 200, "{\"schema\": \"\\\"string\\\"\"}");

    RegistryResponse answer = client(Registries.at(registry.url())).schema(7);

    assertThat(answer)
        .isInstanceOfSatisfying(
            RegistryResponse.Given.class,
            given -> assertThat(given.body().path("schema").asText()).isEqualTo("\"string\""));
    assertThat(requests("ANSWERED")).isOne();
  }

  @Test
  void anIdAboveTwoBillionsIsOneToo() {
    registry.answers("GET /schemas/ids/4294967295", 200, "{}");

    assertThat(client(Registries.at(registry.url())).schema(4_294_967_295L))
        .isInstanceOf(RegistryResponse.Given.class);
  }

  @Test
  void aSchemaIsRegisteredUnderASubjectOfAnyName() {
    registry.answers("POST /subjects/a%20b%2Fc-value/versions", 200, "{\"id\": 3}");

    client(Registries.at(registry.url())).register("a b/c-value", SCORE);

    FakeRegistry.Asked asked = registry.asked().get(0);
    assertThat(asked.body()).startsWith("{\"schema\":\"{\\\"type\\\":\\\"record\\\"");
  }

  @Test
  void aUserIsShownWithThePassword() {
    registry.answers("GET /schemas/ids/1", 200, "{}");

    client(Registries.showing(new RegistryCredentials.Basic("anna", "pä:ss"), registry.url()))
        .schema(1);
    client(Registries.showing(new RegistryCredentials.Bearer("tok"), registry.url())).schema(1);

    assertThat(registry.asked())
        .extracting(FakeRegistry.Asked::authorization)
        .containsExactly("Basic YW5uYTpww6Q6c3M=", "Bearer tok");
  }

  @Test
  void aTokenInAFileMayChange(@TempDir Path folder) throws IOException {
    registry.answers("GET /schemas/ids/1", 200, "{}");
    Path token = Files.writeString(folder.resolve("token"), "monday\n");
    RegistryClient client =
        client(
            Registries.showing(
                new RegistryCredentials.Bearer("${directory:" + folder + ":token}"),
                registry.url()));

    client.schema(1);
    Files.writeString(token, "tuesday\n");
    client.schema(1);
    Files.writeString(token, "wednes\nday");
    assertThatThrownBy(() -> client.schema(1))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageNotContaining("wednes")
        .hasNoCause();
    Files.delete(token);

    assertThat(registry.asked())
        .extracting(FakeRegistry.Asked::authorization)
        .containsExactly("Bearer monday", "Bearer tuesday");
    assertThatThrownBy(() -> client.schema(1)).isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void whatTheRegistryRefusesIsToldInItsWords() {
    registry.answers(
        "GET /schemas/ids/9",
        404,
        "{\"error_code\": 40403, \"message\": \"Schema 9\\nnot found\"}");

    assertThat(client(Registries.at(registry.url())).schema(9))
        .isEqualTo(new RegistryResponse.Refused(404, 40403, "Schema 9 not found"));
    assertThat(requests("REFUSED")).isOne();
  }

  @Test
  void aRefusalToSpeakAtAllNeedsNoWords() {
    registry.answers("GET /schemas/ids/9", 401, "");

    assertThat(client(Registries.at(registry.url())).schema(9))
        .isEqualTo(new RegistryResponse.Refused(401, 0, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "404, <html>not found</html>",
    "404, {}",
    "500, {\"error_code\": 50001}",
    "503, ''",
    "429, {\"error_code\": 42901}",
    "302, ''",
    "200, hello",
    "200, []"
  })
  void whatIsNoAnswerOfARegistryIsNoAnswer(int status, String body) {
    registry.answers("GET /schemas/ids/9", status, body);

    assertThatThrownBy(() -> client(Registries.at(registry.url())).schema(9))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("HTTP status " + status);
    assertThat(requests("FAILED")).isOne();
  }

  @Test
  void whereARegistrySendsUsElsewhereWeDoNotGo() {
    try (FakeRegistry elsewhere = new FakeRegistry()) {
      String schema = "GET /schemas/ids/9";
      elsewhere.answers(schema, 200, "{}");
      registry.answers(schema, 302, elsewhere.url() + "/schemas/ids/9");

      assertThatThrownBy(() -> client(Registries.at(registry.url())).schema(9))
          .isInstanceOf(RegistryUnavailableException.class);
      assertThat(elsewhere.asked()).isEmpty();
    }
  }

  @Test
  void nobodyThereIsNoAnswer() {
    assertThatThrownBy(() -> client(Registries.at(NOBODY)).schema(9))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("http://127.0.0.1:1/schemas/ids/9");
  }

  @Test
  void aRegistryThatHangsIsGivenUpInTime() {
    CountDownLatch end = new CountDownLatch(1);
    registry.answers(
        "GET /schemas/ids/9",
        request -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new FakeRegistry.Page(200, "{}");
        });

    assertThatThrownBy(
            () -> client(Registries.within(Duration.ofMillis(200), registry.url())).schema(9))
        .isInstanceOf(RegistryUnavailableException.class);
    end.countDown();
  }

  @Test
  void anAnswerWithoutEndIsNotKept() {
    registry.answers("GET /schemas/ids/9", 200, "\"" + "x".repeat(5 << 20) + "\"");

    assertThatThrownBy(() -> client(Registries.at(registry.url())).schema(9))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("more than 4194304 bytes");
  }

  @Test
  void theNextOneIsAskedWhereOneDoesNotAnswerAndStaysTheFirst() {
    registry.answers("GET /schemas/ids/7", 200, "{}");
    RegistryClient client = client(Registries.at(NOBODY, registry.url()));

    client.schema(7);
    client.schema(7);

    assertThat(requests("FAILED")).isOne();
    assertThat(requests("ANSWERED")).isEqualTo(2);
  }

  private double requests(String outcome) {
    return meters.counter("sentiment.schema.registry.requests", "outcome", outcome).count();
  }

  private RegistryClient client(RegistrySettings settings) {
    return new RegistryClient(settings, new RegistryMeters(meters));
  }
}
