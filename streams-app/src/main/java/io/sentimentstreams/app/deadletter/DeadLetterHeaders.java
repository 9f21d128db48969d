package io.sentimentstreams.app.deadletter;

import io.sentimentstreams.app.review.DeadLetterReason;

/**
 * The headers that a dead letter has besides those of the original record. Values are text in
 * UTF-8; numbers are decimal.
 */
public final class DeadLetterHeaders {

  /** The prefix of all names. */
  public static final String PREFIX = "deadletter.";

  /** A {@link DeadLetterReason}. */
  public static final String REASON = PREFIX + "reason";

  /** The error and its remedy, for people. */
  public static final String MESSAGE = PREFIX + "message";

  /** A {@link DeadLetterReason.Stage}. */
  public static final String STAGE = PREFIX + "stage";

  /** The original record's topic. */
  public static final String TOPIC = PREFIX + "topic";

  /** The original record's partition. */
  public static final String PARTITION = PREFIX + "partition";

  /** The original record's offset. */
  public static final String OFFSET = PREFIX + "offset";

  /** The original record's timestamp, milliseconds since 1970 in UTC. */
  public static final String TIMESTAMP = PREFIX + "timestamp";

  /** The time at which the dead letter was written, milliseconds since 1970 in UTC. */
  public static final String AT = PREFIX + "at";

  /** The class of the exception; present only if one was thrown. */
  public static final String EXCEPTION = PREFIX + "exception";

  /** The application id of the writer. */
  public static final String APPLICATION = PREFIX + "application";

  /** The application version of the writer. */
  public static final String APPLICATION_VERSION = APPLICATION + ".version";

  /** The active bundle, for people: name, version and SHA-256, separated by spaces. */
  public static final String BUNDLE = PREFIX + "bundle";

  /**
   * The size of the original value in bytes. Present only if the value was truncated to the topic's
   * maximum record size, or was dropped.
   */
  public static final String ORIGINAL_BYTES = PREFIX + "original.bytes";

  /**
   * The size of the original key in bytes. Present only if the key was dropped because of the
   * topic's maximum record size.
   */
  public static final String ORIGINAL_KEY_BYTES = PREFIX + "original.key.bytes";

  /**
   * The number of the original record's headers. Present only if they were dropped because of the
   * topic's maximum record size.
   */
  public static final String ORIGINAL_HEADERS = PREFIX + "original.headers";

  /**
   * The kind of the value, {@value #SHA256}: the hexadecimal digest of the original value. Present
   * only with {@code dead.letters.text=drop}.
   */
  public static final String VALUE = PREFIX + "value";

  /** The value of {@link #VALUE} if the original value was dropped. */
  public static final String SHA256 = "sha256";

  /**
   * How often the record was replayed, at least 1. The replayed record has this header, and so does
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
