package io.sentimentstreams.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

  @Test
  void carriesRecordsInTransactionsAndLeavesNothingBehind(@TempDir Path temp) throws Exception {
    Path directory = temp.resolve("broker");
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, Map.of())) {
      broker.createTopics(2, "words");
      publishInTransaction(broker, "words", "hello");
      assertThat(readCommitted(broker, "words")).isEqualTo("hello");
      assertThat(directory).exists();
    }
    assertThat(directory).doesNotExist();
  }

  @Test
  void rejectsAFolderThatIsNotEmpty(@TempDir Path temp) throws Exception {
    Path file = Files.writeString(temp.resolve("letter"), "keep me");

    assertThatThrownBy(() -> EmbeddedBroker.start(temp, Map.of()))
        .isInstanceOf(BrokerStartupException.class)
        .hasMessageContaining(temp.toString());
    assertThat(file).hasContent("keep me");
  }

  @Test
  void namesAnInvalidSetting(@TempDir Path temp) {
    Path directory = temp.resolve("broker");

    assertThatThrownBy(() -> EmbeddedBroker.start(directory, Map.of("num.io.threads", "many")))
        .isInstanceOf(BrokerStartupException.class)
        .hasMessageContaining("num.io.threads");
    assertThat(directory).doesNotExist();
  }

  private static void publishInTransaction(EmbeddedBroker broker, String topic, String value)
      throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "test");
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer
          .send(new ProducerRecord<>(topic, 1, null, value.getBytes(StandardCharsets.UTF_8)))
          .get();
      producer.commitTransaction();
    }
  }

  private static String readCommitted(EmbeddedBroker broker, String topic) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", broker.bootstrapServers(),
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 1)));
      ConsumerRecord<byte[], byte[]> record =
          consumer.poll(Duration.ofSeconds(20)).iterator().next();
      return new String(record.value(), StandardCharsets.UTF_8);
    }
  }
}
