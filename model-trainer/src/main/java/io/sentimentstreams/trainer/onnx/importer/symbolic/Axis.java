package io.sentimentstreams.trainer.onnx.importer.symbolic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An axis of a value.
 *
 * @param role meaning of the axis
 * @param size length of the axis
 */
public record Axis(Role role, Amount size) {

  public static final Axis ONE = new Axis(Role.ONE, Amount.ONE);

  /** Meaning of an axis. */
  public enum Role {
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

  public boolean is(Role other) {
    return role == other;
  }

  /** Returns whether both axes have one meaning and one length. */
  public boolean matches(Axis other) {
    return role == other.role && size.equals(other.size);
  }

  public static Axis stack(int size) {
    return new Axis(Role.STACK, Amount.of(size));
  }

  public static Axis features(int size) {
    return new Axis(Role.FEATURES, Amount.of(size));
  }

  public static List<Amount> sizes(List<Axis> axes) {
    return axes.stream().map(Axis::size).toList();
  }

  public static String describe(List<Axis> axes) {
    return axes.stream()
        .map(axis -> axis.size().toString())
        .collect(Collectors.joining(" x ", "[", "]"));
  }

  @Override
  public String toString() {
    return role + " " + size;
  }
}
