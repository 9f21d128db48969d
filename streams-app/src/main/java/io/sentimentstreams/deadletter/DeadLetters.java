package io.sentimentstreams.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Makes dead letters: the original record with headers that say where it was, what is wrong and
 * why. Immutable, thread-safe.
 */
public final class DeadLetters {

  private static final int LONGEST_MESSAGE = 1_000;

  /** More than the header of a cut value takes. */
  private static final int CUT_BYTES = 64;

  private final String applicationId;
  private final String bundle;
  private final int largest;

  /**
   * Makes dead letters of one application.
   *
   * @param applicationId of the application that gives up on records
   * @param bundle the active bundle: name, version and SHA-256, separated by spaces
   * @param largest bytes of the largest record that the dead-letter topic takes
   */
  public DeadLetters(String applicationId, String bundle, int largest) {
    this.applicationId = applicationId;
    this.bundle = bundle;
    this.largest = largest;
  }

  /**
   * The dead letter of a record. Key, timestamp and headers are the original's; so is the value,
   * unless the topic does not take a record of that size: then it is cut and the headers say so.
   * Headers of an earlier dead letter, on a record that was sent again, are replaced.
   *
   * @param original the record as it was read
   * @param where its coordinates
   * @param why what is wrong with it
   */
  public Record<byte[], byte[]> of(
      Record<byte[], byte[]> original, RecordMetadata where, Unscorable why) {
    Headers headers = headers(original, where, why);
    byte[] value = original.value();
    long excess = RecordSize.onTheWire(original.key(), value, headers) - largest;
    if (value != null && excess > 0) {
      put(headers, DeadLetterHeaders.ORIGINAL_BYTES, Integer.toString(value.length));
      long kept = value.length - excess - CUT_BYTES;
      value = Arrays.copyOf(value, (int) Math.max(0, kept));
    }
    return original.withHeaders(headers).withValue(value);
  }

  private Headers headers(Record<byte[], byte[]> original, RecordMetadata where, Unscorable why) {
    Headers headers = new RecordHeaders();
    for (Header header : original.headers()) {
      if (!header.key().startsWith(DeadLetterHeaders.PREFIX)) {
        headers.add(header);
      }
    }
    put(headers, DeadLetterHeaders.REASON, why.reason().name());
    put(headers, DeadLetterHeaders.MESSAGE, shortened(why.description()));
    put(headers, DeadLetterHeaders.STAGE, why.reason().stage().name());
    put(headers, DeadLetterHeaders.TOPIC, where.topic());
    put(headers, DeadLetterHeaders.PARTITION, Integer.toString(where.partition()));
    put(headers, DeadLetterHeaders.OFFSET, Long.toString(where.offset()));
    put(headers, DeadLetterHeaders.TIMESTAMP, Long.toString(original.timestamp()));
    put(headers, DeadLetterHeaders.APPLICATION, applicationId);
    put(headers, DeadLetterHeaders.BUNDLE, bundle);
    return headers;
  }

  private static String shortened(String message) {
    return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
