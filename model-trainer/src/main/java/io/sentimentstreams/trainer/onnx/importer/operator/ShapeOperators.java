package io.sentimentstreams.trainer.onnx.importer.operator;

import io.sentimentstreams.trainer.onnx.importer.symbolic.Activations;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Amount;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Assumptions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Constant;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Positions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Kind;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Ramp;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Scores;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Splat;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.TokenIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Operators that create values from shapes and give values other shapes. */
public final class ShapeOperators {

  private static final int MAX_RANK = 16;

  private final Assumptions assumptions;

  public ShapeOperators(Assumptions assumptions) {
    this.assumptions = assumptions;
  }

  /** Adds the operators by their names. */
  public void addTo(Map<String, Operator> operators) {
    operators.put("Identity", node -> List.of(node.input(0)));
    operators.put("Dropout", this::dropout);
    operators.put("Constant", node -> List.of(constant(node)));
    operators.put("ConstantOfShape", node -> List.of(constantOfShape(node)));
    operators.put("Shape", node -> List.of(shape(node)));
    operators.put("Size", node -> List.of(size(node)));
    operators.put("Range", node -> List.of(range(node)));
    operators.put("Reshape", node -> List.of(reshape(node)));
    operators.put("Flatten", node -> List.of(flatten(node)));
    operators.put("Expand", node -> List.of(expand(node)));
  }

  private List<Value> dropout(Node node) {
    boolean training =
        node.optionalConstant(2).flatMap(Constant::uniform).filter(flag -> !flag.is(0)).isPresent();
    if (training) {
      throw node.refused("is in training mode", "Call model.eval() before the export");
    }
    return List.of(node.input(0));
  }

  private static Value constant(Node node) {
    if (node.has("value_int")) {
      return Constant.of(Kind.INTEGER, new int[0], Amount.of((double) node.number("value_int", 0)));
    }
    if (node.has("value_float")) {
      return Constant.floats(new int[0], new float[] {node.real("value_float", 0)});
    }
    Optional<int[]> integers = node.numbers("value_ints");
    if (integers.isPresent()) {
      return Constant.vector(Arrays.stream(integers.get()).mapToObj(Amount::of).toList());
    }
    if (node.has("value_floats")) {
      List<Float> reals = node.reals("value_floats");
      float[] values = new float[reals.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = reals.get(i);
      }
      return Constant.floats(new int[] {values.length}, values);
    }
    return node.tensor("value")
        .orElseThrow(() -> node.refused("has no value", "Export the model again"));
  }

  private static Value constantOfShape(Node node) {
    Optional<Constant> value = node.tensor("value");
    return new Splat(
        value.map(Constant::kind).orElse(Kind.FLOAT),
        value.flatMap(Constant::uniform).orElse(Amount.ZERO),
        node.constant(0).values(),
        false);
  }

  private static Value shape(Node node) {
    List<Amount> dims = node.input(0).dims();
    int from = bound(node.number("start", 0), dims.size());
    int to = bound(node.number("end", dims.size()), dims.size());
    return Constant.vector(from < to ? dims.subList(from, to) : List.of());
  }

  private static int bound(long value, int rank) {
    return (int) Math.max(0, Math.min(rank, value < 0 ? value + rank : value));
  }

  private static Value size(Node node) {
    return Constant.of(Kind.INTEGER, new int[0], product(node, node.input(0).dims()));
  }

  static Amount product(Node node, List<Amount> factors) {
    Amount product = Amount.ONE;
    for (Amount factor : factors) {
      product =
          product
              .times(factor)
              .orElseThrow(
                  () -> node.refused("multiplies " + factors, "Use another shape computation"));
    }
    return product;
  }

  private static Value range(Node node) {
    Amount from = scalar(node, 0);
    Amount to = scalar(node, 1);
    Amount step = scalar(node, 2);
    if (!step.is(1)) {
      throw node.refused("has a step of " + step, "Use a step of 1");
    }
    Amount length = to.minus(from);
    if (length.isConstant() && from.isConstant()) {
      int count = Constant.length(length);
      return Constant.vector(
          IntStream.range(0, count).mapToObj(i -> from.plus(Amount.of(i))).toList());
    }
    return new Ramp(List.of(length), 0, Amount.ONE, from);
  }

  private static Amount scalar(Node node, int input) {
    return node.constant(input)
        .uniform()
        .orElseThrow(() -> node.refused("needs numbers", "Export the model again"));
  }

  private Value reshape(Node node) {
    List<Amount> target =
        node.has("shape")
            ? Arrays.stream(node.numbers("shape").orElseThrow()).mapToObj(Amount::of).toList()
            : node.constant(1).values();
    return reshaped(node, target);
  }

  private Value flatten(Node node) {
    List<Amount> dims = node.input(0).dims();
    int axis = bound(node.number("axis", 1), dims.size());
    return reshaped(
        node,
        List.of(
            product(node, dims.subList(0, axis)), product(node, dims.subList(axis, dims.size()))));
  }

  private Value reshaped(Node node, List<Amount> target) {
    Value value = node.input(0);
    boolean zeroIsLength = node.number("allowzero", 0) != 0;
    List<Amount> dims = value.dims();
    List<Amount> known = new ArrayList<>();
    for (int i = 0; i < target.size(); i++) {
      Amount each = target.get(i);
      known.add(each.is(0) && !zeroIsLength && i < dims.size() ? dims.get(i) : each);
    }
    if (known.stream().filter(each -> each.is(-1)).count() > 1 || known.size() > MAX_RANK) {
      throw node.refused("has shape " + target, "Export the model again");
    }
    if (value instanceof Activations activations) {
      return new Reshaping(node, assumptions).of(activations, known);
    }
    List<Amount> complete = inferred(node, dims, known);
    if (value instanceof Constant constant) {
      return constant.reshaped(Constant.lengths(complete));
    }
    if (value instanceof Splat splat) {
      return splat.withDims(complete);
    }
    if (value instanceof TokenIds || value instanceof Scores || value instanceof Ramp) {
      return ones(node, value, complete);
    }
    throw new AssertionError(value);
  }

  /** Reshapes a value by removing and inserting axes of length 1. */
  private static Value ones(Node node, Value value, List<Amount> target) {
    TreeSet<Integer> removed = new TreeSet<>();
    List<Amount> dims = value.dims();
    for (int i = 0; i < dims.size(); i++) {
      if (dims.get(i).is(1)) {
        removed.add(i);
      }
    }
    Value bare = AxisOperators.kept(value, removed);
    if (!bare.dims().equals(target.stream().filter(each -> !each.is(1)).toList())) {
      throw node.refused(
          "changes the shape %s to %s".formatted(dims, target), "Keep the axes of the input");
    }
    TreeSet<Integer> added = new TreeSet<>();
    for (int i = 0; i < target.size(); i++) {
      if (target.get(i).is(1)) {
        added.add(i);
      }
    }
    if (bare instanceof TokenIds ids) {
      return new TokenIds(AxisOperators.inserted(ids.axes(), added, Axis.ONE));
    }
    if (bare instanceof Scores scores) {
      return new Scores(
          AxisOperators.inserted(scores.axes(), added, Axis.ONE),
          scores.logits(),
          scores.logarithm());
    }
    Ramp ramp = (Ramp) bare;
    int axis = ramp.axis();
    for (int each : added) {
      axis += each <= axis ? 1 : 0;
    }
    return new Ramp(
        AxisOperators.inserted(ramp.dims(), added, Amount.ONE), axis, ramp.scale(), ramp.offset());
  }

  /** Returns the target shape with the length that is -1. */
  private static List<Amount> inferred(Node node, List<Amount> dims, List<Amount> target) {
    Amount total = product(node, dims);
    Amount others = product(node, target.stream().filter(each -> !each.is(-1)).toList());
    if (target.stream().noneMatch(each -> each.is(-1))) {
      if (!others.equals(total)) {
        throw node.refused(
            "changes the shape %s to %s".formatted(dims, target), "Export the model again");
      }
      return target;
    }
    Amount missing =
        others.is(0)
            ? Amount.ZERO
            : total
                .dividedBy(others)
                .orElseThrow(
                    () ->
                        node.refused(
                            "changes the shape %s to %s".formatted(dims, target),
                            "Keep the axes of the input"));
    return target.stream().map(each -> each.is(-1) ? missing : each).toList();
  }

  private static Value expand(Node node) {
    Value value = node.input(0);
    List<Amount> dims = Value.broadcast(value.dims(), node.constant(1).values());
    return broadcast(node, value, dims);
  }

  /** Returns a value in a larger shape. */
  static Value broadcast(Node node, Value value, List<Amount> dims) {
    if (value.dims().equals(dims)) {
      return value;
    }
    if (value instanceof Splat splat) {
      return splat.withDims(dims);
    }
    if (value instanceof Constant constant) {
      Optional<Amount> uniform = constant.uniform();
      if (uniform.isPresent()) {
        return new Splat(constant.kind(), uniform.get(), dims, false);
      }
      int[] shape = Constant.lengths(dims);
      return constant.pick(shape, new Positions(constant.shape()).broadcast(shape));
    }
    if (value instanceof Ramp ramp) {
      int added = dims.size() - ramp.dims().size();
      return new Ramp(dims, ramp.axis() + added, ramp.scale(), ramp.offset());
    }
    throw node.refused(
        "repeats features: from %s to %s".formatted(value.dims(), dims), "Use a chain of layers");
  }
}
