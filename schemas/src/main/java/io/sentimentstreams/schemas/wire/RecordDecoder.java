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
 * Decoder of records with two encodings. One is Avro single-object encoding (C3 01, 8 bytes of
 * fingerprint) with any released version of the schema. The other one is the wire format of schema
 * registries (00, 4 bytes of id) with any schema that resolves to the current one. Memory is
 * proportional to the bytes given, whatever lengths they declare.
 *
 * <p>{@link BinaryMessageDecoder} also reads single objects, but from a stream without a known
 * length. It allocates memory for corrupt lengths and ignores trailing bytes. This class resolves
 * schemas in the same way and reads the body from the array.
 *
 * <p>Not thread-safe: one per thread.
 *
 * @param <T> generated class of the record
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

  /** Returns a decoder of a generated class for every release of its schema, without a registry. */
  public static <T extends SpecificRecord> RecordDecoder<T> of(Class<T> type) {
    return new RecordDecoder<>(type, SchemaReleases.of(type.getSimpleName()), Optional.empty());
  }

  /** Returns a decoder of a generated class for every release of its schema and for a registry. */
  public static <T extends SpecificRecord> RecordDecoder<T> of(
      Class<T> type, WriterSchemas registered) {
    return new RecordDecoder<>(
        type, SchemaReleases.of(type.getSimpleName()), Optional.of(registered));
  }

  /**
   * Decodes one record.
   *
   * @param bytes value of a Kafka record
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
          Reason.TRAILING_BYTES, left + " bytes follow the record");
    }
    return value;
  }

  /**
   * Reads a body. Avro reports malformed bodies with many unchecked exceptions, some of them not
   * its own.
   */
  private static <T> T read(DatumReader<T> reader, BinaryDecoder body, byte[] bytes) {
    try {
      return reader.read(null, body);
    } catch (IOException | RuntimeException e) {
      throw new UndecodableRecordException(
          Reason.CORRUPT_BODY,
          "the body does not match the schema with %s: %s"
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
          ("No released version of %s has this fingerprint: %s. Check the topic of the "
                  + "record and the version of this application.")
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
                    "The record has the schema id %d, but no registry is configured. Set a registry."
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
          "records with schema id %d cannot be read as %s: %s"
              .formatted(id, current.getFullName(), unresolvable.why()));
    }
    throw new UndecodableRecordException(
        Reason.UNKNOWN_SCHEMA_ID,
        ("The registry does not have a schema with this id: %d. Check which registry the "
                + "producer uses.")
            .formatted(id));
  }

  @SuppressWarnings("unchecked")
  private DatumReader<T> reader(Schema writer) {
    return (DatumReader<T>) data.createDatumReader(writer, current);
  }

  /** Returns the fingerprint in the byte order of the record, like Avro's tools. */
  private static String fingerprint(byte[] bytes) {
    return HexFormat.of().formatHex(bytes, 2, WireFormat.SINGLE_OBJECT_BYTES);
  }
}
