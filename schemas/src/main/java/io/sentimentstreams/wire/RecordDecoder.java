package io.sentimentstreams.wire;

import io.sentimentstreams.wire.UndecodableRecord.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
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
 * Reads records in Avro single-object encoding that were written with any released version of their
 * schema. Memory stays proportional to the bytes given, whatever lengths they claim.
 *
 * <p>{@link BinaryMessageDecoder} reads the same format, but through a stream that does not know
 * how many bytes are left: it allocates what a corrupt length asks for and overlooks trailing
 * bytes. So the schema is resolved the same way here and the body is read from the array.
 *
 * <p>Not thread-safe: one per thread.
 *
 * @param <T> the record's generated class
 */
public final class RecordDecoder<T extends SpecificRecord> {

  private static final int MARKER = 0xC301;
  private static final int HEADER_BYTES = 10;

  private final SpecificData data;
  private final Schema current;
  private final SchemaStore released;
  private final Map<Long, DatumReader<T>> readers = new HashMap<>();
  private @Nullable BinaryDecoder reused;

  RecordDecoder(Class<T> type, SchemaReleases releases) {
    data = new GeneratedRecords();
    current = data.getSchema(type);
    SchemaStore.Cache cache = new SchemaStore.Cache();
    releases.versions().forEach(cache::addSchema);
    released = cache;
  }

  /** A decoder of one generated class that knows every release of its schema. */
  public static <T extends SpecificRecord> RecordDecoder<T> of(Class<T> type) {
    return new RecordDecoder<>(type, SchemaReleases.of(type.getSimpleName()));
  }

  /**
   * Decodes one record.
   *
   * @param bytes the whole value of a Kafka record
   * @throws UndecodableRecord if the bytes are not such a record
   */
  public T decode(byte[] bytes) {
    DatumReader<T> reader = reader(bytes);
    BinaryDecoder body =
        DecoderFactory.get()
            .binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, reused);
    reused = body;
    T value = read(reader, body, bytes);
    int left = body.remainingBytes();
    if (left != 0) {
      throw new UndecodableRecord(
          Reason.TRAILING_BYTES, left + " bytes are left over behind the record");
    }
    return value;
  }

  /** Avro reports a malformed body by many unchecked types, not all of them its own. */
  private static <T> T read(DatumReader<T> reader, BinaryDecoder body, byte[] bytes) {
    try {
      return reader.read(null, body);
    } catch (IOException | RuntimeException e) {
      throw new UndecodableRecord(
          Reason.CORRUPT_BODY,
          "the body does not follow the schema with fingerprint %s: %s"
              .formatted(fingerprint(bytes), e.getMessage()),
          e);
    }
  }

  private DatumReader<T> reader(byte[] bytes) {
    if (bytes.length < HEADER_BYTES || ByteBuffer.wrap(bytes).getChar(0) != MARKER) {
      String start = HexFormat.of().formatHex(bytes, 0, Math.min(2, bytes.length));
      throw new UndecodableRecord(
          Reason.NOT_SINGLE_OBJECT,
          "%d bytes that begin with '%s' are not in Avro single-object encoding (c301, 8 bytes of fingerprint, body)"
              .formatted(bytes.length, start));
    }
    long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    DatumReader<T> known = readers.get(fingerprint);
    if (known != null) {
      return known;
    }
    Schema writer = released.findByFingerprint(fingerprint);
    if (writer == null) {
      throw new UndecodableRecord(
          Reason.UNKNOWN_FINGERPRINT,
          "no released version of %s has the fingerprint %s; was the record meant for another topic, or is this application too old?"
              .formatted(current.getFullName(), fingerprint(bytes)));
    }
    DatumReader<T> reader = reader(writer);
    readers.put(fingerprint, reader);
    return reader;
  }

  @SuppressWarnings("unchecked")
  private DatumReader<T> reader(Schema writer) {
    return (DatumReader<T>) data.createDatumReader(writer, current);
  }

  /** As the bytes lie on the wire, which is how Avro's tools print a fingerprint. */
  private static String fingerprint(byte[] bytes) {
    return HexFormat.of().formatHex(bytes, 2, HEADER_BYTES);
  }
}
