package io.sentimentstreams.schemas.wire;

import io.sentimentstreams.schemas.wire.SchemaId.ApicurioKind;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Encoding before a record's body. */
public final class WireFormat {

  static final int SINGLE_OBJECT_BYTES = 10;
  static final int REGISTERED_BYTES = 5;

  /** The byte 0 and 8 bytes of id, as Apicurio's serializers write by default until version 2. */
  static final int LONG_ID_BYTES = 9;

  private static final int MARKER = 0xC301;

  private WireFormat() {}

  /** Returns whether a value has a registry's schema id: the byte 0, then 4 bytes of id. */
  public static boolean isRegistered(byte[] value) {
    return value.length >= REGISTERED_BYTES && value[0] == 0;
  }

  /**
   * Returns the schema id of a value, which can be any integer.
   *
   * @param value a {@linkplain #isRegistered value with a schema id}
   */
  public static int schemaId(byte[] value) {
    return ByteBuffer.wrap(value).getInt(1);
  }

  /**
   * Returns the id of the registered schema with which a record was written: that of a header, or
   * that of the value. Empty if there is none, or if the header has an invalid value.
   */
  public static Optional<SchemaId> schemaId(byte[] value, HeaderValues headers) {
    try {
      Optional<SchemaId> header = SchemaHeaders.schemaId(headers);
      if (header.isPresent()) {
        return header;
      }
    } catch (UndecodableRecordException e) {
      return Optional.empty();
    }
    return isRegistered(value) ? Optional.of(prefix(value)) : Optional.empty();
  }

  /**
   * Returns the schema id at the start of a value. No registry assigns the id 0. So 4 bytes of 0
   * are the first half of 8 bytes of id.
   *
   * @param value a {@linkplain #isRegistered value with a schema id}
   */
  static SchemaId prefix(byte[] value) {
    int id = schemaId(value);
    return id == 0 && value.length >= LONG_ID_BYTES
        ? new SchemaId.Apicurio(ApicurioKind.UNSPECIFIED, ByteBuffer.wrap(value).getLong(1))
        : new SchemaId.Numbered(id);
  }

  /** Returns whether a value is in single-object encoding. */
  static boolean isSingleObject(byte[] value) {
    return value.length >= SINGLE_OBJECT_BYTES && ByteBuffer.wrap(value).getChar(0) == MARKER;
  }

  /** Returns a body in the format with a schema id. */
  static byte[] registered(int id, ByteBuffer body) {
    return ByteBuffer.allocate(REGISTERED_BYTES + body.remaining())
        .put((byte) 0)
        .putInt(id)
        .put(body)
        .array();
  }
}
