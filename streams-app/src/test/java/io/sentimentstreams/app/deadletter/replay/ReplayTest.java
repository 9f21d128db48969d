package io.sentimentstreams.app.deadletter.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import io.sentimentstreams.app.deadletter.DeadLetterHeaders;
import io.sentimentstreams.app.deadletter.DeadLetterTopic;
import io.sentimentstreams.app.deadletter.StreamsErrorHeaders;
import io.sentimentstreams.app.review.DeadLetterReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Replays with Kafka's mock clients. */
class ReplayTest {

  private static final String LETTERS = "reviews-dead-letter";
  private static final TopicPartition PARTITION = new TopicPartition(LETTERS, 0);
  private static final byte[] KEY = "key".getBytes(UTF_8);
  private static final byte[] VALUE = {1, 2, 3};

  private final List<Headers> letters = new ArrayList<>();
  private final List<ProducerRecord<byte[], byte[]>> written = new ArrayList<>();
  private Optional<OffsetAndMetadata> reached = Optional.empty();
  private @Nullable RuntimeException failure;

  @Test
  void theOriginalRecordIsWrittenWithItsPartitionTimestampAndHeaders() {
    letter(headers().add("trace", new byte[] {7}).add(StreamsErrorHeaders.TOPIC, utf8("reviews")));

    assertThat(replay(rule()).replayed()).isEqualTo(1);

    ProducerRecord<byte[], byte[]> sent = written.get(0);
    assertThat(sent.topic()).isEqualTo("reviews");
    assertThat(sent.partition()).isEqualTo(1);
    assertThat(sent.timestamp()).isEqualTo(1_234L);
    assertThat(sent.key()).isEqualTo(KEY);
    assertThat(sent.value()).isEqualTo(VALUE);
    assertThat(sent.headers())
        .extracting(Header::key)
        .containsExactly("trace", DeadLetterHeaders.ATTEMPTS);
    assertThat(sent.headers().lastHeader(DeadLetterHeaders.ATTEMPTS).value())
        .asString(UTF_8)
        .isEqualTo("1");
  }

  @Test
  void aRecordOfARemovedPartitionIsPartitionedByItsKey() {
    letter(
        headers().remove(DeadLetterHeaders.PARTITION).add(DeadLetterHeaders.PARTITION, utf8("9")));

    replay(rule());

    assertThat(written.get(0).partition()).isNull();
  }

  @Test
  void aReplayContinuesWhereItStopped() {
    letter(headers());
    letter(headers());
    letter(headers());

    assertThat(replay(rule(), 2).replayed()).isEqualTo(2);
    assertThat(replay(rule(), 2).replayed()).isEqualTo(1);
    assertThat(replay(rule(), 2).replayed()).isZero();

    assertThat(written).hasSize(3);
    assertThat(reached).map(OffsetAndMetadata::offset).contains(3L);
  }

  @Test
  void deadLettersThatAreNotSelectedAreSkipped() {
    letter(headers());
    letter(
        headers().remove(DeadLetterHeaders.REASON).add(DeadLetterHeaders.REASON, utf8("NO_TEXT")));
    letter(headers().remove(DeadLetterHeaders.AT).add(DeadLetterHeaders.AT, utf8("99")));
    DeadLetterFilter filter =
        new DeadLetterFilter(
            Set.of(DeadLetterReason.OVERSIZE), Optional.of(Instant.ofEpochMilli(100)));

    ReplayReport report = replay(new ReplayPolicy(filter, "reviews", 2, 3));

    assertThat(report).isEqualTo(new ReplayReport(1, 2, Map.of()));
    assertThat(reached).map(OffsetAndMetadata::offset).contains(3L);
  }

  @Test
  void deadLettersThatCannotBeReplayedAreCountedByReason() {
    letter(headers().add(DeadLetterHeaders.ATTEMPTS, utf8("3")));
    letter(headers().add(DeadLetterHeaders.ATTEMPTS, utf8("-1")));
    letter(headers().remove(DeadLetterHeaders.OFFSET).remove(DeadLetterHeaders.TOPIC));
    letter(
        headers().remove(DeadLetterHeaders.TOPIC).add(DeadLetterHeaders.TOPIC, utf8("salaries")));
    letter(headers().add(DeadLetterHeaders.ORIGINAL_BYTES, utf8("5000")));
    letter(
        headers()
            .add(DeadLetterHeaders.ORIGINAL_BYTES, utf8("5000"))
            .add(DeadLetterHeaders.VALUE, utf8("sha256")));
    letter(headers().add(DeadLetterHeaders.ATTEMPTS, utf8("2")));

    ReplayReport report = replay(rule());

    assertThat(report.replayed()).isEqualTo(1);
    assertThat(report.refused())
        .isEqualTo(
            Map.of(
                ReplayRejection.ATTEMPTS, 1L,
                ReplayRejection.NO_ORIGIN, 2L,
                ReplayRejection.OTHER_TOPIC, 1L,
                ReplayRejection.CUT, 1L,
                ReplayRejection.DROPPED, 1L));
    assertThat(report.toString())
        .startsWith("replayed=1 skipped=0 refused=6\nrefused 1: ATTEMPTS, ")
        .hasLineCount(6);
  }

  @Test
  void nothingIsCommittedOfAFailedBatch() {
    letter(headers());
    failure = new RecordTooLargeException("3 bytes");

    assertThatThrownBy(() -> replay(rule()))
        .isInstanceOf(ReplayStoppedException.class)
        .hasMessageContainingAll("RecordTooLargeException: 3 bytes", "max.message.bytes");

    assertThat(written).isEmpty();
    assertThat(reached).isEmpty();
  }

  @Test
  void aDryRunWritesNothing() {
    letter(headers());

    try (MockConsumer<byte[], byte[]> consumer = consumer()) {
      Replay replay =
          new Replay(new DeadLetterTopic(consumer, LETTERS), rule(), 9, ReplaySink.none());

      assertThat(replay.run().replayed()).isEqualTo(1);
    }
    assertThat(written).isEmpty();
  }

  @Test
  void aDeadLetterIsFoundByItsPosition() {
    letter(headers());
    letter(headers().add("second", new byte[0]));
    try (MockConsumer<byte[], byte[]> consumer = consumer()) {
      consumer.assign(List.of(PARTITION));
      DeadLetterTopic topic = new DeadLetterTopic(consumer, LETTERS);

      assertThat(topic.find(0, 2)).isEmpty();
      assertThat(topic.find(7, 0)).isEmpty();
      assertThat(topic.find(0, 1).orElseThrow().place()).isEqualTo("0:1");
    }
  }

  private ReplayReport replay(ReplayPolicy rule) {
    return replay(rule, Long.MAX_VALUE);
  }

  private ReplayReport replay(ReplayPolicy rule, long limit) {
    try (MockConsumer<byte[], byte[]> consumer = consumer();
        MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.commitTransactionException = failure;
      ReplaySink delivery = new TransactionalReplaySink(producer, consumer.groupMetadata());
      ReplayReport report =
          new Replay(new DeadLetterTopic(consumer, LETTERS), rule, limit, delivery).run();
      written.addAll(producer.history());
      producer
          .consumerGroupOffsetsHistory()
          .forEach(groups -> groups.values().forEach(this::remember));
      return report;
    }
  }

  private void remember(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach((partition, offset) -> reached = Optional.of(offset));
  }

  private MockConsumer<byte[], byte[]> consumer() {
    MockConsumer<byte[], byte[]> consumer =
        new MockConsumer<>("earliest") {
          @Override
          public synchronized Map<TopicPartition, OffsetAndMetadata> committed(
              Set<TopicPartition> partitions) {
            return reached.map(offset -> Map.of(PARTITION, offset)).orElse(Map.of());
          }
        };
    Node node = new Node(1, "k", 9092);
    consumer.updatePartitions(
        LETTERS, List.of(new PartitionInfo(LETTERS, 0, node, new Node[0], new Node[0])));
    consumer.assign(List.of(PARTITION));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, (long) letters.size()));
    for (int offset = 0; offset < letters.size(); offset++) {
      consumer.addRecord(
          new ConsumerRecord<>(
              LETTERS,
              0,
              offset,
              5_000,
              TimestampType.LOG_APPEND_TIME,
              KEY.length,
              VALUE.length,
              KEY,
              VALUE,
              letters.get(offset),
              Optional.empty()));
    }
    return consumer;
  }

  private void letter(Headers headers) {
    letters.add(headers);
  }

  private static ReplayPolicy rule() {
    return new ReplayPolicy(new DeadLetterFilter(Set.of(), Optional.empty()), "reviews", 2, 3);
  }

  /** Returns the headers of a dead letter that can be replayed. */
  private static Headers headers() {
    return new RecordHeaders()
        .add(DeadLetterHeaders.REASON, utf8("OVERSIZE"))
        .add(DeadLetterHeaders.TOPIC, utf8("reviews"))
        .add(DeadLetterHeaders.PARTITION, utf8("1"))
        .add(DeadLetterHeaders.OFFSET, utf8("42"))
        .add(DeadLetterHeaders.TIMESTAMP, utf8("1234"))
        .add(DeadLetterHeaders.AT, utf8("4000"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
