package io.sentimentstreams.schemas.wire;

import java.time.Instant;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Unit of a writer's timestamps. Local timestamps have no time zone and are read as UTC. A long or
 * int without a logical type is in milliseconds.
 */
enum TimestampUnit {
  MILLIS(1),
  MICROS(1_000),
  NANOS(1_000_000);

  private static final String LOGICAL_TYPE = "logicalType";
  private static final String CONNECT_NAME = "connect.name";

  private static final Map<String, TimestampUnit> LOGICAL_TYPES =
      Map.of(
          "timestamp-millis", MILLIS,
          "timestamp-micros", MICROS,
          "timestamp-nanos", NANOS,
          "local-timestamp-millis", MILLIS,
          "local-timestamp-micros", MICROS,
          "local-timestamp-nanos", NANOS);

  /** Kafka Connect names a type without a logical type of Avro in a property of its own. */
  private static final Map<String, TimestampUnit> CONNECT_NAMES =
      Map.of(
          "org.apache.kafka.connect.data.Timestamp", MILLIS,
          "io.debezium.time.Timestamp", MILLIS,
          "io.debezium.time.MicroTimestamp", MICROS,
          "io.debezium.time.NanoTimestamp", NANOS);

  private final long perMillisecond;

  TimestampUnit(long perMillisecond) {
    this.perMillisecond = perMillisecond;
  }

  /**
   * Returns the unit of a type.
   *
   * @param type of the values, not a union
   * @throws IllegalArgumentException if it is not a timestamp; the message names the type
   */
  static TimestampUnit of(Schema type) {
    Object logical = type.getObjectProp(LOGICAL_TYPE);
    boolean isLong = type.getType() == Schema.Type.LONG;
    if (!isLong && type.getType() != Schema.Type.INT) {
      throw new IllegalArgumentException(name(type));
    }
    if (logical != null) {
      TimestampUnit unit = LOGICAL_TYPES.get(String.valueOf(logical));
      if (unit == null || !isLong) {
        throw new IllegalArgumentException(name(type));
      }
      return unit;
    }
    String connect = String.valueOf(type.getObjectProp(CONNECT_NAME));
    TimestampUnit unit = CONNECT_NAMES.get(connect);
    if (unit != null && isLong) {
      return unit;
    }
    if (connect.startsWith("io.debezium.") || connect.startsWith("org.apache.kafka.connect.")) {
      throw new IllegalArgumentException("%s of %s".formatted(name(type), connect));
    }
    return MILLIS;
  }

  /** Returns the name of a type and of its logical type. */
  static String name(Schema type) {
    Object logical = type.getObjectProp(LOGICAL_TYPE);
    String name = type.getType().getName();
    return logical == null ? name : "%s with logical type %s".formatted(name, logical);
  }

  /** Returns the instant of a value in this unit, rounded down to milliseconds. */
  Instant instant(long value) {
    return Instant.ofEpochMilli(Math.floorDiv(value, perMillisecond));
  }
}
