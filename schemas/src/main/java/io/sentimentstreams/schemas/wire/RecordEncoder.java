package io.sentimentstreams.schemas.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MessageEncoder;
import org.apache.avro.message.RawMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Encoder of records in Avro single-object encoding (the bytes C3 01, the schema's CRC-64-AVRO
 * fingerprint as 8 little-endian bytes, the body) or in the wire format of registries (the byte 0,
 * the schema's id as 4 big-endian bytes, the body). Thread-safe.
 *
 * @param <T> generated class of the record
 */
public final class RecordEncoder<T extends SpecificRecord> {

  private final MessageEncoder<T> encoder;
  private final UnaryOperator<ByteBuffer> frame;

  private RecordEncoder(MessageEncoder<T> encoder, UnaryOperator<ByteBuffer> frame) {
    this.encoder = encoder;
    this.frame = frame;
  }

  /** Returns an encoder of a generated class that writes the schema's fingerprint. */
  public static <T extends SpecificRecord> RecordEncoder<T> of(Class<T> type) {
    SpecificData data = new GeneratedRecords();
    return new RecordEncoder<>(
        new BinaryMessageEncoder<>(data, data.getSchema(type)), UnaryOperator.identity());
  }

  /**
   * Returns an encoder of a generated class that writes the schema's id.
   *
   * @param id id of the schema in the registry
   */
  public static <T extends SpecificRecord> RecordEncoder<T> of(Class<T> type, int id) {
    SpecificData data = new GeneratedRecords();
    return new RecordEncoder<>(
        new RawMessageEncoder<>(data, data.getSchema(type)),
        body -> ByteBuffer.wrap(WireFormat.registered(id, body)));
  }

  /**
   * Encodes one record.
   *
   * @param value a record with every required field set
   * @return a new array
   */
  public byte[] encode(T value) {
    try {
      ByteBuffer buffer = frame.apply(encoder.encode(value));
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a record in memory", e);
    }
  }
}
