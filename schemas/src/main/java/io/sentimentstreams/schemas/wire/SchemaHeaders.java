package io.sentimentstreams.schemas.wire;

import io.sentimentstreams.schemas.wire.SchemaId.ApicurioKind;
import io.sentimentstreams.schemas.wire.UndecodableRecordException.Reason;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Headers in which serializers of Confluent and Apicurio send the schema of a value. */
public final class SchemaHeaders {

  /** Confluent: the byte 0 with 4 bytes of id, or the byte 1 with 16 bytes of GUID. */
  static final String CONFLUENT = "__value_schema_id";

  /** Apicurio: 8 bytes of content id. */
  static final String CONTENT_ID = "apicurio.value.contentId";

  /** Apicurio: 8 bytes of global id. */
  static final String GLOBAL_ID = "apicurio.value.globalId";

  static final String ENCODING = "apicurio.value.encoding";
  static final String ARTIFACT_ID = "apicurio.value.artifactId";
  static final String CONTENT_HASH = "apicurio.value.contentHash";

  private static final String APICURIO_PREFIX = "apicurio.value.";
  private static final int NUMBER_BYTES = 5;
  private static final int GUID_BYTES = 17;
  private static final List<String> NAMES = List.of(CONFLUENT, CONTENT_ID, GLOBAL_ID);

  private SchemaHeaders() {}

  /**
   * Returns whether a header describes the schema or the encoding of a value. Such a header is
   * wrong on a record with another value.
   *
   * @param name of the header
   */
  public static boolean describesValue(String name) {
    return name.equals(CONFLUENT) || name.startsWith(APICURIO_PREFIX);
  }

  /** Returns the name of the header that {@link #schemaId} reads, or empty. */
  static Optional<String> name(HeaderValues headers) {
    for (String name : NAMES) {
      if (headers.last(name).isPresent()) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the schema id in the headers.
   *
   * @throws UndecodableRecordException if a header of that name has another format
   */
  static Optional<SchemaId> schemaId(HeaderValues headers) {
    Optional<byte[]> confluent = headers.last(CONFLUENT);
    if (confluent.isPresent()) {
      return confluent.map(SchemaHeaders::confluent);
    }
    Optional<byte[]> content = headers.last(CONTENT_ID);
    if (content.isPresent()) {
      return content.map(value -> apicurio(ApicurioKind.CONTENT, CONTENT_ID, value));
    }
    return headers.last(GLOBAL_ID).map(value -> apicurio(ApicurioKind.GLOBAL, GLOBAL_ID, value));
  }

  private static SchemaId confluent(byte[] value) {
    if (value.length == NUMBER_BYTES && value[0] == 0) {
      return new SchemaId.Numbered(ByteBuffer.wrap(value).getInt(1));
    }
    if (value.length == GUID_BYTES && value[0] == 1) {
      ByteBuffer guid = ByteBuffer.wrap(value);
      return new SchemaId.Guid(new UUID(guid.getLong(1), guid.getLong(9)));
    }
    throw malformed(CONFLUENT, value, "the byte 0 and 4 bytes of id, or the byte 1 and a GUID");
  }

  private static SchemaId apicurio(ApicurioKind kind, String name, byte[] value) {
    if (value.length == Long.BYTES) {
      return new SchemaId.Apicurio(kind, ByteBuffer.wrap(value).getLong());
    }
    throw malformed(name, value, "8 bytes of id");
  }

  private static UndecodableRecordException malformed(String name, byte[] value, String format) {
    return new UndecodableRecordException(
        Reason.UNKNOWN_SCHEMA_ID,
        "The header %s is not a schema id: %d bytes. Send %s, or remove the header."
            .formatted(name, value.length, format));
  }
}
