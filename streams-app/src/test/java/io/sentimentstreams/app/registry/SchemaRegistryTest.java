package io.sentimentstreams.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sentimentstreams.schemas.AbstainReason;
import io.sentimentstreams.schemas.LabelProbability;
import io.sentimentstreams.schemas.ModelReference;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.TokenCounts;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import io.sentimentstreams.schemas.wire.SchemaId;
import io.sentimentstreams.schemas.wire.SchemaReleases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaRegistryTest {

  private static final String REGISTER = "POST /subjects/review-scores-value/versions";
  private static final String LOOK_UP = "POST /subjects/review-scores-value";

  private final FakeRegistry server = new FakeRegistry();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void scoresAreWrittenWithTheIdThatTheRegistryGave() {
    server.answers(REGISTER, 200, "{\"id\": 258}");
    try (SchemaRegistry registry = registry(Registries.at(server.url()))) {
      registry.open();

      assertThat(Arrays.copyOf(registry.encoder().encode(score()), 5))
          .containsExactly(0, 0, 0, 1, 2);
      assertThat(registry.waitsFor()).isEmpty();
    }
  }

  @Test
  void whereSchemasAreOnlyLookedUpNothingIsRegistered() {
    server.answers(
        LOOK_UP, 200, "{\"subject\": \"review-scores-value\", \"version\": 1, \"id\": 4}");
    try (SchemaRegistry registry = registry(Registries.lookUp(server.url()))) {
      registry.open();
    }

    assertThat(server.asked()).extracting(FakeRegistry.Asked::line).containsExactly(LOOK_UP);
  }

  @Test
  void whatTheRegistryRefusesStopsTheStartWithARemedy() {
    server.answers(LOOK_UP, 404, "{\"error_code\": 40401, \"message\": \"Subject not found\"}");
    assertThatThrownBy(() -> registry(Registries.lookUp(server.url())).open())
        .isInstanceOf(RegistryConfigException.class)
        .hasMessageContainingAll("review-scores-value", "HTTP status 404")
        .hasMessageContaining("schema.registry.registration=register");
    server.answers(REGISTER, 409, "{\"error_code\": 409, \"message\": \"incompatible\"}");
    assertThatThrownBy(() -> registry(Registries.at(server.url())).open())
        .hasMessageContainingAll("409", "incompatible");
    server.answers(REGISTER, 401, "");
    assertThatThrownBy(() -> registry(Registries.at(server.url())).open())
        .hasMessageContaining("schema.registry.user");
    server.answers(REGISTER, 422, "{\"error_code\": 42201, \"message\": \"invalid\"}");
    assertThatThrownBy(() -> registry(Registries.at(server.url())).open())
        .hasMessageContaining("See the log of the registry");
  }

  @Test
  void aRegistryThatIsAwayAtStartIsWaitedFor() {
    server.answers(REGISTER, 503, "");
    try (SchemaRegistry registry = registry(Registries.at(server.url()))) {
      assertThat(registry.waitsFor()).contains("the schema registry: not asked yet");
      CompletableFuture<Void> opening = CompletableFuture.runAsync(registry::open);
      await().until(() -> registry.waitsFor().orElse("").contains("HTTP status 503"));
      assertThat(opening).isNotDone();

      server.answers(REGISTER, 200, "{\"no id\": 1}");
      await().until(() -> registry.waitsFor().orElse("").contains("without an id"));
      server.answers(REGISTER, 200, "{\"id\": 4294967297}");
      await().until(() -> registry.waitsFor().orElse("").contains("was 4294967297"));
      server.answers(REGISTER, 200, "{\"id\": 1}");
      opening.join();

      assertThat(registry.waitsFor()).isEmpty();
    }
  }

  @Test
  void reviewsAreReadOnceTheirSchemaIsKnown() {
    String schema = SchemaReleases.of("ReviewEvent").newest().toString();
    server.answers(
        "GET /schemas/ids/7",
        200,
        "{\"schema\": %s}".formatted(JsonNodeFactory.instance.textNode(schema)));
    ReviewEvent review =
        new ReviewEvent("r1", null, "good", null, null, null, Instant.ofEpochMilli(5));
    byte[] value = RecordEncoder.of(ReviewEvent.class, 7).encode(review);
    try (SchemaRegistry registry = registry(Registries.at(server.url()))) {
      var decoder = registry.newDecoder();
      assertThatThrownBy(() -> decoder.decode(value))
          .isInstanceOf(RegistryUnavailableException.class);

      await().until(() -> registry.isKnown(SchemaId.of(7)));

      assertThat(decoder.decode(value)).isEqualTo(review);
    }
  }

  @Test
  void aProducerRegistersTheSchemaOfReviewsUnderItsTopicOnceTheRegistryIsThere() {
    AtomicInteger tries = new AtomicInteger();
    server.answers(
        "POST /subjects/film-reviews-value/versions",
        asked ->
            tries.getAndIncrement() == 0
                ? new FakeRegistry.Page(503, "")
                : new FakeRegistry.Page(200, "{\"id\": 7}"));
    List<String> away = new ArrayList<>();
    ReviewEvent review =
        new ReviewEvent("r1", null, "good", null, null, null, Instant.ofEpochMilli(5));

    RecordEncoder<ReviewEvent> encoder =
        RegisteredReviews.await(
            RegistrySettings.open(server.url().toString()), "film-reviews", away::add);

    assertThat(encoder.encode(review))
        .isEqualTo(RecordEncoder.of(ReviewEvent.class, 7).encode(review));
    assertThat(away).hasSize(1).allMatch(why -> why.contains("HTTP status 503"));
    assertThat(server.asked())
        .last()
        .extracting(FakeRegistry.Asked::body)
        .asString()
        .contains("ReviewEvent");
  }

  private static SchemaRegistry registry(RegistrySettings settings) {
    return new SchemaRegistry(
        settings, "review-scores", new RegistryMeters(new SimpleMeterRegistry()));
  }

  private static ReviewScore score() {
    return new ReviewScore(
        "r1",
        null,
        null,
        List.of(new LabelProbability("NEGATIVE", 0.5), new LabelProbability("POSITIVE", 0.5)),
        0.5,
        AbstainReason.LOW_CONFIDENCE,
        null,
        new ModelReference("m", "1", "0".repeat(64), "*"),
        new TokenCounts(1, 0, 0),
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
