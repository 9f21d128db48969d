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
   * Returns the branches of a writer's type. A branch that is not a timestamp is never read as one,
   * because a wrong unit gives a wrong time. It is a fault if no branch is a timestamp.
   */
  static List<TimestampBranch> of(String field, Schema written, List<String> faults) {
    List<TimestampBranch> branches = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Schema type : RecordResolution.branches(written)) {
      Optional<TimestampUnit> unit = Optional.empty();
      if (type.getType() != Schema.Type.NULL) {
        try {
          unit = Optional.of(TimestampUnit.of(type));
        } catch (IllegalArgumentException e) {
          others.add("field '%s' is a time, but has type %s".formatted(field, e.getMessage()));
        }
      }
      branches.add(new TimestampBranch(type, unit));
    }
    if (branches.stream().allMatch(branch -> branch.unit().isEmpty())) {
      faults.addAll(
          others.isEmpty() ? List.of("field '%s' is always null".formatted(field)) : others);
    }
    return branches;
  }
}
