package io.sentimentstreams.app.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.schemas.wire.SchemaId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaGatedConsumerTest {

  private static final TopicPartition FIRST = new TopicPartition("reviews", 0);
  private static final TopicPartition SECOND = new TopicPartition("reviews", 1);
  private static final SchemaId KNOWN = SchemaId.of(1);
  private static final SchemaId NEW = SchemaId.of(2);

  private final MockConsumer<byte[], byte[]> mock = new MockConsumer<>("earliest");
  private final Set<SchemaId> known = new HashSet<>(Set.of(KNOWN));
  private final Set<TopicPartition> waiting = new HashSet<>();
  private final Consumer<byte[], byte[]> consumer =
      SchemaGatedConsumer.of(mock, known::contains, waiting);

  @BeforeEach
  void assign() {
    mock.assign(List.of(FIRST, SECOND));
    mock.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
  }

  @Test
  void recordsOfKnownSchemasAreReturned() {
    add(FIRST, 0, registered(KNOWN));
    add(FIRST, 1, new byte[] {(byte) 0xC3, 1});
    add(FIRST, 2, null);
    add(FIRST, 3, new byte[] {0, 0, 0, 0});

    assertThat(offsets(poll(), FIRST)).containsExactly(0L, 1L, 2L, 3L);
    assertThat(waiting).isEmpty();
  }

  @Test
  void aPartitionPausesBeforeARecordOfAnUnknownSchema() {
    add(FIRST, 0, registered(KNOWN));
    add(FIRST, 1, registered(NEW));
    add(FIRST, 2, registered(KNOWN));
    add(SECOND, 0, registered(KNOWN));

    ConsumerRecords<byte[], byte[]> records = poll();

    assertThat(offsets(records, FIRST)).containsExactly(0L);
    assertThat(offsets(records, SECOND)).containsExactly(0L);
    assertThat(records.nextOffsets())
        .hasEntrySatisfying(FIRST, next -> assertThat(next.offset()).isEqualTo(1));
    assertThat(consumer.position(FIRST)).isEqualTo(1);
    assertThat(mock.paused()).containsExactly(FIRST);
    assertThat(waiting).containsExactly(FIRST);
  }

  @Test
  void theIdOfAHeaderCounts() {
    add(FIRST, 0, registered(KNOWN), hex("0000000002"));
    assertThat(poll().isEmpty()).isTrue();
    assertThat(waiting).containsExactly(FIRST);
    known.add(NEW);
    add(FIRST, 0, registered(KNOWN), hex("0000000002"));
    add(FIRST, 1, new byte[] {7}, hex("0000000001"));
    add(FIRST, 2, new byte[] {7}, hex("aa"));

    assertThat(offsets(poll(), FIRST)).containsExactly(0L, 1L, 2L);
  }

  @Test
  void otherPartitionsContinue() {
    add(FIRST, 0, registered(NEW));
    poll();
    add(SECOND, 0, registered(KNOWN));

    assertThat(offsets(poll(), SECOND)).containsExactly(0L);
    assertThat(consumer.position(FIRST)).isZero();
  }

  @Test
  void thePartitionResumesWhenTheSchemaIsKnown() {
    add(FIRST, 0, registered(NEW));
    add(FIRST, 1, registered(KNOWN));
    assertThat(poll().isEmpty()).isTrue();
    known.add(NEW);
    // The mock forgets polled records; a broker returns them again.
    add(FIRST, 0, registered(NEW));
    add(FIRST, 1, registered(KNOWN));

    assertThat(offsets(poll(), FIRST)).containsExactly(0L, 1L);
    assertThat(mock.paused()).isEmpty();
    assertThat(waiting).isEmpty();
  }

  @Test
  void aPartitionPausedByTheCallerStaysPaused() {
    add(FIRST, 0, registered(NEW));
    poll();
    consumer.pause(List.of(FIRST));
    known.add(NEW);
    poll();

    assertThat(mock.paused()).containsExactly(FIRST);
    assertThat(waiting).isEmpty();
    consumer.resume(List.of(FIRST));
    assertThat(mock.paused()).isEmpty();
  }

  @Test
  void theCallerCannotResumeAWaitingPartition() {
    add(FIRST, 0, registered(NEW));
    poll();
    consumer.resume(List.of(FIRST, SECOND));

    assertThat(mock.paused()).containsExactly(FIRST);
  }

  @Test
  void aRevokedPartitionIsForgotten() {
    add(FIRST, 0, registered(NEW));
    poll();
    mock.assign(List.of(SECOND));
    poll();

    assertThat(waiting).isEmpty();
  }

  @Test
  void aClosedConsumerHasNoWaitingPartitions() {
    add(FIRST, 0, registered(NEW));
    poll();
    consumer.close();

    assertThat(waiting).isEmpty();
    assertThat(mock.closed()).isTrue();
  }

  @Test
  void exceptionsOfTheConsumerAreThrownAsTheyAre() {
    mock.setPollException(new KafkaException("broken"));

    assertThatThrownBy(this::poll).isInstanceOf(KafkaException.class).hasMessage("broken");
    assertThatThrownBy(() -> consumer.position(new TopicPartition("other", 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ConsumerRecords<byte[], byte[]> poll() {
    return consumer.poll(Duration.ZERO);
  }

  private void add(TopicPartition partition, long offset, byte @Nullable [] value) {
    mock.addRecord(
        new ConsumerRecord<>(partition.topic(), partition.partition(), offset, null, value));
  }

  private void add(TopicPartition partition, long offset, byte[] value, byte[] header) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(partition.topic(), partition.partition(), offset, null, value);
    record.headers().add("__value_schema_id", header);
    mock.addRecord(record);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] registered(SchemaId id) {
    return new byte[] {0, 0, 0, 0, (byte) ((SchemaId.Numbered) id).value(), 9};
  }

  private static List<Long> offsets(
      ConsumerRecords<byte[], byte[]> records, TopicPartition partition) {
    Map<TopicPartition, List<Long>> offsets = new HashMap<>();
    for (TopicPartition some : records.partitions()) {
      offsets.put(some, records.records(some).stream().map(ConsumerRecord::offset).toList());
    }
    return offsets.getOrDefault(partition, List.of());
  }
}
