package io.sentimentstreams.trainer.onnx.importer.operator;

import io.sentimentstreams.trainer.onnx.importer.symbolic.Activations;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Amount;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Constant;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Kind;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Ramp;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Splat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Element-wise operators: arithmetic, logic and choices. */
public final class NumberOperators {

  /** Addends that do not change a 32-bit float of at least 1. */
  private static final double MAX_EPSILON = 5e-8;

  private static final String CHAIN = "Use a chain of layers";

  /** Adds the operators by their names. */
  public void addTo(Map<String, Operator> operators) {
    operators.put("Add", node -> List.of(combined(node, NumberOperators::sum, Arithmetic.ADD)));
    operators.put("Sub", node -> List.of(combined(node, Amount::minus, Arithmetic.SUB)));
    operators.put(
        "Mul", node -> List.of(combined(node, (a, b) -> product(node, a, b), Arithmetic.MUL)));
    operators.put(
        "Div", node -> List.of(combined(node, (a, b) -> quotient(node, a, b), Arithmetic.DIV)));
    operators.put("Max", node -> List.of(extreme(node, 1)));
    operators.put("Min", node -> List.of(extreme(node, -1)));
    operators.put("Clip", node -> List.of(clip(node)));
    operators.put("Neg", node -> List.of(unary(node, value -> value.scaled(-1), Optional.empty())));
    operators.put(
        "Sqrt", node -> List.of(unary(node, value -> root(node, value), Optional.empty())));
    operators.put(
        "Not", node -> List.of(unary(node, value -> flag(value.is(0)), Optional.of(Kind.BOOL))));
    operators.put(
        "And", node -> List.of(numbers(node, (a, b) -> flag(!a.is(0) && !b.is(0)), Kind.BOOL)));
    operators.put(
        "Or", node -> List.of(numbers(node, (a, b) -> flag(!a.is(0) || !b.is(0)), Kind.BOOL)));
    operators.put("Where", node -> List.of(where(node)));
  }

  static Amount flag(boolean value) {
    return value ? Amount.ONE : Amount.ZERO;
  }

  private static Amount product(Node node, Amount first, Amount second) {
    return first
        .times(second)
        .orElseThrow(() -> node.refused("multiplies %s and %s".formatted(first, second), CHAIN));
  }

  private static Amount quotient(Node node, Amount first, Amount second) {
    return first
        .dividedBy(second)
        .orElseThrow(() -> node.refused("divides %s by %s".formatted(first, second), CHAIN));
  }

  private static Amount root(Node node, Amount value) {
    if (!value.isConstant()) {
      throw node.refused("reads " + value, CHAIN);
    }
    return Amount.of(Math.sqrt(value.constant()));
  }

  private Value combined(Node node, BinaryOperator<Amount> operation, Arithmetic arithmetic) {
    Value first = node.input(0);
    Value second = node.input(1);
    if (first instanceof Activations || second instanceof Activations) {
      return arithmetic.apply(node, first, second);
    }
    if (first instanceof Ramp || second instanceof Ramp) {
      return ramp(node, first, second, arithmetic);
    }
    return numbers(node, operation, kind(first));
  }

  static Kind kind(Value value) {
    if (value instanceof Constant constant) {
      return constant.kind();
    }
    return value instanceof Splat splat ? splat.kind() : Kind.INTEGER;
  }

  /** Returns element-wise results of numbers that do not depend on the position. */
  static Value numbers(Node node, BinaryOperator<Amount> operation, Kind kind) {
    return numbers(node, node.input(0), node.input(1), operation, kind);
  }

  private static Value numbers(
      Node node, Value first, Value second, BinaryOperator<Amount> operation, Kind kind) {
    BinaryOperator<Amount> typed = (a, b) -> Constant.converted(operation.apply(a, b), kind);
    if (first instanceof Constant one && second instanceof Constant other) {
      return Constant.zip(one, other, kind, typed);
    }
    Optional<Splat> left = splat(first);
    Optional<Splat> right = splat(second);
    boolean arrays =
        (first instanceof Constant || first instanceof Splat)
            && (second instanceof Constant || second instanceof Splat)
            && (left.isEmpty() || right.isEmpty());
    if (arrays) {
      return Constant.zip(node.constant(0), node.constant(1), kind, typed);
    }
    if (left.isEmpty() || right.isEmpty()) {
      throw node.refused("reads computed indices", CHAIN);
    }
    return new Splat(
        kind,
        typed.apply(left.get().value(), right.get().value()),
        Value.broadcast(first.dims(), second.dims()),
        left.get().masked() || right.get().masked());
  }

  /** Returns a sum of 32-bit floats, in which an epsilon has no effect on a count. */
  private static Amount sum(Amount first, Amount second) {
    return negligible(first, second).plus(negligible(second, first));
  }

  private static Amount negligible(Amount value, Amount other) {
    boolean tiny = value.isConstant() && Math.abs(value.constant()) <= MAX_EPSILON;
    return tiny && !other.isConstant() ? Amount.ZERO : value;
  }

  /** Returns a value that is one number everywhere. */
  static Optional<Splat> splat(Value value) {
    if (value instanceof Splat splat) {
      return Optional.of(splat);
    }
    return value instanceof Constant constant
        ? constant
            .uniform()
            .map(number -> new Splat(constant.kind(), number, constant.dims(), false))
        : Optional.empty();
  }

  private static Value ramp(Node node, Value first, Value second, Arithmetic arithmetic) {
    Ramp ramp = (Ramp) (first instanceof Ramp ? first : second);
    Splat other =
        splat(ramp == first ? second : first)
            .orElseThrow(() -> node.refused("computes indices", CHAIN));
    List<Amount> dims = Value.broadcast(first.dims(), second.dims());
    int axis = ramp.axis() + dims.size() - ramp.dims().size();
    Amount number = other.value();
    return switch (arithmetic) {
      case ADD -> new Ramp(dims, axis, ramp.scale(), ramp.offset().plus(number));
      case MUL ->
          new Ramp(
              dims,
              axis,
              product(node, ramp.scale(), number),
              product(node, ramp.offset(), number));
      case SUB, DIV -> throw node.refused("computes indices", CHAIN);
    };
  }

  private static Value extreme(Node node, int sign) {
    Value result = node.input(0);
    if (node.inputs().stream()
        .anyMatch(each -> each.filter(Activations.class::isInstance).isPresent())) {
      throw node.refused("compares features", "Use Relu, Tanh or Sigmoid");
    }
    for (int i = 1; i < node.inputs().size(); i++) {
      Value left = result;
      result = numbers(node, left, node.input(i), (a, b) -> larger(node, a, b, sign), kind(left));
    }
    return result;
  }

  private static Amount larger(Node node, Amount first, Amount second, int sign) {
    if (first.isAtLeast(second)) {
      return sign > 0 ? first : second;
    }
    if (second.isAtLeast(first)) {
      return sign > 0 ? second : first;
    }
    throw node.refused("compares %s and %s".formatted(first, second), CHAIN);
  }

  private static Value clip(Node node) {
    Optional<Amount> low = bound(node, "min", 1);
    Optional<Amount> high = bound(node, "max", 2);
    if (node.input(0) instanceof Activations activations) {
      if (low.filter(each -> each.is(0)).isEmpty() || high.isPresent()) {
        throw node.refused("limits features", "Use Relu, Tanh or Sigmoid");
      }
      return LayerOperators.relu(node, activations);
    }
    return unary(
        node,
        value -> {
          Amount lower = low.map(bound -> larger(node, value, bound, 1)).orElse(value);
          return high.map(bound -> larger(node, lower, bound, -1)).orElse(lower);
        },
        Optional.empty());
  }

  private static Optional<Amount> bound(Node node, String name, int input) {
    return node.has(name)
        ? Optional.of(Amount.of(node.real(name, 0)))
        : node.optionalConstant(input).flatMap(Constant::uniform);
  }

  private static Value unary(Node node, UnaryOperator<Amount> operation, Optional<Kind> kind) {
    Value value = node.input(0);
    if (value instanceof Constant constant) {
      Kind result = kind.orElse(constant.kind());
      return Constant.zip(constant, constant, result, (a, b) -> operation.apply(a));
    }
    if (value instanceof Splat splat) {
      return splat.with(kind.orElse(splat.kind()), operation.apply(splat.value()));
    }
    if (value instanceof Activations activations && node.operator().equals("Neg")) {
      return activations.map(part -> part.map(column -> column.scaled(-1)));
    }
    throw node.refused("reads features", "Use Relu, Tanh or Sigmoid");
  }

  private static Value where(Node node) {
    Value first = node.input(1);
    Value second = node.input(2);
    List<Amount> dims =
        Value.broadcast(node.input(0).dims(), Value.broadcast(first.dims(), second.dims()));
    Optional<Splat> condition = splat(node.input(0));
    if (condition.isPresent()) {
      Value chosen = condition.get().value().is(0) ? second : first;
      if (chosen instanceof Activations activations) {
        if (!Axis.sizes(activations.axes()).equals(dims)) {
          throw node.refused("repeats features", CHAIN);
        }
        return condition.get().masked() ? activations.withMask() : activations;
      }
      Value broadcast = ShapeOperators.broadcast(node, chosen, dims);
      return broadcast instanceof Splat splat && condition.get().masked()
          ? new Splat(splat.kind(), splat.value(), splat.dims(), true)
          : broadcast;
    }
    Constant flags = node.constant(0);
    Constant one = node.constant(1);
    Constant other = node.constant(2);
    // Both choices have the same shape after two broadcasts: x = flag ? one : 0, y = flag ? 0 :
    // other.
    Constant left = Constant.zip(flags, one, one.kind(), (flag, a) -> flag.is(0) ? Amount.ZERO : a);
    Constant right =
        Constant.zip(flags, other, one.kind(), (flag, b) -> flag.is(0) ? b : Amount.ZERO);
    return Constant.zip(left, right, one.kind(), Amount::plus);
  }
}
