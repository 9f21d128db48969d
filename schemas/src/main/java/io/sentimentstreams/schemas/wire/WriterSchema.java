package io.sentimentstreams.schemas.wire;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

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

  /**
   * Records with this schema cannot be read as long as the registry does not have all its parts.
   *
   * @param why reason in words
   */
  record Incomplete(String why) implements WriterSchema {}

  /** The schema does not exist. */
  record Unknown() implements WriterSchema {}

  /**
   * Returns whether records of a schema can be read as records of another one with bounded work.
   * The writer is not trusted: a few bytes can cause unbounded work if the schema is recursive,
   * very wide, or has an array with items of 0 bytes.
   *
   * <p>The top-level records are matched by the names of their fields; their own names do not
   * matter. Of a union, a branch is enough: a record written with another branch is undecodable.
   *
   * @param writer schema of the records
   * @param reader schema for the result
   */
  static WriterSchema resolve(Schema writer, Schema reader) {
    List<String> faults = new ArrayList<>();
    if (writer.getType() != Schema.Type.UNION) {
      faults.addAll(RecordResolution.of(writer, reader).faults());
    } else {
      List<RecordResolution> branches =
          writer.getTypes().stream()
              .filter(branch -> branch.getType() != Schema.Type.NULL)
              .map(branch -> RecordResolution.of(branch, reader))
              .toList();
      if (branches.isEmpty()) {
        faults.add("it is a union without a record");
      } else if (branches.stream().noneMatch(branch -> branch.faults().isEmpty())) {
        branches.forEach(branch -> faults.addAll(branch.faults()));
      }
    }
    SchemaComplexity.in(writer).ifPresent(faults::add);
    return faults.isEmpty() ? new Resolvable(writer) : new Unresolvable(String.join("; ", faults));
  }

  /**
   * Returns a parser of writers' schemas. It does not check names and defaults, because reading
   * uses neither the names of records nor the writer's defaults.
   */
  static Schema.Parser parser() {
    return new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false);
  }
}
