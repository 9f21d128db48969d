package io.sentimentstreams.schemas.wire;

import java.nio.ByteBuffer;

/** Encoding before a record's body. */
public final class WireFormat {

  static final int SINGLE_OBJECT_BYTES = 10;
  static final int REGISTERED_BYTES = 5;

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

  /** Returns a body in the format with a schema id. */
  static byte[] registered(int id, ByteBuffer body) {
    return ByteBuffer.allocate(REGISTERED_BYTES + body.remaining())
        .put((byte) 0)
        .putInt(id)
        .put(body)
        .array();
  }
}
