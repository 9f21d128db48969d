package io.sentimentstreams.schemas.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A type with which a timestamp may be written: the type itself, or a branch of a union.
 *
 * @param type of the value
 * @param unit of the value; empty if the value cannot be read as a timestamp
 */
record TimestampBranch(Schema type, Optional<TimestampUnit> unit) {

  /**
   * Returns the branches of a writer's type. Null may be a branch. Any other type that is not a
   * timestamp is a fault, because a wrong unit gives a wrong time.
   */
  static List<TimestampBranch> of(String field, Schema written, List<String> faults) {
    List<TimestampBranch> branches = new ArrayList<>();
    for (Schema type : RecordResolution.branches(written)) {
      Optional<TimestampUnit> unit = Optional.empty();
      if (type.getType() != Schema.Type.NULL) {
        try {
          unit = Optional.of(TimestampUnit.of(type));
        } catch (IllegalArgumentException e) {
          faults.add("field '%s' is a time, but has type %s".formatted(field, e.getMessage()));
        }
      }
      branches.add(new TimestampBranch(type, unit));
    }
    if (branches.stream().allMatch(branch -> branch.unit().isEmpty()) && faults.isEmpty()) {
      faults.add("field '%s' is always null".formatted(field));
    }
    return branches;
  }
}
