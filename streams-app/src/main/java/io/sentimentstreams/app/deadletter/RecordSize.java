package io.sentimentstreams.app.deadletter;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Counts the bytes of records. */
public final class RecordSize {

  /** More than a batch of one record and the record itself add to key, value and headers. */
  private static final int FRAME = 128;

  /** More than the lengths of one header take. */
  private static final int HEADER_FRAME = 10;

  private RecordSize() {}

  /** The bytes of key, value and headers. */
  public static long content(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    return length(key) + length(value) + sum(headers, 0);
  }

  /** An upper bound of the bytes that a record takes on its way, uncompressed. */
  static long onTheWire(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    return FRAME + length(key) + length(value) + sum(headers, HEADER_FRAME);
  }

  private static long sum(Headers headers, int frame) {
    long sum = 0;
    for (Header header : headers) {
      sum += frame + header.key().getBytes(StandardCharsets.UTF_8).length + length(header.value());
    }
    return sum;
  }

  private static long length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
