package io.sentimentstreams.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.app.deadletter.DeadLetterHeaders;
import io.sentimentstreams.app.review.AvroReviewDecoder;
import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import io.sentimentstreams.schemas.wire.SchemaId;
import io.sentimentstreams.schemas.wire.SchemaReleases;
import io.sentimentstreams.schemas.wire.WriterSchema;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reviews whose schema is in a registry. */
class RegisteredTopicTest {

  private static final Instant PUBLISHED = ScoringDriver.NOW.minusMillis(250);

  private final ScoringDriver driver =
      new ScoringDriver(
          TinyModel.inMemory(),
          () -> new AvroReviewDecoder(RecordDecoder.of(ReviewEvent.class, id -> schema(id))));

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void reviewIsScoredInEitherFormat() {
    publish(RecordEncoder.of(ReviewEvent.class, 7).encode(review()));
    publish(RecordEncoder.of(ReviewEvent.class).encode(review()));

    assertThat(driver.decodedScore().getScore()).isEqualTo(driver.decodedScore().getScore());
    assertThat(driver.hasDeadLetter()).isFalse();
  }

  @Test
  void aScoreHasTheHeadersOfItsReviewButTheSchema() {
    byte[] single = RecordEncoder.of(ReviewEvent.class).encode(review());
    byte[] body = Arrays.copyOfRange(single, 10, single.length);
    Headers headers =
        new RecordHeaders()
            .add("trace", new byte[] {1})
            .add("__key_schema_id", new byte[] {0, 0, 0, 0, 3})
            .add("__value_schema_id", new byte[] {0, 0, 0, 0, 7})
            .add("apicurio.value.encoding", "BINARY".getBytes(UTF_8));
    driver.publish(new TestRecord<>(null, body, headers, PUBLISHED));

    assertThat(driver.score().headers().toArray())
        .extracting(Header::key)
        .containsExactly("trace", "__key_schema_id");

    driver.publish(new TestRecord<>(null, new byte[] {1}, headers, PUBLISHED));
    assertThat(driver.deadLetter().headers().lastHeader("__value_schema_id").value())
        .containsExactly(0, 0, 0, 0, 7);
  }

  @Test
  void anUnknownSchemaIdBecomesADeadLetter() {
    publish(RecordEncoder.of(ReviewEvent.class, 8).encode(review()));

    assertDeadLetter("UNKNOWN_SCHEMA_ID", "id: 8");
  }

  @Test
  void anIncompatibleSchemaBecomesADeadLetterWithTheReason() {
    publish(RecordEncoder.of(ReviewEvent.class, 9).encode(review()));

    assertDeadLetter("UNRESOLVABLE_SCHEMA", "it is about orders");
  }

  @Test
  void withoutARegistryASchemaIdBecomesADeadLetter() {
    try (ScoringDriver without = new ScoringDriver(TinyModel.inMemory())) {
      without.publish(
          new TestRecord<>(
              null, RecordEncoder.of(ReviewEvent.class, 7).encode(review()), PUBLISHED));

      assertThat(header(without.deadLetter(), DeadLetterHeaders.REASON)).isEqualTo("NO_REGISTRY");
    }
  }

  private void assertDeadLetter(String reason, String message) {
    TestRecord<byte[], byte[]> letter = driver.deadLetter();
    assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo(reason);
    assertThat(header(letter, DeadLetterHeaders.STAGE)).isEqualTo("DECODE");
    assertThat(header(letter, DeadLetterHeaders.MESSAGE)).contains(message);
    assertThat(driver.hasScore()).isFalse();
  }

  private static WriterSchema schema(SchemaId id) {
    return switch (((SchemaId.Numbered) id).value()) {
      case 7 -> new WriterSchema.Resolvable(SchemaReleases.of("ReviewEvent").newest());
      case 9 -> new WriterSchema.Unresolvable("it is about orders");
      default -> new WriterSchema.Unknown();
    };
  }

  private void publish(byte[] value) {
    driver.publish(new TestRecord<>(null, value, PUBLISHED));
  }

  private static ReviewEvent review() {
    return new ReviewEvent("r1", null, "a good film", null, null, null, Instant.ofEpochMilli(7));
  }

  private static String header(TestRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
