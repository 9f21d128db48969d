package io.sentimentstreams.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes records in Avro single-object encoding: the bytes C3 01, the schema's CRC-64-AVRO
 * fingerprint as 8 little-endian bytes, the body. Thread-safe.
 *
 * @param <T> the record's generated class
 */
public final class RecordEncoder<T extends SpecificRecord> {

  private final BinaryMessageEncoder<T> encoder;

  private RecordEncoder(Class<T> type) {
    SpecificData data = new GeneratedRecords();
    encoder = new BinaryMessageEncoder<>(data, data.getSchema(type));
  }

  /** An encoder of one generated class. */
  public static <T extends SpecificRecord> RecordEncoder<T> of(Class<T> type) {
    return new RecordEncoder<>(type);
  }

  /**
   * Encodes one record.
   *
   * @param value a record with every required field set
   * @return a new array
   */
  public byte[] encode(T value) {
    try {
      ByteBuffer buffer = encoder.encode(value);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a record in memory", e);
    }
  }
}
