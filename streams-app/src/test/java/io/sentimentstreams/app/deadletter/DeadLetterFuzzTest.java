package io.sentimentstreams.app.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import io.sentimentstreams.app.deadletter.replay.DeadLetterFilter;
import io.sentimentstreams.app.deadletter.replay.ReplayPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Dead letters with any headers are listed, and replayed or rejected. The number of tries is 1,000
 * or {@code -Djqwik.tries.default}.
 */
class DeadLetterFuzzTest {

  private static final int PARTITIONS = 2;
  private static final int ATTEMPTS_MAX = 3;
  private static final ReplayPolicy RULE =
      new ReplayPolicy(
          new DeadLetterFilter(Set.of(), Optional.empty()), "reviews", PARTITIONS, ATTEMPTS_MAX);
  private static final Map<String, String> ORIGIN =
      Map.of(
          DeadLetterHeaders.TOPIC, "reviews",
          DeadLetterHeaders.PARTITION, "1",
          DeadLetterHeaders.TIMESTAMP, "5");

  @Property
  void anyHeadersAreParsedOrRejected(
      @ForAll boolean withOrigin, @ForAll("headers") List<RecordHeader> headers) {
    ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("letters", 0, 7, null, null);
    if (withOrigin) {
      ORIGIN.forEach((name, value) -> DeadLetters.put(record.headers(), name, value));
    }
    headers.forEach(header -> record.headers().add(header));
    DeadLetter letter = new DeadLetter(record);

    assertThat(letter.at().toString()).isNotEmpty();
    assertThat(letter.origin().split(":", -1)).hasSizeGreaterThanOrEqualTo(3);
    ReplayPolicy.Decision decision = RULE.decide(letter);
    if (decision instanceof ReplayPolicy.Decision.Send send) {
      assertReplay(letter, send.original());
    } else {
      assertThat(decision).isInstanceOf(ReplayPolicy.Decision.Refuse.class);
    }
  }

  private static void assertReplay(DeadLetter letter, ProducerRecord<byte[], byte[]> original) {
    assertThat(letter.text(DeadLetterHeaders.TOPIC)).contains("reviews");
    assertThat(original.topic()).isEqualTo("reviews");
    assertThat(original.timestamp()).isNotNegative();
    if (original.partition() != null) {
      assertThat(original.partition()).isBetween(0, PARTITIONS - 1);
    }
    assertThat(original.headers())
        .filteredOn(header -> DeadLetterHeaders.isAdded(header.key()))
        .singleElement()
        .satisfies(
            attempts ->
                assertThat(Integer.parseInt(new String(attempts.value(), UTF_8)))
                    .isBetween(1, ATTEMPTS_MAX));
  }

  @Provide
  Arbitrary<List<RecordHeader>> headers() {
    Arbitrary<String> names =
        Arbitraries.of(
            DeadLetterHeaders.TOPIC,
            DeadLetterHeaders.PARTITION,
            DeadLetterHeaders.TIMESTAMP,
            DeadLetterHeaders.AT,
            DeadLetterHeaders.ATTEMPTS,
            DeadLetterHeaders.REASON,
            DeadLetterHeaders.VALUE,
            DeadLetterHeaders.ORIGINAL_BYTES,
            DeadLetterHeaders.PREFIX,
            StreamsErrorHeaders.TOPIC,
            "traceparent");
    Arbitrary<byte[]> values =
        Arbitraries.oneOf(
            Arbitraries.bytes().array(byte[].class).ofMaxSize(20),
            Arbitraries.longs().map(number -> String.valueOf(number).getBytes(UTF_8)),
            Arbitraries.of("", "reviews", "0", "1", "2", "3", "-1", "1e9", "\u0664")
                .map(text -> text.getBytes(UTF_8)),
            Arbitraries.of("9".repeat(18), "9".repeat(19), String.valueOf(Integer.MAX_VALUE))
                .map(text -> text.getBytes(UTF_8)));
    return Combinators.combine(names, values)
        .as((name, value) -> new RecordHeader(name, value))
        .list()
        .ofMaxSize(8);
  }
}
