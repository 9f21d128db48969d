package io.sentimentstreams.app.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of the dead-letter topic as it was read. Whatever its headers say is untrusted: what
 * cannot be understood is absent. Immutable as long as the record is.
 *
 * @param record as Kafka delivered it; key and value may be null
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record) {

  /** Where it lies in the dead-letter topic, as {@code partition:offset}. */
  public String place() {
    return record.partition() + ":" + record.offset();
  }

  /** When the application gave up; where that is not said, the record's timestamp. */
  public Instant at() {
    return Instant.ofEpochMilli(number(DeadLetterHeaders.AT).orElse(record.timestamp()));
  }

  /** The text of one of {@link DeadLetterHeaders}. */
  public Optional<String> text(String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  /**
   * Where the original record was, as {@code topic:partition:offset}, with ? for what is absent.
   */
  public String origin() {
    return String.join(
        ":",
        text(DeadLetterHeaders.TOPIC).orElse("?"),
        text(DeadLetterHeaders.PARTITION).orElse("?"),
        text(DeadLetterHeaders.OFFSET).orElse("?"));
  }

  /** The original record's partition. */
  public OptionalInt originalPartition() {
    OptionalLong partition = number(DeadLetterHeaders.PARTITION);
    return partition.isPresent() && partition.getAsLong() <= Integer.MAX_VALUE
        ? OptionalInt.of((int) partition.getAsLong())
        : OptionalInt.empty();
  }

  /** The original record's timestamp, milliseconds since 1970 in UTC. */
  public OptionalLong originalTimestamp() {
    return number(DeadLetterHeaders.TIMESTAMP);
  }

  /** How often the record was replayed before it came here; absent if that is not a number. */
  public OptionalInt attempts() {
    if (text(DeadLetterHeaders.ATTEMPTS).isEmpty()) {
      return OptionalInt.of(0);
    }
    OptionalLong attempts = number(DeadLetterHeaders.ATTEMPTS);
    return attempts.isPresent() && attempts.getAsLong() < Integer.MAX_VALUE
        ? OptionalInt.of((int) attempts.getAsLong())
        : OptionalInt.empty();
  }

  /** Whether the value is only the digest of the original one. */
  public boolean isDropped() {
    return text(DeadLetterHeaders.VALUE).isPresent();
  }

  /** Whether anything of the original record is missing because it was too large. */
  public boolean isCut() {
    return !isDropped()
        && (text(DeadLetterHeaders.ORIGINAL_BYTES).isPresent()
            || text(DeadLetterHeaders.ORIGINAL_KEY_BYTES).isPresent()
            || text(DeadLetterHeaders.ORIGINAL_HEADERS).isPresent());
  }

  /** A number that is not negative. */
  private OptionalLong number(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty() || !text.get().matches("[0-9]{1,18}")) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text.get()));
  }
}
