package io.sentimentstreams.schemas.wire;

import io.sentimentstreams.schemas.wire.UndecodableRecordException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Decoder of records with two encodings. One is Avro single-object encoding (C3 01, 8 bytes of
 * fingerprint) with any released version of the schema. The other one is a body with the id of a
 * schema in a registry, and any schema that resolves to the current one. The id is in a {@linkplain
 * SchemaHeaders header}, or before the body (00, 4 or 8 bytes of id). Memory is proportional to the
 * bytes given, whatever lengths they declare.
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

  private final SpecificData data;
  private final Schema current;
  private final SchemaStore released;
  private final Optional<WriterSchemas> registered;
  private final Map<Long, BodyReader<T>> byFingerprint = new HashMap<>();
  private final Map<SchemaId, BodyReader<T>> byId = new HashMap<>();
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
   * Decodes one record without headers.
   *
   * @param bytes value of a Kafka record
   * @throws UndecodableRecordException if the bytes are not such a record
   */
  public T decode(byte[] bytes) {
    return decode(bytes, HeaderValues.NONE);
  }

  /**
   * Decodes one record. A header with a schema id has precedence over an id before the body, and
   * the fingerprint of a released schema has precedence over both.
   *
   * @param bytes value of a Kafka record
   * @param headers of the record
   * @throws UndecodableRecordException if the bytes are not such a record
   */
  public T decode(byte[] bytes, HeaderValues headers) {
    if (WireFormat.isSingleObject(bytes)) {
      long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
      BodyReader<T> released = releasedReader(fingerprint);
      if (released != null) {
        return read(
            released,
            bytes,
            WireFormat.SINGLE_OBJECT_BYTES,
            () -> "fingerprint " + fingerprint(bytes));
      }
      if (SchemaHeaders.name(headers).isEmpty()) {
        throw new UndecodableRecordException(
            Reason.UNKNOWN_FINGERPRINT,
            ("No released version of %s has this fingerprint: %s. Check the topic of the "
                    + "record and the version of this application.")
                .formatted(current.getFullName(), fingerprint(bytes)));
      }
    }
    Optional<SchemaId> header = SchemaHeaders.schemaId(headers);
    if (header.isPresent()) {
      requireBinary(headers);
      return read(reader(header.get(), headers), bytes, 0, header.get()::toString);
    }
    if (WireFormat.isRegistered(bytes)) {
      SchemaId id = WireFormat.prefix(bytes);
      int start =
          id instanceof SchemaId.Apicurio ? WireFormat.LONG_ID_BYTES : WireFormat.REGISTERED_BYTES;
      return read(reader(id, headers), bytes, start, id::toString);
    }
    throw new UndecodableRecordException(
        Reason.NOT_SINGLE_OBJECT, UnknownEncoding.message(bytes, headers));
  }

  private static void requireBinary(HeaderValues headers) {
    Optional<byte[]> encoding = headers.last(SchemaHeaders.ENCODING);
    if (encoding.isPresent()
        && new String(encoding.get(), StandardCharsets.UTF_8).equalsIgnoreCase("JSON")) {
      throw new UndecodableRecordException(
          Reason.NOT_SINGLE_OBJECT,
          "The value is Avro in JSON encoding, by its header %s. Set apicurio.registry.avro.encoding=BINARY in the producer."
              .formatted(SchemaHeaders.ENCODING));
    }
  }

  private T read(BodyReader<T> reader, byte[] bytes, int start, Supplier<String> schema) {
    BinaryDecoder body =
        DecoderFactory.get().binaryDecoder(bytes, start, bytes.length - start, reused);
    reused = body;
    T value = read(reader, body, schema);
    int left = body.remainingBytes();
    if (left != 0) {
      throw new UndecodableRecordException(
          Reason.TRAILING_BYTES,
          "Bytes follow the record: %d. Send one record per value.".formatted(left));
    }
    return value;
  }

  /**
   * Reads a body. Avro reports malformed bodies with many unchecked exceptions, some of them not
   * its own.
   */
  private static <T> T read(BodyReader<T> reader, BinaryDecoder body, Supplier<String> schema) {
    try {
      return reader.read(body);
    } catch (UndecodableRecordException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UndecodableRecordException(
          Reason.CORRUPT_BODY,
          "The body does not match the schema with %s: %s. Check the producer's serializer."
              .formatted(schema.get(), e instanceof EOFException ? "it is truncated" : problem(e)),
          e);
    }
  }

  private static String problem(Exception e) {
    return String.valueOf(e.getMessage()).replaceAll("\\.$", "");
  }

  private @Nullable BodyReader<T> releasedReader(long fingerprint) {
    BodyReader<T> known = byFingerprint.get(fingerprint);
    if (known != null) {
      return known;
    }
    Schema writer = released.findByFingerprint(fingerprint);
    if (writer == null) {
      return null;
    }
    BodyReader<T> reader = BodyReader.of(writer, current, data);
    byFingerprint.put(fingerprint, reader);
    return reader;
  }

  private BodyReader<T> reader(SchemaId id, HeaderValues headers) {
    BodyReader<T> known = byId.get(id);
    if (known != null) {
      return known;
    }
    WriterSchemas schemas =
        registered.orElseThrow(
            () ->
                new UndecodableRecordException(
                    Reason.NO_REGISTRY,
                    "The record has the schema %s%s, but no registry is configured. Set a registry."
                        .formatted(id, source(headers))));
    BodyReader<T> reader = BodyReader.of(resolvable(id, schemas.of(id), headers), current, data);
    byId.put(id, reader);
    return reader;
  }

  private Schema resolvable(SchemaId id, WriterSchema writer, HeaderValues headers) {
    if (writer instanceof WriterSchema.Resolvable resolvable) {
      return resolvable.schema();
    }
    if (writer instanceof WriterSchema.Unresolvable unresolvable) {
      throw unresolvable(id, unresolvable.why(), "Use a schema that resolves to it");
    }
    if (writer instanceof WriterSchema.Incomplete incomplete) {
      throw unresolvable(id, incomplete.why(), "Complete the registry, then replay the record");
    }
    throw new UndecodableRecordException(
        Reason.UNKNOWN_SCHEMA_ID,
        ("The registry does not have a schema with this %s%s. Check which registry the "
                + "producer uses.")
            .formatted(id.toString().replaceFirst(" (?=[^ ]*$)", ": "), source(headers)));
  }

  private UndecodableRecordException unresolvable(SchemaId id, String why, String remedy) {
    return new UndecodableRecordException(
        Reason.UNRESOLVABLE_SCHEMA,
        "Records with schema %s cannot be read as %s: %s. %s."
            .formatted(id, current.getFullName(), why, remedy));
  }

  private static String source(HeaderValues headers) {
    return SchemaHeaders.name(headers).map(name -> " in the header " + name).orElse("");
  }

  /** Returns the fingerprint in the byte order of the record, like Avro's tools. */
  private static String fingerprint(byte[] bytes) {
    return HexFormat.of().formatHex(bytes, 2, WireFormat.SINGLE_OBJECT_BYTES);
  }
}
