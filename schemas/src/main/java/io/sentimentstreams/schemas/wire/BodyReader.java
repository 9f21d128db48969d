package io.sentimentstreams.schemas.wire;

import io.sentimentstreams.schemas.wire.UndecodableRecordException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.specific.SpecificData;

/**
 * Reader of the bodies of one writer's schema. Not thread-safe.
 *
 * @param <T> generated class of the record
 */
@FunctionalInterface
interface BodyReader<T> {

  /**
   * Reads one body.
   *
   * @throws UndecodableRecordException if the body cannot be read as a record
   * @throws IOException if the body does not match the schema
   */
  T read(BinaryDecoder body) throws IOException;

  /**
   * Returns the reader of a writer's schema. Errors are thrown for each record, because a union can
   * have readable and other branches.
   */
  static <T> BodyReader<T> of(Schema writer, Schema reader, SpecificData data) {
    if (writer.getType() != Schema.Type.UNION) {
      return ofBranch(writer, reader, data);
    }
    List<BodyReader<T>> branches = new ArrayList<>();
    for (Schema branch : writer.getTypes()) {
      branches.add(ofBranch(branch, reader, data));
    }
    return body -> branches.get(body.readIndex()).read(body);
  }

  private static <T> BodyReader<T> ofBranch(Schema writer, Schema reader, SpecificData data) {
    if (writer.getType() == Schema.Type.NULL) {
      return body -> {
        throw new UndecodableRecordException(
            Reason.MISSING_VALUE, "The record is null. Send a record in each value.");
      };
    }
    RecordResolution resolution = RecordResolution.of(writer, reader);
    if (!resolution.faults().isEmpty()) {
      return body -> {
        throw new UndecodableRecordException(
            Reason.UNRESOLVABLE_SCHEMA,
            "The record was written with a branch that cannot be read as %s: %s. Send another record."
                .formatted(reader.getFullName(), String.join("; ", resolution.faults())));
      };
    }
    ResolvedReader<T> avro = new ResolvedReader<>(resolution, data);
    return body -> avro.read(null, body);
  }
}
