package io.sentimentstreams.trainer.onnx.importer.operator;

import io.sentimentstreams.trainer.onnx.importer.symbolic.Activations;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Amount;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Assumptions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis.Role;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns.Column;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Constant;
import io.sentimentstreams.trainer.onnx.importer.symbolic.FixedLengthException;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Stage;
import io.sentimentstreams.trainer.onnx.importer.symbolic.UnsupportedOnnxModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Split and merge of the axes of features. */
final class Reshaping {

  private final Node node;
  private final Assumptions assumptions;

  Reshaping(Node node, Assumptions assumptions) {
    this.node = node;
    this.assumptions = assumptions;
  }

  /**
   * Returns features in another shape.
   *
   * @param target lengths; one of them can be -1 for all remaining elements
   */
  Activations of(Activations value, List<Amount> target) {
    int wildcard =
        IntStream.range(0, target.size()).filter(i -> target.get(i).is(-1)).findFirst().orElse(-1);
    if (wildcard < 0) {
      Activations current = value;
      int at = 0;
      for (Amount length : target) {
        current = next(current, at, length, value, target);
        at++;
      }
      return trimmed(current, at, value, target);
    }
    Activations current = value;
    for (int i = 0; i < wildcard; i++) {
      current = next(current, i, target.get(i), value, target);
    }
    // From the right, the same rules apply to the axes that follow the unknown length.
    int after = target.size() - wildcard - 1;
    int end = current.axes().size();
    for (int i = 0; i < after; i++) {
      Amount length = target.get(target.size() - 1 - i);
      int before = current.axes().size();
      current = fitted(current, end - 1 - i, wildcard, length, value, target);
      end += current.axes().size() - before;
    }
    int last = end - after;
    if (last == wildcard) {
      return inserted(current, wildcard);
    }
    while (last - wildcard > 1) {
      current = merged(current, wildcard, value, target);
      last--;
    }
    return current;
  }

  /** Makes the last axis before an index have a length; axes before the unknown length stay. */
  private Activations fitted(
      Activations value, int at, int first, Amount length, Activations from, List<Amount> target) {
    if (at >= first && value.axes().get(at).size().equals(length)) {
      return value;
    }
    if (length.is(1)) {
      return inserted(value, at + 1);
    }
    if (at >= first && splits(value.axes().get(at), length)) {
      int size = Constant.length(value.axes().get(at).size());
      return split(value, at, Amount.of((double) size / Constant.length(length)));
    }
    if (at <= first) {
      throw refused(from, target);
    }
    requireOtherLength(value, at, length);
    return fitted(merged(value, at - 1, from, target), at - 1, first, length, from, target);
  }

  /** Finds the only length of texts for which timesteps and features have a number of elements. */
  private void requireOtherLength(Activations value, int axis, Amount length) {
    boolean flattens =
        axis > 0
            && value.axes().get(axis).is(Role.FEATURES)
            && value.axes().get(axis - 1).is(Role.STEPS)
            && length.whole().isPresent()
            && assumptions.fixedSteps().isEmpty();
    if (flattens) {
      int width = Constant.length(value.axes().get(axis).size());
      int elements = Constant.length(length);
      if (elements > 0 && elements % width == 0) {
        throw new FixedLengthException(
            node + " flattens sequences of unknown length", elements / width);
      }
    }
  }

  /** Makes the axis at an index have a length. */
  private Activations next(
      Activations value, int at, Amount length, Activations from, List<Amount> target) {
    if (at >= value.axes().size()) {
      if (length.is(1)) {
        return inserted(value, at);
      }
      throw refused(from, target);
    }
    Axis axis = value.axes().get(at);
    if (axis.size().equals(length)) {
      return value;
    }
    if (length.is(1)) {
      return inserted(value, at);
    }
    if (splits(axis, length)) {
      return split(value, at, length);
    }
    if (at + 1 >= value.axes().size()) {
      throw refused(from, target);
    }
    return next(merged(value, at, from, target), at, length, from, target);
  }

  private Activations trimmed(Activations value, int size, Activations from, List<Amount> target) {
    List<Axis> axes = value.axes();
    if (axes.subList(size, axes.size()).stream().anyMatch(axis -> !axis.size().is(1))) {
      throw refused(from, target);
    }
    return value.withAxes(axes.subList(0, size));
  }

  private static Activations inserted(Activations value, int at) {
    List<Axis> axes = new ArrayList<>(value.axes());
    axes.add(at, Axis.ONE);
    return value.withAxes(axes);
  }

  private static boolean splits(Axis axis, Amount length) {
    if (axis.is(Role.CELLS)) {
      return length.equals(Amount.BATCH);
    }
    return (axis.is(Role.FEATURES) || axis.is(Role.STACK))
        && axis.size().whole().isPresent()
        && length.whole().filter(count -> count > 0).isPresent()
        && axis.size().constant() > length.constant()
        && axis.size().constant() % length.constant() == 0;
  }

  private Activations split(Activations value, int at, Amount length) {
    List<Axis> axes = new ArrayList<>(value.axes());
    Axis axis = axes.get(at);
    if (axis.is(Role.CELLS)) {
      axes.set(at, new Axis(Role.BATCH, Amount.BATCH));
      axes.add(at + 1, new Axis(Role.STEPS, assumptions.steps()));
      return value.withAxes(axes);
    }
    int outer = Constant.length(length);
    int inner = Constant.length(axis.size()) / outer;
    axes.set(at, Axis.stack(outer));
    if (axis.is(Role.STACK)) {
      axes.add(at + 1, Axis.stack(inner));
      return value.withAxes(axes);
    }
    axes.add(at + 1, Axis.features(inner));
    if (value.axes().subList(at, value.axes().size()).stream()
        .anyMatch(each -> each.is(Role.STACK))) {
      throw node.refused("splits the features of several directions", "Keep the axes of the layer");
    }
    List<Columns> parts = new ArrayList<>();
    for (Columns part : value.parts()) {
      for (int i = 0; i < outer; i++) {
        parts.add(part.part(i * inner, (i + 1) * inner));
      }
    }
    return value.withParts(axes, parts);
  }

  /** Merges an axis with the next one. */
  private Activations merged(Activations value, int at, Activations from, List<Amount> target) {
    List<Axis> axes = new ArrayList<>(value.axes());
    Axis first = axes.get(at);
    Axis second = axes.remove(at + 1);
    if (second.is(Role.ONE) || (second.size().is(1) && !second.is(Role.FEATURES))) {
      return value.withAxes(axes);
    }
    if (first.is(Role.ONE) || (first.size().is(1) && !first.is(Role.FEATURES))) {
      axes.set(at, second);
      return value.withAxes(axes);
    }
    if (first.is(Role.STACK) && second.is(Role.STACK)) {
      axes.set(at, Axis.stack(Constant.length(first.size()) * Constant.length(second.size())));
      return value.withAxes(axes);
    }
    if (first.is(Role.STACK) && second.is(Role.FEATURES)) {
      return concatenated(value, axes, at, Constant.length(first.size()));
    }
    if (first.is(Role.STEPS) && second.is(Role.FEATURES)) {
      return flattened(value, axes, at);
    }
    if (first.is(Role.BATCH) && second.is(Role.STEPS)) {
      axes.set(
          at,
          new Axis(Role.CELLS, ShapeOperators.product(node, List.of(first.size(), second.size()))));
      return value.withAxes(axes);
    }
    throw refused(from, target);
  }

  private Activations concatenated(Activations value, List<Axis> axes, int at, int count) {
    if (axes.subList(at + 1, axes.size()).stream().anyMatch(each -> each.is(Role.STACK))) {
      throw node.refused("merges several axes of directions", "Keep the axes of the layer");
    }
    List<Columns> parts = new ArrayList<>();
    for (int i = 0; i < value.parts().size(); i += count) {
      parts.add(Columns.concatenated(value.parts().subList(i, i + count)));
    }
    axes.set(at, Axis.features(parts.get(0).width()));
    return value.withParts(axes, parts);
  }

  private Activations flattened(Activations value, List<Axis> axes, int at) {
    Columns columns = value.columns(node);
    int steps =
        assumptions
            .fixedSteps()
            .orElseThrow(
                () ->
                    node.refused(
                        "flattens sequences of unknown length",
                        "Export the model with a fixed number of timesteps"));
    Stage.Reduction flat = new Stage.Reduction(Stage.Over.FLATTEN, columns.stage(), steps, true);
    int width = columns.stage().width();
    List<Column> all = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      int offset = step * width;
      for (Column column : columns.columns()) {
        all.add(
            new Column(
                IntStream.of(column.rows()).map(row -> row + offset).toArray(),
                column.factors(),
                column.bias(),
                column.unknown()));
      }
    }
    axes.set(at, Axis.features(all.size()));
    return value.withParts(axes, List.of(new Columns(flat, all)));
  }

  private UnsupportedOnnxModelException refused(Activations value, List<Amount> target) {
    return node.refused(
        "changes the shape %s to %s".formatted(Axis.describe(value.axes()), target),
        "Merge directions with the features only, or timesteps with the features of a fixed length");
  }
}
