package io.sentimentstreams.trainer.onnx.importer;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.trainer.onnx.importer.Axis.Role;
import io.sentimentstreams.trainer.onnx.importer.Stage.Activated;
import io.sentimentstreams.trainer.onnx.importer.Stage.TokenVectors;
import io.sentimentstreams.trainer.onnx.importer.Value.Kind;
import io.sentimentstreams.trainer.onnx.importer.Value.Ramp;
import io.sentimentstreams.trainer.onnx.importer.Value.Scores;
import io.sentimentstreams.trainer.onnx.importer.Value.Splat;
import io.sentimentstreams.trainer.onnx.importer.Value.TokenIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Operators that select and concatenate elements. */
final class SelectionOperators {

  private final Timesteps timesteps;

  SelectionOperators(Assumptions assumptions) {
    timesteps = new Timesteps(assumptions);
  }

  void addTo(Map<String, Interpreter.Operator> operators) {
    operators.put("Gather", node -> List.of(gather(node)));
    operators.put("GatherElements", node -> List.of(gatherElements(node)));
    operators.put("ScatterElements", node -> List.of(scatter(node)));
    operators.put("TopK", SelectionOperators::topK);
    operators.put("Slice", node -> List.of(slice(node)));
    operators.put("Split", this::split);
    operators.put("Concat", node -> List.of(concat(node)));
  }

  private Value gather(Node node) {
    Value data = node.input(0);
    Value indices = node.input(1);
    int axis = node.axis(node.number("axis", 0), data.dims().size());
    if (indices instanceof TokenIds ids) {
      return embedding(node, ids, axis);
    }
    if (indices instanceof Ramp ramp) {
      return rows(node, data, ramp, axis);
    }
    List<Amount> dims = new ArrayList<>(data.dims());
    dims.remove(axis);
    dims.addAll(axis, indices.dims());
    if (data instanceof Splat splat) {
      return splat.withDims(dims);
    }
    Constant positions = node.constant(1);
    if (data instanceof Constant constant) {
      int[] shape = constant.shape();
      return constant.pick(
          Constant.lengths(dims),
          new Positions(shape).picked(axis, indices(node, positions, shape[axis])));
    }
    if (data instanceof Scores scores) {
      return classScore(node, scores, positions, axis);
    }
    if (!(data instanceof Activations activations) || positions.rank() > 1) {
      throw node.refused("selects from this input", "Use a chain of layers");
    }
    return selected(node, activations, axis, positions.values(), positions.rank() == 1);
  }

  private static Value embedding(Node node, TokenIds ids, int axis) {
    Constant table = node.constant(0);
    if (axis != 0 || table.rank() != 2 || table.size() == 0) {
      throw node.refused(
          "reads an array of shape %s on axis %d".formatted(Arrays.toString(table.shape()), axis),
          "Use an embedding with one vector per token");
    }
    TokenVectors vectors = new TokenVectors(table);
    List<Axis> axes = new ArrayList<>(ids.axes());
    axes.add(Axis.features(vectors.width()));
    return Activations.of(axes, Columns.of(vectors));
  }

  /** Selects all texts in their order, or one timestep of each text. */
  private Value rows(Node node, Value data, Ramp ramp, int axis) {
    boolean all =
        ramp.isIdentity()
            && ramp.dims().size() == 1
            && ramp.dims().get(0).equals(data.dims().get(axis));
    if (all) {
      return data;
    }
    if (data instanceof Activations activations
        && activations.axes().get(axis).is(Role.CELLS)
        && ramp.dims().size() == 1) {
      return timesteps.ofCells(node, activations, axis, ramp);
    }
    throw node.refused("selects rows by computed indices", "Use a chain of layers");
  }

  private static int[] indices(Node node, Constant positions, int length) {
    return positions.values().stream()
        .mapToInt(
            position -> {
              int index = Constant.length(position);
              if (index < -length || index >= length) {
                throw node.refused(
                    "selects position %d of %d".formatted(index, length), "Export the model again");
              }
              return index < 0 ? index + length : index;
            })
        .toArray();
  }

  private static Value classScore(Node node, Scores scores, Constant positions, int axis) {
    if (!scores.axes().get(axis).is(Role.FEATURES)
        || scores.logits().width() != 2
        || positions.size() != 1
        || scores.logarithm()) {
      throw node.refused(
          "selects from the probabilities", "Return the probabilities of all classes");
    }
    // The softmax of two classes is the sigmoid of the difference.
    int chosen = indices(node, positions, 2)[0];
    Columns logits = scores.logits();
    Columns difference =
        logits.part(chosen, chosen + 1).plus(logits.part(1 - chosen, 2 - chosen), -1);
    List<Axis> axes = new ArrayList<>(scores.axes());
    axes.set(axis, Axis.features(1));
    Activations score =
        Activations.of(axes, Columns.of(new Activated(difference, Dense.Activation.SIGMOID)));
    return positions.rank() == 1 ? score : ShapeOperators.kept(score, Set.of(axis));
  }

  /** Selects positions on one axis of features. */
  private Value selected(
      Node node, Activations value, int axis, List<Amount> positions, boolean keepAxis) {
    Axis from = value.axes().get(axis);
    if (from.is(Role.STEPS)) {
      if (positions.size() != 1) {
        throw node.refused(
            "selects %d timesteps".formatted(positions.size()), "Use one or all timesteps");
      }
      Activations step = timesteps.of(node, value, axis, positions.get(0));
      return keepAxis ? step : ShapeOperators.kept(step, Set.of(axis));
    }
    if (from.is(Role.ONE) && positions.size() == 1) {
      return keepAxis ? value : ShapeOperators.kept(value, Set.of(axis));
    }
    if (!from.is(Role.STACK) && !from.is(Role.FEATURES)) {
      boolean only =
          from.size().is(1)
              && positions.size() == 1
              && (positions.get(0).is(0) || positions.get(0).is(-1));
      if (only) {
        return keepAxis ? value : ShapeOperators.kept(value, Set.of(axis));
      }
      throw node.refused("selects texts of a batch", "Use all texts of a batch");
    }
    int[] indices = indices(node, Constant.vector(positions), Constant.length(from.size()));
    Activations picked = picked(value, axis, indices);
    return keepAxis ? picked : ShapeOperators.kept(picked, Set.of(axis));
  }

  private static Activations picked(Activations value, int axis, int[] indices) {
    List<Axis> axes = new ArrayList<>(value.axes());
    Axis from = axes.get(axis);
    axes.set(axis, new Axis(from.role(), Amount.of(indices.length)));
    if (from.is(Role.FEATURES)) {
      return value.withParts(axes, value.parts().stream().map(part -> part.pick(indices)).toList());
    }
    List<Integer> stacks = ShapeOperators.stacks(value.axes());
    int[] shape =
        stacks.stream().mapToInt(i -> Constant.length(value.axes().get(i).size())).toArray();
    int[] sources = new Positions(shape).picked(stacks.indexOf(axis), indices);
    return value.withParts(axes, Arrays.stream(sources).mapToObj(value.parts()::get).toList());
  }

  private Value gatherElements(Node node) {
    Value data = node.input(0);
    Value indices = node.input(1);
    int axis = node.axis(node.number("axis", 0), data.dims().size());
    if (data instanceof Splat splat) {
      return splat.withDims(indices.dims());
    }
    if (indices instanceof Ramp ramp
        && ramp.isIdentity()
        && ramp.axis() == axis
        && ramp.dims().equals(data.dims())) {
      return data;
    }
    if (data instanceof Activations activations
        && indices instanceof Splat splat
        && activations.axes().get(axis).is(Role.STEPS)) {
      List<Amount> expected = new ArrayList<>(data.dims());
      expected.set(axis, Amount.ONE);
      if (splat.dims().equals(expected)) {
        return timesteps.of(node, activations, axis, splat.value());
      }
    }
    throw node.refused("selects by computed indices", "Select the last timestep by the lengths");
  }

  private static Value scatter(Node node) {
    boolean inverse =
        node.input(1) instanceof Ramp indices
            && node.input(2) instanceof Ramp updates
            && indices.isIdentity()
            && indices.equals(updates)
            && indices.dims().equals(node.input(0).dims());
    if (!inverse) {
      throw node.refused("writes by computed indices", "Use a chain of layers");
    }
    return node.input(2);
  }

  /** Sorts equal numbers, which keep their order. */
  private static List<Value> topK(Node node) {
    if (!(node.input(0) instanceof Splat splat)) {
      throw node.refused("sorts features", "Use the mean or the maximum over time");
    }
    int axis = node.axis(node.number("axis", -1), splat.dims().size());
    Amount count =
        node.constant(1)
            .uniform()
            .filter(each -> each.equals(splat.dims().get(axis)))
            .orElseThrow(() -> node.refused("selects some numbers", "Sort all texts of the batch"));
    List<Amount> dims = new ArrayList<>(splat.dims());
    dims.set(axis, count);
    return List.of(splat.withDims(dims), new Ramp(dims, axis, Amount.ONE, Amount.ZERO));
  }

  private Value slice(Node node) {
    Value value = node.input(0);
    int rank = value.dims().size();
    List<Amount> starts = bounds(node, "starts", 1);
    List<Amount> ends = bounds(node, "ends", 2);
    int[] axes =
        node.numbers("axes", 3).orElseGet(() -> IntStream.range(0, starts.size()).toArray());
    int[] steps =
        node.numbers("steps", 4)
            .orElseGet(() -> IntStream.generate(() -> 1).limit(starts.size()).toArray());
    if (ends.size() != starts.size()
        || axes.length != starts.size()
        || steps.length != starts.size()) {
      throw node.refused("has bounds of unequal lengths", "Export the model again");
    }
    for (int i = 0; i < axes.length; i++) {
      value = slice(node, value, node.axis(axes[i], rank), starts.get(i), ends.get(i), steps[i]);
    }
    return value;
  }

  private static List<Amount> bounds(Node node, String name, int input) {
    return node.numbers(name)
        .map(all -> Arrays.stream(all).mapToObj(Amount::of).toList())
        .orElseGet(() -> node.constant(input).values());
  }

  private Value slice(Node node, Value value, int axis, Amount start, Amount end, int step) {
    Amount size = value.dims().get(axis);
    Amount from = bound(node, start, size);
    Amount to = bound(node, end, size);
    if (step == 1 && from.is(0) && to.equals(size)) {
      return value;
    }
    if (value instanceof Splat splat && step == 1) {
      List<Amount> dims = new ArrayList<>(splat.dims());
      dims.set(axis, to.minus(from));
      return splat.withDims(dims);
    }
    if (step == 1
        && value instanceof Activations steps
        && steps.axes().get(axis).is(Role.STEPS)
        && to.minus(from).is(1)) {
      return timesteps.of(node, steps, axis, from);
    }
    int[] positions = positions(node, start, end, size, step);
    if (value instanceof Constant constant) {
      int[] shape = constant.shape();
      int[] sources = new Positions(shape).picked(axis, positions);
      shape[axis] = positions.length;
      return constant.pick(shape, sources);
    }
    if (value instanceof Activations activations && positions.length > 0) {
      return selected(
          node, activations, axis, Arrays.stream(positions).mapToObj(Amount::of).toList(), true);
    }
    throw node.refused("selects a part of the input", "Use all tokens of a text");
  }

  private static int[] positions(Node node, Amount start, Amount end, Amount size, int step) {
    if (!start.isConstant() || !end.isConstant() || size.whole().isEmpty() || step == 0) {
      throw node.refused(
          "selects %s to %s of %s".formatted(start, end, size), "Use one or all timesteps");
    }
    long length = size.whole().get();
    long from = (long) start.constant();
    long to = (long) end.constant();
    from = from < 0 ? from + length : from;
    to = to < 0 ? to + length : to;
    from = Math.max(0, Math.min(step > 0 ? length : length - 1, from));
    to = Math.max(step > 0 ? 0 : -1, Math.min(length, to));
    List<Integer> positions = new ArrayList<>();
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      positions.add((int) i);
    }
    return positions.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Returns a bound of a slice, counted from the start. */
  private static Amount bound(Node node, Amount bound, Amount size) {
    if (bound.isConstant() && bound.constant() < 0) {
      Amount counted = size.plus(bound);
      return counted.isConstant() && counted.constant() < 0 ? Amount.ZERO : counted;
    }
    if ((bound.isConstant() && bound.constant() >= Integer.MAX_VALUE) || bound.isAtLeast(size)) {
      return size;
    }
    if (size.isAtLeast(bound) || bound.is(1)) {
      return bound;
    }
    throw node.refused(
        "selects up to position %s of %s".formatted(bound, size), "Use one or all timesteps");
  }

  private List<Value> split(Node node) {
    Value value = node.input(0);
    int axis = node.axis(node.number("axis", 0), value.dims().size());
    int count = node.proto().getOutputCount();
    int length = Constant.length(value.dims().get(axis));
    int chunk = (length + count - 1) / Math.max(1, count);
    int[] sizes =
        node.numbers("split", 1)
            .orElseGet(
                () ->
                    IntStream.range(0, count)
                        .map(i -> Math.max(0, Math.min(chunk, length - i * chunk)))
                        .toArray());
    if (Arrays.stream(sizes).sum() != length || sizes.length != count) {
      throw node.refused(
          "splits %d into %s".formatted(length, Arrays.toString(sizes)), "Export the model again");
    }
    List<Value> parts = new ArrayList<>();
    int from = 0;
    for (int size : sizes) {
      parts.add(slice(node, value, axis, Amount.of(from), Amount.of(from + size), 1));
      from += size;
    }
    return parts;
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
    boolean outermost = ShapeOperators.stacks(axes).stream().allMatch(stack -> stack >= axis);
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
