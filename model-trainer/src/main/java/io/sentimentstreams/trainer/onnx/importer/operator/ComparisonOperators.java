package io.sentimentstreams.trainer.onnx.importer.operator;

import io.sentimentstreams.trainer.onnx.importer.symbolic.Activations;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Amount;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Assumptions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Constant;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Kind;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Ramp;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Scores;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Splat;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.TokenIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Comparisons of numbers, of tokens with padding, and of positions with lengths. */
public final class ComparisonOperators {

  private static final String CHAIN = "Use a chain of layers";

  private final Assumptions assumptions;

  public ComparisonOperators(Assumptions assumptions) {
    this.assumptions = assumptions;
  }

  /** Adds the operators by their names. */
  public void addTo(Map<String, Operator> operators) {
    operators.put("Equal", node -> List.of(compared(node, sign -> sign == 0)));
    operators.put("Less", node -> List.of(compared(node, sign -> sign < 0)));
    operators.put("LessOrEqual", node -> List.of(compared(node, sign -> sign <= 0)));
    operators.put("Greater", node -> List.of(compared(node, sign -> sign > 0)));
    operators.put("GreaterOrEqual", node -> List.of(compared(node, sign -> sign >= 0)));
  }

  private Value compared(Node node, Predicate<Integer> test) {
    Value first = node.input(0);
    Value second = node.input(1);
    if (first instanceof TokenIds ids) {
      return tokens(node, ids, second, test, 1);
    }
    if (second instanceof TokenIds ids) {
      return tokens(node, ids, first, test, -1);
    }
    Optional<Ramp> left = ramp(first, second);
    if (left.isPresent()) {
      return positions(node, left.get(), second, test, 1);
    }
    Optional<Ramp> right = ramp(second, first);
    if (right.isPresent()) {
      return positions(node, right.get(), first, test, -1);
    }
    if (first instanceof Activations
        || second instanceof Activations
        || first instanceof Scores
        || second instanceof Scores) {
      throw node.refused(
          "compares features or scores",
          "Return the scores: --output selects a value of the graph by name");
    }
    return NumberOperators.numbers(
        node,
        (a, b) ->
            NumberOperators.flag(
                a.compare(b)
                    .map(test::test)
                    .orElseThrow(() -> node.refused("compares %s and %s".formatted(a, b), CHAIN))),
        Kind.BOOL);
  }

  /** Returns positions to compare with lengths; exporters fold those of a fixed length. */
  private Optional<Ramp> ramp(Value value, Value other) {
    if (value instanceof Ramp ramp) {
      return Optional.of(ramp);
    }
    boolean lengths = other instanceof Splat splat && !splat.value().isConstant();
    if (!(value instanceof Constant constant) || !lengths) {
      return Optional.empty();
    }
    int[] shape = constant.shape();
    int axis =
        IntStream.range(0, shape.length)
            .filter(i -> shape[i] == constant.size())
            .findFirst()
            .orElse(-1);
    boolean positions =
        axis >= 0
            && assumptions.fixedSteps().equals(Optional.of(constant.size()))
            && IntStream.range(0, constant.size()).allMatch(i -> constant.at(i).is(i));
    return positions
        ? Optional.of(new Ramp(constant.dims(), axis, Amount.ONE, Amount.ZERO))
        : Optional.empty();
  }

  /** Compares tokens with the index of padding, which no text contains. */
  private Value tokens(
      Node node, TokenIds ids, Value other, Predicate<Integer> test, int direction) {
    int padding =
        NumberOperators.splat(other)
            .flatMap(splat -> splat.value().whole())
            .orElseThrow(
                () -> node.refused("compares tokens", "Compare with the index of padding"));
    boolean above = test.test(direction);
    if (above != test.test(-direction) && padding != 0) {
      throw node.refused(
          "compares the order of tokens and %d".formatted(padding),
          "Compare with == or != the index of padding");
    }
    if (test.test(0) == above) {
      throw node.refused(
          "compares tokens in a way that padding does not change",
          "Compare with == or != the index of padding");
    }
    assumptions.paddingId(padding);
    return new Splat(
        Kind.BOOL, NumberOperators.flag(above), Value.broadcast(ids.dims(), other.dims()), true);
  }

  /** Compares positions with lengths; all positions are inside a text without padding. */
  private static Value positions(
      Node node, Ramp ramp, Value other, Predicate<Integer> test, int direction) {
    Splat bound =
        NumberOperators.splat(other).orElseThrow(() -> node.refused("compares positions", CHAIN));
    boolean texts = ramp.isIdentity() && bound.value().isAtLeast(Amount.STEPS);
    boolean fixed =
        ramp.largest()
            .flatMap(last -> last.compare(bound.value()))
            .filter(sign -> sign < 0)
            .isPresent();
    if ((!texts && !fixed) || !ramp.isIdentity()) {
      throw node.refused(
          "compares positions with " + bound.value(), "Compare positions with the lengths");
    }
    return new Splat(
        Kind.BOOL,
        NumberOperators.flag(test.test(-direction)),
        Value.broadcast(ramp.dims(), other.dims()),
        bound.masked());
  }
}
