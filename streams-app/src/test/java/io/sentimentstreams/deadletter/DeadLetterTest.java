package io.sentimentstreams.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

  @Property(tries = 500)
  void anyHeadersAreUnderstoodOrRefused(
      @ForAll @From("names") String name, @ForAll @From("values") String value) {
    ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("letters", 0, 7, null, null);
    record.headers().add(DeadLetterHeaders.TOPIC, "reviews".getBytes(StandardCharsets.UTF_8));
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    DeadLetter letter = new DeadLetter(record);
    ReplayRule rule =
        new ReplayRule(new DeadLetterFilter(Set.of(), Optional.empty()), "reviews", 2, 3);

    assertThat(letter.origin()).isNotNull();
    assertThat(letter.at()).isNotNull();
    assertThat(rule.decide(letter)).isInstanceOf(ReplayRule.Decision.Refuse.class);
  }

  @Test
  void withoutItsMomentARecordsTimestampCounts() {
    ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("letters", 0, 7, null, null);

    assertThat(new DeadLetter(record).at().toEpochMilli()).isEqualTo(record.timestamp());
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
        DeadLetterHeaders.PARTITION,
        DeadLetterHeaders.TIMESTAMP,
        DeadLetterHeaders.ATTEMPTS,
        DeadLetterHeaders.AT,
        DeadLetterHeaders.TOPIC);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.strings(),
        Arbitraries.of("", "-1", "9".repeat(18), "9".repeat(19), "1e9", "\u0664"),
        Arbitraries.longs().map(String::valueOf));
  }
}
