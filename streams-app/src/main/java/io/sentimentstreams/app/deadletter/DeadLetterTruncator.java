package io.sentimentstreams.app.deadletter;

import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Truncates dead letters to the maximum record size of their topic, so no record can stop the
 * stream by its size. It drops the stack trace first, then truncates the value, then drops the
 * original's headers, then its key. Thread-safe.
 *
 * @param largest the topic's maximum record size in bytes
 */
record DeadLetterTruncator(int largest) {

  /** An upper bound of the size of a header that notes a truncation. */
  private static final int NOTE_BYTES = 64;

  /** Returns the letter, truncated if it is too large. */
  Record<byte[], byte[]> of(Record<byte[], byte[]> letter) {
    Record<byte[], byte[]> fitted = letter;
    if (excess(fitted) > 0) {
      fitted = withoutStackTrace(fitted);
    }
    if (fitted.value() != null && !isDigest(fitted) && excess(fitted) > 0) {
      fitted = withCutValue(fitted);
    }
    if (excess(fitted) > 0) {
      fitted = withOwnHeaders(fitted);
    }
    if (fitted.key() != null && excess(fitted) > 0) {
      Headers headers = new RecordHeaders(fitted.headers());
      note(headers, DeadLetterHeaders.ORIGINAL_KEY_BYTES, fitted.key().length);
      fitted = fitted.withHeaders(headers).withKey(null);
    }
    return fitted;
  }

  private long excess(Record<byte[], byte[]> letter) {
    return RecordSize.onTheWire(letter.key(), letter.value(), letter.headers()) - largest;
  }

  private static boolean isDigest(Record<byte[], byte[]> letter) {
    return letter.headers().lastHeader(DeadLetterHeaders.VALUE) != null;
  }

  private static Record<byte[], byte[]> withoutStackTrace(Record<byte[], byte[]> letter) {
    Headers headers = new RecordHeaders(letter.headers());
    return letter.withHeaders(headers.remove(StreamsErrorHeaders.STACKTRACE));
  }

  private Record<byte[], byte[]> withCutValue(Record<byte[], byte[]> letter) {
    Headers headers = new RecordHeaders(letter.headers());
    int bytes = letter.value().length;
    note(headers, DeadLetterHeaders.ORIGINAL_BYTES, bytes);
    long kept = Math.max(0, bytes - excess(letter) - NOTE_BYTES);
    return letter.withHeaders(headers).withValue(Arrays.copyOf(letter.value(), (int) kept));
  }

  private static Record<byte[], byte[]> withOwnHeaders(Record<byte[], byte[]> letter) {
    Headers own = new RecordHeaders();
    int others = 0;
    for (Header header : letter.headers()) {
      if (DeadLetterHeaders.isAdded(header.key())) {
        own.add(header);
      } else {
        others++;
      }
    }
    if (others > 0) {
      note(own, DeadLetterHeaders.ORIGINAL_HEADERS, others);
    }
    return letter.withHeaders(own);
  }

  private static void note(Headers headers, String name, int count) {
    DeadLetters.put(headers, name, Integer.toString(count));
  }
}
