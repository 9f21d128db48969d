package io.sentimentstreams.schemas.wire;

import java.nio.ByteBuffer;

/** What stands before a record's body. */
public final class WireFormat {

  static final int SINGLE_OBJECT_BYTES = 10;
  static final int REGISTERED_BYTES = 5;

  private WireFormat() {}

  /** Whether a value names its schema by a registry's id: the byte 0, then 4 bytes of id. */
  public static boolean isRegistered(byte[] value) {
    return value.length >= REGISTERED_BYTES && value[0] == 0;
  }

  /**
   * The id of a value's schema, which is any integer.
   *
   * @param value one that {@linkplain #isRegistered names its schema by an id}
   */
  public static int schemaId(byte[] value) {
    return ByteBuffer.wrap(value).getInt(1);
  }

  /** A body with the frame that names its schema by an id. */
  static byte[] registered(int id, ByteBuffer body) {
    return ByteBuffer.allocate(REGISTERED_BYTES + body.remaining())
        .put((byte) 0)
        .putInt(id)
        .put(body)
        .array();
  }
}
