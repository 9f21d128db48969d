package io.sentimentstreams.trainer.onnx.importer.operator;

import io.sentimentstreams.trainer.onnx.importer.symbolic.Activations;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Amount;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Axis.Role;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Constant;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Node;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Positions;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Ramp;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Scores;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.Splat;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Value.TokenIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Operators that move, add and remove axes. */
public final class AxisOperators {

  private static final int MAX_RANK = 16;

  /** Adds the operators by their names. */
  public void addTo(Map<String, Operator> operators) {
    operators.put("Transpose", node -> List.of(transpose(node)));
    operators.put("Squeeze", node -> List.of(squeeze(node)));
    operators.put("Unsqueeze", node -> List.of(unsqueeze(node)));
  }

  private static Value transpose(Node node) {
    Value value = node.input(0);
    int rank = value.dims().size();
    int[] order =
        node.numbers("perm")
            .orElseGet(() -> IntStream.range(0, rank).map(i -> rank - 1 - i).toArray());
    if (!Arrays.equals(
        Arrays.stream(order).sorted().toArray(), IntStream.range(0, rank).toArray())) {
      throw node.refused("has perm " + Arrays.toString(order), "Export the model again");
    }
    if (value instanceof Constant constant) {
      int[] shape = constant.shape();
      return constant.pick(
          Arrays.stream(order).map(axis -> shape[axis]).toArray(),
          new Positions(shape).transposed(order));
    }
    if (value instanceof Splat splat) {
      return splat.withDims(permuted(splat.dims(), order));
    }
    if (value instanceof TokenIds ids) {
      return new TokenIds(permuted(ids.axes(), order));
    }
    if (value instanceof Ramp ramp) {
      int axis =
          IntStream.range(0, rank).filter(i -> order[i] == ramp.axis()).findFirst().orElse(0);
      return new Ramp(permuted(ramp.dims(), order), axis, ramp.scale(), ramp.offset());
    }
    if (value instanceof Activations activations) {
      return transposed(activations, order);
    }
    if (value instanceof Scores scores) {
      return new Scores(permuted(scores.axes(), order), scores.logits(), scores.logarithm());
    }
    throw new AssertionError(value);
  }

  private static Activations transposed(Activations value, int[] order) {
    List<Axis> axes = permuted(value.axes(), order);
    List<Integer> stacks = stacks(value.axes());
    int[] shape =
        stacks.stream().mapToInt(i -> Constant.length(value.axes().get(i).size())).toArray();
    int[] moved = Arrays.stream(order).filter(stacks::contains).map(stacks::indexOf).toArray();
    List<Columns> parts =
        Arrays.stream(new Positions(shape).transposed(moved)).mapToObj(value.parts()::get).toList();
    return value.withParts(axes, parts);
  }

  /** Returns the indices of the axes that count parts. */
  static List<Integer> stacks(List<Axis> axes) {
    return IntStream.range(0, axes.size()).filter(i -> axes.get(i).is(Role.STACK)).boxed().toList();
  }

  private static <T> List<T> permuted(List<T> items, int[] order) {
    return Arrays.stream(order).mapToObj(items::get).toList();
  }

  private static Value squeeze(Node node) {
    Value value = node.input(0);
    List<Amount> dims = value.dims();
    TreeSet<Integer> removed = new TreeSet<>();
    Optional<int[]> axes = node.numbers("axes", 1);
    if (axes.isPresent()) {
      for (int axis : axes.get()) {
        removed.add(node.axis(axis, dims.size()));
      }
    } else {
      IntStream.range(0, dims.size()).filter(i -> dims.get(i).is(1)).forEach(removed::add);
    }
    for (int axis : removed) {
      if (!dims.get(axis).is(1)) {
        throw node.refused(
            "removes an axis of length " + dims.get(axis),
            "Name the axis in squeeze(dim) and export the model again");
      }
    }
    return kept(value, removed);
  }

  /** Removes axes of length 1. */
  static Value kept(Value value, Set<Integer> removed) {
    if (value instanceof Constant constant) {
      return constant.reshaped(Constant.lengths(without(constant.dims(), removed)));
    }
    if (value instanceof Splat splat) {
      return splat.withDims(without(splat.dims(), removed));
    }
    if (value instanceof TokenIds ids) {
      return new TokenIds(without(ids.axes(), removed));
    }
    if (value instanceof Ramp ramp) {
      int before = (int) removed.stream().filter(axis -> axis < ramp.axis()).count();
      return new Ramp(
          without(ramp.dims(), removed), ramp.axis() - before, ramp.scale(), ramp.offset());
    }
    if (value instanceof Activations activations) {
      return activations.withAxes(without(activations.axes(), removed));
    }
    if (value instanceof Scores scores) {
      return new Scores(without(scores.axes(), removed), scores.logits(), scores.logarithm());
    }
    throw new AssertionError(value);
  }

  private static <T> List<T> without(List<T> items, Set<Integer> removed) {
    return IntStream.range(0, items.size())
        .filter(i -> !removed.contains(i))
        .mapToObj(items::get)
        .toList();
  }

  private static Value unsqueeze(Node node) {
    Value value = node.input(0);
    int[] axes =
        node.numbers("axes", 1)
            .orElseThrow(() -> node.refused("has no axes", "Export the model again"));
    int rank = value.dims().size() + axes.length;
    if (rank > MAX_RANK) {
      throw node.refused("has %d axes".formatted(rank), "Export the model again");
    }
    TreeSet<Integer> added = new TreeSet<>();
    for (int axis : axes) {
      added.add(node.axis(axis, rank));
    }
    if (value instanceof Constant constant) {
      return constant.reshaped(Constant.lengths(inserted(constant.dims(), added, Amount.ONE)));
    }
    if (value instanceof Splat splat) {
      return splat.withDims(inserted(splat.dims(), added, Amount.ONE));
    }
    if (value instanceof TokenIds ids) {
      return new TokenIds(inserted(ids.axes(), added, Axis.ONE));
    }
    if (value instanceof Ramp ramp) {
      int axis = ramp.axis();
      for (int each : added) {
        axis += each <= axis ? 1 : 0;
      }
      return new Ramp(inserted(ramp.dims(), added, Amount.ONE), axis, ramp.scale(), ramp.offset());
    }
    if (value instanceof Activations activations) {
      return activations.withAxes(inserted(activations.axes(), added, Axis.ONE));
    }
    if (value instanceof Scores scores) {
      return new Scores(
          inserted(scores.axes(), added, Axis.ONE), scores.logits(), scores.logarithm());
    }
    throw new AssertionError(value);
  }

  static <T> List<T> inserted(List<T> items, SortedSet<Integer> at, T item) {
    List<T> all = new ArrayList<>(items);
    at.forEach(index -> all.add(index, item));
    return all;
  }
}
