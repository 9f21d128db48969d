package io.sentimentstreams.app.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of the dead-letter topic. Its headers are untrusted; invalid values count as absent.
 * Immutable if the record is not changed.
 *
 * @param record as consumed; key and value may be null
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record) {

  /** Returns the position in the dead-letter topic, as {@code partition:offset}. */
  public String place() {
    return record.partition() + ":" + record.offset();
  }

  /** Returns the time at which it was written, by default the record's timestamp. */
  public Instant at() {
    return Instant.ofEpochMilli(number(DeadLetterHeaders.AT).orElse(record.timestamp()));
  }

  /** Returns the text of one of {@link DeadLetterHeaders}. */
  public Optional<String> text(String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  /**
   * Returns the position of the original record, as {@code topic:partition:offset}, with ? for
   * absent parts.
   */
  public String origin() {
    return String.join(
        ":",
        text(DeadLetterHeaders.TOPIC).orElse("?"),
        text(DeadLetterHeaders.PARTITION).orElse("?"),
        text(DeadLetterHeaders.OFFSET).orElse("?"));
  }

  /** Returns the original record's partition. */
  public OptionalInt originalPartition() {
    OptionalLong partition = number(DeadLetterHeaders.PARTITION);
    return partition.isPresent() && partition.getAsLong() <= Integer.MAX_VALUE
        ? OptionalInt.of((int) partition.getAsLong())
        : OptionalInt.empty();
  }

  /** Returns the original record's timestamp, milliseconds since 1970 in UTC. */
  public OptionalLong originalTimestamp() {
    return number(DeadLetterHeaders.TIMESTAMP);
  }

  /** Returns how often the record was replayed; empty if the header is not a number. */
  public OptionalInt attempts() {
    if (text(DeadLetterHeaders.ATTEMPTS).isEmpty()) {
      return OptionalInt.of(0);
    }
    OptionalLong attempts = number(DeadLetterHeaders.ATTEMPTS);
    return attempts.isPresent() && attempts.getAsLong() < Integer.MAX_VALUE
        ? OptionalInt.of((int) attempts.getAsLong())
        : OptionalInt.empty();
  }

  /** Returns whether the value is the digest of the original value. */
  public boolean isDropped() {
    return text(DeadLetterHeaders.VALUE).isPresent();
  }

  /** Returns whether a part of the original record was truncated because of its size. */
  public boolean isCut() {
    return !isDropped()
        && (text(DeadLetterHeaders.ORIGINAL_BYTES).isPresent()
            || text(DeadLetterHeaders.ORIGINAL_KEY_BYTES).isPresent()
            || text(DeadLetterHeaders.ORIGINAL_HEADERS).isPresent());
  }

  /** Returns a number of at least 0. */
  private OptionalLong number(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty() || !text.get().matches("[0-9]{1,18}")) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text.get()));
  }
}
