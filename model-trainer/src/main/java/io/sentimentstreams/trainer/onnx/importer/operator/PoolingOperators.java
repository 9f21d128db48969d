package io.sentimentstreams.trainer.onnx.importer.operator;

import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Activations;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Amount;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Assumptions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis.Role;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns.Column;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Constant;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.OtherLayoutException;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Merged;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Over;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Recurrence;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Reduction;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.TokenVectors;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Splat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Operators that reduce axes: pooling over time, merges of directions, and counts. */
public final class PoolingOperators {

  private final Assumptions assumptions;

  public PoolingOperators(Assumptions assumptions) {
    this.assumptions = assumptions;
  }

  /** Kind of a reduction. */
  private enum Reduce {
    SUM,
    MEAN,
    MAX,
    MIN,
    PROD
  }

  /** Adds the operators by their names. */
  public void addTo(Map<String, Operator> operators) {
    operators.put("ReduceSum", node -> List.of(reduced(node, Reduce.SUM)));
    operators.put("ReduceMean", node -> List.of(reduced(node, Reduce.MEAN)));
    operators.put("ReduceMax", node -> List.of(reduced(node, Reduce.MAX)));
    operators.put("ReduceMin", node -> List.of(reduced(node, Reduce.MIN)));
    operators.put("ReduceProd", node -> List.of(reduced(node, Reduce.PROD)));
    operators.put("GlobalMaxPool", node -> List.of(global(node, Reduce.MAX)));
    operators.put("GlobalAveragePool", node -> List.of(global(node, Reduce.MEAN)));
    operators.put("MaxPool", node -> List.of(window(node, Reduce.MAX)));
    operators.put("AveragePool", node -> List.of(window(node, Reduce.MEAN)));
  }

  private Value reduced(Node node, Reduce reduce) {
    Value value = node.input(0);
    int rank = value.dims().size();
    Optional<int[]> given = node.numbers("axes", 1);
    boolean none = given.isEmpty() || given.get().length == 0;
    if (none && node.number("noop_with_empty_axes", 0) != 0) {
      return value;
    }
    TreeSet<Integer> axes = new TreeSet<>();
    if (none) {
      IntStream.range(0, rank).forEach(axes::add);
    } else {
      Arrays.stream(given.get()).forEach(axis -> axes.add(node.axis(axis, rank)));
    }
    Value result = value;
    for (int axis : axes) {
      result = reduced(node, result, axis, reduce);
    }
    return node.number("keepdims", 1) != 0 ? result : AxisOperators.kept(result, axes);
  }

  /** Reduces one axis to length 1. */
  private Value reduced(Node node, Value value, int axis, Reduce reduce) {
    if (value instanceof Activations activations) {
      return reduced(node, activations, axis, reduce);
    }
    if (value instanceof Splat splat) {
      List<Amount> dims = new ArrayList<>(splat.dims());
      Amount size = dims.set(axis, Amount.ONE);
      boolean tokens = splat.masked() && size.equals(assumptions.steps());
      Amount count = tokens ? Amount.STEPS : size;
      Amount number =
          switch (reduce) {
            case SUM -> ShapeOperators.product(node, List.of(splat.value(), count));
            case MEAN, MAX, MIN -> splat.value();
            case PROD -> throw node.refused("multiplies numbers", "Use a chain of layers");
          };
      return splat.with(splat.kind(), number).withDims(dims);
    }
    if (value instanceof Constant constant && constant.rank() == 1) {
      Amount result =
          constant.values().stream()
              .reduce((first, second) -> combined(node, first, second, reduce))
              .orElseThrow(() -> node.refused("reduces nothing", "Export the model again"));
      return Constant.of(constant.kind(), new int[] {1}, result);
    }
    throw node.refused("reads no features", "Use a chain of layers");
  }

  private static Amount combined(Node node, Amount first, Amount second, Reduce reduce) {
    return switch (reduce) {
      case SUM -> first.plus(second);
      case PROD -> ShapeOperators.product(node, List.of(first, second));
      case MAX -> first.isAtLeast(second) ? first : second;
      case MIN -> first.isAtLeast(second) ? second : first;
      case MEAN -> throw node.refused("averages numbers", "Use a chain of layers");
    };
  }

  private Activations reduced(Node node, Activations value, int axis, Reduce reduce) {
    Axis from = value.axes().get(axis);
    List<Axis> axes = new ArrayList<>(value.axes());
    axes.set(axis, Axis.ONE);
    if (from.is(Role.ONE)) {
      return value;
    }
    if (from.is(Role.STACK)) {
      return value.withParts(axes, merged(node, value, axis, reduce));
    }
    if (from.is(Role.BATCH)) {
      throw new OtherLayoutException(
          "%s reduces the axis of the batch".formatted(node), "Reduce the axis of the timesteps");
    }
    if (!from.is(Role.STEPS)) {
      throw node.refused("reduces the axis " + from, "Reduce the axis of the timesteps");
    }
    return overTime(node, value.withAxes(axes), from.size(), reduce);
  }

  private Activations overTime(Node node, Activations value, Amount steps, Reduce reduce) {
    boolean readsPadding =
        assumptions.fixedSteps().isPresent()
            && (!value.masked()
                || value.parts().stream()
                    .anyMatch(part -> !part.stage().ignoresPaddingAfterText()));
    return switch (reduce) {
      case MAX -> {
        value.parts().forEach(Columns::checked);
        requireNoSum(node, value);
        yield value.map(part -> maximum(node, part, readsPadding));
      }
      case MEAN, SUM -> {
        Amount count = value.masked() ? Amount.STEPS : steps;
        Amount factor = reduce == Reduce.SUM ? count : count.dividedBy(steps).orElse(count);
        yield new Activations(
            value.axes(),
            value.parts().stream()
                .map(part -> part.on(new Reduction(Over.MEAN, part.stage(), 1, readsPadding)))
                .toList(),
            ShapeOperators.product(node, List.of(value.factor(), factor)),
            value.masked());
      }
      case MIN, PROD ->
          throw node.refused("reduces the timesteps", "Use the maximum or the mean over time");
    };
  }

  private static void requireNoSum(Node node, Activations value) {
    if (!value.factor().is(1)) {
      throw node.refused("reads a sum over the timesteps", "Use the mean in place of the sum");
    }
  }

  private static Columns maximum(Node node, Columns part, boolean readsPadding) {
    if (part.columns().stream().allMatch(Column::isMonotonic)) {
      return part.on(new Reduction(Over.MAX, part.stage(), 1, readsPadding));
    }
    if (part.stage() instanceof TokenVectors vectors) {
      return Columns.of(
          new Reduction(
              Over.MAX,
              LayerOperators.tokenVectors(vectors, part, Dense.Activation.LINEAR),
              1,
              readsPadding));
    }
    if (part.stage() instanceof Recurrence layer
        && layer.isBidirectional()
        && part.columns().stream().allMatch(column -> isSum(column, layer.units()))) {
      Merged merged = new Merged(layer, MergeMode.SUM);
      return part.map(
              column ->
                  new Column(
                      new int[] {column.rows()[0]},
                      new double[] {column.factors()[0]},
                      column.bias(),
                      Optional.empty()))
          .on(new Reduction(Over.MAX, merged, 1, readsPadding));
    }
    throw node.refused(
        "is the maximum of a linear function of the states",
        "Use the maximum of the states, before a linear layer");
  }

  private static boolean isSum(Column column, int units) {
    int[] rows = column.rows();
    double[] factors = column.factors();
    return rows.length == 2
        && rows[1] == rows[0] + units
        && factors[0] == factors[1]
        && factors[0] > 0;
  }

  /** Merges the parts along one axis of directions. */
  private static List<Columns> merged(Node node, Activations value, int axis, Reduce reduce) {
    List<Integer> stacks = AxisOperators.stacks(value.axes());
    if (stacks.size() != 1) {
      throw node.refused("reduces one of several axes of layers", "Select a layer first");
    }
    int count = Constant.length(value.axes().get(axis).size());
    Columns sum = value.parts().get(0);
    for (Columns part : value.parts().subList(1, count)) {
      sum =
          switch (reduce) {
            case SUM, MEAN -> sum.plus(part, 1);
            case PROD -> Arithmetic.product(node, sum, part);
            case MAX, MIN ->
                throw node.refused(
                    "is the maximum of the directions", "Concatenate or add the directions");
          };
    }
    return List.of(reduce == Reduce.MEAN ? sum.map(column -> column.scaled(1.0 / count)) : sum);
  }

  private Value global(Node node, Reduce reduce) {
    if (!(node.input(0) instanceof Activations activations)
        || activations.axes().size() < 3
        || !activations.axes().get(1).is(Role.FEATURES)) {
      throw node.refused("does not read features on axis 1", "Pool over the timesteps on axis 2");
    }
    Activations result = activations;
    for (int axis = 2; axis < activations.axes().size(); axis++) {
      result = reduced(node, result, axis, reduce);
    }
    return result;
  }

  /** Pools over a window that contains all timesteps. */
  private Value window(Node node, Reduce reduce) {
    Value value = node.input(0);
    int[] kernel = node.numbers("kernel_shape").orElse(new int[0]);
    List<Amount> dims = value.dims();
    boolean whole = kernel.length > 0 && dims.size() == kernel.length + 2;
    for (int i = 0; whole && i < kernel.length; i++) {
      whole = dims.get(i + 2).is(kernel[i]);
    }
    boolean plain =
        node.number("ceil_mode", 0) == 0
            && Arrays.stream(node.numbers("pads").orElse(new int[0])).allMatch(pad -> pad == 0)
            && Arrays.stream(node.numbers("dilations").orElse(new int[0]))
                .allMatch(each -> each == 1)
            && node.text("auto_pad", "NOTSET").matches("NOTSET|VALID");
    if (!whole || !plain) {
      throw node.refused(
          "has a window of %s".formatted(Arrays.toString(kernel)), "Pool over all timesteps");
    }
    return global(node, reduce);
  }
}
