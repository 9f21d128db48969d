package io.sentimentstreams.app.deadletter;

import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.app.review.UnscorableRecordException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * A factory of dead letters: the original record with headers for its position, the error and its
 * reason. Thread-safe.
 */
public final class DeadLetters {

  private static final int MAX_MESSAGE_LENGTH = 1_000;
  private static final int MAX_NUMBER_DIGITS = 9;

  private final DeadLetterOrigin sender;
  private final DeadLetterTruncator fitting;
  private final DeadLetterText text;
  private final Clock clock;

  /**
   * Creates a factory.
   *
   * @param sender this application
   * @param largest the maximum record size of the dead-letter topic in bytes
   * @param text whether the original value is kept
   * @param clock the time of each dead letter
   */
  public DeadLetters(DeadLetterOrigin sender, int largest, DeadLetterText text, Clock clock) {
    this.sender = sender;
    fitting = new DeadLetterTruncator(largest);
    this.text = text;
    this.clock = clock;
  }

  /**
   * Returns the dead letter of a record. Key, value, timestamp and headers are the original's. The
   * digest replaces the value if texts are dropped; a record that is too large is truncated.
   * Headers note both. Headers of an earlier dead letter are replaced, except the number of
   * replays.
   *
   * @param original the record as consumed
   * @param where its position
   * @param why its error
   */
  public Record<byte[], byte[]> of(
      Record<byte[], byte[]> original, RecordMetadata where, UnscorableRecordException why) {
    Headers headers = headers(original, where, why);
    byte[] value = original.value();
    if (value != null && text == DeadLetterText.DROP) {
      put(headers, DeadLetterHeaders.VALUE, DeadLetterHeaders.SHA256);
      put(headers, DeadLetterHeaders.ORIGINAL_BYTES, Integer.toString(value.length));
      return fitting.of(original.withHeaders(headers).withValue(digest(value)));
    }
    return fitting.of(original.withHeaders(headers));
  }

  private Headers headers(
      Record<byte[], byte[]> original, RecordMetadata where, UnscorableRecordException why) {
    Headers headers = new RecordHeaders();
    for (Header header : original.headers()) {
      if (!DeadLetterHeaders.isAdded(header.key())) {
        headers.add(header);
      }
    }
    attempts(original).ifPresent(n -> put(headers, DeadLetterHeaders.ATTEMPTS, n));
    put(headers, DeadLetterHeaders.REASON, why.reason().name());
    String message = shortened(message(why));
    put(headers, DeadLetterHeaders.MESSAGE, message);
    put(headers, DeadLetterHeaders.STAGE, why.reason().stage().name());
    if (why.getCause() != null) {
      put(headers, DeadLetterHeaders.EXCEPTION, why.getCause().getClass().getName());
    }
    put(headers, DeadLetterHeaders.TOPIC, where.topic());
    put(headers, DeadLetterHeaders.PARTITION, Integer.toString(where.partition()));
    put(headers, DeadLetterHeaders.OFFSET, Long.toString(where.offset()));
    put(headers, DeadLetterHeaders.TIMESTAMP, Long.toString(original.timestamp()));
    put(headers, DeadLetterHeaders.AT, Long.toString(clock.millis()));
    put(headers, DeadLetterHeaders.APPLICATION, sender.application());
    put(headers, DeadLetterHeaders.APPLICATION_VERSION, sender.version());
    put(headers, DeadLetterHeaders.BUNDLE, why.bundle().orElse(sender.bundle()));
    StreamsErrorHeaders.put(headers, where, why, message);
    return headers;
  }

  /** Returns the number of replays; any producer can send this header, so it is validated. */
  private static Optional<String> attempts(Record<byte[], byte[]> original) {
    Header header = original.headers().lastHeader(DeadLetterHeaders.ATTEMPTS);
    return Optional.ofNullable(header)
        .map(Header::value)
        .filter(value -> value.length <= MAX_NUMBER_DIGITS)
        .map(value -> new String(value, StandardCharsets.UTF_8))
        .filter(text -> text.matches("[0-9]+"));
  }

  /**
   * Returns the message. That of a model's exception may contain the text, which must be dropped.
   */
  private String message(UnscorableRecordException why) {
    return text == DeadLetterText.DROP && why.reason() == DeadLetterReason.SCORING_FAILED
        ? "The model failed on the text. Check deadletter.exception."
        : why.description();
  }

  private static String shortened(String message) {
    return message.length() <= MAX_MESSAGE_LENGTH
        ? message
        : message.substring(0, MAX_MESSAGE_LENGTH);
  }

  private static byte[] digest(byte[] value) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(value);
      return HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** Adds a header. */
  public static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
