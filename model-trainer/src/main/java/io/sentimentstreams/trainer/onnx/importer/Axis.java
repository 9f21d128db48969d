package io.sentimentstreams.trainer.onnx.importer;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An axis of a value.
 *
 * @param role meaning of the axis
 * @param size length of the axis
 */
record Axis(Role role, Amount size) {

  static final Axis ONE = new Axis(Role.ONE, Amount.ONE);

  /** Meaning of an axis. */
  enum Role {
    /** Texts. */
    BATCH,
    /** Timesteps. */
    STEPS,
    /** Timesteps of all texts, those of a text side by side. */
    CELLS,
    /** Directions or layers. */
    STACK,
    /** Elements of a vector. */
    FEATURES,
    /** Inserted axis of length 1. */
    ONE
  }

  boolean is(Role other) {
    return role == other;
  }

  /** Returns whether both axes have one meaning and one length. */
  boolean matches(Axis other) {
    return role == other.role && size.equals(other.size);
  }

  static Axis stack(int size) {
    return new Axis(Role.STACK, Amount.of(size));
  }

  static Axis features(int size) {
    return new Axis(Role.FEATURES, Amount.of(size));
  }

  static List<Amount> sizes(List<Axis> axes) {
    return axes.stream().map(Axis::size).toList();
  }

  static String describe(List<Axis> axes) {
    return axes.stream()
        .map(axis -> axis.size().toString())
        .collect(Collectors.joining(" x ", "[", "]"));
  }

  @Override
  public String toString() {
    return role + " " + size;
  }
}
