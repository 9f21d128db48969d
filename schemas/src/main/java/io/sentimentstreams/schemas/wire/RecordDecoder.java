package io.sentimentstreams.schemas.wire;

import io.sentimentstreams.schemas.wire.UndecodableRecordException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads records in Avro single-object encoding (C3 01, 8 bytes of fingerprint) that were written
 * with any released version of their schema, and records in the registries' wire format (00, 4
 * bytes of id) that were written with any schema that can be resolved to ours. Memory stays
 * proportional to the bytes given, whatever lengths they claim.
 *
 * <p>{@link BinaryMessageDecoder} reads single objects too, but through a stream that does not know
 * how many bytes are left: it allocates what a corrupt length asks for and overlooks trailing
 * bytes. So the schema is resolved the same way here and the body is read from the array.
 *
 * <p>Not thread-safe: one per thread.
 *
 * @param <T> the record's generated class
 */
public final class RecordDecoder<T extends SpecificRecord> {

  private static final int MARKER = 0xC301;

  private final SpecificData data;
  private final Schema current;
  private final SchemaStore released;
  private final Optional<WriterSchemas> registered;
  private final Map<Long, DatumReader<T>> byFingerprint = new HashMap<>();
  private final Map<Integer, DatumReader<T>> byId = new HashMap<>();
  private @Nullable BinaryDecoder reused;

  RecordDecoder(Class<T> type, SchemaReleases releases, Optional<WriterSchemas> registered) {
    data = new GeneratedRecords();
    current = data.getSchema(type);
    this.registered = registered;
    SchemaStore.Cache cache = new SchemaStore.Cache();
    releases.versions().forEach(cache::addSchema);
    released = cache;
  }

  /** A decoder of one generated class that knows every release of its schema and no registry. */
  public static <T extends SpecificRecord> RecordDecoder<T> of(Class<T> type) {
    return new RecordDecoder<>(type, SchemaReleases.of(type.getSimpleName()), Optional.empty());
  }

  /** A decoder of one generated class that knows every release of its schema and a registry. */
  public static <T extends SpecificRecord> RecordDecoder<T> of(
      Class<T> type, WriterSchemas registered) {
    return new RecordDecoder<>(
        type, SchemaReleases.of(type.getSimpleName()), Optional.of(registered));
  }

  /**
   * Decodes one record.
   *
   * @param bytes the whole value of a Kafka record
   * @throws UndecodableRecordException if the bytes are not such a record
   */
  public T decode(byte[] bytes) {
    if (bytes.length >= WireFormat.SINGLE_OBJECT_BYTES
        && ByteBuffer.wrap(bytes).getChar(0) == MARKER) {
      long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
      return read(reader(fingerprint, bytes), bytes, WireFormat.SINGLE_OBJECT_BYTES);
    }
    if (WireFormat.isRegistered(bytes)) {
      return read(reader(WireFormat.schemaId(bytes)), bytes, WireFormat.REGISTERED_BYTES);
    }
    String start = HexFormat.of().formatHex(bytes, 0, Math.min(2, bytes.length));
    throw new UndecodableRecordException(
        Reason.NOT_SINGLE_OBJECT,
        ("Not Avro: %d bytes that start with '%s'. Use single-object encoding or a schema registry's"
                + " format.")
            .formatted(bytes.length, start));
  }

  private T read(DatumReader<T> reader, byte[] bytes, int start) {
    BinaryDecoder body =
        DecoderFactory.get().binaryDecoder(bytes, start, bytes.length - start, reused);
    reused = body;
    T value = read(reader, body, bytes);
    int left = body.remainingBytes();
    if (left != 0) {
      throw new UndecodableRecordException(
          Reason.TRAILING_BYTES, left + " bytes are left over behind the record");
    }
    return value;
  }

  /** Avro reports a malformed body by many unchecked types, not all of them its own. */
  private static <T> T read(DatumReader<T> reader, BinaryDecoder body, byte[] bytes) {
    try {
      return reader.read(null, body);
    } catch (IOException | RuntimeException e) {
      throw new UndecodableRecordException(
          Reason.CORRUPT_BODY,
          "the body does not follow the schema with %s: %s"
              .formatted(
                  WireFormat.isRegistered(bytes)
                      ? "id " + WireFormat.schemaId(bytes)
                      : "fingerprint " + fingerprint(bytes),
                  e.getMessage()),
          e);
    }
  }

  private DatumReader<T> reader(long fingerprint, byte[] bytes) {
    DatumReader<T> known = byFingerprint.get(fingerprint);
    if (known != null) {
      return known;
    }
    Schema writer = released.findByFingerprint(fingerprint);
    if (writer == null) {
      throw new UndecodableRecordException(
          Reason.UNKNOWN_FINGERPRINT,
          "no released version of %s has the fingerprint %s; was the record meant for another topic, or is this application too old?"
              .formatted(current.getFullName(), fingerprint(bytes)));
    }
    DatumReader<T> reader = reader(writer);
    byFingerprint.put(fingerprint, reader);
    return reader;
  }

  private DatumReader<T> reader(int id) {
    DatumReader<T> known = byId.get(id);
    if (known != null) {
      return known;
    }
    WriterSchemas schemas =
        registered.orElseThrow(
            () ->
                new UndecodableRecordException(
                    Reason.NO_REGISTRY,
                    "the record names its schema by the id %d of a registry, but none is configured"
                        .formatted(id)));
    DatumReader<T> reader = reader(resolvable(id, schemas.of(id)));
    byId.put(id, reader);
    return reader;
  }

  private Schema resolvable(int id, WriterSchema writer) {
    if (writer instanceof WriterSchema.Resolvable resolvable) {
      return resolvable.schema();
    }
    if (writer instanceof WriterSchema.Unresolvable unresolvable) {
      throw new UndecodableRecordException(
          Reason.UNRESOLVABLE_SCHEMA,
          "records of the schema with id %d cannot be read as %s: %s"
              .formatted(id, current.getFullName(), unresolvable.why()));
    }
    throw new UndecodableRecordException(
        Reason.UNKNOWN_SCHEMA_ID,
        "the registry has no schema with id %d; was the record written with another registry?"
            .formatted(id));
  }

  @SuppressWarnings("unchecked")
  private DatumReader<T> reader(Schema writer) {
    return (DatumReader<T>) data.createDatumReader(writer, current);
  }

  /** As the bytes lie on the wire, which is how Avro's tools print a fingerprint. */
  private static String fingerprint(byte[] bytes) {
    return HexFormat.of().formatHex(bytes, 2, WireFormat.SINGLE_OBJECT_BYTES);
  }
}
