package io.sentimentstreams.app.deadletter;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The sizes of records in bytes. */
public final class RecordSize {

  /** An upper bound of the overhead of a batch with one record. */
  private static final int FRAME = 128;

  /** An upper bound of the length fields of one header. */
  private static final int HEADER_FRAME = 10;

  private RecordSize() {}

  /** Returns the size of key, value and headers. */
  public static long content(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    return length(key) + length(value) + sum(headers, 0);
  }

  /** Returns an upper bound of the uncompressed size of a record in a request. */
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
