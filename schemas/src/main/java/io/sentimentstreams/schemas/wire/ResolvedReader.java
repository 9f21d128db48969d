package io.sentimentstreams.schemas.wire;

import io.sentimentstreams.schemas.wire.UndecodableRecordException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.ResolvingDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Avro's reader with three differences: timestamps are converted from the writer's unit, strings
 * must be UTF-8, and errors name the field. Not thread-safe.
 *
 * @param <T> generated class of the record
 */
final class ResolvedReader<T> extends SpecificDatumReader<T> {

  /** Start of Avro's message if the value was written with a branch that cannot be read. */
  private static final String OTHER_BRANCH = "Found ";

  private static final char REPLACEMENT = '\uFFFD';

  private final Set<Schema.Field> topLevel = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, List<TimestampBranch>> timestamps;
  private final Utf8 scratch = new Utf8();
  private String field = "";

  ResolvedReader(RecordResolution resolution, SpecificData data) {
    super(resolution.writer(), resolution.expected(), data);
    topLevel.addAll(resolution.expected().getFields());
    timestamps = resolution.timestamps();
  }

  @Override
  protected void readField(
      Object record,
      Schema.Field position,
      @Nullable Object old,
      ResolvingDecoder in,
      @Nullable Object state)
      throws IOException {
    if (!topLevel.contains(position)) {
      super.readField(record, position, old, in, state);
      return;
    }
    field = position.name();
    List<TimestampBranch> branches = timestamps.get(field);
    try {
      if (branches == null) {
        super.readField(record, position, old, in, state);
      } else {
        ((IndexedRecord) record).put(position.pos(), timestamp(branches, position.schema(), in));
      }
    } catch (AvroTypeException e) {
      String message = String.valueOf(e.getMessage());
      if (!message.startsWith(OTHER_BRANCH)) {
        throw e;
      }
      throw missing(
          message.startsWith(OTHER_BRANCH + "null") ? "is null" : "has another type: " + message,
          e);
    }
  }

  private Object timestamp(List<TimestampBranch> branches, Schema type, ResolvingDecoder in)
      throws IOException {
    TimestampBranch branch = branches.get(type.getType() == Schema.Type.UNION ? in.readIndex() : 0);
    if (branch.unit().isEmpty()) {
      throw missing("is " + TimestampUnit.name(branch.type()), null);
    }
    long value = branch.type().getType() == Schema.Type.INT ? in.readInt() : in.readLong();
    return branch.unit().get().instant(value);
  }

  private UndecodableRecordException missing(String problem, @Nullable Throwable cause) {
    return new UndecodableRecordException(
        Reason.MISSING_VALUE,
        "Field '%s' %s. Send a value of its type in each record.".formatted(field, problem),
        cause);
  }

  @Override
  protected Object readString(@Nullable Object old, Schema type, Decoder in) throws IOException {
    Utf8 read = in.readString(scratch);
    String text = new String(read.getBytes(), 0, read.getByteLength(), StandardCharsets.UTF_8);
    // Malformed bytes become replacement characters, and only they are worth a second look.
    if (text.indexOf(REPLACEMENT) >= 0) {
      requireUtf8(ByteBuffer.wrap(read.getBytes(), 0, read.getByteLength()));
    }
    return text;
  }

  private void requireUtf8(ByteBuffer bytes) {
    int length = bytes.remaining();
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(bytes, CharBuffer.allocate(length), true);
    if (result.isError()) {
      throw new UndecodableRecordException(
          Reason.NOT_UTF8,
          "Field '%s' is not UTF-8: byte %d of %d is 0x%02x. Send text in UTF-8."
              .formatted(field, bytes.position() + 1, length, bytes.get(bytes.position())));
    }
  }
}
