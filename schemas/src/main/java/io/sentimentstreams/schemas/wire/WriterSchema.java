package io.sentimentstreams.schemas.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityResult;

/** What is known of a schema that a record was written with. Immutable. */
public sealed interface WriterSchema {

  /**
   * Records that were written with it can be read.
   *
   * @param schema the writer's
   */
  record Resolvable(Schema schema) implements WriterSchema {}

  /**
   * Records that were written with it cannot be read.
   *
   * @param why for people
   */
  record Unresolvable(String why) implements WriterSchema {}

  /** There is no such schema. */
  record Unknown() implements WriterSchema {}

  /**
   * Whether records of a schema can be read as records of another, at a cost that their bytes
   * bound. A stranger may have written both schema and record: with a schema that refers to itself,
   * is wide beyond reason, or has an array of items that take no bytes, a few bytes stand for
   * endless work.
   *
   * @param writer what they were written with
   * @param reader what they are read as
   */
  static WriterSchema judge(Schema writer, Schema reader) {
    List<String> faults = new ArrayList<>(incompatibilities(writer, reader));
    SchemaComplexity.in(writer).ifPresent(faults::add);
    return faults.isEmpty() ? new Resolvable(writer) : new Unresolvable(String.join("; ", faults));
  }

  private static List<String> incompatibilities(Schema writer, Schema reader) {
    SchemaCompatibilityResult result =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
    return result.getIncompatibilities().stream()
        .map(WriterSchema::explained)
        .collect(Collectors.toList());
  }

  private static String explained(Incompatibility fault) {
    return "%s at %s: %s".formatted(fault.getType(), fault.getLocation(), fault.getMessage());
  }
}
