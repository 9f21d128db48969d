package io.sentimentstreams.trainer.onnx.importer.operator;

import io.sentimentstreams.trainer.onnx.importer.symbolic.Activations;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Amount;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Assumptions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis.Role;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Constant;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Positions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Timesteps;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Splat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Operators that select ranges of one axis. */
public final class SliceOperators {

  private final Timesteps timesteps;
  private final Selection selection;

  public SliceOperators(Assumptions assumptions) {
    timesteps = new Timesteps(assumptions);
    selection = new Selection(assumptions);
  }

  /** Adds the operators by their names. */
  public void addTo(Map<String, Operator> operators) {
    operators.put("Slice", node -> List.of(slice(node)));
    operators.put("Split", this::split);
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
      return selection.selected(
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
}
