package io.sentimentstreams.schemas.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityResult;

/** Result of the check of a writer's schema. Immutable. */
public sealed interface WriterSchema {

  /**
   * Records with this schema can be read.
   *
   * @param schema schema of the writer
   */
  record Resolvable(Schema schema) implements WriterSchema {}

  /**
   * Records with this schema cannot be read.
   *
   * @param why reason in words
   */
  record Unresolvable(String why) implements WriterSchema {}

  /** The schema does not exist. */
  record Unknown() implements WriterSchema {}

  /**
   * Returns whether records of a schema can be read as records of another one with bounded work.
   * The writer is not trusted: a few bytes can cause unbounded work if the schema is recursive,
   * very wide, or has an array with items of 0 bytes.
   *
   * @param writer schema of the records
   * @param reader schema for the result
   */
  static WriterSchema resolve(Schema writer, Schema reader) {
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
