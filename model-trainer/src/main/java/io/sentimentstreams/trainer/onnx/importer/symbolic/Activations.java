package io.sentimentstreams.trainer.onnx.importer.symbolic;

import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis.Role;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Features of texts or of their timesteps.
 *
 * @param axes axes; those of role {@code STACK} count parts
 * @param parts features for each position on the {@code STACK} axes, row-major
 * @param factor factor of all features, which depends on the number of timesteps after a sum
 * @param masked whether a mask removed the features of padding
 */
public record Activations(List<Axis> axes, List<Columns> parts, Amount factor, boolean masked)
    implements Value {

  public Activations {
    axes = List.copyOf(axes);
    parts = List.copyOf(parts);
  }

  public static Activations of(List<Axis> axes, Columns columns) {
    return new Activations(axes, List.of(columns), Amount.ONE, false);
  }

  @Override
  public List<Amount> dims() {
    return Axis.sizes(axes);
  }

  public Activations withAxes(List<Axis> other) {
    return new Activations(other, parts, factor, masked);
  }

  public Activations withParts(List<Axis> otherAxes, List<Columns> otherParts) {
    return new Activations(otherAxes, otherParts, factor, masked);
  }

  public Activations withMask() {
    return new Activations(axes, parts, factor, true);
  }

  public Activations map(UnaryOperator<Columns> operation) {
    return withParts(axes, parts.stream().map(operation).toList());
  }

  /** Returns the index of the axis with a role, or -1. */
  public int indexOf(Role role) {
    for (int i = 0; i < axes.size(); i++) {
      if (axes.get(i).is(role)) {
        return i;
      }
    }
    return -1;
  }

  boolean has(Role role) {
    return indexOf(role) >= 0;
  }

  /** Returns the features of the only part. */
  public Columns columns(Node node) {
    if (parts.size() != 1) {
      throw node.refused(
          "reads an axis of %d directions or layers".formatted(parts.size()),
          "Concatenate the directions before the next layer");
    }
    if (!factor.is(1)) {
      throw node.refused(
          "reads a sum over the timesteps", "Use the mean over the timesteps in place of the sum");
    }
    return parts.get(0).checked();
  }
}
