package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import io.sentimentstreams.schemas.wire.SchemaReleases;
import io.sentimentstreams.schemas.wire.WireFormat;
import io.sentimentstreams.schemas.wire.WriterSchema;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A scenario with an application and a registry, for any registry. It covers both wire formats, an
 * outage that delays only records with unknown schemas, and unusable schemas.
 */
final class RegistryStory {

  private static final Schema EVENT = SchemaReleases.of("ReviewEvent").newest();
  private static final String SUBJECT = Cluster.REVIEWS + "-value";

  private final RecordDecoder<ReviewScore> decoder =
      RecordDecoder.of(
          ReviewScore.class,
          id -> new WriterSchema.Resolvable(SchemaReleases.of("ReviewScore").newest()));
  private final TestRegistry registry;
  private final RegisteredSchemas schemas;
  private final List<List<String>> published = List.of(new ArrayList<>(), new ArrayList<>());

  private int reviews;

  RegistryStory(TestRegistry registry) {
    this.registry = registry;
    schemas = new RegisteredSchemas(registry.url());
  }

  void run(Path folder, Class<?> test) throws Exception {
    int ours = schemas.register(SUBJECT, EVENT.toString());
    int later = schemas.register(SUBJECT, withOneMoreField(EVENT).toString());
    int foreign =
        schemas.register("orders-value", "{\"type\":\"record\",\"name\":\"Order\",\"fields\":[]}");
    Map<String, String> settings = Map.of("schema.registry.url", registry.url().toString());
    try (Cluster cluster = new Cluster(folder, 2);
        TopicRecords scores = cluster.committed(Cluster.SCORES);
        TopicRecords letters = cluster.committed(Cluster.DEAD_LETTERS);
        var producer =
            new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", cluster.broker().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        ScoringProcess application = cluster.startApplication(test, settings)) {
      publish(producer, 0, event(ours, "known"));
      publish(producer, 1, RecordEncoder.of(ReviewEvent.class).encode(review("single object")));
      scores.awaitAtLeast(2);

      registry.stop();
      publish(producer, 0, event(ours, "known in the outage"));
      publish(producer, 0, evolved(later, "waits"));
      publish(producer, 0, event(ours, "waits behind it"));
      publish(producer, 1, event(ours, "other partition"));
      scores.awaitAtLeast(4);
      awaitRetriesAndAPausedPartition(application);
      assertThat(application.isReady()).isFalse();
      assertThat(application.readiness()).contains("reviews-0");
      publish(producer, 1, event(ours, "other partition, later"));
      scores.awaitAtLeast(5);
      assertThat(letters.readToEnd()).isEmpty();

      registry.start();
      scores.awaitAtLeast(7);
      await("readiness").atMost(ChildProcess.TIMEOUT).until(application::isReady);
      send(producer, 0, event(foreign, "an order"));
      send(producer, 1, event(999_999, "unknown id"));
      publish(producer, 1, event(ours, "last"));
      scores.awaitAtLeast(8);
      letters.awaitAtLeast(2);

      assertThat(meter(application, "sentiment_stream_threads_replaced_total")).isZero();
      assertThat(application.terminate()).isZero();
      assertThat(idsByPartition(scores.readToEnd())).isEqualTo(published);
      assertThat(letters.readToEnd())
          .extracting(
              letter -> new String(letter.headers().lastHeader("deadletter.reason").value(), UTF_8))
          .containsExactlyInAnyOrder("UNRESOLVABLE_SCHEMA", "UNKNOWN_SCHEMA_ID");
      assertScoresNameARegisteredSchema(scores.readToEnd());
    }
  }

  private static void awaitRetriesAndAPausedPartition(ScoringProcess application) {
    await("retries of requests to the registry")
        .atMost(ChildProcess.TIMEOUT)
        .until(
            () ->
                meter(application, "sentiment_schema_registry_requests_total{outcome=\"FAILED\"}")
                        >= 3
                    && meter(application, "sentiment_schema_registry_paused_partitions") == 1);
  }

  private static double meter(ScoringProcess application, String series) throws Exception {
    return application
        .metrics()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  private void publish(KafkaProducer<byte[], byte[]> producer, int partition, byte[] value)
      throws Exception {
    send(producer, partition, value);
    published.get(partition).add("review-" + (reviews - 1));
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, int partition, byte[] value)
      throws Exception {
    producer.send(new ProducerRecord<>(Cluster.REVIEWS, partition, null, value)).get();
  }

  private byte[] event(int id, String text) {
    return RecordEncoder.of(ReviewEvent.class, id).encode(review(text));
  }

  /** Returns a record of the later schema, whose first field is an empty string. */
  private byte[] evolved(int id, String text) {
    byte[] bytes = event(id, text);
    byte[] longer = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, longer, 0, 5);
    System.arraycopy(bytes, 5, longer, 6, bytes.length - 5);
    return longer;
  }

  private static Schema withOneMoreField(Schema schema) {
    return new Schema.Parser()
        .parse(
            schema
                .toString()
                .replace(
                    "\"fields\":[",
                    "\"fields\":[{\"name\":\"mood\",\"type\":\"string\",\"default\":\"\"},"));
  }

  private ReviewEvent review(String text) {
    return new ReviewEvent(
        "review-" + reviews++, null, text, null, null, null, Instant.ofEpochMilli(7));
  }

  private List<List<String>> idsByPartition(List<ConsumerRecord<String, byte[]>> scores) {
    List<List<String>> ids = List.of(new ArrayList<>(), new ArrayList<>());
    for (ConsumerRecord<String, byte[]> score : scores) {
      ids.get(score.partition()).add(decoder.decode(score.value()).getReviewId());
    }
    return ids;
  }

  private void assertScoresNameARegisteredSchema(List<ConsumerRecord<String, byte[]>> scores)
      throws Exception {
    for (ConsumerRecord<String, byte[]> score : scores) {
      assertThat(WireFormat.isRegistered(score.value())).isTrue();
      assertThat(new Schema.Parser().parse(schemas.schema(WireFormat.schemaId(score.value()))))
          .isEqualTo(SchemaReleases.of("ReviewScore").newest());
    }
  }
}
