package io.sentimentstreams.app.deadletter;

import io.sentimentstreams.app.review.DeadLetterReason;

/**
 * The headers that a dead letter has besides those of the original record. Every value is text in
 * UTF-8, numbers are decimal.
 */
public final class DeadLetterHeaders {

  /** What all of them begin with. */
  public static final String PREFIX = "deadletter.";

  /** A {@link DeadLetterReason}. */
  public static final String REASON = PREFIX + "reason";

  /** What is wrong, for people. */
  public static final String MESSAGE = PREFIX + "message";

  /** A {@link DeadLetterReason.Stage}. */
  public static final String STAGE = PREFIX + "stage";

  /** The topic that the record was read from. */
  public static final String TOPIC = PREFIX + "topic";

  /** The partition that the record was read from. */
  public static final String PARTITION = PREFIX + "partition";

  /** The offset that the record was read from. */
  public static final String OFFSET = PREFIX + "offset";

  /** The original record's timestamp, milliseconds since 1970 in UTC. */
  public static final String TIMESTAMP = PREFIX + "timestamp";

  /** When the application gave up on the record, milliseconds since 1970 in UTC. */
  public static final String AT = PREFIX + "at";

  /** The class of the exception that was thrown. Present only where one was. */
  public static final String EXCEPTION = PREFIX + "exception";

  /** The application id of who gave up on the record. */
  public static final String APPLICATION = PREFIX + "application";

  /** The version of the application that gave up on the record. */
  public static final String APPLICATION_VERSION = APPLICATION + ".version";

  /** The bundle that was active: name, version and SHA-256, separated by spaces. */
  public static final String BUNDLE = PREFIX + "bundle";

  /**
   * The original value's size in bytes. Present only where the value is not the original one:
   * because the topic does not take a record of that size, so that the value had to be cut, or
   * because it was dropped.
   */
  public static final String ORIGINAL_BYTES = PREFIX + "original.bytes";

  /**
   * The size in bytes of the original key. Present only where the topic does not take it, so that
   * the dead letter has none.
   */
  public static final String ORIGINAL_KEY_BYTES = PREFIX + "original.key.bytes";

  /**
   * How many headers the original record had. Present only where the topic does not take them, so
   * that the dead letter has none of them.
   */
  public static final String ORIGINAL_HEADERS = PREFIX + "original.headers";

  /**
   * What the value is instead of the original one: {@value #SHA256}, its digest in hexadecimal.
   * Present only where the application drops texts.
   */
  public static final String VALUE = PREFIX + "value";

  /** The value of {@link #VALUE} where a value was dropped. */
  public static final String SHA256 = "sha256";

  /**
   * How often the record was replayed, at least 1. A replayed record carries it too, and so does
   * its score or its next dead letter.
   */
  public static final String ATTEMPTS = PREFIX + "attempts";

  private DeadLetterHeaders() {}

  /**
   * Returns whether a dead letter adds a header of this name: one of these, or of Kafka Streams.
   */
  public static boolean isAdded(String name) {
    return name.startsWith(PREFIX) || name.startsWith(StreamsErrorHeaders.PREFIX);
  }
}
