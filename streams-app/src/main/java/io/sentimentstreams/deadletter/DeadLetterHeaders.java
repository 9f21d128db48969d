package io.sentimentstreams.deadletter;

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

  /** The application id of who gave up on the record. */
  public static final String APPLICATION = PREFIX + "application";

  /** The bundle that was active: name, version and SHA-256, separated by spaces. */
  public static final String BUNDLE = PREFIX + "bundle";

  /**
   * The original value's size in bytes. Present only where the topic does not take a record of that
   * size, so that the value had to be cut.
   */
  public static final String ORIGINAL_BYTES = PREFIX + "original.bytes";

  private DeadLetterHeaders() {}
}
