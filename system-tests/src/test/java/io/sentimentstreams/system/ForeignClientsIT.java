package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.schemas.wire.SchemaReleases;
import io.sentimentstreams.schemas.wire.WriterSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.Utf8;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Reviews as other clients write them: Connect, Spark, Debezium, Confluent's and Apicurio's. */
@ExtendWith(ShowLogsOfFailedTests.class)
class ForeignClientsIT {

  private static final long MILLIS = 1_770_091_445_123L;
  private static final String STRING = "\"string\"";
  private static final String NULLABLE = "[\"null\", \"string\"]";

  private final RecordDecoder<ReviewScore> decoder =
      RecordDecoder.of(
          ReviewScore.class,
          id -> new WriterSchema.Resolvable(SchemaReleases.of("ReviewScore").newest()));
  private final Map<String, ReviewScore> scores = new HashMap<>();
  private final Map<String, String> letters = new HashMap<>();

  @Test
  void eachReviewIsScoredOrRefusedWithTheCause(@TempDir Path folder) throws Exception {
    try (LocalRegistry registry = new LocalRegistry();
        Cluster cluster = new Cluster(folder, 1);
        TopicRecords scored = cluster.committed(Cluster.SCORES);
        TopicRecords refused = cluster.committed(Cluster.DEAD_LETTERS);
        var producer =
            new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", cluster.broker().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      RegisteredSchemas schemas = new RegisteredSchemas(registry.url());
      Schema plain = schema("Review", STRING, time("timestamp-millis"));
      Schema connect =
          schema("ConnectDefault", NULLABLE, "[\"null\", " + time("timestamp-micros") + "]");
      Schema dates = schema("Dates", STRING, "{\"type\": \"int\", \"logicalType\": \"date\"}");
      Schema nanos = schema("my-record", STRING, time("local-timestamp-nanos"));
      int plainId = schemas.register("a", plain.toString());
      int connectId = schemas.register("b", connect.toString());
      int datesId = schemas.register("c", dates.toString());
      int nanosId = schemas.register("d", nanos.toString());
      int unionId = schemas.register("e", "[\"null\", " + plain + "]");

      send(
          producer, "nullable", framed(connectId, body(connect, "nullable", MILLIS * 1_000 + 999)));
      send(producer, "nanos", framed(nanosId, body(nanos, "nanos", MILLIS * 1_000_000)));
      send(
          producer, "union", framed(unionId, joined(new byte[] {2}, body(plain, "union", MILLIS))));
      send(producer, "long id", joined(longId(plainId), body(plain, "long id", MILLIS)));
      byte[] id = ByteBuffer.allocate(5).putInt(1, plainId).array();
      send(producer, "", body(plain, "", MILLIS), "__value_schema_id", id);
      UUID guid = LocalRegistry.guid(plainId);
      byte[] guidHeader =
          ByteBuffer.allocate(17)
              .put((byte) 1)
              .putLong(0)
              .putLong(guid.getLeastSignificantBits())
              .array();
      send(producer, "guid", body(plain, "guid", MILLIS), "__value_schema_id", guidHeader);
      byte[] global = ByteBuffer.allocate(8).putLong(plainId).array();
      send(producer, "global", body(plain, "global", MILLIS), "apicurio.value.globalId", global);

      send(producer, "null", framed(connectId, body(connect, null, MILLIS)));
      send(producer, "date", framed(datesId, body(dates, "date", 20_487)));
      send(
          producer,
          "latin",
          framed(plainId, body(plain, new Utf8("\u00e9".getBytes(ISO_8859_1)), MILLIS)));
      send(producer, "late", framed(plainId, body(plain, "late", MILLIS * 1_000)));
      try (ScoringProcess application =
          cluster.startApplication(
              ForeignClientsIT.class, Map.of("schema.registry.url", registry.url().toString()))) {
        scored.awaitAtLeast(7);
        refused.awaitAtLeast(4);
        assertThat(application.terminate()).isZero();
      }
      for (ConsumerRecord<String, byte[]> score : scored.readToEnd()) {
        scores.put(score.key(), decoder.decode(score.value()));
        assertThat(score.headers().toArray())
            .extracting(Header::key)
            .doesNotContain("__value_schema_id", "apicurio.value.globalId");
      }
      for (ConsumerRecord<String, byte[]> letter : refused.readToEnd()) {
        letters.put(
            letter.key(),
            new String(letter.headers().lastHeader("deadletter.reason").value(), UTF_8));
      }
    }

    assertThat(scores.keySet())
        .containsExactlyInAnyOrder("nullable", "nanos", "union", "long id", "", "guid", "global");
    scores.forEach(
        (key, score) -> {
          assertThat(score.getReviewId()).isEqualTo(key);
          assertThat(score.getOccurredAt()).isEqualTo(Instant.ofEpochMilli(MILLIS));
        });
    assertThat(letters)
        .isEqualTo(
            Map.of(
                "null", "NOT_A_REVIEW",
                "date", "UNRESOLVABLE_SCHEMA",
                "latin", "NOT_UTF8",
                "late", "NOT_A_REVIEW"));
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer, String key, byte[] value, Object... header)
      throws Exception {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(Cluster.REVIEWS, 0, key.getBytes(UTF_8), value);
    if (header.length > 0) {
      record.headers().add((String) header[0], (byte[]) header[1]);
    }
    producer.send(record).get();
  }

  private static String time(String unit) {
    return "{\"type\": \"long\", \"logicalType\": \"" + unit + "\"}";
  }

  private static Schema schema(String name, String text, String time) {
    return WriterSchema.parser()
        .parse(
            """
            {"type": "record", "name": "%s", "fields": [{"name": "reviewId", "type": %s},
              {"name": "stars", "type": ["null", "int"], "default": "none"},
              {"name": "text", "type": %s}, {"name": "occurredAt", "type": %s}]}
            """
                .formatted(name, text, text, time));
  }

  private static byte[] body(Schema schema, @Nullable Object id, Object time) throws IOException {
    GenericRecord record = new GenericData.Record(schema);
    record.put("reviewId", id);
    record.put("stars", 5);
    record.put("text", "a good film");
    record.put("occurredAt", time);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  private static byte[] framed(int id, byte[] body) {
    return joined(ByteBuffer.allocate(5).putInt(1, id).array(), body);
  }

  private static byte[] longId(int id) {
    return ByteBuffer.allocate(9).putLong(1, id).array();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
