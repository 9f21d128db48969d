package io.sentimentstreams.trainer.onnx.importer.operator;

import io.sentimentstreams.trainer.onnx.importer.symbolic.Activations;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Amount;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis.Role;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Constant;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Kind;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Splat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Operator that concatenates values on one axis. */
public final class ConcatenationOperators {

  /** Adds the operators by their names. */
  public void addTo(Map<String, Operator> operators) {
    operators.put("Concat", node -> List.of(concat(node)));
  }

  private static Value concat(Node node) {
    List<Value> values = node.inputs().stream().flatMap(Optional::stream).toList();
    if (values.isEmpty()) {
      throw node.refused("has no inputs", "Export the model again");
    }
    int axis = node.axis(node.number("axis", 0), values.get(0).dims().size());
    if (values.size() == 1) {
      return values.get(0);
    }
    if (values.stream().allMatch(Activations.class::isInstance)) {
      return concatenated(node, values.stream().map(Activations.class::cast).toList(), axis);
    }
    boolean splats = values.stream().allMatch(Splat.class::isInstance);
    if (splats) {
      Splat first = (Splat) values.get(0);
      boolean equal =
          values.stream()
              .map(Splat.class::cast)
              .allMatch(each -> each.value().equals(first.value()));
      if (equal) {
        List<Amount> dims = new ArrayList<>(first.dims());
        dims.set(
            axis,
            values.stream().map(each -> each.dims().get(axis)).reduce(Amount.ZERO, Amount::plus));
        return first.withDims(dims);
      }
    }
    return arrays(node, IntStream.range(0, values.size()).mapToObj(node::constant).toList(), axis);
  }

  private static Constant arrays(Node node, List<Constant> parts, int axis) {
    int[] shape = parts.get(0).shape();
    boolean floats = parts.get(0).kind() == Kind.FLOAT;
    shape[axis] = 0;
    for (Constant part : parts) {
      int[] other = part.shape();
      if (other.length != shape.length) {
        throw node.refused("reads arrays of different shapes", "Export the model again");
      }
      shape[axis] += other[axis];
      for (int i = 0; i < shape.length; i++) {
        if (i != axis && other[i] != shape[i]) {
          throw node.refused("reads arrays of different shapes", "Export the model again");
        }
      }
    }
    int size = Constant.size(shape);
    int outer = IntStream.range(0, axis).map(i -> shape[i]).reduce(1, (a, b) -> a * b);
    float[] values = new float[floats ? size : 0];
    Amount[] amounts = new Amount[floats ? 0 : size];
    int next = 0;
    List<float[]> sources = floats ? parts.stream().map(Constant::floats).toList() : List.of();
    for (int i = 0; i < outer; i++) {
      for (int p = 0; p < parts.size(); p++) {
        int chunk = parts.get(p).size() / Math.max(1, outer);
        for (int j = i * chunk; j < (i + 1) * chunk; j++) {
          if (floats) {
            values[next++] = sources.get(p)[j];
          } else {
            amounts[next++] = parts.get(p).at(j);
          }
        }
      }
    }
    return floats
        ? Constant.floats(shape, values)
        : Constant.of(parts.get(0).kind(), shape, amounts);
  }

  private static Value concatenated(Node node, List<Activations> values, int axis) {
    Activations first = values.get(0);
    for (Activations each : values) {
      boolean fits =
          each.axes().size() == first.axes().size() && each.factor().equals(first.factor());
      for (int i = 0; fits && i < first.axes().size(); i++) {
        Axis one = first.axes().get(i);
        Axis other = each.axes().get(i);
        fits =
            i == axis
                ? one.role() == other.role() || (isStack(one) && isStack(other))
                : one.matches(other);
      }
      if (!fits) {
        throw node.refused(
            "concatenates %s and %s"
                .formatted(Axis.describe(first.axes()), Axis.describe(each.axes())),
            "Use a chain of layers");
      }
    }
    List<Axis> axes = new ArrayList<>(first.axes());
    if (axes.get(axis).is(Role.FEATURES)) {
      List<Columns> parts = new ArrayList<>();
      for (int i = 0; i < first.parts().size(); i++) {
        int part = i;
        parts.add(
            Columns.concatenated(values.stream().map(each -> each.parts().get(part)).toList()));
      }
      axes.set(axis, Axis.features(parts.get(0).width()));
      return joined(values, axes, parts);
    }
    boolean outermost = AxisOperators.stacks(axes).stream().allMatch(stack -> stack >= axis);
    if (!isStack(axes.get(axis)) || !outermost) {
      throw node.refused("concatenates texts or timesteps", "Use a chain of layers");
    }
    Amount count =
        values.stream().map(each -> each.dims().get(axis)).reduce(Amount.ZERO, Amount::plus);
    axes.set(axis, new Axis(Role.STACK, count));
    return joined(values, axes, values.stream().flatMap(each -> each.parts().stream()).toList());
  }

  private static Activations joined(
      List<Activations> values, List<Axis> axes, List<Columns> parts) {
    boolean masked = values.stream().allMatch(Activations::masked);
    return new Activations(axes, parts, values.get(0).factor(), masked);
  }

  private static boolean isStack(Axis axis) {
    return axis.is(Role.STACK) || axis.is(Role.ONE);
  }
}
