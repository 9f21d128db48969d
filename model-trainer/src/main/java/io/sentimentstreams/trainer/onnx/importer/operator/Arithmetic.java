package io.sentimentstreams.trainer.onnx.importer.operator;

import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Activations;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Amount;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis.Role;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns.Column;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Constant;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Activated;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Merged;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Over;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Recurrence;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage.Reduction;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Splat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Arithmetic with features: linear functions, and products of the two directions of a layer. */
enum Arithmetic {
  ADD,
  SUB,
  MUL,
  DIV;

  private static final String CHAIN =
      "Use a chain of layers: each layer reads the output of the layer before it only";

  /** Returns the result for two values, at least one of which has features. */
  Value apply(Node node, Value first, Value second) {
    if (first instanceof Activations left && second instanceof Activations right) {
      return both(node, left, right);
    }
    if (first instanceof Activations left) {
      return number(node, left, second, false);
    }
    return number(node, (Activations) second, first, true);
  }

  private Activations number(Node node, Activations value, Value other, boolean reversed) {
    Optional<Splat> splat = NumberOperators.splat(other);
    if (splat.isPresent()) {
      requireFits(node, value, splat.get().dims());
      Activations result = uniform(node, value, splat.get().value(), reversed);
      return splat.get().masked() ? result.withMask() : result;
    }
    if (!(other instanceof Constant constant)) {
      throw node.refused("combines features and positions", CHAIN);
    }
    requireFits(node, value, constant.dims());
    int features = value.indexOf(Role.FEATURES);
    int fromRight = value.axes().size() - 1 - features;
    int[] shape = constant.shape();
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] != 1 && shape.length - 1 - i != fromRight) {
        throw node.refused(
            "has a constant that differs between texts or timesteps",
            "Use one number for each feature");
      }
    }
    requireNoSum(node, value);
    return value.map(
        part -> {
          List<Column> columns = new ArrayList<>();
          for (int i = 0; i < part.width(); i++) {
            columns.add(number(node, part.columns().get(i), constant.at(i), reversed));
          }
          return new Columns(part.stage(), columns);
        });
  }

  private Activations uniform(Node node, Activations value, Amount number, boolean reversed) {
    if (number.isConstant()) {
      if (this == ADD || this == SUB) {
        requireNoSum(node, value);
      }
      return value.map(part -> part.map(column -> number(node, column, number, reversed)));
    }
    Optional<Amount> factor =
        switch (this) {
          case MUL -> value.factor().times(number);
          case DIV -> reversed ? Optional.empty() : value.factor().dividedBy(number);
          case ADD, SUB -> Optional.empty();
        };
    return new Activations(
        value.axes(),
        value.parts(),
        factor.orElseThrow(
            () -> node.refused("combines features with a count of " + number, CHAIN)),
        value.masked());
  }

  private Column number(Node node, Column column, Amount amount, boolean reversed) {
    double number =
        amount.whole().isPresent() || amount.isConstant() ? amount.constant() : Double.NaN;
    if (!Double.isFinite(number) || (this == DIV && (reversed || number == 0))) {
      throw node.refused("combines features with " + amount, CHAIN);
    }
    return switch (this) {
      case ADD -> column.plus(number);
      case SUB -> reversed ? column.scaled(-1).plus(number) : column.plus(-number);
      case MUL -> column.scaled(number);
      case DIV -> column.scaled(1 / number);
    };
  }

  private static void requireFits(Node node, Activations value, List<Amount> dims) {
    if (!Value.broadcast(value.dims(), dims).equals(value.dims())) {
      throw node.refused("repeats features: from %s to %s".formatted(value.dims(), dims), CHAIN);
    }
  }

  private static void requireNoSum(Node node, Activations value) {
    if (!value.factor().is(1)) {
      throw node.refused(
          "reads a sum over the timesteps", "Use the mean over the timesteps in place of the sum");
    }
  }

  private Activations both(Node node, Activations left, Activations right) {
    boolean fits =
        left.axes().size() == right.axes().size() && left.factor().equals(right.factor());
    for (int i = 0; fits && i < left.axes().size(); i++) {
      fits = left.axes().get(i).matches(right.axes().get(i));
    }
    if (!fits || left.parts().size() != right.parts().size()) {
      throw node.refused(
          "combines features of shapes %s and %s"
              .formatted(Axis.describe(left.axes()), Axis.describe(right.axes())),
          CHAIN);
    }
    List<Columns> parts = new ArrayList<>();
    for (int i = 0; i < left.parts().size(); i++) {
      Columns one = left.parts().get(i);
      Columns other = right.parts().get(i);
      parts.add(
          switch (this) {
            case ADD -> one.plus(other, 1);
            case SUB -> one.plus(other, -1);
            case MUL -> product(node, one, other);
            case DIV -> throw node.refused("divides features by features", CHAIN);
          });
    }
    return new Activations(left.axes(), parts, left.factor(), left.masked() && right.masked());
  }

  private static boolean isSigmoidOf(Columns columns, Columns input) {
    return columns.stage() instanceof Activated activated
        && activated.function() == Dense.Activation.SIGMOID
        && columns.isIdentity()
        && activated.input().stage().equals(input.stage())
        && isSame(activated.input(), input);
  }

  /** Returns the product of the two directions of a layer, or of features and their sigmoids. */
  static Columns product(Node node, Columns first, Columns second) {
    Stage stage = first.stage();
    Stage sequence =
        stage instanceof Reduction reduction && reduction.over() == Over.LAST
            ? reduction.source()
            : stage;
    if (sequence instanceof Recurrence layer
        && layer.isBidirectional()
        && stage.equals(second.stage())) {
      Columns forward = Columns.of(stage, 0, layer.units());
      Columns backward = Columns.of(stage, layer.units(), 2 * layer.units());
      boolean directions =
          (isSame(first, forward) && isSame(second, backward))
              || (isSame(first, backward) && isSame(second, forward));
      if (directions) {
        Merged merged = new Merged(layer, MergeMode.MUL);
        return Columns.of(
            stage instanceof Reduction last
                ? new Reduction(Over.LAST, merged, 1, last.readsPadding())
                : merged);
      }
    }
    if (isSigmoidOf(first, second)) {
      return Columns.of(new Activated(second, Dense.Activation.SILU));
    }
    if (isSigmoidOf(second, first)) {
      return Columns.of(new Activated(first, Dense.Activation.SILU));
    }
    throw node.refused("multiplies features by features", CHAIN);
  }

  static boolean isSame(Columns one, Columns other) {
    if (one.width() != other.width()) {
      return false;
    }
    for (int i = 0; i < one.width(); i++) {
      Column first = one.columns().get(i);
      Column second = other.columns().get(i);
      boolean same =
          Arrays.equals(first.rows(), second.rows())
              && Arrays.equals(first.factors(), second.factors())
              && first.bias() == second.bias()
              && first.unknown().isEmpty()
              && second.unknown().isEmpty();
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
