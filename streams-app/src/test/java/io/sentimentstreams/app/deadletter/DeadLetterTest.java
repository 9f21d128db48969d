package io.sentimentstreams.app.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

  @Test
  void theTimeDefaultsToTheRecordsTimestamp() {
    ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("letters", 0, 7, null, null);

    assertThat(new DeadLetter(record).at().toEpochMilli()).isEqualTo(record.timestamp());
  }
}
